"""The merge of returned workbooks: nothing lost, nothing silently overwritten, nothing twice."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.services.workbook_filling import FIRST_ROW, Answers, answers_sheet, columns, fill, hand_out, row_of
from uprtracker.errors import DoubtError, StorageError, UserError
from uprtracker.models.dossier import StoredFile
from uprtracker.models.exchange import OutgoingFile, ReassignmentRequest
from uprtracker.models.history import Batch
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.merge_plan import Kind, kind_of
from uprtracker.services.merging import chosen_cells
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Status

JUSTICE, HEALTH = "Ministry of Justice", "Ministry of Health"


@pytest.fixture
def justice(dossier: Dossier, ids: dict[str, int]) -> Dossier:
    """Justice leads all three; Health supports 71.3; 71.1 has a status and a due date."""
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    dossier.tracking.set_supporting([ids["71.3"]], [HEALTH])
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, comment="a bill", on=date(2026, 1, 2))
    dossier.tracking.set_due([ids["71.1"]], date(2027, 6, 30))
    return dossier


@pytest.fixture
def workbook(justice: Dossier, tmp_path: Path) -> Path:
    return hand_out(justice, JUSTICE, tmp_path / "justice.xlsx")


def merge(dossier: Dossier, path: Path, **options: Any) -> Any:
    return dossier.merging.apply(dossier.merging.plan(path), **options)


def said(dossier: Dossier) -> list[Any]:
    """What the dossier says of each recommendation, without ids and moments of writing."""
    found = []
    with dossier.store.read() as session:
        requests = [
            (r.recommendation_id, r.proposed)
            for r in session.scalars(
                select(ReassignmentRequest).where(ReassignmentRequest.withdrawn_at.is_(None))
            )
        ]
    for row in dossier.query.rows():
        details = dossier.query.details(row.id)
        assert details is not None
        found.append(
            (
                row.label, row.status, row.status_comment, row.status_on, row.status_validated, row.due_on,
                sorted((s.on, s.status or "", s.comment) for s in details.statuses),
                sorted(
                    (p.on, p.institution, p.text, p.confidentiality)
                    for p in details.progress
                    if p.institution != "Secretariat"
                ),
                sorted((m.title, m.responsible, m.state, m.due_on or date.max) for m in details.measures),
                sorted((e.title, e.link) for e in details.evidence),
                sorted(proposed for id_, proposed in requests if id_ == row.id),
            )
        )  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "kind"),
    [
        ("a", "a", "a", Kind.SAME),
        ("a", "b", "a", Kind.OURS),
        ("a", "a", "b", Kind.THEIRS),
        ("a", "b", "b", Kind.EQUAL),
        ("a", "b", "c", Kind.CONFLICT),
        ("a", "a", "", Kind.CLEARED),
        ("a", "b", "", Kind.CLEARED),
        ("a", "", "", Kind.EQUAL),
        ("", "b", "c", Kind.CONFLICT),
        ("", "", "c", Kind.THEIRS),
    ],
)
def test_three_values_of_a_cell(base: str, ours: str, theirs: str, kind: Kind) -> None:
    assert kind_of(base, ours, theirs) is kind


class TestAnswers:
    def test_a_status_comes_in_as_a_draft_in_the_ministrys_name(
        self, justice: Dossier, workbook: Path, ids: dict[str, int]
    ) -> None:
        justice.store.act_as(Actor(Profile.SECRETARIAT, "Legal adviser"))
        fill(
            workbook,
            {"71.2": {"status": "in progress", "comment": "a draft law", "status_on": date(2026, 3, 4)}},
        )
        change = merge(justice, workbook)
        row = justice.query.rows_by_id([ids["71.2"]])[0]
        assert (row.status, row.status_comment, row.status_on) == (
            Status.IN_PROGRESS,
            "a draft law",
            date(2026, 3, 4),
        )
        assert (row.official, row.has_draft, change.recommendations) == (None, True, {ids["71.2"]})
        details = justice.query.details(ids["71.2"])
        assert details is not None
        entry = details.statuses[0]
        assert (entry.profile, entry.by) == (
            Profile.MINISTRY,
            "Ministry of Justice (workbook merged by Legal adviser)",
        )
        assert justice.store.actor.name == "Legal adviser"

    def test_progress_measure_evidence_due_and_not_ours(self, justice: Dossier, workbook: Path) -> None:
        everything = {
            "due": date(2028, 1, 1),
            "progress": "The bill passed.",
            "progress_on": "2026-05-06",
            "measure": "Assembly Act",
            "measure_state": "Completed",
            "measure_due": date(2026, 12, 1),
            "evidence": "Gazette 5",
            "evidence_link": "https://example.org/5",
            "not_ours": "Ministry of Health",
        }
        fill(workbook, {"71.1": everything, "71.2": {"measure": "Assembly Act", "measure_state": "Completed",
             "measure_due": date(2026, 12, 1)}})  # fmt: skip
        merge(justice, workbook)
        first, second, _third = said(justice)
        assert first[5] == date(2028, 1, 1)
        assert first[7:] == (
            [(date(2026, 5, 6), JUSTICE, "The bill passed.", Confidentiality.PUBLIC)],
            [("Assembly Act", JUSTICE, "completed", date(2026, 12, 1))],
            [("Gazette 5", "https://example.org/5")],
            ["Ministry of Health"],
        )
        assert second[8] == first[8]

    def test_what_comes_from_a_workbook_for_the_government_is_the_governments(
        self, justice: Dossier, tmp_path: Path
    ) -> None:
        path = hand_out(justice, JUSTICE, tmp_path / "g.xlsx", audience=Confidentiality.GOVERNMENT)
        merge(justice, fill(path, {"71.1": {"progress": "Talks went on."}}))
        assert [p[3] for p in said(justice)[0][7]] == [Confidentiality.GOVERNMENT]

    def test_one_action_one_undo_with_the_file_in_the_history(self, justice: Dossier, workbook: Path) -> None:
        before = said(justice)
        fill(workbook, {"71.1": {"status": "Continuous", "not_ours": HEALTH}, "71.2": {"progress": "Done much."},
             "71.3": {"due": date(2029, 1, 1), "measure": "A plan", "evidence": "A report"}})  # fmt: skip
        change = merge(justice, workbook)
        digest = hashlib.sha256(workbook.read_bytes()).hexdigest()
        with justice.store.read() as session:
            batch = session.get_one(Batch, change.batch)
            assert (batch.profile, batch.institution) == (Profile.MINISTRY, JUSTICE)
            assert "justice.xlsx" in batch.title
            assert digest[:12] in batch.title
            assert session.get_one(StoredFile, batch.file_id).sha256 == digest
        after = said(justice)
        undone = justice.undoing.undo(change.batch)
        assert (undone.refused, said(justice)) == ((), before)
        justice.undoing.undo(undone.batch)
        assert said(justice) == after
        assert justice.checking.check().ok

    def test_a_backup_is_made_before_and_only_when_something_is_written(
        self, justice: Dossier, workbook: Path, tmp_path: Path
    ) -> None:
        merge(justice, workbook)
        assert list(tmp_path.glob("*.merge.bak")) == []
        before = said(justice)
        merge(justice, fill(workbook, {"71.2": {"status": "Planned"}}))
        (backup,) = tmp_path.glob("*.merge.bak")
        with open_dossier(str(backup)) as old:
            assert said(old) == before

    def test_nothing_is_written_where_one_write_fails(
        self, justice: Dossier, workbook: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before, history = said(justice), justice.query.history()
        fill(workbook, {"71.1": {"status": "Continuous"}, "71.2": {"measure": "A plan"}})
        plan = justice.merging.plan(workbook)
        monkeypatch.setattr(
            "uprtracker.services.merge_writing.ReportingWorkService.add_measure", _fail, raising=True
        )
        with pytest.raises(StorageError):
            justice.merging.apply(plan)
        assert (said(justice), justice.query.history()) == (before, history)
        assert justice.store.actor.profile is Profile.SECRETARIAT

    def test_only_those_who_plan_merge(self, justice: Dossier, workbook: Path) -> None:
        plan = justice.merging.plan(fill(workbook, {"71.2": {"status": "Planned"}}))
        justice.store.act_as(Actor(Profile.MINISTRY, "", JUSTICE))
        with pytest.raises(UserError, match="secretariat"):
            justice.merging.apply(plan)


def _fail(*_arguments: object, **_named: object) -> None:
    raise StorageError("The disk is full; make room and try again.")


class TestConflicts:
    @pytest.fixture
    def both(self, justice: Dossier, workbook: Path, ids: dict[str, int]) -> Path:
        """They say Continuous with a comment, we say In progress since; they also move another due date."""
        fill(
            workbook,
            {"71.1": {"status": "Continuous", "comment": "for ever"}, "71.2": {"due": date(2027, 1, 1)}},
        )
        justice.tracking.set_status([ids["71.1"]], Status.IN_PROGRESS, comment="a bill", on=date(2026, 2, 2))
        return workbook

    def test_ask_leaves_them_and_writes_the_rest(self, justice: Dossier, both: Path) -> None:
        plan = justice.merging.plan(both)
        assert [(c.number, c.field, c.base, c.ours, c.theirs) for c in plan.of_kind(Kind.CONFLICT)] == [
            ("71.1", "status", "planned", "in_progress", "continuous"),
            ("71.1", "comment", "a bill", "a bill", "for ever"),
        ]
        justice.merging.apply(plan)
        first, second, _third = said(justice)
        assert (first[1], first[2], second[5]) == (Status.IN_PROGRESS, "a bill", date(2027, 1, 1))
        assert plan.to_json(1, "ask")["conflicts"][0] == {
            "number": "71.1", "field": "status", "base": "Planned", "ours": "In progress", "theirs": "Continuous",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("prefer", "status"), [("ours", Status.IN_PROGRESS), ("theirs", Status.CONTINUOUS)]
    )
    def test_a_preference_decides_them(
        self, justice: Dossier, both: Path, prefer: str, status: Status
    ) -> None:
        merge(justice, both, prefer=prefer)
        assert said(justice)[0][1] is status

    def test_a_person_decides_one_cell(self, justice: Dossier, both: Path, ids: dict[str, int]) -> None:
        merge(justice, both, choices={(ids["71.1"], "status"): "theirs", (ids["71.2"], "due"): "ours"})
        first, second, _third = said(justice)
        assert (first[1], first[2], second[5]) == (Status.CONTINUOUS, "a bill", None)

    def test_an_emptied_cell_is_cleared_only_when_chosen(
        self, justice: Dossier, workbook: Path, ids: dict[str, int]
    ) -> None:
        fill(workbook, {"71.1": {"due": "", "comment": ""}})
        plan = justice.merging.plan(workbook)
        assert {c.field for c in plan.of_kind(Kind.CLEARED)} == {"due", "comment"}
        assert not justice.merging.apply(plan, prefer="theirs").changed
        justice.merging.apply(
            plan, choices={(ids["71.1"], "due"): "theirs", (ids["71.1"], "comment"): "theirs"}
        )
        assert (said(justice)[0][2], said(justice)[0][5]) == ("", None)

    def test_a_status_is_not_taken_away_by_an_empty_cell(
        self, justice: Dossier, workbook: Path, ids: dict[str, int]
    ) -> None:
        fill(workbook, {"71.1": {"status": ""}})
        change = merge(justice, workbook, choices={(ids["71.1"], "status"): "theirs"})
        assert "71.1" in change.refused[0]
        assert said(justice)[0][1] is Status.PLANNED

    def test_what_was_decided_since_is_not_asked_again(
        self, justice: Dossier, workbook: Path, ids: dict[str, int]
    ) -> None:
        """The same file again brings nothing, also where another answer has been chosen meanwhile; undone, it counts."""
        fill(workbook, {"71.1": {"status": "Continuous", "due": date(2029, 1, 1)}})
        change = merge(justice, workbook)
        justice.tracking.set_status([ids["71.1"]], Status.IN_PROGRESS, comment="we know better")
        justice.tracking.set_due([ids["71.1"]], date(2030, 1, 1))
        plan = justice.merging.plan(workbook)
        assert not justice.merging.apply(plan, prefer="theirs").changed
        shown = {cell.field: (cell.ours, cell.theirs) for cell in plan.of_kind(Kind.OURS)}
        assert shown["status"] == ("in_progress", "continuous")
        assert shown["due"] == ("2030-01-01", "2029-01-01")
        justice.undoing.undo(justice.query.history()[0].batch)
        justice.undoing.undo(justice.query.history()[2].batch)
        justice.undoing.undo(change.batch)
        assert {c.field for c in justice.merging.plan(workbook).of_kind(Kind.THEIRS)} == {"status", "due"}

    def test_an_unknown_preference_is_refused(self, justice: Dossier, workbook: Path) -> None:
        with pytest.raises(UserError, match="ask, ours, theirs"):
            merge(justice, workbook, prefer="mine")


class TestWhatIsInDoubt:
    def test_a_status_that_needs_a_reason(self, justice: Dossier, workbook: Path) -> None:
        plan = justice.merging.plan(
            fill(workbook, {"71.2": {"status": "Fully implemented", "due": date(2027, 1, 1)}})
        )
        assert "needs a reason" in plan.in_doubt[0].message
        justice.merging.apply(plan)
        assert (said(justice)[1][1], said(justice)[1][5]) == (None, date(2027, 1, 1))

    def test_a_part_without_its_whole(self, justice: Dossier, workbook: Path) -> None:
        plan = justice.merging.plan(
            fill(workbook, {"71.2": {"progress_on": date(2027, 1, 1), "status_on": date(2027, 1, 1)}})
        )
        assert len(plan.in_doubt) == 2
        assert not justice.merging.apply(plan).changed

    def test_copied_missing_new_and_foreign_rows(self, justice: Dossier, workbook: Path) -> None:
        book = openpyxl.load_workbook(workbook)
        sheet, column = answers_sheet(book), columns(answers_sheet(book))
        last = FIRST_ROW + 2
        for cell in sheet[FIRST_ROW]:
            sheet.cell(last + 1, cell.column).value = cell.value
        sheet.cell(last + 1, column["comment"]).value = "another comment"
        sheet.cell(last + 2, column["text"]).value = "Do something else"
        sheet.cell(last + 3, column["uid"]).value = "00000000-0000-4000-8000-000000000000"
        sheet.delete_rows(row_of(sheet, "71.3"))
        book.save(workbook)
        plan = justice.merging.plan(workbook)
        messages = " | ".join(n.message for n in plan.in_doubt)
        assert (plan.new, plan.missing) == (1, 1)
        assert "71.1 was copied" in messages
        assert "new" in messages
        assert "another file" in messages
        assert not justice.merging.apply(plan).changed

    def test_a_row_that_is_no_longer_theirs(
        self, justice: Dossier, workbook: Path, ids: dict[str, int]
    ) -> None:
        justice.tracking.assign_lead([ids["71.2"]], HEALTH)
        plan = justice.merging.plan(fill(workbook, {"71.2": {"status": "Planned"}}))
        assert "no longer assigned" in plan.in_doubt[0].message
        assert not justice.merging.apply(plan).changed

    def test_an_older_base_is_merged_against_its_own_and_told(
        self, justice: Dossier, workbook: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        justice.tracking.set_due([ids["71.2"]], date(2030, 1, 1))
        hand_out(justice, JUSTICE, tmp_path / "newer.xlsx")
        plan = justice.merging.plan(fill(workbook, {"71.3": {"status": "Planned"}}))
        assert "not the newest" in plan.warnings[0].message
        justice.merging.apply(plan)
        assert (said(justice)[1][5], said(justice)[2][1]) == (date(2030, 1, 1), Status.PLANNED)

    def test_two_returns_that_report_progress_are_both_kept_and_told(
        self, justice: Dossier, workbook: Path, tmp_path: Path
    ) -> None:
        """Progress is added, never replaced: the same words are one entry, other words are another."""
        one = fill(workbook, {"71.2": {"progress": "The bill passed."}}, tmp_path / "one.xlsx")
        same = fill(workbook, {"71.2": {"progress": "The bill passed. "}}, tmp_path / "same.xlsx")
        two = fill(workbook, {"71.2": {"progress": "The act is in force."}}, tmp_path / "two.xlsx")
        assert justice.merging.plan(one).warnings == ()
        merge(justice, one)
        assert not merge(justice, same).changed
        plan = justice.merging.plan(two)
        assert "both are kept" in plan.warnings[0].message
        justice.merging.apply(plan)
        assert [p[2] for p in said(justice)[1][7]] == ["The act is in force.", "The bill passed."]
        assert not merge(justice, one).changed


class TestShiftedColumns:
    @pytest.fixture
    def many(self, sample: Dossier, tmp_path: Path) -> Path:
        return hand_out(sample, JUSTICE, tmp_path / "justice.xlsx")

    @pytest.mark.parametrize("key", ["uid", "number", "text", "status", "comment"])
    def test_a_column_sorted_alone_stops_the_merge(self, sample: Dossier, many: Path, key: str) -> None:
        book = openpyxl.load_workbook(many)
        sheet = answers_sheet(book)
        column = columns(sheet)[key]
        cells = [sheet.cell(row, column) for row in range(FIRST_ROW, sheet.max_row + 1)]
        for cell, value in zip(
            cells, sorted((c.value for c in cells), key=lambda v: str(v or "~")), strict=True
        ):
            cell.value = value
        book.save(many)
        history = sample.query.history()
        with pytest.raises(DoubtError, match="columns look shifted"):
            sample.merging.plan(many)
        assert sample.query.history() == history

    def test_all_columns_sorted_together_do_not(self, sample: Dossier, many: Path) -> None:
        book = openpyxl.load_workbook(many)
        sheet = answers_sheet(book)
        rows = [[c.value for c in sheet[row]] for row in range(FIRST_ROW, sheet.max_row + 1)]
        for number, values in enumerate(reversed(rows), start=FIRST_ROW):
            for column, value in enumerate(values, start=1):
                sheet.cell(number, column).value = value
        book.save(many)
        plan = sample.merging.plan(many)
        assert {cell.kind for cell in plan.cells} == {Kind.SAME}


class TestBase:
    def test_the_dossier_keeps_the_base_and_its_own_counts(self, justice: Dossier, workbook: Path) -> None:
        book = openpyxl.load_workbook(workbook)
        meta = book["_meta"]
        for row in meta:
            if row[0].value == "base":
                row[1].value = "{}"
        book.save(workbook)
        plan = justice.merging.plan(fill(workbook, {"71.2": {"status": "Planned"}}))
        assert [c.field for c in plan.of_kind(Kind.THEIRS)] == ["status"]
        with justice.store.read() as session:
            (kept,) = session.scalars(select(OutgoingFile))
            assert (kept.kind, kept.language, kept.audience) == ("workbook", "en", "public")
            assert hashlib.sha256(kept.base).hexdigest() == kept.digest
            assert len(json.loads(kept.base)["rows"]) == 3
        assert justice.query.history()[0].field == "workbook"

    def test_a_copy_of_the_dossier_from_before_uses_the_workbooks_own(
        self, justice: Dossier, tmp_path: Path
    ) -> None:
        old = Path(shutil.copy(justice.store.location, tmp_path / "old.uprt"))
        path = hand_out(justice, JUSTICE, tmp_path / "w.xlsx")
        fill(path, {"71.2": {"status": "Planned"}})
        with open_dossier(str(old)) as before:
            plan = before.merging.plan(path)
            assert "own copy of its base" in plan.warnings[0].message
            before.merging.apply(plan)
            assert said(before)[1][1] is Status.PLANNED
            book = openpyxl.load_workbook(path)
            for row in book["_meta"]:
                if row[0].value == "digest":
                    row[1].value = "0" * 64
            book.save(path)
            with pytest.raises(UserError, match="left with"):
                before.merging.plan(path)

    def test_another_dossier_refuses(self, justice: Dossier, workbook: Path, sample: Dossier) -> None:
        with pytest.raises(UserError, match="another dossier"):
            sample.merging.plan(workbook)

    def test_a_workbook_without_hidden_sheet_is_known_by_its_properties(
        self, justice: Dossier, workbook: Path
    ) -> None:
        fill(workbook, {"71.2": {"status": "Planned"}})
        book = openpyxl.load_workbook(workbook)
        del book["_meta"]
        book.save(workbook)
        merge(justice, workbook)
        assert said(justice)[1][1] is Status.PLANNED


ONE_ROW = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["Planned", "in progress", "CONTINUOUS", "Fully implemented", ""]),
        "comment": st.sampled_from(["", "a bill", "two\nlines ", "=1+1"]),
        "status_on": st.sampled_from([date(2025, 1, 1), datetime(2026, 2, 2), "2026-11-30", ""]),
        "due": st.sampled_from([date(2027, 6, 30), "2028-01-01", ""]),
        "progress": st.sampled_from(["Much was done.", "Étape 2", ""]),
        "progress_on": st.sampled_from([date(2026, 5, 6), ""]),
        "measure": st.sampled_from(["Assembly Act", "A plan"]),
        "measure_state": st.sampled_from(["Completed", "dropped", ""]),
        "evidence": st.sampled_from(["Gazette 5"]),
        "evidence_link": st.sampled_from(["https://example.org/5", ""]),
        "not_ours": st.sampled_from([HEALTH, "Parliament"]),
    },
)
SOME_ROWS = st.dictionaries(st.sampled_from(["71.1", "71.2", "71.3"]), ONE_ROW, max_size=3)
# examples are small as they are; making a failing one smaller writes workbooks for minutes
LAWS = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def fresh(justice: Dossier, workbook: Path, tmp_path: Path) -> Callable[[], Iterator[Dossier]]:
    """Gives the dossier as it was when the workbook left, each time anew."""
    justice.close()
    kept = Path(shutil.copy(justice.store.location, tmp_path / "kept.uprt"))

    def open_copy() -> Iterator[Dossier]:
        with open_dossier(str(shutil.copy(kept, tmp_path / "copy.uprt"))) as copy:
            yield copy

    return open_copy


@LAWS
@given(answers=SOME_ROWS, prefer=st.sampled_from(["ask", "ours", "theirs"]))
def test_law_the_same_file_twice_changes_nothing(
    fresh: Callable[[], Iterator[Dossier]], workbook: Path, tmp_path: Path, answers: Answers, prefer: str
) -> None:
    returned = fill(workbook, answers, tmp_path / "returned.xlsx")
    for dossier in fresh():
        merge(dossier, returned, prefer=prefer)
        state, history = said(dossier), dossier.query.history()
        plan = dossier.merging.plan(returned)
        assert chosen_cells(plan, prefer, {}) == ()
        assert not dossier.merging.apply(plan, prefer=prefer).changed
        assert (said(dossier), dossier.query.history()) == (state, history)


STATES = st.sampled_from([Status.PLANNED, Status.CONTINUOUS])


@LAWS
@given(
    status=STATES, comment=st.text(alphabet="aé\n\t =-+@'\u0627\u4e2d \xa0", max_size=30), n=st.integers(0, 2)
)
def test_law_export_then_merge_is_empty(
    fresh: Callable[[], Iterator[Dossier]], tmp_path: Path, status: Status, comment: str, n: int
) -> None:
    for dossier in fresh():
        dossier.tracking.set_status([dossier.query.rows()[n].id], status, comment=comment)
        plan = dossier.merging.plan(hand_out(dossier, JUSTICE, tmp_path / "out.xlsx"))
        assert {cell.kind for cell in plan.cells} == {Kind.SAME}
        assert (plan.in_doubt, plan.warnings) == ((), ())
        assert not dossier.merging.apply(plan).changed


@LAWS
@given(first=ONE_ROW, second=ONE_ROW, third=ONE_ROW)
def test_law_the_order_of_disjoint_returns_does_not_matter(
    fresh: Callable[[], Iterator[Dossier]],
    workbook: Path,
    tmp_path: Path,
    first: dict[str, Any],
    second: dict[str, Any],
    third: dict[str, Any],
) -> None:
    """Two returns of one ministry and one of another, each about a recommendation of its own."""
    one = fill(workbook, {"71.1": first}, tmp_path / "one.xlsx")
    two = fill(workbook, {"71.2": second}, tmp_path / "two.xlsx")
    ends = []
    for order in ((0, 1, 2), (2, 1, 0)):
        for dossier in fresh():
            other = hand_out(dossier, HEALTH, tmp_path / "health.xlsx")
            returns = (one, two, fill(other, {"71.3": third}))
            for index in order:
                merge(dossier, returns[index])
            ends.append(said(dossier))
    assert ends[0] == ends[1]
