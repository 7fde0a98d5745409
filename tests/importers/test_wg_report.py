"""Reports of the Working Group printed in the styles of all cycles, with the oddities that real ones hold."""

from pathlib import Path

import pytest
from docx import Document

from tests.importers.report_printer import BOLD, Printer
from uprtracker.errors import UserError
from uprtracker.importers.record import Answers, ParsedReview
from uprtracker.importers.wg_report import read_wg_report, recognises
from uprtracker.vocabulary.position import Position

PENDING = (
    "140.\tThe following recommendations will be examined by Iceland, which will provide responses in due time, but "
    "no later than the fifty-ninth session of the Human Rights Council:"
)
END = "\tAll conclusions and/or recommendations contained in the present report reflect the position of the State."


def printed(printer: Printer, *paragraphs: str, mark: str = "", state: str = "Iceland") -> ParsedReview:
    """A report whose conclusions are the given paragraphs; those that begin with a letter or a dot are indented."""
    printer.front(state)
    printer.new_page()
    printer.heading("II. Conclusions and/or recommendations", mark)
    for text in paragraphs:
        number = text.partition("\t")[0]
        is_item = "." in number[:-1] or number.startswith("(") or not number.isascii() or number[:-1] in SHORT
        printer.paragraph(text, left=142 if is_item else 113, font=BOLD)
    return read_wg_report(printer.save())


SHORT = frozenset(map(str, range(1, 20)))


def numbers(review: ParsedReview) -> list[str]:
    return [record.label for record in review.recommendations]


def modern(path: Path) -> Printer:
    return Printer(path / "a.pdf", "A/HRC/59/15")


def test_state_session_cycle_and_symbol_come_from_the_document(tmp_path: Path) -> None:
    path = tmp_path / "report-of-chile.pdf"
    review = printed(Printer(path, "A/HRC/59/15"), PENDING, "140.1\tRatify A (Chile);", "141." + END)
    assert (review.state_iso3, review.session, review.cycle) == ("ISL", 48, 4)
    assert (review.document_symbol, review.source, review.file) == ("A/HRC/59/15", "wg-report", path.name)
    assert recognises(path)
    assert not review.warnings


def test_answers_go_before_the_document(tmp_path: Path) -> None:
    printed(modern(tmp_path), PENDING, "140.1\tRatify A (Chile);")
    answers = Answers(state_iso3="CHL", session=20, document_symbol="A/HRC/1/1")
    review = read_wg_report(tmp_path / "a.pdf", answers=answers)
    assert (review.state_iso3, review.session, review.cycle) == ("CHL", 20, 2)
    assert review.document_symbol == review.recommendations[0].position_symbol == "A/HRC/1/1"


@pytest.mark.parametrize("hanging", [True, False])
@pytest.mark.parametrize("gap", [0, 6, 14])
@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize("style", ["140.{}", "140.{}.", "140. {}", "140 .{}"])
def test_a_long_list_over_several_pages(
    tmp_path: Path, hanging: bool, gap: float, old: bool, style: str
) -> None:
    printer = Printer(tmp_path / "a.pdf", "A/HRC/59/15", hanging=hanging, gap=gap, old=old)
    text = "Continue its efforts to protect the rights of all persons in paragraphs 12, 16 and 40 of the plan no. {}"
    items = [f"{style.format(n)}\t{text.format(n)} and of the next one (Chile);" for n in range(1, 61)]
    review = printed(printer, PENDING, *items, "141." + END)
    assert numbers(review) == [f"140.{n}" for n in range(1, 61)]
    assert review.missing_numbers == ()
    assert not review.in_doubt
    for n, record in enumerate(review.recommendations, start=1):
        assert record.text == f"{text.format(n)} and of the next one"
        assert record.states == ("CHL",)
        assert record.position is Position.PENDING
        assert record.position_source == "A/HRC/59/15 - Para. 140"
    assert review.recommendations[-1].place.where != review.recommendations[0].place.where


