"""Days on the screen in six languages: Western digits, and what is written can be read back."""

from datetime import date

import pytest

from uprtracker.i18n import set_language
from uprtracker.ui.fields.day_text import long_day, read_day, short_day

DAY = date(2026, 11, 24)


@pytest.fixture(params=["en", "fr", "es", "ar", "ru", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    set_language(request.param)
    yield request.param
    set_language("en")


def test_every_language_writes_western_digits_and_reads_what_it_writes(language: str) -> None:
    for written in (long_day(DAY), short_day(DAY)):
        assert "2026" in written
        assert read_day(written) == DAY
    assert read_day("2026-11-24") == DAY


def test_chinese_writes_the_year_first() -> None:
    set_language("zh")
    try:
        assert long_day(DAY) == "2026年11月24日"
    finally:
        set_language("en")


def test_arabic_names_the_months_as_most_of_its_readers_do() -> None:
    set_language("ar")
    try:
        assert long_day(DAY) == "24 نوفمبر 2026"
    finally:
        set_language("en")
