"""What every importer produces: plain records of what a file says, with their place in it."""

from dataclasses import dataclass
from datetime import date

from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file's name and words for a person, `table 1, row 57` or `page 12`."""

    file: str
    where: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about the reading of a file; it stops nothing. `where` is empty for all of it."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class ParsedClause:
    """One clause and the States that made it, as printed: ISO 3166 alpha-3 and the names as they stand."""

    text: str
    states: tuple[str, ...]
    states_as_printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParsedTheme:
    """A label as printed under a scheme (`OHCHR cycle 4`); `kind`: `theme`, `group` (of persons) or `sdg`.

    `code` is the scheme's own (`H1`, `14.3`, goal or target `16.2`) or empty; `label` is without it.
    """

    scheme: str
    kind: str
    code: str
    label: str


# not frozen, because a file makes ten thousands of them and setting so many frozen fields takes five times as long
@dataclass(slots=True, unsafe_hash=True)
class ParsedRecommendation:
    """One recommendation as a source gives it; `dataclasses.replace` makes another, and nobody changes one.

    `number` is text and never a figure (28.10 is not 28.1); `part` is empty, or `a`, `b` where one number has
    rows that differ. `text` is without number, bracketed States and source of the position; with several
    clauses it is theirs, joined by `; `. `position_paragraph` is as printed (`Para. 3`). `explanation` is
    what the source says about the position. `order` counts from 1; `heading` is the banner printed above.
    `comment` is what stands in a column for assessments. `in_doubt` says what a person must decide before the
    record may be used; empty where nothing is.

    What only some sources have: `texts` are (language, text) in further languages; `aliases` are (kind,
    value), with kinds `uhri`, `upr_info`, `national_code` and, where a source has no number, `text` (a digest
    of State and wording); `action_category` is UPR Info's 1 to 5. `lead` and `supporting` are institutions as
    printed. `status` is proposed from the source's own word and is for a person to confirm.
    """

    number: str
    part: str
    text: str
    language: str
    clauses: tuple[ParsedClause, ...]
    position: Position
    position_as_printed: str
    position_symbol: str
    position_paragraph: str
    already_implemented: bool
    explanation: str
    themes: tuple[ParsedTheme, ...]
    heading: str
    order: int
    comment: str
    in_doubt: str
    place: Place
    kind: str = "recommendation"
    texts: tuple[tuple[str, str], ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    action_category: int | None = None
    clusters: tuple[str, ...] = ()
    lead: str = ""
    supporting: tuple[str, ...] = ()
    status: Status | None = None
    status_as_printed: str = ""
    status_on: date | None = None
    due_on: date | None = None

    @property
    def label(self) -> str:
        """The number as a person writes it: `140.12`, `140.12a`."""
        return self.number + self.part

    @property
    def states(self) -> tuple[str, ...]:
        """All recommending States as ISO 3166 alpha-3 in the order printed, each once."""
        return tuple(dict.fromkeys(iso3 for clause in self.clauses for iso3 in clause.states))

    @property
    def position_source(self) -> str:
        """Symbol and paragraph, `A/HRC/59/15/Add.1 - Para.3`; empty where the source gives neither."""
        return " - ".join(piece for piece in (self.position_symbol, self.position_paragraph) if piece)


@dataclass(frozen=True)
class ParsedReview:
    """One document with its recommendations. `None` and empty mean that the document does not say it.

    `source` is the command line's word (`thematic-list`); `document_symbol` is that of the Working Group's
    report, without `/Add.1`. `missing_numbers` are gaps in the numbering, in order. `mechanism` is `upr`,
    `treaty_body`, `special_procedure` or `other`, and `body` which one (`CEDAW`); `dated_on` is the day on
    which the document was published.
    """

    source: str
    file: str
    title: str
    state_iso3: str | None
    state_as_printed: str
    cycle: int | None
    session: int | None
    document_symbol: str
    addendum_symbol: str
    recommendations: tuple[ParsedRecommendation, ...]
    warnings: tuple[Notice, ...]
    missing_numbers: tuple[str, ...]
    mechanism: str = "upr"
    body: str = ""
    dated_on: date | None = None

    @property
    def in_doubt(self) -> tuple[ParsedRecommendation, ...]:
        """The records that wait for a person."""
        return tuple(record for record in self.recommendations if record.in_doubt)


@dataclass(frozen=True)
class ParsedDocuments:
    """What a file with recommendations from several documents holds: one entry for each document and State."""

    source: str
    file: str
    documents: tuple[ParsedReview, ...]
    warnings: tuple[Notice, ...]

    @property
    def count(self) -> int:
        return sum(len(document.recommendations) for document in self.documents)


@dataclass(frozen=True)
class ParsedQuestion:
    """One question that a State sent in advance; `order` counts from 1 within the file.

    `on_behalf_of` is what a joint question says of those who ask with it, as printed.
    """

    state_iso3: str | None
    state_as_printed: str
    text: str
    on_behalf_of: str
    order: int
    place: Place


@dataclass(frozen=True)
class ParsedQuestions:
    """The advance questions of one file. `batch` is 1 for the first list and 1 + n for its n-th addendum."""

    source: str
    file: str
    title: str
    state_iso3: str | None
    state_as_printed: str
    batch: int
    generated_on: date | None
    questions: tuple[ParsedQuestion, ...]
    warnings: tuple[Notice, ...]


@dataclass(frozen=True)
class Answers:
    """What a person says about a document; each answer given takes the place of what the document says."""

    state_iso3: str | None = None
    cycle: int | None = None
    session: int | None = None
    document_symbol: str | None = None
