"""The text as supplied is the one that every dossier has: importing it changes nothing."""

import os
from pathlib import Path

import pytest

from uprtracker.services.dossier import Dossier

CORPUS = os.environ.get("UPRTRACKER_CORPUS", "")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]


def test_the_supplied_text_is_there_already(dossier: Dossier) -> None:
    (path,) = (Path(CORPUS) / "resolution").glob("*.txt")
    plan = dossier.texts.plan(path)
    assert plan.standing == "human-rights-defenders@draft-70"
    assert not dossier.texts.add(plan).changed
