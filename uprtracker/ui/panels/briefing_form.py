"""The fields of one part of the briefing pack, with the facts and recommendations that they are about."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.briefing_field import BriefingField
from uprtracker.ui.panels.briefing_parts import BriefingPart, Target
from uprtracker.ui.panels.paragraph_pane import LinkedRowList
from uprtracker.ui.panels.section import DatedRow, Section, column, replace_widgets
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.briefing_sheet import Fact

_MARGIN_X, _MARGIN_Y = 36, 24
_WIDEST = 760


class BriefingForm(QScrollArea):
    """Its fields stay while the same part is shown: what is being written is not taken away by what was saved."""

    written = Signal(object, str)
    recommendation_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Fields of the pack"))
        self.fields: list[BriefingField] = []
        self._key = ""
        self._title = PlainLabel("", "title", wrap=True)
        self._about = PlainLabel("", "secondary", wrap=True)
        self._refusal = PlainLabel("", "caption", wrap=True)
        self._rows = column(20)
        self.facts = Section(_("Latest facts"))
        self._heading = PlainLabel(_("Who recommended what"), "heading")
        self.list = LinkedRowList()
        self.list.setAccessibleName(_("Recommendations of this sheet"))
        self._lay_out()
        self.list.opened.connect(self.recommendation_opened)
        self.list.reached.connect(self._keep_in_sight)

    def show_part(self, part: BriefingPart, refusal: str) -> None:
        """`refusal` says why nothing can be written, empty where the person may."""
        self._title.setText(part.title)
        self._about.setText(part.about)
        self._refusal.setText(refusal)
        self._refusal.setVisible(bool(refusal))
        targets = [spec.target for spec in part.fields]
        if part.key != self._key or targets != [field.target for field in self.fields]:
            self._make_fields(part)
        for field, spec in zip(self.fields, part.fields, strict=True):
            field.show_spec(spec)
            field.allow(refusal)
        self.facts.show_rows(map(_fact_row, part.facts))
        self.facts.setVisible(bool(part.facts))
        self._heading.setVisible(bool(part.rows))
        self.list.setVisible(bool(part.rows))
        self.list.show_rows(list(part.rows))

    def focus_field(self, target: Target | None = None) -> None:
        """Stand in the field of a target, or in the first one."""
        for field in self.fields:
            if target in (None, field.target):
                field.editor.setFocus()
                self.ensureWidgetVisible(field, 0, _MARGIN_Y)
                return

    def commit(self) -> None:
        """Tell what is written and not yet told, before the fields go away."""
        for field in self.fields:
            field.commit()

    def _make_fields(self, part: BriefingPart) -> None:
        self.commit()
        self._key = part.key
        self.fields = [BriefingField(spec) for spec in part.fields]
        for field in self.fields:
            field.written.connect(self.written)
        replace_widgets(self._rows, self.fields)
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        content = self._content = QWidget()
        content.setProperty("ground", "paper")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        whole.setSpacing(0)
        inner = QWidget()
        inner.setMaximumWidth(current_theme().px(_WIDEST))
        lines = column(4)
        inner.setLayout(lines)
        lines.addWidget(self._title)
        lines.addWidget(self._about)
        lines.addWidget(self._refusal)
        lines.addSpacing(16)
        lines.addLayout(self._rows)
        lines.addSpacing(20)
        lines.addWidget(self.facts)
        lines.addSpacing(20)
        lines.addWidget(self._heading)
        lines.addWidget(self.list)
        whole.addWidget(inner)
        whole.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    @Slot(QModelIndex)
    def _keep_in_sight(self, index: QModelIndex) -> None:
        place = self.list.visualRect(index)
        corner = self.list.mapTo(self._content, place.center())
        self.ensureVisible(corner.x(), corner.y(), 0, place.height())


def _fact_row(fact: Fact) -> DatedRow:
    numbers = ", ".join(fact.labels)
    words = _("{numbers}: {text}").format(numbers=numbers, text=fact.text)
    return DatedRow(fact.on, PlainLabel(words, "secondary", wrap=True))
