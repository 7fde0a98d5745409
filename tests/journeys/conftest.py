"""The dossier that holds a canary in every field."""

from collections.abc import Iterator

import pytest

from tests.importers.word_fixtures import ROWS, Row, write_list
from tests.journeys.canaries import CELL, plant
from uprtracker.services.dossier import Dossier, create_dossier


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    folder = tmp_path_factory.mktemp("planted")
    rows: list[Row] = [*ROWS["M2019"]]
    rows[2] = (*rows[2][:3], CELL)
    source = write_list(folder / "list.docx", "M2019", rows)
    with create_dossier(str(folder / "iceland.uprt"), "Iceland") as dossier:
        dossier.importing.apply(dossier.importing.plan(source))
        plant(dossier, {row.label: row.id for row in dossier.query.rows()}, folder)
        yield dossier
