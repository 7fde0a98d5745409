"""A concordance that a person made: a table with the columns from, to and basis, as a spreadsheet saves it."""

import csv
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.vocabulary.concordance import LONGEST_BASIS, LabelPair
from uprtracker.vocabulary.paragraph_label import parse_label

_COLUMNS = ("from", "to", "basis")
_MOST_BYTES = 1024 * 1024


def read_concordance(path: Path) -> tuple[LabelPair, ...]:
    """Read the table; rows with one label only say that the other text has no such paragraph, and are no pair.

    Columns may be parted by commas, semicolons or tabs. `UserError` names the line that cannot be read.
    """
    lines = _content(path).splitlines()
    head = lines[0] if lines else ""
    delimiter = max(",;\t", key=head.count)
    names = [name.strip().casefold() for name in head.split(delimiter)]
    if not set(_COLUMNS) <= set(names):
        sentence = _("'{file}' is no concordance: its first line must name the columns from, to and basis.")
        raise UserError(sentence.format(file=path.name))
    found: dict[LabelPair, None] = {}
    for place, row in enumerate(csv.reader(lines[1:], delimiter=delimiter), start=2):
        cells = dict(zip(names, row, strict=False))
        pair = _pair(path, place, {name: cells.get(name, "").strip() for name in _COLUMNS})
        if pair is not None:
            found[pair] = None
    if not found:
        raise UserError(_("'{file}' holds no pair of labels; write one on each line.").format(file=path.name))
    return tuple(found)


def _content(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            sentence = _("'{file}' is too large for a concordance; choose the table of labels.")
            raise UserError(sentence.format(file=path.name))
        return path.read_text("utf-8-sig")
    except OSError as error:
        sentence = _("'{file}' cannot be read ({reason}); check its name and your rights to it.")
        raise UserError(sentence.format(file=path, reason=error.strerror or error)) from error
    except UnicodeDecodeError as error:
        sentence = _("'{file}' is not written in UTF-8; save the table as 'CSV UTF-8'.")
        raise UserError(sentence.format(file=path.name)) from error


def _pair(path: Path, place: int, row: dict[str, str]) -> LabelPair | None:
    if not row["from"] or not row["to"]:
        return None
    try:
        first, second = str(parse_label(row["from"])), str(parse_label(row["to"]))
    except UserError as error:
        sentence = _("Line {line} of '{file}' cannot be read: {reason}")
        raise UserError(sentence.format(line=place, file=path.name, reason=error)) from error
    if not row["basis"] or len(row["basis"]) > LONGEST_BASIS:
        sentence = _("Line {line} of '{file}' must say in 1 to {limit} characters how the pair is known.")
        raise UserError(sentence.format(line=place, file=path.name, limit=LONGEST_BASIS))
    return LabelPair(first, second, row["basis"])
