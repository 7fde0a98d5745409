"""Briefing packs of three real reviews: every recommendation has its sheet and its State, and the pages are as they must be."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exporters.pdf_checks import faults, read_pages
from uprtracker.exporters import document as doc
from uprtracker.exporters.briefing_pack import briefing_document, write_briefing_pdf
from uprtracker.services.dossier import create_dossier
from uprtracker.vocabulary.briefing import briefing
from uprtracker.vocabulary.briefing_missing import missing
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.report_request import ReportRequest

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]

REVIEWS = (
    ("slovenia-cycle4", "Slovenia", ("thematic-list.docx", "advance-questions.docx"), 254, 37, 22, "en"),
    ("china-cycle2", "China", ("thematic-list.docx",), 252, 48, 0, "fr"),
    ("egypt-cycle2", "Egypt", ("thematic-list.docx",), 300, 76, 0, "ar"),
)


def data_of(path: Path, folder: str, state: str, files: tuple[str, ...]) -> ReportData:
    with create_dossier(str(path), state) as dossier:
        for file in files:
            dossier.importing.apply(dossier.importing.plan(Path(CORPUS or "") / folder / file))
        request = ReportRequest(audience=Confidentiality.GOVERNMENT)
        return dossier.reports.load(request, frozenset({"briefing", "history_head"}))


@pytest.mark.parametrize(("folder", "state", "files", "received", "noted", "questions", "language"), REVIEWS)
def test_a_real_review_makes_a_whole_pack(
    folder: str,
    state: str,
    files: tuple[str, ...],
    received: int,
    noted: int,
    questions: int,
    language: str,
    tmp_path: Path,
) -> None:
    data = replace(data_of(tmp_path / "d.uprt", folder, state, files), language=language)
    pack = briefing(data)
    on_sheets = {row.id for sheet in pack.sheets for row in sheet.rows}
    assert (len(pack.rows), len(on_sheets)) == (received, received)
    assert (len(pack.noted), len(pack.questions)) == (noted, questions)
    assert {row.id for voice in pack.voices for row in voice.now} == on_sheets
    assert sum(lack.question_id is not None for lack in missing(pack)) == questions
    target = tmp_path / "pack.pdf"
    write_briefing_pdf(data, target)
    assert faults(target) == []
    text = "".join(page.text for page in read_pages(target))
    assert all(row.label in text for row in pack.rows)


def test_every_entry_of_the_index_leads_somewhere(tmp_path: Path) -> None:
    folder, state, files, *_rest = REVIEWS[0]
    made = briefing_document(data_of(tmp_path / "d.uprt", folder, state, files))
    keys = {section.key for section in made.sections}
    keys |= {b.key for section in made.sections for b in section.blocks if isinstance(b, doc.Heading)}
    indexes = [b for section in made.sections for b in section.blocks if isinstance(b, doc.Index)]
    wanted = {target for index in indexes for entry in index.entries for target in entry.targets}
    assert wanted <= keys
    assert sum(len(index.entries) for index in indexes) > 254
