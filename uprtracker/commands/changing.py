"""The command that tells what moved between two moments."""

import argparse

from uprtracker.commands.output import note, print_json, print_table
from uprtracker.commands.reading import open_for_reading
from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.change_report import FIELDS, change_to_json, value_words


def show_changes(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as dossier:
        report = dossier.dossier.changes.between(arguments.since)
    if arguments.json:
        print_json([change_to_json(change) for change in report.changes])
        return 0
    lines = [
        (
            change.number,
            _(FIELDS[change.field]),
            value_words(change.before),
            value_words(change.after),
            change.by,
            change.at.strftime("%Y-%m-%d %H:%M") if change.at else "",
        )
        for change in report.changes
    ]
    print_table((_("No."), _("What"), _("From"), _("To"), _("By"), _("When")), lines, widest=40)
    n = len(lines)
    note(
        ngettext("{n} change since {moment}", "{n} changes since {moment}", n).format(
            n=n, moment=report.since.words
        )
    )
    return 0
