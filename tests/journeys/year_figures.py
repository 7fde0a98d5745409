"""The figures of a year counted again in everything that leaves: the list, the paragraphs, workbooks and PDF pages."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
from pypdf import PdfReader

from tests.journeys.a_year import HEALTH, NHRI, Year

AUDIENCES = ("public", "government", "restricted")


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
    assert disputed == {row["number"] + row["part"] for row in rows if row["disputed"]}
    assert (
        disputed
        == {
            n
            for n in ledger.assessed
            if ledger.official(n) in ("In progress", "Fully implemented", "Continuous", "Planned")
        }
        & disputed
    )
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
    for audience in AUDIENCES:
        frozen = ("--as-of", "end of the year", "--audience", audience)
        words = _first_page(_made(year, "status-pdf", audience, *frozen))
        for status, n in counts.items():
            assert f"{status} {n}" in words, (audience, status, n)
        assert f"{len(year.ledger.drafts)} drafts" in words
        sheet = openpyxl.load_workbook(_made(year, "status-xlsx", audience, *frozen))["Recommendations"]
        shown = [str(row[5]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]
        assert Counter(word.split(" (")[0].split("\n")[0] for word in shown) == counts, audience
    now = _first_page(_made(year, "status-pdf", "public"))
    assert "Not started 2" in now


def check_changes(year: Year) -> None:
    since = ("--since", "start of the year")
    moved: list[dict[str, Any]] = json.loads(year.do("changes", year.dossier, *since, "--json"))
    official = {c["number"]: c["to"] for c in moved if c["field"] == "status"}
    assert official.keys() <= set(year.numbers)
    assert {c["number"]: (c["from"], c["to"]) for c in moved if c["field"] == "lead"} == {
        year.not_theirs: (next(iter(year.of)), HEALTH)
    }
    for product in ("change-xlsx", "change-pdf"):
        year.do(
            "export",
            product,
            "--from",
            year.dossier,
            "--to",
            year.folder / f"c.{product[-3:].replace('lsx', 'xlsx')}",
            *since,
        )


def check_history(year: Year) -> None:
    found = json.loads(year.do("check", year.dossier, "--json"))
    assert (found["ok"], found["findings"]) == (True, [])
    entries = json.loads(year.do("history", year.dossier, "--json"))
    assert any(NHRI["institution"] in entry["by"] for entry in entries)


def _made(year: Year, product: str, name: str, *words: object) -> Path:
    target = year.folder / f"{product} {name}{' frozen' if words else ''}.{product.split('-')[-1]}"
    year.do("export", product, "--from", year.dossier, "--to", target, *words)
    return target


def _first_page(path: Path) -> str:
    return " ".join(PdfReader(path).pages[0].extract_text().split())
