"""What a source says in a recommendation (text, clauses, States, themes) as one value that can be compared and put back."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from uprtracker.models.base import new_uid
from uprtracker.models.recommendation import (
    Clause,
    Recommendation,
    RecommendationText,
    RecommendationTheme,
    RecommendingState,
    Theme,
)
from uprtracker.services.recorder import Recorder

_THEMES = "ids of themes"


def read_content(session: Session, recommendation_id: int, field: str) -> Any:
    """`content`: `{language, text, clauses: [[text, [[iso3, printed]]]]}`; `themes`: `[[scheme, kind, code, label]]`."""
    return (
        _read_themes(session, recommendation_id)
        if field == "themes"
        else _read_text(session, recommendation_id)
    )


def write_content(recorder: Recorder, row: Recommendation, field: str, value: Any) -> None:
    """Replace the value and record what it was; nothing happens if it is the same."""
    old = read_content(recorder.session, row.id, field)
    if old == value:
        return
    replace = _replace_themes if field == "themes" else _replace_text
    replace(recorder.session, row.id, value)
    recorder.note_update(
        row, field, json.dumps(old, ensure_ascii=False), json.dumps(value, ensure_ascii=False), row.id
    )


def add_content(
    session: Session, recommendation_id: int, content: Any, themes: Sequence[Sequence[str]]
) -> None:
    """Write the content of a new recommendation, which its own history entry covers; the next flush stores it."""
    _add_text(session, recommendation_id, content)
    _add_themes(session, recommendation_id, themes)


def _read_text(session: Session, id_: int) -> dict[str, Any] | None:
    original = session.scalars(
        select(RecommendationText).where(
            RecommendationText.recommendation_id == id_, RecommendationText.original
        )
    ).first()
    if original is None:
        return None
    c, s = Clause, RecommendingState
    states: dict[int, list[list[str]]] = {}
    for state in session.scalars(select(s).where(s.recommendation_id == id_).order_by(s.clause, s.ordinal)):
        states.setdefault(state.clause, []).append([state.iso3, state.as_printed])
    clauses = session.scalars(
        select(c).where(c.recommendation_id == id_, c.language == original.language).order_by(c.ordinal)
    )
    return {
        "language": original.language,
        "text": original.text,
        "clauses": [[clause.text, states.get(clause.ordinal, [])] for clause in clauses],
    }


def _replace_text(session: Session, id_: int, content: dict[str, Any]) -> None:
    for table in (RecommendationText, Clause, RecommendingState):
        session.execute(delete(table).where(table.recommendation_id == id_))
    _add_text(session, id_, content)
    session.flush()


def _add_text(session: Session, id_: int, content: dict[str, Any]) -> None:
    language = content["language"]
    session.add(
        RecommendationText(recommendation_id=id_, language=language, text=content["text"], original=True)
    )
    for ordinal, (text, states) in enumerate(content["clauses"]):
        session.add(Clause(recommendation_id=id_, language=language, ordinal=ordinal, text=text))
        session.add_all(
            RecommendingState(recommendation_id=id_, clause=ordinal, ordinal=n, iso3=iso3, as_printed=printed)
            for n, (iso3, printed) in enumerate(states)
        )


def _read_themes(session: Session, id_: int) -> list[list[str]]:
    of, t = RecommendationTheme, Theme
    rows = session.execute(
        select(t.scheme, t.kind, t.code, t.label)
        .join(of, of.theme_id == t.id)
        .where(of.recommendation_id == id_)
        .order_by(of.ordinal)
    )
    return [list(row) for row in rows]


def _replace_themes(session: Session, id_: int, themes: Sequence[Sequence[str]]) -> None:
    session.execute(delete(RecommendationTheme).where(RecommendationTheme.recommendation_id == id_))
    _add_themes(session, id_, themes)
    session.flush()


def _add_themes(session: Session, id_: int, themes: Sequence[Sequence[str]]) -> None:
    known = _known_themes(session)
    new = [
        Theme(uid=new_uid(), scheme=scheme, kind=kind, code=code, label=label)
        for scheme, kind, code, label in dict.fromkeys(map(tuple, themes))
        if (scheme, kind, code, label) not in known
    ]
    if new:
        session.add_all(new)
        session.flush()
        known.update({(t.scheme, t.kind, t.code, t.label): t.id for t in new})
    session.add_all(
        RecommendationTheme(recommendation_id=id_, theme_id=known[tuple(theme)], ordinal=ordinal)
        for ordinal, theme in enumerate(themes)
    )


def _known_themes(session: Session) -> dict[tuple[str, ...], int]:
    """Ids of the themes by scheme, kind, code and label: read once for an action, which adds its own."""
    if _THEMES not in session.info:
        t = Theme
        rows = session.execute(select(t.scheme, t.kind, t.code, t.label, t.id))
        session.info[_THEMES] = {(scheme, kind, code, label): id_ for scheme, kind, code, label, id_ in rows}
    known: dict[tuple[str, ...], int] = session.info[_THEMES]
    return known
