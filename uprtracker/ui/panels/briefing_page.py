"""The briefing page: where the delegation writes its pack, part by part, and sees what is missing before printing."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.briefing_form import BriefingForm
from uprtracker.ui.panels.briefing_missing_list import BriefingMissingList
from uprtracker.ui.panels.briefing_parts import WHOLE, BriefingPart, Target, parts_of
from uprtracker.ui.panels.briefing_rail import MISSING, BriefingRail
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_missing import missing


class BriefingPage(QWidget):
    """Shows what it is given; what is written is a wish that the page's wiring hands on."""

    written = Signal(object, str)
    """Target (a `TextKey`, or the id of a question) and text."""
    recommendation_opened = Signal(int)
    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._parts: dict[str, BriefingPart] = {}
        self._refusal = ""
        self._key = WHOLE
        self.rail = BriefingRail()
        self.form = BriefingForm()
        self.missing = BriefingMissingList()
        self.empty = EmptyState()
        self.empty.say(
            _("No briefing pack yet"),
            _("A pack is made of the recommendations of a review, and this dossier holds none."),
            _("Import a list…"),
        )
        self._lay_out()
        self._connect()

    def show_pack(self, pack: Briefing, refusal: str) -> None:
        """`refusal` says why nothing can be written, empty where the person may."""
        lacks = missing(pack)
        self._refusal = refusal
        self._parts = {part.key: part for part in parts_of(pack, lacks)}
        self._whole.setCurrentIndex(0 if pack.rows else 1)
        self.rail.show_parts(tuple(self._parts.values()), len(lacks))
        self.missing.show_missing(lacks)
        self._show(self._key)

    def open_field(self, target: Target) -> None:
        """Show the part in which a text is written, and stand in its field."""
        for key, part in self._parts.items():
            if part.has(target):
                self._show(key)
                self.form.focus_field(target)
                return

    def commit(self) -> None:
        """Tell what is written and not yet told."""
        self.form.commit()

    @Slot(str)
    def _show(self, key: str) -> None:
        """A part that is there no more gives way to the first."""
        self._key = key if key in self._parts or key == MISSING else WHOLE
        self.rail.show_chosen(self._key)
        self._stack.setCurrentWidget(self.missing if self._key == MISSING else self.form)
        if self._key in self._parts:
            self.form.show_part(self._parts[self._key], self._refusal)

    @Slot()
    def _enter(self) -> None:
        if self._key == MISSING:
            self.missing.table.setFocus()
        else:
            self.form.focus_field()

    @Slot(object)
    def _open(self, target: Target) -> None:
        self.open_field(target)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.missing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.rail)
        self.splitter.addWidget(self._stack)
        self.splitter.setStretchFactor(1, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.splitter)
        self._whole.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)
        self.setFocusProxy(self.rail.sheets)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._show)
        self.rail.entered.connect(self._enter)
        self.form.written.connect(self.written)
        self.form.recommendation_opened.connect(self.recommendation_opened)
        self.missing.field_requested.connect(self._open)
        self.missing.export_requested.connect(self.export_requested)
        self.empty.requested.connect(self.import_requested)
