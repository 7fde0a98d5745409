"""Dates in every shape that tables hold them in; an order that could be the other is told."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.cell_date import DateReading, read_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (datetime(2024, 3, 1, 12), date(2024, 3, 1)),
        (date(2024, 3, 1), date(2024, 3, 1)),
        (46078, date(2026, 2, 25)),
        (46125.4996282407, date(2026, 4, 13)),
        ("46078", date(2026, 2, 25)),
        ("2025-02-12T00:00:00", date(2025, 2, 12)),
        ("2025/2/12", date(2025, 2, 12)),
        ("31/12/2024", date(2024, 12, 31)),
        ("12/31/2024", date(2024, 12, 31)),
        ("5.5.2024", date(2024, 5, 5)),
    ],
)
def test_dates_that_are_clear(value: object, day: date) -> None:
    assert read_date(value) == DateReading(day)


def test_a_date_that_could_be_read_either_way() -> None:
    assert read_date("03/04/2024") == DateReading(date(2024, 4, 3), either_order=True)
    assert read_date("03/04/2024", day_first=False) == DateReading(date(2024, 3, 4), either_order=True)


def test_the_other_epoch_of_serial_dates() -> None:
    assert read_date(44616, counts_from_1904=True) == read_date(46078)


@pytest.mark.parametrize(
    "value", ["", "soon", "30/02/2024", "2020", 2020, 166.1, True, None, "2024-13-01", 1e9]
)
def test_what_is_no_date(value: object) -> None:
    assert read_date(value).day is None


@given(st.dates(date(1955, 1, 1), date(2118, 1, 1)))
def test_any_day_is_read_back_as_iso_and_as_serial(day: date) -> None:
    assert read_date(day.isoformat()).day == day
    assert read_date((day - date(1899, 12, 30)).days).day == day
    assert read_date(day.strftime("%d/%m/%Y")).day == day


@given(st.one_of(st.text(), st.floats(allow_nan=True), st.integers()))
def test_anything_else_is_none_and_never_an_error(value: object) -> None:
    read_date(value)
