"""Exports of the Universal Human Rights Index: one reading from workbook, CSV and JSON, apart by document and State."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.uhri_fixtures import COMMITTEE, ENTRIES, HEADERS, entry, write_json, write_table
from tests.importers.word_fixtures import write_list
from uprtracker.errors import UserError
from uprtracker.importers import uhri
from uprtracker.importers.record import ParsedDocuments, ParsedReview
from uprtracker.importers.uhri import read_uhri, recognises
from uprtracker.importers.uhri_field import Field, field_named, items
from uprtracker.importers.uhri_text import read_paragraph_text, read_upr_text
from uprtracker.vocabulary.position import Position

WRITERS: list[tuple[str, Callable[..., Path]]] = [
    ("a.xlsx", write_table),
    ("a.csv", write_table),
    ("a.json", write_json),
]


def read(path: Path, entries: list[dict[str, Any]] = ENTRIES, **options: Any) -> ParsedDocuments:
    return read_uhri(write_table(path / "a.xlsx", entries), **options)


def without_places(documents: ParsedDocuments) -> list[object]:
    return [
        replace(document, file="", recommendations=(), warnings=()) for document in documents.documents
    ] + [
        replace(record, place=None)  # type: ignore[arg-type]
        for document in documents.documents
        for record in document.recommendations
    ]


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_every_format_gives_the_same(tmp_path: Path, name: str, write: Callable[..., Path]) -> None:
    path = write(tmp_path / name, ENTRIES)
    assert recognises(path)
    assert without_places(read_uhri(path)) == without_places(read(tmp_path))


def test_a_review_and_a_treaty_body_are_two_documents(tmp_path: Path) -> None:
    review, committee = read(tmp_path).documents
    assert (review.mechanism, review.document_symbol, review.state_iso3) == ("upr", "A/HRC/90/7", "ISL")
    assert (review.session, review.cycle, review.dated_on) == (36, 3, date(2026, 2, 25))
    assert (committee.mechanism, committee.body) == ("treaty_body", "CEDAW")
    assert committee.document_symbol == "CEDAW/C/ISL/CO/9"
    assert (committee.session, committee.cycle) == (None, None)


def test_a_recommendation_of_the_review(tmp_path: Path) -> None:
    first, second, third = read(tmp_path).documents[0].recommendations
    assert (first.number, first.text, first.states) == ("71.1", "Let marches pass freely", ("CHL",))
    assert first.aliases == (("uhri", "00000000-0000-0000-0000-000000000001"),)
    assert [(theme.kind, theme.code, theme.label) for theme in first.themes] == [
        ("theme", "", "Right to peaceful assembly"),
        ("theme", "", "Liberty & security - general"),
        ("group", "", "Media"),
        ("sdg", "16", "PEACE, JUSTICE AND STRONG INSTITUTIONS"),
        ("sdg", "16.2", "Protect children"),
    ]
    assert second.text == "Repeal the act on marches (Act 12)"
    assert second.states == ("PER", "TLS")
    assert [record.position for record in (first, second, third)] == [
        Position.SUPPORTED,
        Position.NOTED,
        Position.SUPPORTED_NOTED,
    ]
    assert [clause.states for clause in third.clauses] == [("TGO",), ("FJI",)]
    assert not any(record.in_doubt for record in (first, second, third))


def test_paragraphs_of_a_committee_with_their_kinds_and_parts(tmp_path: Path) -> None:
    committee = read(tmp_path).documents[1]
    assert [(r.label, r.kind, r.heading) for r in committee.recommendations] == [
        ("49", "observation", "Rural women"),
        ("50a", "recommendation", ""),
        ("50b", "recommendation", ""),
    ]
    assert not committee.in_doubt
    assert committee.missing_numbers == ()


def test_headers_in_any_spelling(tmp_path: Path) -> None:
    spelled = tuple(
        name.upper().replace("RECCOMENDING", "Recommending ").replace(" ", "_") for name in HEADERS
    )
    path = write_table(tmp_path / "a.csv", ENTRIES, spelled)
    assert recognises(path)
    assert read_uhri(path).count == 6


def test_only_one_state(tmp_path: Path) -> None:
    entries = [
        *ENTRIES,
        entry("9", "12.1 Act (Chile);", Countries_Concerned="- Peru", Document_Symbol="A/HRC/1/2"),
    ]
    assert read(tmp_path, entries, state_iso3="PER").count == 1
    with pytest.raises(UserError, match="nothing about Fiji"):
        read(tmp_path, entries, state_iso3="FJI")


def test_an_entry_about_several_states_stands_in_a_document_of_each(tmp_path: Path) -> None:
    entries = [entry("1", "5. The Committee asks.", Countries_Concerned="- Sudan - South Sudan", **COMMITTEE)]
    assert [d.state_iso3 for d in read(tmp_path, entries).documents] == ["SDN", "SSD"]


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    entries = [
        *ENTRIES,
        ENTRIES[0],
        entry("7", "Response of the Government"),
        entry("8", "Comments by the State, not indexed"),
        entry("9", "1. Act", Countries_Concerned="- Kosovo*"),
    ]
    documents = read(tmp_path, entries)
    assert documents.count == 6
    told = " ".join(notice.message for notice in documents.warnings)
    assert "2 entries without recommendation" in told
    assert "1 entry stands in the file more than once" in told
    assert "'Kosovo*'" in told


def test_what_cannot_be_read_is_in_doubt(tmp_path: Path) -> None:
    entries = [
        entry("1", "71.1 Act (Chile);", UPR_Position=None),
        entry("2", "71.2 Act", UPR_Reccomending_States="- Atlantis"),
        entry("3", "71.3 Act (Chile);", UPR_Position="- Perhaps"),
    ]
    doubts = [record.in_doubt for record in read(tmp_path, entries).documents[0].recommendations]
    assert "position is empty" in doubts[0]
    assert "Atlantis" in doubts[1]
    assert "Perhaps" in doubts[2]


def test_gaps_are_told_for_reviews_only(tmp_path: Path) -> None:
    review = read(tmp_path, [ENTRIES[0], ENTRIES[2]]).documents[0]
    assert review.missing_numbers == ("71.2",)
    assert "71.2" in review.warnings[0].message


def test_other_files_are_not_recognised(tmp_path: Path) -> None:
    assert not recognises(write_list(tmp_path / "list.docx", "M2025"))
    assert not recognises(tmp_path / "nowhere.json")
    other = tmp_path / "other.json"
    other.write_text('[{"a": 1}]', encoding="utf-8")
    assert not recognises(other)
    with pytest.raises(UserError):
        read_uhri(other)


@pytest.mark.parametrize(
    ("printed", "number", "part", "wording"),
    [
        ("26.1 Consider acting (Somalia);", "26.1", "", "Consider acting (Somalia);"),
        ("R 26.1 Consider", "26.1", "", "Consider"),
        ("Para. 12 Ratify", "12", "", "Ratify"),
        ("Recommendations contained in paragraph 45 (a): Ratify", "45", "a", "Ratify"),
        ("Ratify the Convention", "", "", "Ratify the Convention"),
    ],
)
def test_numbers_inside_the_text_of_a_review(printed: str, number: str, part: str, wording: str) -> None:
    read = read_upr_text(printed)
    assert (read.number, read.part, read.wording) == (number, part, wording)


@pytest.mark.parametrize(
    ("printed", "number", "heading"),
    [
        ("4.The Committee reminds", "4", ""),
        ("Rural women 49.The Committee notes", "49", "Rural women"),
        ("The Committee recalls article 5. The State should act", "", ""),
        ("In 2019. 30 persons", "", ""),
        ("The Rapporteur recommends", "", ""),
    ],
)
def test_numbers_inside_the_text_of_a_committee(printed: str, number: str, heading: str) -> None:
    read = read_paragraph_text(printed)
    assert (read.number, read.heading) == (number, heading)


@pytest.mark.parametrize(
    ("cell", "field", "found"),
    [
        ("- A\n- B", Field.THEMES, ["A", "B"]),
        ("- South Sudan - Sudan", Field.STATES, ["South Sudan", "Sudan"]),
        ("- Timor-Leste", Field.STATES, ["Timor-Leste"]),
        ("- Liberty & security - general", Field.THEMES, ["Liberty & security - general"]),
        ("- 16 - PEACE - 5 - GENDER", Field.SDGS, ["16 - PEACE", "5 - GENDER"]),
        ("Iceland", Field.STATES, ["Iceland"]),
        (["- A", "B", None], Field.THEMES, ["A", "B"]),
        (None, Field.THEMES, []),
    ],
)
def test_lists_in_cells(cell: object, field: Field, found: list[str]) -> None:
    assert items({field: cell}, field) == found


@pytest.mark.parametrize(
    "name", [*HEADERS[:13], "annotationId", "UprRecommendingCountry", "recommending body"]
)
def test_names_of_fields(name: str) -> None:
    assert field_named(name) is not None


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    read_upr_text(text)
    read_paragraph_text(text)


def test_a_review_has_no_warning_where_all_is_well(tmp_path: Path) -> None:
    review: ParsedReview = read(tmp_path).documents[0]
    assert review.warnings == ()


def test_more_about_the_state_than_any_has_is_read_up_to_a_bound_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uhri, "MOST_HELD", 3_000)
    path = write_json(
        tmp_path / "a.json", [entry(str(n), f"71.{n} Keep promise {n} (Chile);") for n in range(1, 9)]
    )
    read = read_uhri(path, home="ISL")
    assert [record.number for record in read.documents[0].recommendations] == ["71.1", "71.2", "71.3", "71.4"]
    assert [notice.message for notice in read.warnings] == ["rows below 4 were not read"]
    assert read_uhri(path).count == 8
