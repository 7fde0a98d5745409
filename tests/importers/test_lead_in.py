"""Lead-in paragraphs: refusals before support, what is pending, what is already implemented, and reasons."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.lead_in import read_lead_in
from uprtracker.importers.position_words import position_words, says_already_implemented, sentences
from uprtracker.vocabulary.position import Position


@pytest.mark.parametrize(
    ("text", "position", "phrase"),
    [
        ("The recommendations listed below enjoy the support of X:", Position.SUPPORTED, "enjoy the support"),
        ("They have been examined by X and enjoy its support:", Position.SUPPORTED, "enjoy its support"),
        ("The recommendations below were accepted by X:", Position.SUPPORTED, "accepted"),
        (
            "The recommendations below did not enjoy the support of X and would thus be noted:",
            Position.NOTED,
            "did not enjoy the support",
        ),
        (
            "X considers that the recommendations below cannot be accepted:",
            Position.NOTED,
            "cannot be accepted",
        ),
        ("The following recommendation is rejected by X:", Position.NOTED, "rejected"),
        ("The recommendations below were noted by X:", Position.NOTED, "were noted"),
        ("X takes note of the recommendations listed below:", Position.NOTED, "takes note"),
        ("The following recommendations will be examined by X:", Position.PENDING, "will be examined"),
        ("X notes them and will provide its responses in due time:", Position.PENDING, None),
        ("Responses to the recommendations will be provided by X in due time:", Position.PENDING, None),
        ("The following recommendations were made to X. They will be examined by X:", Position.PENDING, None),
        ("In the course of the discussion, the following recommendations were made:", Position.UNKNOWN, ""),
        ("X has given its views on the recommendations noted in paragraphs 19 and 20:", Position.UNKNOWN, ""),
        ("", Position.UNKNOWN, ""),
    ],
)
def test_position_and_words(text: str, position: Position, phrase: str | None) -> None:
    read = read_lead_in(text)
    assert read.position is position
    assert phrase is None or read.phrase == phrase


@pytest.mark.parametrize(
    "text",
    [
        "enjoy the support of X, which considers that they are already implemented or in the process of implementation:",
        "enjoy the support of X which considers that they have already been implemented:",
        "enjoy the support of X, which considers that they are in the process of being implemented.",
        "X considers that recommendations below are already implemented:",
    ],
)
def test_already_implemented(text: str) -> None:
    read = read_lead_in(f"The following recommendations {text}" if text.startswith("enjoy") else text)
    assert (read.position, read.already_implemented, read.implemented) == (Position.SUPPORTED, True, "")


def test_some_are_already_implemented() -> None:
    text = "The recommendations below enjoy the support of X, of which recommendations {} X considers as already implemented:"
    assert read_lead_in(text.format("102 to 123")).implemented == "102 to 123"
    assert (
        read_lead_in("X considers that recommendations Nos. 85-119 are already implemented.").implemented
        == "85-119"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("did not enjoy the support of X because it has no army:", "it has no army"),
        ("did not enjoy the support, since X considers they are wrong:", "X considers they are wrong"),
        ("were rejected by X for the following reasons: (a) none; (b) others:", "(a) none; (b) others"),
        (
            "did not enjoy the support of X as X considers that they are wrong:",
            "X considers that they are wrong",
        ),
        ("did not enjoy the support of X:", ""),
    ],
)
def test_the_reason_of_a_refusal(text: str, reason: str) -> None:
    assert read_lead_in(f"The recommendations below {text}").reason == reason


def test_only_a_refusal_has_a_reason() -> None:
    assert read_lead_in("They enjoy the support of X, since they are useful:").reason == ""


@pytest.mark.parametrize("verb", ["accept", "support", "endorse", "agree to"])
@pytest.mark.parametrize(
    "refusal", ["does not", "cannot", "is not in a position to", "is unable to", "will never"]
)
def test_a_refusal_is_no_support(verb: str, refusal: str) -> None:
    assert {w.position for w in position_words(f"X {refusal} {verb} the recommendation")} == {Position.NOTED}


def test_sentences_end_behind_numbers_too_and_not_within_lists() -> None:
    text = "X accepts 140.1, 140.2. 140.3 and 140.4. The law of 1999 (No. 5) exists. X notes 140.5."
    assert sentences(text) == [
        "X accepts 140.1, 140.2. 140.3 and 140.4.",
        "The law of 1999 (No. 5) exists.",
        "X notes 140.5.",
    ]


@given(st.text(alphabet="notaccepsurjyf d.,:w", max_size=80))
def test_phrases_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    words = position_words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert isinstance(says_already_implemented(text), bool)
