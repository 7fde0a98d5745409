"""A parsed resolution as a text version that a dossier can hold, with labels and addressees that a person has reviewed."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.resolution import ParsedParagraph, ParsedResolution
from uprtracker.vocabulary.addressee import Addressee
from uprtracker.vocabulary.instrument import (
    LONGEST_SHORT_LABEL,
    InstrumentFootnote,
    InstrumentParagraph,
    InstrumentText,
    gap_units,
)
from uprtracker.vocabulary.paragraph_label import parse_label


@dataclass(frozen=True)
class Reviewed:
    """What a person says about a paragraph: its short label, and its addressees where its words alone do not tell."""

    short: str
    addressees: Addressee | None = None


def instrument_text(
    parsed: ParsedResolution,
    *,
    instrument: str,
    version: str,
    description: str,
    caveat: str = "",
    reviewed: Mapping[str, Reviewed] | None = None,
) -> InstrumentText:
    """Give a parsed text its identity; a paragraph that nobody has reviewed gets its first words as short label."""
    review = reviewed or {}
    addressees = {str(p.label): p.addressees for p in parsed.paragraphs}
    addressees |= {label: r.addressees for label, r in review.items() if r.addressees}
    if unknown := set(review) - {str(p.label) for p in parsed.paragraphs}:
        sentence = _("'{file}' has no paragraph {label}; correct the table of its labels.")
        raise UserError(sentence.format(file=parsed.file, label=min(unknown)))
    gaps = gap_units({label: key.value for label, key in addressees.items()})
    return InstrumentText(
        instrument=instrument,
        title=parsed.title,
        version=version,
        description=description,
        caveat=caveat,
        organ=parsed.organ,
        paragraphs=tuple(
            InstrumentParagraph(
                label=str(p.label),
                text=p.text,
                opening=p.opening,
                addressees=addressees[str(p.label)].value,
                short=review[str(p.label)].short if str(p.label) in review else _first_words(p),
                is_gap_unit=str(p.label) in gaps,
            )
            for p in parsed.paragraphs
        ),
        footnotes=tuple(
            InstrumentFootnote(n.marker, n.text, "" if n.cited_by is None else str(n.cited_by))
            for n in parsed.footnotes
        ),
    )


def read_reviewed(path: Path) -> dict[str, Reviewed]:
    """Read a table with the columns label, short, addressees_override; the last is empty where the words tell."""
    with path.open(encoding="utf-8", newline="") as file:
        return {str(parse_label(row["label"])): _reviewed(path, row) for row in csv.DictReader(file)}


def _reviewed(path: Path, row: dict[str, str]) -> Reviewed:
    if not 0 < len(row["short"]) <= LONGEST_SHORT_LABEL:
        sentence = _("The short label of {label} in '{file}' must have 1 to {limit} characters; change it.")
        raise UserError(sentence.format(label=row["label"], file=path, limit=LONGEST_SHORT_LABEL))
    override = row["addressees_override"]
    return Reviewed(row["short"], Addressee(override) if override else None)


def _first_words(paragraph: ParsedParagraph) -> str:
    """What the paragraph speaks of, in the room of a short label: its words after the opening."""
    words = paragraph.text.removeprefix(paragraph.opening).strip(" ,;.:")
    words = words[:1].upper() + words[1:]
    if len(words) <= LONGEST_SHORT_LABEL:
        return words or str(paragraph.label)
    return words[:LONGEST_SHORT_LABEL].rsplit(" ", 1)[0].rstrip(" ,;.:") + "\u2026"
