"""A year of many hands on an invented review: nothing lost, nothing twice, and the same figures wherever they stand."""

from pathlib import Path

import pytest

from tests.importers.word_fixtures import write_long_list
from tests.journeys.a_year import Year, runner
from tests.journeys.year_figures import play_and_count

N = 24


def test_a_year(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run, dossier = runner(capsys), tmp_path / "iceland.uprt"
    assert run("new", dossier, "--state", "Iceland")[0] == 0
    assert run("import", write_long_list(tmp_path / "list.docx", N), "--into", dossier)[0] == 0
    year = Year(run, dossier, tmp_path)
    assert len(year.numbers) == N
    play_and_count(year)
