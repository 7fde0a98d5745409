"""Invented resolutions, printed in the shapes that extraction gives: what went in is what reading must give back."""

import textwrap
from dataclasses import dataclass, field, replace

from hypothesis import assume
from hypothesis import strategies as st

from uprtracker.vocabulary.paragraph_label import ParagraphLabel

SYMBOL = "A/C.3/71/L.99/Rev.1"
TITLE = "Enabling the invented work of those who test what others have written"
ROMAN = ("i", "ii", "iii", "iv")

_OPENINGS = (
    "Guided by the", "Recalling its", "Recalling also the", "Bearing in mind the",
    "Deeply concerned about the", "Mindful of the", "Taking note of the", "Noting with deep regret the",
    "Having considered the", "Aware of the", "Alarmed at the", "Welcoming the",
)  # fmt: skip
_VERBS = (
    "Calls upon all States to protect the", "Urges Governments to respect the", "Strongly condemns the",
    "Reaffirms the", "Encourages business enterprises to respect the",
    "Requests the Secretary-General to report on the", "Takes note of the",
    "Also invites the Special Rapporteur to visit the", "Expresses concern about the",
    "Continues to support the",
)  # fmt: skip
_WORDS = (
    "rights", "individuals", "groups", "measures", "associations", "and", "of", "for", "the", "law",
    "access", "which", "including", "non-governmental", "participation", "Charter", "United Nations,",
    "2015", "resolution 53/144", "9 December 1998,", "article 3", "opportunity", "without discrimination",
    "in particular", "Economic and Social Council", "States", "cooperation", "A/HRC/17/31",
)  # fmt: skip
# A footnote's number stands after one of these; `,` and `;` before the number are as frequent as none.
_CITED = ("Declaration", "Covenants,", "Human Rights", "mechanisms,", "programmes", "(Guidelines)")
_NOTES = (
    "Resolution 217 A (III).", "A/HRC/17/31, annex.", "See A/CONF.157/24 (Part I), chap. III.",
    "General Assembly resolution 70/1.", "United Nations, Treaty Series, vol. 2515, No. 44910.",
)  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """A paragraph as a list of words; a number beside a word is that of a footnote cited after it."""

    label: ParagraphLabel
    words: tuple[tuple[str, int | None], ...]

    @property
    def text(self) -> str:
        return " ".join(word for word, _note in self.words)


@dataclass(frozen=True)
class Shape:
    """How the text is printed. `marks`: where a footnote's number stands: `own line`, `stuck` or `apart`."""

    double_spaced: bool
    width: int
    page_length: int
    marks: str
    furniture: bool
    rule: str = "_" * 18


@dataclass(frozen=True)
class Resolution:
    paragraphs: tuple[Printed, ...]
    notes: dict[int, str] = field(default_factory=dict)
    organ: str = "The General Assembly"

    def cited_by(self) -> dict[str, str]:
        """The label of the paragraph that cites each footnote."""
        return {str(note): str(p.label) for p in self.paragraphs for _word, note in p.words if note}


def _begins_two_days(words: list[tuple[str, int | None]]) -> bool:
    return any(
        note is not None
        and [word for word, _note in words[place + 1 : place + 3]] == ["and", "9 December 1998,"]
        for place, (_word, note) in enumerate(words)
    )


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """Any number of paragraphs of every kind, with footnotes that count from 1, from 8 or with three figures."""
    labels = draw(label_lists())
    note = first = draw(st.sampled_from((1, 1, 8, 98)))
    paragraphs = []
    for i, label in enumerate(labels):
        words: list[tuple[str, int | None]] = [(draw(st.sampled_from(_openings(label))), None)]
        for _sentence in range(draw(st.integers(1, 3))):
            words += [
                (word, None) for word in draw(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=14))
            ]
            if draw(st.integers(0, 3)) == 0:
                words.append((draw(st.sampled_from(_CITED)), note))
                note += 1
        words.append((f"peace{_stop(label, labels[i + 1 :])}", None))
        # a note's number before these words is the first of two days to any reader
        assume(not _begins_two_days(words))
        paragraphs.append(Printed(label, tuple(words)))
    notes = {number: draw(st.sampled_from(_NOTES)) for number in range(first, note)}
    organ = draw(
        st.sampled_from(
            ("The General Assembly", "The Human Rights Council", "The Economic and Social Council")
        )
    )
    return Resolution(tuple(paragraphs), notes, organ)


