"""How results are printed: JSON for scripts, plain lines for people. Only results go to standard output."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from uprtracker.i18n import _, ngettext
from uprtracker.services.change import ChangeSet


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 60) -> None:
    """Aligned columns; long cells are cut with an ellipsis."""
    cells = [[_short(cell, widest) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    for row in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def print_change(change: ChangeSet) -> int:
    """Say what an action did; returns the exit status."""
    if not change.changed:
        print(_("Nothing to change."))
    else:
        n = len(change.recommendations)
        print(
            f"{change.title}: "
            + ngettext("{n} recommendation changed.", "{n} recommendations changed.", n).format(n=n)
        )
    for name in change.created:
        print(_("Created the institution '{name}'.").format(name=name))
    for sentence in change.refused:
        note(sentence)
    return 1 if change.refused else 0


def note(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _short(text: str, widest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= widest else line[: widest - 1] + "…"
