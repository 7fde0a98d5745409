"""The three-way index of the pack: by number, by State, by ministry, with the pages."""

from collections.abc import Iterable, Iterator

from uprtracker.exporters.briefing_words import asking_key, sheet_key, state_key
from uprtracker.exporters.document import Block, Index, IndexEntry, Section
from uprtracker.i18n import _
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.text import fold


def index_section(pack: Briefing) -> Iterator[Section]:
    blocks = (
        *_index(_("By number"), _by_number(pack), 4),
        *_index(_("By State"), _by_state(pack), 2),
        *_index(_("By ministry"), _by_ministry(pack), 1),
    )
    if blocks:
        yield Section("index", _("Index"), blocks, tab=_("Index"))


def _index(title: str, entries: tuple[IndexEntry, ...], columns: int) -> tuple[Block, ...]:
    if not entries:
        return ()
    return (Index(entries, title=title, columns=columns),)


def _by_number(pack: Briefing) -> tuple[IndexEntry, ...]:
    places: dict[int, list[str]] = {row.id: [] for row in pack.rows}
    for sheet in pack.sheets:
        for row in sheet.rows:
            places[row.id].append(sheet_key(sheet))
    return tuple(IndexEntry(row.label, tuple(places[row.id])) for row in pack.rows if places[row.id])


def _by_state(pack: Briefing) -> tuple[IndexEntry, ...]:
    """The State's own page, its questions, and the sheets with its recommendations."""
    entries = []
    for voice in pack.voices:
        theirs = {row.id for row in voice.now}
        sheets = [sheet_key(s) for s in pack.sheets if any(row.id in theirs for row in s.rows)]
        asked = (asking_key(voice.iso3),) if voice.questions else ()
        entries.append(IndexEntry(voice.name, (state_key(voice.iso3), *asked, *sheets)))
    return tuple(entries)


def _by_ministry(pack: Briefing) -> tuple[IndexEntry, ...]:
    """Every institution that leads or supports, with the sheets of what it works on."""
    places: dict[str, dict[str, None]] = {}
    for sheet in pack.sheets:
        for row in sheet.rows:
            for name in filter(None, (row.lead, *row.supporting)):
                places.setdefault(name, {})[sheet_key(sheet)] = None
    return tuple(IndexEntry(name, tuple(places[name])) for name in _in_order(places))


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=fold)
