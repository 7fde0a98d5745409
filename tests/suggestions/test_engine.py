"""Suggestions: what is suggested with which reason, and what must never be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uprtracker.suggestions import suggest
from uprtracker.suggestions.engine import MOST, SUGGESTABLE

WORDS = (
    "protect journalists human rights defenders NGOs registration of freedom expression release political "
    "prisoners investigate attacks on the special procedures standing invitation défenseurs périodistas "
    "Defender law , ; \n ’ 10 (d) ombudsman women land terrorism privacy réunion ação"
).split(" ")


def _labels(text: str, language: str | None = None) -> list[str]:
    return [str(one.label) for one in suggest(text, language).suggestions]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Simplify the registration of NGOs", "10 (d)"),
        ("Investigate attacks on human rights defenders and punish the perpetrators", "5"),
        ("Free all political prisoners", "8"),
        ("Issue a standing invitation to all special procedures", "26"),
        ("Repeal the provisions of the Penal Code that restrict freedom of expression", "10 (a)"),
        ("Decriminalize defamation", "10 (g)"),
        ("Adopt a law on access to public information", "10 (f)"),
        ("Put an end to unlawful surveillance of private communications", "10 (h)"),
        ("Bring anti-terrorism legislation into line with human rights law", "10 (c)"),
        ("Consult civil society in the follow-up to the review", "12"),
        ("Guarantee freedom of assembly and association", "2"),
        ("Create a safe and enabling environment for civil society", "10"),
        ("Publicly recognize the legitimate role of human rights defenders", "4"),
        ("Protect women human rights defenders", "13"),
        ("Protect activists who cooperate with the United Nations from reprisals", "18 (a)"),
        ("Allow human rights defenders to travel abroad and lift the travel bans imposed on them", "10 (b)"),
        ("Ensure that everyone detained has access to a lawyer and a fair trial", "10 (e)"),
        ("Adopt a national policy for the protection of human rights defenders", "11"),
        ("Simplifier l'enregistrement des ONG", "10 (d)"),
        ("Mettre en liberté tous les prisonniers politiques", "8"),
        ("Dépénaliser la diffamation", "10 (g)"),
        ("Cursar una invitación permanente a los procedimientos especiales", "26"),
        ("Investigar los ataques contra defensores de los derechos humanos", "5"),
    ],
)
def test_the_first_suggestion(text: str, label: str) -> None:
    suggestion = suggest(text)
    assert suggestion.concerns
    assert str(suggestion.suggestions[0].label) == label


@pytest.mark.parametrize(
    "text",
    [
        "Strengthen the independence of the Human Rights Defender of Armenia",
        "Provide the Office of the Human Rights Defender with sufficient resources",
        "Strengthen the mandate of the Defender of the Principle of Equality",
        "Increase the budget of the Ministry of Defence",
        "Introduce media literacy in school curricula",
        "Increase the number of public defenders",
        "Ensure the registration of all births",
        "Bring the national human rights institution into line with the Paris Principles",
        "Ratify the Optional Protocol to the Convention against Torture",
        "Invite the Special Rapporteur on freedom of religion or belief",
        "Strengthen social security law for workers",
        "Prohibit corporal punishment of children",
        "Renforcer le mandat du Défenseur du peuple",
        "Fortalecer la Defensoría del Pueblo",
        "",
        "…",
    ],
)
def test_false_friends_concern_nothing(text: str) -> None:
    assert not suggest(text).concerns


def test_the_reason_quotes_the_words_and_names_the_paragraph() -> None:
    text = "Ease the registration of NGOs"
    best = suggest(text).suggestions[0]
    assert best.reason == "'registration of NGOs' speaks to 10 (d)"
    assert [text[start:end] for start, end in best.spans] == ["registration", "NGOs"]


def test_spans_count_characters_of_the_text_as_given() -> None:
    text = "  Protéger\u00a0les «défenseurs des droits de l’homme»"
    best = suggest(text).suggestions[0]
    assert "défenseurs des droits de l’homme" in [text[start:end] for start, end in best.spans]


@pytest.mark.parametrize("text", ["Защитить журналистов", "حماية الصحفيين", "保护记者"])
def test_other_languages_say_plainly_that_there_is_none(text: str) -> None:
    suggestion = suggest(text)
    assert suggestion.unsupported_language
    assert not suggestion.concerns
    assert suggestion.suggestions == ()


def test_a_language_given_is_believed() -> None:
    assert suggest("Protect journalists", "ru").unsupported_language
    assert _labels("Libertad de prensa", "es") == ["2"]
    assert _labels("Liberté de la presse", "fr-FR") == ["2"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_whatever_the_text(text: str) -> None:
    suggestion = suggest(text)
    assert suggestion == suggest(text)
    assert 0 <= suggestion.probability <= 1
    assert len(suggestion.suggestions) <= MOST
    scores = [one.score for one in suggestion.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert len({one.label for one in suggestion.suggestions}) == len(scores)
    for one in suggestion.suggestions:
        assert str(one.label) in SUGGESTABLE
        assert one.reason
        assert all(0 <= start < end <= len(text) for start, end in one.spans)
        assert all(left[1] < right[0] for left, right in zip(one.spans, one.spans[1:], strict=False))


def test_a_whole_report_pasted_as_one_text_is_answered() -> None:
    text = (
        "Investigate attacks on journalists and release political prisoners, ensure freedom of assembly. "
        * 400
    )
    assert suggest(text).concerns
