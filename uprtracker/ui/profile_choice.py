"""The menu in which a person says in which profile they work, and for which institution."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from uprtracker.i18n import _
from uprtracker.vocabulary.profile import Actor, Profile


class ProfileChoice(QObject):
    """`chosen` tells the `Actor` that the person wants to be."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actor = Actor()
        self._names: tuple[str, ...] = ()
        self.menu = QMenu(_("Profile"), window)
        self._group = QActionGroup(self)
        for profile in Profile:
            action = self.menu.addAction(profile.label)
            action.setData(profile)
            action.setCheckable(True)
            self._group.addAction(action)
        self.menu.addSeparator()
        ask = self.menu.addAction(_("Institution and post…"))
        self._group.triggered.connect(self._choose_profile)
        ask.triggered.connect(self.ask)

    def show_actor(self, actor: Actor, institution_names: tuple[str, ...]) -> None:
        """Mark the profile of the person, and offer these institutions."""
        self._actor, self._names = actor, institution_names
        for action in self._group.actions():
            action.setChecked(action.data() == actor.profile)

    @Slot()
    def ask(self) -> None:
        self._ask_as(self._actor)

    @Slot(QAction)
    def _choose_profile(self, action: QAction) -> None:
        wanted = Actor(Profile(action.data()), self._actor.post, self._actor.institution)
        if wanted.profile is Profile.MINISTRY and not wanted.institution:
            self._ask_as(wanted)
        else:
            self.chosen.emit(wanted)

    def _ask_as(self, actor: Actor) -> None:
        from uprtracker.ui.dialogs.profile_dialog import ProfileDialog

        dialog = ProfileDialog(actor, self._names, self._window)
        dialog.answered.connect(self.chosen)
        dialog.rejected.connect(self._mark_again)
        dialog.open()

    @Slot()
    def _mark_again(self) -> None:
        self.show_actor(self._actor, self._names)
