"""Giving a ministry its recommendations as a workbook: what it holds, and the base that stays in the dossier."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _, speaking
from uprtracker.models.base import new_uid
from uprtracker.models.dossier import Fact
from uprtracker.models.exchange import OutgoingFile
from uprtracker.models.institution import Institution
from uprtracker.services import permission
from uprtracker.services.detail_loader import load_details
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.ministry_sheet import MinistryRow, MinistrySheet, digest_of, measure_state_label
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Measure, Recommendation, RecommendationDetails
from uprtracker.vocabulary.text import fold


class HandingOutService:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._query = QueryingService(store)

    def hand_out(
        self,
        ministry: str,
        write: Callable[[MinistrySheet], None],
        *,
        language: str = "en",
        audience: Confidentiality = Confidentiality.PUBLIC,
    ) -> MinistrySheet:
        """Let `write` make the workbook of a ministry; the values it leaves with are kept as the base of its merge.

        Nothing is kept of a workbook that could not be written. `UserError` where no recommendation is assigned to an
        institution of that name.
        """
        info = self._query.info()
        institutions = self._query.institutions()
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            institution = _institution(recorder.session, ministry)
            recorder.name(_("Hand out a workbook to {ministry}").format(ministry=institution.name))
            with speaking(language):
                rows, withheld = _rows(recorder.session, institution.name, audience, self._store)
                state_name = info.called
            sheet = MinistrySheet(
                export_id=new_uid(),
                database_id=_database_id(recorder.session),
                ministry=institution.name,
                language=language,
                audience=audience,
                made_at=recorder.at,
                state_name=state_name,
                institutions=tuple(
                    i.name for i in institutions if i.kind != "nhri" and i.name != institution.name
                ),
                rows=rows,
                withheld=withheld,
            )
            base = sheet.base()
            outgoing = OutgoingFile(
                uid=sheet.export_id,
                kind="workbook",
                institution_id=institution.id,
                language=language,
                audience=audience.value,
                made_at=recorder.at,
                by_post=recorder.actor.name,
                base=base,
                digest=digest_of(base),
            )
            recorder.create(outgoing, "workbook", institution.name)
            write(sheet)
        return sheet


def _database_id(session: Session) -> str:
    return session.scalars(select(Fact.value).where(Fact.key == "database_id")).one()


def _institution(session: Session, name: str) -> Institution:
    """The institution of that name that leads or supports something."""
    busy = {n for row in load_rows(session) for n in (row.lead, *row.supporting) if n}
    for institution in session.scalars(select(Institution)):
        if fold(institution.name) == fold(name) and institution.name in busy:
            return institution
    if not busy:
        raise UserError(_("No recommendation is assigned to any ministry yet; assign a lead first."))
    raise UserError(
        _("No recommendation is assigned to '{ministry}'; name one of: {ministries}.").format(
            ministry=name, ministries="; ".join(sorted(busy))
        )
    )


def _rows(
    session: Session, ministry: str, audience: Confidentiality, store: Store
) -> tuple[tuple[MinistryRow, ...], int]:
    """The rows, newest review first, of what this ministry and the audience may see; and how many items that leaves out."""
    reader = Actor(Profile.MINISTRY, "", ministry)
    rows = [
        row
        for row in load_rows(session, today=store.today(), actor=reader)
        if ministry in (row.lead, *row.supporting)
    ]
    rows.sort(key=lambda row: (-(row.cycle or 0), row.document_symbol, row.sort_key))
    seen = load_details(session, rows, reader, history=False)
    whole = load_details(session, rows, store.actor, history=False)
    made, withheld = [], 0
    for row in rows:
        within = _Within(seen[row.id], audience)
        made.append(_row(row, within, ministry))
        withheld += len(whole[row.id].progress) + len(whole[row.id].evidence) - within.count
    return tuple(made), max(withheld, 0)


class _Within:
    """The progress and the evidence that an audience may see."""

    def __init__(self, details: RecommendationDetails, audience: Confidentiality) -> None:
        self.progress = [p for p in details.progress if p.confidentiality.visible_to(audience)]
        self.evidence = [e for e in details.evidence if e.confidentiality.visible_to(audience)]
        self.measures = details.measures
        self.count = len(self.progress) + len(self.evidence)


def _row(row: Recommendation, within: _Within, ministry: str) -> MinistryRow:
    latest = within.progress[0] if within.progress else None
    return MinistryRow(
        uid=row.uid,
        number=row.label,
        document=row.document_symbol,
        text=row.text,
        states=tuple(printed for clause in row.clauses for printed in clause.states_as_printed),
        position=row.position,
        role="lead" if row.lead == ministry else "supporting",
        paragraphs=row.paragraph_labels,
        theme="\n".join(theme.label for theme in row.themes if theme.kind == "theme"),
        status=row.status,
        comment=row.status_comment,
        said_on=row.status_on,
        due=row.due_on,
        last_progress=f"{latest.on.isoformat()} · {latest.institution}\n{latest.text}" if latest else "",
        measures=tuple(_measure(measure) for measure in within.measures),
        sources=tuple(" ".join(filter(None, (e.title, e.symbol, e.paragraph))) for e in within.evidence),
    )


def _measure(measure: Measure) -> str:
    about = [measure_state_label(measure.state)]
    if measure.due_on:
        about.append(_("due {date}").format(date=measure.due_on.isoformat()))
    return f"{measure.title} ({', '.join(about)})"
