"""New records written in bulk: recommendations with their texts, clauses, States, themes, aliases, positions and headings."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select

from uprtracker.importers.record import ParsedRecommendation, ParsedTheme
from uprtracker.models.follow_up import PositionEntry
from uprtracker.models.history import HistoryEntry
from uprtracker.models.recommendation import (
    Alias,
    Clause,
    ListEntry,
    Recommendation,
    RecommendationText,
    RecommendationTheme,
    RecommendingState,
)
from uprtracker.services.bulk_insert import insert_rows, ordered_uids, stored
from uprtracker.services.content import theme_ids
from uprtracker.services.made_up import sort_key_of
from uprtracker.services.recorder import Recorder
from uprtracker.vocabulary.position import Position


class Placed(NamedTuple):
    """A record with the document and the number under which it is written."""

    document_id: int
    number: str
    part: str
    record: ParsedRecommendation


def insert_records(
    recorder: Recorder,
    placed: Sequence[Placed],
    file_id: int,
    *,
    reference: bool = False,
    without_aliases: Collection[str] = (),
) -> list[int]:
    """The ids of the recommendations made, in order; what belongs to the reference collection has no history of its own.

    `without_aliases` are kinds that the number holds already.
    """
    if not placed:
        return []
    recorder.session.flush()
    uids = ordered_uids(len(placed))
    _insert_heads(recorder, placed, uids)
    ids = _ids(recorder, uids)
    _insert_texts(recorder, placed, ids, reference=reference)
    _insert_labels(recorder, placed, ids, file_id, without_aliases)
    positions = _insert_positions(recorder, placed, ids, file_id, everything=reference)
    if not reference:
        _insert_history(recorder, placed, ids, uids, positions)
        recorder.touched.update(ids)
    return ids


def _insert_heads(recorder: Recorder, placed: Sequence[Placed], uids: Sequence[str]) -> None:
    columns = ("uid", "document_id", "number", "part", "sort_key", "kind", "action_category")
    insert_rows(
        recorder.session,
        Recommendation,
        columns,
        (
            (uid, p.document_id, p.number[:64], p.part[:8], sort_key_of(p.number, p.part, p.record.order),
             p.record.kind, p.record.action_category)
            for uid, p in zip(uids, placed, strict=True)
        ),
        row_version=1,
    )  # fmt: skip


def _ids(recorder: Recorder, uids: Sequence[str]) -> list[int]:
    r = Recommendation
    return list(
        recorder.session.scalars(select(r.id).where(r.uid.between(uids[0], uids[-1])).order_by(r.uid))
    )


def _insert_texts(
    recorder: Recorder, placed: Sequence[Placed], ids: Sequence[int], *, reference: bool
) -> None:
    """In the reference collection a text of one clause is stored once: readers take it for the clause too."""
    texts, clauses, states = [], [], []
    for id_, (_document, _number, _part, record) in zip(ids, placed, strict=True):
        language = record.language
        texts.append((id_, language, record.text, True))
        if record.texts:
            texts += [(id_, other, text, False) for other, text in record.texts if other != language]
        if not reference or len(record.clauses) > 1:
            clauses += [(id_, language, at, clause.text) for at, clause in enumerate(record.clauses)]
        for at, clause in enumerate(record.clauses):
            named = zip(clause.states, clause.states_as_printed, strict=True)
            states += [(id_, at, n, iso3, name[:200]) for n, (iso3, name) in enumerate(named)]
    session, key = recorder.session, "recommendation_id"
    insert_rows(session, RecommendationText, (key, "language", "text", "original"), texts)
    insert_rows(session, Clause, (key, "language", "ordinal", "text"), clauses)
    insert_rows(session, RecommendingState, (key, "clause", "ordinal", "iso3", "as_printed"), states)


def _insert_labels(
    recorder: Recorder,
    placed: Sequence[Placed],
    ids: Sequence[int],
    file_id: int,
    without_aliases: Collection[str],
) -> None:
    session = recorder.session
    theme_lists = _theme_lists(recorder, placed)
    themes, aliases, entries = [], [], []
    for id_, (_document, _number, _part, record) in zip(ids, placed, strict=True):
        themes += [(id_, theme, at) for at, theme in enumerate(theme_lists[id(record.themes)])]
        aliases += [
            (id_, kind, value[:200])
            for kind, value in dict.fromkeys(record.aliases)
            if kind not in without_aliases
        ]
        if record.heading:
            entries.append((id_, file_id, record.order, record.heading[:400], record.place.where[:200]))
    key = "recommendation_id"
    insert_rows(session, RecommendationTheme, (key, "theme_id", "ordinal"), themes)
    insert_rows(session, Alias, (key, "kind", "value"), aliases)
    insert_rows(session, ListEntry, (key, "file_id", "ordinal", "heading", "place"), entries)


def _theme_lists(recorder: Recorder, placed: Sequence[Placed]) -> dict[int, list[int]]:
    """Ids of themes by the identity of a record's tuple of labels: a few thousand tuples recur in all records."""
    lists = {id(p.record.themes): p.record.themes for p in placed}
    used = dict.fromkeys(theme for labels in lists.values() for theme in labels)
    known = theme_ids(recorder.session, map(_theme, used))
    numbers = {theme: known[_theme(theme)] for theme in used}
    return {key: list(dict.fromkeys(numbers[theme] for theme in labels)) for key, labels in lists.items()}


