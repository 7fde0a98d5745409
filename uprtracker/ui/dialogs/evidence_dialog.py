"""Asks for evidence: a citation of a document, a link to it, or the file itself."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from uprtracker.i18n import _
from uprtracker.ui.commands.joint_editing import EvidenceFields
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.choice import ConfidentialityChoice
from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.fields.risk_warning import RiskWarning
from uprtracker.vocabulary.confidentiality import Confidentiality

_LONGEST_TITLE, _LONGEST_SYMBOL, _LONGEST_LINK = 400, 64, 2000


class EvidenceDialog(QuestionDialog):
    """The answer is `EvidenceFields`. `number` names the recommendation; `folder` is where files are looked for first."""

    def __init__(
        self, number: str, level: Confidentiality | None, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            _("Add evidence to {number}").format(number=number),
            _("Name the law or document. A file is kept inside the dossier; a link is only written down."),
            _("Add evidence"),
        )
        self._folder = folder
        self.title = _line(_LONGEST_TITLE, _("Act on Associations"))
        self.symbol = _line(_LONGEST_SYMBOL, _("Official Gazette 12/2026"))
        self.paragraph = _line(_LONGEST_SYMBOL, _("article 5"))
        self.quote = GrowingText(_("Quotation"), lines=3)
        self.link = _line(_LONGEST_LINK, "https://")
        self.file = QLineEdit()
        self.choose = LinkButton(_("Choose…"), _("Choose a file"))
        self.level = ConfidentialityChoice()
        self.level.set_level(level)
        for words, field in (
            (_("Title"), self.title),
            (_("Symbol"), self.symbol),
            (_("Paragraph"), self.paragraph),
            (_("Quotation"), self.quote),
            (_("Web link"), self.link),
            (_("File"), self._file_line()),
            (_("Who may read it"), self.level),
        ):
            self.add_field(words, field)
        self.form.addRow(RiskWarning(self.quote, self.level))
        self.choose.clicked.connect(self._choose)
        self.title.setFocus()

    def _file_line(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.file.setAccessibleName(_("File"))
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        holder.setFocusProxy(self.file)
        return holder

    @Slot()
    def _choose(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Attach a file"), str(self._folder), _("All files (*)")
        )
        if chosen:
            self.file.setText(chosen)
            if not self.title.text().strip():
                self.title.setText(Path(chosen).stem)

    def answer(self) -> EvidenceFields:
        typed = self.file.text().strip()
        return EvidenceFields(
            title=self.title.text().strip(),
            symbol=self.symbol.text().strip(),
            paragraph=self.paragraph.text().strip(),
            quote=self.quote.toPlainText().strip(),
            link=self.link.text().strip(),
            file=Path(typed) if typed else None,
            level=self.level.level() or Confidentiality.GOVERNMENT,
        )

    def missing(self) -> str:
        said = self.answer()
        if not said.title:
            return _("The evidence has no title; name the law or document.")
        if said.link and not said.link.startswith(("https://", "http://")):
            return _("'{link}' is not a link; write it with https:// in front.").format(link=said.link)
        if said.file is not None and not said.file.is_file():
            return _("There is no file {name}; choose another one.").format(name=said.file)
        return "" if self.level.level() else _("Choose who may read it.")


def _line(longest: int, example: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setMaxLength(longest)
    edit.setPlaceholderText(example)
    return edit
