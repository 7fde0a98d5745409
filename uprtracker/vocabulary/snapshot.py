"""What a snapshot holds: the read models as they stood at a date, so that any product can be printed from them later."""

import hashlib
import json
import zlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from uprtracker.vocabulary.briefing_text import BriefingTexts
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.read_model import Recommendation, RecommendationDetails, TextVersion
from uprtracker.vocabulary.stored_model import from_plain, to_plain

FORMAT = 2
"""Format 1 was a list of rows as COMMANDS.md prints them, without details."""


@dataclass(frozen=True)
class SnapshotContent:
    """Everything about a dossier up to the level *government* at a date; restricted matter is only counted in `withheld`
    of the details. `briefing` is what the delegation had prepared, `history_head` that of the day it was taken.

    A field that a later version adds to these models needs a default, because older snapshots lack it.
    """

    as_of: date
    info: DossierInfo
    text_version: TextVersion
    rows: tuple[Recommendation, ...]
    details: dict[int, RecommendationDetails]
    briefing: BriefingTexts = field(default_factory=BriefingTexts)
    history_head: str = ""


@dataclass(frozen=True)
class OlderContent:
    """A snapshot of format 1: rows as JSON by the keys of COMMANDS.md. It can be compared with, not printed from."""

    rows: tuple[dict[str, Any], ...]


def packed(content: SnapshotContent) -> bytes:
    """The content as compressed JSON; the same content always gives the same bytes."""
    plain = to_plain(content)
    for _id, details in plain["details"]:
        # a row stands once, among the rows
        del details["row"]
    written = json.dumps(
        {"format": FORMAT, **plain}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return zlib.compress(written.encode(), 9)


def unpacked(stored: bytes) -> SnapshotContent | OlderContent:
    """What `packed` wrote, or what the first format was. `ValueError` for anything else, a newer format among it."""
    plain = plain_content(stored)
    if isinstance(plain, OlderContent):
        return plain
    plain["rows"] = [from_plain(Recommendation, row) for row in plain["rows"]]
    rows = {row.id: row for row in plain["rows"]}
    for id_, details in plain["details"]:
        details["row"] = rows[id_]
    return from_plain(SnapshotContent, plain)


def plain_content(stored: bytes) -> dict[str, Any] | OlderContent:
    """The JSON of a snapshot, the fields of `SnapshotContent` with details without their rows; errors as `unpacked`."""
    if stored.startswith(b"["):
        return OlderContent(tuple(json.loads(stored)))
    try:
        plain: dict[str, Any] = json.loads(zlib.decompress(stored))
    except zlib.error as error:
        raise ValueError("not a snapshot") from error
    if plain.get("format") != FORMAT:
        raise ValueError(f"a snapshot of format {plain.get('format')}")
    return plain


def digest(stored: bytes) -> str:
    """SHA-256 of a snapshot's bytes, as kept beside them."""
    return hashlib.sha256(stored).hexdigest()
