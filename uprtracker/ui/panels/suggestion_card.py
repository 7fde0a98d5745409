"""One paragraph that a recommendation may concern: its key, label, name, why, and what was decided about it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.key_cap import KeyCap
from uprtracker.ui.fields.link_button import LinkButton, allow, links_in_line
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

OPEN, LINKED, REJECTED = "", "confirmed", "rejected"
_LABEL_WIDTH, _KEY_WIDTH, _RADIUS = 62, 30, 8


@dataclass(frozen=True)
class Candidate:
    """What a card shows. `state`: `OPEN`, `LINKED` or `REJECTED`; `decision` says who decided it and when."""

    label: str
    short: str
    reason: str
    spans: tuple[tuple[int, int], ...] = ()
    key: str = ""
    state: str = OPEN
    decision: str = ""


class SuggestionCard(QWidget):
    """Emits the label of its paragraph with each wish; a click or the focus chooses it."""

    chosen = Signal(str)
    link_requested = Signal(str)
    reject_requested = Signal(str)
    unlink_requested = Signal(str)

    def __init__(self, candidate: Candidate, refusal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.candidate = candidate
        self._highlighted = False
        self._buttons = self._made_buttons(refusal)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_spoken(candidate))

    def set_highlighted(self, highlighted: bool) -> None:
        """Mark this card as the one that keys act on; only it shows its buttons."""
        self._highlighted = highlighted
        self._actions.setVisible(highlighted)
        self.update()

    def _lay_out(self) -> None:
        theme, shown = current_theme(), self.candidate
        key: QWidget = KeyCap(shown.key, least_width=_KEY_WIDTH) if shown.key else QWidget()
        key.setFixedWidth(theme.px(_KEY_WIDTH))
        label = PlainLabel(shown.label, "strong")
        label.setMinimumWidth(theme.px(_LABEL_WIDTH))
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(PlainLabel(shown.short, "strong", wrap=True))
        for text, role in ((shown.reason, "caption"), (shown.decision, "heading")):
            if text:
                words.addWidget(PlainLabel(text, role, wrap=True))
        self._actions = QWidget()
        line = links_in_line(*self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        self._actions.setLayout(line)
        self._actions.hide()
        words.addWidget(self._actions)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 11, 14, 11)
        whole.setSpacing(theme.px(8))
        whole.addWidget(key, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)

    def _made_buttons(self, refusal: str) -> list[LinkButton]:
        label = self.candidate.label
        link = LinkButton(_("Link"), _("Link to paragraph {label}").format(label=label))
        reject = LinkButton(_("Reject"), _("Reject paragraph {label}").format(label=label))
        back = LinkButton(
            _("Take back"), _("Take back the decision on paragraph {label}").format(label=label)
        )
        link.clicked.connect(self._ask_link)
        reject.clicked.connect(self._ask_reject)
        back.clicked.connect(self._ask_unlink)
        wanted = {OPEN: [link, reject], LINKED: [reject, back], REJECTED: [link, back]}[self.candidate.state]
        for button in (link, reject, back):
            button.setParent(self)
            button.setVisible(button in wanted)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            allow(button, refusal)
        return wanted

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self.candidate.label)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit(self.candidate.label)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._highlighted else 1
        inset = width / 2
        painter.setPen(QPen(theme.colour("accent" if self._highlighted else "line"), width))
        linked = self.candidate.state == LINKED
        painter.setBrush(theme.colour("accent_soft" if linked else "paper"))
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)

    @Slot()
    def _ask_link(self) -> None:
        self.link_requested.emit(self.candidate.label)

    @Slot()
    def _ask_reject(self) -> None:
        self.reject_requested.emit(self.candidate.label)

    @Slot()
    def _ask_unlink(self) -> None:
        self.unlink_requested.emit(self.candidate.label)


def _spoken(shown: Candidate) -> str:
    key = _("Key {key}").format(key=shown.key) if shown.key else ""
    paragraph = _("Paragraph {label}, {short}").format(label=shown.label, short=shown.short)
    return "; ".join(piece for piece in (key, paragraph, shown.reason, shown.decision) if piece)
