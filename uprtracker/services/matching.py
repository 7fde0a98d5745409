"""What a source without numbers gave about the State's own reviews, until a person says which recommendation it is."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.mechanism import UPR
from uprtracker.importers.record import ParsedRecommendation, ParsedTheme, Place
from uprtracker.importers.same_text import Known, find_same
from uprtracker.models import annotation, follow_up, instrument
from uprtracker.models.dossier import Fact
from uprtracker.models.institution import Assignment
from uprtracker.models.recommendation import Recommendation as RecommendationTable
from uprtracker.models.source_document import SourceDocument
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.change_writing import enrich
from uprtracker.services.content import read_content, write_content
from uprtracker.services.import_comparison import UPR_INFO
from uprtracker.services.import_documents import own_twin
from uprtracker.services.latest import in_chunks
from uprtracker.services.row_loader import load_rows
from uprtracker.services.standing import REFERENCE
from uprtracker.services.store import Store
from uprtracker.vocabulary.matching import MatchCandidate, MatchProposal
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.text_difference import differences

NOT_THE_SAME = "not_same"
"""The alias of a waiting record whose value is the uid of a recommendation that a person said it is not."""
_FOLLOW_UP = (
    follow_up.StatusEntry,
    follow_up.ProgressEntry,
    follow_up.Evidence,
    annotation.Annotation,
    annotation.AssessmentEntry,
    instrument.Link,
    Assignment,
)


class MatchingService:
    """Proposals are computed; what a person says about them is kept and is one undoable action each."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def proposals(self) -> tuple[MatchProposal, ...]:
        """Every waiting record with the recommendations of the same review that it may be."""
        with self._store.read() as session:
            waiting = _waiting(session)
            own = load_rows(session, today=self._store.today(), actor=self._store.actor)
        return tuple(_proposals(waiting, [row for row in own if row.kind == "recommendation"]))

    def confirm(self, waiting_id: int, recommendation_id: int) -> ChangeSet:
        """It is that recommendation: its themes, action category and aliases go there, and it waits no longer."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            session = recorder.session
            waiting, row = _the_two(session, waiting_id, recommendation_id)
            _require_no_follow_up(session, waiting, row)
            recorder.name(_("Take {one} for {other}").format(one=waiting.label, other=row.label))
            enrich(recorder, row, _as_record(waiting), UPR_INFO)
            stored = session.get_one(RecommendationTable, waiting.id)
            recorder.withdraw(stored, "recommendation", waiting.label, recommendation_id=waiting.id)
            # its aliases are needed once only, and two recommendations must not be known by one
            write_content(recorder, stored, "aliases", [])
        return recorder.result()

    def reject(self, waiting_id: int, recommendation_id: int) -> ChangeSet:
        """It is another recommendation than that one, which is not proposed for it again."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            waiting, row = _the_two(recorder.session, waiting_id, recommendation_id)
            recorder.name(_("Tell {one} from {other}").format(one=waiting.label, other=row.label))
            stored = recorder.session.get_one(RecommendationTable, waiting.id)
            aliases = read_content(recorder.session, waiting.id, "aliases")
            if [NOT_THE_SAME, row.uid] not in aliases:
                write_content(recorder, stored, "aliases", sorted([*aliases, [NOT_THE_SAME, row.uid]]))
        return recorder.result()

    def accept_as_new(self, waiting_id: int) -> ChangeSet:
        """It is none of the others: from now on it counts as a recommendation of its own, under its made-up number."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            waiting = _one(recorder.session, waiting_id)
            recorder.name(_("Take {one} as a recommendation of its own").format(one=waiting.label))
            stored = recorder.session.get_one(RecommendationTable, waiting.id)
            document = recorder.session.get_one(SourceDocument, stored.document_id)
            own = own_twin(recorder, document)
            recorder.update(stored, "document_id", own.id, recommendation_id=waiting.id)
            recorder.structure = True
        return recorder.result()


def _waiting(session: Session) -> list[Recommendation]:
    home = select(Fact.value).where(Fact.key == "home_state").scalar_subquery()
    r, d = RecommendationTable, SourceDocument
    ids = session.scalars(
        select(r.id)
        .join(d, d.id == r.document_id)
        .where(d.collection == REFERENCE, d.mechanism == UPR, d.state_iso3 == home, r.withdrawn_at.is_(None))
    ).all()
    return [row for chunk in in_chunks(ids) for row in load_rows(session, ids=chunk)]


def _proposals(waiting: list[Recommendation], own: list[Recommendation]) -> list[MatchProposal]:
    found: list[MatchProposal] = []
    for review in dict.fromkeys((row.cycle, row.session) for row in waiting):
        group = [row for row in waiting if (row.cycle, row.session) == review]
        same_review = {str(row.id): row for row in own if _is_of(row, *review)}
        known = [Known(key, row.text, row.recommending_states) for key, row in same_review.items()]
        read = [Known(str(row.id), row.text, row.recommending_states) for row in group]
        for row, same in zip(group, find_same(read, known), strict=True):
            told_apart = {value for kind, value in row.aliases if kind == NOT_THE_SAME}
            candidates = [
                MatchCandidate(other, c.score, c.equal, c.states_agree, differences(row.text, other.text))
                for c in same.candidates
                if (other := same_review[c.key]).uid not in told_apart
            ]
            found.append(MatchProposal(row, tuple(candidates)))
    return found


def _is_of(row: Recommendation, cycle: int | None, session: int | None) -> bool:
    if row.session and session:
        return row.session == session
    return bool(cycle) and row.cycle == cycle


def _the_two(
    session: Session, waiting_id: int, recommendation_id: int
) -> tuple[Recommendation, Recommendation]:
    return _one(session, waiting_id), _one(session, recommendation_id)


def _one(session: Session, id_: int) -> Recommendation:
    rows = load_rows(session, ids=[id_])
    if not rows:
        raise UserError(_("The recommendation is no longer there; look at the list again."))
    return rows[0]


def _require_no_follow_up(session: Session, waiting: Recommendation, row: Recommendation) -> None:
    """What somebody has written on a record would be lost from sight with it."""
    for table in _FOLLOW_UP:
        written = exists().where(table.recommendation_id == waiting.id, table.withdrawn_at.is_(None))
        if session.scalar(select(written)):
            raise UserError(
                _(
                    "{one} has follow-up of its own; enter that at {other} first, then say that they are the same."
                ).format(one=waiting.label, other=row.label)
            )


def _as_record(row: Recommendation) -> ParsedRecommendation:
    """What a waiting record adds: labels, aliases and the action category; its text is the other's already."""
    return ParsedRecommendation(
        number=row.number,
        part=row.part,
        text="",
        language="en",
        clauses=(),
        position=row.position,
        position_as_printed="",
        position_symbol="",
        position_paragraph="",
        already_implemented=False,
        explanation="",
        themes=tuple(ParsedTheme(t.scheme, t.kind, t.code, t.label) for t in row.themes),
        heading="",
        order=0,
        comment="",
        in_doubt="",
        place=Place("", ""),
        aliases=tuple(alias for alias in row.aliases if alias[0] != NOT_THE_SAME),
        action_category=row.action_category,
    )
