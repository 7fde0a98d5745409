"""Sessions and cycles in the labels of databases and tables."""

import pytest

from uprtracker.importers.review_label import cycle_in, session_in


@pytest.mark.parametrize(
    ("label", "session", "cycle"),
    [
        ("- 36th Session", 36, None),
        ("- 28th Session - Cycle 2", 28, 2),
        ("44 - November 2023", 44, None),
        ("Session 12", 12, None),
        ("Cycle 4", None, 4),
        ("3ème cycle (2017-2022)", None, 3),
        ("4º ciclo", None, 4),
        ("2ª sesión", 2, None),
        ("", None, None),
        ("2020", None, None),
        ("الجولة الثالثة", None, None),
    ],
)
def test_labels(label: str, session: int | None, cycle: int | None) -> None:
    assert session_in(label) == session
    assert cycle_in(label) == cycle


def test_bare_figures() -> None:
    assert session_in("5.0") == 5
    assert cycle_in("3") == 3
