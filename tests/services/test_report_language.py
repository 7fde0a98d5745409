"""What is loaded for a report in another language than the screen's has the report's words."""

from dataclasses import replace

from uprtracker.i18n import speaking
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.briefing_sheet import sheets_of
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter


def test_filters_are_named_in_the_language_of_the_report(sample: Dossier) -> None:
    asked = RowFilter(cycles=(4,), by_states=("DEU",))
    assert sample.reports.load(ReportRequest(asked)).filters == ("Cycle 4", "By Germany")
    in_arabic = " ".join(sample.reports.load(ReportRequest(asked, language="ar")).filters)
    assert "ألمانيا" in in_arabic
    assert "Cycle" not in in_arabic


def test_sheets_of_paragraphs_bear_their_captions_in_the_language_of_the_report(sample: Dossier) -> None:
    data = sample.reports.load(ReportRequest(language="fr"), frozenset({"briefing"}))
    rows = [replace(row, clusters=()) for row in data.rows if row.paragraphs]
    assert data.briefing is not None
    with speaking("fr"):
        titles = [sheet.title for sheet in sheets_of(rows, data, data.briefing)]
    assert any("Pas de criminalisation" in title for title in titles)
    assert not any("No criminalization" in title for title in titles)
