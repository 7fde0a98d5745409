"""Small questions about institutions: a new one, another name, which spelling to merge into, a post."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.vocabulary.institution_work import KINDS, InstitutionAtWork, Post, kind_label

_LONGEST = 200


def kind_choice(kind: str) -> QuietComboBox:
    """A drop-down list of the kinds of institutions."""
    choice = QuietComboBox()
    choice.setAccessibleName(_("Kind"))
    for key in KINDS:
        choice.addItem(kind_label(key), key)
    choice.setCurrentIndex(choice.findData(kind))
    return choice


class NewInstitutionDialog(QuestionDialog):
    """The answer is (name, kind)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Add an institution"),
            _("As its name is to be printed in reports."),
            _("Add institution"),
        )
        self.name = _line("", _("Ministry of Justice"))
        self.kind = kind_choice("ministry")
        self.add_field(_("Name"), self.name)
        self.add_field(_("Kind"), self.kind)
        self.name.setFocus()

    def answer(self) -> tuple[str, str]:
        return self.name.text().strip(), self.kind.currentData()

    def missing(self) -> str:
        return (
            ""
            if self.name.text().strip()
            else _("The institution has no name; write it as it is to be printed.")
        )


class RenameDialog(QuestionDialog):
    """The answer is the new name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Rename {institution}").format(institution=name),
            _("The name changes everywhere and in saved views. Snapshots and the history keep the old one."),
            _("Rename"),
        )
        self.name = _line(name, name)
        self.name.selectAll()
        self.add_field(_("New name"), self.name)
        self.name.setFocus()

    def answer(self) -> str:
        return self.name.text().strip()

    def missing(self) -> str:
        return "" if self.answer() else _("The institution has no name; write it as it is to be printed.")


class MergeSpellingDialog(QuestionDialog):
    """The answer is the id of the institution that stays. Only those of the same side are offered."""

    def __init__(
        self, spelling: InstitutionAtWork, all_: Sequence[InstitutionAtWork], parent: QWidget | None = None
    ) -> None:
        own = spelling.institution
        super().__init__(
            parent,
            _("Merge {institution}").format(institution=own.name),
            _(
                "Say that it is only another spelling. What it leads, supports and has written belongs to the other "
                "one from now on; the spelling is still understood in tables and workbooks. It can be undone."
            ),
            _("Merge"),
        )
        self.into = QuietComboBox()
        self.into.setPlaceholderText(_("Choose the name that stays"))
        for other in all_:
            one = other.institution
            if one.id != own.id and (one.kind == "nhri") == (own.kind == "nhri"):
                self.into.addItem(one.name, one.id)
        self.into.setCurrentIndex(-1)
        self.add_field(_("Merge into"), self.into)
        self.into.setFocus()

    def answer(self) -> int:
        return int(self.into.currentData())

    def missing(self) -> str:
        return _("Choose the name that stays.") if self.into.currentData() is None else ""


@dataclass(frozen=True)
class PostAnswer:
    """`post_id` is 0 for a new post."""

    post_id: int
    title: str
    alternate: bool
    contact: str


class PostDialog(QuestionDialog):
    """The answer is a `PostAnswer`. A post rather than a name: it stays when the person changes."""

    def __init__(self, institution: str, post: Post | None, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Post of {institution}").format(institution=institution),
            _("A post rather than a person's name: it stays when the person changes."),
            _("Save post") if post else _("Add post"),
        )
        self._post_id = post.id if post else 0
        self.title = _line(post.title if post else "", _("Head of the human rights unit"))
        self.contact = _line(post.contact if post else "", _("unit@ministry.example, telephone"))
        self.alternate = QCheckBox(_("Alternate: answers when the focal point cannot"))
        self.alternate.setChecked(bool(post and post.alternate))
        self.add_field(_("Post"), self.title)
        self.add_field(_("Contact"), self.contact)
        self.form.addRow(self.alternate)
        self.title.setFocus()

    def answer(self) -> PostAnswer:
        return PostAnswer(
            self._post_id,
            self.title.text().strip(),
            self.alternate.isChecked(),
            self.contact.text().strip(),
        )

    def missing(self) -> str:
        return "" if self.title.text().strip() else _("The post has no title; write it first.")


def _line(words: str, example: str) -> QLineEdit:
    edit = QLineEdit(words)
    edit.setMaxLength(_LONGEST)
    edit.setPlaceholderText(example)
    return edit
