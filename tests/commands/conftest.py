"""The command line as tests call it: words in, exit status and both outputs out."""

from typing import Any

import pytest

from uprtracker.cli import main
from uprtracker.services.dossier import Dossier


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run words; gives exit status, standard output, standard error."""

    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def file(dossier: Dossier) -> str:
    """The path of the dossier about Iceland."""
    return dossier.store.location
