"""A copy of the dossier that a colleague took along: its edits come back with their history, three ways."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from uprtracker.errors import UserError
from uprtracker.models.exchange import OutgoingFile
from uprtracker.models.history import Batch
from uprtracker.services.dossier import Dossier, create_dossier, open_dossier
from uprtracker.services.merge_plan import Kind
from uprtracker.services.merging import chosen_cells
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

JUSTICE, HEALTH = "Ministry of Justice", "Ministry of Health"
COLLEAGUE = Actor(Profile.VALIDATOR, "Deputy")
HOME = Actor(Profile.SECRETARIAT, "Legal adviser")


@pytest.fixture
def home(dossier: Dossier, ids: dict[str, int]) -> Dossier:
    dossier.store.act_as(HOME)
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, comment="a bill", on=date(2026, 1, 2))
    dossier.tracking.set_due([ids["71.1"]], date(2027, 6, 30))
    dossier.work.add_measure([ids["71.1"], ids["71.2"]], "Assembly Act", institution=JUSTICE)
    return dossier


@pytest.fixture
def copy(home: Dossier, tmp_path: Path) -> Path:
    return home.packaging.check_out(tmp_path / "copy.uprt")


def edit(path: Path, work: Callable[[Dossier, dict[str, int]], Any], actor: Actor = COLLEAGUE) -> Path:
    with open_dossier(str(path), actor) as away:
        work(away, {row.label: row.id for row in away.query.rows()})
    return path


def merge(dossier: Dossier, path: Path, **options: Any) -> Any:
    return dossier.merging.apply(dossier.merging.plan(path), **options)


def said(dossier: Dossier) -> list[Any]:
    """What stands in the dossier, without ids."""
    found = []
    for row in dossier.query.rows():
        d = dossier.query.details(row.id)
        assert d is not None
        found.append(
            (
                row.label, row.text, row.status, row.status_comment, row.status_on, row.status_validated, row.lead,
                row.supporting, row.due_on, row.assessment, row.paragraph_labels, row.decided,
                sorted((s.status or "", s.comment, s.on, s.by, s.recorded_at, s.validated_by) for s in d.statuses),
                sorted((p.text, p.institution, p.on) for p in d.progress),
                sorted((m.title, m.state, m.due_on or date.max, len(m.serves)) for m in d.measures),
                sorted((e.title, e.link, e.quote) for e in d.evidence),
                sorted((a.text, a.state, a.author, a.at) for a in d.annotations),
                sorted((a.assessment, a.comment) for a in d.assessments),
            )
        )  # fmt: skip
    return found


def everything(away: Dossier, ids: dict[str, int]) -> None:
    away.tracking.set_status([ids["71.2"]], Status.IN_PROGRESS, comment="a draft", on=date(2026, 3, 4))
    away.tracking.set_due([ids["71.1"]], date(2028, 1, 1))
    away.tracking.assign_lead([ids["71.3"]], HEALTH)
    away.tracking.set_supporting([ids["71.1"]], [HEALTH])
    away.linking.link_paragraph([ids["71.1"]], "10 (d)", reason="registration")
    away.work.add_progress([ids["71.1"]], "Talks went on.")
    away.work.add_evidence(ids["71.1"], "Gazette 5", quote="Article 1")
    away.work.add_measure([ids["71.3"]], "A plan", institution=HEALTH)
    away.annotating.annotate([ids["71.2"]], "Please check.", confidentiality=Confidentiality.PUBLIC)


class TestNews:
    def test_every_kind_of_edit_comes_back_as_it_was_made(self, home: Dossier, copy: Path) -> None:
        edit(copy, everything)
        plan = home.merging.plan(copy)
        assert (plan.source, plan.ministry, plan.read, plan.new) == ("dossier", "Deputy", 3, 0)
        assert {cell.kind for cell in plan.cells} == {Kind.THEIRS}
        home.merging.apply(plan)
        with open_dossier(str(copy)) as away:
            assert said(home) == said(away)
        assert home.checking.check().ok

    def test_with_authors_times_and_profiles(self, home: Dossier, copy: Path) -> None:
        edit(copy, everything)
        with open_dossier(str(copy)) as away:
            theirs = {(e.batch, e.at, e.by, e.profile, e.field, e.old, e.new, e.reason) for e in away.query.history()
                      if e.by == "Deputy"}  # fmt: skip
        change = merge(home, copy)
        ours = {(e.batch, e.at, e.by, e.profile, e.field, e.old, e.new, e.reason) for e in home.query.history()
                if e.by == "Deputy"}  # fmt: skip
        assert ours == theirs
        with home.store.read() as session:
            batch = session.get_one(Batch, change.batch)
            assert (batch.by_post, "copy.uprt" in batch.title, "Deputy" in batch.title) == (
                "Legal adviser",
                True,
                True,
            )

    def test_one_undo_takes_it_all_back_and_a_redo_brings_it_again(self, home: Dossier, copy: Path) -> None:
        before = said(home)
        change = merge(home, edit(copy, everything))
        after = said(home)
        undone = home.undoing.undo(change.batch)
        assert (undone.refused, said(home)) == ((), before)
        home.undoing.undo(undone.batch)
        assert said(home) == after
        assert home.checking.check().ok

    def test_what_was_undone_may_be_merged_again(self, home: Dossier, copy: Path) -> None:
        change = merge(home, edit(copy, everything))
        after = said(home)
        home.undoing.undo(change.batch)
        again = merge(home, copy)
        assert said(home) == after
        home.undoing.undo(again.batch)
        merge(home, copy)
        assert said(home) == after
        assert not merge(home, copy).changed

    def test_their_undo_comes_back_too(self, home: Dossier, copy: Path, ids: dict[str, int]) -> None:
        def take_back(away: Dossier, _ids: dict[str, int]) -> None:
            for field in ("due_on", "measure"):
                away.undoing.undo(next(e.batch for e in away.query.history() if e.field == field))

        merge(home, edit(copy, take_back))
        details = home.query.details(ids["71.1"])
        assert details is not None
        assert (details.row.due_on, details.measures) == (None, ())
        assert not merge(home, copy).changed

    def test_a_new_document_comes_with_its_recommendations(
        self, empty_file: Path, list_file: Path, tmp_path: Path
    ) -> None:
        place = Path(shutil.copy(empty_file, tmp_path / "home.uprt"))
        away_path = Path(shutil.copy(empty_file, tmp_path / "away.uprt"))

        def load(away: Dossier, _ids: dict[str, int]) -> None:
            away.importing.apply(away.importing.plan(list_file))
            away.tracking.set_status([away.query.rows()[0].id], Status.PLANNED)

        edit(away_path, load)
        with open_dossier(str(place), HOME) as home, open_dossier(str(away_path)) as away:
            before = home.query.rows()
            plan = home.merging.plan(away_path)
            assert (before, plan.new) == ([], 3)
            change = home.merging.apply(plan)
            assert change.structure
            assert said(home) == said(away)
            assert home.checking.check().ok
            words = home.query.rows()[0].text.split()
            assert home.query.rows()[0].id in (home.query.search(" ".join(words[:3])) or set())
            assert not merge(home, away_path).changed
            home.undoing.undo(change.batch)
            assert home.query.rows() == []

    def test_a_document_that_both_read_is_one(
        self, empty_file: Path, list_file: Path, tmp_path: Path
    ) -> None:
        place, away_path = (Path(shutil.copy(empty_file, tmp_path / name)) for name in ("h.uprt", "a.uprt"))

        def load(away: Dossier, _ids: dict[str, int]) -> None:
            away.importing.apply(away.importing.plan(list_file))

        for path in (place, away_path):
            edit(path, load)
        edit(away_path, lambda away, ids: away.tracking.set_status([ids["71.1"]], Status.PLANNED))
        with open_dossier(str(place), HOME) as home:
            plan = home.merging.plan(away_path)
            assert (plan.new, plan.of_kind(Kind.CONFLICT)) == (0, ())
            home.merging.apply(plan)
            assert [(row.label, row.status) for row in home.query.rows()] == [
                ("71.1", Status.PLANNED), ("71.2", None), ("71.3", None),
            ]  # fmt: skip
            assert not merge(home, away_path).changed


class TestConflicts:
    @pytest.fixture
    def both(self, home: Dossier, copy: Path, ids: dict[str, int]) -> Path:
        def away(d: Dossier, theirs: dict[str, int]) -> None:
            d.tracking.set_status(
                [theirs["71.1"]], Status.CONTINUOUS, comment="for ever", on=date(2026, 2, 1)
            )
            d.tracking.set_due([theirs["71.1"]], date(2028, 1, 1))
            d.tracking.set_due([theirs["71.2"]], date(2028, 2, 2))

        edit(copy, away)
        home.tracking.set_status([ids["71.1"]], Status.IN_PROGRESS, comment="a bill", on=date(2026, 3, 3))
        home.tracking.set_due([ids["71.1"]], date(2029, 9, 9))
        return copy

    def test_they_wait_with_what_both_began_with(self, home: Dossier, both: Path) -> None:
        plan = home.merging.plan(both)
        assert plan.to_json(1, "ask")["conflicts"] == [
            {"number": "71.1", "field": "due", "base": "2027-06-30", "ours": "2029-09-09", "theirs": "2028-01-01"},
            {"number": "71.1", "field": "status", "base": "Planned", "ours": "In progress", "theirs": "Continuous"},
        ]  # fmt: skip
        home.merging.apply(plan)
        first, second, _third = home.query.rows()
        assert (first.status, first.due_on, second.due_on) == (
            Status.IN_PROGRESS,
            date(2029, 9, 9),
            date(2028, 2, 2),
        )
        assert len(home.merging.plan(both).of_kind(Kind.CONFLICT)) == 2

    def test_theirs_takes_the_place_of_ours(self, home: Dossier, both: Path) -> None:
        before = said(home)
        change = merge(home, both, prefer="theirs")
        first = home.query.rows()[0]
        assert (first.status, first.status_comment, first.due_on) == (
            Status.CONTINUOUS,
            "for ever",
            date(2028, 1, 1),
        )
        assert not merge(home, both, prefer="theirs").changed
        home.undoing.undo(change.batch)
        assert said(home) == before

    def test_a_person_decides_one(self, home: Dossier, both: Path) -> None:
        plan = home.merging.plan(both)
        due = next(cell for cell in plan.of_kind(Kind.CONFLICT) if cell.field == "due")
        home.merging.apply(plan, choices={due.key: "theirs"})
        first = home.query.rows()[0]
        assert (first.status, first.due_on) == (Status.IN_PROGRESS, date(2028, 1, 1))

    def test_the_same_edit_on_both_sides_is_none(
        self, home: Dossier, copy: Path, ids: dict[str, int]
    ) -> None:
        def same(d: Dossier, which: dict[str, int]) -> None:
            d.tracking.set_status([which["71.2"]], Status.PLANNED, comment="a plan")
            d.tracking.set_due([which["71.1"]], date(2028, 1, 1))
            d.work.add_progress([which["71.3"]], "Done.", institution=JUSTICE)

        edit(copy, same)
        same(home, ids)
        plan = home.merging.plan(copy)
        assert {cell.kind for cell in plan.cells} == {Kind.EQUAL}
        assert not home.merging.apply(plan).changed

    def test_values_without_history_are_all_asked(self, home: Dossier, copy: Path) -> None:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("UPDATE recommendation SET due_on = '2031-01-01' WHERE number = '71.1'")
            connection.commit()
        plan = home.merging.plan(copy)
        assert [(c.field, c.base, c.theirs, c.kind) for c in plan.cells] == [
            ("due", "", "2031-01-01", Kind.CONFLICT)
        ]
        assert "neither history" in plan.warnings[0].message

    def test_one_name_for_two_things_keeps_ours(self, home: Dossier, copy: Path, ids: dict[str, int]) -> None:
        edit(copy, lambda away, _theirs: away.freezing.take("Mid-term"))
        home.tracking.set_status([ids["71.1"]], Status.CONTINUOUS)
        home.freezing.take("Mid-term")
        plan = home.merging.plan(copy)
        assert (plan.cells, "Mid-term" in plan.warnings[0].message) == ((), True)
        assert not home.merging.apply(plan).changed

    def test_a_history_changed_by_hand_is_told(self, home: Dossier, copy: Path) -> None:
        edit(copy, everything)
        assert home.merging.plan(copy).warnings == ()
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("UPDATE batch SET by_post = 'Minister' WHERE by_post = 'Deputy'")
            connection.commit()
        assert "changed by hand" in home.merging.plan(copy).warnings[0].message


class TestWhichDossier:
    def test_another_one_is_refused(self, home: Dossier, sample: Dossier, tmp_path: Path) -> None:
        create_dossier(str(tmp_path / "other.uprt"), "Iceland").close()
        for path in (tmp_path / "other.uprt", Path(sample.store.location)):
            with pytest.raises(UserError, match="another dossier"):
                home.merging.plan(path)

    def test_a_copy_made_by_hand_is_as_good(self, home: Dossier, tmp_path: Path) -> None:
        home.close()
        by_hand = Path(shutil.copy(home.store.location, tmp_path / "by hand.uprt"))
        edit(by_hand, everything)
        merge(home, by_hand)
        with open_dossier(str(by_hand)) as away:
            assert said(home) == said(away)

    def test_a_copy_is_noted_and_whole(self, home: Dossier, copy: Path) -> None:
        with home.store.read() as session:
            (noted,) = session.scalars(select(OutgoingFile))
            assert (noted.kind, noted.by_post) == ("copy", "Legal adviser")
        with open_dossier(str(copy)) as away:
            assert said(away) == said(home)
            assert away.checking.check().ok
        assert not merge(home, copy).changed

    def test_a_file_that_changed_since_is_refused(self, home: Dossier, copy: Path) -> None:
        plan = home.merging.plan(edit(copy, everything))
        edit(copy, lambda away, ids: away.tracking.set_due([ids["71.3"]], date(2030, 1, 1)))
        with pytest.raises(UserError, match="merge it again"):
            home.merging.apply(plan)

    def test_nothing_is_written_to_the_copy(self, home: Dossier, copy: Path) -> None:
        edit(copy, everything)
        before = copy.read_bytes()
        merge(home, copy)
        assert copy.read_bytes() == before

    def test_it_goes_both_ways(self, home: Dossier, copy: Path, ids: dict[str, int]) -> None:
        edit(copy, everything)
        home.tracking.set_status([ids["71.3"]], Status.CONTINUOUS)
        merge(home, copy)
        with open_dossier(str(copy), COLLEAGUE) as away:
            merge(away, Path(home.store.location))
            assert said(away) == said(home)
            assert not merge(away, Path(home.store.location)).changed
        assert not merge(home, copy).changed


EDITS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from([Status.PLANNED, Status.CONTINUOUS]),
        "comment": st.sampled_from(["a bill", "Étape 2"]),
        "due": st.sampled_from([date(2027, 1, 1), date(2028, 2, 2), None]),
        "lead": st.sampled_from([HEALTH, "Ministry of the Interior"]),
        "progress": st.sampled_from(["Done much.", "\u0627\u0644\u062d\u0642"]),
        "note": st.sampled_from(["Please check.", "Why?"]),
        "link": st.sampled_from(["10 (d)", "2"]),
        "measure": st.sampled_from(["A plan", "A law"]),
        "assessment": st.sampled_from(list(Assessment)),
        "undo": st.just(True),
    },
)


def apply_edits(dossier: Dossier, id_: int, edits: dict[str, Any]) -> None:
    one, actor = [id_], dossier.store.actor
    if "status" in edits:
        dossier.tracking.set_status(one, edits["status"], comment=edits.get("comment", ""))
    if "due" in edits:
        dossier.tracking.set_due(one, edits["due"])
    if "lead" in edits:
        dossier.tracking.assign_lead(one, edits["lead"])
    if "progress" in edits:
        dossier.work.add_progress(one, edits["progress"])
    if "note" in edits:
        dossier.annotating.annotate(one, edits["note"])
    if "link" in edits:
        dossier.linking.link_paragraph(one, edits["link"])
    if "measure" in edits:
        dossier.work.add_measure(one, edits["measure"])
    if "assessment" in edits:
        dossier.store.act_as(Actor(Profile.NHRI, "", "Ombudsman"))
        dossier.annotating.assess(one, edits["assessment"])
        dossier.store.act_as(actor)
    if "undo" in edits and (history := dossier.query.history(one)) and history[0].by == actor.name:
        dossier.undoing.undo(history[0].batch)


def work(edits: dict[str, Any]) -> Callable[[Dossier, dict[str, int]], None]:
    def apply(dossier: Dossier, ids: dict[str, int]) -> None:
        for number, one in edits.items():
            apply_edits(dossier, ids[number], one)

    return apply


LAWS = settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
NUMBERS = ("71.1", "71.2", "71.3")


@pytest.fixture
def anew(home: Dossier, tmp_path: Path) -> Callable[[str], Path]:
    """Gives the dossier as it was, as a copy under a name, each time anew."""
    home.close()
    kept = Path(shutil.copy(home.store.location, tmp_path / "kept.uprt"))

    def make(name: str) -> Path:
        for old in tmp_path.glob(f"{name}.uprt*"):
            old.unlink()
        return Path(shutil.copy(kept, tmp_path / f"{name}.uprt"))

    return make


@LAWS
@given(
    theirs=st.dictionaries(st.sampled_from(NUMBERS), EDITS, max_size=3),
    ours=st.dictionaries(st.sampled_from(NUMBERS), EDITS, max_size=2),
    prefer=st.sampled_from(["ask", "ours", "theirs"]),
)
def test_law_the_same_copy_twice_changes_nothing_and_undone_it_leaves_nothing(
    anew: Callable[[str], Path], theirs: dict[str, Any], ours: dict[str, Any], prefer: str
) -> None:

    away, place = edit(anew("away"), work(theirs)), edit(anew("place"), work(ours), HOME)
    with open_dossier(str(place), HOME) as home:
        before = said(home)
        change = merge(home, away, prefer=prefer)
        once, history = said(home), home.query.history()
        plan = home.merging.plan(away)
        assert chosen_cells(plan, prefer, {}) == ()
        assert not home.merging.apply(plan, prefer=prefer).changed
        assert (said(home), home.query.history()) == (once, history)
        if change.changed:
            assert home.undoing.undo(change.batch).refused == ()
        assert said(home) == before
        assert home.checking.check().ok


@LAWS
@given(ours=st.dictionaries(st.sampled_from(NUMBERS), EDITS, max_size=3))
def test_law_a_copy_without_edits_brings_nothing(anew: Callable[[str], Path], ours: dict[str, Any]) -> None:
    away = anew("away")
    place = edit(anew("place"), work(ours), HOME)
    with open_dossier(str(place), HOME) as home:
        plan = home.merging.plan(away)
        assert (plan.cells, plan.warnings) == ((), ())
        assert not home.merging.apply(plan).changed


@LAWS
@given(first=EDITS, second=EDITS)
def test_law_the_order_of_disjoint_copies_does_not_matter(
    anew: Callable[[str], Path], first: dict[str, Any], second: dict[str, Any]
) -> None:
    one = edit(anew("one"), lambda d, ids: apply_edits(d, ids["71.1"], first))
    two = edit(anew("two"), lambda d, ids: apply_edits(d, ids["71.2"], second))
    ends = []
    for order in ((one, two), (two, one)):
        with open_dossier(str(anew("place")), HOME) as home:
            for path in order:
                merge(home, path)
            ends.append(said(home))
    assert ends[0] == ends[1]
