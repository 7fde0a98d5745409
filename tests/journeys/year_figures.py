"""The figures of a year counted again in everything that leaves: the list, the paragraphs, workbooks and PDF pages."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
from pypdf import PdfReader

from tests.journeys.a_year import HEALTH, JUSTICE, NHRI, Year

AUDIENCES = {"public": 2, "government": 1, "restricted": 1}
"""How many items are withheld: the secretariat's note and its quiet talks, which are restricted and never frozen."""

_SOMETHING_DONE = ("Fully implemented", "Partially implemented", "In progress", "Continuous")


def play_and_count(year: Year) -> None:
    """The whole play, then every figure."""
    year.plan()
    year.send_out()
    year.answer()
    year.review()
    year.take_in()
    year.reassign()
    year.confirm()
    check_list(year)
    check_texts(year)
    check_coverage(year)
    check_reports(year)
    check_changes(year)
    check_history(year)


def check_list(year: Year) -> None:
    """Each recommendation says what was said of it, and nothing else."""
    ledger, rows = year.ledger, year.listed()
    assert [row["number"] + row["part"] for row in rows] == year.numbers
    for row in rows:
        number = row["number"] + row["part"]
        assert row["lead"] == ledger.lead[number]
        assert row["status"] == ledger.said[number]
        assert row["status_validated"] is (number not in ledger.drafts)
        assert (row["official_status"] or "Not reported") == ledger.official(number)
        assert (row["assessment"] == "Not implemented") is (number in ledger.assessed)
        assert [p["label"] for p in row["paragraphs"]] == [ledger.paragraph[number]]
        assert row["due"] == "2027-06-30"
    disputed = {row["number"] + row["part"] for row in year.listed("--view", "disputed")}
    # the NHRI said "not implemented": that contradicts whatever says that something is done
    assert disputed == {n for n in ledger.assessed if ledger.official(n) in _SOMETHING_DONE}
    assert disputed == {row["number"] + row["part"] for row in rows if row["disputed"]}
    assert len(year.listed("--ministry", HEALTH, "--lead-only")) == Counter(ledger.lead.values())[HEALTH]


def check_texts(year: Year) -> None:
    """Comments and progress stand in the open data once each, under who wrote them."""
    target = year.folder / "all.json"
    year.do("export", "data-json", "--from", year.dossier, "--to", target, "--audience", "restricted")
    found = {r["number"] + r["part"]: r for r in json.loads(target.read_text("utf-8"))["recommendations"]}
    assert found.keys() == set(year.numbers)
    for number, row in found.items():
        told = [entry["text"] for entry in row["progress"] if entry["text"] != "Quiet talks."]
        assert told == ([year.ledger.progress[number]] if number in year.ledger.progress else [])
        latest = row["status_history"][0] if row["status_history"] else {"comment": ""}
        assert latest["comment"] == year.ledger.comment.get(number, "")


def check_coverage(year: Year) -> None:
    by_label = {p["label"]: p for p in json.loads(year.do("coverage", year.dossier, "--json"))}
    for label, paragraph in by_label.items():
        linked = [n for n, of in year.ledger.paragraph.items() if of == label]
        assert {word: n for word, n in paragraph["counts"].items() if n} == year.ledger.counts(linked)
        assert paragraph["drafts"] == len(year.ledger.drafts & set(linked))


def check_reports(year: Year) -> None:
    """Status reports for three audiences, today's and as of the end of the year, say the same figures."""
    counts = year.ledger.counts()
    # what comes after the end of the year does not show in reports as of then
    year.do("set", year.dossier, year.shared, "--status", "Not started", "--profile", "validator")
    for audience, withheld in AUDIENCES.items():
        frozen = ("--as-of", "end of the year", "--audience", audience)
        words = _first_page(_made(year, "status-pdf", audience, *frozen))
        for status, n in counts.items():
            assert f"{status} {n}" in words, (audience, status, n)
        assert f"{len(year.ledger.drafts)} drafts not counted" in words
        assert f"; {withheld} item" in words
        assert "Changed since the snapshot “start of the year”" in words
        sheet = openpyxl.load_workbook(_made(year, "status-xlsx", audience, *frozen))["Recommendations"]
        shown = [str(row[5]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]
        assert Counter(word.split(" (")[0].split("\n")[0] for word in shown) == counts, audience
    now = _first_page(_made(year, "status-pdf", "public"))
    assert "Not started 2" in now


def check_changes(year: Year) -> None:
    """What moved is what was said, once for each; the report counts the same."""
    ledger, since = year.ledger, ("--since", "start of the year")
    moved = json.loads(year.do("changes", year.dossier, *since, "--json"))
    found: dict[str, dict[str, Any]] = {}
    for change in moved:
        assert found.setdefault(change["field"], {}).setdefault(change["number"], change) is change
    now = {n: ledger.said[n] for n in year.numbers if n not in ledger.drafts} | {year.shared: "Not started"}
    assert {n: (c["from"], c["to"]) for n, c in found["status"].items()} == {
        n: (None, s) for n, s in now.items()
    }
    assert found["draft"].keys() == ledger.drafts
    assert found["assessment"].keys() == ledger.assessed
    assert found["progress"].keys() == ledger.progress.keys()
    assert {c["by"] for c in found["progress"].values()} == {f"{JUSTICE} (workbook merged by Secretariat)"}
    assert {n: (c["from"], c["to"]) for n, c in found["lead"].items()} == {year.not_theirs: (JUSTICE, HEALTH)}
    words = _first_page(_made(year, "change-pdf", "public", *since))
    for n, what in (
        (len(now), "moved forward"),
        (len(ledger.assessed), "assessments by the NHRI"),
        (len(ledger.progress), "new progress entries"),
    ):
        assert f"{n} {what}" in words
    sheets = openpyxl.load_workbook(_made(year, "change-xlsx", "public", *since))
    cells = [cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert Counter(cell for cell in cells if cell in year.numbers) == Counter(
        number for of_field in ("status", "assessment", "progress", "lead") for number in found[of_field]
    )


def check_history(year: Year) -> None:
    found = json.loads(year.do("check", year.dossier, "--json"))
    assert (found["ok"], found["findings"]) == (True, [])
    entries = json.loads(year.do("history", year.dossier, "--json"))
    assert any(NHRI["institution"] in entry["by"] for entry in entries)


def _made(year: Year, product: str, name: str, *words: object) -> Path:
    target = (
        year.folder / f"{product} {name}{' frozen' if '--as-of' in words else ''}.{product.split('-')[-1]}"
    )
    year.do("export", product, "--from", year.dossier, "--to", target, *words)
    return target


def _first_page(path: Path) -> str:
    return " ".join(PdfReader(path).pages[0].extract_text().split())
