"""UPR Info's exports of 2015 and of today: rows of one State each grouped back, pledges apart, nothing guessed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.table_fixtures import write_csv, write_old_workbook, write_workbook
from tests.importers.uhri_fixtures import ENTRIES, write_table
from uprtracker.errors import UserError
from uprtracker.importers.record import ParsedDocuments
from uprtracker.importers.upr_info import read_upr_info, recognises
from uprtracker.vocabulary.position import Position

WITH = ["Iceland", "WEOG", ""]
OLD_XLS = "SuR Rgrp Org Recommendation RS Rgrp Org Response Action Issue Session".split()
OLD_CSV = "To To-Rgrp To-Org Text From From-Rgrp From-Org Response Action Issue Session".split()
MARCHES = "Let marches pass freely "
ROWS = [
    [*WITH, MARCHES, "Chile", "GRULAC", "OAS, OEI", "Accepted", 4.0, "Civil society", 12.0],
    [*WITH, MARCHES, "Côte d'Ivoire", "Africa", "AU", "Accepted", 4.0, "Civil society,General", 12.0],
    [*WITH, "Ratify the treaty on “all”", "Peru", "GRULAC", "", "Noted", 5.0, "Treaty bodies", 12.0],
    [*WITH, MARCHES, "Fiji", "Asia", "", "Accepted", 4.0, "Civil society", 26.0],
    ["Fiji", "Asia", "", MARCHES, "Iceland", "WEOG", "", "Rejected", 4.0, "Civil society", 12.0],
]


def write_old(path: Path, rows: list[list[Any]] = ROWS) -> Path:
    """As `.xls` with figures, or as the CSV that it was saved to on a Macintosh, by the file's name."""
    if path.suffix == ".xls":
        return write_old_workbook(path, [OLD_XLS, *rows], "UPR Info database export")
    plain = [[int(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    return write_csv(path, [OLD_CSV, *plain], encoding="mac_roman", line_end="\r")


def read(tmp_path: Path, rows: list[list[Any]] = ROWS, **options: Any) -> ParsedDocuments:
    return read_upr_info(write_old(tmp_path / "a.csv", rows), **options)


def uwazi(identifier: str, **labels: Any) -> dict[str, Any]:
    """A row of today's database as its search gives it."""
    usual: dict[str, Any] = {
        "recommendation": "Let Iceland&#039;s marches pass",
        "state_under_review": "Iceland",
        "recommending_state": "Netherlands, Kingdom of the",
        "response": "Supported",
        "issues": ["Civil society", "General"],
        "cycle": "Cycle 4",
        "session": "44 - November 2023",
        "action_category": "4 - General action",
    }
    metadata = {
        name: [
            {"value": each} if name == "recommendation" else {"value": f"id-{each}", "label": each}
            for each in (value if isinstance(value, list) else [value])
        ]
        for name, value in {**usual, **labels}.items()
    }
    return {"_id": "x", "sharedId": identifier, "title": "t", "template": "5d8c", "metadata": metadata}


def write_uwazi(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps({"totalRows": len(rows), "rows": rows, "relation": "eq"}), encoding="utf-8")
    return path


def test_rows_of_one_text_are_one_recommendation(tmp_path: Path) -> None:
    first, second = read(tmp_path).documents[0].recommendations
    assert (first.text, first.states) == ("Let marches pass freely", ("CHL", "CIV"))
    assert first.clauses[0].states_as_printed == ("Chile", "Côte d'Ivoire")
    assert (first.position, first.position_as_printed) == (Position.SUPPORTED, "Accepted")
    assert (first.action_category, second.action_category) == (4, 5)
    assert [(theme.scheme, theme.label) for theme in first.themes] == [
        ("UPR Info", "Civil society"),
        ("UPR Info", "General"),
    ]
    assert (first.number, first.kind, first.in_doubt) == ("", "recommendation", "")
    assert first.aliases[0][0] == "text"


def test_one_document_for_state_and_session(tmp_path: Path) -> None:
    documents = read(tmp_path).documents
    assert [(d.state_iso3, d.session, d.cycle) for d in documents] == [
        ("ISL", 12, 1),
        ("ISL", 26, 2),
        ("FJI", 12, 1),
    ]
    assert all(document.document_symbol == "" for document in documents)
    assert documents[2].recommendations[0].position is Position.NOTED


def test_the_old_workbook_says_the_same(tmp_path: Path) -> None:
    pytest.importorskip("xlrd")
    path = write_old(tmp_path / "a.xls")
    assert recognises(path)
    old, new = read_upr_info(path), read(tmp_path)
    for one, other in zip(old.documents, new.documents, strict=True):
        assert [r.clauses for r in one.recommendations] == [r.clauses for r in other.recommendations]
        assert [r.themes for r in one.recommendations] == [r.themes for r in other.recommendations]
        assert [r.aliases for r in one.recommendations] == [r.aliases for r in other.recommendations]


def test_only_one_state(tmp_path: Path) -> None:
    assert [d.state_iso3 for d in read(tmp_path, state_iso3="FJI").documents] == ["FJI"]
    with pytest.raises(UserError, match="nothing about Peru"):
        read(tmp_path, state_iso3="PER")


def test_pledges_are_of_their_own_kind(tmp_path: Path) -> None:
    pledge = [
        "Iceland",
        "WEOG",
        "",
        "Sign the treaty",
        "Iceland",
        "WEOG",
        "",
        "Voluntary Pledge",
        5.0,
        "Justice",
        12.0,
    ]
    (record,) = read(tmp_path, [pledge]).documents[0].recommendations
    assert record.kind == "voluntary_pledge"
    assert (record.states, record.position, record.in_doubt) == ((), Position.UNKNOWN, "")
    assert record.position_as_printed == "Voluntary Pledge"


@pytest.mark.parametrize(
    "headers",
    [
        ["State under Review", "Rgrp", "Org", "Voluntary Pledge", "Action", "Issue", "Session"],
        ["SuR", "Rgrp", "Org", "Pledge", "Action", "Issue", "Session"],
        ["State", "Region", "Organisations", "Pledge", "Action", "Issues", "Session"],
    ],
)
def test_a_file_of_pledges_alone(tmp_path: Path, headers: list[str]) -> None:
    path = write_csv(tmp_path / "a.csv", [headers, ["Iceland", "WEOG", "", "Sign it", "5", "Justice", "12"]])
    assert recognises(path)
    (record,) = read_upr_info(path).documents[0].recommendations
    assert (record.kind, record.text, record.action_category) == ("voluntary_pledge", "Sign it", 5)


def test_what_is_unknown_is_in_doubt(tmp_path: Path) -> None:
    rows = [
        ["Iceland", "", "", "Act", "&#40;Unknown&#41;", "", "", "Accepted", 4.0, "", 12.0],
        ["Iceland", "", "", "Go", "Chile", "", "", "General response", 4.0, "", 12.0],
        ["Iceland", "", "", "Do", "Chile", "", "", "", 4.0, "", 12.0],
        ["Atlantis", "", "", "Do", "Chile", "", "", "Noted", 4.0, "", 12.0],
    ]
    documents = read(tmp_path, rows)
    doubts = [record.in_doubt for record in documents.documents[0].recommendations]
    assert "(Unknown)" in doubts[0]
    assert "General response" in doubts[1]
    assert "empty" in doubts[2]
    assert any("'Atlantis'" in notice.message for notice in documents.warnings)


def test_a_text_twice_from_one_state_is_told(tmp_path: Path) -> None:
    review = read(tmp_path, [ROWS[0], [*ROWS[0][:8], 5.0, *ROWS[0][9:]]]).documents[0]
    told = " ".join(notice.message for notice in review.warnings)
    assert "more than once from the same State" in told
    assert "action category" in told


def test_todays_database_in_json(tmp_path: Path) -> None:
    rows = [
        uwazi("abc1"),
        uwazi("abc2", recommending_state="Cape Verde\n"),
        uwazi("abc3", response="Not Supported", recommendation="Act"),
    ]
    path = write_uwazi(tmp_path / "a.json", rows)
    assert recognises(path)
    (review,) = read_upr_info(path).documents
    assert (review.state_iso3, review.session, review.cycle) == ("ISL", 44, 4)
    first, second = review.recommendations
    assert first.text == "Let Iceland's marches pass"
    assert first.states == ("NLD", "CPV")
    assert [value for kind, value in first.aliases if kind == "upr_info"] == ["abc1", "abc2"]
    assert [theme.label for theme in first.themes] == ["Civil society", "General"]
    assert (first.action_category, second.position) == (4, Position.NOTED)


def test_todays_database_in_csv(tmp_path: Path) -> None:
    headers = ["Title", "Date added", "Template", "State under review", "Recommending state", "Recommendation",
               "Response", "Action category", "Issues", "Session", "Cycle", "Geolocation", "Published"]  # fmt: skip
    row = ["t", "2024-01-02", "Recommendation", "Iceland", "Netherlands, Kingdom of the", "Act&nbsp;now", "Supported",
           "5 - Specific action", "Justice|General", "44 - November 2023", "Cycle 4", "", "Published"]  # fmt: skip
    pledge = [*row[:2], "Voluntary pledge", *row[3:4], "", "Do it", "", *row[7:]]
    path = write_csv(tmp_path / "a.csv", [headers, row, pledge])
    assert recognises(path)
    first, second = read_upr_info(path).documents[0].recommendations
    assert (first.text, first.states, first.action_category) == ("Act now", ("NLD",), 5)
    assert [theme.label for theme in first.themes] == ["Justice", "General"]
    assert (second.kind, second.in_doubt) == ("voluntary_pledge", "")


def test_other_tables_are_not_recognised(tmp_path: Path) -> None:
    assert not recognises(write_table(tmp_path / "uhri.xlsx", ENTRIES))
    own = [["Number", "Recommendation", "State under review", "Recommending state", "Response", "Session"]]
    assert not recognises(write_csv(tmp_path / "own.csv", [*own, ["1.1", "x", "y", "z", "Noted", "4"]]))
    assert not recognises(write_workbook(tmp_path / "b.xlsx", [["a", "b"], [1, 2]]))
    with pytest.raises(UserError, match="import it as a spreadsheet"):
        read_upr_info(write_workbook(tmp_path / "b.xlsx", [["a", "b"], [1, 2]]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Iceland", "Fiji", "Nowhere"]),
            st.sampled_from(["Act", "act ", "Go"]),
            st.sampled_from(["Chile", "Peru", "Togo"]),
            st.sampled_from(["Accepted", "Noted"]),
            st.sampled_from(["3", "12"]),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_no_row_is_lost_in_grouping(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    table = [
        [s, "", "", text, r, "", "", said, "4", "Justice", session] for s, text, r, said, session in rows
    ]
    path = write_csv(tmp_path / "a.csv", [OLD_CSV, *table])
    known = [row for row in rows if row[0] != "Nowhere"]
    if not known:
        with pytest.raises(UserError):
            read_upr_info(path)
        return
    given_to = {(s, text.strip().lower(), said, session, r) for s, text, r, said, session in known}
    found = {
        (
            document.state_as_printed,
            record.text.lower(),
            record.position_as_printed,
            str(document.session),
            name,
        )
        for document in read_upr_info(path).documents
        for record in document.recommendations
        for name in record.clauses[0].states_as_printed
    }
    assert found == given_to
