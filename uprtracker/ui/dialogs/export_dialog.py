"""The quick way to a report: which one, what is asked of it, and where its file is to be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from uprtracker.exporters.catalogue import Product
from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.file_field import FileField
from uprtracker.ui.fields.product_choice import ProductChoice
from uprtracker.ui.panels.report_options import ReportOptions
from uprtracker.ui.report_scope import ReportScope
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import WithheldCount
from uprtracker.vocabulary.report_request import ReportRequest

CountWithheld = Callable[[ReportRequest], WithheldCount]


@dataclass(frozen=True)
class ExportWish:
    """What is to be made: the catalogue's product, what is asked of it, and the file."""

    product: str
    request: ReportRequest
    target: Path


class ExportDialog(QuestionDialog):
    """The answer is an `ExportWish`. `count_withheld` says how much an audience does not get to see."""

    def __init__(
        self,
        scope: ReportScope,
        count_withheld: CountWithheld,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Export a report"), "", _("Save report"))
        self.setObjectName("export_dialog")
        self.setMinimumWidth(current_theme().px(600))
        self._scope, self._count_withheld, self._folder = scope, count_withheld, folder
        self.product = ProductChoice()
        self.options = ReportOptions()
        self.options.offer(scope)
        self.options.rows.prefer_shown()
        self.file = FileField(_("File"), "")
        self.options.put_first(_("Report"), self.product)
        self.options.put_last(_("File"), self.file)
        self.form.addRow(self.options)
        self.product.currentIndexChanged.connect(self._take_product)
        self.options.changed.connect(self._count)
        self._take_product()
        self._count()
        self.product.setFocus()

    def answer(self) -> ExportWish:
        target = self.file.path()
        assert target is not None
        suffix = self.product.product().suffix
        named = target if target.suffix == suffix else target.with_name(target.name + suffix)
        return ExportWish(self.product.product().id, self.options.request(), named)

    def missing(self) -> str:
        if sentence := self.options.missing():
            return sentence
        if self.file.path() is None:
            return _("Name the file of the report.")
        folder = self.answer().target.parent
        if not folder.is_dir():
            return _("There is no folder '{folder}'; choose another one.").format(folder=folder)
        return ""

    @Slot()
    def _count(self) -> None:
        if not self.options.missing():
            self.options.show_withheld(self._count_withheld(self.options.request()))

    @Slot()
    def _take_product(self) -> None:
        product = self.product.product()
        self.options.take_product(product)
        name = proposed_name(product, self._scope)
        self.file.propose(self._folder / name, f"{product.title} (*{product.suffix})")
        self.file.end_with(product.suffix)


def proposed_name(product: Product, scope: ReportScope) -> str:
    """`Arvania, Status report (PDF) 2026-11-24.pdf`: what it is, of whom and of when."""
    kind = product.title.rpartition(" (")[0] or product.title
    words = _("{state}, {report} {day}").format(
        state=scope.state_name, report=kind, day=scope.today.isoformat()
    )
    return words.replace("/", "-") + product.suffix
