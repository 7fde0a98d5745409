"""Asks which report is wanted, for whom, as of when, about what, and where its file is to be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from uprtracker.exporters.catalogue import PRODUCTS, Product
from uprtracker.i18n import _, ngettext
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.file_field import FileField
from uprtracker.ui.panels.section import stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import WithheldCount
from uprtracker.vocabulary.row_filter import RowFilter

CountWithheld = Callable[[RowFilter, Confidentiality, date], WithheldCount]


@dataclass(frozen=True)
class ExportWish:
    """What is to be made: the catalogue's product, its audience, the day, the recommendations meant, and the file."""

    product: str
    audience: Confidentiality
    as_of: date
    row_filter: RowFilter
    target: Path


@dataclass(frozen=True)
class ExportScope:
    """What stands in the table: the State's name, the filter, how many it shows, and of how many."""

    state_name: str
    row_filter: RowFilter
    shown: int
    total: int


class ExportDialog(QuestionDialog):
    """The answer is an `ExportWish`. `count_withheld` says how much an audience does not get to see."""

    def __init__(
        self,
        scope: ExportScope,
        count_withheld: CountWithheld,
        today: date,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Export a report"), "", _("Save report"))
        self.setObjectName("export_dialog")
        self.setMinimumWidth(current_theme().px(600))
        self._scope, self._count_withheld, self._today, self._folder = scope, count_withheld, today, folder
        self.products = {product.id: QRadioButton(_ampersand(product.title)) for product in PRODUCTS}
        self.audiences = {
            level: QRadioButton(_ampersand(_audience_words(level))) for level in Confidentiality
        }
        self.everything = QRadioButton(_all_words(scope.total))
        self.only_shown = QRadioButton(_shown_words(scope))
        self.as_of = DateField(_("As of"))
        self.as_of.set_day(today)
        self.file = FileField(_("File"), "")
        self.withheld = PlainLabel("", "caption", wrap=True)
        self._groups = [
            self._group(self.products.values()),
            self._group(self.audiences.values()),
            self._group((self.everything, self.only_shown)),
        ]
        self._lay_out_form()
        self._choose_defaults()
        for button in (*self.audiences.values(), self.everything, self.only_shown):
            button.toggled.connect(self._count)
        for button in self.products.values():
            button.toggled.connect(self._propose_file)
        self.as_of.day_edited.connect(self._count)
        self._propose_file()
        self._count()
        self.products[PRODUCTS[0].id].setFocus()

    def answer(self) -> ExportWish:
        target = self.file.path()
        assert target is not None
        suffix = self._product().suffix
        named = target if target.suffix == suffix else target.with_name(target.name + suffix)
        return ExportWish(self._product().id, self.audience(), self._day(), self._row_filter(), named)

    def missing(self) -> str:
        if self._day() > self._today:
            return _("A report cannot be made as of a day to come; choose today or an earlier day.")
        if self.file.path() is None:
            return _("Name the file of the report.")
        folder = self.answer().target.parent
        if not folder.is_dir():
            return _("There is no folder '{folder}'; choose another one.").format(folder=folder)
        return ""

    def audience(self) -> Confidentiality:
        return next(level for level, button in self.audiences.items() if button.isChecked())

    def _group(self, buttons: Iterable[QRadioButton]) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return group

    def _lay_out_form(self) -> None:
        self.add_field(_("Report"), stacked(*self.products.values()))
        self.add_field(_("For"), stacked(*self.audiences.values(), self.withheld))
        self.only_shown.setVisible(self._scope.row_filter.narrows)
        self.add_field(_("About"), stacked(self.everything, self.only_shown))
        self.add_field(_("As of"), self.as_of)
        self.add_field(_("File"), self.file)

    def _choose_defaults(self) -> None:
        self.products[PRODUCTS[0].id].setChecked(True)
        self.audiences[Confidentiality.PUBLIC].setChecked(True)
        narrowed = self._scope.row_filter.narrows
        (self.only_shown if narrowed else self.everything).setChecked(True)

    def _product(self) -> Product:
        return next(product for product in PRODUCTS if self.products[product.id].isChecked())

    def _day(self) -> date:
        return self.as_of.day() or self._today

    def _row_filter(self) -> RowFilter:
        return self._scope.row_filter if self.only_shown.isChecked() else RowFilter()

    @Slot()
    def _count(self) -> None:
        if any(group.checkedButton() is None for group in self._groups):
            return
        count = self._count_withheld(self._row_filter(), self.audience(), self._day())
        self.withheld.setText(withheld_words(count))

    @Slot()
    def _propose_file(self) -> None:
        product = self._product() if self._groups[0].checkedButton() else PRODUCTS[0]
        name = _("{state}, status report {day}").format(
            state=self._scope.state_name, day=self._today.isoformat()
        )
        kinds = f"{product.title} (*{product.suffix})"
        self.file.propose(self._folder / f"{name}{product.suffix}", kinds)
        self.file.end_with(product.suffix)


def withheld_words(count: WithheldCount) -> str:
    """`Leaves out 6 items: 5 annotations, 1 piece of evidence.`"""
    if count.total == 0:
        return _("Nothing has to be left out for these readers.")
    kinds = (
        (count.annotations, ngettext("{n} annotation", "{n} annotations", count.annotations)),
        (count.evidence, ngettext("{n} piece of evidence", "{n} pieces of evidence", count.evidence)),
        (count.progress, ngettext("{n} progress entry", "{n} progress entries", count.progress)),
    )
    words = ", ".join(sentence.format(n=n) for n, sentence in kinds if n)
    return ngettext(
        "Leaves out {n} item, and says so: {kinds}.",
        "Leaves out {n} items, and says so: {kinds}.",
        count.total,
    ).format(n=count.total, kinds=words)


def _audience_words(level: Confidentiality) -> str:
    return {
        Confidentiality.PUBLIC: _("The public: without what is marked Government or Restricted"),
        Confidentiality.GOVERNMENT: _("The State's institutions: without what is marked Restricted"),
        Confidentiality.RESTRICTED: _("Named readers only: with what is marked Restricted"),
    }[level]


def _all_words(total: int) -> str:
    return ngettext("The {n} recommendation of the dossier", "All {n} recommendations", total).format(n=total)


def _shown_words(scope: ExportScope) -> str:
    filters = "; ".join(words for _field, _value, words in scope.row_filter.chips())
    return _ampersand(
        ngettext("The {n} shown: {filters}", "The {n} shown: {filters}", scope.shown).format(
            n=scope.shown, filters=filters
        )
    )


def _ampersand(words: str) -> str:
    return words.replace("&", "&&")
