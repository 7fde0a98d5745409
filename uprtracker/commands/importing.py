"""The command that reads documents into a dossier: each file is one action, and the result says what it did."""

import argparse
import sys
from pathlib import Path
from typing import Any

from uprtracker import api
from uprtracker.commands.output import note, print_json
from uprtracker.commands.reading import say_read_only
from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.services.importing import ImportPlan
from uprtracker.services.progress import SILENT, Progress
from uprtracker.services.text_plan import SOURCE as TEXT_SOURCE
from uprtracker.services.text_plan import TextPlan

_MOST_CHANGES = 20
"""So many changed recommendations are printed to a person one by one."""
_BETWEEN = "; "


def import_files(arguments: argparse.Namespace) -> int:
    """Each file is its own action; one refused does not hold back the others, and makes the exit status 2."""
    results: list[dict[str, Any]] = []
    status = 0
    with api.open_dossier(
        arguments.into, profile=arguments.profile, institution=arguments.institution, by=arguments.by
    ) as dossier:
        if arguments.dry_run:
            say_read_only(dossier)
        for file in arguments.files:
            try:
                plan = _read_and_apply(dossier, file, arguments)
            except (UserError, KeyboardInterrupt) as error:
                sentence = str(error) or _("{file} was stopped; nothing of it was written.").format(file=file)
                note(sentence)
                results.append({"file": Path(file).name, "applied": False, "error": sentence})
                status = 2
                continue
            results.append({**plan.to_json(), "file": Path(file).name, "applied": not arguments.dry_run})
            status = max(status, 1 if results[-1]["in_doubt"] else 0)
            if not arguments.json:
                _print_text(plan) if isinstance(plan, TextPlan) else _print_plan(plan)
                if arguments.dry_run:
                    print(_("Nothing was written."))
    if arguments.json:
        print_json(results[0] if len(results) == 1 else results)
    return status


def _read_and_apply(
    dossier: api.OpenDossier, file: str, arguments: argparse.Namespace
) -> ImportPlan | TextPlan:
    """Texts of resolutions are asked for by name; every other document is recognised by what it holds."""
    if arguments.source != TEXT_SOURCE:
        return dossier.import_file(
            file,
            source=arguments.source,
            mapping=arguments.mapping,
            dry_run=arguments.dry_run,
            progress=_progress(Path(file).name),
        )
    return dossier.import_text(
        file,
        instrument=arguments.instrument,
        title=arguments.title,
        version=arguments.text_version,
        description=arguments.description,
        dry_run=arguments.dry_run,
    )


def _progress(name: str) -> Progress:
    """A line that grows, for a person at a terminal only."""
    if not sys.stderr.isatty():
        return SILENT

    def tell(done: int, total: int) -> None:
        figures = f"{done:,} / {total:,}" if total else f"{done:,}"
        end = "\r" if done else "\r\033[K"
        print(f"{name}: {figures}", end=end, file=sys.stderr, flush=True)

    return Progress(tell)


def _print_plan(plan: ImportPlan) -> None:
    result = plan.to_json()
    if plan.questions:
        _print_questions(plan)
    else:
        heading = _("{file}: {state}, cycle {cycle}, session {session}, {symbol}").format(
            file=plan.path.name,
            state=result["state"],
            cycle=result["cycle"] or "?",
            session=result["session"] or "?",
            symbol=result["document_symbol"] or "?",
        )
        print(heading)
        print(
            _("{read} read: {new} new, {changed} changed, {equal} equal, {in_doubt} in doubt.").format(
                **{key: result[key] for key in ("read", "new", "changed", "equal", "in_doubt")}
            )
        )
    changed = plan.of_kind("changed")
    for record in changed[:_MOST_CHANGES]:
        for field, before, after in record.differences:
            print(f"  {record.record.label} {field}: {_change_in_words(before, after)}")
    if len(changed) > _MOST_CHANGES:
        print("  " + _("and {n} more").format(n=len(changed) - _MOST_CHANGES))
    for record in plan.of_kind("in_doubt"):
        print(f"  {record.record.label}: {record.record.in_doubt} ({record.record.place.where})")
    _print_warnings(result)


def _change_in_words(before: str, after: str) -> str:
    """What a list gained, or both values."""
    there = before.split(_BETWEEN) if before else []
    now = after.split(_BETWEEN)
    if there and now[: len(there)] == there:
        return "+ " + _BETWEEN.join(dict.fromkeys(now[len(there) :]))
    return f"{before or '-'} -> {after}"


def _print_questions(plan: ImportPlan) -> None:
    assert plan.questions is not None
    count = len(plan.questions.read.questions)
    words = ngettext(
        "{file}: {n} advance question, {new} new.", "{file}: {n} advance questions, {new} new.", count
    )
    print(words.format(file=plan.path.name, n=count, new=plan.new_questions))


def _print_text(plan: TextPlan) -> None:
    result = plan.to_json()
    print(_("{file}: {text}, {title}").format(file=plan.path.name, text=plan.name, title=plan.text.title))
    print(_("{read} paragraphs read: {new} new, {equal} equal.").format(**result))
    _print_warnings(result)


def _print_warnings(result: dict[str, Any]) -> None:
    for warning in result["warnings"]:
        note(f"{warning['where']}: {warning['message']}" if warning["where"] else warning["message"])
