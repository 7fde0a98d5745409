"""OHCHR's thematic list in its four layouts, from a Word file to records, with everything that may be odd in one."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.word_fixtures import (
    HEADERS,
    ROWS,
    Row,
    paragraph,
    write_list,
    write_long_list,
    write_package,
)
from uprtracker.errors import UserError
from uprtracker.importers.record import Answers, ParsedReview, Place
from uprtracker.importers.thematic_list import read_thematic_list, recognises
from uprtracker.importers.thematic_list_layout import find_layout
from uprtracker.importers.thematic_list_row import ListRow, read_row
from uprtracker.importers.word_table import TableCell, TableRow, WordTable
from uprtracker.vocabulary.position import Position

LAYOUTS = sorted(ROWS)
CELLS = [
    "71.1 Ratify A (Chile);",
    "71.2 Do B (Atlantis);",
    "Chile\nPeru",
    "Supported",
    "",
    "36. Defenders",
    "(Mali);",
]
SCHEMES = {"M2015": "OHCHR 2015", "M2019": "OHCHR 2019", "M2020": "OHCHR 2020", "M2025": "OHCHR cycle 4"}


def read(tmp_path: Path, layout: str = "M2025", rows: list[Row] | None = None, **options) -> ParsedReview:
    answers = options.pop("answers", None)
    path = write_list(tmp_path / "UPR of Norway session 13.docx", layout, rows, **options)
    return read_thematic_list(path, answers=answers)


def row(text: str, position: str = "Supported", source: str = "A/HRC/90/7/Add.1 - Para.3") -> Row:
    """A row of the 2025 layout."""
    return (f"{text}\nSource of Position: {source}", position, "- Right to life", "- 3 - GOOD HEALTH")


def messages(review: ParsedReview) -> str:
    return "\n".join(f"{notice.where}: {notice.message}" for notice in review.warnings)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_recommendations(tmp_path: Path, layout: str) -> None:
    review = read(tmp_path, layout)
    assert [
        (r.label, r.text, r.states, r.position, r.position_as_printed) for r in review.recommendations
    ] == [
        ("71.2", "Let marches pass freely", ("CHL",), Position.SUPPORTED, "Supported"),
        ("71.1", "Repeal the act on marches (Act 12)", ("PER", "MLI"), Position.NOTED, "Noted"),
        (
            "71.3",
            "Protect defenders; Receive the Rapporteur",
            ("TGO", "FJI"),
            Position.SUPPORTED_NOTED,
            "Supported/Noted",
        ),
    ]
    assert [(c.text, c.states, c.states_as_printed) for c in review.recommendations[2].clauses] == [
        ("Protect defenders", ("TGO",), ("Togo",)),
        ("Receive the Rapporteur", ("FJI",), ("Fiji",)),
    ]
    assert not review.in_doubt
    assert review.missing_numbers == ()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_review(tmp_path: Path, layout: str) -> None:
    review = read(tmp_path, layout)
    assert (review.source, review.mechanism) == ("thematic-list", "upr")
    assert (review.state_iso3, review.state_as_printed, review.cycle, review.session) == (
        "ISL",
        "Iceland",
        3,
        40,
    )
    assert (review.document_symbol, review.addendum_symbol) == ("A/HRC/90/7", "A/HRC/90/7/Add.1")
    assert review.title == "UPR of Iceland (3rd Cycle – 40th session)"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_themes_bear_the_scheme_of_their_layout(tmp_path: Path, layout: str) -> None:
    labels = [theme for record in read(tmp_path, layout).recommendations for theme in record.themes]
    assert {theme.scheme for theme in labels if theme.kind != "sdg"} == {SCHEMES[layout]}
    assert "Human rights defenders" in {theme.label for theme in labels if theme.kind == "theme"}
    assert {theme.code for theme in labels if theme.kind == "sdg"} <= {"1", "16"}


def test_themes_groups_and_sdgs_in_printed_order(tmp_path: Path) -> None:
    themes = read(tmp_path, "M2025").recommendations[2].themes
    assert [(theme.kind, theme.code, theme.label) for theme in themes] == [
        ("theme", "", "Human rights defenders"),
        ("group", "", "Human rights defenders"),
        ("group", "", "Media"),
        ("sdg", "1", "NO POVERTY"),
        ("sdg", "16", "PEACE, JUSTICE AND STRONG INSTITUTIONS"),
    ]


def test_heading_order_and_place(tmp_path: Path) -> None:
    records = read(tmp_path, "M2019").recommendations
    assert [(r.order, r.heading) for r in records] == [
        (1, "D44 Right to peaceful assembly"),
        (2, "D44 Right to peaceful assembly"),
        (3, "H1 Human rights defenders"),
    ]
    assert [r.place.where for r in records] == ["table 1, row 3", "table 1, row 4", "table 1, row 6"]
    assert records[0].place.file == "UPR of Norway session 13.docx"


def test_the_assessment_is_a_comment(tmp_path: Path) -> None:
    comments = [record.comment for record in read(tmp_path, "M2019").recommendations]
    assert comments == ["", "Bill drafted.\nBefore parliament.", ""]


def test_sources_of_positions_are_kept_as_printed(tmp_path: Path) -> None:
    assert [r.position_source for r in read(tmp_path, "M2025").recommendations] == [
        "A/HRC/90/7/Add.1 - Para.3vv",
        "A/HRC/90/7/Add.1 - Para.3",
        "A/HRC/90/7/Add.1 - Para.3",
    ]
    assert read(tmp_path, "M2020").recommendations[0].position_source == "A/HRC/90/7 - Para 121"


def test_a_missing_source_is_noticed_and_its_remark_kept(tmp_path: Path) -> None:
    review = read(tmp_path, "M2015")
    assert review.recommendations[2].position_source == ""
    assert review.recommendations[2].explanation == "by letter of 1 May"
    assert "table 1, row 6: no source of the position is given for 71.3" in messages(review)


def test_columns_in_another_order_with_other_words(tmp_path: Path) -> None:
    titles = (
        "Relevant SDG(s)",
        "POSITION",
        "Recommendations and recommending states",
        "Themes / groups of persons",
    )
    moved: list[Row] = [r if isinstance(r, str) else (r[3], r[1], r[0], r[2]) for r in ROWS["M2025"]]
    given = read(tmp_path, "M2025", moved, header=titles)
    assert given.recommendations == read(tmp_path, "M2025").recommendations


def test_a_list_is_known_by_its_table_not_by_its_name(tmp_path: Path) -> None:
    assert recognises(write_list(tmp_path / "budget.docx", "M2019"))
    other = write_list(tmp_path / "thematic-list.docx", "M2019", [], header=("Name", "Date", "Place", "Note"))
    assert not recognises(other)
    with pytest.raises(UserError, match="no table of a thematic list"):
        read_thematic_list(other)


def test_no_table_at_all(tmp_path: Path) -> None:
    path = write_package(tmp_path / "letter.docx", paragraph("Excellency"))
    assert not recognises(path)
    with pytest.raises(UserError, match=r"letter\.docx"):
        read_thematic_list(path)


def test_what_is_no_word_file_is_not_recognised(tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    path.write_text("hello", encoding="utf-8")
    assert not recognises(path)


def test_a_header_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no recommendation"):
        read(tmp_path, rows=["Theme: Right to life"])


def test_the_file_name_is_never_believed(tmp_path: Path) -> None:
    review = read(tmp_path, page_header="Thematic list of recommendations")
    assert (review.state_iso3, review.cycle, review.session) == (None, None, None)
    assert "does not name the State under review" in messages(review)


def test_the_cycle_follows_from_the_session(tmp_path: Path) -> None:
    review = read(tmp_path, page_header="UPR of Iceland (26th session)")
    assert (review.cycle, review.session) == (2, 26)


def test_cycle_and_session_that_disagree(tmp_path: Path) -> None:
    review = read(tmp_path, page_header="UPR of Iceland (2nd Cycle - 40th Session)")
    assert (review.cycle, review.session) == (2, 40)
    assert "session 40 belongs to cycle 3" in messages(review)


def test_answers_take_the_place_of_what_the_document_says(tmp_path: Path) -> None:
    answers = Answers(state_iso3="NOR", cycle=4, session=44, document_symbol="A/HRC/91/1")
    review = read(tmp_path, answers=answers)
    assert (review.state_iso3, review.cycle, review.session) == ("NOR", 4, 44)
    assert (review.document_symbol, review.addendum_symbol) == ("A/HRC/91/1", "")
    assert "71.1-3 come from A/HRC/90/7" in messages(review)


def test_a_state_under_review_that_is_not_known(tmp_path: Path) -> None:
    review = read(tmp_path, page_header="UPR of Atlantis (3rd Cycle - 40th Session)")
    assert review.state_iso3 is None
    assert "no State is known as 'Atlantis'" in messages(review)


def test_the_symbol_may_stand_in_the_head_only(tmp_path: Path) -> None:
    rows: list[Row] = [("71.1 Ratify A (Chile);", "Supported", "- Right to life", "")]
    assert read(tmp_path, rows=rows, page_footer="See A/HRC/90/7/Add.1").document_symbol == "A/HRC/90/7"
    without = read(tmp_path, rows=rows)
    assert without.document_symbol == ""
    assert "symbol" in messages(without)


def test_the_column_of_states_decides(tmp_path: Path) -> None:
    rows: list[Row] = [("71.1 Ratify A (Chile);", "Chile\nCôte d'Ivoire\n", "Noted", "36. Defenders")]
    review = read(tmp_path, "M2015", rows)
    (clause,) = review.recommendations[0].clauses
    assert (clause.text, clause.states) == ("Ratify A", ("CHL", "CIV"))
    assert clause.states_as_printed == ("Chile", "Côte d'Ivoire")
    assert "table 1, row 2: the States in brackets differ" in messages(review)


def test_the_column_of_states_is_enough(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("71.1 Ratify A.", "Iran (Islamic Republic of)\nUnited Kingdom\n", "Noted", "36. Defenders")
    ]
    review = read(tmp_path, "M2015", rows)
    assert review.recommendations[0].states == ("IRN", "GBR")
    assert not review.in_doubt
    assert "brackets" not in messages(review)


def test_an_unknown_state_in_the_column(tmp_path: Path) -> None:
    rows: list[Row] = [("71.1 Ratify A (Chile);", "Chile\nAtlantis\n", "Noted", "36. Defenders")]
    review = read(tmp_path, "M2015", rows)
    assert review.in_doubt[0].in_doubt == "no State is known as 'Atlantis'"


def test_an_unknown_state_in_brackets(tmp_path: Path) -> None:
    review = read(tmp_path, rows=[row("71.1 Ratify A (Atlantis);"), row("71.2 Ratify B (Chile);")])
    assert [record.label for record in review.in_doubt] == ["71.1"]
    assert "table 1, row 2: no State is known as 'Atlantis'" in messages(review)


@pytest.mark.parametrize(
    ("word", "doubt"), [("Considered", "'Considered' is not known"), ("", "position is empty")]
)
def test_an_unknown_position_is_asked_never_guessed(tmp_path: Path, word: str, doubt: str) -> None:
    (record,) = read(tmp_path, rows=[row("71.1 Ratify A (Chile);", word)]).in_doubt
    assert record.position is Position.UNKNOWN
    assert record.position_as_printed == word
    assert doubt in record.in_doubt


def test_a_row_without_number_is_kept_in_doubt(tmp_path: Path) -> None:
    review = read(tmp_path, rows=[row("71.1 Ratify A (Chile);"), row("and also B (Peru);")])
    assert [(r.number, r.text) for r in review.in_doubt] == [("", "and also B")]
    assert "no recommendation number" in review.in_doubt[0].in_doubt


def test_missing_numbers_are_named(tmp_path: Path) -> None:
    review = read(tmp_path, rows=[row(f"71.{n} Ratify (Chile);") for n in (1, 3, 7)])
    assert review.missing_numbers == ("71.2", "71.4", "71.5", "71.6")
    assert "71.2, 71.4-6" in messages(review)


def test_a_number_ending_in_nought_is_another_number(tmp_path: Path) -> None:
    review = read(tmp_path, rows=[row(f"28.{n} Keep promise {n} (Chile);") for n in range(1, 11)])
    assert [record.label for record in review.recommendations][::9] == ["28.1", "28.10"]


def test_two_positions_of_one_number_are_two_parts(tmp_path: Path) -> None:
    review = read(tmp_path, rows=[row("71.1 Ratify A (Chile);"), row("71.1 Ratify A (Chile);", "Noted")])
    assert [(r.label, r.position) for r in review.recommendations] == [
        ("71.1a", Position.SUPPORTED),
        ("71.1b", Position.NOTED),
    ]


def test_one_number_printed_under_two_themes_is_read_once(tmp_path: Path) -> None:
    again = ("71.1 Ratify A (Chile);", "Supported", "- Right to food", "")
    review = read(tmp_path, rows=["Theme: x", row("71.1 Ratify A (Chile);"), "Theme: y", again])
    (record,) = review.recommendations
    assert [theme.label for theme in record.themes] == ["Right to life", "GOOD HEALTH", "Right to food"]
    assert record.heading == "x"
    assert "stands here again" in messages(review)


def test_positions_from_another_document_are_noticed(tmp_path: Path) -> None:
    rows = [row("71.1 A (Chile);"), row("71.2 B (Chile);"), row("71.3 C (Chile);", source="A/HRC/11/2/Add.1")]
    review = read(tmp_path, rows=rows)
    assert review.document_symbol == "A/HRC/90/7"
    assert "71.3 come from A/HRC/11/2" in messages(review)


def test_a_list_cut_in_two_tables_is_one_list(tmp_path: Path) -> None:
    review = read(tmp_path, split_before=3)
    assert [record.label for record in review.recommendations] == ["71.2", "71.1", "71.3"]
    assert review.recommendations[2].place.where == "table 2, row 2"
    assert review.recommendations[2].heading == "Human rights defenders"


def test_a_repeated_header_is_no_recommendation(tmp_path: Path) -> None:
    rows = [*ROWS["M2025"][:2], HEADERS["M2025"], *ROWS["M2025"][2:]]
    assert len(read(tmp_path, rows=rows).recommendations) == 3


def test_empty_rows_and_lines_above_the_header_are_passed_over(tmp_path: Path) -> None:
    rows: list[Row] = [("", "", "", ""), HEADERS["M2020"], *ROWS["M2020"], ("", "\n", "", "")]
    review = read(tmp_path, "M2020", rows, header=("Made in", "the ministry", "in May", "2026"))
    assert [record.label for record in review.recommendations] == ["71.2", "71.1", "71.3"]


def test_a_banner_that_is_not_merged(tmp_path: Path) -> None:
    rows: list[Row] = [("Theme: Right to life", "", "", ""), row("71.1 Ratify A (Chile);")]
    assert read(tmp_path, rows=rows).recommendations[0].heading == "Right to life"


@given(st.tuples(*[st.text(max_size=60) | st.sampled_from(CELLS)] * 4))
def test_any_row_gives_a_record_or_says_what_is_in_doubt(texts: tuple[str, ...]) -> None:
    header, filled = (
        TableRow(number, tuple(TableCell(column, 1, text) for column, text in enumerate(cells)))
        for number, cells in ((1, HEADERS["M2015"]), (2, texts))
    )
    layout = find_layout(WordTable(1, (header, filled)))
    assert layout is not None
    record, notices = read_row(ListRow(filled, Place("list.docx", "here"), "", 1), layout, "scheme")
    complete = record.number and record.text and record.states and record.position is not Position.UNKNOWN
    assert complete or record.in_doubt
    assert all(notice.where == "here" for notice in notices)


def test_a_thousand_rows_are_read_in_less_than_a_second(tmp_path: Path) -> None:
    path = write_long_list(tmp_path / "long.docx", 1000)
    start = time.process_time()
    review = read_thematic_list(path)
    assert time.process_time() - start < 1
    assert len(review.recommendations) == 1000
    assert review.missing_numbers == ()
    assert not review.in_doubt
