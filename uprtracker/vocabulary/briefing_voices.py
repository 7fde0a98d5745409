"""Who speaks in the room: what each State said and says, what the NHRI criticises, and what was noted for which reason."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from uprtracker.i18n import current_language
from uprtracker.vocabulary.briefing_text import AdvanceQuestion, BriefingTexts, ConfirmedPair, Field, Subject
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import (
    Annotation,
    AssessmentEntry,
    Recommendation,
    ReportData,
    natural_order,
)
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.status import Assessment
from uprtracker.vocabulary.text import fold


@dataclass(frozen=True)
class Became:
    """A recommendation of the cycle before, with those of today that take it up, as a person confirmed."""

    row: Recommendation
    taken_up: tuple[tuple[Recommendation, str], ...]
    """With the kind: `repeated`, `strengthened` or `weakened`."""


@dataclass(frozen=True)
class StateVoice:
    """One State: what it said last time and what became of it, what it says now, how many questions it asks."""

    iso3: str
    name: str
    before: tuple[Became, ...] = ()
    now: tuple[Recommendation, ...] = ()
    questions: tuple[AdvanceQuestion, ...] = ()


@dataclass(frozen=True)
class Criticism:
    """What the NHRI says of one recommendation, none of it restricted, and our reply."""

    row: Recommendation
    assessment: AssessmentEntry | None
    notes: tuple[Annotation, ...]
    reply: str


@dataclass(frozen=True)
class NotedReason:
    """A recommendation noted, wholly or in part: `explanation` from its source, `own` as the delegation words it."""

    row: Recommendation
    explanation: str
    own: str

    @property
    def given(self) -> bool:
        return bool(self.explanation or self.own)


def became_of(
    previous: Sequence[Recommendation], rows: Sequence[Recommendation], pairs: Sequence[ConfirmedPair]
) -> tuple[Became, ...]:
    """The earlier recommendations in order, each with what takes it up; the program's own proposals are no part of it."""
    by_id = {row.id: row for row in rows}
    later: dict[int, list[tuple[Recommendation, str]]] = defaultdict(list)
    for pair in pairs:
        if pair.later_id in by_id:
            later[pair.earlier_id].append((by_id[pair.later_id], pair.kind))
    received = natural_order([row for row in previous if row.kind == "recommendation"])
    return tuple(Became(row, tuple(later[row.id])) for row in received)


@dataclass
class _Said:
    before: list[Became] = field(default_factory=list)
    now: list[Recommendation] = field(default_factory=list)
    questions: list[AdvanceQuestion] = field(default_factory=list)


def voices_of(
    rows: Sequence[Recommendation], became: Sequence[Became], questions: Sequence[AdvanceQuestion]
) -> tuple[StateVoice, ...]:
    """Every State that recommended something or asks something, by its name in the language of the pack."""
    said: dict[str, _Said] = defaultdict(_Said)
    for each in became:
        for iso3 in each.row.recommending_states:
            said[iso3].before.append(each)
    for row in rows:
        for iso3 in row.recommending_states:
            said[iso3].now.append(row)
    for question in questions:
        if question.asking_iso3:
            said[question.asking_iso3].questions.append(question)
    voices = [
        StateVoice(
            iso3, state(iso3).name(current_language()), tuple(s.before), tuple(s.now), tuple(s.questions)
        )
        for iso3, s in said.items()
    ]
    return tuple(sorted(voices, key=lambda voice: fold(voice.name)))


def criticism_of(
    rows: Sequence[Recommendation], data: ReportData, texts: BriefingTexts
) -> tuple[Criticism, ...]:
    """What the NHRI assesses as less than implemented, disputes, or has written a note about."""
    found = []
    for row in rows:
        details = data.details[row.id]
        notes = tuple(
            note
            for note in details.annotations
            if note.institution in texts.nhri and note.confidentiality is not Confidentiality.RESTRICTED
        )
        assessment = details.assessments[0] if details.assessments else None
        if notes or row.disputed or _is_critical(assessment):
            reply = texts.text(Subject.RECOMMENDATION, row.uid, Field.CRITICISM)
            found.append(Criticism(row, assessment, notes, reply))
    return tuple(found)


def _is_critical(assessment: AssessmentEntry | None) -> bool:
    mild = (Assessment.FULLY_IMPLEMENTED, Assessment.NO_INFORMATION)
    return assessment is not None and assessment.assessment not in mild


def noted_of(
    rows: Sequence[Recommendation], data: ReportData, texts: BriefingTexts
) -> tuple[NotedReason, ...]:
    """Every recommendation that is noted or supported in part, with the reason that its source or the delegation gives."""
    found = []
    for row in rows:
        if row.position in (Position.NOTED, Position.SUPPORTED_NOTED):
            positions = data.details[row.id].positions
            explanation = positions[0].explanation if positions else ""
            own = texts.text(Subject.RECOMMENDATION, row.uid, Field.SUGGESTED_REPLY)
            found.append(NotedReason(row, explanation, own))
    return tuple(found)