def test_lead_ins_give_positions(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "95.\tThe recommendations listed below have been examined by Iceland and enjoy its support:",
        "95.1\tRatify A (Chile);",
        "95.2\tRatify B (Chile).",
        "96.\tThe following recommendations enjoy the support of Iceland, which considers that they are already "
        "implemented or in the process of implementation:",
        "96.1\tRatify C (Chile);",
        "97.\tThe recommendations below did not enjoy the support of Iceland, because it has no army:",
        "97.1\tRatify D (Chile);",
        "98.\tThe following recommendations were noted by Iceland:",
        "98.1\tRatify E (Chile);",
        "99." + END,
    )
    found = [(r.label, r.position, r.already_implemented) for r in review.recommendations]
    assert found == [
        ("95.1", Position.SUPPORTED, False),
        ("95.2", Position.SUPPORTED, False),
        ("96.1", Position.SUPPORTED, True),
        ("97.1", Position.NOTED, False),
        ("98.1", Position.NOTED, False),
    ]
    refused = review.recommendations[3]
    assert (refused.position_as_printed, refused.explanation) == (
        "did not enjoy the support",
        "it has no army",
    )
    assert refused.position_source == "A/HRC/59/15 - Para. 97"


def test_plain_numbers_restart_under_each_paragraph(tmp_path: Path) -> None:
    review = printed(
        Printer(tmp_path / "a.pdf", "A/HRC/8/32", old=True),
        "1.\tThe recommendations below enjoy the support of Iceland:",
        "1.\tRatify A (Chile);",
        "2.\tRatify B (Peru);",
        "2.\tThe recommendations below did not enjoy the support of Iceland:",
        "1.\tRatify C (Chile);",
        "2.\tRatify D (Peru);",
    )
    assert numbers(review) == ["1.(1)", "1.(2)", "2.(1)", "2.(2)"]


def test_plain_numbers_run_past_the_number_of_the_next_paragraph(tmp_path: Path) -> None:
    items = [f"{n}.\tImplement the recommendations that follow number {n} (Chile);" for n in range(1, 15)]
    review = printed(
        modern(tmp_path),
        "10.\tThe recommendations below enjoy the support of Iceland:",
        *items[:12],
        "11.\tThe following recommendations will be examined by Iceland:",
        *items[12:],
        "12.\tThe recommendations listed below did not enjoy the support of Iceland:",
        "1.\tAbolish B (Peru).",
    )
    expected = [f"10.({n})" for n in range(1, 13)] + ["11.(13)", "11.(14)", "12.(1)"]
    assert numbers(review) == expected
    assert review.missing_numbers == ()


def test_letters_are_numbers_where_there_are_no_others(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tThe following recommendations were made to Iceland:",
        "(a)\tRatify A (Chile);",
        "(b)\tRatify B (Peru): (i) soon; (ii) in full (Mali).",
        "(c)\tRatify C (Chile).",
    )
    assert numbers(review) == ["60.(a)", "60.(b)", "60.(c)"]


def test_letters_under_a_number_are_part_of_its_text(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tThe following recommendations were made to Iceland:",
        "60.1\tOn treaties:",
        "(a)\tRatify A (Chile);",
        "(b)\tRatify B (Peru);",
        "60.2\tRatify C (Chile).",
    )
    assert numbers(review) == ["60.1", "60.2"]
    assert [clause.states for clause in review.recommendations[0].clauses] == [("CHL",), ("PER",)]


def test_recommendations_numbered_as_paragraphs(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tIn the course of the discussion, the following recommendations were made:",
        "61.\tRatify A (Chile).",
        "62.\tRatify B (Peru).",
        "63.\tThe response of Iceland to these recommendations will be included in the outcome report.",
        "64." + END,
    )
    assert [(r.label, r.position) for r in review.recommendations] == [
        ("61", Position.PENDING),
        ("62", Position.PENDING),
    ]


