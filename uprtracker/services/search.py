"""The search text of recommendations: what is written here is found, and nothing restricted ever is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, insert, or_, select
from sqlalchemy.orm import Session

from uprtracker.models.annotation import Annotation, TextRevision
from uprtracker.models.follow_up import Evidence, ProgressEntry
from uprtracker.models.recommendation import SearchText
from uprtracker.services.latest import PreparedQuery, in_chunks
from uprtracker.services.row_loader import load_rows
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.status import bucket_label
from uprtracker.vocabulary.text import fold, matches


def index_recommendations(session: Session, ids: Iterable[int]) -> None:
    """Write the search texts of these recommendations anew."""
    for chunk in in_chunks(sorted(ids)):
        _index(session, chunk)


def find(session: Session, query: str, *, government: bool) -> set[int] | None:
    """Ids of the recommendations that hold every word of a query by its beginning; `None` for an empty query."""
    wanted = fold(query).split()
    if not wanted:
        return None
    statement = select(SearchText.recommendation_id, SearchText.public, SearchText.government)
    for word in wanted:
        # signs inside a word are compared exactly below; the database only narrows by its letters and figures
        pattern = "%" + "".join(c if c.isalnum() else "%" for c in word) + "%"
        columns = [SearchText.public, SearchText.government] if government else [SearchText.public]
        statement = statement.where(or_(*(column.like(pattern) for column in columns)))
    return {
        row.recommendation_id
        for row in session.execute(statement)
        if matches(query, row.public + (" " + row.government if government else ""))
    }


def _index(session: Session, ids: Sequence[int]) -> None:
    said: dict[Confidentiality, defaultdict[int, list[str]]] = {level: defaultdict(list) for level in _FOUND}
    _collect_notes(session, ids, said)
    session.execute(_FORGET, {"ids": ids}, execution_options={"synchronize_session": False})
    rows = load_rows(session, ids=ids)
    _keep_drafts_from_the_public(session, rows, said)
    texts = [
        {
            "recommendation_id": row.id,
            "public": fold("\n".join(said[Confidentiality.PUBLIC][row.id])),
            "government": fold("\n".join(said[Confidentiality.GOVERNMENT][row.id])),
        }
        for row in rows
    ]
    if texts:
        session.execute(insert(SearchText), texts)


def _keep_drafts_from_the_public(
    session: Session, rows: Sequence[Recommendation], said: dict[Confidentiality, defaultdict[int, list[str]]]
) -> None:
    """Add the words of the rows: what a draft says is found by the State alone."""
    drafts = [row.id for row in rows if row.has_draft]
    official = {row.id: row for row in load_rows(session, ids=drafts, actor=_PUBLIC)} if drafts else {}
    for row in rows:
        said[Confidentiality.PUBLIC][row.id] += words_of(official.get(row.id, row))
        if row.id in official:
            said[Confidentiality.GOVERNMENT][row.id] += words_of(row)


def words_of(row: Recommendation) -> list[str]:
    """What of a row itself is searched."""
    printed = [name for clause in row.clauses for name in clause.states_as_printed]
    return [
        row.label,
        row.document_symbol,
        *row.texts.values(),
        *(state(iso3).short for iso3 in row.recommending_states),
        *printed,
        *(theme.label for theme in row.themes),
        *row.clusters,
        row.lead,
        *row.supporting,
        row.position.label,
        bucket_label(row.bucket),
        row.status.label if row.status else "",
        row.status_comment,
        *(value for _kind, value in row.aliases),
    ]


def _collect_notes(
    session: Session, ids: Sequence[int], said: dict[Confidentiality, defaultdict[int, list[str]]]
) -> None:
    """Annotations, progress and evidence by their level; restricted ones are not even read."""
    for query in _SAID:
        for row in query.ask(session, ids):
            said[row.confidentiality][row.recommendation_id].append(row.text)


def _words_about(table: type[Annotation] | type[ProgressEntry] | type[Evidence]) -> PreparedQuery:
    statement = (
        select(table.recommendation_id, table.confidentiality, TextRevision.text)
        .join(TextRevision, TextRevision.owner_uid == table.uid)
        .where(table.confidentiality.in_(_FOUND))
    )
    return PreparedQuery(statement, table.recommendation_id)


def _titles() -> PreparedQuery:
    e = Evidence
    statement = select(e.recommendation_id, e.confidentiality, e.title.label("text"))
    return PreparedQuery(statement.where(e.confidentiality.in_(_FOUND)), e.recommendation_id)


_PUBLIC = Actor(Profile.NHRI)
"""Reads what is official."""

_FOUND = (Confidentiality.PUBLIC, Confidentiality.GOVERNMENT)
_SAID = (_words_about(Annotation), _words_about(ProgressEntry), _words_about(Evidence), _titles())
_FORGET = delete(SearchText).where(SearchText.recommendation_id.in_(bindparam("ids", expanding=True)))
