"""The texts of instruments in the dossier: bringing one in, choosing the default one, comparing two, carrying links."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.services.change import ChangeSet
from uprtracker.ui.background import Background
from uprtracker.ui.delegates.own_direction_delegate import OwnDirectionDelegate
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.text_import_dialog import TextImportDialog
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.panels.text_comparison import TextComparison, has_difference
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

if TYPE_CHECKING:
    from uprtracker.services.text_plan import TextPlan
    from uprtracker.services.text_versions import TextEntry

_SIZE, _LOW = (1080, 740), 300
_HEADER, _ROW = 32, 28
_FEWEST_ROWS, _MOST_ROWS = 2, 5
_NAME = Qt.ItemDataRole.UserRole


class TextsDialog(QDialog):
    """Lives as long as it is open; every change goes through the session's undo stack and is told in its own line."""

    def __init__(
        self, session: DossierSession, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("texts_dialog")
        self.setModal(True)
        self.setWindowTitle(_("Texts of instruments"))
        self._session, self._background = session, background
        self._texts = session.dossier.texts
        self._entries: tuple[TextEntry, ...] = ()
        self.list = self._make_list()
        self.add = QPushButton(_("Import a text…"))
        self.make_default = QPushButton(_("Make default"))
        self.left, self.right = QuietComboBox(), QuietComboBox()
        self.only_differences = QCheckBox(_("Only differences"))
        self.carry = QPushButton()
        self.comparison = TextComparison()
        self._beside = QWidget()
        self.summary = PlainLabel("", "caption", wrap=True)
        self.news = PlainLabel("", "strong", wrap=True)
        self._lay_out()
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the list again; what was compared stays so, while it is there."""
        self._entries = self._texts.versions()
        chosen = self._chosen()
        self.list.clear()
        for entry in self._entries:
            item = QTreeWidgetItem(_cells(entry))
            item.setData(0, _NAME, entry.name)
            item.setToolTip(0, entry.instrument_title)
            for column in (3, 4, 5):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setSizeHint(0, QSize(0, current_theme().px(_ROW)))
            self.list.addTopLevelItem(item)
            if entry.name == chosen or (not chosen and entry.default):
                self.list.setCurrentItem(item)
        rows = min(max(len(self._entries), _FEWEST_ROWS), _MOST_ROWS)
        self.list.setFixedHeight(current_theme().px(_HEADER + _ROW * rows))
        self._fill(self.left, 0)
        self._fill(self.right, len(self._entries) - 1)
        self._show_comparison(len(self._entries) > 1)
        self._allow()
        self.compare()

    @Slot()
    def compare(self) -> None:
        """Show the two chosen texts, and how many links could be carried from the left one to the right one."""
        left, right = self.left.currentData(), self.right.currentData()
        two = left != right
        pairs = self._texts.paired(left, right) if two else ()
        differing = [pair for pair in pairs if has_difference(pair)]
        shown = differing if self.only_differences.isChecked() else pairs
        if two:
            self.comparison.show_pairs(shown, self.left.currentText(), self.right.currentText())
            words = _(
                "{same} paragraphs have the same wording, {differing} differ or stand in one text only."
            )
            self.summary.setText(words.format(same=len(pairs) - len(differing), differing=len(differing)))
        else:
            self.comparison.clear()
            self.summary.setText(_("Import another text, or choose two of them, to see them side by side."))
        self._offer_carrying(left, right, two)

    def _show_comparison(self, shown: bool) -> None:
        """A single text has nothing to be compared with; a second one gets its room when it comes."""
        grows = shown and not self._beside.isVisibleTo(self)
        for part in (self._beside, self.only_differences, self.carry):
            part.setVisible(shown)
        if not shown:
            open_at_size(self, _SIZE[0], _LOW)
        elif grows or not self.isVisible():
            open_at_size(self, *_SIZE)

    def import_file(self, path: Path) -> None:
        """Read a file in the background and show what was read."""
        texts = self._texts
        words = _("Reading {name}…").format(name=path.name)
        self.news.setText(words)
        task = self._background.run(words, lambda: texts.plan(path), can_cancel=True)
        task.finished.connect(self._preview)
        task.refused.connect(self.news.setText)
        task.broke.connect(self._report_bug)

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("texts_list")
        tree.setAccessibleName(_("Texts in this dossier"))
        tree.setItemDelegate(OwnDirectionDelegate(tree))
        tree.setRootIsDecorated(True)
        # the room of a tree's branches brings the cells under their heading
        tree.setIndentation(current_theme().px(13))
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels(
            [_("Text"), _("Version"), _("Called"), _("Paragraphs"), _("Links"), _("Proposals"), _("Default")]
        )
        header = tree.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (3, 4, 5):
            tree.headerItem().setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        return tree

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("Texts of instruments"), "title"))
        explanation = _(
            "Recommendations are linked to the default text, counted by it and reported on it. "
            "A paragraph is known by its text, version and label, never by its number alone."
        )
        column.addWidget(PlainLabel(explanation, "secondary", wrap=True))
        column.addWidget(self.list)
        column.addLayout(_in_line(self.add, self.make_default, None))
        for combo, words in ((self.left, _("Left text")), (self.right, _("Right text"))):
            combo.setAccessibleName(words)
            combo.setSizeAdjustPolicy(QuietComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser = QHBoxLayout()
        chooser.setSpacing(12)
        chooser.addWidget(self.left, 1)
        chooser.addWidget(self.right, 1)
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(PlainLabel(_("Side by side"), "heading"))
        beside.addLayout(chooser)
        beside.addWidget(self.comparison, 1)
        column.addWidget(self._beside, 1)
        column.addWidget(self.summary)
        column.addLayout(_in_line(self.only_differences, None, self.carry))
        column.addWidget(self.news)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._allow)
        for button in (self.add, self.make_default, self.carry):
            button.setAutoDefault(False)
        self.add.clicked.connect(self._choose_file)
        self.make_default.clicked.connect(self._make_default)
        self.left.activated.connect(self.compare)
        self.right.activated.connect(self.compare)
        self.only_differences.toggled.connect(self.compare)
        self.carry.clicked.connect(self._carry)
        self._session.notifier.committed.connect(self._tell)
        self._session.notifier.refused.connect(self.news.setText)

    def _fill(self, combo: QuietComboBox, usual: int) -> None:
        before, count = combo.currentData(), combo.count()
        combo.clear()
        names = [entry.name for entry in self._entries]
        for entry in self._entries:
            words = _("{version} - {title}").format(version=entry.version, title=entry.instrument_title)
            combo.addItem(words, entry.name)
        # a text that has just come in is what a person wants to see beside the one before
        kept = before in names and len(names) == count
        combo.setCurrentIndex(names.index(before) if kept else usual)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    @Slot()
    def _allow(self) -> None:
        may = not self._session.dossier.read_only and self._session.actor.profile.validates
        default = next((entry.name for entry in self._entries if entry.default), "")
        self.add.setEnabled(may)
        self.make_default.setEnabled(may and self._chosen() not in ("", default))

    def _offer_carrying(self, left: str, right: str, two: bool) -> None:
        plan = self._texts.plan_carrying(left, right) if two else None
        n = len(plan.proposals) if plan else 0
        words = ngettext("Propose {n} link for the right text", "Propose {n} links for the right text", n)
        self.carry.setText(words.format(n=n))
        may = not self._session.dossier.read_only and self._session.actor.profile.validates
        self.carry.setEnabled(may and n > 0)
        if plan and (plan.decided or plan.without_place):
            left_out = _(
                "Of the links to the left text {decided} are decided or proposed already, {lost} have no place."
            )
            words = left_out.format(decided=plan.decided, lost=plan.without_place)
            self.summary.setText(f"{self.summary.text()} {words}")

    @Slot()
    def _choose_file(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            _("Import the text of a resolution"),
            str(Path(self._session.info.path).parent),
            _("Resolutions (*.txt *.pdf);;All files (*)"),
        )
        if chosen:
            self.import_file(Path(chosen))

    @Slot(object)
    def _preview(self, plan: "TextPlan") -> None:
        self.news.setText("")
        dialog = TextImportDialog(plan, self._texts, self._entries, self)
        dialog.answered.connect(self._add)
        dialog.open()

    @Slot(object)
    def _add(self, plan: "TextPlan") -> None:
        self._session.editing.run(lambda: self._texts.add(plan))

    @Slot()
    def _make_default(self) -> None:
        name = self._chosen()
        self._session.editing.run(lambda: self._texts.set_default(name))

    @Slot()
    def _carry(self) -> None:
        left, right = self.left.currentData(), self.right.currentData()
        self._session.editing.run(lambda: self._texts.carry_links(left, right))

    @Slot(object)
    def _tell(self, change: ChangeSet) -> None:
        self.refresh()
        self.news.setText(change.title)

    @Slot(object)
    def _report_bug(self, bug: Exception) -> None:
        sys.excepthook(type(bug), bug, bug.__traceback__)


def _cells(entry: "TextEntry") -> list[str]:
    counts = [str(n) for n in (entry.paragraphs, entry.links, entry.suggested)]
    default = _("Default") if entry.default else ""
    return [entry.instrument_title, entry.version, entry.description, *counts, default]


def _in_line(*parts: QWidget | None) -> QHBoxLayout:
    """Parts beside each other; `None` takes the room that is left."""
    line = QHBoxLayout()
    line.setSpacing(12)
    for part in parts:
        if part is None:
            line.addStretch(1)
        else:
            line.addWidget(part)
    return line
