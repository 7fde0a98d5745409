"""The Python interface: the verbs of the command line as methods on an open dossier. The command line calls it too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.services.checking import CheckResult
from uprtracker.services.dossier import Dossier, create_dossier
from uprtracker.services.dossier import open_dossier as open_services
from uprtracker.services.importing import ImportPlan
from uprtracker.services.merge_plan import MergePlan
from uprtracker.services.text_plan import TextPlan
from uprtracker.settings import load_settings
from uprtracker.vocabulary.confidentiality import Confidentiality, parse_confidentiality
from uprtracker.vocabulary.figures import coverage
from uprtracker.vocabulary.ministry_sheet import MinistrySheet
from uprtracker.vocabulary.number import parse_reference
from uprtracker.vocabulary.paragraph_label import parse_label
from uprtracker.vocabulary.position import parse_position
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import HistoryEntry, Recommendation
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.row_json import row_to_json
from uprtracker.vocabulary.state import find_state
from uprtracker.vocabulary.status import bucket_label, parse_assessment, parse_bucket, parse_status
from uprtracker.vocabulary.text import fold


@dataclass(frozen=True)
class Filters:
    """The filters of the command line as words; several values of one filter mean *or*."""

    position: Sequence[str] = ()
    status: Sequence[str] = ()
    ministry: Sequence[str] = ()
    lead_only: bool = False
    paragraph: Sequence[str] = ()
    theme: Sequence[str] = ()
    cycle: Sequence[int] = ()
    by_state: Sequence[str] = ()
    search: str = ""
    view: str = "all"


def actor_of(profile: str = "secretariat", institution: str = "", by: str = "") -> Actor:
    """Who acts; a ministry official needs an institution. Without a post it is the one in the person's settings."""
    if profile not in list(Profile):
        raise UserError(
            _("'{profile}' is not a profile; use one of: {profiles}.").format(
                profile=profile, profiles=", ".join(Profile)
            )
        )
    acting = Profile(profile)
    if acting is Profile.MINISTRY and not institution:
        raise UserError(_("The profile 'ministry' needs an institution; add --institution NAME."))
    return Actor(acting, by or load_settings().post, institution)


