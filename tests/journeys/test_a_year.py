"""A year of many hands on an invented review: nothing lost, nothing twice, and the same figures wherever they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.word_fixtures import write_long_list
from tests.journeys import year_figures
from tests.journeys.a_year import Year
from uprtracker.cli import main

N = 24


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_a_year(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    dossier = tmp_path / "iceland.uprt"
    assert run("new", dossier, "--state", "Iceland")[0] == 0
    assert run("import", write_long_list(tmp_path / "list.docx", N), "--into", dossier)[0] == 0
    year = Year(run, dossier, tmp_path)
    assert len(year.numbers) == N
    year.plan()
    year.send_out()
    year.answer()
    year.review()
    year.take_in()
    year.reassign()
    year.confirm()
    year_figures.check_list(year)
    year_figures.check_texts(year)
    year_figures.check_coverage(year)
    year_figures.check_reports(year)
    year_figures.check_changes(year)
    year_figures.check_history(year)
