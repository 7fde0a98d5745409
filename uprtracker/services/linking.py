"""Linking recommendations to paragraphs of an instrument: a person's decisions, with author, date and reason."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.i18n import _
from uprtracker.models.instrument import Link, MappingDecision, Paragraph
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.services.text_loader import find_paragraph, find_text_version
from uprtracker.services.tracking import named, rows_of
from uprtracker.vocabulary.read_model import Recommendation

LINK_FIELDS = {"confirmed": "link", "rejected": "rejected link", "suggested": "suggested link"}
"""What the history calls a link in each state."""


class LinkingService:
    """What a legal officer decides about recommendations and paragraphs. Nothing here is decided by the program.

    Confirming or rejecting a paragraph that was suggested takes the suggestion away and keeps its reason.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def link_paragraph(
        self, ids: Sequence[int], label: str, *, reason: str = "", text: str = ""
    ) -> ChangeSet:
        """Confirm that recommendations concern a paragraph. `text` is `instrument@version`; empty: the default text."""
        return self._decide(ids, label, "confirmed", reason, text, _("Link {which} to {label}"))

    def reject_paragraph(
        self, ids: Sequence[int], label: str, *, reason: str = "", text: str = ""
    ) -> ChangeSet:
        """Keep that recommendations do not concern a paragraph."""
        return self._decide(ids, label, "rejected", reason, text, _("Reject {label} for {which}"))

    def unlink_paragraph(self, ids: Sequence[int], label: str, *, text: str = "") -> ChangeSet:
        """Take a link, or a rejection, back."""
        with self._store.action("") as recorder:
            permission.require_linking(recorder.actor)
            rows, paragraph = self._rows_and_paragraph(recorder, ids, label, text)
            recorder.name(_("Unlink {which} from {label}").format(which=named(rows), label=paragraph.label))
            for row in rows:
                self._withdraw(recorder, row, paragraph)
                self._settle(recorder, row, paragraph.text_version_id)
        return recorder.result()

    def decide_concerns_none(self, ids: Sequence[int], *, reason: str = "", text: str = "") -> ChangeSet:
        """Decide that recommendations concern no paragraph of the text; links to it and suggestions are taken back.

        The reason stands in the history.
        """
        with self._store.action("") as recorder:
            permission.require_linking(recorder.actor)
            rows = rows_of(recorder.session, ids)
            version = find_text_version(recorder.session, text)
            recorder.name(_("Decide that {which} concern no paragraph").format(which=named(rows)))
            for row in rows:
                for link in _links(recorder.session, row.id, version.id):
                    if link.state != "rejected":
                        self._take_back(recorder, row, link)
                self._set_decision(recorder, row, version.id, "concerns_none", reason=reason.strip())
        return recorder.result()

    def _decide(
        self, ids: Sequence[int], label: str, state: str, reason: str, text: str, title: str
    ) -> ChangeSet:
        with self._store.action("") as recorder:
            permission.require_linking(recorder.actor)
            rows, paragraph = self._rows_and_paragraph(recorder, ids, label, text)
            recorder.name(title.format(which=named(rows), label=paragraph.label))
            for row in rows:
                existing = _links(recorder.session, row.id, paragraph.text_version_id, paragraph.id)
                if any(link.state == state for link in existing):
                    continue
                suggested = next((link.reason for link in existing if link.state == "suggested"), "")
                self._withdraw(recorder, row, paragraph)
                link = Link(
                    recommendation_id=row.id,
                    paragraph_id=paragraph.id,
                    state=state,
                    reason=reason.strip() or suggested,
                    recorded_at=recorder.at,
                    by_post=recorder.actor.name,
                    profile=recorder.actor.profile,
                )
                recorder.create(
                    link, LINK_FIELDS[state], paragraph.label, recommendation_id=row.id, reason=link.reason
                )
                recorder.session.flush()
                self._settle(recorder, row, paragraph.text_version_id)
        return recorder.result()

    def _rows_and_paragraph(
        self, recorder: Recorder, ids: Sequence[int], label: str, text: str
    ) -> tuple[list[Recommendation], Paragraph]:
        version = find_text_version(recorder.session, text)
        return rows_of(recorder.session, ids), find_paragraph(recorder.session, version, label)

    def _withdraw(self, recorder: Recorder, row: Recommendation, paragraph: Paragraph) -> None:
        for link in _links(recorder.session, row.id, paragraph.text_version_id, paragraph.id):
            self._take_back(recorder, row, link)

    def _take_back(self, recorder: Recorder, row: Recommendation, link: Link) -> None:
        label = recorder.session.get_one(Paragraph, link.paragraph_id).label
        recorder.withdraw(link, LINK_FIELDS[link.state], label, recommendation_id=row.id)

    def _settle(self, recorder: Recorder, row: Recommendation, version_id: int) -> None:
        """A confirmed link is a decision; without one, only `concerns_none` stays decided."""
        confirmed = any(link.state == "confirmed" for link in _links(recorder.session, row.id, version_id))
        if confirmed:
            self._set_decision(recorder, row, version_id, "linked")
        else:
            self._set_decision(recorder, row, version_id, None, only="linked")

    def _set_decision(
        self,
        recorder: Recorder,
        row: Recommendation,
        version_id: int,
        decision: str | None,
        *,
        only: str = "",
        reason: str = "",
    ) -> None:
        d = MappingDecision
        standing = recorder.session.scalars(
            select(d).where(
                d.recommendation_id == row.id, d.text_version_id == version_id, d.withdrawn_at.is_(None)
            )
        ).all()
        if decision is not None and any(entry.decision == decision for entry in standing):
            return
        for entry in standing:
            if not only or entry.decision == only:
                recorder.withdraw(entry, "decision", entry.decision, recommendation_id=row.id)
        if decision is not None:
            made = MappingDecision(
                recommendation_id=row.id,
                text_version_id=version_id,
                decision=decision,
                recorded_at=recorder.at,
                by_post=recorder.actor.name,
                profile=recorder.actor.profile,
            )
            recorder.create(made, "decision", decision, recommendation_id=row.id, reason=reason)
        recorder.session.flush()


def _links(
    session: Session, recommendation_id: int, version_id: int, paragraph_id: int | None = None
) -> list[Link]:
    statement = (
        select(Link)
        .join(Paragraph, Paragraph.id == Link.paragraph_id)
        .where(
            Link.recommendation_id == recommendation_id,
            Paragraph.text_version_id == version_id,
            Link.withdrawn_at.is_(None),
        )
    )
    if paragraph_id is not None:
        statement = statement.where(Link.paragraph_id == paragraph_id)
    return list(session.scalars(statement))
