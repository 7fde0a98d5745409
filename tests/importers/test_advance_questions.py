"""Advance questions: who asks what, in which batch; headings, bullets, joint questions."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.word_fixtures import paragraph, write_list, write_package
from uprtracker.errors import UserError
from uprtracker.importers.advance_questions import read_advance_questions, recognises

TITLE = "ADVANCE QUESTIONS TO ICELAND"


def write(tmp_path: Path, *texts: str) -> Path:
    return write_package(tmp_path / "a.docx", "".join(map(paragraph, texts)))


def test_questions_with_their_states(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        TITLE,
        "Generated on 22 Jan 2025 14:31",
        "",
        "BELGIUM",
        "What is done?",
        "- And when?",
        "HOLY SEE",
        "1. Why?",
    )
    assert recognises(path)
    read = read_advance_questions(path)
    assert (read.title, read.state_iso3, read.state_as_printed) == (TITLE, "ISL", "ICELAND")
    assert (read.batch, read.generated_on, read.warnings) == (1, date(2025, 1, 22), ())
    assert [(q.state_iso3, q.text, q.order) for q in read.questions] == [
        ("BEL", "What is done?", 1),
        ("BEL", "And when?", 2),
        ("VAT", "Why?", 3),
    ]
    assert read.questions[0].place.where.startswith("paragraph ")


@pytest.mark.parametrize(
    ("title", "batch"),
    [
        (TITLE, 1),
        (f"{TITLE} - ADD.1", 2),
        (f"{TITLE} – Add. 2", 3),
        (f"{TITLE} (Addendum 3)", 4),
        ("Advance questions for the United Kingdom", 1),
    ],
)
def test_batches(tmp_path: Path, title: str, batch: int) -> None:
    read = read_advance_questions(write(tmp_path, title, "CHILE", "Why?"))
    assert read.batch == batch
    assert read.state_iso3 in ("ISL", "GBR")


def test_an_addendum_on_its_own_line(tmp_path: Path) -> None:
    assert read_advance_questions(write(tmp_path, TITLE, "Add.2", "CHILE", "Why?")).batch == 3


def test_joint_questions_say_for_whom(tmp_path: Path) -> None:
    text = "Joint submission on behalf of Chile, Fiji and Peru, as members of a group: What is done?"
    (question,) = read_advance_questions(write(tmp_path, TITLE, "CHILE", text)).questions
    assert question.text == "What is done?"
    assert question.on_behalf_of == "Chile, Fiji and Peru, as members of a group"


def test_a_line_with_a_colon_opens_the_question_below(tmp_path: Path) -> None:
    read = read_advance_questions(write(tmp_path, TITLE, "CHILE", "Chile would like to ask:", "Why?", "How?"))
    assert [question.text for question in read.questions] == ["Chile would like to ask: Why?", "How?"]


def test_a_heading_that_is_no_state_is_told(tmp_path: Path) -> None:
    read = read_advance_questions(write(tmp_path, TITLE, "ATLANTIS", "Why?", "CHILE", "How?"))
    assert [question.state_iso3 for question in read.questions] == [None, "CHL"]
    assert "ATLANTIS" in read.warnings[0].message


def test_two_states_in_one_heading(tmp_path: Path) -> None:
    (question,) = read_advance_questions(write(tmp_path, TITLE, "CHILE AND PERU", "Why?")).questions
    assert (question.state_iso3, question.state_as_printed) == ("CHL", "CHILE AND PERU")


def test_other_documents_are_refused(tmp_path: Path) -> None:
    other = write_list(tmp_path / "list.docx", "M2025")
    assert not recognises(other)
    with pytest.raises(UserError, match="Advance questions to"):
        read_advance_questions(other)
    with pytest.raises(UserError, match="no question"):
        read_advance_questions(write(tmp_path, TITLE))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=60), max_size=6))
def test_every_line_below_a_heading_is_kept_or_a_heading(tmp_path: Path, texts: list[str]) -> None:
    from xml.sax.saxutils import escape

    read = read_advance_questions(write(tmp_path, TITLE, "CHILE", *map(escape, texts), "Why?"))
    assert read.questions[-1].text.endswith("Why?")
