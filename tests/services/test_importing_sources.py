"""Several sources about one review: the report, its addendum and the thematic list, in any order."""

from pathlib import Path

import pytest

from tests.importers.word_fixtures import ROWS, write_list
from uprtracker.errors import UserError
from uprtracker.importers.parsed_addendum import Explanation, ParsedAddendum, StatedPosition, StatedTotals
from uprtracker.importers.record import Place
from uprtracker.services.addendum_reading import as_review
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.import_planning import plan_document
from uprtracker.services.standing import Standing
from uprtracker.vocabulary.position import Position


def addendum(*stated: tuple[str, Position], symbol: str = "A/HRC/90/7") -> ParsedAddendum:
    place = Place("add.pdf", "page 1")
    positions = tuple(StatedPosition(n, "", p, p.label, False, "Para. 3", "", place) for n, p in stated)
    explained = (Explanation(("71.1",), "The act stands.", place),)
    return ParsedAddendum(
        "add.pdf", "ISL", "Iceland", symbol, f"{symbol}/Add.1", positions, explained, (), StatedTotals(), ()
    )


def kinds(dossier: Dossier, read: ParsedAddendum) -> dict[str, str]:
    with dossier.store.read() as session:
        planned, _notices = plan_document(Standing(session, "ISL"), as_review(session, read, "ISL"))
    return {record.record.label: record.kind for record in planned.records}


def test_an_addendum_changes_positions_and_nothing_else(dossier: Dossier) -> None:
    found = kinds(
        dossier,
        addendum(("71.1", Position.SUPPORTED), ("71.2", Position.SUPPORTED), ("71.9", Position.NOTED)),
    )
    assert found == {"71.1": "changed", "71.2": "equal", "71.9": "in_doubt"}


def test_explanations_go_with_their_numbers(dossier: Dossier) -> None:
    with dossier.store.read() as session:
        review = as_review(session, addendum(("71.1", Position.NOTED), ("71.2", Position.NOTED)), "ISL")
    assert [r.explanation for r in review.recommendations] == ["The act stands.", ""]
    assert review.recommendations[0].text == dossier.query.rows()[0].text


def test_an_addendum_to_a_report_that_is_not_there_is_refused(dossier: Dossier) -> None:
    with pytest.raises(UserError, match="which this dossier does not have"):
        kinds(dossier, addendum(("1.1", Position.NOTED), symbol="A/HRC/1/1"))


def test_a_source_that_waits_for_the_answer_does_not_undo_it(dossier: Dossier, tmp_path: Path) -> None:
    rows = [(r[0], "Pending", *r[2:]) if isinstance(r, tuple) else r for r in ROWS["M2019"]]
    plan = dossier.importing.plan(write_list(tmp_path / "pending.docx", "M2019", rows))
    assert [r.kind for r in plan.records] == ["equal"] * 3


def test_the_same_wording_printed_otherwise_is_no_difference(dossier_path: Path, tmp_path: Path) -> None:
    first = [
        (
            "71.1 Respect non-discrimination (Chile);\nSource of Position: A/HRC/90/7/Add.1",
            "Noted",
            "- Theme",
            "",
        )
    ]
    again = [
        (
            "71.1 Respect non ‑ discrimination (Chile);\nSource of Position: A/HRC/90/7/Add.1",
            "Noted",
            "- Theme",
            "",
        )
    ]
    with open_dossier(str(dossier_path)) as dossier:
        dossier.importing.apply(dossier.importing.plan(write_list(tmp_path / "a.docx", "M2025", first)))
        plan = dossier.importing.plan(write_list(tmp_path / "b.docx", "M2025", again))
        assert [r.kind for r in plan.records] == ["equal"]
