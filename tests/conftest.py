"""What all tests share: nothing touches the person's own folders, and dossiers are real files."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.importers.word_fixtures import write_list
from uprtracker.services.dossier import Dossier, create_dossier, open_dossier
from uprtracker.services.sample import create_sample
from uprtracker.vocabulary.profile import Actor

# the same examples on every machine: what passes here passes there; HYPOTHESIS_PROFILE=default looks for new ones
settings.register_profile("steady", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for variable in (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "APPDATA",
    ):
        monkeypatch.setenv(variable, str(home))


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier, made once; copy it to change it."""
    path = tmp_path_factory.mktemp("sample") / "sample.uprt"
    create_sample(str(path)).close()
    return path


@pytest.fixture
def sample_path(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample dossier of one's own."""
    return Path(shutil.copy(sample_file, tmp_path / "arvania.uprt"))


@pytest.fixture
def sample(sample_path: Path) -> Iterator[Dossier]:
    with open_dossier(str(sample_path)) as dossier:
        yield dossier


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    """A thematic list with 71.1 noted, 71.2 supported and 71.3 in part, about Iceland."""
    return write_list(tmp_path / "list.docx", "M2019")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.uprt"
    create_dossier(str(path), "Iceland").close()
    return path


@pytest.fixture
def dossier_path(empty_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_file, tmp_path / "iceland.uprt"))


@pytest.fixture
def dossier(dossier_path: Path, list_file: Path) -> Iterator[Dossier]:
    """A dossier about Iceland with the three recommendations of `list_file`."""
    with open_dossier(str(dossier_path)) as opened:
        opened.importing.apply(opened.importing.plan(list_file))
        yield opened


@pytest.fixture
def ids(dossier: Dossier) -> dict[str, int]:
    """The ids of that dossier's recommendations by number."""
    return {row.label: row.id for row in dossier.query.rows()}


@pytest.fixture
def act_as(dossier: Dossier) -> Callable[[Actor], None]:
    return dossier.store.act_as
