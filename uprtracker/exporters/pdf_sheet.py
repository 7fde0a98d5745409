"""Sheets and facts on paper: what is known of one recommendation, its labels at the side and their texts beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from uprtracker.exporters.document import Facts, Field, Sheet, StatusValue
from uprtracker.exporters.pdf_column import SHAPE_ROOM
from uprtracker.exporters.pdf_flow import Stack, Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_labelled import Label, Labelled, paragraphs
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_status
from uprtracker.exporters.pdf_style import GUTTER, RULE, TextStyle
from uprtracker.exporters.pdf_tag import Tag, heading
from uprtracker.exporters.pdf_text import Line
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import bucket_label

_NUMBER_SHARE = 0.36
_POSITION_SHARE = 0.22
_STATUS_SHARE = 0.34
"""Parts of the width for the words of a sheet's head; its shape and the space between take the rest."""

_LABEL_SHARE = 0.24
_FACT_SHARE = 0.34
_BETWEEN_PARAGRAPHS = 5.0
_BETWEEN_FACTS = 4.0
_ABOVE_FIELD = 7.0
_ABOVE_HEAD = 7.0
_SHAPE = 11.0


@dataclass
class _Head(Strip):
    """The number below a rule; at the end of its line the position, and the status as shape and word."""

    number: list[Line]
    position: list[Line]
    status: list[Line]
    bucket: str
    styles: tuple[TextStyle, TextStyle]
    width: float
    level: int
    title: str
    parent: Tag
    gap: float = 0.0
    keeps_next: bool = True
    height: float = field(init=False)

    def __post_init__(self) -> None:
        most = max(len(self.number), len(self.status), len(self.position), 1)
        self.height = RULE + _ABOVE_HEAD + most * self.styles[0].leading + 2

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.bookmark(self.title, self.level, top)
        pen.rule(x, top, self.width, LIGHT.ink, RULE)
        large, words = self.styles
        first = top - RULE - _ABOVE_HEAD
        with pen.tagged(heading(self.level + 1, self.parent)):
            pen.text(x, first, self.number, large)
        aligned = first - large.baseline + words.baseline
        end = x + self.width
        before = max((line.width for line in self.status), default=0.0)
        before += SHAPE_ROOM + 3 + GUTTER if self.status else 0.0
        if self.position:
            with pen.tagged(Tag("P", self.parent)):
                pen.text_to_end(end - before, aligned, self.position, words)
        if self.status:
            draw_status(pen, self.bucket, end - before + GUTTER, aligned - words.leading / 2, _SHAPE)
            with pen.tagged(Tag("P", self.parent)):
                pen.text_to_end(end, aligned, self.status, words)


def sheet_strips(sheet: Sheet, frame: Frame) -> list[Strip]:
    """A sheet as one strip, which goes to the next page whole if it fits there; else it is divided between its fields."""
    frame = replace(frame, tag=Tag("Sect", frame.tag))
    strips: list[Strip] = [_head(sheet, frame)]
    strips += _texts(sheet, frame)
    again = (frame.headings.again(sheet.number),)
    items = Tag("L", frame.tag)
    for shown in sheet.fields:
        strips += field_strips(shown, replace(frame, tag=items), again)
    strips[-1].keeps_next = False
    stack = Stack(strips)
    stack.gap = frame.density.heading
    return [stack]


def _head(sheet: Sheet, frame: Frame) -> Strip:
    ruler, styles = frame.ruler, (frame.type.heading, frame.type.strong)
    status = sheet.status or StatusValue("")
    words = bucket_label(status.bucket) if status.bucket else ""
    title = " · ".join(filter(None, (sheet.number, sheet.states)))
    return _Head(
        ruler.wrap(sheet.number, styles[0], frame.width * (_NUMBER_SHARE if words else 1)),
        ruler.wrap(sheet.position, styles[1], _POSITION_SHARE * frame.width),
        ruler.wrap(words, styles[1], _STATUS_SHARE * frame.width),
        status.bucket,
        styles,
        frame.width,
        frame.outline_level,
        title,
        frame.tag,
        frame.density.heading,
    )


def _texts(sheet: Sheet, frame: Frame) -> Iterator[Strip]:
    """The recommendation itself, its States, and a draft of its status."""
    draft = sheet.status.draft if sheet.status else ""
    for text, style, gap in (
        (sheet.text, frame.type.body, 3.0),
        (sheet.states, frame.type.note, 3.0),
        (draft, frame.type.note, 0.0),
    ):
        for paragraph in paragraphs(text):
            strip = frame.paragraph(paragraph, style, gap)
            strip.keeps_next = True
            yield strip


def field_strips(shown: Field, frame: Frame, head: tuple[Strip, ...] = ()) -> list[Strip]:
    """A field below a hairline: its label and note at the side, paragraphs and facts beside them."""
    if not shown.text and not shown.facts:
        return []
    indent = _LABEL_SHARE * frame.width
    style = frame.type.spoken if shown.spoken else frame.type.body
    item = Tag("LI", frame.tag)
    label = _label(shown.label, shown.note, frame, indent - GUTTER, Tag("Lbl", item))
    body = Tag("LBody", item)
    strips: list[Labelled] = []
    for text in paragraphs(shown.text):
        lines = frame.ruler.wrap(text, style, frame.width - indent)
        strips.append(
            Labelled(None, lines, style, frame.width, indent, Tag("P", body), gap=_BETWEEN_PARAGRAPHS)
        )
    strips += _facts(shown.facts, replace(frame, tag=body), indent)
    first = strips[0]
    if shown.text:
        first.label = label
    else:
        # the label stands beside the facts, so that it takes no more than they leave free
        beside = sum(strip.height + strip.gap for strip in strips)
        first = Labelled(label, (), label.style, frame.width, indent, body, beside=beside, keeps_next=True)
        strips.insert(0, first)
        strips[1].gap = 0.0
    first.gap, first.ruled = _ABOVE_FIELD, True
    first.__post_init__()
    for strip in strips:
        strip.head = head
        strip.bar = shown.spoken
    return list(strips)


def _label(words: str, note: str, frame: Frame, width: float, tag: Tag) -> Label:
    style, note_style = frame.type.label, frame.type.small
    return Label(
        frame.ruler.wrap(words, style, width),
        style,
        tag,
        frame.ruler.wrap(note, note_style, width),
        note_style,
    )


def _facts(rows: Iterable[tuple[str, str]], frame: Frame, at: float) -> list[Labelled]:
    """Facts from `at` on, their labels in one column as wide as the widest, within reason."""
    style, rows = frame.type.body, tuple(rows)
    room = (frame.width - at) * _FACT_SHARE
    labels = [frame.ruler.wrap(label, frame.type.strong, room) for label, _text in rows]
    widest = max((line.width for lines in labels for line in lines), default=0.0)
    indent = at + (widest + GUTTER if widest else 0.0)
    strips = []
    items = Tag("L", frame.tag)
    for lines, (_label_words, text) in zip(labels, rows, strict=True):
        words = frame.ruler.wrap(text, style, frame.width - indent)
        item = Tag("LI", items)
        label = Label(lines, frame.type.strong, Tag("Lbl", item)) if lines else None
        body = Tag("LBody", item)
        strips.append(
            Labelled(label, words, style, frame.width, indent, body, label_x=at, gap=_BETWEEN_FACTS)
        )
    return strips


def facts_strips(block: Facts, frame: Frame) -> list[Strip]:
    strips: list[Strip] = []
    if block.title:
        strips.append(frame.headings.block(block.title, block.note, frame.density, 4, frame.outline_level))
    return [*strips, *_facts(block.rows, frame, 0.0)]