@st.composite
def label_lists(draw: st.DrawFn) -> list[ParagraphLabel]:
    labels = [ParagraphLabel(n, preambular=True) for n in range(1, draw(st.integers(1, 6)) + 1)]
    for number in range(1, draw(st.integers(1, 13)) + 1):
        labels += _with_letters(draw, ParagraphLabel(number))
        if draw(st.integers(0, 5)) == 0:
            labels += _with_letters(draw, ParagraphLabel(number, "bis"))
    return labels


def _with_letters(draw: st.DrawFn, label: ParagraphLabel) -> list[ParagraphLabel]:
    labels = [label]
    count = draw(st.sampled_from((0, 0, 0, 2, 3, 10)))
    for letter in "abcdefghij"[:count]:
        labels.append(ParagraphLabel(label.number, label.inserted, letter))
        romans = ROMAN[: draw(st.sampled_from((0, 0, 0, 2, 4)))]
        labels += [ParagraphLabel(label.number, label.inserted, letter, roman) for roman in romans]
    return labels


def _openings(label: ParagraphLabel) -> tuple[str, ...]:
    if label.preambular:
        return _OPENINGS
    return ("To protect the", "Measures on the", "All individuals enjoy the") if label.letter else _VERBS


def _stop(label: ParagraphLabel, following: list[ParagraphLabel]) -> str:
    if not following:
        return "."
    if following[0].parent == label:
        return ":"
    return "," if label.preambular else ";"


shapes = st.builds(
    Shape,
    double_spaced=st.booleans(),
    width=st.sampled_from((60, 80, 90)),
    page_length=st.integers(12, 45),
    marks=st.sampled_from(("own line", "stuck", "apart")),
    furniture=st.booleans(),
)


def print_resolution(resolution: Resolution, shape: Shape) -> str:
    """The text as an extraction gives it: pages with their footnotes below a rule, single or double spaced."""
    if not shape.double_spaced:
        # without furniture a single-spaced page cannot be told from the next one
        shape = replace(shape, furniture=True)
    lines = [(line, []) for line in textwrap.wrap(TITLE, shape.width)] + [(f" {resolution.organ},", [])]
    for paragraph in resolution.paragraphs:
        lines += _wrapped(paragraph, shape)
    pages = _pages(lines, shape.page_length)
    gap = "\n\n" if shape.double_spaced else "\n"
    printed = []
    for number, page in enumerate(pages, start=1):
        body = gap.join(line for line, _notes in page)
        cited = [note for _line, notes in page for note in notes]
        foot = gap.join(f"{note}\n  {resolution.notes[note]}" for note in cited)
        if foot:
            body += f"{gap}{shape.rule}{gap}{foot}"
        if shape.furniture:
            body = f"{SYMBOL}\n\n{body}\n\n{number}/{len(pages)}  15-19866"
        printed.append(body)
    return "\n".join(printed) + "\n"


def _pages(lines: list[tuple[str, list[int]]], length: int) -> list[list[tuple[str, list[int]]]]:
    """Lines on pages; a footnote's number on a line of its own stays on the page of its word."""
    pages: list[list[tuple[str, list[int]]]] = [[]]
    for line in lines:
        if len(pages[-1]) >= length and not line[0].isdecimal():
            pages.append([])
        pages[-1].append(line)
    return pages


def _wrapped(paragraph: Printed, shape: Shape) -> list[tuple[str, list[int]]]:
    """The lines of a paragraph, each with the footnotes cited on it."""
    label = paragraph.label
    head = (
        ""
        if label.preambular
        else f"({label.roman or label.letter}) "
        if label.letter
        else f"{label.number} {label.inserted}"
    )
    current = " " + (head if label.letter or not head else head.strip() + ". ")
    lines: list[tuple[str, list[int]]] = []
    notes: list[int] = []
    for words, note in paragraph.words:
        for word in words.split():
            if len(current) + len(word) > shape.width:
                lines.append((current, notes))
                current, notes = "", []
            current += word + " "
        if note is None:
            continue
        if shape.marks == "own line":
            lines += [(current, notes), (str(note), [note])]
            current, notes = " ", []
        else:
            notes.append(note)
            current = current.rstrip() + (f" {note} " if shape.marks == "apart" else f"{note} ")
    if current.strip():
        lines.append((current, notes))
    return lines
