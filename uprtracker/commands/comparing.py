"""`compare`: what became of the recommendations of one cycle in the next."""

import argparse
from collections import Counter

from uprtracker.commands.output import note, print_json, print_table
from uprtracker.commands.reading import open_for_reading
from uprtracker.i18n import _
from uprtracker.vocabulary.cycle_comparison import Outcome


def compare(arguments: argparse.Namespace) -> int:
    """Pairs are proposals; those that a person has confirmed are marked."""
    earlier, later = arguments.cycles
    with open_for_reading(arguments) as dossier:
        if arguments.json:
            print_json({"pairs": dossier.compare(earlier, later)})
            return 0
        found = dossier.dossier.comparing.compare(earlier, later)
    lines = [
        (
            pair.kind.label,
            pair.earlier.label if pair.earlier else "",
            pair.later.label if pair.later else "",
            f"{pair.score:.2f}" if pair.score else "",
            _("confirmed") if pair.confirmed else "",
            (pair.later or pair.earlier).text,  # type: ignore[union-attr]
        )
        for pair in found.pairs
    ]
    header = (
        "",
        _("Cycle {value}").format(value=earlier),
        _("Cycle {value}").format(value=later),
        _("Likeness"),
        "",
        _("Recommendation"),
    )
    print_table(header, lines)
    sums = Counter(found.counts)
    note(", ".join(f"{outcome.label}: {sums[outcome]}" for outcome in Outcome))
    return 0
