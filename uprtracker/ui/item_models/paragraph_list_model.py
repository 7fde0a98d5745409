"""The paragraphs of a text as a list, the preamble under a line that folds it."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.addressee import Addressee
from uprtracker.vocabulary.figures import ParagraphCoverage

_Index = QModelIndex | QPersistentModelIndex


class ParagraphListModel(QAbstractListModel):
    """Row 0 is the preamble's heading where there is a preamble; every other row is a paragraph with its coverage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[ParagraphCoverage | None] = []
        self.preamble_open = False

    def show_coverage(self, coverage: tuple[ParagraphCoverage, ...]) -> None:
        self.beginResetModel()
        has_preamble = any(c.paragraph.preambular for c in coverage)
        self._entries = [None, *coverage] if has_preamble else [*coverage]
        self.endResetModel()

    def entry(self, row: int) -> ParagraphCoverage | None:
        """The paragraph of a row; `None` for the preamble's heading."""
        return self._entries[row]

    def row_of(self, label: str) -> int:
        """The row of a label, -1 where there is none."""
        rows = (row for row, entry in enumerate(self._entries) if entry and entry.paragraph.label == label)
        return next(rows, -1)

    def is_preambular(self, row: int) -> bool:
        entry = self._entries[row]
        return entry is not None and entry.paragraph.preambular

    def turn_preamble(self) -> None:
        self.preamble_open = not self.preamble_open
        self.dataChanged.emit(self.index(0), self.index(0))

    def preamble_words(self) -> str:
        count = sum(self.is_preambular(row) for row in range(len(self._entries)))
        return ngettext("Preamble, {n} paragraph", "Preamble, {n} paragraphs", count).format(n=count)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.preamble_words() if entry is None else f"{entry.paragraph.label} {entry.paragraph.text}"
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if entry is None:
                opened = _("open") if self.preamble_open else _("folded")
                return f"{self.preamble_words()}, {opened}"
            return f"{paragraph_words(entry)}: {entry.paragraph.text}"
        return None


def paragraph_words(covered: ParagraphCoverage) -> str:
    """`Paragraph 10 (a), 3 recommendations`, with what else the margins of the page say."""
    return ", ".join(
        [
            _("Paragraph {label}").format(label=covered.paragraph.label),
            count_words(covered.count.total),
            *margin_words(covered),
        ]
    )


def count_words(count: int) -> str:
    return ngettext("{n} recommendation", "{n} recommendations", count).format(n=count)


def margin_words(covered: ParagraphCoverage) -> list[str]:
    """Gap, the letters' sum, drafts, and to whom the paragraph speaks where that is not to States."""
    words = []
    if covered.letters is not None:
        words.append(_("{n} in its letters").format(n=covered.letters.total))
    if covered.gap:
        gaps = {"no_recommendation": _("no recommendation"), "not_started": _("none beyond planned")}
        words.append(gaps[covered.gap])
    if covered.count.drafts:
        words.append(ngettext("{n} draft", "{n} drafts", covered.count.drafts).format(n=covered.count.drafts))
    if tag := addressee_word(covered):
        words.append(tag)
    return words


def addressee_word(covered: ParagraphCoverage) -> str:
    """To whom an operative paragraph speaks, empty for States."""
    paragraph = covered.paragraph
    if paragraph.preambular or paragraph.addressees == Addressee.STATES:
        return ""
    return Addressee(paragraph.addressees).label
