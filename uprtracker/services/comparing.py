"""Comparing two cycles: what became of each recommendation; pairs are proposals, and what a person says of them is kept."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.comparison import RecommendationPair
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.cycle_comparison import Compared, ComparedPair, compare_cycles, counts
from uprtracker.vocabulary.matching import CycleComparison, CyclePair
from uprtracker.vocabulary.read_model import Recommendation

CONFIRMED, REJECTED = "confirmed", "rejected"
_Pairs = set[tuple[int, int]]


class ComparingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def compare(self, earlier: int, later: int) -> CycleComparison:
        """Two cycles of the State by their numbers. `UserError` where the dossier lacks one of them."""
        with self._store.read() as session:
            rows = [
                row
                for row in load_rows(session, today=self._store.today(), actor=self._store.actor)
                if row.kind == "recommendation"
            ]
            said = _said(session)
        before, after = (self._of_cycle(rows, cycle) for cycle in (earlier, later))
        found = compare_cycles(
            [_compared(row) for row in before],
            [_compared(row) for row in after],
            confirmed=said[CONFIRMED],
            rejected=said[REJECTED],
        )
        by_id = {row.id: row for row in (*before, *after)}
        return CycleComparison(earlier, later, tuple(_pair(each, by_id) for each in found), counts(found))

    def confirm(self, earlier_id: int, later_id: int) -> ChangeSet:
        """The later recommendation takes the earlier one up."""
        return self._say(earlier_id, later_id, CONFIRMED)

    def reject(self, earlier_id: int, later_id: int) -> ChangeSet:
        """The two have nothing to do with each other; the pair is not proposed again."""
        return self._say(earlier_id, later_id, REJECTED)

    def _say(self, earlier_id: int, later_id: int, state: str) -> ChangeSet:
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            earlier, later = _the_two(recorder.session, earlier_id, later_id)
            words = {
                CONFIRMED: _("Confirm that {later} takes up {earlier}"),
                REJECTED: _("Say that {later} does not take up {earlier}"),
            }
            recorder.name(words[state].format(earlier=earlier.label, later=later.label))
            _enter(recorder, earlier, later, state)
        return recorder.result()

    def _of_cycle(self, rows: list[Recommendation], cycle: int) -> list[Recommendation]:
        found = [row for row in rows if row.cycle == cycle]
        if not found:
            there = ", ".join(str(c) for c in sorted({row.cycle for row in rows if row.cycle}))
            raise UserError(
                _("This dossier has no recommendations of cycle {cycle}; it has those of: {cycles}.").format(
                    cycle=cycle, cycles=there or _("none")
                )
            )
        return found


def _said(session: Session) -> dict[str, _Pairs]:
    p = RecommendationPair
    found: dict[str, _Pairs] = {CONFIRMED: set(), REJECTED: set()}
    for row in session.scalars(select(p).where(p.withdrawn_at.is_(None))):
        found[row.state].add((row.earlier_id, row.later_id))
    return found


def _compared(row: Recommendation) -> Compared:
    return Compared(row.id, row.text, row.recommending_states, row.action_category, row.position)


def _pair(found: ComparedPair, rows: dict[int, Recommendation]) -> CyclePair:
    return CyclePair(
        kind=found.kind,
        earlier=rows[found.earlier.id] if found.earlier else None,
        later=rows[found.later.id] if found.later else None,
        score=found.score,
        confirmed=found.confirmed,
        strengthened=found.strengthened,
        position_changed=found.position_changed,
        differences=found.word_differences(),
    )


def _the_two(session: Session, earlier_id: int, later_id: int) -> tuple[Recommendation, Recommendation]:
    rows = {row.id: row for row in load_rows(session, ids=[earlier_id, later_id])}
    if len(rows) < 2:
        raise UserError(_("The two recommendations are no longer both there; compare the cycles again."))
    earlier, later = rows[earlier_id], rows[later_id]
    if not (earlier.cycle and later.cycle and earlier.cycle < later.cycle):
        raise UserError(
            _("{earlier} and {later} are not of an earlier and a later cycle.").format(
                earlier=earlier.label, later=later.label
            )
        )
    return earlier, later


def _enter(recorder: Recorder, earlier: Recommendation, later: Recommendation, state: str) -> None:
    """One row for a pair: what was said last."""
    p = RecommendationPair
    standing = recorder.session.scalars(
        select(p).where(p.earlier_id == earlier.id, p.later_id == later.id, p.withdrawn_at.is_(None))
    ).first()
    if standing is not None and standing.state == state:
        return
    if standing is not None:
        recorder.withdraw(standing, "pair", standing.state, recommendation_id=later.id)
    # the table knows what a person says of the wording; that the position changed follows from the positions
    (found,) = compare_cycles([_compared(earlier)], [_compared(later)], confirmed={(earlier.id, later.id)})
    row = RecommendationPair(
        earlier_id=earlier.id,
        later_id=later.id,
        kind="strengthened" if found.strengthened else "repeated",
        state=state,
        recorded_at=recorder.at,
        by_post=recorder.actor.name,
    )
    recorder.create(row, "pair", f"{earlier.label} {state}", recommendation_id=later.id)
