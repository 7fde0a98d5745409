"""The scale, what is disputed, open and overdue: DOMAIN.md's rules one by one."""

from datetime import date

import pytest

from uprtracker.errors import UserError
from uprtracker.vocabulary.status import (
    BUCKETS,
    NOT_REPORTED,
    Assessment,
    Status,
    bucket_label,
    combined,
    is_disputed,
    is_open,
    is_overdue,
    parse_assessment,
    parse_bucket,
    parse_status,
)
from uprtracker.vocabulary.status_shape import SHAPES

A, S = Assessment, Status
AGREEING = {
    A.NOT_IMPLEMENTED: {S.NOT_STARTED, S.PLANNED, S.NOT_BEING_IMPLEMENTED},
    A.CONTRARY_MEASURES: {S.NOT_STARTED, S.PLANNED, S.NOT_BEING_IMPLEMENTED},
    A.PARTIALLY_IMPLEMENTED: {S.IN_PROGRESS, S.PARTIALLY_IMPLEMENTED, S.CONTINUOUS},
    A.FULLY_IMPLEMENTED: {S.FULLY_IMPLEMENTED, S.CONTINUOUS},
    A.NO_INFORMATION: set(Status),
    None: set(Status),
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("assessment", [*Assessment, None])
def test_disputed(status: Status, assessment: Assessment | None) -> None:
    assert is_disputed(status, assessment) is (status not in AGREEING[assessment])
    assert is_disputed(None, assessment) is False


def test_open_and_overdue() -> None:
    yesterday, today = date(2026, 11, 23), date(2026, 11, 24)
    closed = {S.FULLY_IMPLEMENTED, S.CONTINUOUS, S.NOT_BEING_IMPLEMENTED}
    for status in [*Status, None]:
        assert is_open(status) is (status not in closed)
        assert is_overdue(status, yesterday, today) is (status not in closed)
        assert is_overdue(status, today, today) is False
        assert is_overdue(status, None, today) is False


def test_every_value_is_read_as_printed_and_as_stored() -> None:
    for status in Status:
        assert parse_status(status.label.upper()) is status
        assert parse_status(status.value) is status
    for assessment in Assessment:
        assert parse_assessment(assessment.label.lower()) is assessment
    assert parse_bucket("not REPORTED") == NOT_REPORTED
    for word in ("done", "", "not reported"):
        with pytest.raises(UserError, match="Fully implemented"):
            parse_status(word)


def test_not_reported_is_a_bucket_of_its_own_with_a_shape_of_its_own() -> None:
    assert set(BUCKETS) == {*Status, NOT_REPORTED} == set(SHAPES)
    assert len({tuple(shape) for shape in SHAPES.values()}) == len(BUCKETS)
    assert bucket_label(NOT_REPORTED) == "Not reported"


def test_parts_count_as_the_least_advanced() -> None:
    assert combined([S.FULLY_IMPLEMENTED, S.PLANNED]) is S.PLANNED
    assert combined([S.FULLY_IMPLEMENTED, None]) is None
    assert combined([S.NOT_BEING_IMPLEMENTED, S.NOT_STARTED]) is S.NOT_BEING_IMPLEMENTED