def parse_day(text: str) -> date:
    """Read an ISO date; `UserError` for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(_("'{text}' is not a date; write it as 2027-06-30.").format(text=text)) from None


class OpenDossier:
    """An open dossier. Use it in a `with` block, or call `close`."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def __enter__(self) -> "OpenDossier":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        self.dossier.close()

    @property
    def read_only(self) -> str:
        """Why nothing can be written; empty where it can."""
        return self.dossier.read_only

    def rows(self, *, text: str = "", **filters: Any) -> list[Recommendation]:
        """The same rows as read models; `text` names another text than the default one."""
        return self.dossier.query.filtered(self.filter(**filters), text=text)

    def filter(self, **words: Any) -> RowFilter:
        """Words as a filter; `UserError` for a value that is not on its scale."""
        asked = Filters(**words)
        base = self.dossier.query.view(asked.view)
        return replace(
            base,
            positions=tuple(parse_position(word) for word in asked.position) or base.positions,
            statuses=tuple(parse_bucket(word) for word in asked.status) or base.statuses,
            ministries=tuple(asked.ministry) or base.ministries,
            lead_only=asked.lead_only or base.lead_only,
            paragraphs=tuple(str(parse_label(word)) for word in asked.paragraph) or base.paragraphs,
            themes=tuple(asked.theme) or base.themes,
            cycles=tuple(asked.cycle) or base.cycles,
            by_states=tuple(_iso3(name) for name in asked.by_state) or base.by_states,
            search=asked.search or base.search,
        )

    def ids(self, numbers: Iterable[str], *, cycle: int | None = None) -> list[int]:
        """The ids of the recommendations named; all parts of a number unless one is named."""
        found = {
            row.id: row
            for text in numbers
            for row in self.dossier.query.find(parse_reference(text), cycle=cycle)
        }
        if not found:
            raise UserError(_("No recommendation is named; write its number, as in 140.12."))
        return list(found)

    def set(
        self,
        *numbers: str,
        status: str = "",
        lead: str | None = None,
        supporting: Sequence[str] | None = None,
        due: str = "",
        comment: str = "",
        link: Sequence[str] = (),
        unlink: Sequence[str] = (),
        none: bool = False,
        text: str = "",
        cycle: int | None = None,
    ) -> ChangeSet:
        """The everyday edits on the recommendations named, all or nothing, undone in one step.

        `due` is an ISO date or `none`; `comment` is also the reason of a status, a link or `none`; `none`: they concern no
        paragraph; `text` names a text version as `instrument@version`.
        """
        wanted = (status, lead is not None, supporting is not None, due, comment, link, unlink, none)
        if not any(wanted):
            raise UserError(_("Nothing to set; say what, for example --status 'In progress'."))
        _refuse_contradiction(none, link)
        ids = self.ids(numbers, cycle=cycle)
        tracking, linking = self.dossier.tracking, self.dossier.linking
        with self.dossier.store.together(_("Edit {numbers}").format(numbers=", ".join(numbers))) as recorder:
            if status:
                tracking.set_status(ids, parse_status(status), comment=comment)
            elif comment and not link and not none:
                tracking.comment_status(ids, comment)
            if lead is not None:
                tracking.assign_lead(ids, lead)
            if supporting is not None:
                tracking.set_supporting(ids, supporting)
            if due:
                tracking.set_due(ids, None if due.casefold() == "none" else parse_day(due))
            for label in unlink:
                linking.unlink_paragraph(ids, label, text=text)
            for label in link:
                linking.link_paragraph(ids, label, reason=comment, text=text)
            if none:
                linking.decide_concerns_none(ids, reason=comment, text=text)
        return recorder.result()

    def validate(self, *numbers: str, cycle: int | None = None) -> ChangeSet:
        """Make drafts official."""
        return self.dossier.tracking.validate(self.ids(numbers, cycle=cycle))

    def progress(
        self,
        *numbers: str,
        text: str,
        on: str = "",
        confidentiality: str = "public",
        cycle: int | None = None,
    ) -> ChangeSet:
        """Write what was done, dated today unless `on` is given."""
        return self.dossier.work.add_progress(
            self.ids(numbers, cycle=cycle),
            text,
            on=parse_day(on) if on else None,
            confidentiality=parse_confidentiality(confidentiality),
        )

    def evidence(
        self,
        number: str,
        *,
        title: str,
        symbol: str = "",
        paragraph: str = "",
        quote: str = "",
        link: str = "",
        file: str | Path | None = None,
        confidentiality: str = "public",
        cycle: int | None = None,
    ) -> ChangeSet:
        """Cite a source for one recommendation, or attach a file; a number with parts needs its part."""
        ids = self.ids([number], cycle=cycle)
        if len(ids) > 1 and parse_reference(number).last is not None:
            raise UserError(
                _("{number} names several recommendations; evidence belongs to one.").format(number=number)
            )
        if len(ids) > 1:
            raise UserError(_("{number} has several parts; name one, as in {number}a.").format(number=number))
        return self.dossier.work.add_evidence(
            ids[0],
            title,
            symbol=symbol,
            paragraph=paragraph,
            quote=quote,
            link=link,
            file=Path(file) if file else None,
            confidentiality=parse_confidentiality(confidentiality),
        )

    def annotate(
        self,
        *numbers: str,
        text: str,
        assessment: str = "",
        confidentiality: str = "",
        cycle: int | None = None,
    ) -> ChangeSet:
        """Write an annotation; an assessment is for the NHRI's profile only."""
        return self.dossier.annotating.annotate(
            self.ids(numbers, cycle=cycle),
            text,
            confidentiality=parse_confidentiality(confidentiality) if confidentiality else None,
            assessment=parse_assessment(assessment) if assessment else None,
        )

    def import_file(self, file: str | Path, *, source: str = "", dry_run: bool = False) -> ImportPlan:
        """Read a document and apply what is not in doubt, unless `dry_run`; the plan says what was (or would be) done."""
        plan = self.dossier.importing.plan(Path(file), source=source)
        if not dry_run:
            self.dossier.importing.apply(plan)
        return plan

    def import_text(
        self,
        file: str | Path,
        *,
        instrument: str = "",
        title: str = "",
        version: str = "",
        description: str = "",
        dry_run: bool = False,
    ) -> TextPlan:
        """Read the text of a resolution and add it, unless `dry_run` or the dossier has it; the plan says what it is."""
        plan = self.dossier.texts.plan(
            Path(file), instrument=instrument, title=title, version=version, description=description
        )
        if not dry_run:
            self.dossier.texts.add(plan)
        return plan

    def coverage(self, text: str = "") -> list[dict[str, Any]]:
        """Per paragraph of a text (`instrument@version`, else the default one): linked recommendations by status, gap."""
        version = self.dossier.texts.read(text)
        return [
            {
                "instrument": version.instrument,
                "version": version.version,
                "label": c.paragraph.label,
                "short": c.paragraph.short,
                "addressees": c.paragraph.addressees,
                "counts": {bucket_label(bucket): n for bucket, n in c.count.counts.items()},
                "drafts": c.count.drafts,
                "gap": c.gap or None,
            }
            for c in coverage(self.dossier.query.rows(text=text), version)
        ]

    def export(
        self,
        product: str,
        to: str | Path,
        *,
        audience: str = "public",
        language: str = "en",
        as_of: str = "",
        **filters: Any,
    ) -> None:
        """Make a product of the catalogue, complete or not at all."""
        from uprtracker.exporters.catalogue import export, find_product

        request = ReportRequest(
            self.filter(**filters),
            parse_confidentiality(audience),
            language,
            parse_day(as_of) if as_of else None,
        )
        export(product, self.dossier.reports.load(request, find_product(product).needs), Path(to))

    def workbook(
        self, ministry: str, to: str | Path, *, language: str = "en", audience: str = "public"
    ) -> MinistrySheet:
        """Make a ministry's workbook; what it leaves with is kept, so that it can be merged when it comes back."""
        from uprtracker.exporters.catalogue import check_ministry_target, export_ministry_workbook

        target = Path(to)
        check_ministry_target(target)
        sheet = self.dossier.handing_out.hand_out(
            ministry, language=language, audience=parse_confidentiality(audience)
        )
        export_ministry_workbook(sheet, target)
        return sheet

    def merge(
        self, file: str | Path, *, dry_run: bool = False, prefer: str = "ask"
    ) -> tuple[MergePlan, ChangeSet | None]:
        """Take a returned workbook in; the plan says what it holds, the change (none with `dry_run`) what was written.

        Conflicts: `ask` leaves them for a person, `ours` keeps the dossier's values, `theirs` takes the workbook's.
        """
        plan = self.dossier.merging.plan(Path(file))
        return plan, None if dry_run else self.dossier.merging.apply(plan, prefer=prefer)

    def snapshot(self, name: str) -> ChangeSet:
        """Freeze the dossier under a name."""
        return self.dossier.freezing.take(name)

    def check(self) -> CheckResult:
        """Integrity, the field's rules, the head of the history."""
        return self.dossier.checking.check()

    def history(self, number: str = "", *, cycle: int | None = None) -> list[HistoryEntry]:
        """Who changed what, the newest first."""
        return list(self.dossier.query.history(self.ids([number], cycle=cycle) if number else None))

    def revert(self, change: str) -> ChangeSet:
        """Take back one change by its number, or a whole action by its batch."""
        if not change.isdigit():
            return self.dossier.undoing.undo(change)
        entry = next((e for e in self.dossier.query.history() if e.seq == int(change)), None)
        if entry is None:
            raise UserError(_("There is no change {number} in the history.").format(number=change))
        return self.dossier.undoing.undo(entry.batch, only=entry.seq)

    # last in the class, because its name hides the built-in type from here on
    def list(self, *, text: str = "", **filters: Any) -> list[dict[str, Any]]:
        """The recommendations that pass the filters (fields of `Filters`), as COMMANDS' JSON."""
        return [row_to_json(row) for row in self.rows(text=text, **filters)]


