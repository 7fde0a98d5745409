"""Recommendations as open data: what each record says to its audience. How records are written is the formats' own.

Keys and the words of scales are those of the command line's `list --json` (COMMANDS.md), in every language of a report.
"""

from typing import Any

from uprtracker.exporters.title_block import documents_covered
from uprtracker.i18n import speaking
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Recommendation, RecommendationDetails, ReportData
from uprtracker.vocabulary.row_json import row_to_json


def record(row: Recommendation, data: ReportData) -> dict[str, Any]:
    """A recommendation as `list` gives it, as far as the audience may know it.

    For the public the latest status is the official one: that a draft waits is said (`draft`), its words are not.
    `annotations` counts those that the audience may read.
    """
    with speaking("en"):
        said = row_to_json(row)
        details = data.details[row.id]
        official = next((entry for entry in details.statuses if entry.validated), None)
        if data.audience is Confidentiality.PUBLIC:
            said["status"] = said["official_status"]
            said["status_on"] = official.on.isoformat() if official else None
            said["status_validated"] = official is not None
        said["draft"] = row.has_draft
        said["annotations"] = len(details.annotations)
        return said


def histories(details: RecommendationDetails) -> dict[str, Any]:
    """What stands behind a record, each list from the newest to the oldest; already within the audience."""
    with speaking("en"):
        return {
            "status_history": _statuses(details),
            "position_history": _positions(details),
            "assessment_history": _assessments(details),
            "progress": [
                {
                    "on": entry.on.isoformat(),
                    "institution": entry.institution,
                    "text": entry.text,
                    "confidentiality": entry.confidentiality.value,
                }
                for entry in details.progress
            ],
            "measures": _measures(details),
            "evidence": _evidence(details),
            "annotation_entries": [
                {
                    "thread": note.thread,
                    "institution": note.institution,
                    "author": note.author,
                    "at": note.at.isoformat(),
                    "text": note.text,
                    "state": note.state,
                    "confidentiality": note.confidentiality.value,
                }
                for note in details.annotations
            ],
        }


def head(data: ReportData) -> dict[str, Any]:
    """What the data cover, for whom, as of when, and what they leave out."""
    version, withheld = data.text_version, data.withheld
    return {
        "state": data.info.state_name,
        "state_iso3": data.info.state_iso3,
        "sample": data.info.sample,
        "documents": [
            {
                "symbol": document.symbol,
                "addendum_symbol": document.addendum_symbol,
                "title": document.title,
                "cycle": document.cycle,
                "session": document.session,
            }
            for document in documents_covered(data)
        ],
        "language": data.language,
        "audience": data.audience.value,
        "filters": list(data.filters),
        "as_of": data.as_of.isoformat(),
        "snapshot": data.snapshot or None,
        "instrument": version.instrument,
        "instrument_title": version.instrument_title,
        "version": version.version,
        "version_description": version.description,
        "mapping": "indicative",
        "mapping_confirmed_by": list(data.confirmed_by),
        "withheld": {
            "annotations": withheld.annotations,
            "evidence": withheld.evidence,
            "progress": withheld.progress,
            "total": withheld.total,
        },
        "drafts": sum(row.has_draft for row in data.rows),
        "recommendations": len(data.rows),
        "history_head": data.history_head or None,
    }


def _statuses(details: RecommendationDetails) -> list[dict[str, Any]]:
    return [
        {
            "status": entry.status.label if entry.status else None,
            "on": entry.on.isoformat(),
            "comment": entry.comment,
            "by": entry.by,
            "profile": entry.profile.value,
            "recorded_at": entry.recorded_at.isoformat(),
            "validated": entry.validated,
            "validated_by": entry.validated_by,
        }
        for entry in details.statuses
    ]


def _positions(details: RecommendationDetails) -> list[dict[str, Any]]:
    return [
        {
            "position": entry.position.label,
            "position_as_printed": entry.as_printed,
            "already_implemented": entry.already_implemented,
            "on": entry.on.isoformat() if entry.on else None,
            "source": entry.source,
            "explanation": entry.explanation,
        }
        for entry in details.positions
    ]


def _assessments(details: RecommendationDetails) -> list[dict[str, Any]]:
    return [
        {
            "assessment": entry.assessment.label,
            "on": entry.on.isoformat(),
            "by": entry.by,
            "comment": entry.comment,
            "citation": entry.citation,
        }
        for entry in details.assessments
    ]


def _measures(details: RecommendationDetails) -> list[dict[str, Any]]:
    return [
        {
            "uid": measure.uid,
            "title": measure.title,
            "responsible": measure.responsible,
            "start": measure.start_on.isoformat() if measure.start_on else None,
            "due": measure.due_on.isoformat() if measure.due_on else None,
            "state": measure.state,
        }
        for measure in details.measures
    ]


def _evidence(details: RecommendationDetails) -> list[dict[str, Any]]:
    return [
        {
            "title": item.title,
            "symbol": item.symbol,
            "paragraph": item.paragraph,
            "quote": item.quote,
            "link": item.link,
            "file_name": item.file_name,
            "confidentiality": item.confidentiality.value,
        }
        for item in details.evidence
    ]
