"""The lists of a Working Group report's conclusions: paragraphs sorted into lead-ins, items, headings and remarks."""

import re
from dataclasses import dataclass, field

from uprtracker.importers.printed_paragraph import PrintedParagraph, joined
from uprtracker.importers.report_words import (
    ends_with_states,
    introduces_a_list,
    is_heading,
    is_lead_in,
    ordinal,
)

_DOTTED = re.compile(r"^(?P<head>[0-9]{1,4})\s?[.,:]\s?(?P<item>[0-9]{1,3})(?![0-9%])(?:[.)]|\s?\.)?\s*")
_PLAIN = re.compile(r"^(?P<item>[0-9]{1,3})(?:\s?[.)]|(?=\s+[A-Z]))\s*(?![0-9])")
_LETTER = re.compile(r"^\(?(?P<item>[a-z]{1,2})\)\s+")
# Where another number may stand in the middle of a paragraph whose line ends were lost.
_WITHIN = re.compile(r"(?<=[;:.)])\s+(?=[0-9]{1,3}\s?\.\s?(?:[0-9]{1,3}[.\s]|[A-Z]))")
# The heading of a theme at the top of a page, which no gap sets off from the item above.
_HEADING_BEHIND = re.compile(r"(?<=\)[;.])\s+(?P<heading>[A-Z][^();.:]{2,100})$")
_COMPLETE = re.compile(r"[.;)][\s;.]*(?:and|or)?$")
_BULLET = re.compile(r"^[•·▪●o*–—-]\s+")
# Longer ones are broken or made to keep us busy, and are not searched for numbers in their middle.
_LONGEST_PARAGRAPH = 20_000
_FARTHEST_PARAGRAPH = 4
_WIDEST_GAP = 3
_INDENT = 4


@dataclass
class PrintedItem:
    """One numbered item; `item` is its own number, `head` that of the paragraph as printed before it, or empty."""

    head: str
    item: str
    text: str
    where: str
    left: float
    heading: str


