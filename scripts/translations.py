"""Catalogues of translations: `update` gathers the program's texts, `compile` makes what the program reads, `state` counts.

Texts come from the code (`_`, `ngettext`, `N_`) and from what the bundled resolution's paragraphs and
version are called.
"""

import csv
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "resources" / "i18n"
LABELS = ROOT / "resources" / "resolutions"
LANGUAGES = ("fr", "es", "ar", "ru", "zh")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands as every catalogue's date, so that nothing but texts changes a file."""

Message = str | tuple[str, ...] | list[str]


def catalogue_file(language: str) -> Path:
    """The translations of a language as a person edits them; the compiled ones lie beside them as `.mo`."""
    return CATALOGUES / language / "LC_MESSAGES" / "uprtracker.po"


def texts() -> Iterator[tuple[Message, str]]:
    """Every text with the file in which it stands."""
    for path in sorted((ROOT / "uprtracker").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for _line, message, _comments, _context in extract_from_file("python", path, keywords=KEYWORDS):
            yield message, place
    for path in sorted(LABELS.glob("*.labels.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["short"]:
                    yield row["short"], path.relative_to(ROOT).as_posix()
    for path in sorted(LABELS.glob("*.toml")):
        yield (
            tomllib.loads(path.read_text(encoding="utf-8"))["description"],
            path.relative_to(ROOT).as_posix(),
        )


def template() -> Catalog:
    """All texts without a translation; places are files only, so that a moved line changes no catalogue."""
    gathered = Catalog(creation_date=MADE)
    for message, place in texts():
        gathered.add(message, locations=[(place, 0)])
    return gathered


def read(language: str) -> Catalog:
    path = catalogue_file(language)
    if not path.exists():
        return Catalog(
            locale=language,
            project="UPR Tracker",
            version="1",
            header_comment="# UPR Tracker",
            copyright_holder="UPR Tracker",
            last_translator="UPR Tracker",
            language_team=language,
            msgid_bugs_address="none",
            creation_date=MADE,
            revision_date=MADE,
            fuzzy=False,
        )
    with path.open("rb") as stored:
        return read_po(stored, locale=language)


def update() -> None:
    """Give every catalogue the texts of today; translations of texts that are gone are dropped."""
    gathered = template()
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(gathered, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path = catalogue_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as target:
            write_po(target, catalogue, width=110, omit_header=False, include_lineno=False, sort_output=True)


def compile_all() -> None:
    for language in LANGUAGES:
        with catalogue_file(language).with_suffix(".mo").open("wb") as target:
            write_mo(target, read(language))


def untranslated(language: str) -> list[Message]:
    """The texts that a catalogue lacks, in the order of the catalogue."""
    return [message.id for message in read(language) if message.id and not _is_whole(message.string)]


def _is_whole(translated: Message | None) -> bool:
    return bool(translated) if translated is None or isinstance(translated, str) else all(translated)


def main(words: list[str]) -> int:
    if words == ["update"]:
        update()
    elif words == ["compile"]:
        compile_all()
    elif words == ["state"]:
        for language in LANGUAGES:
            missing = len(untranslated(language))
            print(f"{language}: {len(read(language))} texts, {missing} without translation")
    else:
        print("usage: translations.py update|compile|state", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
