"""The window's actions as data: words, keys, menus. What they do is connected in `main_window`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from uprtracker.i18n import LANGUAGES, OWN_NAMES, _
from uprtracker.ui.page_registry import PAGES
from uprtracker.ui.shape_painter import status_icon
from uprtracker.ui.theme import THEMES
from uprtracker.vocabulary.status import Status

Key = QKeySequence.StandardKey

SEPARATOR = ""
RECENT, STATUSES, LANGUAGES_MENU = "recent", "statuses", "languages"
"""Places of a menu that are filled with a submenu."""


@dataclass(frozen=True)
class ActionSpec:
    """One action: its words with their access key, and the keys that trigger it."""

    words: str
    keys: str | Key = ""
    checkable: bool = False


def _page_actions() -> dict[str, ActionSpec]:
    return {f"page_{page.key}": ActionSpec(page.menu_words, page.shortcut, checkable=True) for page in PAGES}


def action_specs() -> dict[str, ActionSpec]:
    """All actions by key, in the language of the screen; the object name of each is `KEY_action`."""
    return {
        "new": ActionSpec(_("&New dossier…"), Key.New),
        "open": ActionSpec(_("&Open…"), Key.Open),
        "sample": ActionSpec(_("Open the &sample")),
        "clear_recent": ActionSpec(_("&Clear this list")),
        "import": ActionSpec(_("&Import…"), "Ctrl+I"),
        "export": ActionSpec(_("&Export…"), "Ctrl+E"),
        "workbooks": ActionSpec(_("&Workbooks for ministries…"), "Ctrl+B"),
        "package": ActionSpec(_("Make a &package…")),
        "copy_out": ActionSpec(_("Cop&y for a colleague…")),
        "merge": ActionSpec(_("&Merge what came back…"), "Ctrl+Shift+B"),
        "snapshot": ActionSpec(_("&Take a snapshot…")),
        "close": ActionSpec(_("C&lose dossier"), Key.Close),
        "quit": ActionSpec(_("&Quit"), "Ctrl+Q"),
        "undo": ActionSpec(_("&Undo"), Key.Undo),
        "redo": ActionSpec(_("&Redo"), "Ctrl+Shift+Z"),
        "copy": ActionSpec(_("&Copy rows"), "Ctrl+Shift+C"),
        "find": ActionSpec(_("&Find"), Key.Find),
        "select_all": ActionSpec(_("Select &all")),
        "lead": ActionSpec(_("Set &lead ministry…"), "Ctrl+L"),
        "supporting": ActionSpec(_("Add supportin&g ministry…"), "Ctrl+Shift+L"),
        "due": ActionSpec(_("Set &due date…"), "Ctrl+D"),
        "same": ActionSpec(_("T&he same for others…"), "Ctrl+J"),
        "measure": ActionSpec(_("Add a &measure…"), "Ctrl+Shift+N"),
        "evidence": ActionSpec(_("Add ev&idence…"), "Ctrl+Shift+E"),
        "not_ours": ActionSpec(_("N&ot ours…"), "Ctrl+Shift+O"),
        "validate": ActionSpec(_("&Validate drafts"), "Ctrl+T"),
        "send_back": ActionSpec(_("Send drafts &back…"), "Ctrl+Shift+T"),
        "link": ActionSpec(_("Link to a &paragraph…"), "Ctrl+K"),
        "concerns_none": ActionSpec(_("Concer&ns no paragraph")),
        "annotate": ActionSpec(_("Annotat&e…"), "Ctrl+M"),
        **_page_actions(),
        "paragraph": ActionSpec(_("Text of the linked &paragraph"), "Ctrl+R"),
        "rail": ActionSpec(_("&Left rail"), "F3", checkable=True),
        "details": ActionSpec(_("&Details"), "F4", checkable=True),
        "compact": ActionSpec(_("&Compact rows"), "Ctrl+Shift+M", checkable=True),
        "columns": ActionSpec(_("C&olumns…")),
        "theme_system": ActionSpec(_("Theme of the &system"), checkable=True),
        "theme_light": ActionSpec(_("Li&ght theme"), checkable=True),
        "theme_dark": ActionSpec(_("Dar&k theme"), checkable=True),
        "institutions": ActionSpec(_("&Institutions…"), "Ctrl+Shift+I"),
        "texts": ActionSpec(_("&Texts of instruments…")),
        "private_notes": ActionSpec(_("&Private notes…")),
        "matches": ActionSpec(_("&Matches to confirm…"), "Ctrl+Shift+U"),
        "reconcile": ActionSpec(_("Check the &sums of a review…")),
        "word_count": ActionSpec(_("&Count words…")),
        "backups": ActionSpec(_("&Backups…")),
        "history_key": ActionSpec(_("&Key of the history…")),
        "shortcuts": ActionSpec(_("&Keyboard shortcuts"), "F1"),
        "about": ActionSpec(_("&About UPR Tracker")),
    }


def menu_plan() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The menus with the keys of their actions."""
    pages = tuple(f"page_{page.key}" for page in PAGES)
    themes = tuple(f"theme_{name}" for name in THEMES)
    return (
        (
            _("&File"),
            (
                *("new", "open", RECENT, "sample", SEPARATOR),
                *("import", "export", "snapshot", SEPARATOR),
                *("workbooks", "package", "copy_out", "merge", SEPARATOR, "close", "quit"),
            ),
        ),
        (
            _("&Edit"),
            (
                *("undo", "redo", SEPARATOR, "copy", "find", "select_all", SEPARATOR),
                *(STATUSES, "same", "due", "measure", "evidence", SEPARATOR),
                *("lead", "supporting", "not_ours", SEPARATOR, "validate", "send_back", SEPARATOR),
                *("link", "concerns_none", "annotate"),
            ),
        ),
        (
            _("&View"),
            (
                *pages,
                "paragraph",
                SEPARATOR,
                "rail",
                "details",
                "compact",
                "columns",
                SEPARATOR,
                *themes,
                LANGUAGES_MENU,
            ),
        ),
        (
            _("&Tools"),
            (
                *("institutions", "texts", "private_notes", SEPARATOR),
                *("matches", "reconcile", "word_count", SEPARATOR, "backups", "history_key"),
            ),
        ),
        (_("&Help"), ("shortcuts", "about")),
    )