def test_recommendations_without_numbers_wait_for_a_person(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tThe following recommendations will be examined by Iceland:",
        "•\tRatify A (Chile).",
        "•\tRatify B (Peru).",
    )
    assert [(r.label, r.text, r.states) for r in review.recommendations] == [
        ("", "Ratify A", ("CHL",)),
        ("", "Ratify B", ("PER",)),
    ]
    assert len(review.in_doubt) == 2
    assert "item 2 of paragraph 60" in review.recommendations[1].place.where


def test_a_report_that_says_no_position_says_so_once(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tIn the course of the discussion, the following recommendations were made to Iceland:",
        "1.\tRatify A (Chile);",
        "2.\tRatify B (Peru).",
        "61." + END,
    )
    assert {r.position for r in review.recommendations} == {Position.UNKNOWN}
    assert not review.in_doubt
    (notice,) = review.warnings
    assert "60.(1), 60.(2)" in notice.message


def test_a_remark_behind_the_list_gives_the_position(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tIn the course of the discussion, the following recommendations were made to Iceland:",
        "1.\tRatify A (Chile);",
        "61.\tThe response of Iceland to these recommendations will be included in the outcome report adopted by "
        "the Human Rights Council at its eighth session.",
    )
    assert review.recommendations[0].position is Position.PENDING


def test_a_remark_on_some_numbers_flags_those(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tThe recommendations listed below enjoy the support of Iceland:",
        *[f"{n}.\tRatify treaty {n}00 (Chile);" for n in range(1, 6)],
        "61.\tIceland considers that the recommendations Nos. 2-3 and 5 have already been implemented.",
    )
    assert [r.already_implemented for r in review.recommendations] == [False, True, True, False, True]


def test_another_remark_is_shown(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        PENDING,
        "140.1\tRatify A (Chile);",
        "141.\tThe recommendations noted in paragraphs 26 (e) and 29 did not enjoy the support of Iceland.",
    )
    assert [(n.where, "26 (e)" in n.message) for n in review.warnings] == [("page 2", True)]
    assert review.recommendations[0].position is Position.PENDING


def test_footnotes_and_their_marks_are_dropped(tmp_path: Path) -> None:
    printer = modern(tmp_path)
    printer.front("Iceland")
    printer.new_page()
    printer.heading("II. Conclusions and/or recommendations", "**")
    printer.note("**", "Conclusions and recommendations have not been edited.")
    printer.paragraph(PENDING, font=BOLD)
    printer.note("1", "The recommendation as read during the interactive dialogue: 140.9 Ratify Z (Peru).")
    printer.paragraph("140.1\tRatify the Convention (Chile);^1", left=142, font=BOLD)
    printer.paragraph("140.2\tRatify the Protocol (Peru);", left=142, font=BOLD)
    printer.new_page()
    printer.paragraph("140.3\tProtect 9 km of coast (Chile).", left=142, font=BOLD)
    review = read_wg_report(printer.save())
    assert [(r.label, r.text) for r in review.recommendations] == [
        ("140.1", "Ratify the Convention"),
        ("140.2", "Ratify the Protocol"),
        ("140.3", "Protect 9 km of coast"),
    ]
    assert not review.warnings


def test_stars_between_the_list_and_its_end_are_no_footnote(tmp_path: Path) -> None:
    printer = modern(tmp_path)
    printer.front("Iceland")
    printer.heading("II. Conclusions and/or recommendations")
    printer.paragraph(PENDING)
    printer.paragraph("140.1\tRatify A (Chile);", left=142)
    printer.paragraph("***", left=300)
    printer.paragraph("140.2\tRatify B (Chile);", left=142)
    assert numbers(read_wg_report(printer.save())) == ["140.1", "140.2"]


def test_line_ends_at_hyphens_dashes_and_strokes_add_no_space(tmp_path: Path) -> None:
    printer = modern(tmp_path)
    printer.front("Iceland")
    printer.heading("II. Conclusions and/or recommendations")
    printer.paragraph(PENDING)
    printer.y -= 6
    for line in (
        "140.1 Support non-",
        "governmental bodies in 2016–",
        "2020 and/",
        "or later, short-",
        "and long-term (Chile);",
    ):
        printer.line(142, line)
    (record,) = read_wg_report(printer.save()).recommendations
    assert record.text == "Support non-governmental bodies in 2016–2020 and/or later, short- and long-term"


