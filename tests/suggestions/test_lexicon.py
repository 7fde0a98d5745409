"""The committed lexicon, rules and model hang together."""

import json

import pytest

from uprtracker.paths import resource
from uprtracker.suggestions.engine import SUGGESTABLE
from uprtracker.suggestions.language import SUPPORTED
from uprtracker.suggestions.lexicon import lexicon, rules
from uprtracker.suggestions.model import learned_model
from uprtracker.suggestions.tokens import fold_word, read_words

LEXICON = json.loads(resource("suggestions", "lexicon.json").read_text(encoding="utf-8"))


def test_every_rule_speaks_to_a_paragraph_that_may_be_suggested() -> None:
    assert {rule.paragraph for rule in rules()} <= set(SUGGESTABLE)


def test_paragraphs_not_addressed_to_states_are_not_suggestable_except_21_and_22() -> None:
    for label in ("1", "3", "7", "18", "19", "20", "23", "24", "25", "27", "28", "29"):
        assert label not in SUGGESTABLE
    assert {"21", "22", "10", "10 (h)", "18 (c)", "26"} <= set(SUGGESTABLE)


def test_rules_name_known_concepts_only() -> None:
    known = set(LEXICON["concepts"])
    for rule in rules():
        assert rule.without <= known, rule.identifier
        assert frozenset().union(*rule.needs) <= known, rule.identifier


def test_every_rule_has_its_own_identifier_and_a_learned_weight() -> None:
    identifiers = [rule.identifier for rule in rules()]
    assert len(identifiers) == len(set(identifiers))
    assert set(identifiers) == set(learned_model()[1].rules)


def test_no_learned_weight_turns_a_reason_into_its_contrary() -> None:
    learned = learned_model()[1].rules
    for rule in rules():
        assert learned[rule.identifier] * rule.weight >= 0, rule.identifier


@pytest.mark.parametrize("language", SUPPORTED)
def test_phrases_are_written_as_texts_are_folded(language: str) -> None:
    for part in ("masks", "concepts"):
        for name, phrases in LEXICON[part].items():
            for phrase in phrases[language]:
                assert fold_word(phrase) == phrase, (name, phrase)


def test_the_committed_result_is_small_and_holds_terms_only() -> None:
    folder = resource("suggestions")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 5_000_000
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    assert model["version"] == 1
    for entry in model["subjects"].values():
        assert max(len(term.split()) for term in entry["terms"]) <= 2


def test_a_mask_hides_its_words() -> None:
    found = lexicon("en").concepts(read_words("Strengthen the office of the Human Rights Defender").folded)
    assert "defenders" not in found
    found = lexicon("en").concepts(read_words("Protect human rights defenders").folded)
    assert "defenders" in found


def test_of_two_phrases_at_one_place_the_longer_counts() -> None:
    hits = lexicon("fr").concepts(read_words("les défenseurs des droits de l'homme").folded)["defenders"]
    assert [(hit.first, hit.last) for hit in hits] == [(1, 6)]
