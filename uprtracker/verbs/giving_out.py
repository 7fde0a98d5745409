"""What goes out and does not come back: products."""

from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.verbs.naming import NamingVerbs
from uprtracker.vocabulary.briefing_text import SheetChoice
from uprtracker.vocabulary.confidentiality import parse_confidentiality
from uprtracker.vocabulary.day import iso_day
from uprtracker.vocabulary.report_request import ReportRequest


class GivingOutVerbs(NamingVerbs):
    def export(
        self,
        product: str,
        to: str | Path,
        *,
        audience: str = "public",
        language: str = "en",
        as_of: str = "",
        since: str = "",
        sheets: str = "all",
        **filters: Any,
    ) -> str:
        """Make a product of the catalogue, complete or not at all. Returns what there is to say of it, mostly nothing.

        `as_of` and `since` are ISO dates or names of snapshots; without `since` a change report is about what moved since
        the last snapshot. `sheets` says of which recommendations a briefing pack has sheets: `all`, or those `grouped`
        by cluster or paragraph.
        """
        from uprtracker.exporters.catalogue import export, find_product

        made = find_product(product)
        if since and "since" not in made.takes:
            raise UserError(
                _("{product} compares nothing; leave --since away, or make a change report.").format(
                    product=made.title
                )
            )
        day = iso_day(as_of)
        request = ReportRequest(
            row_filter=self.filter(**filters),
            audience=parse_confidentiality(audience),
            language=language,
            as_of=day,
            snapshot="" if day else as_of,
            since=since,
            sheets=_sheet_choice(sheets),
        )
        return export(product, self.dossier.reports.load(request, made.needs), Path(to))


def _sheet_choice(word: str) -> SheetChoice:
    if word not in list(SheetChoice):
        raise UserError(_("'{word}' says nothing about sheets; use 'all' or 'grouped'.").format(word=word))
    return SheetChoice(word)
