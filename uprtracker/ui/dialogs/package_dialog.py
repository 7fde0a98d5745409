"""Asks what goes into a package for the NHRI, or from the NHRI for the secretariat, and where it is to lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.choice import ConfidentialityChoice
from uprtracker.ui.fields.file_field import FileField
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.section import stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.package import GovernmentItem, Ticked

_WIDTH, _LIST_HEIGHT = 760, 280
SUFFIX = ".uprt"


@dataclass(frozen=True)
class PackageWish:
    """A package into a file; `ticked` is the government matter that goes along."""

    target: Path
    ticked: Ticked


class NhriPackageDialog(QuestionDialog):
    """The answer is a `PackageWish`. Nothing of the government's level is ticked by itself."""

    def __init__(
        self, items: Sequence[GovernmentItem], proposed: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            _("Package for the NHRI"),
            _(
                "The public matter goes along; of what is for the government only what you tick here. "
                "The State's words cannot be changed in the package, and restricted matter never leaves this file."
            ),
            _("Make package"),
        )
        self.setObjectName("package_dialog")
        self.setMinimumWidth(current_theme().px(_WIDTH))
        self.model = ItemTableModel(_columns(), lambda item: item.uid, ticks=True, parent=self)
        self.table = ItemTable(self.model, _("Government matter"))
        self.table.setFixedHeight(current_theme().px(_LIST_HEIGHT))
        self.told = PlainLabel("", "caption", wrap=True)
        self.target = _target(proposed)
        self.form.addRow(stacked(self.table, self.told, spacing=4))
        self.add_field(_("File"), self.target)
        self.model.ticks_changed.connect(self._tell)
        self.model.set_items(items)
        self.table.setVisible(bool(items))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        ticked, count = len(self.model.ticked()), self.model.rowCount()
        words = ngettext(
            "{ticked} of {n} item of the government goes along.",
            "{ticked} of {n} items of the government go along.",
            count,
        )
        none = _("There is nothing of the government's level in this dossier.")
        self.told.setText(words.format(ticked=ticked, n=count) if count else none)

    def answer(self) -> PackageWish:
        path = self.target.path()
        assert path is not None
        return PackageWish(path, Ticked(uids=frozenset(item.uid for item in self.model.ticked())))

    def missing(self) -> str:
        return _missing_target(self.target)


@dataclass(frozen=True)
class OwnPackageWish:
    """The NHRI's words up to a level into a file."""

    target: Path
    audience: Confidentiality


class SecretariatPackageDialog(QuestionDialog):
    """The answer is an `OwnPackageWish`; restricted notes are not offered, they never leave this copy."""

    def __init__(self, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Package for the secretariat"),
            _(
                "Your assessments and annotations go back under your institution's name. "
                "Private notes never leave this copy."
            ),
            _("Make package"),
        )
        self.setObjectName("package_dialog")
        self.audience = ConfidentialityChoice()
        self.audience.set_level(Confidentiality.GOVERNMENT)
        never = _("Restricted notes of the NHRI do not travel.")
        self.audience.refuse(Confidentiality.RESTRICTED, never)
        self.target = _target(proposed)
        self.add_field(_("Holds nothing above"), self.audience)
        self.add_field(_("File"), self.target)

    def answer(self) -> OwnPackageWish:
        path = self.target.path()
        assert path is not None
        return OwnPackageWish(path, self.audience.level() or Confidentiality.PUBLIC)

    def missing(self) -> str:
        return _missing_target(self.target)


class CopyDialog(QuestionDialog):
    """The answer is the file for a copy of the whole dossier that a colleague takes along."""

    def __init__(self, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Copy for a colleague"),
            _(
                "The whole dossier, confidential matter included: give it only to whom you would give this file. "
                "What is written in the copy comes back with its history by 'Merge what came back…'."
            ),
            _("Make copy"),
        )
        self.target = _target(proposed)
        self.add_field(_("File"), self.target)

    def answer(self) -> Path:
        path = self.target.path()
        assert path is not None
        return path

    def missing(self) -> str:
        return _missing_target(self.target)


def _target(proposed: Path) -> FileField:
    field = FileField(_("File"), _("Dossiers (*{suffix})").format(suffix=SUFFIX))
    field.propose(proposed)
    return field


def _missing_target(field: FileField) -> str:
    path = field.path()
    if path is None or path.suffix != SUFFIX:
        return _("Name a file that ends in {suffix}.").format(suffix=SUFFIX)
    if path.exists():
        return _("{name} is there already; choose another name.").format(name=path.name)
    return ""


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), lambda item: item.number, 84, "strong"),
        ItemColumn(_("What"), lambda item: _kind_words(item.kind), 110, "quiet"),
        ItemColumn(_("Of"), lambda item: item.holder, 170, "quiet"),
        ItemColumn(_("Text"), lambda item: item.text),
    ]


def _kind_words(kind: str) -> str:
    return {"progress": _("Progress"), "evidence": _("Evidence"), "annotations": _("Annotation")}[kind]
