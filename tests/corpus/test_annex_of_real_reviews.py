"""The annex table of real reviews: every recommendation of the list, in three formats, and again from a snapshot."""

import os
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from uprtracker.api import new_dossier
from uprtracker.exporters.annex_table import annex_table
from uprtracker.exporters.document import Table
from uprtracker.vocabulary.report_request import ReportRequest

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]


@pytest.mark.parametrize(
    ("state", "folder", "rows"),
    [("Slovenia", "slovenia-cycle4", 254), ("Egypt", "egypt-cycle2", 300), ("China", "china-cycle2", 252)],
)
def test_every_recommendation_has_its_row(tmp_path: Path, state: str, folder: str, rows: int) -> None:
    with new_dossier(tmp_path / "made.uprt", state=state) as dossier:
        dossier.import_file(Path(str(CORPUS)) / folder / "thematic-list.docx")
        dossier.snapshot("As printed")
        for suffix in ("xlsx", "docx", "pdf"):
            dossier.export(f"annex-{suffix}", tmp_path / f"annex.{suffix}", language="fr")
        now, then = (
            dossier.dossier.reports.load(ReportRequest(snapshot=name)) for name in ("", "As printed")
        )
    table = next(block for block in annex_table(now).sections[0].blocks if isinstance(block, Table))
    labels = [str(row[0]) for row in table.rows()]
    assert len(labels) == len(set(labels)) == rows
    assert then.rows == now.rows
    sheet = next(
        s for s in load_workbook(tmp_path / "annex.xlsx").worksheets if "recommendations" in s.tables
    )
    assert [cell.value for cell in sheet["A"][1:]] == labels
    tables = docx.Document(str(tmp_path / "annex.docx")).tables
    found = [
        "".join(node.text for node in row.tc_lst[0].iter(qn("w:t")))
        for row in max((t._tbl for t in tables), key=lambda tbl: len(tbl.tr_lst)).tr_lst[1:]
        if len(row.tc_lst) > 1
    ]
    assert found == labels