def test_clauses_and_brackets_are_those_of_every_list(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        PENDING,
        "140.1\tRatify the Protocol (OP-CAT) (Chile) (Peru); Sign the plan (2016–2020) (Mali, Togo);",
        "140.2\tConsider ratifying (Philippines)/ acceding to (Egypt) the Convention;",
        "140.3\tRatify the Convention Ghana);.",
        "140.4\tRatify the Convention (Atlantis).",
    )
    first, second, third, fourth = review.recommendations
    assert [(c.text, c.states) for c in first.clauses] == [
        ("Ratify the Protocol (OP-CAT)", ("CHL", "PER")),
        ("Sign the plan (2016–2020)", ("MLI", "TGO")),
    ]
    assert (second.states, third.states) == (("PHL", "EGY"), ("GHA",))
    assert review.in_doubt == (fourth,)


def test_a_typing_error_between_two_neighbours_is_mended_and_said(tmp_path: Path) -> None:
    typed = ("82.1", "84.2", "82.3", "82.33", "82.5", "82.6")
    review = printed(
        modern(tmp_path),
        "82.\tThe following recommendations enjoy the support of Iceland:",
        *[f"{number}\tRatify treaty {n}00 (Chile);" for n, number in enumerate(typed, start=1)],
        "83.\tThe following recommendations will be examined by Iceland:",
        "83.1\tRatify Z (Chile);",
    )
    assert numbers(review) == [f"82.{n}" for n in range(1, 7)] + ["83.1"]
    assert review.missing_numbers == ()
    assert [notice.message.split(" is printed")[0] for notice in review.warnings] == ["84.2", "82.33"]


def test_gaps_are_named(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        PENDING,
        "140.1\tRatify A (Chile);",
        "140.4\tRatify B (Chile);",
        "140.6\tRatify C (Chile);",
    )
    assert review.missing_numbers == ("140.2", "140.3", "140.5")
    assert "140.2-3, 140.5" in review.warnings[0].message


def test_a_number_that_two_texts_bear_is_read_as_parts(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path), PENDING, "140.1\tRatify A (Chile);", "140.1\tRatify B (Chile);", "140.2\tC (Chile);"
    )
    assert numbers(review) == ["140.1a", "140.1b", "140.2"]
    assert review.warnings


def test_paragraphs_without_line_ends_between_them_are_cut_at_their_numbers(tmp_path: Path) -> None:
    printer = modern(tmp_path)
    printer.front("Iceland")
    printer.heading("II. Conclusions and/or recommendations")
    printer.paragraph(
        "97.\tThe recommendations below enjoy the support of Iceland: 97.1. Ratify A (Chile); 97.2. Ratify B of 1999 "
        "(Chile); 98. The following recommendations will be examined by Iceland: 98.1. Ratify C (Chile)."
    )
    review = read_wg_report(printer.save())
    assert [(r.label, r.text, r.position) for r in review.recommendations] == [
        ("97.1", "Ratify A", Position.SUPPORTED),
        ("97.2", "Ratify B of 1999", Position.SUPPORTED),
        ("98.1", "Ratify C", Position.PENDING),
    ]


def test_headings_of_themes_are_kept_as_headings(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        PENDING,
        "140.1\tRatify A (Chile);",
        "Rights of women",
        "140.2\tRatify B (Chile);",
    )
    assert [(r.text, r.heading) for r in review.recommendations] == [
        ("Ratify A", ""),
        ("Ratify B", "Rights of women"),
    ]


def test_a_heading_at_the_top_of_a_page_is_one_too(tmp_path: Path) -> None:
    printer = modern(tmp_path)
    printer.front("Iceland")
    printer.heading("II. Conclusions and/or recommendations")
    printer.paragraph(PENDING)
    printer.paragraph("140.1\tRatify A (Chile);", left=142)
    printer.new_page()
    printer.paragraph("Rights of women", left=142)
    printer.paragraph("140.2\tRatify B (Chile).", left=142)
    review = read_wg_report(printer.save())
    assert [(r.text, r.heading) for r in review.recommendations] == [
        ("Ratify A", ""),
        ("Ratify B", "Rights of women"),
    ]
    assert not review.in_doubt


