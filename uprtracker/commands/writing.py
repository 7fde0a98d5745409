"""Commands that change a dossier; each is one action, and refused ones change nothing."""

import argparse
from pathlib import Path

from uprtracker import api
from uprtracker.commands.output import note, print_change
from uprtracker.errors import UserError
from uprtracker.i18n import _
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
        vault = dossier.dossier.store.vault
        had_key = vault.path.exists()
        change = dossier.annotate(
            *arguments.numbers,
            text=arguments.text,
            assessment=arguments.assessment,
            confidentiality=arguments.confidentiality,
            cycle=arguments.cycle,
        )
    if not had_key and vault.path.exists():
        note(
            _(
                "The note is sealed with the key in '{file}': keep a copy of it, and give it to nobody."
            ).format(file=vault.path)
        )
    return print_change(change)


def _warn_of_names(text: str, level: str) -> None:
    """Everyone may read a public text; a level left open is not public."""
    if level and parse_confidentiality(level) is Confidentiality.PUBLIC and (warning := warning_about(text)):
        note(warning)


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
