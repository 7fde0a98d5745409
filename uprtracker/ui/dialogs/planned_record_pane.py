"""One record of an import in full: where it stands in the document, what it says, what it would change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.fields.difference_text import DifferenceText
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.item_models.import_table_model import field_words, kind_words
from uprtracker.ui.panels.section import Card, column, replace_widgets, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.state import state

if TYPE_CHECKING:
    from uprtracker.services.importing import PlannedRecord


class PlannedRecordPane(QScrollArea):
    """A record in doubt has a box that accepts it: `acceptance_changed` tells its number."""

    acceptance_changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._name = PlainLabel("", "strong", wrap=True)
        self._place = PlainLabel("", "caption", wrap=True)
        self._doubt = Card()
        self._why = PlainLabel("", wrap=True)
        self.accept_box = QCheckBox(_("Import it nevertheless"))
        self._doubt.column.addWidget(self._why)
        self._doubt.column.addWidget(self.accept_box)
        self._differences = column(10)
        self._text = ReadingText()
        self._facts = column(6)
        self._lay_out()
        self.accept_box.toggled.connect(self._tell)

    @property
    def can_be_accepted(self) -> bool:
        """Whether the record that is shown is in doubt."""
        return not self._doubt.isHidden()

    def show_record(self, planned: "PlannedRecord", *, accepted: bool) -> None:
        record = planned.record
        self._number = record.label
        self._name.setText(f"{record.label} · {kind_words(planned, accepted=False)}")
        self._place.setText(f"{record.place.file}, {record.place.where}")
        self._doubt.setVisible(bool(record.in_doubt))
        self._why.setText(record.in_doubt)
        self.accept_box.blockSignals(True)
        self.accept_box.setChecked(accepted)
        self.accept_box.blockSignals(False)
        replace_widgets(self._differences, [_difference(*change) for change in planned.differences])
        self._text.setVisible(not any(field == "text" for field, _old, _new in planned.differences))
        self._text.show_text(record.text)
        changed = {field for field, _old, _new in planned.differences}
        facts = {
            "states": ", ".join(state(iso3).name(current_language()) for iso3 in record.states),
            "position": " · ".join(p for p in (record.position.label, record.position_source) if p),
            "themes": "\n".join(theme.label for theme in record.themes if theme.kind == "theme"),
            "groups": "\n".join(theme.label for theme in record.themes if theme.kind == "group"),
            "goals": ", ".join(theme.code or theme.label for theme in record.themes if theme.kind == "sdg"),
            "comment": record.comment,
        }
        shown = [_fact(name, words) for name, words in facts.items() if words and name not in changed]
        replace_widgets(self._facts, shown)
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("ground", "paper")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(16, 4, 8, 8)
        lines.setSpacing(8)
        lines.addWidget(stacked(self._name, self._place, spacing=0))
        lines.addWidget(self._doubt)
        lines.addLayout(self._differences)
        lines.addWidget(self._text)
        lines.addLayout(self._facts)
        lines.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen record"))
        self.setWidget(content)

    @Slot(bool)
    def _tell(self, accepted: bool) -> None:
        self.acceptance_changed.emit(self._number, accepted)


def _difference(field: str, before: str, after: str) -> QWidget:
    text = DifferenceText()
    text.show_difference(before, after)
    return stacked(PlainLabel(field_words(field), "heading"), text)


def _fact(field: str, words: str) -> QWidget:
    return stacked(PlainLabel(field_words(field), "caption"), PlainLabel(words, wrap=True), spacing=0)
