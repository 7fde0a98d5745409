"""Addenda in the shapes that States give them: lists in prose, headings, labels, tables; and what stays unread."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from tests.importers.report_printer import Printer
from uprtracker.errors import UserError
from uprtracker.importers.addendum import read_addendum, recognises
from uprtracker.importers.parsed_addendum import ParsedAddendum, StatedTotals
from uprtracker.vocabulary.position import Position

SUPPORTED, NOTED, IN_PART, PENDING = (
    Position.SUPPORTED,
    Position.NOTED,
    Position.SUPPORTED_NOTED,
    Position.PENDING,
)


def printer(path: Path) -> Printer:
    made = Printer(path / "a.pdf", "A/HRC/59/15/Add.1")
    made.front("Iceland", title="Addendum")
    made.new_page()
    return made


def printed(path: Path, *blocks: str, paragraph: str | None = None) -> ParsedAddendum:
    """Headings begin with `#`; the others are paragraphs."""
    made = printer(path)
    for block in blocks:
        if block.startswith("#"):
            made.heading(block[1:])
        else:
            made.paragraph(block)
    return read_addendum(made.save(), paragraph=paragraph)


def positions(addendum: ParsedAddendum) -> dict[str, Position]:
    return {stated.label: stated.position for stated in addendum.positions}


def unread(addendum: ParsedAddendum) -> list[str]:
    return [number for left in addendum.unread for number in left.numbers]


def test_front_totals_and_places(tmp_path: Path) -> None:
    addendum = printed(
        tmp_path,
        "1.\tThis document contains the response of Iceland.",
        "2.\tIceland received 4 recommendations, of which 3 are supported and 1 noted.",
        "#I. Accepted recommendations",
        "3.\tThe Government accepts the following recommendations: 140.1, 140.2. 140.4.",
        "#II. Noted recommendations",
        "4.\tThe Government takes note of recommendation 140.3. The Constitution forbids it.",
    )
    assert recognises(tmp_path / "a.pdf")
    assert (addendum.state_iso3, addendum.document_symbol) == ("ISL", "A/HRC/59/15")
    assert (addendum.addendum_symbol, addendum.warnings) == ("A/HRC/59/15/Add.1", ())
    assert addendum.totals == StatedTotals(received=4, supported=3, noted=1)
    assert positions(addendum) == {"140.1": SUPPORTED, "140.2": SUPPORTED, "140.3": NOTED, "140.4": SUPPORTED}
    first, noted = addendum.positions[0], addendum.positions[2]
    assert (first.paragraph, first.place.where, first.position_as_printed) == ("Para. 3", "page 2", "accepts")
    assert "140.1, 140.2. 140.4" in first.sentence
    assert (noted.paragraph, noted.position_as_printed) == ("Para. 4", "takes note")
    assert [(e.numbers, e.text) for e in addendum.explanations] == [
        (("140.3",), "The Constitution forbids it.")
    ]
    assert addendum.unread == ()


def test_a_list_over_lines_and_pages_with_typing_errors(tmp_path: Path) -> None:
    made = printer(tmp_path)
    made.paragraph("1.\tThe Government accepts the following recommendations:")
    for start in range(1, 241, 8):
        marks = [". " if n % 7 == 0 else ", " for n in range(start, start + 8)]
        made.line(
            113, "".join(f"140.{n}{mark}" for n, mark in zip(range(start, start + 8), marks, strict=True))
        )
    made.line(113, "140.241-")
    made.line(113, "250, 140.251 – 252, 254.")
    made.y -= 6
    made.line(113, "140.7")
    made.y -= 6
    made.line(142, "A law was adopted in 2024.")
    addendum = read_addendum(made.save())
    assert list(positions(addendum)) == [f"140.{n}" for n in range(1, 255) if n != 253]
    assert set(positions(addendum).values()) == {SUPPORTED}
    assert [(e.numbers, e.text) for e in addendum.explanations] == [
        (("140.7",), "A law was adopted in 2024.")
    ]


def test_already_implemented_comes_from_sentence_or_heading(tmp_path: Path) -> None:
    addendum = printed(
        tmp_path,
        "#Accepted recommendations that Iceland considers already implemented or in the process of implementation",
        "1.\tThe Government accepts recommendations 140.1 and 140.2.",
        "#Other accepted recommendations",
        "2.\tThe Government accepts recommendation 140.3.",
        "3.\tIceland accepts recommendation 140.4, which is already implemented.",
    )
    assert [stated.already_implemented for stated in addendum.positions] == [True, True, False, True]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Iceland supports recommendations 140.1-2 and takes note of 140.3.", (SUPPORTED, SUPPORTED, NOTED)),
        ("Iceland does not accept recommendations 140.1, 140.2 and 140.3.", (NOTED, NOTED, NOTED)),
        ("Recommendations 140.1 and 140.2 enjoy the support of Iceland.", (SUPPORTED, SUPPORTED)),
        ("Recommendations 140.1 and 140.2 do not enjoy the support of Iceland.", (NOTED, NOTED)),
        ("Recommendation 140.1 is accepted, while 140.2 is noted.", (SUPPORTED, NOTED)),
        (
            "The Government partially accepts 140.1, accepts 140.2 and rejects 140.3.",
            (IN_PART, SUPPORTED, NOTED),
        ),
        ("Iceland accepts in part recommendation 140.1.", (IN_PART,)),
        ("Iceland accepts the first part of 140.1 and does not accept the second part.", (IN_PART,)),
        ("Iceland is not in a position to accept recommendation 140.1.", (NOTED,)),
        ("Recommendations 140.1 and 140.2 remain under consideration.", (PENDING, PENDING)),
        ("Iceland cannot support recommendation 140.1 but supports 140.2.", (NOTED, SUPPORTED)),
    ],
)
def test_sentences(tmp_path: Path, sentence: str, expected: tuple[Position, ...]) -> None:
    addendum = printed(tmp_path, f"1.\t{sentence}", "2.\tSee recommendations 140.1 and 140.1 above.")
    assert tuple(positions(addendum).values()) == expected
    assert list(positions(addendum)) == [f"140.{n}" for n in range(1, len(expected) + 1)]
    assert addendum.unread == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Iceland accepts all recommendations except 140.1 and 140.2.",
        "Recommendations 140.1 and 140.2 are accepted in principle.",
        "Recommendations 140.1 and 140.2 are of great interest to Iceland.",
        "It has never been the case, nor can it ever be that without a law Iceland would now support 140.1 and 140.2.",
    ],
)
def test_what_is_not_clear_is_shown_and_not_guessed(tmp_path: Path, sentence: str) -> None:
    addendum = printed(tmp_path, f"1.\t{sentence}")
    assert addendum.positions == ()
    assert sorted(set(unread(addendum))) == ["140.1", "140.2"]
    assert all(left.sentence in sentence and left.reason for left in addendum.unread)


def test_two_positions_on_one_number_leave_it_open(tmp_path: Path) -> None:
    addendum = printed(
        tmp_path,
        "1.\tIceland accepts recommendations 140.1 and 140.2.",
        "2.\tIceland rejects recommendation 140.2.",
    )
    assert positions(addendum) == {"140.1": SUPPORTED}
    assert unread(addendum) == ["140.2"]
    assert "accepts" in addendum.unread[0].sentence
    assert "rejects" in addendum.unread[0].sentence


def test_a_range_that_runs_backwards_is_shown(tmp_path: Path) -> None:
    addendum = printed(tmp_path, "1.\tIceland accepts recommendations 140.1, 140.120-9 and 140.3.")
    assert list(positions(addendum)) == ["140.1", "140.3"]
    assert "140.120-9" in addendum.unread[0].reason


def test_labels_below_a_heading_take_its_position(tmp_path: Path) -> None:
    addendum = printed(
        tmp_path,
        "#Recommendations that enjoy the support of Iceland",
        "140.1 Ratify the Convention (Chile);",
        "140.2 Ratify the Protocol (Peru) (Mali);",
        "#Recommendations that are noted",
        "140.3 Abolish the army (Chile).",
        "Iceland has no army. See recommendation 140.4.",
    )
    assert positions(addendum) == {"140.1": SUPPORTED, "140.2": SUPPORTED, "140.3": NOTED}
    assert unread(addendum) == ["140.4"]
    (explanation,) = addendum.explanations
    assert (explanation.numbers, explanation.text) == (
        ("140.3",),
        "Iceland has no army. See recommendation 140.4.",
    )


def test_labels_below_an_introduction_take_its_position(tmp_path: Path) -> None:
    addendum = printed(
        tmp_path,
        "1.\tThe following recommendations enjoy the support of Iceland:",
        "140.1, 140.2, 140.5-7",
        "2.\tThe following recommendations do not enjoy the support of Iceland:",
        "140.3 and 140.4",
    )
    assert [n for n, position in positions(addendum).items() if position is NOTED] == ["140.3", "140.4"]
    assert len(addendum.positions) == 7


def test_answers_beside_labels_go_before_the_heading(tmp_path: Path) -> None:
    addendum = printed(
        tmp_path,
        "#Recommendations accepted by Iceland",
        "140.1: Accepted.",
        "140.2: Accepted in part. The second half needs a law.",
        "140.3-4: Iceland supports the work of the tribunal and of others.",
        "140.5: Not accepted.",
        "140.6",
        "One part of the recommendation is accepted, the other is not.",
    )
    assert positions(addendum) == {
        "140.1": SUPPORTED,
        "140.2": IN_PART,
        "140.3": SUPPORTED,
        "140.4": SUPPORTED,
        "140.5": NOTED,
        "140.6": SUPPORTED,
    }


def test_headings_of_themes_do_not_end_the_heading_above(tmp_path: Path) -> None:
    made = printer(tmp_path)
    made.heading("Noted recommendations")
    made.paragraph("Women")
    made.paragraph("140.1 Ratify the Convention (Chile).")
    made.paragraph("Children")
    made.paragraph("140.2 Ratify the Protocol (Chile).")
    made.heading("Final words")
    made.paragraph("140.3 Ratify the other Protocol (Chile).")
    addendum = read_addendum(made.save())
    assert positions(addendum) == {"140.1": NOTED, "140.2": NOTED}
    assert unread(addendum) == ["140.3"]


def test_the_paragraph_may_be_left_out(tmp_path: Path) -> None:
    texts = (
        "1.\tIceland thanks all States.",
        "2.\tThe Government accepts the recommendations 1–5, 14– 16 and 150 – 152.",
        "3.\tThe Government takes note of recommendations 6 and 7.",
    )
    plain = printed(tmp_path, *texts)
    assert [stated.number for stated in plain.positions][:6] == ["1", "2", "3", "4", "5", "6"]
    assert positions(plain)["7"] is NOTED
    given = printed(tmp_path, *texts, paragraph="115")
    assert list(positions(given))[-1] == "115.152"
    named = printed(tmp_path, "1.\tThese are replies to paragraph 115 of the report.", *texts[1:])
    assert positions(named) == positions(given)


def test_a_hanging_table_of_the_first_cycle(tmp_path: Path) -> None:
    made = printer(tmp_path)
    made.paragraph("1.\tIceland has examined the recommendations with care and offers the following replies.")
    made.rows(
        [
            (
                "5., 6., 7., 8., 9.",
                "The Icelandic Government accepts these recommendations. It will ratify soon.",
            ),
            (
                "18.",
                "This recommendation is not accepted. The Constitution of Iceland forbids it, as was said.",
            ),
            ("32.", "One part of the recommendation is accepted, the other is not accepted by Parliament."),
            ("40.", "We consider this matter to be of importance for all of us and for our children too."),
        ],
        (113, 220),
    )
    addendum = read_addendum(made.save())
    expected = {str(n): SUPPORTED for n in range(5, 10)} | {"18": NOTED, "32": IN_PART}
    assert positions(addendum) == expected
    assert unread(addendum) == ["40"]
    assert addendum.explanations[1].numbers == ("18",)
    assert "Constitution of Iceland" in addendum.explanations[1].text


TABLE = [
    ("Recommendation", "Position", "Comments"),
    ("140.1 Ratify the Convention on something that is long enough for two lines (Chile)", "Accepted", ""),
    (
        "140.2 Abolish the army (Peru)",
        "Noted",
        "Iceland has no army and never had one in all of its history.",
    ),
    ("140.3 Sign the Protocol (Mali)", "Partially accepted", "The first part only."),
    (
        "140.4 Sign the other Protocol (Mali)",
        "",
        "It is being looked at by experts from all of the ministries.",
    ),
    ("140.5 Strengthen the plan (Chile)", "Supported", "A law of 2024 does so."),
]


def check_table(addendum: ParsedAddendum) -> None:
    assert positions(addendum) == {"140.1": SUPPORTED, "140.2": NOTED, "140.3": IN_PART, "140.5": SUPPORTED}
    assert unread(addendum) == ["140.4"]
    told = {e.numbers: e.text for e in addendum.explanations}
    assert told[("140.2",)] == "Iceland has no army and never had one in all of its history."
    assert told[("140.3",)] == "The first part only."
    assert told[("140.5",)] == "A law of 2024 does so."
    assert ("140.1",) not in told


def test_a_printed_table(tmp_path: Path) -> None:
    made = printer(tmp_path)
    made.paragraph("1.\tThe replies of Iceland are given in the table below, which is part of this document.")
    made.rows(TABLE, (113, 280, 370))
    made.paragraph(
        "2.\tIceland thanks all the States that took part in its review and looks forward to the next."
    )
    check_table(read_addendum(made.save()))


def test_a_printed_table_that_goes_on_over_pages(tmp_path: Path) -> None:
    made = printer(tmp_path)
    rows = [
        (f"140.{n}", f"Do the thing number {n} (Chile)", "Noted" if n % 5 == 0 else "Accepted")
        for n in range(1, 81)
    ]
    made.rows(rows, (113, 180, 400))
    found = positions(read_addendum(made.save()))
    assert len(found) == 80
    assert [n for n, position in found.items() if position is NOTED] == [f"140.{n}" for n in range(5, 81, 5)]


def word_addendum(path: Path) -> WordDocument:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "A/HRC/59/15/Add.1"
    for text in ("Report of the Working Group on the Universal Periodic Review", "Iceland", "Addendum"):
        document.add_paragraph(text)
    return document


def test_a_word_table(tmp_path: Path) -> None:
    document = word_addendum(tmp_path)
    table = document.add_table(rows=0, cols=3)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert recognises(path)
    addendum = read_addendum(path)
    assert (addendum.state_iso3, addendum.addendum_symbol) == ("ISL", "A/HRC/59/15/Add.1")
    check_table(addendum)
    assert addendum.positions[0].place.where == "table 1, row 2"


def test_word_prose_with_headings(tmp_path: Path) -> None:
    document = word_addendum(tmp_path)
    for text in (
        "Accepted recommendations",
        "1.\tIceland accepts 140.1 and 140.2.",
        "Noted recommendations",
        "140.3",
        "It needs a law.",
    ):
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    addendum = read_addendum(tmp_path / "a.docx")
    assert positions(addendum) == {"140.1": SUPPORTED, "140.2": SUPPORTED, "140.3": NOTED}
    assert addendum.explanations[-1].text == "It needs a law."


def test_other_files(tmp_path: Path) -> None:
    report = Printer(tmp_path / "report.pdf", "A/HRC/59/15")
    report.front("Iceland")
    assert not recognises(report.save())
    with pytest.raises(UserError, match="names no recommendation by its number"):
        read_addendum(report.path)
    text = tmp_path / "text.pdf"
    text.write_text("140.1 accepted")
    assert not recognises(text)
    assert not recognises(tmp_path)
