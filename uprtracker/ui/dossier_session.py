"""An open dossier with what the window needs around it: rows, notifier, edits. It ends when the dossier is closed."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from uprtracker.ui.commands.editing import Editing
from uprtracker.ui.commands.institution_editing import InstitutionEditing
from uprtracker.ui.commands.joint_editing import JointEditing
from uprtracker.ui.commands.pair_editing import PairEditing
from uprtracker.ui.notifier import Notifier
from uprtracker.ui.row_list import RowList
from uprtracker.vocabulary.profile import Actor, Profile

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


class DossierSession(QObject):
    """One for each dossier that the window opens."""

    def __init__(self, dossier: "Dossier", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self.info = dossier.query.info()
        self._sit_down()
        self.notifier = Notifier(self)
        self.rows = RowList(dossier, self)
        self.editing = Editing(dossier, self.rows, self.notifier, self)
        self.joint = JointEditing(dossier, self.editing, self)
        self.pairs = PairEditing(dossier, self.editing, self)
        self.institutions = InstitutionEditing(dossier, self.editing, self)
        self.notifier.committed.connect(self.rows.follow)

    @property
    def actor(self) -> Actor:
        return self.dossier.store.actor

    def _sit_down(self) -> None:
        """Work for the institution as it is called today. In the NHRI's own copy nobody writes for the State: whoever
        opens it works for the NHRI."""
        own = self.dossier.query.institution_today(self.actor.institution)
        if own != self.actor.institution:
            self.dossier.store.act_as(replace(self.actor, institution=own))
        if self.dossier.store.for_nhri and self.actor.profile is not Profile.NHRI:
            names = (i.name for i in self.dossier.query.institutions() if i.kind == "nhri")
            self.dossier.store.act_as(Actor(Profile.NHRI, self.actor.post, next(names, "")))

    def today(self) -> date:
        return self.dossier.store.today()

    def institution_names(self) -> tuple[str, ...]:
        """The names that fields for institutions offer."""
        return tuple(institution.name for institution in self.dossier.query.institutions())

    def act_as(self, actor: Actor) -> None:
        """Work on in another profile. What it may see differs, and its steps are not the other's to undo."""
        self.dossier.store.act_as(actor)
        self.editing.stack.clear()
        self.rows.read_all()

    def read_info(self) -> None:
        """Read what the dossier says of itself again, after documents came in."""
        self.info = self.dossier.query.info()

    def close(self) -> None:
        """Let go of the dossier's file."""
        self.editing.stack.clear()
        self.dossier.close()
        self.deleteLater()
