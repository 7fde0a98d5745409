"""Every real file into a dossier: what is read, what waits, that figures stay right, and nothing changes twice."""

import csv
import os
from pathlib import Path
from typing import Any

import pytest

from uprtracker.services.dossier import Dossier, create_dossier
from uprtracker.services.importing import ImportPlan
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.scope import Scope

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]
ROOT = Path(CORPUS or "")

# State of the dossier, file, source, read, new, in doubt
FILES = [
    ("Slovenia", "slovenia-cycle4/thematic-list.docx", "thematic-list", 254, 254, 0),
    ("China", "china-cycle2/thematic-list.docx", "thematic-list", 252, 252, 0),
    ("Egypt", "egypt-cycle2/thematic-list.docx", "thematic-list", 300, 300, 0),
    ("Slovenia", "uhri/derived-slovenia-cycle4-in-uhri-columns.xlsx", "uhri", 254, 254, 0),
    ("Peru", "uhri/uhri_json_record_sample.json", "uhri", 1, 1, 0),
    ("Peru", "uhri/uhri_xlsx_header_and_row.csv", "uhri", 1, 1, 0),
    ("Slovenia", "upr-info/10-13.csv", "upr-info", 8892, 8892, 0),
    ("Slovenia", "upr-info/uwazi_samples_2026.csv", "upr-info", 5, 5, 0),
    ("Egypt", "impactoss/derived-egypt-cycle2.csv", "impact-oss", 300, 300, 0),
    ("Morocco", "morocco/recommendations_fr_ar.csv", "spreadsheet", 577, 905, 41),
    ("Spain", "spain/spain_upr4_es_sample.csv", "spreadsheet", 43, 43, 0),
    ("Slovenia", "slovenia-cycle4/advance-questions.docx", "advance-questions", 0, 0, 0),
]


def take_in(dossier: Dossier, name: str) -> ImportPlan:
    plan = dossier.importing.plan(ROOT / name)
    dossier.importing.apply(plan)
    return plan


@pytest.mark.parametrize(("state", "name", "source", "read", "new", "in_doubt"), FILES)
def test_a_file_is_recognised_read_and_known_again(
    tmp_path: Path, state: str, name: str, source: str, read: int, new: int, in_doubt: int
) -> None:
    with create_dossier(str(tmp_path / "a.uprt"), state) as dossier:
        result = take_in(dossier, name).to_json()
        said = tuple(result[key] for key in ("source", "read", "new", "changed", "equal", "in_doubt"))
        assert said == (source, read, new, 0, 0, in_doubt)
        history = len(dossier.query.history())
        again = dossier.importing.plan(ROOT / name)
        assert not again.changes_something
        assert not dossier.importing.apply(again).changed
        assert len(dossier.query.history()) == history
        assert dossier.checking.check().ok


def test_the_reports_have_the_counts_expected(tmp_path: Path) -> None:
    with (ROOT / "wg-reports" / "expected-counts.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["file"]: row for row in csv.DictReader(file)}
    # looked up in the documents: one has a number more than the parser that counted, each
    corrected = {"israel2009.pdf": 54, "russia2013.pdf": 231}
    for name, row in expected.items():
        with create_dossier(str(tmp_path / f"{name}.uprt"), row["state_under_review"]) as dossier:
            result: Any = take_in(dossier, f"wg-reports/{name}").to_json()
            wanted = corrected.get(name, int(row["recommendations"]))
            assert (result["read"], result["document_symbol"]) == (wanted, row["document_symbol"]), name
            assert result["reconciliation"]["received"] == wanted, name
            assert result["reconciliation"]["gaps"] == [], name


def test_all_positions_of_the_addendum_and_its_sums(tmp_path: Path) -> None:
    folder = "slovenia-cycle4"
    with (ROOT / folder / "expected-positions.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["number"]: row["position"].casefold() for row in csv.DictReader(file)}
    with create_dossier(str(tmp_path / "a.uprt"), "Slovenia") as dossier:
        take_in(dossier, f"{folder}/A_HRC_59_15.pdf")
        result: Any = take_in(dossier, f"{folder}/A_HRC_59_15_Add.1.pdf").to_json()
        assert {row.number: row.position.label.casefold() for row in dossier.query.rows()} == expected
        sums = result["reconciliation"]
        assert (sums["received"], sums["supported"], sums["noted"], sums["pending"]) == (254, 217, 37, 0)
        assert sums["agrees"]


def test_one_review_from_a_list_a_table_and_two_databases_counts_once(tmp_path: Path) -> None:
    with create_dossier(str(tmp_path / "a.uprt"), "Egypt") as dossier:
        take_in(dossier, "egypt-cycle2/thematic-list.docx")
        before = overview(dossier.query.rows())
        assert not dossier.importing.plan(ROOT / "impactoss/derived-egypt-cycle2.csv").of_kind("in_doubt")
        take_in(dossier, "impactoss/derived-egypt-cycle2.csv")
        plan = take_in(dossier, "upr-info/17-20.csv")
        assert (len(plan.of_kind("changed")), len(plan.of_kind("in_doubt"))) == (289, 15)
        after = overview(dossier.query.rows())
        assert (after.received, after.positions) == (before.received, before.positions)
        assert sum(row.action_category is not None for row in dossier.query.rows()) >= 280
        assert len(dossier.matching.proposals()) == 15


def test_a_cycle_from_upr_info_takes_the_numbers_of_its_report(tmp_path: Path) -> None:
    with create_dossier(str(tmp_path / "a.uprt"), "Egypt") as dossier:
        take_in(dossier, "upr-info/6-9.csv")
        assert overview(dossier.query.rows()).received == 171
        plan = take_in(dossier, "wg-reports/egypt2010.pdf")
        assert (len(plan.of_kind("new")), len(plan.of_kind("changed"))) == (7, 158)
        rows = dossier.query.rows()
        assert overview(rows).received == 165
        assert {row.document_symbol for row in rows} == {"A/HRC/14/17"}
        assert len(dossier.matching.proposals()) == 13
        take_in(dossier, "egypt-cycle2/thematic-list.docx")
        found = dossier.comparing.compare(1, 2)
        assert sum(found.counts.values()) == len({p.later.id for p in found.pairs if p.later}) + sum(
            p.later is None for p in found.pairs
        )


def test_what_mechanisms_recommended_is_in_no_figure(tmp_path: Path) -> None:
    with create_dossier(str(tmp_path / "a.uprt"), "Morocco") as dossier:
        take_in(dossier, "morocco/recommendations_fr_ar.csv")
        rows = dossier.query.rows()
        assert {row.mechanism for row in rows} == {"upr"}
        assert overview(rows).received == 204
        apart = dossier.query.rows(scope=Scope.MECHANISMS)
        assert {row.mechanism for row in apart} == {"treaty_body", "special_procedure"}
        assert overview(apart).received == 0
        assert all(row.texts.get("ar") for row in rows)
        assert overview(rows).positions == {Position.UNKNOWN: 204}
