"""What every page's wiring is to the workspace: when it is served, read and left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uprtracker.ui.dossier_session import DossierSession
    from uprtracker.ui.workspace import Workspace


class PageWiring(QObject):
    """Makes one page when it is first shown, and joins it to one dossier after another.

    The page asks by signals and shows what it is given; its wiring reads, and hands edits to `session.editing`.
    """

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.session: DossierSession | None = None
        self.page: QWidget = self.make_page()

    def make_page(self) -> QWidget:
        """The page, connected to the workspace; connections to a dossier are made in `serve`."""
        raise NotImplementedError

    def serve(self, session: "DossierSession") -> None:
        """Work with this dossier from now on. What is connected to the session ends with it."""
        self.session = session

    def show_actor(self) -> None:
        """Another person works now. `read` follows, so most pages have nothing to do here."""

    def read(self) -> None:
        """Read everything the page shows: called when it is seen and anything in the dossier has changed."""

    def leave(self) -> None:
        """Let go of the dossier before it is closed."""
        self.session = None
