"""What a screen reader and a keyboard find: every control has a name, every menu its own access keys."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import select
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.page_registry import PAGES
from uprtracker.ui.window_action import action_specs, menu_plan

ROLES = QAccessible.Role
CONTROLS = {
    ROLES.Button,
    ROLES.ButtonMenu,
    ROLES.CheckBox,
    ROLES.RadioButton,
    ROLES.ComboBox,
    ROLES.EditableText,
    ROLES.SpinBox,
    ROLES.PageTab,
    ROLES.PageTabList,
    ROLES.Table,
    ROLES.Tree,
    ROLES.List,
    ROLES.ProgressBar,
    ROLES.MenuItem,
}
# views hold a cell for each row: their names are the item models' business, tested there
WITHOUT_CHILDREN = {ROLES.Table, ROLES.Tree, ROLES.List}
NAMES = """recommendation_table paragraph_tree search_field filter_bar details_panel status_field lead_field
annotation_field undo_action redo_action import_action export_action"""


def unnamed(widget: QWidget) -> list[str]:
    """Visible controls below a widget that have no name."""
    found: list[str] = []

    def walk(interface: QAccessibleInterface, path: str) -> None:
        state = interface.state()
        role = interface.role()
        here = f"{path}/{interface.object().metaObject().className() if interface.object() else role}"
        if role in CONTROLS and not state.invisible and not interface.text(QAccessible.Text.Name).strip():
            found.append(here)
        if role not in WITHOUT_CHILDREN and not state.invisible:
            for number in range(interface.childCount()):
                if child := interface.child(number):
                    walk(child, here)

    walk(QAccessible.queryAccessibleInterface(widget), "")
    return found


def test_every_control_of_the_window_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "115.8")
    qtbot.wait(100)
    window.messages.show_news("Done.", "Undo", "undo")
    assert unnamed(window) == []


def test_every_control_of_the_welcome_page_has_a_name(empty_window: MainWindow) -> None:
    empty_window.welcome.show_recent(["/tmp/a.uprt", "/tmp/b.uprt"])
    assert unnamed(empty_window) == []


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_every_control_of_a_page_has_a_name(window: MainWindow, key: str, qtbot: QtBot) -> None:
    window.workspace.show_page(key)
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.wait(60)
    assert unnamed(window) == []


@pytest.mark.parametrize(
    "key",
    [
        *("shortcuts", "about", "snapshot", "lead", "due", "annotate"),
        *("supporting", "measure", "evidence", "same", "institutions", "workbooks", "copy_out"),
        *("matches", "reconcile"),
    ],
)
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, key: str, qtbot: QtBot) -> None:
    select(window, "115.8", "115.9")
    window.acts[key].trigger()
    (dialog,) = window.findChildren(QDialog)
    assert unnamed(dialog) == []
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))


@pytest.mark.parametrize("name", NAMES.split())
def test_names_that_scripts_rely_on(window: MainWindow, name: str) -> None:
    assert len(window.findChildren(object_of(name), name)) == 1


def object_of(name: str) -> type:
    from PySide6.QtGui import QAction

    return QAction if name.endswith("_action") else QWidget


def access_key(words: str) -> str:
    found = re.search(r"&(\w)", words)
    return found[1].casefold() if found else ""


def test_access_keys_are_unique_in_each_menu() -> None:
    specs = action_specs()
    titles = [access_key(title) for title, _keys in menu_plan()]
    assert len(set(titles)) == len(titles)
    submenus = {"recent": "r", "statuses": "s", "languages": "n"}
    for title, keys in menu_plan():
        used = [submenus.get(key) or access_key(specs[key].words) for key in keys if key]
        assert len(set(used)) == len(used), (title, used)
        assert all(used), (title, used)


def test_keys_of_actions_are_unique(window: MainWindow) -> None:
    keys = [k.toString() for action in window.acts for k in action.shortcuts()]
    assert len(set(keys)) == len(keys)


def test_tab_leads_through_the_window_and_out_of_the_table(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(100)
    window.head.search.setFocus()
    seen: list[str] = []
    for _step in range(60):
        widget = window.focusWidget()
        seen.append(widget.objectName() or widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        if window.focusWidget() is window.head.search:
            break
    else:
        pytest.fail(f"no way back to the search field: {seen}")
    for name in ("paragraph_tree", "recommendation_table", "status_field"):
        assert name in seen
