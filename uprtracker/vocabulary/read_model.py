"""What every layer reads of a dossier: frozen dataclasses without behaviour that writes. `id` is valid in one dossier only."""

from dataclasses import dataclass, field
from datetime import date, datetime

from uprtracker.i18n import translated
from uprtracker.vocabulary.briefing_text import BriefingTexts
from uprtracker.vocabulary.change_report import ChangeReport
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.original_list import OriginalList
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.status import NOT_REPORTED, Assessment, Status


@dataclass(frozen=True)
class Clause:
    """One clause of a recommendation with the States that made it, ISO 3166 alpha-3 and as printed, in order."""

    text: str
    states: tuple[str, ...]
    states_as_printed: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """A label as printed, with its scheme (`OHCHR cycle 4`, `UPR Info`, ...); `kind`: `theme`, `group` or `sdg`."""

    scheme: str
    kind: str
    code: str
    label: str


@dataclass(frozen=True)
class LinkedParagraph:
    """A link between a recommendation and a paragraph; `state`: `suggested`, `confirmed` or `rejected`."""

    id: int
    instrument: str
    version: str
    label: str
    sort_key: str
    short: str
    state: str
    reason: str
    by: str
    at: datetime

    @property
    def caption(self) -> str:
        """What the paragraph asks for in a few words, in the language spoken."""
        return translated(self.short)


@dataclass(frozen=True)
class Recommendation:
    """One row of the list of recommendations: a number, or a part of one that is followed up apart.

    `official` is the latest validated status (`None`: *Not reported*), `status` the latest entry, draft or not.
    `recommending_states` are ISO 3166 alpha-3 codes in the order printed, each once.
    `paragraphs` are confirmed links to the dossier's default text version, in the order of the text.
    `decided` is false while nobody has linked it or said that it concerns no paragraph.
    `order` and `heading` are those of the list that printed it.
    `due_soon`: due within thirty days; `nothing_reported`: for twelve months or since the last snapshot.
    """

    id: int
    uid: str
    number: str
    part: str
    sort_key: str
    document_symbol: str
    document_id: int
    cycle: int | None
    session: int | None
    mechanism: str
    kind: str
    text: str
    clauses: tuple[Clause, ...]
    recommending_states: tuple[str, ...]
    position: Position
    position_as_printed: str
    position_source: str
    already_implemented: bool
    official: Status | None
    status: Status | None
    status_on: date | None
    status_validated: bool
    status_comment: str
    lead: str
    supporting: tuple[str, ...]
    due_on: date | None
    assessment: Assessment | None
    assessment_on: date | None
    disputed: bool
    overdue: bool
    open: bool
    themes: tuple[Theme, ...]
    clusters: tuple[str, ...]
    paragraphs: tuple[LinkedParagraph, ...]
    decided: bool
    concerns_none: bool
    annotation_count: int
    last_activity_on: date | None
    action_category: int | None
    order: int
    heading: str
    texts: dict[str, str] = field(default_factory=dict)
    aliases: tuple[tuple[str, str], ...] = ()
    due_soon: bool = False
    nothing_reported: bool = False
    collection: str = "own"
    state_iso3: str = ""

    @property
    def label(self) -> str:
        """The number as a person writes it: `140.12`, `140.12a`."""
        return self.number + self.part

    @property
    def has_draft(self) -> bool:
        """The latest entry waits for validation."""
        return self.status is not None and not self.status_validated

    @property
    def bucket(self) -> str:
        return NOT_REPORTED if self.official is None else self.official.value

    @property
    def paragraph_labels(self) -> tuple[str, ...]:
        return tuple(p.label for p in self.paragraphs)

    @property
    def counted_as(self) -> tuple[int, str]:
        """Rows with the same value are parts of one number, which every official figure counts once."""
        return self.document_id, self.number


@dataclass(frozen=True)
class PositionEntry:
    position: Position
    as_printed: str
    already_implemented: bool
    on: date | None
    source: str
    explanation: str


@dataclass(frozen=True)
class StatusEntry:
    id: int
    status: Status | None
    comment: str
    on: date
    recorded_at: datetime
    by: str
    profile: Profile
    validated: bool
    validated_by: str


@dataclass(frozen=True)
class AssessmentEntry:
    assessment: Assessment
    on: date
    by: str
    comment: str
    citation: str


@dataclass(frozen=True)
class ProgressEntry:
    id: int
    on: date
    institution: str
    text: str
    confidentiality: Confidentiality


@dataclass(frozen=True)
class Measure:
    """`serves`: the ids of all recommendations that it is for."""

    title: str
    responsible: str
    start_on: date | None
    due_on: date | None
    state: str
    id: int = 0
    serves: tuple[int, ...] = ()
    uid: str = ""


