"""A drop-down list that narrows another list to one name, or to none of them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.theme import current_theme

_WIDTH = 240


class NamesFilter(QuietComboBox):
    """`everything` is the first entry; `nobody` stands for the empty name. `activated` tells a person's choice."""

    def __init__(self, name: str, everything: str, nobody: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nobody = nobody
        self.setAccessibleName(name)
        self.setFixedWidth(current_theme().px(_WIDTH))
        self.setSizeAdjustPolicy(QuietComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(everything, None)

    def offer(self, names: Iterable[str]) -> None:
        """Offer these names in their order, and keep the one that is chosen if it is still among them."""
        chosen = self.currentData()
        while self.count() > 1:
            self.removeItem(1)
        for name in dict.fromkeys(names):
            self.addItem(name or self._nobody, name)
        self.setCurrentIndex(max(self.findData(chosen), 0) if chosen is not None else 0)

    def lets_through(self, *names: str) -> bool:
        """Whether something under any of these names is to be shown."""
        return self.currentData() is None or self.currentData() in names
