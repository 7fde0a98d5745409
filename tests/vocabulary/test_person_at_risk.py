"""The warning about names: it finds a person in danger in six languages, and no ministry, law or State."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.person_at_risk import people_named, warning_about


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In May the journalist Amina Keller was arrested at her office.", "Amina Keller"),
        ("Ms. Okafor received threats after she spoke to the mission.", "Ms. Okafor"),
        ("Police attacked Jean-Pierre de la Cruz", "Cruz"),
        ("Le militant Ousmane Diarra a été arrêté.", "Ousmane Diarra"),
        ("Mme Lefèvre a reçu des menaces.", "Mme Lefèvre"),
        ("La defensora Lucía Pérez fue amenazada.", "Lucía Pérez"),
        ("Правозащитник Иван Петров был задержан.", "Иван Петров"),
        ("تعرضت السيدة فاطمة للتهديد هدد", "السيدة فاطمة"),
        ("维权人士李明先生被拘留。", "先生"),
    ],
)
def test_a_person_in_danger_is_found(text: str, name: str) -> None:
    assert name in " ".join(people_named(text))
    assert name.split()[-1] in warning_about(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Justice trained 120 police officers on the protection of journalists.",
        "The Human Rights Defender received 14 complaints about threats.",
        "The Criminal Code was amended; attacks on journalists are now an aggravating circumstance.",
        "South Africa and the United Kingdom asked about detained activists.",
        "The Special Rapporteur visited in June and met defenders.",
        "Amina Keller presented the plan at the conference.",
        "Le Conseil National des Droits de l'Homme a visité les personnes détenues.",
        "",
    ],
)
def test_what_names_nobody_in_danger_gives_no_warning(text: str) -> None:
    assert people_named(text) == ()
    assert warning_about(text) == ""


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    assert isinstance(people_named(text + " arrested"), tuple)
