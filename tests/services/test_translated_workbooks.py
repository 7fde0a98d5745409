"""A workbook in each language, known by its translated labels alone; and no word of any language means two things."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.services.workbook_filling import answers_sheet, fill, hand_out, offered
from uprtracker.i18n import LANGUAGES, speaking
from uprtracker.services.dossier import Dossier
from uprtracker.services.merge_plan import Kind
from uprtracker.vocabulary.ministry_sheet import FIELDS, MEASURE_STATES, measure_state_label
from uprtracker.vocabulary.status import Status
from uprtracker.vocabulary.text import fold

JUSTICE = "Ministry of Justice"


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_alone_are_enough(
    dossier: Dossier, ids: dict[str, int], tmp_path: Path, language: str
) -> None:
    """The hidden keys were deleted, the answers are words of the drop-downs, and each of them is offered once."""
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    path = hand_out(dossier, JUSTICE, tmp_path / "w.xlsx", language=language)
    words, states = offered(path), offered(path, "measure_state")
    assert (len(set(words)), len(set(states))) == (len(Status), len(MEASURE_STATES))
    fill(
        path,
        {
            "71.1": {"status": words[2], "due": date(2028, 2, 29)},
            "71.2": {"measure": "A plan", "measure_state": states[3]},
        },
    )
    book = openpyxl.load_workbook(path)
    answers_sheet(book).delete_rows(1)
    book.save(path)
    plan = dossier.merging.plan(path)
    assert {(c.number, c.field, c.theirs) for c in plan.of_kind(Kind.THEIRS)} == {
        ("71.1", "status", list(Status)[2].value),
        ("71.1", "due", "2028-02-29"),
        ("71.2", "measure", "A plan"),
        ("71.2", "measure_state", list(MEASURE_STATES)[3]),
    }
    assert ({c.kind for c in plan.cells}, plan.in_doubt) == ({Kind.THEIRS, Kind.SAME}, ())


def test_no_word_means_two_things() -> None:
    """An answer is read in any language: a word that means one status here and another there would be guessed."""
    meanings: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        with speaking(language):
            for field in FIELDS:
                meanings["column", fold(field.label)].add(field.key)
            for status in Status:
                meanings["status", fold(status.label)].add(status.value)
            for state in MEASURE_STATES:
                meanings["state of a measure", fold(measure_state_label(state))].add(state)
    assert {where: found for where, found in meanings.items() if len(found) > 1} == {}
