"""The preview of a text that is brought in: what was read of it, what to check, and what it will be called."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.addressee import Addressee

if TYPE_CHECKING:
    from uprtracker.services.text_plan import TextPlan
    from uprtracker.services.text_versions import TextEntry, TextVersionService


class TextImportDialog(QuestionDialog):
    """`answered` carries the plan under the identity that the person left in the fields."""

    def __init__(
        self,
        plan: "TextPlan",
        texts: "TextVersionService",
        known: tuple["TextEntry", ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent,
            _("Import {file}").format(file=plan.path.name),
            _("Check what was read against the document before you link recommendations to it."),
            _("Add this text"),
        )
        self.setObjectName("text_import_dialog")
        self.setMinimumWidth(current_theme().px(640))
        self._plan, self._texts = plan, texts
        self.title = QLineEdit(plan.text.title)
        self.title.setCursorPosition(0)
        self.instrument = QuietComboBox()
        titles = {entry.instrument: entry.instrument_title for entry in known}
        if plan.text.instrument not in titles:
            self.instrument.addItem(_("a new one"), plan.text.instrument)
        for key, title in titles.items():
            self.instrument.addItem(title, key)
        self.instrument.setCurrentIndex(self.instrument.findData(plan.text.instrument))
        self.instrument.setSizeAdjustPolicy(
            QuietComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.version = QLineEdit(plan.text.version)
        self.description = QLineEdit(plan.text.description)
        self.findings = QPlainTextEdit("\n".join(findings(plan)))
        self.findings.setReadOnly(True)
        self.findings.setMinimumHeight(current_theme().px(200))
        self.add_field(_("Title"), self.title)
        self.add_field(_("Instrument"), self.instrument)
        self.add_field(_("Version"), self.version)
        self.add_field(_("Called in reports"), self.description)
        self.add_field(_("What was read"), self.findings)

    def missing(self) -> str:
        try:
            plan = self._planned()
        except UserError as refusal:
            return str(refusal)
        if plan.standing:
            return _("The dossier has this text already: {text}.").format(text=plan.standing)
        return ""

    def answer(self) -> "TextPlan":
        return self._planned()

    def _planned(self) -> "TextPlan":
        return self._texts.plan_again(
            self._plan,
            instrument=self.instrument.currentData(),
            title=self.title.text(),
            # a version that the person left as it was is the file's own, under which the same text is found again
            version="" if self.version.text().strip() == self._plan.text.version else self.version.text(),
            description=self.description.text(),
        )


def findings(plan: "TextPlan") -> list[str]:
    """What a person should know of a text that was read, line by line: counts, addressees, doubts, mended words."""
    paragraphs, parsed = plan.text.paragraphs, plan.parsed
    preambular = sum(p.preambular for p in paragraphs)
    lines = [
        _("{preambular} preambular and {operative} operative paragraphs, {notes} footnotes.").format(
            preambular=preambular, operative=len(paragraphs) - preambular, notes=len(parsed.footnotes)
        ),
        _("Addressed to: {counts}.").format(counts=_addressees(plan)),
    ]
    if plan.standing:
        lines.append(_("The dossier has this text already: {text}.").format(text=plan.standing))
    n = len(parsed.warnings)
    if n:
        lines += ["", ngettext("{n} place to check:", "{n} places to check:", n).format(n=n)]
        lines += [f"{w.where}: {w.message}" if w.where else w.message for w in parsed.warnings]
    n = len(parsed.mends)
    if n:
        lines += ["", ngettext("{n} split word made whole:", "{n} split words made whole:", n).format(n=n)]
        mend = _("line {place}: '{was}' read as '{now}'")
        lines += [mend.format(place=m.place, was=m.was, now=m.now) for m in parsed.mends]
    return lines


def _addressees(plan: "TextPlan") -> str:
    counts = Counter(p.addressees for p in plan.text.paragraphs if not p.preambular)
    return ", ".join(f"{Addressee(key).label} {n}" for key, n in counts.most_common())
