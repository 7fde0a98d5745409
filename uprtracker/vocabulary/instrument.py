"""An instrument's text as data: the files in `resources/resolutions`, and what services store of one.

A paragraph is identified by instrument, version and label (DOMAIN.md, 4). How a text is read stands with the importer.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.paths import resource
from uprtracker.vocabulary.addressee import Addressee
from uprtracker.vocabulary.paragraph_label import parse_label

FORMAT = 1
LONGEST_SHORT_LABEL = 40


@dataclass(frozen=True)
class InstrumentParagraph:
    """One addressable unit. `text` is without its label and without footnote numbers.

    `opening` is the verb phrase that governs the unit (`Strongly urges`); a letter bears that of its chapeau.
    `addressees` is a key of `Addressee`. `is_gap_unit`: a missing recommendation counts as a gap.
    """

    label: str
    text: str
    opening: str
    addressees: str
    short: str
    is_gap_unit: bool

    @property
    def sort_key(self) -> str:
        return parse_label(self.label).sort_key

    @property
    def parent(self) -> str:
        """The label of the chapeau above, empty where there is none."""
        parent = parse_label(self.label).parent
        return "" if parent is None else str(parent)

    @property
    def preambular(self) -> bool:
        return parse_label(self.label).preambular


@dataclass(frozen=True)
class InstrumentFootnote:
    """A footnote with its printed marker; `cited_by` is the label of the paragraph, empty where that is unknown."""

    marker: str
    text: str
    cited_by: str


@dataclass(frozen=True)
class InstrumentText:
    """One text version of an instrument. `caveat` says what the text must not be taken for; it may be empty."""

    instrument: str
    title: str
    version: str
    description: str
    caveat: str
    organ: str
    paragraphs: tuple[InstrumentParagraph, ...]
    footnotes: tuple[InstrumentFootnote, ...]

    def as_json(self) -> str:
        """The content of a data file that `load_instrument` reads back to an equal value."""
        data = {"format": FORMAT, **asdict(self)}
        for paragraph in data["paragraphs"]:
            del paragraph["is_gap_unit"]
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def gap_units(addressees: dict[str, str]) -> frozenset[str]:
    """Of labels with their addressees those whose lack of recommendations is a gap.

    They are operative, addressed to States and no chapeau: the letters below a chapeau stand for it (DOMAIN.md, 4).
    """
    labels = {label: parse_label(label) for label in addressees}
    chapeaux = {str(label.parent) for label in labels.values() if label.parent}
    return frozenset(
        name
        for name, label in labels.items()
        if addressees[name] == Addressee.STATES and not label.preambular and name not in chapeaux
    )


def bundled_instruments() -> tuple[Path, ...]:
    """The data files that ship with the program, one for each text version."""
    return tuple(sorted(resource("resolutions").glob("*.json")))


def load_instrument(path: Path) -> InstrumentText:
    """Read a data file; `UserError` where it cannot be read or is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise UserError(
                _("'{file}' was made for another version of the program; update the program.").format(
                    file=path
                )
            )
        return _instrument(data)
    except OSError as error:
        sentence = _("'{file}' cannot be read ({reason}); check its name and your rights to it.")
        raise UserError(sentence.format(file=path, reason=error.strerror or error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        sentence = _("'{file}' holds no text of an instrument; take a file that the program has written.")
        raise UserError(sentence.format(file=path)) from error


def _instrument(data: dict[str, Any]) -> InstrumentText:
    gaps = gap_units({p["label"]: p["addressees"] for p in data["paragraphs"]})
    fields = ("instrument", "title", "version", "description", "caveat", "organ")
    return InstrumentText(
        **{name: str(data[name]) for name in fields},
        paragraphs=tuple(
            InstrumentParagraph(
                **{name: str(p[name]) for name in ("label", "text", "opening", "short")},
                addressees=Addressee(p["addressees"]).value,
                is_gap_unit=p["label"] in gaps,
            )
            for p in data["paragraphs"]
        ),
        footnotes=tuple(
            InstrumentFootnote(**{name: str(n[name]) for name in ("marker", "text", "cited_by")})
            for n in data["footnotes"]
        ),
    )
