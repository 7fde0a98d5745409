"""One review from its report, its addendum and its thematic list: they agree, and no file changes anything twice."""

import os
from pathlib import Path

import pytest

from uprtracker.services.dossier import create_dossier
from uprtracker.vocabulary.position import Position

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]


def test_report_addendum_and_list_agree(tmp_path: Path) -> None:
    folder = Path(CORPUS or "") / "slovenia-cycle4"
    files = [folder / n for n in ("A_HRC_59_15.pdf", "A_HRC_59_15_Add.1.pdf", "thematic-list.docx")]
    with create_dossier(str(tmp_path / "s.uprt"), "Slovenia") as dossier:
        for file in files:
            dossier.importing.apply(dossier.importing.plan(file))
        rows = dossier.query.rows()
        assert (len(rows), sum(r.position is Position.SUPPORTED for r in rows)) == (254, 217)
        assert all(r.heading and r.themes for r in rows)
        for file in files:
            assert {r.kind for r in dossier.importing.plan(file).records} == {"equal"}, file.name
