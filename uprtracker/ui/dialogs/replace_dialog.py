"""What is printed for characters that no font of the program has."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.report_work import named_character


class ReplaceDialog(QuestionDialog):
    """The answer are pairs of a character and its text; a character whose line is left empty keeps its code."""

    def __init__(
        self,
        characters: Sequence[tuple[str, str]],
        instead: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        explanation = _(
            "No font of the program has these characters. Without another text they are printed as their codes, such as "
            "[U+1F600]. What is written here counts for this report only."
        )
        super().__init__(parent, _("Replace characters"), explanation, _("Replace"))
        self.setObjectName("replace_dialog")
        self.lines: dict[str, QLineEdit] = {}
        for character, place in characters:
            line = QLineEdit(instead.get(character, ""))
            line.setPlaceholderText(place)
            self.lines[character] = line
            self.add_field(named_character(character), line)

    def answer(self) -> tuple[tuple[str, str], ...]:
        return tuple((character, line.text()) for character, line in self.lines.items() if line.text())
