"""Everything a secretariat has of two reviews, dropped at once in a wrong order: one action, and then two cycles."""

import os
from pathlib import Path

import pytest

from uprtracker.services.dossier import create_dossier
from uprtracker.services.importing_files import AgreedFile
from uprtracker.vocabulary.cycle_comparison import Outcome

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]


def test_four_files_of_one_review_come_in_together(tmp_path: Path) -> None:
    folder = Path(CORPUS or "") / "slovenia-cycle4"
    names = ("advance-questions.docx", "thematic-list.docx", "A_HRC_59_15_Add.1.pdf", "A_HRC_59_15.pdf")
    with create_dossier(str(tmp_path / "s.uprt"), "Slovenia") as dossier:
        files = dossier.importing_files.plan([folder / name for name in names])
        plans = [file.plan for file in files if file.plan]
        assert [plan.source for plan in plans] == [
            "wg-report",
            "addendum",
            "thematic-list",
            "advance-questions",
        ]
        assert [len(plan.of_kind("new")) for plan in plans] == [254, 0, 0, 0]
        assert [len(plan.of_kind("changed")) for plan in plans] == [0, 254, 254, 0]
        assert plans[3].new_questions == 22
        assert dossier.query.rows() == []
        change = dossier.importing_files.apply([AgreedFile(file, file.plan) for file in files if file.plan])
        assert len(dossier.query.rows()) == 254
        assert dossier.undoing.undo(change.batch).refused == ()
        assert dossier.query.rows() == []


def test_two_reports_and_a_database_become_two_cycles_that_are_compared(tmp_path: Path) -> None:
    folder = Path(CORPUS or "")
    paths = [folder / "upr-info" / "6-9.csv"]
    paths += [folder / "wg-reports" / name for name in ("egypt2014.pdf", "egypt2010.pdf")]
    with create_dossier(str(tmp_path / "e.uprt"), "Egypt") as dossier:
        files = dossier.importing_files.plan(paths)
        dossier.importing_files.apply([AgreedFile(file, file.plan) for file in files if file.plan])
        found = dossier.comparing.compare(1, 2)
        assert sum(found.counts.values()) - found.counts[Outcome.DROPPED] == 300
        assert found.counts[Outcome.REPEATED] > 10
        waiting = dossier.matching.proposals()
        assert 0 < sum(bool(proposal.candidates) for proposal in waiting) < len(waiting) < 20
        assert dossier.reconciling.of_document(dossier.query.info().documents[0].id).agrees
