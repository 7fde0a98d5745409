from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.resolution_printer import TITLE, Resolution, Shape, print_resolution, resolutions, shapes
from uprtracker.errors import UserError
from uprtracker.importers.resolution import (
    MOST_BYTES,
    MOST_LINES,
    ParsedResolution,
    parse_resolution,
    read_resolution,
)
from uprtracker.importers.resolution_structure import ApartKind
from uprtracker.vocabulary.addressee import Addressee


def read(text: str) -> ParsedResolution:
    return parse_resolution(text, "test.txt")


def texts(parsed: ParsedResolution) -> dict[str, str]:
    return {str(paragraph.label): paragraph.text for paragraph in parsed.paragraphs}


@settings(max_examples=60, deadline=None)
@given(resolutions(), shapes)
def test_what_is_printed_in_any_shape_is_read_back(resolution: Resolution, shape: Shape) -> None:
    parsed = read(print_resolution(resolution, shape))
    assert texts(parsed) == {str(p.label): p.text for p in resolution.paragraphs}
    assert [p.label for p in parsed.paragraphs] == sorted(p.label for p in resolution.paragraphs)
    assert {n.marker: n.text for n in parsed.footnotes} == {str(n): text for n, text in resolution.notes.items()}
    assert {n.marker: str(n.cited_by) for n in parsed.footnotes} == resolution.cited_by()
    assert (parsed.title, parsed.organ) == (TITLE, resolution.organ)
    assert (parsed.mends, parsed.apart) == ((), ())


@settings(max_examples=60, deadline=None)
@given(resolutions(), shapes, st.randoms(use_true_random=False), st.integers(1, 12))
def test_a_damaged_text_is_read_or_refused(resolution: Resolution, shape: Shape, chance: Random, damages: int) -> None:
    lines = print_resolution(resolution, shape).split("\n")
    for _damage in range(damages):
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        harm = ["", lines[there], lines[here][: len(lines[here]) // 2], "1.", "(a)", "7", "_" * 9, "Annex"]
        lines[here] = chance.choice(harm)
    with suppress(UserError):
        parsed = read("\n".join(lines))
        labels = [paragraph.label for paragraph in parsed.paragraphs]
        assert labels == sorted(set(labels))
        assert len({note.marker for note in parsed.footnotes}) == len(parsed.footnotes)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for whole in (text, f"Title\nThe General Assembly,\n{text}\n1. Urges\n{text}"):
        try:
            read(whole)
        except UserError as error:
            assert "test.txt" in str(error)
