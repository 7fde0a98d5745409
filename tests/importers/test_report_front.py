"""State, session and symbol of a document from its first lines."""

import pytest

from uprtracker.importers.report_front import ordinal_number, read_front

TITLE = ["Report of the Working Group on the Universal Periodic", "Review*"]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1), ("ninth", 9), ("tenth", 10), ("twelfth", 12), ("nineteenth", 19), ("twentieth", 20),
        ("twenty-first", 21), ("thirty-second", 32), ("fortieth", 40), ("forty-eighth", 48), ("Fifty-third", 53),
        ("sixtieth", 60), ("99th", 99), ("48th", 48), ("last", None), ("", None),
    ],
)  # fmt: skip
def test_ordinals(word: str, number: int | None) -> None:
    assert ordinal_number(word) == number


@pytest.mark.parametrize(
    ("lines", "iso3", "printed"),
    [
        ([*TITLE, "Slovenia", "Addendum"], "SVN", "Slovenia"),
        (
            ["Report of the Working Group on the Universal Periodic Review ∗", "South Africa ∗"],
            "ZAF",
            "South Africa",
        ),
        ([*TITLE, "United Kingdom of Great Britain", "and Northern Ireland*"], "GBR", None),
        ([*TITLE, "Democratic People’s Republic", "of Korea"], "PRK", None),
        ([*TITLE, "", "Contents", "The review of Viet Nam was held on 5 February."], "VNM", "Viet Nam"),
        ([*TITLE, "Contents", "adopted the report on Iran (Islamic Republic of)."], "IRN", None),
        ([*TITLE, "Atlantis"], None, ""),
    ],
)
def test_state(lines: list[str], iso3: str | None, printed: str | None) -> None:
    front = read_front(lines)
    assert front.state_iso3 == iso3
    assert printed is None or front.state_as_printed == printed
    assert front.is_report


def test_the_session_is_the_working_groups_and_not_the_councils() -> None:
    lines = [
        "Human Rights Council",
        "Fifty-ninth session",
        *TITLE,
        "The Working Group held its forty-",
        "eighth session",
    ]
    assert read_front(lines).session is None
    lines[-2:] = ["The Working Group held its", "forty-eighth session from 20 January"]
    assert read_front(lines).session == 48


@pytest.mark.parametrize(
    ("line", "symbol", "addendum"),
    [
        ("A/HRC/59/15", "A/HRC/59/15", ""),
        ("United Nations A/HRC/59/15/Add.1", "A/HRC/59/15", "A/HRC/59/15/Add.1"),
        ("A /HRC/8/32*", "A/HRC/8/32", ""),
        ("A/HRC/WG.6/1/ZAF/4", "", ""),
        ("nothing", "", ""),
    ],
)
def test_symbols(line: str, symbol: str, addendum: str) -> None:
    front = read_front([line, *TITLE])
    assert (front.symbol, front.addendum) == (symbol, addendum)


def test_another_document_is_none() -> None:
    assert not read_front(["A/HRC/59/15", "Note by the Secretariat"]).is_report
    assert not read_front([]).is_report
