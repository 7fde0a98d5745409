"""The count of words follows what is typed and the kind of paper."""

from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.word_count_dialog import WordCountDialog


def test_it_counts_while_a_person_writes(qtbot: QtBot) -> None:
    dialog = WordCountDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.count.text() == "0 of 10700 words; 10700 are left."
    qtbot.keyClicks(dialog.text, "1. The State adopted a law")
    assert dialog.count.text() == "5 of 10700 words; 10695 are left."
    dialog.limit.setCurrentIndex(1)
    assert dialog.count.text() == "5 of 2815 words; 2810 are left."
    dialog.text.setPlainText("word " * 2816 + "\nAnnex I\nnothing of this counts")
    assert dialog.count.text() == "2816 of 2815 words; 1 too many."
