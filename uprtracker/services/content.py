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
    """Write the content of a new recommendation, which its own history entry covers."""
    _replace_text(session, recommendation_id, content)
    _replace_themes(session, recommendation_id, themes)


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
    session.flush()


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
    for ordinal, (scheme, kind, code, label) in enumerate(themes):
        theme = session.scalars(
            select(Theme).where(
                Theme.scheme == scheme, Theme.kind == kind, Theme.code == code, Theme.label == label
            )
        ).first()
        if theme is None:
            theme = Theme(uid=new_uid(), scheme=scheme, kind=kind, code=code, label=label)
            session.add(theme)
            session.flush()
        session.add(RecommendationTheme(recommendation_id=id_, theme_id=theme.id, ordinal=ordinal))
    session.flush()
