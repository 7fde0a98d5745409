"""Databases and tables of several documents into a dossier: identity, enrichment, what is apart, nothing twice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.importers import test_advance_questions as questions
from tests.importers import test_impact_oss as oss
from tests.importers import test_upr_info as upr_info
from tests.importers.table_fixtures import write_csv, write_workbook
from tests.importers.uhri_fixtures import COMMITTEE, ENTRIES, entry, write_json, write_table
from tests.importers.word_fixtures import paragraph, write_package
from tests.services.spreadsheet_tables import HEADERS, row
from uprtracker.errors import DoubtError, UserError
from uprtracker.importers.column_field import Field
from uprtracker.importers.column_mapping import ColumnMapping, MappedColumn
from uprtracker.models.briefing import AdvanceQuestion
from uprtracker.services.dossier import Dossier, create_dossier, open_dossier
from uprtracker.services.importing import ImportPlan
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.status import Status

OTHER_WORDS = entry("7", "71.2 Ban every march (Chile);", UPR_Position="- Noted")


@pytest.fixture
def empty(dossier_path: Path) -> Any:
    """A dossier about Iceland without recommendations."""
    with open_dossier(str(dossier_path)) as opened:
        yield opened


def take_in(dossier: Dossier, path: Path, **options: Any) -> ImportPlan:
    plan = dossier.importing.plan(path, **options)
    dossier.importing.apply(plan)
    return plan


def figures(plan: ImportPlan) -> tuple[int, ...]:
    result = plan.to_json()
    return tuple(result[key] for key in ("read", "new", "changed", "equal", "in_doubt"))


def old_upr_info(path: Path) -> Path:
    return upr_info.write_old(path / "upr-info.csv")


def todays_upr_info(path: Path) -> Path:
    rows = [upr_info.uwazi("a1"), upr_info.uwazi("a2", state_under_review="Fiji")]
    return upr_info.write_uwazi(path / "upr-info.json", rows)


def index(path: Path) -> Path:
    return write_table(path / "uhri.xlsx", ENTRIES)


def index_in_json(path: Path) -> Path:
    return write_json(path / "uhri.json", ENTRIES)


def template(path: Path) -> Path:
    return oss.write(path, oss.row("71.1"), oss.row("71.2", "0"))


def own_table(path: Path) -> Path:
    return write_workbook(path / "own.xlsx", [HEADERS, row("71.1"), row("71.2", position="Noted")])


def asked(path: Path) -> Path:
    texts = (
        questions.TITLE,
        "BELGIUM",
        "What is done?",
        "FIJI",
        "On behalf of a group of friends: And when?",
    )
    return write_package(path / "questions.docx", "".join(map(paragraph, texts)))


@pytest.mark.parametrize(
    "make", [old_upr_info, todays_upr_info, index, index_in_json, template, own_table, asked]
)
def test_any_file_twice_changes_nothing(empty: Dossier, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    first = take_in(empty, path)
    assert first.changes_something
    rows, history = empty.query.rows(), empty.query.history()
    again = empty.importing.plan(path)
    assert not again.changes_something
    assert figures(again)[1:3] == (0, 0)
    assert not empty.importing.apply(again).changed
    assert (empty.query.rows(), empty.query.history()) == (rows, history)


@pytest.mark.parametrize(
    "make", [old_upr_info, todays_upr_info, index, index_in_json, template, own_table, asked]
)
def test_any_import_is_one_step_to_undo_and_redo(
    empty: Dossier, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    done = empty.importing.apply(empty.importing.plan(path))
    rows, apart = empty.query.rows(), empty.query.rows(scope=Scope.REFERENCE)
    undone = empty.undoing.undo(done.batch)
    assert undone.refused == ()
    assert (empty.query.rows(), empty.query.rows(scope=Scope.REFERENCE)) == ([], [])
    empty.undoing.undo(undone.batch)
    assert [r.uid for r in empty.query.rows()] == [r.uid for r in rows]
    assert [r.uid for r in empty.query.rows(scope=Scope.REFERENCE)] == [r.uid for r in apart]
    assert not empty.importing.plan(path).changes_something


class TestIndex:
    def test_the_mechanisms_are_apart_in_every_figure(self, empty: Dossier, tmp_path: Path) -> None:
        plan = take_in(empty, index(tmp_path))
        assert figures(plan)[1] == 6
        assert [d["symbol"] for d in plan.to_json()["documents"]] == ["A/HRC/90/7", "CEDAW/C/ISL/CO/9"]
        assert [r.label for r in empty.query.rows()] == ["71.1", "71.2", "71.3"]
        assert overview(empty.query.rows()).received == 3
        apart = empty.query.filtered(RowFilter(view="mechanisms"))
        assert [(r.label, r.kind, r.mechanism) for r in apart] == [
            ("49", "observation", "treaty_body"),
            ("50a", "recommendation", "treaty_body"),
            ("50b", "recommendation", "treaty_body"),
        ]
        assert overview(apart).received == 0
        assert {r.mechanism for r in empty.query.filtered(RowFilter())} == {"upr"}

    def test_an_entry_is_known_by_its_id_and_not_by_its_place(self, empty: Dossier, tmp_path: Path) -> None:
        take_in(empty, index(tmp_path))
        third = entry("8", "50. It recommends a third thing.", **COMMITTEE)
        plan = take_in(empty, write_table(tmp_path / "more.xlsx", [third, ENTRIES[5], ENTRIES[4]]))
        assert [r.kind for r in plan.records] == ["new", "equal", "equal"]
        labels = [r.label for r in empty.query.rows(scope=Scope.MECHANISMS)]
        assert labels == ["49", "50a", "50b", "50c"]

    def test_it_adds_what_the_list_does_not_say(self, dossier: Dossier, tmp_path: Path) -> None:
        mine = entry("2", "71.2 Let marches pass freely (Chile);")
        before = {r.label: r for r in dossier.query.rows()}["71.2"]
        plan = take_in(dossier, write_table(tmp_path / "uhri.xlsx", [mine]))
        assert figures(plan) == (1, 0, 1, 0, 0)
        after = {r.label: r for r in dossier.query.rows()}["71.2"]
        assert (after.text, after.position, after.heading) == (before.text, before.position, before.heading)
        assert after.themes[: len(before.themes)] == before.themes
        assert {t.scheme for t in after.themes} >= {"UHRI", "SDG"}
        assert dict(after.aliases)["uhri"].endswith("2")

    def test_the_list_after_it_changes_nothing_of_what_it_added(
        self, dossier: Dossier, list_file: Path, tmp_path: Path
    ) -> None:
        take_in(
            dossier, write_table(tmp_path / "u.xlsx", [entry("2", "71.2 Let marches pass freely (Chile);")])
        )
        assert not dossier.importing.plan(list_file).changes_something

    def test_other_words_and_another_position_wait_for_a_person(
        self, dossier: Dossier, tmp_path: Path
    ) -> None:
        path = write_table(tmp_path / "uhri.xlsx", [OTHER_WORDS])
        before = dossier.query.rows()
        plan = take_in(dossier, path)
        (doubtful,) = plan.of_kind("in_doubt")
        assert "dossier's wording stays" in doubtful.record.in_doubt
        assert "position here is Noted" in doubtful.record.in_doubt
        assert dossier.query.rows() == before
        dossier.importing.apply(plan, accept={"71.2"})
        after = {r.label: r for r in dossier.query.rows()}["71.2"]
        assert (after.text, after.position) == ("Ban every march", Position.NOTED)
        assert not dossier.importing.plan(path).changes_something

    def test_what_others_were_told_is_kept_apart(self, dossier: Dossier, tmp_path: Path) -> None:
        others = [entry("1", "71.1 Act (Chile);", Countries_Concerned="- Fiji", Document_Symbol="A/HRC/91/1")]
        before = dossier.query.rows()
        plan = take_in(dossier, write_table(tmp_path / "uhri.xlsx", others))
        assert (plan.to_json()["reference"], plan.new_reference) == (1, 1)
        assert dossier.query.rows() == before
        (row_,) = dossier.query.filtered(RowFilter(view="reference", search="act FIJI"))
        assert (row_.label, row_.state_iso3, row_.collection) == ("71.1", "FJI", "reference")
        assert [(c.text, c.states) for c in row_.clauses] == [("Act", ("CHL",))]
        assert dossier.query.filtered(RowFilter(view="reference", search="nothing")) == []

    def test_more_than_a_reference_needs_is_left_out_and_told(
        self, empty: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("uprtracker.importers.uhri.MOST_ABOUT_OTHERS", 3)
        others = [entry(str(n), f"71.{n} Act (Chile);", Countries_Concerned="- Fiji") for n in range(10, 15)]
        plan = empty.importing.plan(write_json(tmp_path / "uhri.json", [*others[:4], *ENTRIES, *others[4:]]))
        assert (len(plan.records), plan.new_reference) == (6, 0)
        assert any("5 entries about other States were left out" in n.message for n in plan.review.warnings)


class TestUprInfo:
    def test_without_the_review_it_counts_under_made_up_numbers(self, empty: Dossier, tmp_path: Path) -> None:
        plan = take_in(empty, old_upr_info(tmp_path))
        rows = empty.query.rows()
        assert all(r.number.startswith("UI-") for r in rows)
        assert [(r.document_symbol, r.cycle, len(r.recommending_states)) for r in rows] == [
            ("UPR Info session 12", 1, 2),
            ("UPR Info session 12", 1, 1),
            ("UPR Info session 26", 2, 1),
        ]
        assert plan.to_json()["reference"] == 1
        assert [r.state_iso3 for r in empty.query.rows(scope=Scope.REFERENCE)] == ["FJI"]

    def review(self, dossier: Dossier, tmp_path: Path, *texts: str, session: int = 40) -> Path:
        rows = [
            [*upr_info.WITH, text, "Chile", "", "", "Noted", 4.0, "Civil society", float(session)]
            for text in texts
        ]
        return upr_info.write_old(tmp_path / f"{len(texts)}.csv", rows)

    def test_equal_texts_are_enriched_and_counted_once(self, dossier: Dossier, tmp_path: Path) -> None:
        plan = take_in(dossier, self.review(dossier, tmp_path, "Let marches pass freely "))
        assert figures(plan) == (1, 0, 1, 0, 0)
        assert overview(dossier.query.rows()).received == 3
        after = {r.label: r for r in dossier.query.rows()}["71.2"]
        assert after.action_category == 4
        assert after.position is Position.SUPPORTED
        assert "UPR Info" in {t.scheme for t in after.themes}
        assert any("1 position differs" in n.message for n in plan.review.warnings)

    def test_what_is_not_certain_waits_and_is_in_no_figure(self, dossier: Dossier, tmp_path: Path) -> None:
        path = self.review(dossier, tmp_path, "Let all marches pass freely", "Plant trees")
        plan = take_in(dossier, path)
        assert figures(plan) == (2, 0, 0, 0, 2)
        assert {r.record.in_doubt for r in plan.records} == {
            "perhaps the same as 71.2",
            "no recommendation of this review has this wording",
        }
        assert overview(dossier.query.rows()).received == 3
        assert figures(dossier.importing.plan(path)) == (2, 0, 0, 0, 2)
        assert len(dossier.matching.proposals()) == 2

    def test_the_numbers_take_the_place_of_made_up_ones(
        self, empty: Dossier, tmp_path: Path, list_file: Path
    ) -> None:
        take_in(empty, self.review(empty, tmp_path, "Let marches pass freely ", "Plant trees"))
        (marches, _trees) = empty.query.rows()
        empty.tracking.set_status([marches.id], Status.PLANNED)
        plan = take_in(empty, list_file)
        assert figures(plan) == (3, 2, 1, 0, 0)
        rows = {r.label: r for r in empty.query.rows()}
        assert list(rows) == ["71.1", "71.2", "71.3"]
        assert (rows["71.2"].id, rows["71.2"].official) == (marches.id, Status.PLANNED)
        assert rows["71.2"].position_source.startswith("A/HRC/90/7/Add.1")
        assert [p.waiting.text for p in empty.matching.proposals()] == ["Plant trees"]
        assert not empty.importing.plan(list_file).changes_something

    def test_pledges_are_the_states_own_and_in_no_figure(self, empty: Dossier, tmp_path: Path) -> None:
        pledge = [
            *upr_info.WITH,
            "Build a house",
            "Iceland",
            "",
            "",
            "Voluntary Pledge",
            5.0,
            "General",
            40.0,
        ]
        path = upr_info.write_old(tmp_path / "pledges.csv", [pledge])
        plan = take_in(empty, path)
        assert figures(plan)[:2] == (1, 1)
        (row_,) = empty.query.rows()
        assert (row_.kind, row_.document_symbol) == ("voluntary_pledge", "UPR Info session 40")
        assert overview(empty.query.rows()).received == 0

    def test_one_entry_in_the_history_names_the_file(self, empty: Dossier, tmp_path: Path) -> None:
        fiji = [
            ["Fiji", "Asia", "", f"Act {n}", "Iceland", "", "", "Noted", 4.0, "", 12.0] for n in range(50)
        ]
        take_in(empty, upr_info.write_old(tmp_path / "many.csv", fiji))
        entries = empty.query.history()
        assert [(e.entity, e.field) for e in entries] == [
            ("stored_file", "reference"),
            ("stored_file", "file"),
        ]
        assert entries[0].new.startswith("many.csv sha256 ")
        assert entries[0].new.endswith(" 50")


class TestOwnTables:
    def test_follow_up_comes_in_and_a_status_is_a_draft(self, empty: Dossier, tmp_path: Path) -> None:
        take_in(empty, own_table(tmp_path))
        first, second = empty.query.rows()
        assert (first.document_symbol, first.lead, first.position) == ("UPR", "Interior", Position.SUPPORTED)
        assert (first.status, first.status_validated, first.official) == (Status.IN_PROGRESS, False, None)
        assert second.position is Position.NOTED

    def test_it_finds_its_report_by_the_numbers_and_adds_to_it(
        self, dossier: Dossier, tmp_path: Path
    ) -> None:
        rows = [HEADERS, row("71.2", "Let marches pass freely (Chile);"), row("71.9", "Plant trees (Chile);")]
        plan = take_in(dossier, write_workbook(tmp_path / "own.xlsx", rows))
        assert figures(plan) == (2, 0, 1, 0, 1)
        assert (
            "A/HRC/90/7 has no recommendation of this number" in plan.of_kind("in_doubt")[0].record.in_doubt
        )
        after = {r.label: r for r in dossier.query.rows()}
        assert (len(after), after["71.2"].lead, after["71.2"].status) == (3, "Interior", Status.IN_PROGRESS)

    def test_what_the_dossier_says_is_not_written_over(self, dossier: Dossier, tmp_path: Path) -> None:
        ids = [r.id for r in dossier.query.rows() if r.label == "71.2"]
        dossier.tracking.assign_lead(ids, "Justice")
        dossier.tracking.set_status(ids, Status.PLANNED)
        rows = [HEADERS, row("71.2", "Let marches pass freely (Chile);")]
        take_in(dossier, write_workbook(tmp_path / "own.xlsx", rows))
        after = {r.label: r for r in dossier.query.rows()}["71.2"]
        assert (after.lead, after.official, after.status) == ("Justice", Status.PLANNED, Status.PLANNED)

    def test_the_symbol_is_filled_in_when_a_document_names_it(
        self, empty: Dossier, tmp_path: Path, list_file: Path
    ) -> None:
        take_in(empty, own_table(tmp_path))
        take_in(empty, list_file)
        assert {r.document_symbol for r in empty.query.rows()} == {"A/HRC/90/7"}
        assert [r.label for r in empty.query.rows()] == ["71.1", "71.2", "71.3"]

    def test_texts_in_another_language_stand_beside_the_original(
        self, dossier: Dossier, tmp_path: Path
    ) -> None:
        table = [["Número", "Recomendación", "Posición"]]
        table += [
            [
                "71.2",
                "Permitir que las marchas se celebren libremente en todas las ciudades (Chile);",
                "aceptada",
            ],
            [
                "71.1",
                "Derogar la ley de marchas y las demás leyes restrictivas del país (Perú, Malí);",
                "anotada",
            ],
        ]
        take_in(dossier, write_csv(tmp_path / "es.csv", table))
        after = {r.label: r for r in dossier.query.rows()}["71.2"]
        assert set(after.texts) == {"en", "es"}
        assert after.text == "Let marches pass freely"
        assert after.recommending_states == ("CHL",)

    def test_an_unclear_table_is_refused_with_its_columns(self, empty: Dossier, tmp_path: Path) -> None:
        path = write_csv(
            tmp_path / "x.csv", [["A", "B"], ["71.1", "Let marches pass in all streets of town"]] * 3
        )
        with pytest.raises(DoubtError, match=r"the columns 'A', 'B' of 'x\.csv' hold"):
            empty.importing.plan(path)
        assert empty.query.history() == ()

    def test_a_mapping_is_remembered_for_the_sender(self, empty: Dossier, tmp_path: Path) -> None:
        rows = [["Kennung", "Inhalt"]] + [
            [f"71.{n}", f"Let marches pass in street {n} of town (Chile);"] for n in (1, 2)
        ]
        path = write_csv(tmp_path / "x.csv", rows)
        columns = (MappedColumn(0, "Kennung", Field.NUMBER), MappedColumn(1, "Inhalt", Field.TEXT, "en"))
        mapping = ColumnMapping(columns, encoding="utf-8", delimiter=",")
        assert figures(take_in(empty, path, mapping=mapping))[:2] == (2, 2)
        more = write_csv(tmp_path / "y.csv", [*rows, ["71.3", "Plant trees in all streets of town (Peru);"]])
        plan = empty.importing.plan(more)
        assert plan.mapping == mapping
        assert figures(plan)[:2] == (3, 1)
        assert not plan.keeps_mapping


class TestQuestions:
    def test_they_become_questions_and_no_recommendations(self, empty: Dossier, tmp_path: Path) -> None:
        plan = take_in(empty, asked(tmp_path))
        result = plan.to_json()
        assert (result["read"], result["questions"], result["new_questions"]) == (0, 2, 2)
        assert empty.query.rows() == []
        with empty.store.read() as session:
            rows = session.query(AdvanceQuestion).order_by(AdvanceQuestion.ordinal).all()
        assert [(q.asking_iso3, q.asking_as_printed, q.batch, q.text) for q in rows] == [
            ("BEL", "BELGIUM", "1", "What is done?"),
            ("FJI", "FIJI, on behalf of a group of friends", "1", "And when?"),
        ]

    def test_those_to_another_state_are_refused(self, tmp_path: Path) -> None:
        with (
            create_dossier(str(tmp_path / "other.uprt"), "Norway") as other,
            pytest.raises(UserError, match="holds questions to Iceland, this dossier is about Norway"),
        ):
            other.importing.plan(asked(tmp_path))


def test_a_paragraph_with_very_many_entries_comes_twice_and_changes_nothing(
    empty: Dossier, tmp_path: Path
) -> None:
    """More entries than are compared at once, some of them in the same words."""
    entries = [entry(str(n), f"7.Train judge number {n % 600}", **COMMITTEE) for n in range(1, 1201)]
    first = take_in(empty, write_json(tmp_path / "a.json", entries[:1100]))
    again = take_in(empty, write_json(tmp_path / "b.json", entries[:1100]))
    assert not again.changes_something
    assert figures(again)[1:] == (0, 0, len(first.records), 0)


def test_entries_without_number_whose_ids_begin_alike_are_kept_apart(empty: Dossier, tmp_path: Path) -> None:
    """More of them than there are parts of one or two letters."""
    entries = [entry(str(n), f"Train judge {n}", **COMMITTEE) for n in range(1, 801)]
    path = write_json(tmp_path / "a.json", entries)
    assert figures(take_in(empty, path))[1:] == (800, 0, 0, 0)
    assert figures(take_in(empty, path))[1:] == (0, 0, 800, 0)
