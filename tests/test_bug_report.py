"""What is said of a bug holds nothing of a dossier."""

import logging

from uprtracker.bug_report import described, log_bug, start_log
from uprtracker.vocabulary.day import day_in_words

SECRET = "name-of-a-defender"


def a_bug() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            day_in_words(SECRET)  # type: ignore[arg-type]
            raise ValueError(SECRET) from error
    except AttributeError as bug:
        return bug
    raise AssertionError


def test_it_names_kinds_and_our_lines_and_no_value() -> None:
    words = described(a_bug())
    assert "AttributeError" in words
    assert "KeyError" in words
    assert "uprtracker/vocabulary/day.py:" in words
    assert SECRET not in words


def test_the_log_holds_the_same() -> None:
    file = start_log()
    log_bug(a_bug())
    for handler in logging.getLogger("uprtracker").handlers[:]:
        handler.close()
        logging.getLogger("uprtracker").removeHandler(handler)
    logged = file.read_text(encoding="utf-8")
    assert "AttributeError" in logged
    assert SECRET not in logged
