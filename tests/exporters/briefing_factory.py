"""Data of a briefing pack made by hand: sheets by cluster, an earlier cycle, questions, criticism, reasons."""

from dataclasses import replace
from typing import Any

from tests.exporters.factory import MINISTRIES, recommendation, report_data
from uprtracker.vocabulary.briefing_text import (
    AdvanceQuestion,
    BriefingTexts,
    ConfirmedPair,
    Field,
    Subject,
    TextKey,
)
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import ProgressEntry, ReportData

CLUSTERS = ("Safety of defenders", "Justice & <b>detention</b>", "حرية التعبير (المادة 12)")
REPLY = "We adopted the law, and two thirds of the offices apply it already."
SENSITIVE = "canary-sensitive-91d2"
RESTRICTED = "canary-restricted-77aa"


def briefing_texts() -> BriefingTexts:
    texts = {
        TextKey(Subject.DOSSIER, "", Field.SPEAKER): "Minister of Justice",
        TextKey(
            Subject.DOSSIER, "", Field.RUNNING_ORDER
        ): "09:00 Opening | Minister of Justice\nReplies\n1. Close",
        TextKey(Subject.DOSSIER, "", Field.KEY_MESSAGES): "Three laws.\n\nTwo bills.",
        TextKey(Subject.CLUSTER, CLUSTERS[0], Field.SPEAKER): "State Secretary",
        TextKey(Subject.CLUSTER, CLUSTERS[0], Field.SUGGESTED_REPLY): REPLY,
        TextKey(Subject.CLUSTER, CLUSTERS[0], Field.SENSITIVE_POINTS): SENSITIVE,
        TextKey(Subject.CLUSTER, CLUSTERS[1], Field.SUGGESTED_REPLY): "word " * 150,
    }
    questions = (
        AdvanceQuestion(1, "ESP", "SPAIN", "1", 1, "What has become of the bill?", "It was adopted."),
        AdvanceQuestion(2, "", "ATLANTIS", "1", 2, "When will it apply?", ""),
    )
    return BriefingTexts(
        texts=texts,
        questions=questions,
        pairs=(ConfirmedPair(201, 1, "strengthened"),),
        nhri=frozenset({"National Institution"}),
    )


def briefing_data(rows: int = 30, **changes: Any) -> ReportData:
    """`rows` recommendations over three clusters and themes without one; restricted progress on the first."""
    data = report_data(rows, audience=Confidentiality.GOVERNMENT, briefing=briefing_texts())
    clustered = tuple(
        replace(row, clusters=() if row.id % 5 == 0 else (CLUSTERS[row.id % 3],)) for row in data.rows
    )
    details = {row.id: replace(data.details[row.id], row=row) for row in clustered}
    earlier = (
        recommendation(i, cycle=3, number=f"115.{i - 200}", lead=MINISTRIES[0]) for i in range(201, 208)
    )
    return replace(data, rows=clustered, details=details, previous=tuple(earlier), **changes)


def restricted_data(rows: int = 30) -> ReportData:
    """The same for those who may read restricted matter, of which there is some on the first recommendation."""
    data = briefing_data(rows, audience=Confidentiality.RESTRICTED)
    secret = ProgressEntry(9, data.as_of, "Police", RESTRICTED, Confidentiality.RESTRICTED)
    first = data.rows[0]
    shown = replace(data.details[first.id], progress=(secret, *data.details[first.id].progress))
    return replace(data, details={**data.details, first.id: shown})