@dataclass(frozen=True)
class Evidence:
    id: int
    title: str
    symbol: str
    paragraph: str
    quote: str
    link: str
    file_name: str
    confidentiality: Confidentiality


@dataclass(frozen=True)
class Annotation:
    """A note on one recommendation; `state`: `open`, `answered` or `resolved`; `thread` joins a note with its answers.

    `of_nhri`: the NHRI wrote it; only the side that wrote a note says that it is resolved.
    """

    id: int
    thread: str
    author: str
    institution: str
    at: datetime
    text: str
    state: str
    confidentiality: Confidentiality
    of_nhri: bool = False


@dataclass(frozen=True)
class HistoryEntry:
    """One change of one field: who, when, what, from, to, why. `action`: create, update, withdraw or restore."""

    seq: int
    batch: str
    at: datetime
    by: str
    profile: Profile
    recommendation_id: int | None
    number: str
    entity: str
    action: str
    field: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True)
class RecommendationDetails:
    """Everything the profile may see about one recommendation; lists run from the newest to the oldest."""

    row: Recommendation
    positions: tuple[PositionEntry, ...]
    statuses: tuple[StatusEntry, ...]
    assessments: tuple[AssessmentEntry, ...]
    progress: tuple[ProgressEntry, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[Evidence, ...]
    annotations: tuple[Annotation, ...]
    rejected: tuple[LinkedParagraph, ...]
    history: tuple[HistoryEntry, ...]
    withheld: int
    suggested: tuple[LinkedParagraph, ...] = ()
    """Proposals that were stored, as when links are carried to another text; they wait for a person and are no links."""


@dataclass(frozen=True)
class Paragraph:
    """One addressable unit of a text version.

    `addressees`: `states`, `statement`, or the other addressee's key (`nhris`, `business`, ...); `is_gap_unit` is true
    where a missing recommendation counts as a gap (addressed to States, not a chapeau).
    """

    id: int
    label: str
    sort_key: str
    parent: str
    preambular: bool
    text: str
    opening: str
    addressees: str
    short: str
    is_gap_unit: bool

    @property
    def caption(self) -> str:
        """What the paragraph asks for in a few words, in the language spoken."""
        return translated(self.short)


@dataclass(frozen=True)
class TextVersion:
    """A version of an instrument's text with its paragraphs in order, preamble first."""

    id: int
    instrument: str
    instrument_title: str
    version: str
    description: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def citation(self) -> str:
        """How screens and exports name the text: instrument and version, never a resolution number it does not have."""
        return f"{self.instrument_title} ({self.called})"

    @property
    def called(self) -> str:
        """How the version is named in running text, in the language spoken."""
        return translated(self.description)


@dataclass(frozen=True)
class Institution:
    id: int
    name: str
    kind: str


@dataclass(frozen=True)
class FocalPoint:
    """The post that answers for an institution; a post, not a person."""

    institution: str
    post: str
    alternate: bool
    contact: str


@dataclass(frozen=True)
class WithheldCount:
    """How many items an export leaves out because they are above its audience."""

    annotations: int = 0
    evidence: int = 0
    progress: int = 0
    briefing: int = 0
    """Texts that the delegation prepared."""

    @property
    def total(self) -> int:
        return self.annotations + self.evidence + self.progress + self.briefing


@dataclass(frozen=True)
class ReportData:
    """Everything a report prints, already limited to its audience. `rows` are in the order of the list (theme banners)."""

    info: DossierInfo
    text_version: TextVersion
    rows: tuple[Recommendation, ...]
    details: dict[int, RecommendationDetails]
    audience: Confidentiality
    as_of: date
    filters: tuple[str, ...]
    withheld: WithheldCount
    confirmed_by: tuple[str, ...]
    changed_since: str
    changed: tuple["ChangedStatus", ...]
    language: str = "en"
    original: OriginalList | None = None
    focal_points: tuple[FocalPoint, ...] = ()
    history_head: str = ""
    briefing: BriefingTexts | None = None
    previous: tuple[Recommendation, ...] = ()
    """The recommendations of the cycle before, with `briefing`."""
    snapshot: str = ""
    """The name of the snapshot that all this was read from; empty where it is the dossier itself."""
    changes: ChangeReport | None = None


@dataclass(frozen=True)
class ChangedStatus:
    """A recommendation whose official status moved since the last snapshot."""

    label: str
    text: str
    before: Status | None
    after: Status | None
    lead: str


def natural_order(rows: list[Recommendation]) -> list[Recommendation]:
    """Rows by cycle, document and natural order of their numbers."""
    return sorted(rows, key=lambda r: (r.cycle or 0, r.document_symbol, r.sort_key))
