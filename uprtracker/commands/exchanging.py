"""Commands that send work out and take it back: workbooks, packages, and the merge of what returns."""

import argparse
from pathlib import Path
from typing import Any

from uprtracker import api
from uprtracker.commands.output import note, print_json
from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.services.change import ChangeSet
from uprtracker.services.merge_plan import Kind, MergePlan, PlannedCell, printed
from uprtracker.services.merging import chosen_cells


def workbook(arguments: argparse.Namespace) -> int:
    with _open(arguments, arguments.dossier) as dossier:
        sheet = dossier.workbook(
            arguments.ministry, arguments.to, language=arguments.language, audience=arguments.audience
        )
    n = len(sheet.rows)
    note(
        ngettext("Written: {file}, {n} recommendation.", "Written: {file}, {n} recommendations.", n).format(
            file=arguments.to, n=n
        )
    )
    _say_withheld(sheet.withheld)
    return 0


def package(arguments: argparse.Namespace) -> int:
    with _open(arguments, arguments.dossier) as dossier:
        made = dossier.package(
            arguments.recipient, arguments.to, government=arguments.government, audience=arguments.audience
        )
    note(
        _(
            "Written: {file}, {n} recommendations, {annotations} annotations, {assessments} assessments."
        ).format(
            file=arguments.to,
            n=made.recommendations,
            annotations=made.annotations,
            assessments=made.assessments,
        )
    )
    _say_withheld(made.withheld.total)
    if made.drafts:
        note(
            ngettext(
                "{n} draft status stays here until it is confirmed.",
                "{n} draft statuses stay here until they are confirmed.",
                made.drafts,
            ).format(n=made.drafts)
        )
    return 0


def _say_withheld(n: int) -> None:
    if n:
        note(
            ngettext(
                "{n} item is above the audience and was left out.",
                "{n} items are above the audience and were left out.",
                n,
            ).format(n=n)
        )


def merge(arguments: argparse.Namespace) -> int:
    """Each file is its own action; one refused does not hold back the others, and makes the exit status 2."""
    results: list[dict[str, Any]] = []
    status = 0
    with _open(arguments, arguments.into) as dossier:
        for file in arguments.files:
            try:
                plan, change = dossier.merge(file, dry_run=arguments.dry_run, prefer=arguments.prefer)
            except UserError as error:
                note(str(error))
                results.append({"file": Path(file).name, "applied": 0, "conflicts": [], "error": str(error)})
                status = 2
                continue
            applied = 0 if change is None else len(chosen_cells(plan, arguments.prefer, {}))
            result = plan.to_json(applied, arguments.prefer)
            results.append({**result, "file": Path(file).name})
            refused = change.refused if change else ()
            status = max(status, 1 if result["conflicts"] or result["in_doubt"] or refused else 0)
            for sentence in refused:
                note(sentence)
            if not arguments.json:
                _print_plan(plan, result, change)
    if arguments.json:
        print_json(results[0] if len(results) == 1 else results)
    return status


def _open(arguments: argparse.Namespace, location: str) -> api.OpenDossier:
    return api.open_dossier(
        location, profile=arguments.profile, institution=arguments.institution, by=arguments.by
    )


def _print_plan(plan: MergePlan, result: dict[str, Any], change: ChangeSet | None) -> None:
    print(
        _(
            "{file}: {ministry}, {read} rows read: {changed} changed, {equal} equal, {in_doubt} in doubt."
        ).format(
            file=plan.path.name,
            ministry=plan.ministry,
            **{k: result[k] for k in ("read", "changed", "equal", "in_doubt")},
        )
    )
    for cell in plan.of_kind(Kind.THEIRS):
        _print_cell(cell, _("{base} -> {theirs}"))
    if result["conflicts"]:
        for cell in plan.of_kind(Kind.CONFLICT):
            _print_cell(cell, _("conflict: it was {base}, is {ours}, they say {theirs}"))
    for cell in plan.of_kind(Kind.CLEARED):
        _print_cell(cell, _("emptied by them, still {ours}"))
    for notice in (*plan.in_doubt, *plan.warnings):
        note(f"{notice.where}: {notice.message}" if notice.where else notice.message)
    if change is None:
        print(_("Nothing was written."))
    elif not change.changed:
        print(_("Nothing to change."))


def _print_cell(cell: PlannedCell, words: str) -> None:
    values = {name: _short(printed(cell.field, getattr(cell, name))) for name in ("base", "ours", "theirs")}
    print(f"  {cell.number} {cell.field}: {words.format(**values)}")


def _short(text: str) -> str:
    line = " ".join(text.split()) or "-"
    return line if len(line) <= 60 else line[:59] + "…"
