"""The history in words, entry by entry."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from uprtracker.services.dossier import Dossier
from uprtracker.ui.panels.history_words import history_line, history_sentence, worth_telling
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.read_model import HistoryEntry

ENTRY = HistoryEntry(
    1, "b", datetime(2026, 6, 1, tzinfo=UTC), "Focal point", Profile.MINISTRY, 1, "140.1", "x", "create", "", "", "", ""
)  # fmt: skip


@pytest.mark.parametrize(
    ("field", "action", "old", "new", "said"),
    [
        ("status", "create", "planned", "in_progress", "Status Planned → In progress"),
        ("status", "create", "", "planned", "Status Not reported → Planned"),
        ("status", "withdraw", "planned", "", "Status Planned taken back"),
        ("lead", "create", "Justice", "", "Lead Justice → none"),
        ("due_on", "update", "", "2027-06-30", "Due: 30 June 2027"),
        ("supporting", "create", "", "Health", "Supporting: Health added"),
        ("supporting", "create", "Health", "", "Supporting: Health removed"),
        ("assessment", "create", "", "not_implemented", "Assessment: Not implemented"),
        ("position", "create", "noted", "supported", "Position Noted → Supported"),
        ("link", "create", "", "10 (a)", "Linked to paragraph 10 (a)"),
        ("link", "withdraw", "10 (a)", "", "Unlinked from paragraph 10 (a)"),
        ("decision", "create", "", "concerns_none", "Decided that it concerns no paragraph"),
        ("decision", "create", "", "linked", ""),
        ("annotation", "create", "", "uid digest", "Annotation written"),
        ("progress", "create", "", "uid digest", "Progress added"),
        ("validated_at", "update", "", "2026-06-01T09:00:00+00:00", "Status validated"),
        ("validated_by", "update", "", "Secretariat", ""),
    ],
)
def test_each_change_is_said_in_words(field: str, action: str, old: str, new: str, said: str) -> None:
    assert history_sentence(replace(ENTRY, field=field, action=action, old=old, new=new)) == said


@pytest.mark.parametrize(
    ("entity", "field", "old", "new", "said"),
    [
        ("measure", "due_on", "", "2027-06-30", "Measure due: 30 June 2027"),
        ("measure", "state", "planned", "in_progress", "Measure Planned → In progress"),
        ("measure", "serves", "[]", '["a uid"]', "Recommendations of a measure changed"),
        ("reassignment_request", "not_ours", "", "Police", "Asked to reassign to: Police"),
        ("reassignment_request", "state", "open", "declined", "Request to reassign declined"),
        ("annotation", "state", "open", "answered", "Annotation marked answered"),
        ("assignment", "institution_id", "3", "4", ""),
        ("institution", "name", "Min. Justice", "Justice", "Institution Min. Justice is called Justice"),
        ("recommendation", "due_on", "", "2027-06-30", "Due: 30 June 2027"),
    ],
)
def test_the_same_field_of_another_thing_is_said_otherwise(
    entity: str, field: str, old: str, new: str, said: str
) -> None:
    entry = replace(ENTRY, entity=entity, action="update", field=field, old=old, new=new)
    assert history_sentence(entry) == said


def test_a_mark_that_comes_with_an_answer_is_not_told_twice() -> None:
    written = replace(ENTRY, field="annotation", new="uid")
    marked = replace(ENTRY, field="state", old="open", new="answered")
    assert worth_telling((marked, written)) == (written,)
    assert worth_telling((marked,)) == (marked,)


def test_no_text_of_a_note_and_no_identifier_is_shown(sample: Dossier) -> None:
    entries = worth_telling(sample.query.history())
    assert len(entries) > 100
    for entry in entries:
        assert len(history_line(entry)) > len(entry.by)
        if entry.field in ("annotation", "progress", "evidence"):
            assert entry.new.split()[0] not in history_line(entry)