def _theme(theme: ParsedTheme) -> tuple[str, ...]:
    return theme.scheme[:64], theme.kind, theme.code[:16], theme.label[:400]


def _insert_positions(
    recorder: Recorder, placed: Sequence[Placed], ids: Sequence[int], file_id: int, *, everything: bool
) -> list[tuple[int, str, str]]:
    """Id of the recommendation, uid and position of each entry made; a record without any answer has none."""
    at = stored(recorder.session, PositionEntry.recorded_at, recorder.at)
    made: list[tuple[int, str, str]] = []
    rows: list[tuple[Any, ...]] = []
    sources: list[tuple[Any, ...]] = []
    uids = ordered_uids(len(placed))
    for uid, id_, (_document, _number, _part, record) in zip(uids, ids, placed, strict=True):
        position = record.position.value
        if everything or record.kind == "recommendation" or record.position is not Position.UNKNOWN:
            made.append((id_, uid, position))
            rows.append((uid, id_, position, record.position_as_printed[:200]))
            sources.append(
                (record.already_implemented, record.position_symbol[:64], record.position_paragraph[:64],
                 record.explanation)
            )  # fmt: skip
    columns: tuple[str, ...] = ("uid", "recommendation_id", "position", "as_printed")
    given = ("already_implemented", "source_symbol", "source_paragraph", "explanation")
    # most sources say nothing of where the position is from
    same = dict(zip(given, sources[0], strict=True)) if len(set(sources)) == 1 else {}
    if not same:
        columns += given
        rows = [(*row, *source) for row, source in zip(rows, sources, strict=True)]
    insert_rows(recorder.session, PositionEntry, columns, rows, recorded_at=at, file_id=file_id, **same)
    return made


def _insert_history(
    recorder: Recorder,
    placed: Sequence[Placed],
    ids: Sequence[int],
    uids: Sequence[str],
    positions: Sequence[tuple[int, str, str]],
) -> None:
    batch, made = recorder.batch.uid, "create"
    position_of = {id_: (uid, position) for id_, uid, position in positions}

    def entries() -> Iterator[tuple[object, ...]]:
        for id_, uid, p in zip(ids, uids, placed, strict=True):
            yield batch, id_, "recommendation", uid, made, "recommendation", p.number + p.part, ""
            if found := position_of.get(id_):
                yield batch, id_, "position_entry", found[0], made, "position", found[1], ""

    columns = ("batch", "recommendation_id", "entity", "entity_uid", "action", "field", "new", "reason")
    insert_rows(recorder.session, HistoryEntry, columns, entries())
