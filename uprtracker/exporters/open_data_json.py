"""Open data as JSON: a head, then the recommendations with their histories, as the published schema says."""

import json
from pathlib import Path

from uprtracker.exporters.open_data import head, histories, record
from uprtracker.vocabulary.read_model import ReportData

SCHEMA_ID = "urn:uprtracker:data-json:1"
"""The name of the schema in `resources/schema/data-json.schema.json`; a change that breaks readers changes its number."""


def write_json(data: ReportData, target: Path) -> None:
    """UTF-8, one recommendation after another, so that memory holds one at a time; same data gives same bytes."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            f'{{\n"schema": {json.dumps(SCHEMA_ID)},\n"head": {_json(head(data))},\n"recommendations": ['
        )
        for number, row in enumerate(data.rows):
            said = {**record(row, data), **histories(data.details[row.id])}
            file.write(f"{',' if number else ''}\n{_json(said)}")
        file.write("\n]\n}\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
