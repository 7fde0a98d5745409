"""A recommendation as JSON, key by key as COMMANDS.md promises to other people's scripts."""

from typing import Any

from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.state import state


def row_to_json(row: Recommendation) -> dict[str, Any]:
    """Keys are always present, empty or null where unknown; values of scales as printed."""
    return {
        "uid": row.uid,
        "document_symbol": row.document_symbol,
        "number": row.number,
        "part": row.part,
        "text": row.text,
        "texts": row.texts,
        "clauses": [
            {"text": c.text, "states": [state(iso3).short for iso3 in c.states]} for c in row.clauses
        ],
        "cycle": row.cycle,
        "session": row.session,
        "mechanism": row.mechanism,
        "kind": row.kind,
        "recommending_states": [state(iso3).short for iso3 in row.recommending_states],
        "recommending_states_iso3": list(row.recommending_states),
        "recommending_states_as_printed": [name for c in row.clauses for name in c.states_as_printed],
        "position": row.position.label,
        "position_as_printed": row.position_as_printed,
        "position_source": row.position_source,
        "already_implemented": row.already_implemented,
        "themes": [
            {"scheme": t.scheme, "code": t.code, "label": t.label} for t in row.themes if t.kind == "theme"
        ],
        "groups": [{"scheme": t.scheme, "label": t.label} for t in row.themes if t.kind == "group"],
        "sdgs": [t.code for t in row.themes if t.kind == "sdg"],
        "action_category": row.action_category,
        "status": row.status.label if row.status else None,
        "status_on": row.status_on.isoformat() if row.status_on else None,
        "status_validated": row.status_validated,
        "official_status": row.official.label if row.official else None,
        "lead": row.lead or None,
        "supporting": list(row.supporting),
        "due": row.due_on.isoformat() if row.due_on else None,
        "assessment": row.assessment.label if row.assessment else None,
        "disputed": row.disputed,
        "paragraphs": [
            {
                "instrument": p.instrument,
                "version": p.version,
                "label": p.label,
                "state": p.state,
                "reason": p.reason,
                "by": p.by,
                "at": p.at.isoformat(),
            }
            for p in row.paragraphs
        ],
        "decided": row.decided,
        "clusters": list(row.clusters),
        "aliases": [{"kind": kind, "value": value} for kind, value in row.aliases],
        "annotations": row.annotation_count,
    }
