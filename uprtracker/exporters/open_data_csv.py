"""Open data as CSV (RFC 4180): one row per recommendation, several values of one field parted by `; `.

A cell that a spreadsheet would take for a formula begins with an apostrophe (CWE-1236). CSV has no place for a head:
what the file covers and leaves out stands in the last columns of every row, so that it is not lost with another file.
"""

import csv
from pathlib import Path
from typing import Any

from uprtracker.exporters.open_data import head, record
from uprtracker.vocabulary.read_model import Recommendation, ReportData

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FIELDS = (
    *("uid", "document_symbol", "number", "part", "cycle", "session", "mechanism", "kind", "text"),
    *(
        "recommending_states",
        "recommending_states_iso3",
        "position",
        "position_as_printed",
        "position_source",
    ),
    *("already_implemented", "themes", "groups", "sdgs", "action_category"),
    *("official_status", "status", "status_on", "status_validated", "draft", "official_comment"),
    *("lead", "supporting", "due", "overdue", "assessment", "assessment_on", "disputed"),
    *("paragraphs", "decided", "clusters", "annotations"),
)
_HEAD = (
    *(
        "state",
        "audience",
        "language",
        "filters",
        "as_of",
        "snapshot",
        "instrument",
        "version",
        "withheld",
        "sample",
    ),
)
COLUMNS = (*_FIELDS, *(f"file_{name}" for name in _HEAD))


def write_csv(data: ReportData, target: Path) -> None:
    """UTF-8 with a byte order mark, by which spreadsheets know it; CRLF line ends; every text quoted where it must be."""
    about = head(data)
    constant = [_cell(about[name]["total"] if name == "withheld" else about[name]) for name in _HEAD]
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in data.rows:
            said = _flat(row, data)
            writer.writerow([*(_cell(said[name]) for name in _FIELDS), *constant])


def _flat(row: Recommendation, data: ReportData) -> dict[str, Any]:
    said = record(row, data)
    official = next((entry for entry in data.details[row.id].statuses if entry.validated), None)
    said["themes"] = [theme["label"] for theme in said["themes"]]
    said["groups"] = [group["label"] for group in said["groups"]]
    said["paragraphs"] = [paragraph["label"] for paragraph in said["paragraphs"]]
    said["official_comment"] = official.comment if official else ""
    said["overdue"] = row.overdue
    said["assessment_on"] = row.assessment_on.isoformat() if row.assessment_on else None
    return said


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
