"""Links and decisions: whose they are, what undoes what, and that nobody decides twice."""

import pytest

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation


def row_of(dossier: Dossier, id_: int) -> Recommendation:
    (row,) = dossier.query.rows_by_id([id_])
    return row


def test_a_link_has_author_date_reason_and_text(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.store.act_as(Actor(post="Legal adviser"))
    dossier.linking.link_paragraph([ids["71.1"]], "10d", reason="registration")
    (link,) = row_of(dossier, ids["71.1"]).paragraphs
    assert (link.label, link.by, link.reason, link.state) == (
        "10 (d)",
        "Legal adviser",
        "registration",
        "confirmed",
    )
    assert link.at == dossier.query.history()[0].at
    assert link.instrument
    assert link.version


def test_links_are_in_the_order_of_the_text(dossier: Dossier, ids: dict[str, int]) -> None:
    for label in ("26", "10 (d)", "PP 5", "2", "10"):
        dossier.linking.link_paragraph([ids["71.1"]], label)
    assert row_of(dossier, ids["71.1"]).paragraph_labels == ("PP 5", "2", "10", "10 (d)", "26")


def test_linking_twice_changes_nothing(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.linking.link_paragraph([ids["71.1"]], "2")
    assert not dossier.linking.link_paragraph([ids["71.1"]], "2").changed


def test_deciding_that_nothing_is_concerned_takes_links_back_and_linking_takes_the_decision_back(
    dossier: Dossier, ids: dict[str, int]
) -> None:
    one = [ids["71.1"]]
    assert row_of(dossier, one[0]).decided is False
    dossier.linking.link_paragraph(one, "2")
    dossier.linking.decide_concerns_none(one)
    row = row_of(dossier, one[0])
    assert (row.paragraphs, row.decided, row.concerns_none) == ((), True, True)
    dossier.linking.link_paragraph(one, "5")
    row = row_of(dossier, one[0])
    assert (row.paragraph_labels, row.decided, row.concerns_none) == (("5",), True, False)
    dossier.linking.unlink_paragraph(one, "5")
    row = row_of(dossier, one[0])
    assert (row.paragraphs, row.decided) == ((), False)


def test_a_rejection_is_kept_and_decides_nothing(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.linking.link_paragraph([ids["71.1"]], "2")
    dossier.linking.reject_paragraph([ids["71.1"]], "2", reason="about marches")
    details = dossier.query.details(ids["71.1"])
    assert details is not None
    assert [(p.label, p.reason) for p in details.rejected] == [("2", "about marches")]
    assert (details.row.paragraphs, details.row.decided) == ((), False)


def test_a_paragraph_that_the_text_lacks_is_refused(dossier: Dossier, ids: dict[str, int]) -> None:
    with pytest.raises(UserError, match=r"has no paragraph 30"):
        dossier.linking.link_paragraph([ids["71.1"]], "30")
    with pytest.raises(UserError, match="no text 'other'"):
        dossier.linking.link_paragraph([ids["71.1"]], "2", text="other")


@pytest.mark.parametrize("profile", [Profile.MINISTRY, Profile.NHRI, Profile.DELEGATION])
def test_links_are_the_secretariats_and_the_validators(
    dossier: Dossier, ids: dict[str, int], profile: Profile
) -> None:
    dossier.store.act_as(Actor(profile, institution="Ministry of Justice"))
    with pytest.raises(UserError):
        dossier.linking.link_paragraph([ids["71.1"]], "2")
