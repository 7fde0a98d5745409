"""Anybody's own table: headings, merged cells, lost zeros, formulas, codes, several languages; doubts and no guesses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.importers.table_fixtures import text_cell, write_csv, write_raw_workbook, write_workbook
from uprtracker.errors import UserError
from uprtracker.importers.column_field import Field
from uprtracker.importers.lost_zero import numbers_without_zero
from uprtracker.importers.record import Answers, ParsedDocuments, ParsedRecommendation, ParsedReview
from uprtracker.importers.spreadsheet import propose_mapping, read_spreadsheet
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status

HEADERS = [
    "No.",
    "Recommendation",
    "Position",
    "Theme",
    "Lead ministry",
    "Supporting ministries",
    "Status",
    "Deadline",
]


def row(number: Any, text: str = "", **cells: Any) -> list[Any]:
    usual = {
        "text": text or f"Let marches pass freely in street {number} of the capital (Chile);",
        "position": "Accepted",
        "theme": "Assembly",
        "lead": "Interior",
        "supporting": "",
        "status": "In progress",
        "due": None,
        **cells,
    }
    return [number, *usual.values()]


ROWS: list[Sequence[Any]] = [HEADERS, row("71.1"), row("71.2", position="Noted"), row("71.10"), row("71.11")]


def read(tmp_path: Path, rows: Sequence[Sequence[Any]] = ROWS, **options: Any) -> ParsedDocuments:
    merged = options.pop("merged", ())
    return read_spreadsheet(write_workbook(tmp_path / "a.xlsx", rows, merged=merged), **options)


def records(
    tmp_path: Path, rows: Sequence[Sequence[Any]] = ROWS, **options: Any
) -> list[ParsedRecommendation]:
    return [
        record
        for document in read(tmp_path, rows, **options).documents
        for record in document.recommendations
    ]


def review(tmp_path: Path, rows: Sequence[Sequence[Any]] = ROWS, **options: Any) -> ParsedReview:
    (document,) = read(tmp_path, rows, **options).documents
    return document


def told(documents: ParsedDocuments) -> str:
    all_of_them = [*documents.warnings, *(n for document in documents.documents for n in document.warnings)]
    return " | ".join(notice.message for notice in all_of_them)


def test_a_row_is_a_record(tmp_path: Path) -> None:
    first = records(tmp_path, [HEADERS, row("71.1", supporting="Justice; Health", due=datetime(2026, 5, 1))])[
        0
    ]
    assert (first.number, first.text) == ("71.1", "Let marches pass freely in street 71.1 of the capital")
    assert (first.states, first.position) == (("CHL",), Position.SUPPORTED)
    assert (first.lead, first.supporting) == ("Interior", ("Justice", "Health"))
    assert (first.status, first.status_as_printed) == (Status.IN_PROGRESS, "In progress")
    assert first.due_on == date(2026, 5, 1)
    assert [(theme.scheme, theme.label) for theme in first.themes] == [("national", "Assembly")]
    assert (first.in_doubt, first.place.where) == ("", "row 2")


def test_answers_fill_what_the_table_does_not_say(tmp_path: Path) -> None:
    assert review(tmp_path).document_symbol == ""
    answered = review(tmp_path, answers=Answers("ISL", 3, 36, "A/HRC/90/7"))
    assert (answered.state_iso3, answered.cycle, answered.session) == ("ISL", 3, 36)
    assert answered.document_symbol == "A/HRC/90/7"


def test_gaps_are_told(tmp_path: Path) -> None:
    assert review(tmp_path).missing_numbers == tuple(f"71.{n}" for n in range(3, 10))


def test_blank_rows_headings_and_repeated_headers_are_no_records(tmp_path: Path) -> None:
    rows = [HEADERS, ["Theme: Assembly"], row("71.1"), [], HEADERS, [None, "Justice"], row("71.2")]
    found = records(tmp_path, rows)
    assert [(record.label, record.heading) for record in found] == [
        ("71.1", "Theme: Assembly"),
        ("71.2", "Justice"),
    ]


def test_merged_cells_are_filled_down_as_far_as_they_reach(tmp_path: Path) -> None:
    rows = [HEADERS, row("71.1", lead="Health"), row("71.2", lead=None), row("71.3", lead=None)]
    assert [r.lead for r in records(tmp_path, rows, merged=["E2:E3"])] == ["Health", "Health", ""]


def test_a_column_without_merged_cells_is_filled_down_only_if_a_person_says_so(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADERS, row("71.1", lead="Health"), row("71.2", lead="")])
    mapping = propose_mapping(path)
    assert [r.lead for r in read_spreadsheet(path, mapping=mapping).documents[0].recommendations] == [
        "Health",
        "",
    ]
    filled = replace(mapping, fill_down=(4,))
    assert [r.lead for r in read_spreadsheet(path, mapping=filled).documents[0].recommendations] == [
        "Health"
    ] * 2


def test_a_number_that_became_a_figure_is_in_doubt_with_its_cell(tmp_path: Path) -> None:
    whole, figure, day = records(tmp_path, [HEADERS, row(7), row(71.1), row(datetime(2024, 12, 3))])
    assert (whole.number, whole.in_doubt) == ("7", "")
    assert "cell A3" in figure.in_doubt
    assert figure.number == "71.1"
    assert "cell A4" in day.in_doubt


def test_a_number_twice_whose_tenfold_is_missing_is_in_doubt(tmp_path: Path) -> None:
    numbers = ["71.1", "71.2", *(f"71.{n}" for n in range(3, 10)), "71.1", "71.11"]
    path = write_csv(
        tmp_path / "a.csv", [HEADERS, *(row(n, f"Text {at} (Chile);") for at, n in enumerate(numbers))]
    )
    found = read_spreadsheet(path).documents[0].recommendations
    assert ["cell A2" in r.in_doubt or "cell A11" in r.in_doubt for r in found].count(True) == 2
    assert all(r.number == "71.1" for r in found if r.in_doubt)


@pytest.mark.parametrize(
    ("numbers", "suspicious"),
    [
        (["1.1", "1.1", "1.2", "1.9"], {"1.1"}),
        (["1.1", "1.1", "1.10", "1.11"], set()),
        (["1.1", "1.1", "1.2"], set()),
        (["1.1", "1.2", "1.9", "1.11"], set()),
        (["5", "5", "49"], set()),
    ],
)
def test_which_numbers_lost_a_zero(numbers: list[str], suspicious: set[str]) -> None:
    assert numbers_without_zero(numbers) == suspicious


def test_rows_with_formulas_are_refused_with_the_cell(tmp_path: Path) -> None:
    cells = [text_cell(f"{column}1", name) for column, name in zip("ABC", HEADERS[:3], strict=True)]
    rows = f'<row r="1">{"".join(cells)}</row>'
    for at in range(2, 8):
        number = f'<c r="A{at}"><f>A1+1</f><v>71.5</v></c>' if at == 4 else text_cell(f"A{at}", f"71.{at}")
        text = text_cell(f"B{at}", f"Let marches pass freely in street {at} of the capital (Chile);")
        rows += f'<row r="{at}">{number}{text}{text_cell(f"C{at}", "Noted")}</row>'
    documents = read_spreadsheet(write_raw_workbook(tmp_path / "a.xlsx", rows))
    assert documents.count == 5
    refused = [notice for notice in documents.warnings if "formula" in notice.message]
    assert "cell A4" in refused[0].message
    assert "'71.5'" in refused[0].message


def test_what_a_row_lacks_is_in_doubt(tmp_path: Path) -> None:
    rows = [
        HEADERS,
        row("71.1"),
        row("", "No number here, in any place of the row (Chile);"),
        row("71.3", "A text without any State behind it, though others have one"),
        row("71.4", position=""),
        row("71.5", position="Perhaps"),
        row("71.6", status="Somewhere"),
    ]
    doubts = [record.in_doubt for record in records(tmp_path, rows)]
    assert doubts[0] == ""
    assert "no recommendation number" in doubts[1]
    assert "no recommending State" in doubts[2]
    assert "position is empty" in doubts[3]
    assert "'Perhaps'" in doubts[4]
    assert doubts[5] == ""
    assert "'Somewhere'" in told(read(tmp_path, rows))


def test_tables_without_states_or_positions_say_so_once(tmp_path: Path) -> None:
    rows = [
        ["No.", "Recommendation"],
        *([f"71.{n}", f"Let marches pass freely in street {n} of the capital"] for n in range(1, 9)),
    ]
    documents = read(tmp_path, rows)
    assert not documents.documents[0].in_doubt
    assert "names no recommending States" in told(documents)
    assert "positions stay unknown" in told(documents)


def test_the_states_column_decides(tmp_path: Path) -> None:
    rows = [["No.", "Recommendation", "Recommending States"]]
    rows += [
        [f"71.{n}", f"Let marches pass freely in street {n} of the capital", "Chile, Peru"]
        for n in range(1, 9)
    ]
    assert records(tmp_path, rows)[0].states == ("CHL", "PER")


def test_numbers_at_the_beginning_of_texts(tmp_path: Path) -> None:
    rows = [["Recommendation", "Position"]]
    rows += [
        [f"71.{n}. Let marches pass freely in street {n} of the capital (Chile);", "Noted"]
        for n in range(1, 9)
    ]
    assert [record.number for record in records(tmp_path, rows)] == [f"71.{n}" for n in range(1, 9)]


def test_records_without_number_have_an_alias_that_stays(tmp_path: Path) -> None:
    rows = [["Recommendation", "Position"]]
    rows += [[f"Let marches pass freely in street {n} of the capital (Chile);", "Noted"] for n in range(1, 9)]
    first = [record.aliases for record in records(tmp_path, rows)]
    assert first == [record.aliases for record in records(tmp_path, [rows[0], *rows[1:]])]
    assert len(set(first)) == 8


BILINGUAL = [["Code", "CodeAr", "Nom", "NomAr", "Pays", "Mecanisme", "Organe", "Cycle", "Etat", "Organismes"]]
FRENCH = "Laisser passer librement les manifestations dans la rue {n} de la capitale"
ARABIC = "السماح بمرور المسيرات بحرية في الشارع رقم {n} من العاصمة"


def bilingual(code: str, arabic: str, n: int, **cells: str) -> list[str]:
    usual = {"pays": "Chili", "mecanisme": "Examen périodique universel", "organe": "", "cycle": "3ème cycle",
             "etat": "En cours", "organismes": "Justice; Santé", **cells}  # fmt: skip
    return [code, arabic, FRENCH.format(n=n), ARABIC.format(n=n), *usual.values()]


def bilingual_rows() -> list[list[str]]:
    return [
        *BILINGUAL,
        bilingual("R71.1", "1.71", 1),
        bilingual("R71.2P1", "2.71.ج.1", 2, etat="Réalisé", organismes="Justice"),
        bilingual("R71.2 P2", "2.71.ج.2", 3, etat="Non réalisé"),
        bilingual("R71.4", "43.71", 4),
        bilingual("R71.1", "1.71", 5),
        bilingual("R12", "ت.12", 6, pays="", mecanisme="Organes de traités", organe="CERD", cycle=""),
    ]


def test_texts_in_two_languages_codes_parts_and_statuses(tmp_path: Path) -> None:
    documents = read_spreadsheet(write_csv(tmp_path / "a.csv", bilingual_rows()))
    upr, committee = documents.documents
    first, part_a, part_b, mistaken, again = sorted(upr.recommendations, key=lambda r: r.place.where)
    assert (first.language, first.text) == ("fr", FRENCH.format(n=1))
    assert first.texts == (("ar", ARABIC.format(n=1)),)
    assert first.aliases == (("national_code", "R71.1"), ("national_code", "1.71"))
    assert first.states == ("CHL",)
    assert (part_a.label, part_a.status, part_a.lead) == ("71.2a", Status.FULLY_IMPLEMENTED, "Justice")
    assert (part_b.label, part_b.status, part_b.lead) == ("71.2b", Status.NOT_STARTED, "")
    assert part_b.supporting == ("Justice", "Santé")
    assert "different numbers" in mistaken.in_doubt
    assert "stands in row 2 too" in again.in_doubt
    assert (upr.cycle, committee.mechanism, committee.body) == (3, "treaty_body", "CERD")
    assert [(r.label, r.in_doubt) for r in committee.recommendations] == [("12", "")]


def test_a_mapping_is_applied_to_the_next_file_of_the_sender(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", bilingual_rows())
    mapping = propose_mapping(path).with_column(8, None)
    turned = [row[::-1] for row in bilingual_rows()]
    moved = write_csv(tmp_path / "b.csv", [["Suivi"], *turned])
    found = read_spreadsheet(moved, mapping=mapping).documents[0].recommendations
    assert {record.status for record in found} == {None}
    assert {record.label for record in found} >= {"71.2a", "71.2b"}
    with pytest.raises(UserError, match="lacks headers"):
        read_spreadsheet(
            write_csv(tmp_path / "c.csv", [row[1:] for row in bilingual_rows()]), mapping=mapping
        )


def test_dates_that_can_be_read_either_way_are_told_once(tmp_path: Path) -> None:
    rows = [HEADERS, *(row(f"71.{n}", due=f"0{n}/04/2026") for n in range(1, 9))]
    documents = read(tmp_path, rows)
    assert documents.documents[0].recommendations[0].due_on == date(2026, 4, 1)
    assert told(documents).count("are read as day before month") == 1


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="text of the recommendations"):
        read(tmp_path, [["No.", "Position"], ["1.1", "Noted"], ["1.2", "Noted"]])


def test_columns_that_are_not_read_are_told(tmp_path: Path) -> None:
    rows = [[*HEADERS, "Colour"], *([*each, "red"] for each in ROWS[1:])]
    documents = read(tmp_path, rows)
    assert "Colour" in told(documents)
    assert propose_mapping(tmp_path / "a.xlsx").columns[8].field is None


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "mac_roman"])
def test_encodings_reach_the_records(tmp_path: Path, encoding: str) -> None:
    rows = [["N°", "Recommandation", "Pays"]]
    rows += [
        [f"71.{n}", f"Œuvrer à l’égalité à l’école dans la commune numéro {n}", "Côte d’Ivoire"]
        for n in range(1, 9)
    ]
    path = write_csv(tmp_path / "a.csv", rows, encoding=encoding)
    first = read_spreadsheet(path).documents[0].recommendations[0]
    assert first.text == "Œuvrer à l’égalité à l’école dans la commune numéro 1"
    assert first.states == ("CIV",)


def test_lost_characters_are_in_doubt(tmp_path: Path) -> None:
    rows = [HEADERS, *ROWS[1:4], row("71.12", "Let mar\ufffdhes pass freely in all streets (Chile);")]
    path = write_csv(tmp_path / "a.csv", rows)
    assert (
        "characters of the text are lost" in read_spreadsheet(path).documents[0].recommendations[-1].in_doubt
    )


def test_nothing_is_a_word_for_nothing(tmp_path: Path) -> None:
    found = records(tmp_path, [HEADERS, row("71.1", lead="null", supporting="-", theme="N/A"), *ROWS[2:]])
    assert (found[0].lead, found[0].supporting, found[0].themes) == ("", (), ())


def test_every_field_has_its_place(tmp_path: Path) -> None:
    headers = ["No.", "Recommendation", "Document symbol", "Session", "State under review", "SDGs", "Cluster",
               "Action category", "Affected persons", "Measures taken", "Remarks", "Reasons"]  # fmt: skip
    values = [
        "A/HRC/90/7/Add.1",
        "36",
        "Iceland",
        "16, 5.2",
        "Civic space",
        "5",
        "Media",
        "Bill drafted",
        "Late",
        "No law",
    ]
    rows = [
        headers,
        *(
            [f"71.{n}", f"Let marches pass freely in street {n} of the city (Chile);", *values]
            for n in range(1, 9)
        ),
    ]
    document = review(tmp_path, rows)
    first = document.recommendations[0]
    assert (document.document_symbol, document.session, document.cycle) == ("A/HRC/90/7", 36, 3)
    assert (document.state_iso3, first.position_symbol) == ("ISL", "A/HRC/90/7/Add.1")
    assert [(theme.kind, theme.code) for theme in first.themes if theme.kind == "sdg"] == [
        ("sdg", "16"),
        ("sdg", "5.2"),
    ]
    assert [theme.label for theme in first.themes if theme.kind == "group"] == ["Media"]
    assert (first.clusters, first.action_category) == (("Civic space",), 5)
    assert first.comment == "Measures taken: Bill drafted\nRemarks: Late"
    assert first.explanation == "No law"
    assert propose_mapping(tmp_path / "a.xlsx").of(Field.SYMBOL)
