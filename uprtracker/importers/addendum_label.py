"""How an addendum names recommendations: in its sentences, and as labels before an answer."""

import re
from dataclasses import dataclass

from uprtracker.importers.addendum_sentence import decision_in
from uprtracker.importers.number_ranges import NumberList, leading_list, number_lists
from uprtracker.importers.position_words import sentences

_BEHIND_CUE = re.compile(r"\s*rec(?:s|ommendations?)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """Numbers at the beginning of a text, and what stands behind them."""

    found: NumberList
    rest: str


@dataclass(frozen=True)
class NumberReader:
    """`named` are the paragraphs of the report whose numbers occur (`140`); without any, the addendum leaves them
    out, and `paragraph` is put before its plain numbers where it is known."""

    named: frozenset[str]
    paragraph: str = ""

    def lists(self, text: str) -> list[NumberList]:
        """The numbers in a sentence."""
        return number_lists(text, self.named, paragraph=self.paragraph)

    def label(self, text: str, beside: tuple[str, ...] = ()) -> Label | None:
        """The label at the beginning of a text; `beside` are the further cells of a table's row.

        Dotted numbers are one. Plain ones are one where the addendum leaves the paragraph out everywhere, and
        several, `Rec.` or an answer show that no paragraph of the addendum is meant. A sentence that goes on to
        name other numbers is none.
        """
        found = leading_list(text, self.named, paragraph=self.paragraph)
        if found is None:
            return None
        rest = text[found.end :].lstrip(" .,;:)]–—-").rstrip()
        if rest and self.lists(sentences(rest)[0]):
            return None
        if found.is_dotted or self.named:
            return Label(found, rest) if found.is_dotted else None
        is_meant = (
            bool(_BEHIND_CUE.match(text))
            or not (rest or beside)
            or len(found.numbers) > 1
            or bool(beside)
            or decision_in(" ".join((rest, *beside))) is not None
        )
        return Label(found, rest) if is_meant else None
