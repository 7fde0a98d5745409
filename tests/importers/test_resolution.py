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
    assert {n.marker: n.text for n in parsed.footnotes} == {
        str(n): text for n, text in resolution.notes.items()
    }
    assert {n.marker: str(n.cited_by) for n in parsed.footnotes} == resolution.cited_by()
    assert (parsed.title, parsed.organ) == (TITLE, resolution.organ)
    assert (parsed.mends, parsed.apart) == ((), ())


@settings(max_examples=60, deadline=None)
@given(resolutions(), shapes, st.randoms(use_true_random=False), st.integers(1, 12))
def test_a_damaged_text_is_read_or_refused(
    resolution: Resolution, shape: Shape, chance: Random, damages: int
) -> None:
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
def test_any_text_is_read_or_refused(text: str) -> None:
    assert (
        read(f"Title\nThe General Assembly,\nRecalling all,\n1. Urges\n{text}").organ
        == "The General Assembly"
    )
    with suppress(UserError):
        read(text)


def resolution(*lines: str) -> str:
    """A short text with the given lines after its first preambular paragraph, printed without blank lines."""
    return "\n".join(["On a subject", "The General Assembly,", "Guided by the Charter,", *lines])


def labels_of(*lines: str) -> list[str]:
    return [str(paragraph.label) for paragraph in read(resolution(*lines)).paragraphs]


def test_a_year_at_the_start_of_a_line_begins_no_paragraph() -> None:
    parsed = read(
        resolution(
            "1. Welcomes the plan that was adopted in the year",
            "2015. It has been carried out;",
            "2. Thanks all.",
        )
    )
    assert (
        texts(parsed)["1"] == "Welcomes the plan that was adopted in the year 2015. It has been carried out;"
    )
    assert list(texts(parsed)) == ["PP 1", "1", "2"]


def test_the_next_number_in_a_sentence_begins_no_paragraph() -> None:
    parsed = read(
        resolution(
            "1. Recalls what is said in paragraph", "2. That paragraph stands;", "2. Urges States to act."
        )
    )
    assert texts(parsed)["1"] == "Recalls what is said in paragraph 2. That paragraph stands;"
    assert texts(parsed)["2"] == "Urges States to act."


def test_a_lost_number_costs_one_paragraph_and_is_told() -> None:
    parsed = read(
        resolution(
            "1. Urges all;", "3. Calls upon States to act;", "4. Decides to remain seized of the matter."
        )
    )
    assert list(texts(parsed)) == ["PP 1", "1", "3", "4"]
    assert [warning.where for warning in parsed.warnings] == ["line 5"]


@pytest.mark.parametrize(
    "printed", ["2 bis. Urges all;", "2 bis Urges all;", "2. bis Urges all;", "2bis. Urges all;"]
)
def test_inserted_paragraphs_follow_their_number(printed: str) -> None:
    assert labels_of("1. Urges;", "2. Urges;", printed, "3. Urges.")[1:] == ["1", "2", "2 bis", "3"]


def test_i_is_a_letter_after_h_and_a_numeral_below_a_letter() -> None:
    letters = [f"({letter}) To act;" for letter in "abcdefgh"]
    assert labels_of("1. Urges:", *letters, "(i) To act;", "(j) To act.")[-2:] == ["1 (i)", "1 (j)"]
    assert labels_of("1. Urges:", *letters, "(i) To act;", "(ii) To act.")[-2:] == ["1 (h) (i)", "1 (h) (ii)"]
    assert labels_of("1. Urges:", "(a) To:", "(i) Act;", "(ii) Act;", "(b) To act.")[-3:] == [
        "1 (a) (i)",
        "1 (a) (ii)",
        "1 (b)",
    ]


def test_labels_on_a_line_of_their_own_and_within_a_line_are_read() -> None:
    parsed = read(
        resolution("1.", "Urges all: (a) To see; (b) To hear;", "2.", "Thanks (a) few, and (b) many.")
    )
    assert list(texts(parsed).items())[1:] == [
        ("1", "Urges all:"),
        ("1 (a)", "To see;"),
        ("1 (b)", "To hear;"),
        ("2", "Thanks (a) few, and (b) many."),
    ]


