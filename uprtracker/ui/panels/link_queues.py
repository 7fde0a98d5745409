"""Which recommendations wait in which queue of the links page, by their decisions, suggestions and likeness."""

from collections.abc import Iterable, Mapping, Sequence

from uprtracker.suggestions import Suggestion
from uprtracker.vocabulary.alike import alike_groups
from uprtracker.vocabulary.read_model import Recommendation

LIKELY, DOUBTFUL, UNLIKELY, LINKED, NONE = "likely", "doubtful", "unlikely", "linked", "none"
TO_DECIDE = (LIKELY, DOUBTFUL, UNLIKELY)
DECIDED = (LINKED, NONE)
ALIKE, THEME = "alike:", "theme:"
"""Beginnings of the keys of queues that there are several of; the group's first id or the theme's label follows."""

_LIKELY_FROM, _DOUBTFUL_FROM = 0.8, 0.2


def standing(row: Recommendation, suggestion: Suggestion | None) -> str:
    """The queue of a recommendation: what was decided, else what is suggested. Without a suggestion it is doubtful."""
    if row.decided:
        return LINKED if row.paragraphs else NONE
    if suggestion is None or suggestion.unsupported_language:
        return DOUBTFUL
    if suggestion.probability >= _LIKELY_FROM and suggestion.concerns:
        return LIKELY
    return DOUBTFUL if suggestion.probability >= _DOUBTFUL_FROM else UNLIKELY


class LinkQueues:
    """Queues over the rows of a dossier, in their order; `suggestions` may still lack some."""

    def __init__(self, rows: Sequence[Recommendation]) -> None:
        self._rows: dict[int, Recommendation] = {}
        self._members: dict[str, list[int]] = {}
        self._groups: dict[int, tuple[int, ...]] = {}
        self.show_rows(rows)
        for group in alike_groups((row.id, row.text) for row in rows):
            for id_ in group:
                self._groups[id_] = group

    def show_rows(self, rows: Sequence[Recommendation]) -> None:
        """Take rows whose decisions changed; their texts are those of the beginning."""
        self._rows = {row.id: row for row in rows}

    def sort(self, suggestions: Mapping[int, Suggestion]) -> None:
        """Put every recommendation into its queues."""
        members: dict[str, list[int]] = {}
        for row in self._rows.values():
            members.setdefault(standing(row, suggestions.get(row.id)), []).append(row.id)
            if not row.decided:
                for theme in dict.fromkeys(t.label for t in row.themes if t.kind == "theme"):
                    members.setdefault(THEME + theme, []).append(row.id)
        for group in dict.fromkeys(self._groups.values()):
            if any(not self._rows[id_].decided for id_ in group if id_ in self._rows):
                members[f"{ALIKE}{group[0]}"] = [id_ for id_ in group if id_ in self._rows]
        members.get(DOUBTFUL, []).sort(key=lambda id_: _doubt(suggestions.get(id_)))
        self._members = members

    def ids(self, key: str) -> list[int]:
        """The recommendations that wait in a queue now."""
        return list(self._members.get(key, ()))

    def count(self, key: str) -> int:
        """How many wait; of texts that are alike those that are undecided."""
        return sum(not key.startswith(ALIKE) or not self._rows[id_].decided for id_ in self.ids(key))

    def keys(self, beginning: str) -> list[str]:
        """The keys of all queues of one kind, in the order of their first recommendation."""
        return [key for key in self._members if key.startswith(beginning)]

    def first(self) -> str:
        """The first queue in which anything waits to be decided, else the linked ones."""
        return next((key for key in TO_DECIDE if self.ids(key)), LINKED)

    def alike(self, id_: int) -> list[Recommendation]:
        """A recommendation with all that are alike and stand as it does: nothing decided, or the same."""
        row = self._rows[id_]
        group = self._groups.get(id_, (id_,))
        return [
            self._rows[n] for n in group if n in self._rows and _decision(self._rows[n]) == _decision(row)
        ]

    def decided(self) -> tuple[int, int]:
        """How many recommendations are decided, and of how many."""
        return sum(row.decided for row in self._rows.values()), len(self._rows)


def linked_to(rows: Iterable[Recommendation], label: str, without: int) -> list[Recommendation]:
    """The recommendations linked to a paragraph, one left out."""
    return [row for row in rows if row.id != without and label in row.paragraph_labels]


def _decision(row: Recommendation) -> tuple[tuple[str, ...], bool]:
    return row.paragraph_labels, row.concerns_none


def _doubt(suggestion: Suggestion | None) -> float:
    """The nearer to even odds the more doubtful; what has no suggestion at all comes first."""
    if suggestion is None or suggestion.unsupported_language:
        return -1.0
    return abs(suggestion.probability - 0.5)
