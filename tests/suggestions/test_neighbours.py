"""Decisions of a person shift later suggestions of the same dossier, and say so."""

import pytest

from uprtracker.suggestions import Decision, Learned, suggest
from uprtracker.vocabulary.paragraph_label import ParagraphLabel, parse_label

TEXT = "Ensure that media workers can work without hindrance"
LIKE_IT = "Make sure that media workers are able to work without hindrance"


def _decision(text: str = LIKE_IT, labels: str = "", rejected: str = "", number: str = "115.40") -> Decision:
    return Decision(number, text, _parsed(labels), _parsed(rejected))


def _parsed(labels: str) -> tuple[ParagraphLabel, ...]:
    return tuple(parse_label(label) for label in labels.split(",") if label)


def test_a_linked_paragraph_comes_first_for_a_text_like_it() -> None:
    before = suggest(TEXT)
    assert str(before.suggestions[0].label) != "11"
    after = suggest(TEXT, learned=Learned([_decision(labels="11")]))
    assert str(after.suggestions[0].label) == "11"
    assert after.suggestions[0].reason.endswith("because you linked 115.40")
    assert after.probability >= before.probability


def test_a_rejected_paragraph_sinks_or_goes() -> None:
    before = suggest(TEXT).suggestions[0]
    after = suggest(TEXT, learned=Learned([_decision(rejected=str(before.label))]))
    assert not after.suggestions or after.suggestions[0].label != before.label


def test_concerns_no_paragraph_lowers_the_probability() -> None:
    assert suggest(TEXT, learned=Learned([_decision()])).probability < suggest(TEXT).probability


def test_every_like_recommendation_is_named_nearest_first() -> None:
    learned = Learned([_decision(labels="11", number="1.1"), _decision(TEXT, labels="11", number="1.2")])
    best = suggest(TEXT, learned=learned).suggestions[0]
    assert best.reason.endswith("because you linked 1.2, 1.1")


def test_a_text_unlike_all_decisions_is_left_alone() -> None:
    learned = Learned([_decision("Reduce the pollution of rivers", labels="9")])
    assert suggest(TEXT, learned=learned) == suggest(TEXT)


def test_no_decision_changes_nothing() -> None:
    assert suggest(TEXT, learned=Learned([])) == suggest(TEXT)


@pytest.mark.parametrize("label", ["7", "18", "PP 3", "11 bis"])
def test_a_link_to_a_paragraph_that_is_not_suggested_is_not_passed_on(label: str) -> None:
    suggested = suggest(TEXT, learned=Learned([_decision(labels=label)])).suggestions
    assert label not in [str(one.label) for one in suggested]


def test_decisions_in_other_scripts_do_no_harm() -> None:
    learned = Learned([_decision("Защитить журналистов", labels="2"), _decision("", labels="2")])
    assert suggest(TEXT, learned=learned) == suggest(TEXT)
