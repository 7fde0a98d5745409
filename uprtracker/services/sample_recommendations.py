"""The sample's two reviews and their recommendations, written as an import would write them."""

from datetime import date
from typing import Any

from uprtracker.models.follow_up import PositionEntry
from uprtracker.models.recommendation import Alias, Cluster, ListEntry, Recommendation, RecommendationCluster
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.content import add_content
from uprtracker.services.recorder import Recorder
from uprtracker.vocabulary.number import sort_key
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.sdg import sdg_name


def write_recommendations(
    recorder: Recorder, facts: dict[str, Any], records: list[dict[str, Any]], file_id: int
) -> dict[str, int]:
    """Write both reviews; returns the ids by number and part."""
    documents = {
        d["key"]: (_write_document(recorder, facts["state"]["iso3"], d), d) for d in facts["documents"]
    }
    clusters: dict[str, int] = {}
    ids = {}
    for record in records:
        document, described = documents[record["document"]]
        row = Recommendation(
            document_id=document.id,
            number=record["number"],
            part=record["part"],
            sort_key=sort_key(record["number"], record["part"]),
            kind=record["kind"],
            action_category=record["action_category"],
        )
        recorder.session.add(row)
        recorder.session.flush()
        label = record["number"] + record["part"]
        recorder.create(row, "recommendation", label, recommendation_id=row.id)
        add_content(recorder.session, row.id, _content(record), _themes(record, described["theme_scheme"]))
        _write_positions(recorder, row, record)
        _write_labels(recorder, row, record, file_id, clusters)
        ids[label] = row.id
    return ids


def _write_document(recorder: Recorder, iso3: str, described: dict[str, Any]) -> SourceDocument:
    document = SourceDocument(
        mechanism=described["mechanism"],
        symbol=described["symbol"],
        title=described["title"],
        state_iso3=iso3,
        dated_on=date.fromisoformat(described["adopted_on"]),
    )
    recorder.create(document, "document", described["symbol"])
    recorder.session.flush()
    recorder.session.add(
        Review(
            document_id=document.id,
            cycle=described["cycle"],
            session=described["session"],
            addendum_symbol=described["addendum_symbol"],
            outcome_symbol=described["decision_symbol"],
            reviewed_on=date.fromisoformat(described["reviewed_on"]),
        )
    )
    return document


def _content(record: dict[str, Any]) -> dict[str, Any]:
    clauses = record["clauses"]
    return {
        "language": "en",
        "text": "; ".join(clause["text"] for clause in clauses),
        "clauses": [[c["text"], [[s["iso3"], s["printed"]] for s in c["states"]]] for c in clauses],
    }


def _themes(record: dict[str, Any], scheme: str) -> list[list[str]]:
    return [
        *([scheme, "theme", "", label] for label in record["themes"]),
        *([scheme, "group", "", label] for label in record["groups"]),
        *([scheme, "sdg", code, f"{code} - {sdg_name(code, 'en')}"] for code in record["sdgs"]),
    ]


def _write_positions(recorder: Recorder, row: Recommendation, record: dict[str, Any]) -> None:
    for described in record["positions"]:
        entry = PositionEntry(
            recommendation_id=row.id,
            position=Position(described["position"]),
            as_printed=described["as_printed"],
            already_implemented=described["already_implemented"],
            source_symbol=described["source_symbol"],
            source_paragraph=f"Para. {described['source_paragraph']}",
            explanation=described["explanation"],
            effective_on=date.fromisoformat(described["on"]),
            recorded_at=recorder.at,
        )
        recorder.create(entry, "position", entry.position, recommendation_id=row.id)


def _write_labels(
    recorder: Recorder, row: Recommendation, record: dict[str, Any], file_id: int, clusters: dict[str, int]
) -> None:
    session = recorder.session
    session.add(
        ListEntry(
            recommendation_id=row.id, file_id=file_id, ordinal=record["order"], heading=record["heading"]
        )
    )
    session.add_all(
        Alias(recommendation_id=row.id, kind=a["kind"], value=a["value"]) for a in record["aliases"]
    )
    for name in record["clusters"]:
        if name not in clusters:
            cluster = Cluster(name=name)
            recorder.create(cluster, "cluster", name)
            session.flush()
            clusters[name] = cluster.id
        session.add(RecommendationCluster(recommendation_id=row.id, cluster_id=clusters[name]))
