"""The products of the catalogue to choose from, under what they are for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStandardItem
from PySide6.QtWidgets import QWidget

from uprtracker.exporters.catalogue import PRODUCTS, Product, find_product
from uprtracker.exporters.purpose import Purpose
from uprtracker.i18n import _
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.theme import CAPTION, current_theme


class ProductChoice(QuietComboBox):
    """Headings cannot be chosen; the first product is chosen at the start."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("product_field")
        self.setAccessibleName(_("Report"))
        self.setMaxVisibleItems(24)
        for purpose in Purpose:
            products = [product for product in PRODUCTS if product.purpose is purpose]
            if products:
                self.model().appendRow(_heading(purpose))
            for product in products:
                self.addItem(product.title, product.id)
        self.choose(PRODUCTS[0].id)

    def product(self) -> Product:
        return find_product(str(self.currentData()))

    def choose(self, product: str) -> None:
        """Choose a product by its name on the command line."""
        self.setCurrentIndex(self.findData(product))


def _heading(purpose: Purpose) -> QStandardItem:
    theme = current_theme()
    item = QStandardItem(purpose.label)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(theme.font(CAPTION, QFont.Weight.DemiBold))
    item.setForeground(theme.colour("tertiary"))
    return item
