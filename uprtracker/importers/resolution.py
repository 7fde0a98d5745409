"""A resolution of a United Nations organ, read from plain text as a PDF's extraction gives it.

What is done: furniture goes (`resolution_lines`), parts are told apart (`resolution_structure`, `resolution_label`,
`resolution_note`), words are made whole (`resolution_text`), footnote numbers leave the sentences (`resolution_mark`),
opening and addressee are read (`resolution_opening`, `resolution_addressee`). PDF files are not read here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.importers.resolution_addressee import addressee, addressee_below
from uprtracker.importers.resolution_front import read_front
from uprtracker.importers.resolution_lines import Line, decode, read_lines
from uprtracker.importers.resolution_mark import settle_marks
from uprtracker.importers.resolution_opening import opening
from uprtracker.importers.resolution_structure import ApartKind, RawParagraph, Structure
from uprtracker.importers.resolution_text import Flow, Mend, Mender, Piece
from uprtracker.vocabulary.addressee import Addressee
from uprtracker.vocabulary.paragraph_label import ParagraphLabel

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES = 50_000


@dataclass(frozen=True)
class ParsedParagraph:
    """One unit of the text, without its label and footnote numbers; `place` is the line in the file that it begins on.

    `opening` is the verb phrase that governs it (`Strongly urges`): a letter's is that of its chapeau. `addressees` is
    what the words say (`resolution_addressee`); a preambular paragraph is a statement.
    """

    label: ParagraphLabel
    text: str
    opening: str
    addressees: Addressee
    place: int


@dataclass(frozen=True)
class ParsedFootnote:
    """A footnote with its printed marker; `cited_by` is `None` where no paragraph cites it."""

    marker: str
    text: str
    cited_by: ParagraphLabel | None
    place: int


@dataclass(frozen=True)
class TextApart:
    """Text that is not part of a paragraph; nothing but page furniture is dropped."""

    kind: ApartKind
    text: str
    place: int


@dataclass(frozen=True)
class ParsedResolution:
    """A text as read. `number` (`70/161`) and `symbol` are as printed, empty where the file does not give them."""

    file: str
    title: str
    number: str
    symbol: str
    organ: str
    paragraphs: tuple[ParsedParagraph, ...]
    footnotes: tuple[ParsedFootnote, ...]
    apart: tuple[TextApart, ...]
    mends: tuple[Mend, ...]
    warnings: tuple[Notice, ...]


def read_resolution(path: Path) -> ParsedResolution:
    """Read a text file; `UserError` where it cannot be read, is no text, or holds no resolution."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise UserError(
            _("'{file}' cannot be read ({reason}); check its name and your rights to it.").format(
                file=path, reason=error.strerror or error
            )
        ) from error
    if size > MOST_BYTES:
        sentence = _(
            "'{file}' is larger than {limit} MB, which no resolution is; take the text of one resolution only."
        )
        raise UserError(sentence.format(file=path, limit=MOST_BYTES // 1024 // 1024))
    if data.startswith((b"%PDF", b"PK", bytes.fromhex("D0CF11E0"))) or (
        b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise UserError(
            _("'{file}' is not plain text; save the document as text (.txt) and import that.").format(
                file=path
            )
        )
    return parse_resolution(decode(data), str(path))


def parse_resolution(text: str, file: str) -> ParsedResolution:
    """Read extracted text; `file` is the name that messages give. `UserError` where it is not that of a resolution."""
    page = read_lines(text)
    if len(page.lines) > MOST_LINES:
        sentence = _(
            "'{file}' has more than {limit} lines, which no resolution has; take the text of one resolution only."
        )
        raise UserError(sentence.format(file=file, limit=MOST_LINES))
    structure = Structure(page.lines)
    _check(structure, file)
    words = _Words(page.lines)
    front = read_front(structure.front)
    settled = settle_marks(
        [words.flow(paragraph.pieces) for paragraph in structure.paragraphs], structure.notes
    )
    labels = [paragraph.label for paragraph in structure.paragraphs]
    title = words.flow(front.title).text.rstrip("* ")
    warnings = [*structure.notices, *settled.notices]
    if not title:
        warnings.append(Notice("", _("No title stands above the line that opens the text; give it one.")))
    return ParsedResolution(
        file=file,
        title=title,
        number=front.number,
        symbol=page.symbol,
        organ=structure.organ,
        paragraphs=_paragraphs(structure.paragraphs, settled.texts),
        footnotes=tuple(
            ParsedFootnote(
                note.marker, words.flow(note.pieces).text, labels[by] if by is not None else None, note.place
            )
            for note, by in zip(structure.notes, settled.cited, strict=True)
            if not note.lost
        ),
        apart=tuple(
            TextApart(apart.kind, words.flow(apart.pieces).text, apart.place)
            for apart in (*front.apart, *structure.apart)
        ),
        mends=tuple(words.mends),
        warnings=tuple(warnings),
    )


def _check(structure: Structure, file: str) -> None:
    if not structure.organ:
        sentence = _(
            "'{file}' is not the text of a resolution: no line such as 'The General Assembly,' opens it; "
            "take the English text of one resolution, from its title to its last paragraph."
        )
        raise UserError(sentence.format(file=file))
    if all(paragraph.label.preambular for paragraph in structure.paragraphs):
        sentence = _(
            "'{file}' holds no numbered paragraphs after its preamble; "
            "take the whole text of the resolution, with '1.' at its first operative paragraph."
        )
        raise UserError(sentence.format(file=file))


class _Words:
    """Makes lines into texts with whole words, and keeps what was mended."""

    def __init__(self, lines: Iterable[Line]):
        self._mender = Mender(line.text for line in lines)
        self.mends: list[Mend] = []

    def flow(self, pieces: Iterable[Piece]) -> Flow:
        mended = []
        for piece in pieces:
            text, mends = self._mender.mend(piece)
            self.mends.extend(mends)
            mended.append(Piece(piece.place, text))
        return Flow(mended)


def _paragraphs(raw: Sequence[RawParagraph], texts: Sequence[str]) -> tuple[ParsedParagraph, ...]:
    read: dict[ParagraphLabel, ParsedParagraph] = {}
    for paragraph, text in zip(raw, texts, strict=True):
        label = paragraph.label
        chapeau = read.get(label.parent) if label.parent else None
        if chapeau:
            verb, addressees = chapeau.opening, addressee_below(text, chapeau.addressees)
        else:
            verb, addressees = opening(text), Addressee.STATEMENT if label.preambular else addressee(text)
        read[label] = ParsedParagraph(label, text, verb, addressees, paragraph.place)
    return tuple(read.values())
