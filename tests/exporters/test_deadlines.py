"""Deadlines as a calendar: RFC 5545 to the letter, what is open and no more, the same entries in every export."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.calendar_reading import Component, read_calendar
from tests.exporters.factory import AS_OF, details, recommendation, report_data
from uprtracker.errors import UserError
from uprtracker.exporters.deadlines import write_deadlines
from uprtracker.exporters.icalendar import Calendar, Event, calendar_text
from uprtracker.exporters.xml_text import writable
from uprtracker.vocabulary.read_model import Measure, Recommendation, ReportData
from uprtracker.vocabulary.status import Status

BILL = Measure(
    "Bill, second reading; plenary", "Ministry of Justice", None, date(2027, 3, 1), "in_progress", uid="m-1"
)


def made(data: ReportData, folder: Path) -> Component:
    write_deadlines(data, folder / "x.ics")
    return read_calendar((folder / "x.ics").read_bytes())


def data_of(*rows: Recommendation, measures: tuple[Measure, ...] = ()) -> ReportData:
    told = {row.id: replace(details(row), measures=measures) for row in rows}
    return replace(report_data(1), rows=rows, details=told)


def test_every_open_recommendation_with_a_due_date_is_a_whole_day(tmp_path: Path) -> None:
    data = report_data(40)
    calendar = made(data, tmp_path)
    expected = {f"{row.uid}@uprtracker" for row in data.rows if row.open and row.due_on}
    assert {event.value("UID") for event in calendar.inner} == expected
    one = next(row for row in data.rows if row.open and row.due_on)
    (event,) = [e for e in calendar.inner if e.value("UID") == f"{one.uid}@uprtracker"]
    assert one.due_on
    assert event.parameters("DTSTART") == {"VALUE": "DATE"}
    assert event.value("DTSTART") == f"{one.due_on:%Y%m%d}"
    assert event.value("DTEND") > event.value("DTSTART")
    assert one.text in event.text("DESCRIPTION")
    assert one.label in event.text("SUMMARY")


def test_what_is_closed_has_no_deadline(tmp_path: Path) -> None:
    closed = recommendation(1, official=Status.FULLY_IMPLEMENTED, due_on=AS_OF)
    open_ = recommendation(2, official=Status.PLANNED, due_on=AS_OF)
    assert len(made(data_of(closed, open_), tmp_path).inner) == 1


def test_a_measure_is_one_entry_for_all_its_recommendations(tmp_path: Path) -> None:
    rows = [recommendation(n, due_on=None) for n in (1, 2)]
    over = [replace(BILL, uid="m-2", state="completed"), replace(BILL, uid="m-3", due_on=None)]
    (event,) = made(data_of(*rows, measures=(BILL, *over)), tmp_path).inner
    assert event.value("UID") == "m-1@uprtracker"
    assert event.text("SUMMARY") == "Measure due: Bill, second reading; plenary"
    assert "For 140.1\nFor 140.2" in event.text("DESCRIPTION")


def test_the_head_says_what_the_calendar_covers(tmp_path: Path) -> None:
    calendar = made(report_data(20, filters=("Ministry: Justice; Interior",)), tmp_path)
    assert calendar.value("VERSION") == "2.0"
    assert calendar.text("X-UPR-AUDIENCE") == "public"
    assert calendar.text("X-UPR-WITHHELD") == "6"
    assert calendar.text("X-UPR-AS-OF") == AS_OF.isoformat()
    assert calendar.text("X-UPR-FILTERS") == "Ministry: Justice; Interior"
    assert calendar.text("X-UPR-INSTRUMENT") == "hrd-2015@as-supplied"
    assert calendar.value("X-UPR-LANGUAGE") == "en"
    assert "6 items withheld" in calendar.text("DESCRIPTION")


def test_the_same_data_make_the_same_bytes_and_a_later_date_other_stamps(tmp_path: Path) -> None:
    first, second = made(report_data(20), tmp_path), made(report_data(20), tmp_path)
    assert first == second
    later = made(report_data(20, as_of=date(2026, 12, 1)), tmp_path)
    assert later.inner[0].value("DTSTAMP") == "20261201T000000Z"
    assert [e.value("UID") for e in later.inner] == [e.value("UID") for e in first.inner]


def test_nothing_due_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="has a due date; set due dates, or choose other recommendations"):
        write_deadlines(data_of(recommendation(1, due_on=None)), tmp_path / "x.ics")


@given(st.text(), st.text(max_size=400), st.lists(st.text(min_size=1), max_size=3))
def test_any_text_comes_back_as_it_was(name: str, description: str, categories: list[str]) -> None:
    event = Event("u", AS_OF, name, description, tuple(categories))
    read = read_calendar(
        calendar_text(Calendar(name, description, "en", AS_OF, {"F": "x"}, (event,))).encode()
    )
    assert read.inner[0].text("DESCRIPTION") == writable(description).replace("\x7f", "")
