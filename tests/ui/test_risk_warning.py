"""A public text that seems to name somebody in danger is warned of while it is written, and never held back."""

import pytest
from pytestqt.qtbot import QtBot

from uprtracker.ui.panels.draft import Draft
from uprtracker.ui.panels.text_entry import TextEntry
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.confidentiality import Confidentiality

NAMED = "The defender Anna Kowalska received threats after the hearing."


@pytest.fixture
def entry(qtbot: QtBot, appearance: Appearance) -> TextEntry:
    made = TextEntry("Annotation", "Write annotation", with_level=True)
    qtbot.addWidget(made)
    made.show()
    return made


def warned(entry: TextEntry) -> bool:
    assert entry.risk is not None
    return not entry.risk.isHidden()


def test_it_warns_once_the_name_is_written(entry: TextEntry, qtbot: QtBot) -> None:
    entry.restore(Draft(level=Confidentiality.PUBLIC))
    assert not warned(entry)
    entry.text.setPlainText(NAMED)
    qtbot.waitUntil(lambda: warned(entry))
    assert entry.risk is not None
    assert "Anna Kowalska" in entry.risk.text()
    with qtbot.waitSignal(entry.submitted):
        entry.submit()


def test_it_is_silent_where_not_everybody_reads(entry: TextEntry) -> None:
    assert entry.level is not None
    entry.restore(Draft(text=NAMED, level=Confidentiality.GOVERNMENT))
    assert not warned(entry)
    entry.level.set_level(Confidentiality.PUBLIC)
    entry.level.level_chosen.emit()
    assert warned(entry)
    entry.restore(Draft(text=NAMED))
    assert not warned(entry)
