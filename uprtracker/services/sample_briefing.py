"""What the sample's delegation has been given: advance questions, written as an import would write them, and confirmed pairs."""

from typing import Any

from uprtracker.models.briefing import AdvanceQuestion
from uprtracker.models.comparison import RecommendationPair
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


def write_pairs(recorder: Recorder, records: list[dict[str, Any]], ids: dict[str, int]) -> None:
    for record in records:
        pair = RecommendationPair(
            earlier_id=ids[record["earlier"]],
            later_id=ids[record["later"]],
            kind=record["kind"],
            state="confirmed",
            recorded_at=recorder.at,
            by_post=recorder.actor.name,
        )
        words = f"{record['earlier']} {record['later']} {record['kind']}"
        recorder.create(pair, "pair", words, recommendation_id=pair.later_id)
