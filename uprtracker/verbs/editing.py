"""The everyday edits and notes."""

from collections.abc import Sequence
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.verbs.naming import NamingVerbs, parse_day
from uprtracker.vocabulary.confidentiality import parse_confidentiality
from uprtracker.vocabulary.number import parse_reference
from uprtracker.vocabulary.status import parse_assessment, parse_status


class EditingVerbs(NamingVerbs):
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


def _refuse_contradiction(none: bool, link: Sequence[str]) -> None:
    if none and link:
        raise UserError(
            _("'Concerns no paragraph' and a link to {label} exclude each other; give one of them.").format(
                label=link[0]
            )
        )
