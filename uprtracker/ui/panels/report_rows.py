"""About which recommendations a report is: all, those that the list shows, or those that a person chooses for it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.filter_bar import FilterBar
from uprtracker.ui.panels.section import indented
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.report_scope import ReportScope
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.row_filter import RowFilter

_INDENT = 22


class ReportRows(QWidget):
    """What is narrowed here narrows the report only; the list stays as it is."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed, self._own = RowFilter(), RowFilter()
        self.everything = QRadioButton()
        self.only_shown = QRadioButton()
        self.shown_by = PlainLabel("", "caption", wrap=True)
        self.chosen = QRadioButton(_("A choice of my own"))
        self.filter = FilterBar()
        # there is one filter bar by that name: the list's
        self.filter.setObjectName("report_filter")
        self.filter.setProperty("rule", "")
        self.filter.columns_button.hide()
        self.filter.layout().setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        indent = current_theme().px(_INDENT)
        for button in (self.everything, self.only_shown, self.chosen):
            group.addButton(button)
        column.addWidget(self.everything)
        column.addWidget(self.only_shown)
        column.addLayout(indented(self.shown_by, indent))
        column.addWidget(self.chosen)
        column.addLayout(indented(self.filter, indent))
        self.setFocusProxy(self.everything)
        self.everything.setChecked(True)
        self.filter.hide()
        group.buttonToggled.connect(self._tell)
        self.filter.filter_requested.connect(self._choose)
        self.filter.show_filter(self._own)

    def offer(self, scope: ReportScope) -> None:
        """Show what there is to choose from now."""
        self._listed = scope.row_filter
        self.everything.setText(_all_words(scope.total))
        self.only_shown.setText(_shown_words(scope.shown))
        filters = "; ".join(words for _field, _value, words in scope.row_filter.chips())
        self.shown_by.setText(filters)
        self.only_shown.setAccessibleDescription(filters)
        for part in (self.only_shown, self.shown_by):
            part.setVisible(scope.row_filter.narrows)
        if self.only_shown.isChecked() and not scope.row_filter.narrows:
            self.everything.setChecked(True)
        self.chosen.setVisible(scope.text is not None)
        if scope.text is not None:
            self.filter.show_choices(scope.rows, scope.text)

    def prefer_shown(self) -> None:
        """Begin with what the list shows, where it is narrowed."""
        (self.only_shown if self._listed.narrows else self.everything).setChecked(True)

    def row_filter(self) -> RowFilter:
        if self.chosen.isChecked():
            return self._own
        return self._listed if self.only_shown.isChecked() else RowFilter()

    @Slot(object)
    def _choose(self, row_filter: RowFilter) -> None:
        self._own = row_filter
        self.filter.show_filter(row_filter)
        self.changed.emit()

    @Slot(object, bool)
    def _tell(self, _button: QRadioButton, checked: bool) -> None:
        self.filter.setVisible(self.chosen.isChecked())
        if checked:
            self.changed.emit()


def _all_words(total: int) -> str:
    return ngettext("The {n} recommendation of the dossier", "All {n} recommendations", total).format(n=total)


def _shown_words(shown: int) -> str:
    return ngettext("The {n} shown in the list", "The {n} shown in the list", shown).format(n=shown)
