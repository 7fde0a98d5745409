"""Edits, undo, redo and merges in any order on a small dossier: what is undone is as before, nothing comes in twice."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.services.test_dossier_merging import EDITS, apply_edits, said
from tests.services.test_merging import ONE_ROW
from tests.services.test_packages import said as without_moments
from tests.services.workbook_filling import fill, hand_out
from uprtracker.services.change import ChangeSet
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.merging import chosen_cells
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

JUSTICE = "Ministry of Justice"
SECRETARIAT = Actor(Profile.SECRETARIAT, "Legal adviser")
OTHERS = {
    "ministry": Actor(Profile.MINISTRY, "Focal point", JUSTICE),
    "validator": Actor(Profile.VALIDATOR, "State Secretary"),
}
NHRI = Actor(Profile.NHRI, "Reviewer", "Ombudsman")
NUMBERS = st.sampled_from(["71.1", "71.2", "71.3"])
PREFER = st.sampled_from(["ask", "ours", "theirs"])


@dataclass(frozen=True)
class _Done:
    """An action with the dossier before and after it, and who did it."""

    batch: str
    before: list[Any]
    after: list[Any]
    actor: Actor


class ManyHands(RuleBasedStateMachine):
    """Files wait in `sent` until they are merged, whatever happens to the dossier meanwhile."""

    base: Path
    sent = Bundle("sent")

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.base.parent))
        self.home = open_dossier(str(shutil.copy(self.base, self.folder / "home.uprt")), SECRETARIAT)
        self.ids = {row.label: row.id for row in self.home.query.rows()}
        self.done: list[_Done] = []
        self.undone: list[_Done] = []
        self.history = len(self.home.query.history())
        self.files = 0

    def teardown(self) -> None:
        if hasattr(self, "home"):
            self.home.close()
            shutil.rmtree(self.folder)

    @rule(
        number=NUMBERS,
        status=st.sampled_from([Status.PLANNED, Status.CONTINUOUS, Status.NOT_STARTED]),
        comment=st.sampled_from(["", "a bill"]),
        who=st.sampled_from(["secretariat", *OTHERS]),
    )
    def say(self, number: str, status: Status, comment: str, who: str) -> None:
        if who == "ministry" and number not in self._led():
            return
        with self._acting(OTHERS.get(who, SECRETARIAT)):
            self._do(lambda: self.home.tracking.set_status([self.ids[number]], status, comment=comment))

    @rule(number=NUMBERS, due=st.sampled_from([None, date(2027, 1, 1), date(2028, 2, 2)]))
    def plan(self, number: str, due: date | None) -> None:
        self._do(lambda: self.home.tracking.set_due([self.ids[number]], due))

    @rule(
        numbers=st.sets(NUMBERS, min_size=1),
        what=st.sampled_from(["measure", "progress", "link", "note", "none"]),
    )
    def write(self, numbers: set[str], what: str) -> None:
        ids, home = [self.ids[number] for number in sorted(numbers)], self.home
        actions = {
            "measure": lambda: home.work.add_measure(ids, "Assembly Act"),
            "progress": lambda: home.work.add_progress(ids, "Much was done."),
            "link": lambda: home.linking.link_paragraph(ids, "10 (d)"),
            "note": lambda: home.annotating.annotate(ids, "Which law?"),
            "none": lambda: home.linking.decide_concerns_none(ids),
        }
        self._do(actions[what])

    @rule()
    def confirm(self) -> None:
        with self._acting(OTHERS["validator"]):
            self._do(lambda: self.home.tracking.validate(list(self.ids.values())))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        last = self.done.pop()
        with self._acting(last.actor):
            change = self.home.undoing.undo(last.batch)
        assert change.refused == ()
        assert said(self.home) == last.before
        self.undone.append(_Done(change.batch, last.before, last.after, last.actor))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        last = self.undone.pop()
        with self._acting(last.actor):
            change = self.home.undoing.undo(last.batch)
        assert change.refused == ()
        assert said(self.home) == last.after
        self.done.append(_Done(change.batch, last.before, last.after, last.actor))

    @rule(target=sent, number=NUMBERS, cells=ONE_ROW)
    def a_workbook_returns(self, number: str, cells: dict[str, Any]) -> Path:
        path = hand_out(self.home, JUSTICE, self._path("xlsx"))
        return fill(path, {number: cells} if number in self._led() else {})

    @rule(target=sent, number=NUMBERS, edits=EDITS)
    def a_copy_returns(self, number: str, edits: dict[str, Any]) -> Path:
        path = self.home.packaging.check_out(self._path("uprt"))
        with open_dossier(str(path), OTHERS["validator"]) as away:
            apply_edits(away, self.ids[number], edits)
        return path

    @rule(target=sent, number=NUMBERS, assessment=st.sampled_from(list(Assessment)))
    def the_nhri_answers(self, number: str, assessment: Assessment) -> Path:
        package = self.home.packaging.package_for_nhri(self._path("uprt")).path
        with open_dossier(str(package), NHRI) as nhri:
            row = next(row for row in nhri.query.rows() if row.label == number)
            nhri.annotating.assess([row.id], assessment, comment="as seen")
            nhri.annotating.annotate([row.id], "For all.", confidentiality=Confidentiality.PUBLIC)
            return nhri.packaging.package_for_secretariat(self._path("uprt")).path

    @rule(file=sent, prefer=PREFER)
    def merge(self, file: Path, prefer: str) -> None:
        self._do(lambda: self.home.merging.apply(self.home.merging.plan(file), prefer=prefer))
        once = said(self.home)
        again = self.home.merging.plan(file)
        assert chosen_cells(again, prefer, {}) == ()
        assert not self.home.merging.apply(again, prefer=prefer).changed
        assert said(self.home) == once

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "home"):
            return
        found = self.home.checking.check()
        assert found.ok, found.findings
        entries = len(self.home.query.history())
        assert entries >= self.history
        self.history = entries
        figures = overview(self.home.query.rows())
        assert figures.received == figures.status.total == sum(figures.positions.values()) == 3

    def _do(self, action: Any) -> None:
        before = said(self.home)
        change: ChangeSet = action()
        if not change.changed:
            assert said(self.home) == before
            return
        self.done.append(_Done(change.batch, before, said(self.home), self.home.store.actor))
        self.undone.clear()

    @contextmanager
    def _acting(self, actor: Actor) -> Iterator[None]:
        self.home.store.act_as(actor)
        yield
        self.home.store.act_as(SECRETARIAT)

    def _led(self) -> set[str]:
        """What the ministry leads: a copy that comes back may assign otherwise."""
        return {row.label for row in self.home.query.rows() if row.lead == JUSTICE}

    def _path(self, suffix: str) -> Path:
        self.files += 1
        return self.folder / f"{self.files}.{suffix}"


def test_any_order(dossier: Dossier, ids: dict[str, int], tmp_path: Path) -> None:
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    dossier.close()
    machine = type("OfThisDossier", (ManyHands,), {"base": Path(dossier.store.location)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6,
            stateful_step_count=12,
            deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        ),
    )


def test_law_the_order_of_what_different_hands_send_does_not_matter(
    dossier: Dossier, ids: dict[str, int], tmp_path: Path
) -> None:
    """A workbook, a colleague's copy and the NHRI's package, each about a recommendation of its own, in all six orders."""
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    answers = {"71.1": {"status": "Planned", "progress": "Much was done.", "not_ours": "Parliament"}}
    book = fill(hand_out(dossier, JUSTICE, tmp_path / "w.xlsx"), answers)
    copy = dossier.packaging.check_out(tmp_path / "c.uprt")
    package = dossier.packaging.package_for_nhri(tmp_path / "n.uprt").path
    dossier.close()
    with open_dossier(str(copy), OTHERS["validator"]) as away:
        away.tracking.set_status([ids["71.2"]], Status.CONTINUOUS, comment="told in Geneva")
        away.work.add_measure([ids["71.2"]], "Assembly Act")
    with open_dossier(str(package), NHRI) as nhri:
        row = next(row for row in nhri.query.rows() if row.label == "71.3")
        nhri.annotating.assess([row.id], Assessment.NOT_IMPLEMENTED, comment="No bill.")
        back = nhri.packaging.package_for_secretariat(tmp_path / "b.uprt").path
    ends = []
    for order in permutations((book, copy, back)):
        place = shutil.copy(dossier.store.location, tmp_path / "place.uprt")
        with open_dossier(str(place), SECRETARIAT) as home:
            for file in order:
                assert home.merging.apply(home.merging.plan(file)).refused == ()
            ends.append(without_moments(home))
    assert all(end == ends[0] for end in ends)
    assert [row[1] for row in ends[0]] == [Status.PLANNED, Status.CONTINUOUS, None]
