"""The numbers of a whole document: rows that share one, and numbers that are missing from a series."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from uprtracker.i18n import _
from uprtracker.importers.record import Notice, ParsedRecommendation
from uprtracker.vocabulary.number import sort_key
from uprtracker.vocabulary.text import fold

_IN_SERIES = re.compile(r"^(?P<head>[0-9]+\.)?(?P<item>[0-9]+)$")
_Item = TypeVar("_Item")
_PARTS = "abcdefghijklmnopqrstuvwxyz"


def settle_repeated_numbers(
    records: list[ParsedRecommendation],
) -> tuple[list[ParsedRecommendation], list[Notice]]:
    """One record for rows that say the same under several themes; parts `a`, `b` where they differ.

    What differs is text, States or position. Whatever was settled is a notice.
    """
    same_label: dict[str, list[ParsedRecommendation]] = defaultdict(list)
    for record in records:
        same_label[record.label or record.place.where].append(record)
    settled: list[ParsedRecommendation] = []
    notices: list[Notice] = []
    for group in same_label.values():
        different = _merged(group, notices)
        settled += _in_parts(different, notices) if len(different) > 1 else different
    settled.sort(key=lambda record: record.order)
    return [_in_order(record, order) for order, record in enumerate(settled, start=1)], notices


def missing_numbers(records: Sequence[ParsedRecommendation]) -> tuple[str, ...]:
    """Gaps in each series: `140.1` to the last `140.n`; plain numbers from the first that occurs."""
    series: dict[str, set[int]] = defaultdict(set)
    for record in records:
        if found := _IN_SERIES.match(record.number):
            series[found["head"] or ""].add(int(found["item"]))
    missing = [
        f"{head}{item}"
        for head, items in series.items()
        for item in range(1 if head else min(items), max(items))
        if item not in items
    ]
    return tuple(sorted(missing, key=sort_key))


def as_ranges(numbers: Sequence[str]) -> str:
    """`140.4, 140.6-9` for a person to read; the numbers in order."""
    ranges: list[list[str]] = []
    for number in numbers:
        head, item = _pieces(number)
        if ranges and _pieces(ranges[-1][-1]) == (head, item - 1):
            ranges[-1].append(number)
        else:
            ranges.append([number])
    return ", ".join(r[0] if len(r) == 1 else f"{r[0]}-{_pieces(r[-1])[1]}" for r in ranges)


def _in_order(record: ParsedRecommendation, order: int) -> ParsedRecommendation:
    return record if record.order == order else replace(record, order=order)


def _merged(group: list[ParsedRecommendation], notices: list[Notice]) -> list[ParsedRecommendation]:
    if len(group) == 1:
        return group
    same: dict[object, list[ParsedRecommendation]] = defaultdict(list)
    for record in group:
        alike = same[_said(record)]
        if alike:
            message = _(
                "{number} stands here again with the same text; its themes were added to {where}"
            ).format(number=record.label, where=alike[0].place.where)
            notices.append(Notice(record.place.where, message))
        alike.append(record)
    return [_joined(alike) if len(alike) > 1 else alike[0] for alike in same.values()]


def _joined(alike: list[ParsedRecommendation]) -> ParsedRecommendation:
    """The first of the rows about the same, with what the others add to its lists."""
    return replace(
        alike[0],
        themes=_each_once(record.themes for record in alike),
        aliases=_each_once(record.aliases for record in alike),
        clusters=_each_once(record.clusters for record in alike),
        supporting=_each_once(record.supporting for record in alike),
    )


def _each_once(lists: Iterable[tuple[_Item, ...]]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _in_parts(group: list[ParsedRecommendation], notices: list[Notice]) -> list[ParsedRecommendation]:
    parts = [replace(record, part=record.part + _part(k)) for k, record in enumerate(group)]
    message = _("{number} stands in {count} rows that differ; they were read as its parts {first} to {last}")
    notices.append(
        Notice(
            parts[1].place.where,
            message.format(
                number=group[0].label, count=len(group), first=parts[0].label, last=parts[-1].label
            ),
        )
    )
    return parts


def _part(index: int) -> str:
    return _PARTS[index] if index < len(_PARTS) else f"z{index}"


def _said(record: ParsedRecommendation) -> object:
    """What must be equal for two rows to be the same recommendation under two themes."""
    return (
        fold(record.text),
        record.states,
        record.position,
        record.position_as_printed,
        record.status_as_printed,
    )


def _pieces(number: str) -> tuple[str, int]:
    found = _IN_SERIES.match(number)
    return (found["head"] or "", int(found["item"])) if found else (number, 0)