def test_a_number_without_its_paragraph_or_with_a_wrong_one(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        PENDING,
        "140.1\tRatify A (Chile);",
        "2.\tRatify B (Chile);",
        "1440.3\tRatify C (Chile);",
        "140:4\tRatify D (Chile);",
        "140.5\tRatify E (Chile).",
    )
    assert numbers(review) == [f"140.{n}" for n in range(1, 6)]


def test_plain_numbers_that_start_anew_below_a_heading_stay_apart(tmp_path: Path) -> None:
    review = printed(
        modern(tmp_path),
        "60.\tThe following recommendations will be examined by Iceland:",
        "1.\tRatify A (Chile);",
        "2.\tRatify B (Chile);",
        "Rights of women",
        "1.\tRatify C (Chile);",
        "2.\tRatify D (Chile).",
    )
    assert numbers(review) == ["60.(1)a", "60.(2)a", "60.(1)b", "60.(2)b"]
    assert [r.text for r in review.recommendations] == [f"Ratify {letter}" for letter in "ABCD"]


def test_conclusions_without_a_heading_begin_with_their_first_list(tmp_path: Path) -> None:
    printer = modern(tmp_path)
    printer.front("Iceland")
    printer.paragraph("3.\tIn accordance with paragraph 15, the following documents were issued:")
    printer.paragraph("(a)\tA national report;", left=142)
    printer.paragraph(PENDING)
    printer.paragraph("140.1\tRatify A (Chile).", left=142)
    assert numbers(read_wg_report(printer.save())) == ["140.1"]


def test_a_word_report_is_read_alike(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "A/HRC/59/15"
    for text in (
        "Report of the Working Group on the Universal Periodic Review*",
        "Iceland",
        "1.\tThe Working Group held its forty-eighth session from 20 to 31 January 2025.",
        "II.\tConclusions and/or recommendations**",
        PENDING,
        "140.1\tRatify the Convention (Chile);",
        "140.2\tRatify the Protocol (Peru) (Mali);",
        "141." + END,
        "Annex",
    ):
        document.add_paragraph(text)
    path = tmp_path / "report.docx"
    document.save(str(path))
    assert recognises(path)
    review = read_wg_report(path)
    assert (review.state_iso3, review.session, review.document_symbol) == ("ISL", 48, "A/HRC/59/15")
    assert [(r.label, r.text, r.states, r.position) for r in review.recommendations] == [
        ("140.1", "Ratify the Convention", ("CHL",), Position.PENDING),
        ("140.2", "Ratify the Protocol", ("PER", "MLI"), Position.PENDING),
    ]


def test_other_files_are_not_recognised_and_refused_with_advice(tmp_path: Path) -> None:
    letter = Printer(tmp_path / "letter.pdf", "A/HRC/59/15")
    letter.paragraph("Dear colleagues, this is a letter about something else.")
    letter.save()
    assert not recognises(letter.path)
    with pytest.raises(UserError, match="no section 'Conclusions and/or recommendations'"):
        read_wg_report(letter.path)
    empty = modern(tmp_path)
    with pytest.raises(UserError, match="no numbered recommendation"):
        printed(empty, "140.\tThe Working Group had nothing to say about this State.")
    text = tmp_path / "text.pdf"
    text.write_text("140.1 Ratify A (Chile)")
    assert not recognises(text)


def test_an_addendum_is_no_report(tmp_path: Path) -> None:
    printer = Printer(tmp_path / "a.pdf", "A/HRC/59/15/Add.1")
    printer.front("Iceland", title="Addendum")
    printer.paragraph("1.\tIceland accepts recommendations 140.1 and 140.2.")
    assert not recognises(printer.save())
