"""An afternoon of mapping: thirty recommendations decided from the keyboard, undone, redone, and printed."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.api import OpenDossier
from uprtracker.api import open_dossier as open_for_scripts
from uprtracker.services.dossier import open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.links_page import LinksPage
from uprtracker.ui.panels.suggestion_card import OPEN
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.read_model import Recommendation

Key = Qt.Key
DECISIONS = 30
Standing = dict[str, tuple[tuple[str, ...], bool]]


@pytest.fixture
def undecided_path(sample_path: Path) -> Path:
    """The sample as it was before 20 of its links were made."""
    with open_dossier(str(sample_path)) as dossier:
        linked = [row for row in dossier.query.rows() if row.paragraphs][:20]
        for row in linked:
            for label in row.paragraph_labels:
                dossier.linking.unlink_paragraph([row.id], label)
    return sample_path


def standings(rows: list[Recommendation]) -> Standing:
    return {row.uid: (row.paragraph_labels, row.concerns_none) for row in rows}


def press(page: LinksPage, key: Key, qtbot: QtBot) -> None:
    target = QApplication.focusWidget() or page
    qtbot.keyClick(target, key)


def decide(page: LinksPage, qtbot: QtBot) -> int:
    """Decide on what is shown as somebody in a hurry might; how many decisions that took."""
    cards = [card.candidate for card in page.middle.cards if card.candidate.key]
    if not cards:
        press(page, Key.Key_N, qtbot)
        return 1
    press(page, Key.Key_1, qtbot)
    if len(cards) > 1 and cards[1].state == OPEN:
        press(page, Key.Key_X, qtbot)
        return 2
    return 1


def test_thirty_decisions_from_the_keyboard(
    undecided_path: Path, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(Appearance(qapp, "light"), Preferences(Settings(), keeps=False, folder=tmp_path))
    window.resize(1440, 900)
    window.show()
    window.show_dossier(open_dossier(str(undecided_path), live=True))
    assert window.session is not None
    rows, page = window.session.rows, window.workspace.links
    before = standings(rows.rows())
    with qtbot.waitSignal(page.suggestions.completed, timeout=10_000):
        window.acts["page_links"].trigger()
    page.setFocus()

    steps, seen = 0, set()
    while len(seen) < DECISIONS:
        row = page.current()
        assert row is not None
        if row.id in seen:
            page.choose_queue(page._queues.first())
            continue
        assert not row.decided
        seen.add(row.id)
        steps += decide(page, qtbot)
        press(page, Key.Key_Down, qtbot)
    after = standings(rows.rows())
    changed = [uid for uid in before if before[uid] != after[uid]]
    assert len(changed) == DECISIONS
    assert all(not before[uid][0] and not before[uid][1] for uid in changed)
    assert all(bool(after[uid][0]) != after[uid][1] for uid in changed)

    for _step in range(steps):
        window.acts["undo"].trigger()
    assert standings(rows.rows()) == before
    for _step in range(steps):
        window.acts["redo"].trigger()
    assert standings(rows.rows()) == after
    window.close()
    window.deleteLater()
    qtbot.wait(1)

    with open_for_scripts(str(undecided_path)) as dossier:
        _check_reports(dossier, tmp_path)
        _check_authors(dossier)


def _check_reports(dossier: OpenDossier, folder: Path) -> None:
    """What is only suggested, or was rejected, is printed nowhere as a link."""
    linked = {row.label: row.paragraph_labels for row in dossier.dossier.query.rows()}
    dossier.export("status-xlsx", folder / "status.xlsx")
    sheet = _sheet_with_paragraphs(folder / "status.xlsx")
    assert sheet
    for number, printed in sheet.items():
        assert printed == linked[number]
    dossier.export("status-pdf", folder / "status.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(folder / "status.pdf").pages)
    assert "indicative mapping" in " ".join(text.lower().split())
    assert "suggested" not in text.lower()


def _sheet_with_paragraphs(path: Path) -> dict[str, tuple[str, ...]]:
    """The paragraphs that the workbook's table prints for each number."""
    for sheet in load_workbook(path).worksheets:
        for table in sheet.tables.values():
            cells = [[str(c.value or "") for c in line] for line in sheet[table.ref]]
            head = [words.casefold() for words in cells[0]]
            place = next((n for n, words in enumerate(head) if "paragraph" in words), None)
            if place is not None:
                number = next(n for n, words in enumerate(head) if words in ("number", "no."))
                return {
                    line[number]: tuple(piece.strip() for piece in line[place].split(",") if piece.strip())
                    for line in cells[1:]
                }
    return {}


def _check_authors(dossier: OpenDossier) -> None:
    rows = dossier.dossier.query.rows()
    assert all(link.by and link.at for row in rows for link in row.paragraphs)
