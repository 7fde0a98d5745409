"""What goes out and does not come back: products."""

from pathlib import Path
from typing import Any

from uprtracker.verbs.naming import NamingVerbs, parse_day
from uprtracker.vocabulary.confidentiality import parse_confidentiality
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
