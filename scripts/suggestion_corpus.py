"""Reading of the texts that suggestions are trained and measured on: labelled links, and recommendations with subjects.

Both stand in the folder that UPRTRACKER_CORPUS names; labels of our own are kept beside as hashes, without texts.
"""

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from uprtracker.vocabulary.paragraph_label import parse_label
from uprtracker.vocabulary.text import normalised

NONE = "none"
OWN_LABELS = Path(__file__).with_name("suggestion_labels.csv")
_SUBJECT_FILES = ("1-5.csv", "6-9.csv", "10-13.csv", "17-20.csv")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with the labels of its readers; labels are printed forms such as `10 (d)`, or `none`."""

    identifier: str
    text: str
    primary: tuple[str, str]
    agreed: frozenset[str]
    either: frozenset[str]

    @property
    def both_concern(self) -> bool:
        return NONE not in self.primary

    @property
    def readers_agree_on_concern(self) -> bool:
        return self.both_concern or self.primary == (NONE, NONE)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A recommendation with the subjects that its source gave it."""

    text: str
    subjects: frozenset[str]


def corpus_folder() -> Path:
    """The corpus; stops with a sentence where UPRTRACKER_CORPUS names none."""
    folder = os.environ.get("UPRTRACKER_CORPUS")
    if not folder:
        raise SystemExit("UPRTRACKER_CORPUS is not set: name the folder that holds links/ and upr-info/.")
    return Path(folder)


def text_key(text: str) -> str:
    """A key under which labels are kept without their text."""
    return hashlib.sha256(_plain(text).encode()).hexdigest()[:16]


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", normalised(text)).strip()


def labelled_links(folder: Path) -> list[Labelled]:
    """The texts labelled by two readers."""
    with (folder / "links" / "labelled-links.csv").open(encoding="utf-8", newline="") as file:
        return [_labelled(row) for row in csv.DictReader(file)]


def _labelled(row: dict[str, str]) -> Labelled:
    return Labelled(
        row["id"],
        row["text"],
        (_label(row["primary_a"]), _label(row["primary_b"])),
        frozenset(_labels(row["agreed"])),
        frozenset(_labels(row["either"])),
    )


def _labels(cell: str) -> Iterator[str]:
    return (_label(part) for part in cell.split(";") if part)


def _label(text: str) -> str:
    return NONE if text == NONE else str(parse_label(text))


def tagged_texts(folder: Path, leave_out: frozenset[str] = frozenset()) -> list[Tagged]:
    """Every different recommendation of the export of 2015 with all its subjects; `leave_out` holds text keys."""
    texts: dict[str, str] = {}
    subjects: dict[str, set[str]] = {}
    for name in _SUBJECT_FILES:
        raw = (folder / "upr-info" / name).read_bytes().decode("mac_roman")
        rows = csv.reader(io.StringIO(raw.replace("\r\n", "\n").replace("\r", "\n")))
        next(rows)
        for row in rows:
            if key := _plain(row[3]):
                texts.setdefault(key, row[3].strip())
                subjects.setdefault(key, set()).update(row[9].split(","))
    return [
        Tagged(text, frozenset(subjects[key]))
        for key, text in sorted(texts.items())
        if text_key(text) not in leave_out
    ]


def own_labels(folder: Path) -> list[Labelled]:
    """Texts of the export that we labelled ourselves, found again by their keys."""
    with OWN_LABELS.open(encoding="utf-8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    found = [(text_key(tagged.text), tagged.text) for tagged in tagged_texts(folder)]
    return [_labelled({**rows[key], "id": key, "text": text}) for key, text in found if key in rows]
