"""Asks which ministries get a workbook, in which language, for whose eyes, and where the files are to lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from uprtracker.i18n import _, current_language, ngettext
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.choice import ConfidentialityChoice
from uprtracker.ui.fields.language_choice import LanguageChoice
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.institution_work import InstitutionAtWork

_WIDTH, _LIST_HEIGHT = 640, 260


@dataclass(frozen=True)
class WorkbookWish:
    """One workbook for each of these ministries, in a folder."""

    ministries: tuple[str, ...]
    language: str
    audience: Confidentiality
    folder: Path


class WorkbookDialog(QuestionDialog):
    """The answer is a `WorkbookWish`. Only institutions that lead or support something are offered."""

    def __init__(
        self, institutions: Sequence[InstitutionAtWork], folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            _("Workbooks for ministries"),
            _(
                "Each ministry fills its workbook in with Excel or LibreOffice. What it leaves with is kept in the "
                "dossier, so that it can be merged cell by cell when it comes back."
            ),
            _("Make workbooks"),
        )
        self.setObjectName("workbook_dialog")
        self.setMinimumWidth(current_theme().px(_WIDTH))
        self.model = ItemTableModel(_columns(), lambda one: one.institution.id, ticks=True, parent=self)
        self.table = ItemTable(self.model, _("Ministries"), lines=1)
        self.table.setFixedHeight(current_theme().px(_LIST_HEIGHT))
        self.told = PlainLabel("", "caption", wrap=True)
        self.language = LanguageChoice()
        self.language.setAccessibleName(_("Language of the workbook"))
        self.language.set_language(current_language())
        self.audience = ConfidentialityChoice()
        self.audience.set_level(Confidentiality.PUBLIC)
        self.folder = QLineEdit(str(folder))
        self.tick_all, self.tick_none = LinkButton(_("Tick all")), LinkButton(_("Tick none"))
        self.form.addRow(self._list())
        self.add_field(_("Language"), self.language)
        self.add_field(_("Holds nothing above"), self.audience)
        self.add_field(_("Folder"), self._folder_line())
        self.tick_all.clicked.connect(self._tick_all)
        self.tick_none.clicked.connect(self._tick_none)
        self.model.ticks_changed.connect(self._tell)
        self.model.set_items(
            one
            for one in institutions
            if one.institution.kind != "nhri" and one.workload.lead + one.workload.supporting
        )
        self._tell()
        self.table.setFocus()

    def _list(self) -> QWidget:
        holder = QWidget()
        lines = column(4)
        holder.setLayout(lines)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.tick_all)
        foot.addWidget(self.tick_none)
        lines.addWidget(self.table)
        lines.addLayout(foot)
        return holder

    @Slot()
    def _tick_all(self) -> None:
        self.model.tick(self.model.items(), True)

    @Slot()
    def _tick_none(self) -> None:
        self.model.tick(self.model.items(), False)

    def _folder_line(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.folder.setAccessibleName(_("Folder"))
        choose = QPushButton(_("Choose…"))
        choose.setAccessibleName(_("Choose a folder"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        holder.setFocusProxy(self.folder)
        return holder

    @Slot()
    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for the workbooks"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    @Slot()
    def _tell(self) -> None:
        if not self.model.items():
            self.told.setText(_why_none())
            return
        ticked = self.model.ticked()
        count = sum(one.workload.lead + one.workload.supporting for one in ticked)
        books = ngettext("{n} workbook", "{n} workbooks", len(ticked)).format(n=len(ticked))
        rows = ngettext("{n} recommendation in it", "{n} recommendations in all", count).format(n=count)
        self.told.setText(f"{books}, {rows}" if ticked else _("Space ticks the chosen ministries."))

    def answer(self) -> WorkbookWish:
        return WorkbookWish(
            tuple(one.institution.name for one in self.model.ticked()),
            self.language.language(),
            self.audience.level() or Confidentiality.PUBLIC,
            Path(self.folder.text().strip()),
        )

    def missing(self) -> str:
        if not self.model.items():
            return _why_none()
        if not self.model.ticked():
            return _("Tick the ministries that get a workbook.")
        if not self.answer().folder.is_dir():
            return _("There is no folder {name}; choose one that is there.").format(name=self.folder.text())
        return ""


def _why_none() -> str:
    return _("No recommendation has a lead or supporting ministry yet; set one in the list first.")


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("Ministry"), lambda one: one.institution.name),
        ItemColumn(_("Leads"), lambda one: str(one.workload.lead), 72, "number"),
        ItemColumn(_("Supports"), lambda one: str(one.workload.supporting), 80, "number"),
        ItemColumn(_("Open"), lambda one: str(one.workload.open), 72, "number"),
    ]
