"""What is asked of a report, the same in the dialog and on the page: for whom, about what, as of when, in which language."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QRadioButton, QWidget

from uprtracker.exporters.catalogue import Product
from uprtracker.i18n import _, current_language, ngettext
from uprtracker.ui.fields.language_choice import LanguageChoice
from uprtracker.ui.fields.moment_field import MomentField
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.panels.report_rows import ReportRows
from uprtracker.ui.panels.section import stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.report_scope import ReportScope
from uprtracker.vocabulary.briefing_text import SheetChoice
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import WithheldCount
from uprtracker.vocabulary.report_request import ReportRequest

_ABOVE_NAME = 10


@dataclass(frozen=True)
class _Field:
    """A field with its name; `taken` is what a product must take for it to be asked, empty where all do."""

    name: PlainLabel
    field: QWidget
    taken: str


class ReportOptions(QWidget):
    """`names_above` sets names above fields, where there is little room beside them."""

    changed = Signal()

    def __init__(self, *, names_above: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._product: Product | None = None
        self._scope: ReportScope | None = None
        self._instead: tuple[tuple[str, str], ...] = ()
        self.audiences = {
            level: QRadioButton(_reader_words(level).replace("&", "&&")) for level in Confidentiality
        }
        self.withheld = PlainLabel("", "caption", wrap=True)
        self.rows = ReportRows()
        self.as_of = MomentField(_("As of"), _("Today"))
        self.since = MomentField(_("Changes since"))
        self.sheets = QuietComboBox()
        self.sheets.addItem(_("All recommendations"), SheetChoice.ALL)
        self.sheets.addItem(_("Clusters and paragraphs only"), SheetChoice.GROUPED)
        self.language = LanguageChoice()
        self.language.set_language(current_language())
        self._fields: list[_Field] = []
        self._lay_out(names_above)
        self._connect()

    def _lay_out(self, names_above: bool) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(4 if names_above else 10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if names_above:
            self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        group = QButtonGroup(self)
        for button in self.audiences.values():
            group.addButton(button)
        self.audiences[Confidentiality.PUBLIC].setChecked(True)
        group.buttonToggled.connect(self._tell_checked)
        self._add(_("For"), stacked(*self.audiences.values(), self.withheld))
        self._add(_("About"), self.rows)
        self._add(_("Sheets for"), self.sheets, "sheets")
        self._add(_("Changes since"), self.since, "since")
        self._add(_("As of"), self.as_of)
        self._add(_("Language"), self.language)

    def put_first(self, words: str, field: QWidget) -> None:
        """Set a field of whoever shows the options above them, in line with them."""
        self._form.insertRow(0, self._named(words, field), field)

    def put_last(self, words: str, field: QWidget) -> None:
        """Set a field of whoever shows the options below them."""
        self._form.addRow(self._named(words, field), field)

    def _add(self, words: str, field: QWidget, taken: str = "") -> None:
        name = self._named(words, field)
        self._form.addRow(name, field)
        self._fields.append(_Field(name, field, taken))

    def _connect(self) -> None:
        for field in (self.rows, self.as_of, self.since):
            field.changed.connect(self.changed)
        for choice in (self.sheets, self.language):
            choice.currentIndexChanged.connect(self._tell)

    def _named(self, words: str, field: QWidget) -> PlainLabel:
        name = PlainLabel(words, "name")
        name.setBuddy(field)
        if self._form.rowWrapPolicy() == QFormLayout.RowWrapPolicy.WrapAllRows:
            # nearer to its own field than to the one before
            name.setContentsMargins(0, _ABOVE_NAME, 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(words)
        return name

    def offer(self, scope: ReportScope) -> None:
        """Show what there is to choose from now; what was chosen stays where it still can."""
        self._scope = scope
        self.rows.offer(scope)
        self.as_of.offer(scope.snapshots, scope.today)
        self.since.offer(scope.snapshots, scope.today)

    def scope(self) -> ReportScope:
        """What was offered last."""
        assert self._scope is not None
        return self._scope

    def take_product(self, product: Product) -> None:
        """Ask only what this product takes."""
        self._product = product
        for each in self._fields:
            asked = not each.taken or each.taken in product.takes
            each.name.setVisible(asked)
            each.field.setVisible(asked)

    def audience(self) -> Confidentiality:
        return next(level for level, button in self.audiences.items() if button.isChecked())

    def request(self) -> ReportRequest:
        """What is asked for now."""
        return ReportRequest(
            row_filter=self.rows.row_filter(),
            audience=self.audience(),
            language=self.language.language(),
            as_of=self.as_of.day(),
            snapshot=self.as_of.snapshot(),
            since=self._since(),
            sheets=SheetChoice(self.sheets.currentData()),
            instead=self._instead,
        )

    def _since(self) -> str:
        if self._product is None or "since" not in self._product.takes:
            return ""
        day = self.since.day()
        return day.isoformat() if day else self.since.snapshot()

    @Slot(object)
    def replace_characters(self, instead: tuple[tuple[str, str], ...]) -> None:
        """Print texts for characters that no font has."""
        self._instead = instead
        self.changed.emit()

    def missing(self) -> str:
        """One sentence about what cannot be asked for; empty when all can."""
        day = self.as_of.day()
        if self._scope is not None and day is not None and day > self._scope.today:
            return _("A report cannot be made as of a day to come; choose today or an earlier day.")
        return ""

    def show_withheld(self, count: WithheldCount) -> None:
        """Say beside the readers what they do not get to see."""
        self.withheld.setText(f"{rule_words(self.audience())} {withheld_words(count)}")

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot(object, bool)
    def _tell_checked(self, _button: QRadioButton, checked: bool) -> None:
        if checked:
            self.changed.emit()


def withheld_words(count: WithheldCount) -> str:
    """`Leaves out 6 items: 5 annotations, 1 piece of evidence.`"""
    if count.total == 0:
        return _("Nothing has to be left out for these readers.")
    kinds = (
        (count.annotations, ngettext("{n} annotation", "{n} annotations", count.annotations)),
        (count.evidence, ngettext("{n} piece of evidence", "{n} pieces of evidence", count.evidence)),
        (count.progress, ngettext("{n} progress entry", "{n} progress entries", count.progress)),
        (count.briefing, ngettext("{n} text of the pack", "{n} texts of the pack", count.briefing)),
    )
    words = ", ".join(sentence.format(n=n) for n, sentence in kinds if n)
    return ngettext(
        "Leaves out {n} item, and says so: {kinds}.",
        "Leaves out {n} items, and says so: {kinds}.",
        count.total,
    ).format(n=count.total, kinds=words)


def _reader_words(level: Confidentiality) -> str:
    return {
        Confidentiality.PUBLIC: _("The public"),
        Confidentiality.GOVERNMENT: _("The State's institutions"),
        Confidentiality.RESTRICTED: _("Named readers only"),
    }[level]


def rule_words(level: Confidentiality) -> str:
    """What readers of a level get to see."""
    return {
        Confidentiality.PUBLIC: _("Without what is marked Government or Restricted."),
        Confidentiality.GOVERNMENT: _("Without what is marked Restricted."),
        Confidentiality.RESTRICTED: _("With what is marked Restricted."),
    }[level]
