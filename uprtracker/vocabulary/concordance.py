"""Which paragraph of one text version answers to which of another: pairs of labels, and those that ship as data.

A concordance says nothing about wording; `basis` says how each pair is known.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.paths import resource

LONGEST_BASIS = 200


@dataclass(frozen=True)
class LabelPair:
    """A label of the first text, that of the second which answers to it, and how that is known."""

    first: str
    second: str
    basis: str

    @property
    def turned(self) -> "LabelPair":
        return LabelPair(self.second, self.first, self.basis)


@dataclass(frozen=True)
class BundledConcordance:
    """Pairs that ship with the program. `to_versions` are names under which the second text may be in a dossier."""

    instrument: str
    version: str
    to_versions: tuple[str, ...]
    file: str

    def pairs(self) -> tuple[LabelPair, ...]:
        """The pairs of the data file; paragraphs that stand in one text only have none."""
        with resource("resolutions", self.file).open(encoding="utf-8", newline="") as file:
            return tuple(
                LabelPair(row["here"], row["adopted"], _basis(row))
                for row in csv.DictReader(file)
                if row["here"] and row["adopted"]
            )


BUNDLED = (
    BundledConcordance(
        "human-rights-defenders",
        "draft-70",
        ("A/RES/70/161", "70/161", "adopted"),
        "concordance-draft-70-adopted.csv",
    ),
)


def turned(pairs: Iterable[LabelPair]) -> tuple[LabelPair, ...]:
    """The same concordance read from the second text."""
    return tuple(pair.turned for pair in pairs)


def _basis(row: dict[str, str]) -> str:
    inferred = "; " + _("inferred by counting") if row["seen"] == "inferred" else ""
    return row["note"] + inferred
