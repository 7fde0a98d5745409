"""Which links would be carried from one text to another: proposals that wait for a person, never links."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.i18n import _
from uprtracker.models.instrument import Link, MappingDecision, Paragraph, TextVersion
from uprtracker.models.recommendation import Recommendation
from uprtracker.services.concordance import concordance_between
from uprtracker.services.text_loader import load_text_version
from uprtracker.vocabulary.text_difference import paired_paragraphs


@dataclass(frozen=True)
class CarriedLink:
    """A proposal: what a confirmed link to `from_label` says about `to_label` of the other text, and why."""

    recommendation_id: int
    number: str
    from_label: str
    to_label: str
    paragraph_id: int
    reason: str


@dataclass(frozen=True)
class CarryPlan:
    """What carrying would propose; how many answers a person has given already, or the other text has no place for."""

    proposals: tuple[CarriedLink, ...]
    decided: int
    without_place: int


def plan_carrying(session: Session, source: TextVersion, target: TextVersion) -> CarryPlan:
    """Carry each confirmed link by the concordance, and where it is silent to the paragraph of the likest wording."""
    places = _places(session, source, target)
    done, none = _decided(session, target)
    proposals: dict[tuple[int, int], CarriedLink] = {}
    decided = without_place = 0
    for link, number, label in _confirmed(session, source):
        found = places.get(label, [])
        without_place += not found
        for paragraph_id, to_label, reason in found:
            place = link.recommendation_id, paragraph_id
            if place in done or link.recommendation_id in none:
                decided += 1
            elif place not in proposals:
                proposals[place] = CarriedLink(
                    link.recommendation_id, number, label, to_label, paragraph_id, reason
                )
    return CarryPlan(tuple(proposals.values()), decided, without_place)


def _places(
    session: Session, source: TextVersion, target: TextVersion
) -> dict[str, list[tuple[int, str, str]]]:
    """For each label of the source the paragraphs of the target with the reason for each."""
    here, there = load_text_version(session, source), load_text_version(session, target)
    known = concordance_between(session, source, target)
    found: dict[str, list[tuple[int, str, str]]] = {}
    for pair in paired_paragraphs(here.paragraphs, there.paragraphs, known):
        if pair.left is not None and pair.right is not None:
            reason = _("carried over from {label} of {version} ({basis})").format(
                label=pair.left.label,
                version=here.version,
                basis=pair.basis or _("paired by likeness of wording"),
            )
            found.setdefault(pair.left.label, []).append((pair.right.id, pair.right.label, reason))
    return found


def _confirmed(session: Session, source: TextVersion) -> list[tuple[Link, str, str]]:
    k, p, r = Link, Paragraph, Recommendation
    statement = (
        select(k, r.number, r.part, p.label)
        .join(p, p.id == k.paragraph_id)
        .join(r, r.id == k.recommendation_id)
        .where(
            p.text_version_id == source.id,
            k.state == "confirmed",
            k.withdrawn_at.is_(None),
            r.withdrawn_at.is_(None),
        )
        .order_by(r.sort_key, k.recommendation_id, p.sort_key)
    )
    return [(link, number + part, label) for link, number, part, label in session.execute(statement)]


def _decided(session: Session, target: TextVersion) -> tuple[set[tuple[int, int]], set[int]]:
    """Pairs of recommendation and paragraph with a word on them, and recommendations that concern no paragraph."""
    k, p, d = Link, Paragraph, MappingDecision
    links = session.execute(
        select(k.recommendation_id, k.paragraph_id)
        .join(p, p.id == k.paragraph_id)
        .where(p.text_version_id == target.id, k.withdrawn_at.is_(None))
    )
    none = session.scalars(
        select(d.recommendation_id).where(
            d.text_version_id == target.id, d.decision == "concerns_none", d.withdrawn_at.is_(None)
        )
    )
    return {(row.recommendation_id, row.paragraph_id) for row in links}, set(none)
