import pytest

from uprtracker.importers.resolution_addressee import addressee, addressee_below
from uprtracker.vocabulary.addressee import Addressee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls upon all States to act;", Addressee.STATES),
        ("Urges Governments, in cooperation with the United Nations, to act;", Addressee.STATES),
        ("Reaffirms the need to talk, and encourages States to appoint focal points;", Addressee.STATES),
        (
            "Expresses concern about stigmatization, and reiterates its strong call upon States to act;",
            Addressee.STATES,
        ),
        (
            "Strongly urges the release of persons detained, and demands that States take steps;",
            Addressee.STATES,
        ),
        ("Calls for the immediate release of all;", Addressee.STATES),
        ("Demands an end to all reprisals;", Addressee.STATES),
        ("Underlines the primary responsibility of States to protect all;", Addressee.STATES),
        ("Invites United Nations agencies, business enterprises and States to act;", Addressee.STATES),
        ("Demands that the Syrian authorities release all;", Addressee.STATES),
        ("Urges non-State actors to respect rights;", Addressee.NON_STATE_ACTORS),
        (
            "Encourages all relevant regional organizations to act, addressing abuses by State actors;",
            Addressee.REGIONAL_ORGANIZATIONS,
        ),
        (
            "Invites regional and subregional human rights mechanisms to act;",
            Addressee.REGIONAL_ORGANIZATIONS,
        ),
        (
            "Encourages leaders in all sectors, including in business and the media, to speak;",
            Addressee.LEADERS,
        ),
        (
            "Underscores the responsibility of business enterprises to respect rights, and urges enterprises to act;",
            Addressee.BUSINESS,
        ),
        (
            "Encourages national human rights institutions to pay attention to policies that States adopt;",
            Addressee.NHRIS,
        ),
        (
            "Encourages the Office of the United Nations High Commissioner for Human Rights to help States;",
            Addressee.OHCHR,
        ),
        (
            "Encourages United Nations bodies, in cooperation with the Special Rapporteur, to act;",
            Addressee.UN_BODIES,
        ),
        ("Requests the Special Rapporteur to report to the General Assembly;", Addressee.SPECIAL_RAPPORTEUR),
        ("Requests the Secretary-General to share information with States;", Addressee.SECRETARY_GENERAL),
        ("Encourages civil society and donors to act;", Addressee.OTHERS),
        ("Decides to remain seized of the matter.", Addressee.PROCEDURAL),
        ("Stresses that the right of everyone is essential;", Addressee.STATEMENT),
        (
            "Welcomes the reports of the Special Rapporteur and the requests of the Council;",
            Addressee.STATEMENT,
        ),
    ],
)
def test_to_whom_a_paragraph_speaks(text: str, expected: Addressee) -> None:
    assert addressee(text) is expected


def test_a_letter_names_its_addressee_only_where_its_chapeau_names_none() -> None:
    assert addressee_below("Business enterprises to act;", Addressee.STATES) is Addressee.STATES
    assert addressee_below("Business enterprises to act;", Addressee.OTHERS) is Addressee.BUSINESS
    assert addressee_below("To act;", Addressee.OTHERS) is Addressee.OTHERS


def test_every_addressee_has_a_name_of_its_own() -> None:
    assert len({key.label for key in Addressee}) == len(Addressee)
