"""Read models come back from JSON as they went in; what a later version added or dropped does not stop them."""

import json
import zlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.factory import details, recommendation, report_data
from uprtracker.vocabulary.briefing_text import BriefingTexts, Field, Subject, TextKey
from uprtracker.vocabulary.compared_state import compared_plain
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.snapshot import OlderContent, SnapshotContent, packed, plain_content, unpacked
from uprtracker.vocabulary.stored_model import from_plain, to_plain


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Key(NamedTuple):
    colour: Colour
    name: str


@dataclass(frozen=True)
class Inner:
    on: date | None
    colour: Colour


@dataclass(frozen=True)
class Outer:
    name: str
    at: datetime
    inner: tuple[Inner, ...]
    pair: tuple[str, int]
    texts: dict[Key, str]
    names: frozenset[str] = frozenset()
    flag: bool = False
    later: str = field(default="default")


colours = st.sampled_from(Colour)
texts = st.text(st.characters(exclude_categories=["Cs"]))
outers = st.builds(
    Outer,
    texts,
    st.datetimes(timezones=st.just(UTC)),
    st.lists(st.builds(Inner, st.none() | st.dates(), colours)).map(tuple),
    st.tuples(texts, st.integers()),
    st.dictionaries(st.builds(Key, colours, texts), texts),
    st.frozensets(texts),
    st.booleans(),
)


@given(outers)
def test_what_goes_in_comes_out(value: Outer) -> None:
    assert from_plain(Outer, json.loads(json.dumps(to_plain(value)))) == value


def test_fields_may_come_and_go() -> None:
    plain = to_plain(Outer("a", datetime(2026, 1, 1, tzinfo=UTC), (), ("b", 1), {}))
    del plain["later"]
    plain["dropped"] = "by a later version"
    assert from_plain(Outer, plain).later == "default"
    del plain["name"]
    with pytest.raises(ValueError, match="Outer without name"):
        from_plain(Outer, plain)


def _content() -> SnapshotContent:
    data = report_data(12)
    briefing = BriefingTexts(
        {TextKey(Subject.DOSSIER, "", Field.SPEAKER): "Minister"}, nhri=frozenset({"Ombudsman"})
    )
    return SnapshotContent(
        data.as_of, data.info, data.text_version, data.rows, data.details, briefing, history_head="12:ab"
    )


def test_a_snapshot_comes_back_whole_and_in_the_same_bytes() -> None:
    content = _content()
    assert unpacked(packed(content)) == content
    assert packed(content) == packed(_content())


def test_a_row_stands_once_in_a_snapshot() -> None:
    row = recommendation(1, text="canary " * 50)
    content = SnapshotContent(
        date(2026, 1, 1), report_data(1).info, report_data(1).text_version, (row,), {1: details(row)}
    )
    assert json.dumps(to_plain(content)).count("canary " * 50) == 2
    assert unpacked(packed(content)) == content


@pytest.mark.parametrize("stored", [b"", b"nothing", b"\x78\x9c"])
def test_anything_else_is_no_snapshot(stored: bytes) -> None:
    with pytest.raises(ValueError, match="snapshot"):
        unpacked(stored)


def test_the_first_format_is_recognized() -> None:
    assert unpacked(b'[{"uid": "a"}]') == OlderContent(({"uid": "a"},))


def test_a_snapshot_of_format_2_is_read_by_every_later_version() -> None:
    """The file is what the program wrote when the format was made: what it holds is not to be adapted."""
    stored = zlib.compress((Path(__file__).parent / "snapshots" / "format-2.json").read_bytes())
    content = unpacked(stored)
    assert isinstance(content, SnapshotContent)
    assert [(row.label, row.bucket) for row in content.rows] == [
        ("140.1", "in_progress"),
        ("140.2a", "partially_implemented"),
    ]
    assert content.details[content.rows[0].id].row is content.rows[0]
    assert [state.label for state in compared_plain(_plain(stored), Confidentiality.PUBLIC)] == [
        "140.1",
        "140.2a",
    ]


def _plain(stored: bytes) -> dict[str, object]:
    plain = plain_content(stored)
    assert isinstance(plain, dict)
    return plain
