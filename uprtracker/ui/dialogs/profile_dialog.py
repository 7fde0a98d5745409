"""Asks in which profile, for which institution and under which post a person works."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.choice_editor import complete_names
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.vocabulary.profile import Actor, Profile


class ProfileDialog(QuestionDialog):
    """The answer is an `Actor`. `institutions` are the names that the dossier knows."""

    def __init__(self, actor: Actor, institutions: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Who works here"),
            _(
                "The profile decides what the program offers, and stands with the post in the history of every change. "
                "It is not access control: whoever has the file can read all of it and choose any profile."
            ),
            _("Work in this profile"),
        )
        self.profile = QuietComboBox()
        for profile in Profile:
            self.profile.addItem(profile.label, profile)
        self.profile.setCurrentIndex(self.profile.findData(actor.profile))
        self.institution = QuietComboBox()
        complete_names(self.institution, ("", *institutions))
        self.institution.setCurrentText(actor.institution)
        self.institution.lineEdit().setAccessibleName(_("Institution"))
        self.post = QLineEdit(actor.post)
        self.post.setPlaceholderText(_("Head of the human rights unit"))
        self.add_field(_("Profile"), self.profile)
        self.add_field(_("Institution"), self.institution)
        self.add_field(_("Post"), self.post)

    def answer(self) -> Actor:
        return Actor(
            Profile(self.profile.currentData()),
            self.post.text().strip(),
            self.institution.currentText().strip(),
        )

    def missing(self) -> str:
        ministry = self.profile.currentData() == Profile.MINISTRY
        if ministry and not self.institution.currentText().strip():
            return _("Name the ministry whose recommendations are yours.")
        return ""
