"""Figures over time: numbers are counted as everywhere else, and the recommendations behind them are known."""

from datetime import date

from uprtracker.vocabulary.status import NOT_REPORTED, Status
from uprtracker.vocabulary.trend import Standing, trend_point

DAY = date(2025, 6, 30)


def test_parts_of_a_number_count_once_under_the_least_advanced() -> None:
    point = trend_point(
        "Mid-term",
        DAY,
        [
            Standing("a", ("1", "140.1"), Status.FULLY_IMPLEMENTED),
            Standing("b", ("1", "140.2"), Status.FULLY_IMPLEMENTED),
            Standing("c", ("1", "140.2"), Status.IN_PROGRESS),
            Standing("d", ("2", "140.2"), None),
        ],
    )
    assert point.count.total == 3
    assert point.count[Status.FULLY_IMPLEMENTED] == 1
    assert point.behind(Status.IN_PROGRESS) == ("b", "c")
    assert point.behind(NOT_REPORTED) == ("d",)
    assert sorted(point.behind(None)) == ["a", "b", "c", "d"]
