"""No product for an audience holds a word that is above it: searched in all that the file packs (RELIABILITY.md, threat 18)."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.importers.word_fixtures import ROWS, Row, write_list
from tests.journeys.canaries import CELL, DRAFT, canaries_in, level_of, plant
from uprtracker.exporters.catalogue import PRODUCTS, Product, export
from uprtracker.services.dossier import Dossier, create_dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.report_request import ReportRequest


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("planted")
    rows: list[Row] = [*ROWS["M2019"]]
    rows[2] = (*rows[2][:3], CELL)
    source = write_list(folder / "list.docx", "M2019", rows)
    dossier = create_dossier(str(folder / "iceland.uprt"), "Iceland")
    dossier.importing.apply(dossier.importing.plan(source))
    plant(dossier, {row.label: row.id for row in dossier.query.rows()}, folder)
    return dossier


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
    levels = {"annotations": 2, "evidence": 2, "progress": 3}
    assert {name: getattr(data.withheld, name) for name in levels} == {**levels, "annotations": 3}
    restricted = planted.reports.load(replace(ReportRequest(), audience=Confidentiality.RESTRICTED))
    assert restricted.withheld.total == 0
