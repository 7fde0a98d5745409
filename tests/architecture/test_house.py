"""The house's own rules: sizes, no Qt below the window, no lambda kept by a signal, no untranslatable text."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "uprtracker"
FILES = sorted(path for path in ROOT.rglob("*.py") if "migrations/versions" not in path.as_posix())
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_files_and_functions_stay_small() -> None:
    long_files = {
        str(p.relative_to(ROOT)): n for p in FILES if (n := len(p.read_text().splitlines())) > LONGEST_FILE
    }
    long_functions = {
        f"{p.relative_to(ROOT)}:{f.name}": n
        for p in FILES
        for f in functions(p)
        if (n := (f.end_lineno or f.lineno) - f.lineno + 1) > LONGEST_FUNCTION
    }
    assert (long_files, long_functions) == ({}, {})


def test_every_module_says_what_lives_in_it() -> None:
    assert [str(p) for p in FILES if not ast.get_docstring(tree_of(p))] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "core", "base_utils"}
    assert [str(p) for p in FILES if p.stem in drawers] == []


def test_no_lambda_is_kept_by_a_signal() -> None:
    """A lambda or partial in connect() that holds a widget keeps it alive for ever."""
    kept = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]
    assert kept == []


def test_translated_texts_are_literals() -> None:
    """An f-string, a sum or a formatted text inside `_()` is never found in a catalogue."""
    broken = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert broken == []


def test_errors_are_not_swallowed() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
        and all(isinstance(statement, ast.Pass) for statement in node.body)
    ]
    assert silent == []


WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt must not be needed here: " + name)

sys.meta_path.insert(0, NoQt())
import pytest
sys.exit(pytest.main(["-q", "-p", "no:pytest-qt", "-p", "no:cacheprovider", "-o", "addopts=",
    "-o", "qt_api=", "-o", "qt_log_level_fail=", "-o", "qt_log_ignore=", "-W", "ignore::pytest.PytestConfigWarning",
    *sys.argv[1:]]))
"""


@pytest.mark.slow
def test_everything_below_the_window_works_without_qt(tmp_path: Path) -> None:
    tests = ROOT.parent / "tests"
    below = [
        str(tests / folder)
        for folder in ("services/test_tracking.py", "commands/test_cli.py", "exporters/test_status_report.py")
    ]
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *below],
        capture_output=True,
        text=True,
        cwd=ROOT.parent,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-3000:]


def test_the_command_line_starts_without_the_database() -> None:
    """`--version`, `--help` and a refused word must not wait for SQLAlchemy, openpyxl, reportlab or Qt."""
    heavy = "sqlalchemy alembic openpyxl reportlab PySide6 docx".split()
    code = f"import sys, uprtracker.cli as c; c.build_parser(); print([m for m in {heavy!r} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