def open_dossier(
    path_or_url: str | Path, *, profile: str = "secretariat", institution: str = "", by: str = ""
) -> OpenDossier:
    """Open a dossier for a profile; `StorageError` says why it cannot be."""
    actor = actor_of(profile, institution, by)
    dossier = open_services(str(path_or_url), actor)
    dossier.store.act_as(_as_known(actor, dossier))
    return OpenDossier(dossier)


def new_dossier(
    path_or_url: str | Path, *, state: str, profile: str = "secretariat", institution: str = "", by: str = ""
) -> OpenDossier:
    """Make an empty dossier about a State, with the resolution."""
    return OpenDossier(create_dossier(str(path_or_url), state, actor_of(profile, institution, by)))


def _refuse_contradiction(none: bool, link: Sequence[str]) -> None:
    if none and link:
        raise UserError(
            _("'Concerns no paragraph' and a link to {label} exclude each other; give one of them.").format(
                label=link[0]
            )
        )


def _as_known(actor: Actor, dossier: Dossier) -> Actor:
    """The actor with the institution as the dossier spells it, letter case and accents aside."""
    wanted = fold(actor.institution)
    known = (i.name for i in dossier.query.institutions() if wanted and fold(i.name) == wanted)
    return replace(actor, institution=next(known, actor.institution))


def _iso3(name: str) -> str:
    found = find_state(name)
    if found is None:
        raise UserError(
            _("'{name}' is not the name of a State; write it as the United Nations does.").format(name=name)
        )
    return found.iso3


AUDIENCES = tuple(level.value for level in Confidentiality)
