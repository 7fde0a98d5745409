"""`suggest`: paragraph suggestions for a dossier's undecided recommendations, or for a table of texts."""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from uprtracker.commands.output import note, print_json, print_table
from uprtracker.commands.reading import open_for_reading
from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.suggestions import Suggestion, suggest


def suggest_paragraphs(arguments: argparse.Namespace) -> int:
    if bool(arguments.dossier) == bool(arguments.texts):
        raise UserError(_("Name either a dossier, or a table of texts with --texts FILE.csv."))
    found = list(_for_texts(Path(arguments.texts)) if arguments.texts else _for_dossier(arguments))
    if arguments.json:
        print_json(found)
        return 0
    lines = [
        (
            entry.get("number") or entry["id"],
            _yes(entry["concerns"]),
            s["label"],
            f"{s['score']:.2f}",
            s["reason"],
        )
        for entry in found
        for s in entry["suggestions"] or [{"label": "", "score": 0.0, "reason": ""}]
    ]
    print_table((_("No."), _("Concerns it"), _("Paragraph"), _("Score"), _("Reason")), lines, widest=80)
    note(_("Nothing is linked until a person confirms it."))
    return 0


def _for_dossier(arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    with open_for_reading(arguments) as dossier:
        suggester = dossier.dossier.suggesting.suggester()
        if not suggester.available:
            raise UserError(
                _("There are no suggestions for this dossier's text; they exist for the bundled one.")
            )
        for row in dossier.rows():
            if not row.decided:
                yield {"number": row.label, **_as_json(suggester.suggest(row))}


def _for_texts(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"id", "text"} <= set(reader.fieldnames or ()):
                raise UserError(
                    _("{file} needs a first line with the columns id and text.").format(file=path)
                )
            for line in reader:
                yield {"id": line["id"], **_as_json(suggest(line["text"] or ""))}
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            _("{file} cannot be read as a UTF-8 table; check its name and encoding.").format(file=path)
        ) from error


def _as_json(suggestion: Suggestion) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "concerns": suggestion.concerns,
        "suggestions": [
            {"label": str(s.label), "score": round(s.score, 3), "reason": s.reason}
            for s in suggestion.suggestions
        ],
    }
    if suggestion.unsupported_language:
        entry["note"] = _("There are no suggestions for this language.")
    return entry


def _yes(concerns: bool) -> str:
    return _("yes") if concerns else _("no")
