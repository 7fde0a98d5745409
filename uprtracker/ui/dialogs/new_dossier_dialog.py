"""Asks for the State and the file of a new dossier."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.delegates.choice_editor import complete_names
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.file_field import FileField
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.vocabulary.state import State, all_states, find_state

SUFFIX = ".uprt"


@dataclass(frozen=True)
class NewDossier:
    """The State by its English short name, as `create_dossier` takes it, and where the file is to be."""

    state_name: str
    path: Path


class NewDossierDialog(QuestionDialog):
    """The answer is a `NewDossier`; `folder` is where its file is proposed."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("New dossier"),
            _("A dossier holds everything about the follow-up of one State in one file."),
            _("Create dossier"),
        )
        self.setObjectName("new_dossier_dialog")
        self._folder = folder
        self.state = QuietComboBox()
        complete_names(self.state, (s.name(current_language()) for s in all_states()))
        self.state.setCurrentIndex(-1)
        self.state.lineEdit().setAccessibleName(_("State under review"))
        self.state.lineEdit().setPlaceholderText(_("Name of the State"))
        self.file = FileField(_("File"), _("Dossiers (*{suffix})").format(suffix=SUFFIX))
        self.add_field(_("State"), self.state)
        self.add_field(_("File"), self.file)
        self.setMinimumWidth(560)
        self.state.editTextChanged.connect(self._propose_file)
        self.state.setFocus()

    def answer(self) -> NewDossier:
        state, path = self._chosen_state(), self.file.path()
        assert state is not None
        assert path is not None
        return NewDossier(state.short, path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def missing(self) -> str:
        if not self.state.currentText().strip():
            return _("Name the State under review.")
        if self._chosen_state() is None:
            return _("'{name}' is not the name of a State; choose one from the list.").format(
                name=self.state.currentText().strip()
            )
        if self.file.path() is None:
            return _("Name the file of the dossier.")
        path = self.answer().path
        if path.exists():
            return _("There is already a file '{name}'; choose another name.").format(name=path.name)
        if not path.parent.is_dir():
            return _("There is no folder '{folder}'; choose another one.").format(folder=path.parent)
        return ""

    def _chosen_state(self) -> State | None:
        return find_state(self.state.currentText())

    @Slot()
    def _propose_file(self) -> None:
        if state := self._chosen_state():
            self.file.propose(self._folder / f"{state.name(current_language())}{SUFFIX}")
