"""The institutions of the dossier: what each has to do, its posts, its name; two spellings become one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.institution_pane import InstitutionPane
from uprtracker.ui.dialogs.institution_questions import (
    MergeSpellingDialog,
    NewInstitutionDialog,
    PostAnswer,
    PostDialog,
    RenameDialog,
)
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.institution_work import InstitutionAtWork, Post, kind_label
from uprtracker.vocabulary.row_filter import RowFilter

_SIZE = (1000, 720)
_FIGURE_WIDTH, _LONG_FIGURE_WIDTH = 70, 96


class InstitutionsDialog(QDialog):
    """Lives as long as it is open; every change goes through the session's undo stack and is told in its own line."""

    filter_requested = Signal(object)

    def __init__(self, session: DossierSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("institutions_dialog")
        self.setModal(True)
        self.setWindowTitle(_("Institutions"))
        self._session = session
        self._edits = session.institutions
        self.model = ItemTableModel(_columns(), lambda one: one.institution.id, parent=self)
        self.table = ItemTable(self.model, _("Institutions"))
        self.table.setObjectName("institutions_table")
        self.pane = InstitutionPane()
        self.add = QPushButton(_("Add an institution…"))
        self.add.setAutoDefault(False)
        self.news = PlainLabel("", "strong", wrap=True)
        self.explanation = PlainLabel("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self._allow()
        self.refresh()
        open_at_size(self, *_SIZE)
        self.table.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self.model.set_items(self._session.dossier.institutions.at_work())
        self.explanation.setText(_explanation() if self.model.items() else _why_empty())

    def _chosen(self) -> InstitutionAtWork:
        chosen: InstitutionAtWork = self.table.current_item()
        return chosen

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.pane)
        parts.setStretchFactor(0, 1)
        parts.setSizes([400, 180])
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.add)
        foot.addWidget(self.news, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("Institutions"), "title"))
        column.addWidget(self.explanation)
        column.addWidget(parts, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.current_changed.connect(self.pane.show_institution)
        self.table.opened.connect(self._show_list)
        self.add.clicked.connect(self._ask_new)
        self.pane.rename_requested.connect(self._ask_name)
        self.pane.merge_requested.connect(self._ask_merge)
        self.pane.kind_chosen.connect(self._set_kind)
        self.pane.post_requested.connect(self._ask_post)
        self.pane.post_withdrawn.connect(self._edits.withdraw_post)
        self.pane.list_requested.connect(self._show_list)
        self._session.notifier.committed.connect(self._tell)
        self._session.notifier.refused.connect(self._tell_refusal)

    def _allow(self) -> None:
        refusal = ""
        if self._session.dossier.read_only:
            refusal = read_only_sentence(self._session.dossier.read_only)
        else:
            try:
                permission.require_planning(self._session.actor)
            except UserError as error:
                refusal = str(error)
        allow(self.add, refusal)
        self.pane.refuse(refusal)

    @Slot()
    def _ask_new(self) -> None:
        dialog = NewInstitutionDialog(self)
        dialog.answered.connect(self._add)
        dialog.open()

    @Slot(object)
    def _add(self, answer: tuple[str, str]) -> None:
        self._edits.add(*answer)

    @Slot()
    def _ask_name(self) -> None:
        dialog = RenameDialog(self._chosen().institution.name, self)
        dialog.answered.connect(self._rename)
        dialog.open()

    @Slot(object)
    def _rename(self, name: str) -> None:
        self._edits.rename(self._chosen().institution.id, name)

    @Slot()
    def _ask_merge(self) -> None:
        dialog = MergeSpellingDialog(self._chosen(), self.model.items(), self)
        dialog.answered.connect(self._merge)
        dialog.open()

    @Slot(object)
    def _merge(self, into_id: int) -> None:
        self._edits.merge(self._chosen().institution.id, into_id)
        self.table.choose(into_id)

    @Slot(str)
    def _set_kind(self, kind: str) -> None:
        self._edits.set_kind(self._chosen().institution.id, kind)

    @Slot(object)
    def _ask_post(self, post: Post | None) -> None:
        dialog = PostDialog(self._chosen().institution.name, post, self)
        dialog.answered.connect(self._save_post)
        dialog.open()

    @Slot(object)
    def _save_post(self, said: PostAnswer) -> None:
        if said.post_id:
            self._edits.edit_post(said.post_id, said.title, said.alternate, said.contact)
        else:
            self._edits.add_post(self._chosen().institution.id, said.title, said.alternate, said.contact)

    @Slot()
    def _show_list(self) -> None:
        name = self._chosen().institution.name
        self.accept()
        self.filter_requested.emit(RowFilter(ministries=(name,)))

    @Slot(object)
    def _tell(self, change: ChangeSet) -> None:
        self.refresh()
        self.news.setText(change.title)

    @Slot(str)
    def _tell_refusal(self, sentence: str) -> None:
        self.refresh()
        self.news.setText(sentence)


def _explanation() -> str:
    return _(
        "Numbers led and supported; what is open, overdue, due within 30 days, drafted or not reported is of what "
        "an institution leads."
    )


def _why_empty() -> str:
    return _("No institution stands here yet: add one, or set the lead ministry of a recommendation.")


def _columns() -> list[ItemColumn]:
    figures = (
        (_("Leads"), "lead"),
        (_("Supports"), "supporting"),
        (_("Open"), "open"),
        (_("Overdue"), "overdue"),
        (_("Due soon"), "due_soon"),
        (_("Drafts"), "drafts"),
        (_("Not reported"), "not_reported"),
    )
    name = ItemColumn(
        _("Institution"),
        lambda one: one.institution.name,
        look="strong",
        note=lambda one: kind_label(one.institution.kind),
    )
    return [name, *(_figure(title, field) for title, field in figures)]


def _figure(title: str, field: str) -> ItemColumn:
    width = _LONG_FIGURE_WIDTH if field == "not_reported" else _FIGURE_WIDTH
    return ItemColumn(title, lambda one: str(getattr(one.workload, field)), width, "number")