@dataclass
class PrintedList:
    """A lead-in paragraph, its number and its items; a list without items is a remark.

    `style`: `dotted` (140.7), `plain` (7.), `letter` ((a)), `paragraph` (the items are numbered as paragraphs of
    the report), `unnumbered`, or empty before the first item.
    """

    paragraph: str
    lead_in: str
    where: str
    left: float = 0
    style: str = ""
    items: list[PrintedItem] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last item; letters count from (a) = 1."""
        return ordinal(self.items[-1].item) if self.items else 0


class ListReader:
    """Takes the paragraphs of the conclusions in order; what each of them is depends on those before."""

    def __init__(self) -> None:
        self.lists: list[PrintedList] = []
        self._heading = ""

    def take(self, paragraph: PrintedParagraph) -> None:
        """Read one paragraph, cut where the next number of the series stands in its middle."""
        start = 0
        for cut in _WITHIN.finditer(paragraph.text[:_LONGEST_PARAGRAPH]):
            if self._expects(paragraph.text[start : cut.start()], paragraph.text[cut.end() :]):
                self._take(_part(paragraph, start, cut.start()))
                start = cut.end()
        self._take(_part(paragraph, start, len(paragraph.text)))

    def _take(self, paragraph: PrintedParagraph) -> None:
        if not (
            self._dotted(paragraph)
            or self._plain(paragraph)
            or self._letter(paragraph)
            or self._unnumbered_lead_in(paragraph)
            or self._unnumbered_item(paragraph)
        ):
            self._goes_on(paragraph)

    @property
    def _current(self) -> PrintedList | None:
        return self.lists[-1] if self.lists else None

    def _dotted(self, paragraph: PrintedParagraph) -> bool:
        found = _DOTTED.match(paragraph.text)
        if not found or not self._belongs(found["head"], int(found["item"])):
            return False
        current = self._current
        starts_anew = found["item"] == "1" and (current is None or found["head"] != current.paragraph)
        if current is None or (starts_anew and current.last):
            current = PrintedList(found["head"], "", paragraph.where, paragraph.left)
            self.lists.append(current)
        elif starts_anew and not current.items:
            current.paragraph = found["head"]
        self._add(current, "dotted", found, paragraph)
        return True

    def _belongs(self, head: str, item: int) -> bool:
        """Whether a dotted number is one of the series: 84.93 after 82.92 is, with a typing error."""
        current = self._current
        if current is None:
            return item == 1
        if current.style not in ("", "dotted"):
            return False
        near = _near(current.paragraph, head)
        return head == current.paragraph or (item == current.last + 1 and (near or bool(current.items)))

    def _plain(self, paragraph: PrintedParagraph) -> bool:
        found = _PLAIN.match(paragraph.text)
        if not found:
            return False
        number, rest = int(found["item"]), paragraph.text[found.end() :]
        if self._is_main(number, rest, paragraph.left):
            self.lists.append(PrintedList(found["item"], rest, paragraph.where, paragraph.left))
            return True
        current = self._current
        if current is None:
            return False
        if self._is_plain_item(current, number, paragraph.left):
            self._add(current, "plain", found, paragraph)
        elif current.style == "dotted" and number == current.last + 1 and ends_with_states(rest):
            self._add(current, "dotted", found, paragraph)
        elif _is_paragraph_item(current, number, rest):
            self._add(current, "paragraph", found, paragraph)
        else:
            return False
        return True

    def _is_main(self, number: int, rest: str, left: float) -> bool:
        """Whether a plain number is that of a paragraph of the report."""
        current = self._current
        if current is None:
            return not ends_with_states(rest)
        ahead = number - int(current.paragraph or number)
        if not 0 < ahead <= _FARTHEST_PARAGRAPH:
            return False
        if current.style == "plain" or not current.style:
            is_next_item = number == (current.last or self._last_of_all()) + 1
            outdented = bool(current.items) and left < current.items[-1].left - _INDENT
            return is_lead_in(rest) or outdented or not (is_next_item or ends_with_states(rest))
        return not ends_with_states(rest) or is_lead_in(rest)

    def _is_plain_item(self, current: PrintedList, number: int, left: float) -> bool:
        if current.style not in ("", "plain"):
            return False
        if not current.items:
            return number in (1, self._last_of_all() + 1)
        aligned = abs(left - current.items[-1].left) < _INDENT
        starts_anew = number == 1 and current.last > 1
        return number == current.last + 1 or (
            aligned and (starts_anew or 0 < number - current.last <= _WIDEST_GAP)
        )

    def _last_of_all(self) -> int:
        return next((printed.last for printed in reversed(self.lists) if printed.items), 0)

    def _letter(self, paragraph: PrintedParagraph) -> bool:
        found, current = _LETTER.match(paragraph.text), self._current
        if not found or current is None or current.style not in ("", "letter"):
            return False
        if ordinal(found["item"]) != current.last + 1:
            return False
        self._add(current, "letter", found, paragraph)
        return True

    def _unnumbered_lead_in(self, paragraph: PrintedParagraph) -> bool:
        current, text = self._current, paragraph.text
        if current and not (current.items and _COMPLETE.search(current.items[-1].text)):
            return False
        if not introduces_a_list(text):
            return False
        number = current.paragraph if current else ""
        self.lists.append(PrintedList(number, text, paragraph.where, paragraph.left))
        return True

    def _unnumbered_item(self, paragraph: PrintedParagraph) -> bool:
        """A recommendation without a number, alone or behind a bullet, where the list has no numbers at all."""
        current = self._current
        if current is None or current.style not in ("", "unnumbered") or not ends_with_states(paragraph.text):
            return False
        self._add(current, "unnumbered", _BULLET.match(paragraph.text), paragraph)
        return True

    def _goes_on(self, paragraph: PrintedParagraph) -> None:
        """What bears no number goes on with the text above, or is the heading of a theme."""
        current = self._current
        if current is None:
            return
        if not current.items:
            if is_heading(paragraph.text):
                self._heading = paragraph.text
            else:
                current.lead_in = joined([current.lead_in, paragraph.text])
        elif _COMPLETE.search(current.items[-1].text) and is_heading(paragraph.text):
            self._heading = paragraph.text
        else:
            current.items[-1].text = joined([current.items[-1].text, paragraph.text])

    def _add(
        self, current: PrintedList, style: str, found: re.Match[str] | None, paragraph: PrintedParagraph
    ) -> None:
        if current.items and (behind := _HEADING_BEHIND.search(current.items[-1].text)):
            self._heading = behind["heading"]
            current.items[-1].text = current.items[-1].text[: behind.start()]
        head = (found.groupdict().get("head") or current.paragraph) if found and style == "dotted" else ""
        number = found["item"] if found and style != "unnumbered" else str(current.last + 1)
        text = paragraph.text[found.end() if found else 0 :]
        current.style = style
        current.items.append(PrintedItem(head, number, text, paragraph.where, paragraph.left, self._heading))

    def _expects(self, before: str, rest: str) -> bool:
        """Whether a number in the middle of a paragraph is the very next one of the list or of the report."""
        current = self._current
        last, paragraph = (current.last, current.paragraph) if current else (0, "")
        if own := _DOTTED.match(before):
            last, paragraph = int(own["item"]), own["head"]
        elif (own := _PLAIN.match(before)) and is_lead_in(before[own.end() :]):
            last, paragraph = 0, own["item"]
        elif own:
            last = int(own["item"])
        if dotted := _DOTTED.match(rest):
            return dotted["head"] == paragraph and int(dotted["item"]) == last + 1
        plain = _PLAIN.match(rest)
        if not plain or not paragraph:
            return False
        text = rest[plain.end() :]
        is_next = int(plain["item"]) == int(paragraph) + 1
        return (is_next and is_lead_in(text.partition(":")[0] + ":")) or bool(
            current and current.style == "plain" and int(plain["item"]) == last + 1
        )


def _is_paragraph_item(current: PrintedList, number: int, rest: str) -> bool:
    if current.style not in ("", "paragraph") or not current.paragraph or not ends_with_states(rest):
        return False
    return number == (current.last or int(current.paragraph)) + 1


def _near(paragraph: str, head: str) -> bool:
    return not paragraph or 0 < int(head) - int(paragraph) <= _FARTHEST_PARAGRAPH


def _part(paragraph: PrintedParagraph, start: int, end: int) -> PrintedParagraph:
    return PrintedParagraph(
        paragraph.text[start:end].strip(), paragraph.where, paragraph.left, paragraph.size
    )
