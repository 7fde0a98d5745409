"""The place of a page in the window: found by its name at once, filled when it is first seen, read again when stale."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from uprtracker.ui.page_registry import PageSpec
from uprtracker.ui.page_wiring import PageWiring

if TYPE_CHECKING:
    from uprtracker.ui.dossier_session import DossierSession
    from uprtracker.ui.workspace import Workspace


class PagePlace(QWidget):
    """Pages that nobody looks at cost neither time at the start nor reading after an edit."""

    def __init__(self, spec: PageSpec, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self.setObjectName(spec.object_name)
        self.setAccessibleName(spec.title)
        self._spec = spec
        self._workspace = workspace
        self._wiring: PageWiring | None = None
        self._session: DossierSession | None = None
        self._stale = True
        self._fill = QVBoxLayout(self)
        self._fill.setContentsMargins(0, 0, 0, 0)

    @property
    def wiring(self) -> PageWiring:
        """The page's wiring, made now if it was not needed before."""
        if self._wiring is None:
            self._wiring = self._spec.wiring_class()(self._workspace)
            if self._session is not None:
                self._wiring.serve(self._session)
            self._fill_with(self._wiring.page)
        return self._wiring

    def _fill_with(self, page: QWidget) -> None:
        """The page takes over the names by which it has been found so far."""
        page.setObjectName(self.objectName())
        page.setAccessibleName(self.accessibleName())
        self.setObjectName("")
        self.setAccessibleName("")
        self._fill.addWidget(page)
        self._fill.activate()
        page.show()

    def serve(self, session: "DossierSession") -> None:
        """Show this dossier from now on."""
        self._session = session
        session.rows.changed.connect(self.mark_stale)
        session.rows.replaced.connect(self.mark_stale)
        if self._wiring is not None:
            self._wiring.serve(session)
        self.mark_stale()

    def show_actor(self) -> None:
        if self._wiring is not None:
            self._wiring.show_actor()
        self.mark_stale()

    def leave(self) -> None:
        """Show nothing of the dossier any more."""
        self._session = None
        if self._wiring is not None:
            self._wiring.leave()

    @Slot()
    def mark_stale(self) -> None:
        """Something in the dossier has changed: the page is read now if it is seen, else when it is."""
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if self._session is not None and self._stale:
            self._stale = False
            self.wiring.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
