"""Suggestions for a dossier's recommendations: computed when asked, shaped by its own decisions, never stored."""

from collections.abc import Sequence
from functools import cached_property

from sqlalchemy import select

from uprtracker.models.instrument import Instrument, Link, Paragraph, TextVersion
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.text_loader import find_text_version
from uprtracker.suggestions import Decision, Learned, Suggestion, suggest
from uprtracker.vocabulary.paragraph_label import parse_label
from uprtracker.vocabulary.read_model import Recommendation

SUGGESTED_TEXT = ("human-rights-defenders", "draft-70")
"""The text that the suggestions were made for; other texts get none."""


class Suggester:
    """Suggestions as the dossier's decisions stood when it was made; make a new one after a decision."""

    def __init__(self, decisions: Sequence[Decision], *, available: bool) -> None:
        self._decisions = decisions
        self.available = available

    @cached_property
    def _learned(self) -> Learned:
        return Learned(self._decisions)

    def suggest(self, row: Recommendation) -> Suggestion:
        """The suggestion for one recommendation; its own decision does not speak for itself."""
        return suggest(row.text, _language(row), learned=self._learned, number=row.label)


class SuggestingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def suggester(self) -> Suggester:
        """Reads the dossier's confirmed and rejected links and its decisions that nothing is concerned."""
        with self._store.read() as session:
            version = find_text_version(session, "")
            instrument = session.get_one(Instrument, version.instrument_id)
            rejected: dict[int, list[str]] = {}
            for id_, label in session.execute(
                select(Link.recommendation_id, Paragraph.label)
                .join(Paragraph, Paragraph.id == Link.paragraph_id)
                .join(TextVersion, TextVersion.id == Paragraph.text_version_id)
                .where(TextVersion.id == version.id, Link.state == "rejected", Link.withdrawn_at.is_(None))
            ):
                rejected.setdefault(id_, []).append(label)
            decisions = [
                Decision(
                    number=row.label,
                    text=row.text,
                    labels=tuple(parse_label(label) for label in row.paragraph_labels),
                    rejected=tuple(parse_label(label) for label in rejected.get(row.id, ())),
                )
                for row in load_rows(session)
                if row.decided or row.id in rejected
            ]
        return Suggester(decisions, available=(instrument.key, version.version) == SUGGESTED_TEXT)


def _language(row: Recommendation) -> str | None:
    """The language in which the row's text stands, where the dossier knows it."""
    return next((language for language, text in row.texts.items() if text == row.text), None)
