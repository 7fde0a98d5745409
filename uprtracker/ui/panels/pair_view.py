"""Two recommendations side by side, with the words that differ marked and what is said of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.fields.marked_difference import MarkedDifference
from uprtracker.ui.panels.section import column
from uprtracker.ui.panels.shaped_word import StatusWord
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.text_difference import Difference


class PairView(QScrollArea):
    """Either side may be empty; what then stands there is said by `absent`. `with_status` shows what became of each."""

    recommendation_opened = Signal(int)

    def __init__(self, name: str, *, with_status: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = PairSide(later=False, with_status=with_status)
        self.right = PairSide(later=True, with_status=with_status)
        content = QWidget()
        content.setProperty("ground", "paper")
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 8, 8)
        line.setSpacing(36)
        for side in (self.left, self.right):
            line.addWidget(side, 1, alignment=Qt.AlignmentFlag.AlignTop)
            side.opened.connect(self.recommendation_opened)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setWidget(content)

    def show_pair(
        self,
        left: Recommendation | None,
        right: Recommendation | None,
        found: Sequence[Difference],
        absent: tuple[str, str] = ("", ""),
    ) -> None:
        self.left.show_row(left, found, absent[0])
        self.right.show_row(right, found, absent[1])
        self.verticalScrollBar().setValue(0)


class PairSide(QWidget):
    """One of the two."""

    opened = Signal(int)

    def __init__(self, *, later: bool, with_status: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self.number = PlainLabel("", "title")
        self.about = PlainLabel("", "secondary", wrap=True)
        self.status = StatusWord()
        self.text = MarkedDifference(later=later)
        self.open = LinkButton(_("Open the recommendation"))
        self._with_status = with_status
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.number)
        head.addStretch()
        head.addWidget(self.open)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(head)
        said = column(2)
        said.addWidget(self.about)
        said.addWidget(self.status)
        lines.addLayout(said)
        lines.addWidget(self.text)
        self.open.clicked.connect(self._tell)

    def show_row(self, row: Recommendation | None, found: Sequence[Difference], absent: str) -> None:
        for part in (self.number, self.open, self.text):
            part.setVisible(row is not None)
        self.status.setVisible(row is not None and self._with_status)
        if row is None:
            self.about.setText(absent)
            return
        self._id = row.id
        self.number.setText(row.label)
        self.open.setAccessibleName(_("Open the recommendation {number}").format(number=row.label))
        self.about.setText(about(row))
        self.status.show_status(row.official)
        self.text.show_side(row.text, found)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self._id)


def about(row: Recommendation) -> str:
    """Review, recommending States and position in one line."""
    names = ", ".join(state(iso3).name(current_language()) for iso3 in row.recommending_states)
    review = _("Cycle {value}").format(value=row.cycle) if row.cycle else ""
    return " · ".join(piece for piece in (review, names, row.position.label) if piece)


def percent(score: float) -> str:
    """A likeness of 0 to 1; only texts that are the same are 100 % alike."""
    return f"{int(score * 100)}%"
