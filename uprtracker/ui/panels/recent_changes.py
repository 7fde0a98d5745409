"""The last changes of a dossier, one line for each action."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.writing import PAD, mirrored, write_line
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.panels.history_words import history_line, worth_telling
from uprtracker.ui.panels.section import column, replace_widgets
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.theme import BODY, CAPTION, current_theme
from uprtracker.vocabulary.read_model import HistoryEntry
from uprtracker.vocabulary.row_filter import RowFilter

_MOST = 10
_ROW = 26
_DATE, _NUMBER = 88, 66


@dataclass(frozen=True)
class RecentChange:
    """`which` is a number, or how many recommendations the action changed; `shows` opens them where that can be said."""

    day: str
    which: str
    words: str
    shows: RowFilter | None


class RecentChanges(QWidget):
    filter_requested = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(0)
        self.setLayout(self._lines)

    def show_changes(self, entries: tuple[HistoryEntry, ...]) -> None:
        changes = recent_changes(entries)
        rows: list[QWidget] = []
        for change in changes[:_MOST]:
            row = _ChangeLine(change)
            row.clicked.connect(self._open)
            rows.append(row)
        replace_widgets(
            self._lines, rows or [PlainLabel(_("Nothing has changed yet."), "secondary", wrap=True)]
        )

    @Slot()
    def _open(self) -> None:
        shows = self.sender().change.shows
        if shows is not None:
            self.filter_requested.emit(shows)


def recent_changes(entries: Iterable[HistoryEntry]) -> list[RecentChange]:
    """History entries from the newest to the oldest, what one action did alike to several of them in one line."""
    groups: dict[tuple[str, str], list[HistoryEntry]] = {}
    for entry in worth_telling(tuple(entries)):
        if entry.number:
            groups.setdefault((entry.batch, history_line(entry)), []).append(entry)
    return [_told(words, alike) for (_batch, words), alike in groups.items()]


def _told(words: str, alike: list[HistoryEntry]) -> RecentChange:
    numbers = list(dict.fromkeys(entry.number for entry in alike))
    day = short_day(alike[0].at.date())
    if len(numbers) == 1:
        return RecentChange(day, numbers[0], words, RowFilter(search=numbers[0]))
    many = ngettext("{n} rec.", "{n} recs.", len(numbers)).format(n=len(numbers))
    return RecentChange(day, many, words, None)


class _ChangeLine(QAbstractButton):
    def __init__(self, change: RecentChange) -> None:
        super().__init__()
        self.change = change
        self.setAccessibleName(f"{change.day}, {change.which}: {change.words}")
        self.setToolTip(tooltip(change.words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if change.shows is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(320, current_theme().px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        live = self.underMouse() and self.change.shows is not None
        cells = (
            (0, theme.px(_DATE), CAPTION, QFont.Weight.Normal, "secondary", self.change.day),
            (theme.px(_DATE), theme.px(_NUMBER), BODY, QFont.Weight.DemiBold, "accent" if live else "ink", self.change.which),
            (theme.px(_DATE + _NUMBER), self.width(), BODY, QFont.Weight.Normal, "secondary", self.change.words),
        )  # fmt: skip
        for start, width, size, weight, role, text in cells:
            painter.setFont(theme.font(size, weight))
            painter.setPen(theme.colour(role))
            self._write(painter, PAD + start, min(width, self.width() - start - 2 * PAD), text)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _write(self, painter: QPainter, start: int, width: int, text: str) -> None:
        place = mirrored(QRectF(start, 0, width, self.height()), self.width(), self.isRightToLeft())
        write_line(painter, place, text, right_to_left=self.isRightToLeft(), elide=True)
