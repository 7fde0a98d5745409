"""The sample's advance questions, written as an import would write them."""

from typing import Any

from uprtracker.models.briefing import AdvanceQuestion
from uprtracker.services.recorder import Recorder


def write_questions(recorder: Recorder, records: list[dict[str, Any]]) -> None:
    for ordinal, record in enumerate(records, start=1):
        question = AdvanceQuestion(
            asking_iso3=record["iso3"],
            asking_as_printed=record["printed"],
            batch=record["batch"],
            ordinal=ordinal,
            text=record["text"],
            answer=record["answer"],
            recorded_at=recorder.at,
        )
        recorder.create(question, "advance_question", record["printed"])
