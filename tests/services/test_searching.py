"""Search: every word by its beginning, whatever is typed, over all that may be found."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.status import Status


def found(dossier: Dossier, query: str) -> set[str]:
    hits = dossier.query.search(query)
    return {row.label for row in dossier.query.rows() if hits is None or row.id in hits}


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("71.2", {"71.2"}),
        ("march FREELY", {"71.2"}),
        ("marc", {"71.1", "71.2"}),
        ("arches", set()),
        ("mali peru", {"71.1"}),
        ("noted", {"71.1", "71.3"}),
        ("rapporteur fiji", {"71.3"}),
        ("parliament", {"71.1"}),
        ("A/HRC/90/7", {"71.1", "71.2", "71.3"}),
        ("assembly", {"71.1", "71.2"}),
        ("", {"71.1", "71.2", "71.3"}),
    ],
)
def test_what_is_found(dossier: Dossier, query: str, labels: set[str]) -> None:
    assert found(dossier, query) == labels


def test_edits_are_found_at_once_and_old_words_no_longer(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, comment="Überarbeitung läuft")
    assert found(dossier, "justice planned uberarbeitung") == {"71.1"}
    dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Health")
    assert found(dossier, "ministry justice") == set()


def test_chinese_and_arabic_are_found_by_two_characters(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.work.add_progress([ids["71.1"]], "已通过人权法")
    dossier.work.add_progress([ids["71.2"]], "المدافعون عن حقوق الإنسان")
    assert found(dossier, "人权") == {"71.1"}
    assert found(dossier, "حقوق الانسان") == {"71.2"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40) | st.text(alphabet="\"'%_*\\()-:^;.,@#/? \x00", max_size=20))
def test_no_input_breaks_the_search(dossier: Dossier, query: str) -> None:
    dossier.query.search(query)
