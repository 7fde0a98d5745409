"""Report and addendum held against each other: sums, gaps, doubles, numbers that one of them lacks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.parsed_addendum import (
    Explanation,
    ParsedAddendum,
    StatedPosition,
    StatedTotals,
    Unread,
)
from uprtracker.importers.reconciliation import Difference, reconcile, with_numbers_of
from uprtracker.importers.record import ParsedRecommendation, ParsedReview, Place
from uprtracker.vocabulary.position import Position

SUPPORTED, NOTED, IN_PART, PENDING, UNKNOWN = (
    Position.SUPPORTED,
    Position.NOTED,
    Position.SUPPORTED_NOTED,
    Position.PENDING,
    Position.UNKNOWN,
)
PLACE = Place("a.pdf", "page 2")


def record(label: str, position: Position = PENDING) -> ParsedRecommendation:
    part = label[-1] if label[-1].isalpha() else ""
    return ParsedRecommendation(
        number=label.removesuffix(part), part=part, text="Ratify", language="en", clauses=(), position=position,
        position_as_printed="", position_symbol="", position_paragraph="", already_implemented=False,
        explanation="", themes=(), heading="", order=1, comment="", in_doubt="", place=PLACE,
    )  # fmt: skip


def report(*records: ParsedRecommendation, missing: tuple[str, ...] = ()) -> ParsedReview:
    return ParsedReview(
        source="wg-report", file="r.pdf", title="", state_iso3="ISL", state_as_printed="Iceland", cycle=4,
        session=48, document_symbol="A/HRC/59/15", addendum_symbol="", recommendations=records, warnings=(),
        missing_numbers=missing,
    )  # fmt: skip


def addendum(
    positions: dict[str, Position], totals: StatedTotals | None = None, **more: object
) -> ParsedAddendum:
    stated = tuple(
        StatedPosition(
            number=label.rstrip("ab"), part=label[len(label.rstrip("ab")) :], position=position,
            position_as_printed="", already_implemented=False, paragraph="", sentence="", place=PLACE,
        )
        for label, position in positions.items()
    )  # fmt: skip
    made = ParsedAddendum(
        file="a.pdf", state_iso3="ISL", state_as_printed="Iceland", document_symbol="A/HRC/59/15",
        addendum_symbol="A/HRC/59/15/Add.1", positions=stated, explanations=(), unread=(),
        totals=totals or StatedTotals(), warnings=(),
    )  # fmt: skip
    return replace(made, **more)


def test_every_number_has_its_answer() -> None:
    labels = ("140.1", "140.2", "140.3", "140.4")
    answers = {"140.1": SUPPORTED, "140.2": NOTED, "140.3": IN_PART, "140.4": SUPPORTED}
    result = reconcile(report(*map(record, labels)), addendum(answers, StatedTotals(4, 2, 1, 1)))
    assert (result.received, result.supported, result.noted, result.supported_noted) == (4, 2, 1, 1)
    assert dict(result.positions) == answers
    assert result.agrees


def test_without_an_addendum_the_report_stands() -> None:
    result = reconcile(report(record("140.1"), record("141.1", SUPPORTED), record("142.1", UNKNOWN)), None)
    assert (result.received, result.pending, result.supported, result.unknown) == (3, 1, 1, 1)
    assert result.unanswered == ()
    assert not result.agrees


def test_what_one_of_the_two_lacks() -> None:
    result = reconcile(
        report(record("140.1"), record("140.3"), missing=("140.2",)),
        addendum({"140.1": SUPPORTED, "140.2": NOTED, "140.10": NOTED}),
    )
    assert result.gaps == ("140.2",)
    assert result.only_in_addendum == ("140.2", "140.10")
    assert result.unanswered == ("140.3",)
    assert not result.agrees


def test_figures_count_numbers_and_not_parts() -> None:
    records = (record("140.1a"), record("140.1b"), record("140.2"), record("140.3"))
    answers = {"140.1a": SUPPORTED, "140.1b": NOTED, "140.2": SUPPORTED, "140.3a": SUPPORTED, "140.3b": NOTED}
    result = reconcile(report(*records), addendum(answers))
    assert dict(result.positions) == {"140.1": IN_PART, "140.2": SUPPORTED, "140.3": IN_PART}
    assert (result.received, result.doubles) == (3, ("140.1",))


def test_an_answer_to_a_number_holds_for_its_parts() -> None:
    result = reconcile(report(record("140.1a"), record("140.1b")), addendum({"140.1": NOTED}))
    assert (dict(result.positions), result.only_in_addendum) == ({"140.1": NOTED}, ())


def test_another_answer_than_in_the_report() -> None:
    result = reconcile(
        report(record("95.1", SUPPORTED), record("95.2", SUPPORTED)), addendum({"95.1": NOTED})
    )
    assert result.contradictions == ("95.1",)
    assert (result.supported, result.noted, result.unanswered) == (1, 1, ())


def test_sums_that_the_document_states() -> None:
    result = reconcile(report(record("140.1")), addendum({"140.1": SUPPORTED}, StatedTotals(2, 1, 1)))
    assert result.differences == (Difference("received", 2, 1), Difference("noted", 1, 0))
    assert not result.agrees


def test_numbers_are_spelled_as_in_the_report() -> None:
    reported = report(record("64.(5)"), record("64.(6)"), record("65.(6)"))
    given_ = addendum(
        {"5": SUPPORTED, "6": NOTED, "65.6": NOTED},
        explanations=(Explanation(("5", "7"), "because", PLACE),),
        unread=(Unread(PLACE, "6 is nice", "", ("65.6",)),),
    )
    spelled = with_numbers_of(given_, reported)
    assert [p.number for p in spelled.positions] == ["64.(5)", "6", "65.(6)"]
    assert spelled.explanations[0].numbers == ("64.(5)", "7")
    assert spelled.unread[0].numbers == ("65.(6)",)
    assert reconcile(reported, given_).only_in_addendum == ("6",)


def test_plain_numbers_find_the_paragraph() -> None:
    result = reconcile(report(record("115.1"), record("115.2")), addendum({"1": SUPPORTED, "2": NOTED}))
    assert dict(result.positions) == {"115.1": SUPPORTED, "115.2": NOTED}
    assert result.agrees


@given(
    st.dictionaries(st.integers(1, 40), st.sampled_from(Position), min_size=1),
    st.dictionaries(st.integers(1, 60), st.sampled_from([SUPPORTED, NOTED, IN_PART])),
)
def test_the_figures_always_add_up(reported: dict[int, Position], answers: dict[int, Position]) -> None:
    records = [record(f"140.{n}", position) for n, position in reported.items()]
    result = reconcile(report(*records), addendum({f"140.{n}": p for n, p in answers.items()}))
    figures = (result.supported, result.noted, result.supported_noted, result.pending, result.unknown)
    assert sum(figures) == result.received == len(reported)
    assert set(result.only_in_addendum) == {f"140.{n}" for n in answers.keys() - reported.keys()}
