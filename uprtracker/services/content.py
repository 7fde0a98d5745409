"""What a source says in a recommendation (text, clauses, States, themes, aliases) as values that can be compared and put back."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from uprtracker.models.base import new_uid
from uprtracker.models.recommendation import (
    Alias,
    Clause,
    Cluster,
    Recommendation,
    RecommendationCluster,
    RecommendationText,
    RecommendationTheme,
    RecommendingState,
    Theme,
)
from uprtracker.services.recorder import Recorder

_THEMES = "ids of themes"


FIELDS = ("content", "themes", "aliases", "texts", "clusters")


def read_content(session: Session, recommendation_id: int, field: str) -> Any:
    """`content`: `{language, text, clauses: [[text, [[iso3, printed]]]]}`; `themes`: `[[scheme, kind, code, label]]`;
    `aliases`: `[[kind, value]]`; `texts`: translations by language; `clusters`: names."""
    return _READ[field](session, recommendation_id)


def write_content(recorder: Recorder, row: Recommendation, field: str, value: Any) -> None:
    """Replace the value and record what it was; nothing happens if it is the same."""
    old = read_content(recorder.session, row.id, field)
    if old == value:
        return
    _REPLACE[field](recorder.session, row.id, value)
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
    """Translations stay as they are; one in the language of the new original gives way to it."""
    language, t, c = content["language"], RecommendationText, Clause
    session.execute(delete(t).where(t.recommendation_id == id_, or_(t.original, t.language == language)))
    session.execute(delete(c).where(c.recommendation_id == id_))
    session.execute(delete(RecommendingState).where(RecommendingState.recommendation_id == id_))
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
    known = theme_ids(session, map(tuple, themes))
    session.add_all(
        RecommendationTheme(recommendation_id=id_, theme_id=known[tuple(theme)], ordinal=ordinal)
        for ordinal, theme in enumerate(themes)
    )


def theme_ids(session: Session, themes: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Ids of the themes by scheme, kind, code and label; those that are new are made.

    They are read once for an action, which adds its own.
    """
    if _THEMES not in session.info:
        t = Theme
        rows = session.execute(select(t.scheme, t.kind, t.code, t.label, t.id))
        session.info[_THEMES] = {(scheme, kind, code, label): id_ for scheme, kind, code, label, id_ in rows}
    known: dict[tuple[str, ...], int] = session.info[_THEMES]
    new = [
        Theme(uid=new_uid(), scheme=scheme, kind=kind, code=code, label=label)
        for scheme, kind, code, label in dict.fromkeys(themes)
        if (scheme, kind, code, label) not in known
    ]
    if new:
        session.add_all(new)
        session.flush()
        known.update({(t.scheme, t.kind, t.code, t.label): t.id for t in new})
    return known


def _read_aliases(session: Session, id_: int) -> list[list[str]]:
    a = Alias
    rows = session.execute(
        select(a.kind, a.value).where(a.recommendation_id == id_).order_by(a.kind, a.value)
    )
    return [list(row) for row in rows]


def _replace_aliases(session: Session, id_: int, aliases: Sequence[Sequence[str]]) -> None:
    session.execute(delete(Alias).where(Alias.recommendation_id == id_))
    session.add_all(Alias(recommendation_id=id_, kind=kind, value=value) for kind, value in aliases)
    session.flush()


def _read_translations(session: Session, id_: int) -> dict[str, str]:
    t = RecommendationText
    rows = session.execute(
        select(t.language, t.text)
        .where(t.recommendation_id == id_, t.original.is_(False))
        .order_by(t.language)
    )
    return {language: text for language, text in rows}


def _replace_translations(session: Session, id_: int, texts: dict[str, str]) -> None:
    t = RecommendationText
    session.execute(delete(t).where(t.recommendation_id == id_, t.original.is_(False)))
    session.add_all(
        t(recommendation_id=id_, language=language, text=text, original=False)
        for language, text in texts.items()
    )
    session.flush()


def _read_clusters(session: Session, id_: int) -> list[str]:
    of, c = RecommendationCluster, Cluster
    names = select(c.name).join(of, of.cluster_id == c.id).where(of.recommendation_id == id_).order_by(c.name)
    return list(session.scalars(names))


def _replace_clusters(session: Session, id_: int, names: Sequence[str]) -> None:
    """The clusters are there already: making one is an action of its own in the history."""
    session.execute(delete(RecommendationCluster).where(RecommendationCluster.recommendation_id == id_))
    ids = session.scalars(select(Cluster.id).where(Cluster.name.in_(names)))
    session.add_all(RecommendationCluster(recommendation_id=id_, cluster_id=cluster) for cluster in ids)
    session.flush()


_READ: dict[str, Callable[[Session, int], Any]] = {
    "content": _read_text,
    "themes": _read_themes,
    "aliases": _read_aliases,
    "texts": _read_translations,
    "clusters": _read_clusters,
}
_REPLACE: dict[str, Callable[[Session, int, Any], None]] = {
    "content": _replace_text,
    "themes": _replace_themes,
    "aliases": _replace_aliases,
    "texts": _replace_translations,
    "clusters": _replace_clusters,
}
