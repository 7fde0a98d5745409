"""Exports of the Universal Human Rights Index with invented entries: the sixteen columns and the names in JSON."""

import json
from pathlib import Path
from typing import Any

from tests.importers.table_fixtures import write_csv, write_workbook

HEADERS = (
    "Text",
    "Countries Concerned",
    "Reccomending Body",
    "Document Symbol",
    "Themes",
    "Affected Persons",
    "Sdgs",
    "Document Publication Date",
    "UPR Reccomending States",
    "UPR Position",
    "Type",
    "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned",
    "Recommending Regions",
    "Date of publication on UHRI",
)
_NAMES = {
    "Text": "Text",
    "Countries Concerned": "Countries",
    "Reccomending Body": "Body",
    "Document Symbol": "Symbol",
    "Themes": "Themes",
    "Affected Persons": "AffectedPersons",
    "Sdgs": "Sdgs",
    "Document Publication Date": "PublicationDate",
    "UPR Reccomending States": "UprRecommendingCountry",
    "UPR Position": "UprPositions",
    "Type": "AnnotationType",
    "OHCHR Annotation Id": "AnnotationId",
    "UPR Session": "UprSession",
}
_DASHED_IN_JSON = ("Body", "AnnotationType")
_LISTS = (
    "Countries",
    "Themes",
    "AffectedPersons",
    "Sdgs",
    "UprRecommendingCountry",
    "UprPositions",
    "UprSession",
)


def entry(identifier: str, text: str, **cells: Any) -> dict[str, Any]:
    """One entry by columns, of a review of Iceland where nothing else is said; `None` empties a cell."""
    usual = {
        "Text": text,
        "Countries Concerned": "- Iceland",
        "Reccomending Body": "- UPR",
        "Document Symbol": "A/HRC/90/7",
        "Themes": "- Right to peaceful assembly\n- Liberty & security - general",
        "Affected Persons": "- Media",
        "Sdgs": "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\n- 16.2 - Protect children",
        "Document Publication Date": 46078,
        "UPR Reccomending States": "- Chile",
        "UPR Position": "- Supported",
        "Type": "- Recommendations",
        "OHCHR Annotation Id": f"00000000-0000-0000-0000-{identifier:0>12}",
        "UPR Session": "- 36th Session",
    }
    return {**usual, **{name.replace("_", " "): value for name, value in cells.items()}}


COMMITTEE = {
    "Reccomending_Body": "- CEDAW",
    "Document_Symbol": "CEDAW/C/ISL/CO/9",
    "UPR_Reccomending_States": None,
    "UPR_Position": None,
    "UPR_Session": None,
}
ENTRIES = [
    entry("1", "71.1 Let marches pass freely (Chile);"),
    entry(
        "2",
        "<p>71.2&nbsp;Repeal the act on marches (Act 12) (Peru, Timor-Leste);</p>",
        UPR_Reccomending_States="- Peru\n- Timor-Leste",
        UPR_Position="- Noted",
    ),
    entry(
        "3",
        "71.3 Protect defenders (Togo); Receive the Rapporteur (Fiji);",
        UPR_Reccomending_States="- Togo\n- Fiji",
        UPR_Position="- Supported/Noted",
    ),
    entry(
        "4", "Rural women 49.The Committee notes with concern", Type="- Concerns/Observations", **COMMITTEE
    ),
    entry("5", "50. The Committee recommends that the State act.", **COMMITTEE),
    entry("6", "50. It also recommends that the State report.", Type="00000000-1111", **COMMITTEE),
]


def write_table(path: Path, entries: list[dict[str, Any]], headers: tuple[str, ...] = HEADERS) -> Path:
    """As a workbook, or as CSV by the file's name; `headers` may spell the columns in another way."""
    rows = [headers, *([row.get(name) for name in HEADERS] for row in entries)]
    return write_csv(path, rows) if path.suffix == ".csv" else write_workbook(path, rows)


def write_json(path: Path, entries: list[dict[str, Any]]) -> Path:
    """The full dump's layout: lists without dashes, ISO dates."""
    path.write_text(json.dumps([_in_json(row) for row in entries]), encoding="utf-8")
    return path


def _in_json(row: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {"DocumentId": "x", "UprCycle": None}
    for column, name in _NAMES.items():
        value = row.get(column)
        if name == "PublicationDate":
            content[name] = "2026-02-25T00:00:00"
        elif name in _LISTS:
            content[name] = [item.removeprefix("- ") for item in value.split("\n")] if value else []
        else:
            content[name] = value if name in _DASHED_IN_JSON or not value else value.removeprefix("- ")
    return content
