"""Open data: as its schema says, within its audience, the same in every language, safe to open in a spreadsheet."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.exporters.factory import details, recommendation, report_data
from uprtracker.exporters.open_data_csv import COLUMNS, write_csv
from uprtracker.exporters.open_data_json import SCHEMA_ID, write_json
from uprtracker.exporters.title_block import meta_lines
from uprtracker.paths import resource
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Evidence, Measure, ReportData

SCHEMA = json.loads(resource("schema", "data-json.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
MEASURE = Measure("Bill", "Ministry of Justice", None, None, "in_progress", uid="m-1")
EVIDENCE = Evidence(
    1, "Law 12", "A/1", "3", "a quotation", "https://law.example/12", "", Confidentiality.PUBLIC
)


def full_data(**changes: Any) -> ReportData:
    data = report_data(40, history_head="12:abc", **changes)
    told = {
        id_: replace(found, measures=(MEASURE,), evidence=(EVIDENCE,)) for id_, found in data.details.items()
    }
    return replace(data, details=told)


def as_json(data: ReportData, folder: Path) -> dict[str, Any]:
    write_json(data, folder / "x.json")
    return json.loads((folder / "x.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def as_csv(data: ReportData, folder: Path) -> list[dict[str, str]]:
    write_csv(data, folder / "x.csv")
    content = (folder / "x.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_schema_is_one_and_bears_the_name_that_the_data_give() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_ID


@pytest.mark.parametrize("audience", list(Confidentiality))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_json_is_what_its_schema_says(tmp_path: Path, audience: Confidentiality, language: str) -> None:
    said = as_json(full_data(audience=audience, language=language), tmp_path)
    assert [error.message for error in VALIDATOR.iter_errors(said)] == []
    assert said["head"]["recommendations"] == len(said["recommendations"]) == 41
    assert said["head"]["history_head"] == "12:abc"
    assert said["head"]["withheld"]["total"] == 6
    assert said["head"]["audience"] == audience.value


def test_the_schema_refuses_what_is_not_in_it(tmp_path: Path) -> None:
    said = as_json(full_data(), tmp_path)
    said["recommendations"][0]["secret"] = "x"
    said["recommendations"][1]["official_status"] = "Done"
    del said["recommendations"][2]["uid"]
    assert len(list(VALIDATOR.iter_errors(said))) == 3


def test_the_histories_stand_with_the_recommendation(tmp_path: Path) -> None:
    said = as_json(full_data(), tmp_path)["recommendations"]
    assert said[0]["measures"] == [
        {"uid": "m-1", "title": "Bill", "responsible": "Ministry of Justice", "start": None, "due": None, "state": "in_progress"}
    ]  # fmt: skip
    assert said[0]["evidence"][0]["quote"] == "a quotation"
    assert said[0]["status_history"][0]["status"] == said[0]["official_status"]
    assert {key for row in said for key in row} == set(SCHEMA["$defs"]["recommendation"]["properties"])


def test_the_public_is_told_that_a_draft_waits_and_not_what_it_says(tmp_path: Path) -> None:
    row = recommendation(5)
    assert row.has_draft
    data = replace(report_data(1), rows=(row,), details={row.id: details(row)})
    public = replace(data, details={row.id: replace(details(row), statuses=details(row).statuses[1:])})
    (said,) = as_json(public, tmp_path)["recommendations"]
    assert (said["draft"], said["status"], said["status_validated"]) == (True, said["official_status"], True)
    (said,) = as_json(replace(data, audience=Confidentiality.GOVERNMENT), tmp_path)["recommendations"]
    assert (said["draft"], said["status_validated"]) == (True, False)
    assert [entry["validated"] for entry in said["status_history"]] == [False, True]


def test_the_same_data_make_the_same_bytes_in_every_language_but_for_its_name(tmp_path: Path) -> None:
    english, french = as_json(full_data(language="en"), tmp_path), as_json(full_data(language="fr"), tmp_path)
    assert english["recommendations"] == french["recommendations"]
    once = (tmp_path / "x.json").read_bytes()
    write_json(full_data(language="fr"), tmp_path / "x.json")
    assert (tmp_path / "x.json").read_bytes() == once


def test_a_snapshot_is_named(tmp_path: Path) -> None:
    data = full_data(snapshot="mid-term")
    said = as_json(data, tmp_path)
    assert VALIDATOR.is_valid(said)
    assert said["head"]["snapshot"] == "mid-term"
    assert as_csv(data, tmp_path)[0]["file_snapshot"] == "mid-term"
    assert "snapshot “mid-term” of 23 November 2026" in meta_lines(data)


def test_no_recommendation_is_an_empty_list(tmp_path: Path) -> None:
    said = as_json(replace(report_data(1), rows=(), details={}), tmp_path)
    assert said["recommendations"] == []
    assert VALIDATOR.is_valid(said)
    assert as_csv(replace(report_data(1), rows=(), details={}), tmp_path) == []


def test_a_row_of_the_csv_says_what_the_file_covers(tmp_path: Path) -> None:
    data = full_data(filters=("Cycle 4",))
    rows = as_csv(data, tmp_path)
    assert len(rows) == 41
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["text"] == data.rows[0].text
    assert rows[0]["recommending_states"] == "; ".join(["Kenya"])
    assert (rows[0]["file_audience"], rows[0]["file_withheld"], rows[0]["file_filters"]) == (
        "public",
        "6",
        "Cycle 4",
    )
    assert (rows[0]["file_as_of"], rows[0]["file_version"]) == (data.as_of.isoformat(), "as-supplied")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path, start: str) -> None:
    text = f'{start}cmd|"/c calc"!A1, "quoted"\nnext line'
    row = recommendation(1, text=text, lead=f"{start}1+1")
    data = replace(report_data(1), rows=(row,), details={row.id: details(row)})
    (said,) = as_csv(data, tmp_path)
    assert said["text"] == f"'{text}"
    assert said["lead"] == f"'{start}1+1"
    assert (tmp_path / "x.csv").read_bytes().count(b"\r\n") >= 2
