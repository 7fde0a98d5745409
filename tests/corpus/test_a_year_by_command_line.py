"""The year of `tests/journeys/a_year.py` on a real review: three ministries and the NHRI answer 254 recommendations."""

import os
from pathlib import Path

import pytest

from tests.journeys.a_year import Year, runner
from tests.journeys.year_figures import play_and_count

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]


def test_a_year_of_254_real_recommendations(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run, dossier = runner(capsys), tmp_path / "slovenia.uprt"
    assert run("new", dossier, "--state", "Slovenia")[0] == 0
    source = Path(CORPUS or "") / "slovenia-cycle4" / "thematic-list.docx"
    assert run("import", source, "--into", dossier)[0] == 0
    year = Year(run, dossier, tmp_path)
    assert len(year.numbers) == 254
    play_and_count(year)