def test_one_long_line_is_read() -> None:
    parsed = read(
        "The Human Rights Council, Guided by the Charter, Recalling all, 1. Urges: (a) States to act; 2. Thanks all."
    )
    assert list(texts(parsed).values()) == [
        "Guided by the Charter,",
        "Recalling all,",
        "Urges:",
        "States to act;",
        "Thanks all.",
    ]
    assert parsed.warnings[-1].message.startswith("No title")


def test_a_single_paragraph_without_number_is_number_one() -> None:
    parsed = read(resolution("Recalling all,", "Decides to remain seized of the matter."))
    assert texts(parsed)["1"] == "Decides to remain seized of the matter."
    assert len(parsed.warnings) == 1


def test_negotiators_labels_are_read() -> None:
    lines = (
        "PP1 Guided by law,",
        "PP1 bis Recalling all,",
        "PP2. Noting much,",
        "OP1. Urges all;",
        "OP1 bis Thanks all.",
    )
    parsed = read("\n".join(("On a subject", "The General Assembly,", *lines)))
    assert list(texts(parsed)) == ["PP 1", "PP 1 bis", "PP 2", "1", "1 bis"]
    assert texts(parsed)["PP 1 bis"] == "Recalling all,"


def test_preambular_paragraphs_are_told_from_lines_that_wrap_at_a_comma() -> None:
    parsed = read(
        resolution(
            "Recalling the work of the Council,",
            "United Nations bodies and others for Equality and",
            "Empowering Women,",
            "Deeply alarmed,",
            "1. Urges.",
        )
    )
    assert list(texts(parsed).values())[1:3] == [
        "Recalling the work of the Council, United Nations bodies and others for Equality and Empowering Women,",
        "Deeply alarmed,",
    ]


def test_what_follows_the_text_is_kept_apart() -> None:
    lines = (
        "1. Urges all;",
        "2. Decides to remain seized of the matter.",
        "80th plenary meeting",
        "17 December 2015",
    )
    parsed = read(
        resolution(
            *lines,
            "[Adopted by a recorded vote of 33 to 6.]",
            "Annex",
            "Guidelines",
            "1. States should act.",
            "2. They may.",
        )
    )
    assert list(texts(parsed)) == ["PP 1", "1", "2"]
    assert texts(parsed)["2"] == "Decides to remain seized of the matter."
    closing, annex = parsed.apart
    assert (closing.kind, annex.kind) == (ApartKind.CLOSING, ApartKind.ANNEX)
    assert closing.text == "80th plenary meeting 17 December 2015 [Adopted by a recorded vote of 33 to 6.]"
    assert annex.text == "Annex Guidelines 1. States should act. 2. They may."
    assert [warning.where for warning in parsed.warnings] == ["line 9"]


def test_a_second_text_is_kept_apart() -> None:
    parsed = read(
        resolution(
            "1. Urges all;",
            "2. Thanks all.",
            "B",
            "The General Assembly,",
            "Recalling all,",
            "1. Urges more.",
        )
    )
    assert [apart.text for apart in parsed.apart] == [
        "B",
        "The General Assembly, Recalling all, 1. Urges more.",
    ]
    assert list(texts(parsed)) == ["PP 1", "1", "2"]


@pytest.mark.parametrize("heading", [("II", "Women who defend rights"), ("B.", "Women"), ("Women",)])
def test_headings_between_paragraphs_are_kept_apart(heading: tuple[str, ...]) -> None:
    parsed = read(resolution("1. Urges all;", *heading, "2. Thanks all."))
    assert texts(parsed)["1"] == "Urges all;"
    assert [(apart.kind, apart.text) for apart in parsed.apart] == [(ApartKind.HEADING, " ".join(heading))]


def test_the_last_line_of_a_paragraph_is_no_heading() -> None:
    parsed = read(resolution("1. Urges all to read;", "All of them should read, and", "2. Thanks all."))
    assert texts(parsed)["1"] == "Urges all to read; All of them should read, and"
    assert parsed.apart == ()


