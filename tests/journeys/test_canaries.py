"""No product for an audience holds a word that is above it: searched in all that the file packs (RELIABILITY.md, threat 18)."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.canaries import CELL, CONTACT, DRAFT, canaries_in, level_of
from uprtracker.exporters.catalogue import PRODUCTS, Product, export
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.report_request import ReportRequest


def made(dossier: Dossier, product: Product, audience: Confidentiality, folder: Path) -> Path:
    since = "before" if "since" in product.takes else ""
    data = dossier.reports.load(ReportRequest(audience=audience, since=since), product.needs)
    target = folder / f"x{product.suffix}"
    export(product.id, data, target)
    return target


@pytest.mark.parametrize("audience", list(Confidentiality))
@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_no_product_holds_what_is_above_its_audience(
    planted: Dossier, product: Product, audience: Confidentiality, tmp_path: Path
) -> None:
    found = canaries_in(made(planted, product, audience, tmp_path))
    if product.id == "mailmerge-xlsx":
        assert CONTACT in found
        found.remove(CONTACT)
    assert {canary for canary in found if not level_of(canary).visible_to(audience)} == set()


@pytest.mark.parametrize(
    ("product", "least"),
    [
        ("status-xlsx", {"qzpubofficial", "qzpubprog"}),
        ("status-pdf", {"qzpubofficial"}),
        ("thematic-list-docx", {"qzpubofficial", "qzpubmeasure"}),
        ("nhri-docx", {"qzpubassess", "qzpubcite"}),
        ("data-csv", {"qzpubofficial"}),
        ("data-json", {"qzpubnote", "qzpubnhri", "qzpubquote", "qzpublink", "qzpubprog", "qzpubassess"}),
    ],
)
def test_the_search_finds_what_the_audience_may_read(
    planted: Dossier, product: str, least: set[str], tmp_path: Path
) -> None:
    (wanted,) = [candidate for candidate in PRODUCTS if candidate.id == product]
    assert least <= canaries_in(made(planted, wanted, Confidentiality.PUBLIC, tmp_path))


def test_the_search_reads_a_pack_as_well(planted: Dossier, tmp_path: Path) -> None:
    (pack,) = [candidate for candidate in PRODUCTS if candidate.id == "briefing-pdf"]
    assert "qzgovwhole" in canaries_in(made(planted, pack, Confidentiality.GOVERNMENT, tmp_path))


def test_the_government_reads_its_own_and_the_rest_is_counted(planted: Dossier, tmp_path: Path) -> None:
    (product,) = [candidate for candidate in PRODUCTS if candidate.id == "data-json"]
    found = canaries_in(made(planted, product, Confidentiality.GOVERNMENT, tmp_path))
    assert {"qzgovnote", "qzgovquote", "qzgovprog", CELL, DRAFT} <= found
    data = planted.reports.load(ReportRequest())
    levels = {"annotations": 6, "evidence": 2, "progress": 4}
    assert {name: getattr(data.withheld, name) for name in levels} == levels
    restricted = planted.reports.load(replace(ReportRequest(), audience=Confidentiality.RESTRICTED))
    assert restricted.withheld.total == 0
