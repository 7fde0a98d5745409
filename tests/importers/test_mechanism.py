"""Mechanisms by the names of their bodies, in the words of exports and of States' own tables."""

import pytest

from uprtracker.importers.mechanism import OTHER, SPECIAL_PROCEDURE, TREATY_BODY, UPR, mechanism_of


@pytest.mark.parametrize(
    ("body", "mechanism"),
    [
        ("UPR", UPR),
        ("- UPR", UPR),
        ("Examen périodique universal", UPR),
        ("الاستعراض الدوري الشامل", UPR),
        ("CEDAW", TREATY_BODY),
        ("CRC-OPAC", TREATY_BODY),
        ("Human Rights Committee", TREATY_BODY),
        ("Committee on the Rights of the Child", TREATY_BODY),
        ("Organes de Traités", TREATY_BODY),
        ("SR Torture", SPECIAL_PROCEDURE),
        ("IE  Albinism", SPECIAL_PROCEDURE),
        ("WG Arbitrary Detention", SPECIAL_PROCEDURE),
        ("la Rapporteuse spéciale sur l’alimentation", SPECIAL_PROCEDURE),
        ("Procédure spéciale", SPECIAL_PROCEDURE),
        ("Commission of Inquiry", OTHER),
        ("", OTHER),
    ],
)
def test_bodies(body: str, mechanism: str) -> None:
    assert mechanism_of(body) == mechanism


def test_the_symbol_says_it_where_the_body_does_not() -> None:
    assert mechanism_of("", "CRC/C/PER/CO/6-7") == TREATY_BODY
    assert mechanism_of("", "A/HRC/28/16") == OTHER
