"""What goes out: products, workbooks for ministries."""

from pathlib import Path
from typing import Any

from uprtracker.verbs.naming import NamingVerbs, parse_day
from uprtracker.vocabulary.confidentiality import parse_confidentiality
from uprtracker.vocabulary.ministry_sheet import MinistrySheet
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
        **filters: Any,
    ) -> str:
        """Make a product of the catalogue, complete or not at all. Returns what there is to say of it, mostly nothing."""
        from uprtracker.exporters.catalogue import export, find_product

        request = ReportRequest(
            self.filter(**filters),
            parse_confidentiality(audience),
            language,
            parse_day(as_of) if as_of else None,
        )
        return export(product, self.dossier.reports.load(request, find_product(product).needs), Path(to))

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
