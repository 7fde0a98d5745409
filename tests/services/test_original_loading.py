"""The imported list comes back with its rows joined to what became of them in the dossier."""

from pathlib import Path

from tests.importers.word_fixtures import write_list
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter

NEEDS = frozenset({"original"})


def test_each_row_leads_to_its_recommendation(dossier: Dossier, list_file: Path, ids: dict[str, int]) -> None:
    original = dossier.reports.load(ReportRequest(), NEEDS).original
    assert original is not None
    assert original.content == list_file.read_bytes()
    assert (original.file_name, original.document_symbol) == ("list.docx", "A/HRC/90/7")
    assert {row.number: row.recommendations for row in original.rows} == {n: (i,) for n, i in ids.items()}


def test_only_rows_of_the_report_are_joined(dossier: Dossier, ids: dict[str, int]) -> None:
    request = ReportRequest(RowFilter(search="marches"))
    original = dossier.reports.load(request, NEEDS).original
    assert original is not None
    joined = {row.number for row in original.rows if row.recommendations}
    assert joined == {"71.1", "71.2"}


def test_it_is_loaded_only_when_asked_for(dossier: Dossier) -> None:
    assert dossier.reports.load(ReportRequest()).original is None


def test_of_several_lists_the_newest_cycle_comes_unless_another_is_asked_for(
    dossier: Dossier, tmp_path: Path
) -> None:
    rows = [
        "Theme: Human rights defenders",
        ("8.1 Protect defenders (Chile);\nSource of Position: A/HRC/50/2 - Para 3", "Supported", "- x", ""),
    ]
    older = write_list(
        tmp_path / "older.docx", "M2020", rows, page_header="UPR of Iceland (2nd Cycle - 26th session)"
    )
    dossier.importing.apply(dossier.importing.plan(older))
    newest = dossier.reports.load(ReportRequest(), NEEDS).original
    assert newest is not None
    assert (newest.file_name, newest.others) == ("list.docx", ("older.docx",))
    chosen = dossier.reports.load(ReportRequest(RowFilter(cycles=(2,))), NEEDS).original
    assert chosen is not None
    assert (chosen.file_name, chosen.others) == ("older.docx", ())


def test_a_dossier_without_a_word_list_has_none(sample: Dossier) -> None:
    assert sample.reports.load(ReportRequest(), NEEDS).original is None


def test_focal_points_come_by_institution(sample: Dossier) -> None:
    points = sample.reports.load(ReportRequest(), frozenset({"focal_points"})).focal_points
    assert points
    assert [p.institution for p in points] == sorted(p.institution for p in points)
    assert all(point.post for point in points)
    assert sample.reports.load(ReportRequest()).focal_points == ()