NEEDS_DOSSIER = frozenset(
    (
        *(
            "export",
            "close",
            "find",
            "select_all",
            "rail",
            "details",
            "compact",
            "columns",
            "import",
            "snapshot",
        ),
        *(f"page_{page.key}" for page in PAGES),
        *(
            "paragraph",
            "institutions",
            "texts",
            "private_notes",
            "matches",
            "reconcile",
            "backups",
            "workbooks",
            "package",
            "copy_out",
            "merge",
        ),
    )
)
EDITS = (
    *("same", "due", "measure", "evidence", "lead", "supporting", "not_ours", "validate", "send_back"),
    *("link", "concerns_none", "annotate"),
)
NEEDS_SELECTION = frozenset(("copy", *EDITS))
WRITES = frozenset(
    ("import", "snapshot", "workbooks", "package", "copy_out", "merge", "undo", "redo", *EDITS)
)


class WindowActions(QObject):
    """The `QAction` of each key, and the menus."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions = {key: _made(window, key, spec) for key, spec in action_specs().items()}
        self.recent_menu = QMenu(_("Open &recent"), window)
        self.status_menu = QMenu(_("Set &status"), window)
        self.language_menu = QMenu(_("La&nguage"), window)
        for code in LANGUAGES:
            self.language_menu.addAction(OWN_NAMES[code]).setData(code)
        self._statuses = _status_actions(self.status_menu)
        group = QActionGroup(self)
        for name in THEMES:
            group.addAction(self[f"theme_{name}"])
        self.pages = QActionGroup(self)
        for page in PAGES:
            self[f"page_{page.key}"].setData(page.key)
            self.pages.addAction(self[f"page_{page.key}"])
        for title, keys in menu_plan():
            menu = window.menuBar().addMenu(title)
            self._fill(menu, keys)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def allow(
        self,
        *,
        dossier: bool,
        selection: bool,
        writable: bool,
        content: bool,
        refusals: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Enable what can be done now: with a dossier, with rows selected, where it may be changed, with rows at all.

        `refusals` says what the profile of the person cannot do, and why.
        """
        for key, action in self._actions.items():
            if key in ("undo", "redo"):
                continue
            wrong = (
                (key in NEEDS_DOSSIER and not dossier)
                or (key in NEEDS_SELECTION and not selection)
                or (key in WRITES and not writable)
                or (key == "export" and not content)
                or key in refusals
            )
            action.setEnabled(not wrong)
            action.setStatusTip(refusals.get(key, ""))
        self.status_menu.setEnabled(selection and writable and "status" not in refusals)

    def list_recent(self, locations: Sequence[str]) -> None:
        """Fill the menu of the dossiers opened last."""
        self.recent_menu.clear()
        for location in locations:
            self.recent_menu.addAction(location.replace("&", "&&")).setData(location)
        if locations:
            self.recent_menu.addSeparator()
            self.recent_menu.addAction(self["clear_recent"])

    def name_undo(self, undone: str | None, redone: str | None) -> None:
        """Say what undo and redo would do: `Undo: Set status of 140.12 to In progress`; `None` where there is nothing."""
        for key, words, title in (("undo", _("Undo"), undone), ("redo", _("Redo"), redone)):
            # Qt reads a single ampersand as the mark of an access key
            self[key].setText(f"&{words}: {title.replace('&', '&&')}" if title else f"&{words}")
            self[key].setEnabled(title is not None)

    def edit_menu(self, title: str, parent: QWidget) -> QMenu:
        """The context menu of rows; `title` says of which status is set."""
        menu = QMenu(parent)
        statuses = menu.addMenu(title)
        statuses.setEnabled(self.status_menu.isEnabled())
        statuses.addActions(self._statuses)
        for key in (
            "same",
            "due",
            "measure",
            "evidence",
            SEPARATOR,
            "lead",
            "supporting",
            "not_ours",
            SEPARATOR,
            "validate",
            "send_back",
            SEPARATOR,
            "link",
            "concerns_none",
            "annotate",
            SEPARATOR,
            "copy",
        ):
            menu.addAction(self[key]) if key else menu.addSeparator()
        return menu

    def _fill(self, menu: QMenu, keys: tuple[str, ...]) -> None:
        for key in keys:
            if key == SEPARATOR:
                menu.addSeparator()
            elif key == RECENT:
                menu.addMenu(self.recent_menu)
            elif key == STATUSES:
                menu.addMenu(self.status_menu)
            elif key == LANGUAGES_MENU:
                menu.addMenu(self.language_menu)
            else:
                menu.addAction(self[key])


def _made(window: QMainWindow, key: str, spec: ActionSpec) -> QAction:
    action = QAction(spec.words, window)
    action.setObjectName(f"{key}_action")
    action.setCheckable(spec.checkable)
    if isinstance(spec.keys, Key):
        action.setShortcuts(spec.keys)
    elif spec.keys:
        action.setShortcut(QKeySequence(spec.keys))
    window.addAction(action)
    return action


def _status_actions(menu: QMenu) -> list[QAction]:
    actions = []
    for status in Status:
        action = menu.addAction(status_icon(status), status.label)
        action.setData(status)
        actions.append(action)
    return actions
