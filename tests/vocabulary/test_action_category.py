"""The action category is estimated from the first verbs, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.action_category import category_label, estimated_category


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Share its experiences with others", 1),
        ("Continue its work on education", 2),
        ("Consider ratifying the Convention", 3),
        ("Improve women's rights", 4),
        ("Amend the legislation", 5),
        ("Continue and strengthen cooperation", 4),
        ("Improve women's rights by amending the family code", 5),
        ("To urgently ratify the Convention", 5),
        ("That Iceland abolish the act", 5),
        ("Poursuivre les réformes", 2),
        ("Envisager de ratifier la Convention", 3),
        ("Mettre en place un mécanisme", 5),
        ("Redoblar los esfuerzos", 4),
        ("Modificar la ley", 5),
        ("More schools", None),
        ("", None),
    ],
)
def test_estimates(text: str, category: int | None) -> None:
    assert estimated_category(text) == category


@given(st.text(max_size=300))
def test_any_text_has_an_estimate_or_none(text: str) -> None:
    assert estimated_category(text) in (None, 1, 2, 3, 4, 5)


def test_names() -> None:
    assert [category_label(n) for n in (1, 5)] == ["Minimal action", "Specific action"]
