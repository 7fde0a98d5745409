"""One sentence about what was refused or done, above the page: calm, to be copied, and gone when it is closed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import IconButton, LinkButton
from uprtracker.ui.icon import pixmap
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme


class MessageBar(QFrame):
    """Hidden until there is something to say; the last sentence stands."""

    action_requested = Signal(str)
    """The key of the offered action, `undo` for instance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAccessibleName(_("Message"))
        self.setProperty("look", "message")
        self._icon_name = "info"
        self._action = ""
        self._sign = QLabel()
        self._sign.setAccessibleName(_("Message"))
        self._words = PlainLabel("", wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offer = LinkButton("")
        self._copy = LinkButton(_("Copy"), _("Copy this message"))
        self._close = IconButton("close", _("Close this message"))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 10, 8)
        line.setSpacing(10)
        line.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        for button in (self._offer, self._copy, self._close):
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self._offer.clicked.connect(self._take_offer)
        self._copy.clicked.connect(self._copy_words)
        self._close.clicked.connect(self.hide)
        self.hide()

    def words(self) -> str:
        return self._words.text()

    @Slot(str)
    def show_refusal(self, sentence: str) -> None:
        """Say what was not done, and why."""
        self._say("warning", sentence)

    def show_news(self, sentence: str, offer: str = "", action: str = "") -> None:
        """Say what was done; `offer` is the word of a button that asks for `action`."""
        self._say("info", sentence, offer, action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _say(self, icon_name: str, sentence: str, offer: str = "", action: str = "") -> None:
        self._icon_name, self._action = icon_name, action
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._offer.setText(offer.replace("&", "&&"))
        self._offer.setAccessibleName(offer or _("No action"))
        self._offer.setVisible(bool(offer))
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    def _dress(self) -> None:
        theme = current_theme()
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(pixmap(self._icon_name, theme.palette.secondary, theme.px(16), ratio))

    @Slot()
    def _take_offer(self) -> None:
        self.hide()
        self.action_requested.emit(self._action)

    @Slot()
    def _copy_words(self) -> None:
        QGuiApplication.clipboard().setText(self._words.text())