def test_the_head_of_an_adopted_text_and_its_furniture_leave_no_trace() -> None:
    text = """United Nations
A/RES/71/199
General Assembly
Distr.: General
25 January 2017
Seventy-first session
Agenda item 68 (b)
Resolution adopted by the General Assembly on 19 December 2016
[on the report of the Third Committee (A/71/484/Add.2)]
71/199. An invented title that
goes on
The General Assembly,
Guided by
16-22500 (E)
*1622500*
Please recycle
1/2
\fA/RES/71/199
An invented title that goes on
the Charter, and by document
A/71/373
as well as by resolution
68/167
in full,
1. Urges States to act.
2/2
16-22500
"""
    parsed = read(text)
    assert (parsed.title, parsed.number, parsed.symbol) == (
        "An invented title that goes on",
        "71/199",
        "A/RES/71/199",
    )
    assert [(apart.kind, apart.text[:30]) for apart in parsed.apart] == [
        (ApartKind.HEAD, "United Nations General Assembl")
    ]
    guided = "Guided by the Charter, and by document A/71/373 as well as by resolution 68/167 in full,"
    assert texts(parsed) == {"PP 1": guided, "1": "Urges States to act."}


def test_bare_page_numbers_go_and_stacked_footnotes_stay() -> None:
    text = """A/HRC/RES/31/99
The Human Rights Council,
Guided by the Charter1 and the Covenants,2
Recalling all, 3 and more,
1

2
3

Resolution 1 A (I).
A/HRC/1/2, annex.
See resolution 3.
GE.16-06394(E)
\fA/HRC/RES/31/99
2
1. Urges States to act.
"""
    parsed = read(text)
    assert texts(parsed) == {
        "PP 1": "Guided by the Charter and the Covenants,",
        "PP 2": "Recalling all, and more,",
        "1": "Urges States to act.",
    }
    assert [(n.marker, n.text) for n in parsed.footnotes] == [
        ("1", "Resolution 1 A (I)."),
        ("2", "A/HRC/1/2, annex."),
        ("3", "See resolution 3."),
    ]


def test_hyphens_at_the_end_of_lines_stay() -> None:
    parsed = read(
        resolution(
            "1. Urges non-",
            "governmental and self-",
            "help groups, pre- and",
            "post-",
            "and other ones to act.",
        )
    )
    assert (
        texts(parsed)["1"]
        == "Urges non-governmental and self-help groups, pre- and post- and other ones to act."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_text_files_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(resolution("1. Urges Côte d’Ivoire “to act”.").encode(encoding))
    assert read_resolution(path).paragraphs[-1].text == "Urges Côte d’Ivoire “to act”."


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "take the English text of one resolution"),
        (
            b"A letter to a friend, with a list:\n1. Bread\n2. Milk\n",
            "take the English text of one resolution",
        ),
        (
            b"Title\nThe General Assembly,\nGuided by the Charter,\n",
            "with '1.' at its first operative paragraph",
        ),
        (b"%PDF-1.7 and more", "save the document as text"),
        (b"PK\x03\x04 and more", "save the document as text"),
        (b"text with\0in it", "save the document as text"),
        (b" " * (MOST_BYTES + 1), "take the text of one resolution only"),
        (b"a\n" * (MOST_LINES + 1), "take the text of one resolution only"),
    ],
)
def test_what_is_no_resolution_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, advice: str
) -> None:
    path = tmp_path / "sent.txt"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_resolution(path)
    sentence = str(refused.value)
    assert str(path) in sentence
    assert advice in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(UserError, match="cannot be read"):
            read_resolution(path)


def test_a_letter_speaks_to_whom_its_chapeau_speaks() -> None:
    parsed = read(
        resolution(
            "1. Urges States:",
            "(a) To ask companies;",
            "2. Invites:",
            "(a) Business enterprises to act;",
            "(b) Many to act.",
        )
    )
    assert {str(p.label): (p.opening, p.addressees) for p in parsed.paragraphs if not p.label.preambular} == {
        "1": ("Urges", Addressee.STATES),
        "1 (a)": ("Urges", Addressee.STATES),
        "2": ("Invites", Addressee.OTHERS),
        "2 (a)": ("Invites", Addressee.BUSINESS),
        "2 (b)": ("Invites", Addressee.OTHERS),
    }
