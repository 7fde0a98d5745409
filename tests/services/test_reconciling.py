"""Received against answered, of the dossier and of an addendum put to it."""

import dataclasses

from tests.services.test_importing_sources import addendum
from uprtracker.services.dossier import Dossier
from uprtracker.services.reconciling import of_rows, reconciliation_json
from uprtracker.vocabulary.position import Position


def test_a_review_adds_up(dossier: Dossier) -> None:
    document_id = dossier.query.rows()[0].document_id
    found = dossier.reconciling.of_document(document_id)
    assert (found.received, found.supported, found.noted, found.supported_noted) == (3, 1, 1, 1)
    assert found.agrees


def test_an_addendum_that_names_what_is_not_there_does_not_agree(dossier: Dossier) -> None:
    rows = dossier.query.rows()
    answers = addendum(("71.1", Position.NOTED), ("71.2", Position.NOTED), ("71.9", Position.SUPPORTED))
    answers = dataclasses.replace(answers, totals=dataclasses.replace(answers.totals, received=4))
    result = reconciliation_json(of_rows(rows, "A/HRC/90/7", answers))
    assert result["only_in_addendum"] == ["71.9"]
    assert result["contradictions"] == ["71.2"]
    assert result["differences"] == [{"what": "received", "stated": 4, "read": 3}]
    assert result["agrees"] is False
