"""What is being done in the background, with a way to stop it; shown only if it takes longer than a moment."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from uprtracker.i18n import _
from uprtracker.ui.background import Task
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

_MOMENT_MS = 300


class WorkBar(QFrame):
    """Follows the tasks that the background starts, one after another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "message")
        self._task: Task | None = None
        self._words = PlainLabel("")
        self._progress = QProgressBar()
        # how far it is cannot be told: the bar only shows that work goes on
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(current_theme().px(160))
        self._cancel = LinkButton(_("Cancel"))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        line.addWidget(self._words)
        line.addWidget(self._progress)
        line.addWidget(self._cancel)
        line.addStretch()
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_MOMENT_MS)
        self._moment.timeout.connect(self.show)
        self.hide()

    @Slot(object)
    def follow(self, task: Task) -> None:
        """Show a task until it ends, unless a dialog tells how far it is."""
        if task.has_dialog:
            return
        self._task = task
        self._words.setText(task.words)
        self._progress.setAccessibleName(task.words)
        self._cancel.setVisible(task.can_cancel)
        self._cancel.clicked.connect(task.cancel)
        self._cancel.clicked.connect(self._end)
        task.ended.connect(self._end)
        self._moment.start()

    @Slot()
    def _end(self) -> None:
        self._moment.stop()
        self.hide()
