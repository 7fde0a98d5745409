"""What was recognised in a document, with fields for what it does not say, and what the reader should know about it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.panels.section import column, replace_widgets, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.state import find_state

if TYPE_CHECKING:
    from uprtracker.services.importing import ImportPlan

_HIGHEST_SESSION = 200
_HIGHEST_CYCLE = 20
_MOST_NOTICES_HEIGHT = 96


class RecognisedLine(QWidget):
    """State, cycle, session and symbol side by side; cycle and session can be filled in where the document is silent."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = {name: PlainLabel("") for name in ("state", "cycle", "session", "symbol")}
        self.cycle = _number_field(_("Cycle"), _HIGHEST_CYCLE)
        self.session = _number_field(_("Session"), _HIGHEST_SESSION)
        self._groups: dict[str, QWidget] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(32)
        for name, words, field in (
            ("state", _("State"), None),
            ("cycle", _("Cycle"), self.cycle),
            ("session", _("Session"), self.session),
            ("symbol", _("Report"), None),
        ):
            values = [self._values[name], *([field] if field else [])]
            group = stacked(PlainLabel(words, "caption"), *values, spacing=2)
            group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self._groups[name] = group
            line.addWidget(group, alignment=Qt.AlignmentFlag.AlignTop)
        line.addStretch()
        for field in (self.cycle, self.session):
            field.editingFinished.connect(self.edited)

    def show_plan(self, plan: "ImportPlan") -> None:
        review = plan.review
        can_answer = sum(document.review.mechanism == "upr" for document in plan.documents) == 1
        # the State of an invented sample is none that is known
        home = find_state(review.state_iso3 or "")
        self._values["state"].setText(home.name(current_language()) if home else "")
        self._groups["state"].setVisible(home is not None)
        self._values["symbol"].setText(review.document_symbol)
        for name, value, field in (
            ("cycle", review.cycle, self.cycle),
            ("session", review.session, self.session),
        ):
            self._values[name].setText(str(value or ""))
            # a field that was filled in stays one, so that a slip can be mended
            asked = can_answer and (value is None or bool(field.text()))
            field.setVisible(asked)
            self._values[name].setVisible(not asked)
            self._groups[name].setVisible(asked or bool(value))
        self._groups["symbol"].setVisible(bool(review.document_symbol))

    def show_answers(self, said: Mapping[str, int | None]) -> None:
        """What was filled in for this document before, before its plan is shown."""
        for name, field in (("cycle", self.cycle), ("session", self.session)):
            field.setText(str(said.get(name) or ""))

    def answers(self) -> dict[str, int | None]:
        """What a person filled in: `cycle` and `session`, `None` where nothing was."""
        return {"cycle": _number(self.cycle), "session": _number(self.session)}


class NoticeList(QScrollArea):
    """Warnings with their place, open questions, missing numbers; hidden where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        content.setProperty("ground", "paper")
        self._lines = column(4)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._lines)
        whole.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("To know about this document"))
        self.setWidget(content)

    def show_plan(self, plan: "ImportPlan") -> None:
        notices = [("", question) for question in plan.open_questions]
        warnings, missing = plan.review.warnings, plan.review.missing_numbers
        if missing and not any(missing[0] in warning.message for warning in warnings):
            numbers = ", ".join(plan.review.missing_numbers)
            notices.append(("", _("Numbers missing in the document: {numbers}.").format(numbers=numbers)))
        notices += [(warning.where, warning.message) for warning in plan.review.warnings]
        self.show_notices(notices)

    def show_notices(self, notices: Sequence[tuple[str, str]]) -> None:
        """Show sentences, each with the place that it is about, which may be empty."""
        replace_widgets(self._lines, [_notice(where, message) for where, message in notices])
        self.setVisible(bool(notices))
        height = len(notices) * current_theme().px(22)
        self.setFixedHeight(min(height, current_theme().px(_MOST_NOTICES_HEIGHT)))


def _notice(where: str, message: str) -> QWidget:
    return PlainLabel(f"{where}: {message}" if where else message, "secondary", wrap=True)


def _number_field(name: str, highest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(_("not named"))
    field.setValidator(QIntValidator(1, highest, field))
    field.setFixedWidth(current_theme().px(92))
    return field


def _number(field: QLineEdit) -> int | None:
    return int(field.text()) if field.hasAcceptableInput() else None
