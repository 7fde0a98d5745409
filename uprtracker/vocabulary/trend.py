"""Official statuses over time: one count for each stored state of a dossier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from uprtracker.vocabulary import status as statuses
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, Status


class Standing(NamedTuple):
    """A recommendation as it stood: its uid, the number that it is counted under, and its official status."""

    uid: str
    number: tuple[str, str]
    official: Status | None


@dataclass(frozen=True)
class TrendPoint:
    """The count of a snapshot, and the uids behind each bucket."""

    name: str
    as_of: date
    count: StatusCount
    uids: dict[str, tuple[str, ...]]

    def behind(self, bucket: str | None) -> tuple[str, ...]:
        """The uids of a bucket; of all buckets for `None`."""
        if bucket is not None:
            return self.uids[bucket]
        return tuple(uid for uids in self.uids.values() for uid in uids)


def trend_point(name: str, as_of: date, standings: Iterable[Standing]) -> TrendPoint:
    """Count numbers as every official figure does: the parts of one once, under their least advanced status."""
    groups: dict[tuple[str, str], list[Standing]] = {}
    for standing in standings:
        groups.setdefault(standing.number, []).append(standing)
    numbers: dict[str, int] = dict.fromkeys(BUCKETS, 0)
    uids: dict[str, list[str]] = {bucket: [] for bucket in BUCKETS}
    for parts in groups.values():
        bucket = statuses.bucket_of(statuses.combined(part.official for part in parts))
        numbers[bucket] += 1
        uids[bucket] += [part.uid for part in parts]
    return TrendPoint(name, as_of, StatusCount(numbers, 0), {b: tuple(found) for b, found in uids.items()})
