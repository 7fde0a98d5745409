"""Commands that change a dossier; each is one action, and refused ones change nothing."""

import argparse
from pathlib import Path
from typing import Any

from uprtracker import api
from uprtracker.commands.output import note, print_change, print_json
from uprtracker.commands.reading import say_read_only
from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.importing import ImportPlan
from uprtracker.services.text_plan import SOURCE as TEXT_SOURCE
from uprtracker.services.text_plan import TextPlan
from uprtracker.vocabulary.confidentiality import Confidentiality, parse_confidentiality
from uprtracker.vocabulary.person_at_risk import warning_about


def _open(arguments: argparse.Namespace) -> api.OpenDossier:
    return api.open_dossier(
        arguments.dossier, profile=arguments.profile, institution=arguments.institution, by=arguments.by
    )


def new(arguments: argparse.Namespace) -> int:
    with api.new_dossier(
        arguments.dossier,
        state=arguments.state,
        profile=arguments.profile,
        institution=arguments.institution,
        by=arguments.by,
    ):
        pass
    print(_("Created {dossier}.").format(dossier=arguments.dossier))
    return 0


def set_fields(arguments: argparse.Namespace) -> int:
    with _open(arguments) as dossier:
        change = dossier.set(
            *arguments.numbers,
            status=arguments.status,
            lead=arguments.lead,
            supporting=arguments.supporting,
            due=arguments.due,
            comment=arguments.comment,
            link=arguments.link,
            unlink=arguments.unlink,
            none=arguments.none,
            text=arguments.text,
            cycle=arguments.cycle,
        )
    _warn_of_names(arguments.comment, Confidentiality.PUBLIC.value)
    return print_change(change)


def validate(arguments: argparse.Namespace) -> int:
    with _open(arguments) as dossier:
        return print_change(dossier.validate(*arguments.numbers, cycle=arguments.cycle))


def progress(arguments: argparse.Namespace) -> int:
    _warn_of_names(arguments.text, arguments.confidentiality)
    with _open(arguments) as dossier:
        return print_change(
            dossier.progress(
                *arguments.numbers,
                text=arguments.text,
                on=arguments.on,
                confidentiality=arguments.confidentiality,
                cycle=arguments.cycle,
            )
        )


def evidence(arguments: argparse.Namespace) -> int:
    _warn_of_names(f"{arguments.title}\n{arguments.quote}", arguments.confidentiality)
    with _open(arguments) as dossier:
        return print_change(
            dossier.evidence(
                arguments.number,
                title=arguments.title,
                symbol=arguments.symbol,
                paragraph=arguments.paragraph,
                quote=arguments.quote,
                link=arguments.link,
                file=arguments.file,
                confidentiality=arguments.confidentiality,
                cycle=arguments.cycle,
            )
        )


def annotate(arguments: argparse.Namespace) -> int:
    _warn_of_names(arguments.text, arguments.confidentiality)
    with _open(arguments) as dossier:
        return print_change(
            dossier.annotate(
                *arguments.numbers,
                text=arguments.text,
                assessment=arguments.assessment,
                confidentiality=arguments.confidentiality,
                cycle=arguments.cycle,
            )
        )


def _warn_of_names(text: str, level: str) -> None:
    """Everyone may read a public text; a level left open is not public."""
    if level and parse_confidentiality(level) is Confidentiality.PUBLIC and (warning := warning_about(text)):
        note(warning)


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
            except UserError as error:
                note(str(error))
                results.append({"file": Path(file).name, "applied": False, "error": str(error)})
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
        return dossier.import_file(file, source=arguments.source, dry_run=arguments.dry_run)
    return dossier.import_text(
        file,
        instrument=arguments.instrument,
        title=arguments.title,
        version=arguments.text_version,
        description=arguments.description,
        dry_run=arguments.dry_run,
    )


def _print_plan(plan: ImportPlan) -> None:
    result = plan.to_json()
    heading = _("{file}: {state}, cycle {cycle}, session {session}, {symbol}").format(
        file=plan.path.name,
        state=result["state"],
        cycle=result["cycle"] or "?",
        session=result["session"] or "?",
        symbol=result["document_symbol"],
    )
    print(heading)
    print(
        _("{read} read: {new} new, {changed} changed, {equal} equal, {in_doubt} in doubt.").format(
            **{key: result[key] for key in ("read", "new", "changed", "equal", "in_doubt")}
        )
    )
    for record in plan.of_kind("changed"):
        for field, before, after in record.differences:
            print(f"  {record.record.label} {field}: {before or '-'} -> {after}")
    for record in plan.of_kind("in_doubt"):
        print(f"  {record.record.label}: {record.record.in_doubt} ({record.record.place.where})")
    _print_warnings(result)


def _print_text(plan: TextPlan) -> None:
    result = plan.to_json()
    print(_("{file}: {text}, {title}").format(file=plan.path.name, text=plan.name, title=plan.text.title))
    print(_("{read} paragraphs read: {new} new, {equal} equal.").format(**result))
    _print_warnings(result)


def _print_warnings(result: dict[str, Any]) -> None:
    for warning in result["warnings"]:
        note(f"{warning['where']}: {warning['message']}" if warning["where"] else warning["message"])


def migrate(arguments: argparse.Namespace) -> int:
    from uprtracker.services.dossier import migrate as migrate_dossier

    backup = migrate_dossier(arguments.dossier)
    print(
        _("Migrated; the backup is {backup}.").format(backup=backup) if backup else _("Up to date already.")
    )
    return 0


def snapshot(arguments: argparse.Namespace) -> int:
    with _open(arguments) as dossier:
        dossier.snapshot(arguments.name)
    print(_("Snapshot '{name}' taken.").format(name=arguments.name))
    return 0


def _require_sample(path: Path) -> None:
    with api.open_dossier(path) as dossier:
        if not dossier.dossier.query.info().sample:
            raise UserError(
                _("{path} is there already and is no sample dossier; choose another name.").format(path=path)
            )


def demo(arguments: argparse.Namespace) -> int:
    from uprtracker.services.sample import create_sample, default_sample_path

    path = Path(arguments.to) if arguments.to else default_sample_path()
    if path.exists():
        _require_sample(path)
        note(_("{path} is there already and is kept as it is.").format(path=path))
    else:
        create_sample(str(path)).close()
    print(_("Sample dossier: {path}").format(path=path))
    if arguments.no_window:
        return 0
    from uprtracker.app import run

    return run(str(path))
