"""OHCHR's own lists filled: every recommendation has its cell, and all that stood there stands there still."""

import os
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from uprtracker.exporters.catalogue import export, find_product
from uprtracker.importers.thematic_list import read_thematic_list
from uprtracker.services.dossier import create_dossier
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.status import Status

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]
MAIN, SAVED = "word/document.xml", "docProps/core.xml"
WORDS = "The bill is before the committee."


@pytest.mark.parametrize(
    ("folder", "state", "added"),
    [
        ("slovenia-cycle4", "Slovenia", True),
        ("china-cycle2", "China", False),
        ("egypt-cycle2", "Egypt", True),
    ],
)
def test_a_real_list_comes_back_with_its_assessments_and_nothing_else_changed(
    tmp_path: Path, folder: str, state: str, added: bool
) -> None:
    source, target = Path(CORPUS or "") / folder / "thematic-list.docx", tmp_path / "filled.docx"
    with create_dossier(str(tmp_path / "x.uprt"), state) as dossier:
        dossier.importing.apply(dossier.importing.plan(source))
        half = [row.id for row in dossier.query.rows()][::2]
        dossier.tracking.set_status(half, Status.IN_PROGRESS, comment=WORDS)
        product = find_product("thematic-list-docx")
        export(product.id, dossier.reports.load(ReportRequest(), product.needs), target)

    read, again = read_thematic_list(source), read_thematic_list(target)
    assert [(r.label, r.text, r.position, r.themes) for r in again.recommendations] == [
        (r.label, r.text, r.position, r.themes) for r in read.recommendations
    ]
    said = Counter(r.comment.partition(",")[0] for r in again.recommendations)
    assert said == {"In progress": len(half), "Not reported": len(read.recommendations) - len(half)}
    assert sum(WORDS in record.comment for record in again.recommendations) == len(half)

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target) as new:
        assert old.namelist() == new.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == sorted(
            [MAIN, SAVED], reverse=True
        )
    columns = [len(Document(str(path)).tables[0].columns) for path in (source, target)]
    assert columns[1] - columns[0] == int(added)
    assert _kept(source, 4 - int(not added)) == _kept(target, 4 - int(not added))


def _kept(path: Path, columns: int) -> list[bytes]:
    """What the first cells of every row hold, without their widths."""
    root = etree.fromstring(zipfile.ZipFile(path).read(MAIN))
    return [
        etree.tostring(child, method="c14n")
        for row in root.iter("{*}tr")
        for cell in row.findall("{*}tc")[:columns]
        for child in cell
        if not child.tag.endswith("}tcPr")
    ]
