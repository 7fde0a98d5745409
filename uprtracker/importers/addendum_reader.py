"""An addendum read block by block: whose numbers a statement, a heading or a table's row speaks of."""

import re
from dataclasses import dataclass, field

from uprtracker.i18n import _
from uprtracker.importers.addendum_label import Label, NumberReader
from uprtracker.importers.addendum_sentence import (
    Decision,
    decision_in,
    decision_in_cell,
    is_only_a_decision,
    said_in,
)
from uprtracker.importers.number_ranges import Numbered, NumberList
from uprtracker.importers.parsed_addendum import Explanation, StatedPosition, Unread
from uprtracker.importers.position_words import position_words, says_already_implemented, sentences
from uprtracker.importers.record import Place
from uprtracker.importers.report_words import ends_with_states

_MAIN = re.compile(r"^(?P<number>[0-9]{1,3})\.\s+(?=[^\W\d_“\"(])")
_ABOUT_RECOMMENDATIONS = re.compile(r"\brecommend", re.IGNORECASE)
_INTRODUCES = re.compile(r":\s*$|\b(?:following|below)\b", re.IGNORECASE)
_LONGEST_SENTENCE = 400
_MOST_WORDS_AROUND_NUMBERS = 6
_MOST_NUMBERS_EXPLAINED_TOGETHER = 20


@dataclass(frozen=True)
class _Context:
    """What a heading or a sentence above says about the numbers that follow it."""

    decision: Decision
    paragraph: str
    place: Place


@dataclass
class _Told:
    """An explanation while its paragraphs are still coming."""

    numbers: tuple[str, ...]
    texts: list[str]
    place: Place


@dataclass
class AddendumReader:
    """Takes headings, paragraphs and rows in order.

    What is said of a number itself is in `stated`, what a heading or an introduction says of the numbers below it
    in `implied`, and numbers of which nothing is known in `loose`.
    """

    file: str
    numbers: NumberReader
    stated: list[StatedPosition] = field(default_factory=list)
    implied: list[StatedPosition] = field(default_factory=list)
    loose: list[Unread] = field(default_factory=list)
    _told: list[_Told] = field(default_factory=list)
    _heading: _Context | None = None
    _heading_size: float = 0
    _statement: _Context | None = None
    _open: _Told | None = None
    _number: str = ""

    @property
    def explanations(self) -> list[Explanation]:
        """What was said about numbers, in order."""
        return [
            Explanation(told.numbers, "\n".join(told.texts), told.place) for told in self._told if told.texts
        ]

    def take_heading(self, text: str, where: str, size: float = 0) -> None:
        """A heading such as *Noted recommendations* speaks of all numbers below it that nothing else speaks of,
        until another one of its kind; headings of themes in smaller letters (or in Word) change nothing."""
        decision = self._of_heading(text)
        if decision is not None:
            self._heading, self._heading_size = _Context(decision, "", Place(self.file, where)), size
        elif size >= self._heading_size > 0 or _ABOUT_RECOMMENDATIONS.search(text):
            self._heading = None
        self._statement = self._open = None

    def take_row(self, cells: tuple[str, ...], where: str) -> None:
        """A row of a table whose first cell, or whose second after a running number, begins with numbers."""
        for at, cell in enumerate(cells[:2]):
            beside = cells[at + 1 :]
            label = self.numbers.label(cell, beside)
            if label and not self._is_paragraph(label, beside):
                self._labelled(label, (label.rest, *beside), where, in_cells=True)
                self._open = None
                return
        self.take_paragraph(" ".join(filter(None, cells)), where)

    def take_paragraph(self, text: str, where: str) -> None:
        """A numbered paragraph, a label with or without its explanation, or what goes on with one."""
        main = _MAIN.match(text)
        if main and self._is_main(main["number"], text[main.end() :]):
            self._number, text = main["number"], text[main.end() :]
            self._statement = self._open = None
            self._statements(text, where)
        elif label := self.numbers.label(text):
            self._labelled(label, (label.rest,), where, in_cells=False)
            if not label.rest and len(label.found.numbers) > 1 and text.endswith((".", ";", ",")):
                self._open = None  # a list that goes on, and no label above an explanation
        elif self._open is None or self._states_something(text):
            self._open = None
            self._statements(text, where)
        else:
            self._open.texts.append(text)
            self._mentions(text, where)

    def _is_paragraph(self, label: Label, beside: tuple[str, ...]) -> bool:
        """Whether a row is a paragraph of the addendum whose text hangs beside its number."""
        if label.found.is_dotted or len(label.found.numbers) != 1:
            return False
        text = " ".join(beside)
        number = label.found.numbers[0].number.rpartition(".")[2]
        return bool(self.numbers.lists(text)) or (self._is_next(number) and decision_in(text) is None)

    def _is_main(self, number: str, text: str) -> bool:
        """`32. This recommendation is accepted`, where numbers stand without their paragraph, is no paragraph 32."""
        if self.numbers.named:
            return True
        return self._is_next(number) and (decision_in(text) is None or bool(self.numbers.lists(text)))

    def _is_next(self, number: str) -> bool:
        return int(number) == int(self._number or 0) + 1

    def _states_something(self, text: str) -> bool:
        """Whether a paragraph below a label is no explanation but says a position on numbers of its own."""
        return any(
            said.decision is not None
            for sentence in sentences(text)
            for said in said_in(sentence, self.numbers.lists(sentence))
        )

    def _mentions(self, text: str, where: str) -> None:
        for found in self.numbers.lists(text):
            reason = _("the number is named in the explanation of another one only")
            self._leave(found.numbers, text, reason, Place(self.file, where))

    def _labelled(self, label: Label, texts: tuple[str, ...], where: str, *, in_cells: bool) -> None:
        numbers, texts, place = label.found.numbers, tuple(filter(None, texts)), Place(self.file, where)
        self._note_unread(label.found, " ".join(texts), place)
        answers = [d for text in texts if (d := (decision_in_cell(text) if in_cells else None))]
        decision = answers[0] if answers else next((d for text in texts if (d := decision_in(text))), None)
        context = self._statement or self._heading
        if decision is not None:
            self._state(self.stated, numbers, decision, self._number, place)
        elif context is not None:
            self._state(self.implied, numbers, context.decision, context.paragraph, place)
        else:
            sentence = " ".join((", ".join(map(_label, numbers)), *texts))
            self._leave(numbers, sentence, _("no position stands beside the numbers"), place)
        kept = [text for text in texts if not ends_with_states(text) and not is_only_a_decision(text)]
        self._open = _Told(tuple(map(_label, numbers)), kept, place)
        self._told.append(self._open)

    def _statements(self, text: str, where: str) -> None:
        place = Place(self.file, where)
        explained: tuple[Numbered, ...] = ()
        for sentence in sentences(text):
            lists = self.numbers.lists(sentence)
            if lists:
                self._said(sentence, lists, place)
                explained = tuple(numbered for found in lists for numbered in found.numbers)
            elif (
                not self._introduced(sentence, place)
                and 0 < len(explained) <= _MOST_NUMBERS_EXPLAINED_TOGETHER
            ):
                self._explain(explained, sentence, place)

    def _introduced(self, sentence: str, place: Place) -> bool:
        """A sentence without numbers that speaks of those that follow."""
        if not (_ABOUT_RECOMMENDATIONS.search(sentence) and _INTRODUCES.search(sentence)):
            return False
        decision = self._of_heading(sentence)
        if decision is not None:
            self._statement = _Context(decision, self._number, place)
        return decision is not None

    def _said(self, sentence: str, lists: list[NumberList], place: Place) -> None:
        for found, said in zip(lists, said_in(sentence, lists), strict=True):
            self._note_unread(found, sentence, place)
            context = self._statement or self._heading
            if said.decision is not None:
                self._state(self.stated, said.numbers, said.decision, self._number, place)
                if said.decision.position is not None:
                    self._statement = _Context(said.decision, self._number, place)
            elif context is not None and _is_only_numbers(sentence, lists):
                self._state(self.implied, said.numbers, context.decision, context.paragraph, place)
            else:
                self._leave(said.numbers, sentence, _("the sentence states no position"), place)

    def _explain(self, numbers: tuple[Numbered, ...], sentence: str, place: Place) -> None:
        labels = tuple(map(_label, numbers))
        if self._told and self._told[-1].numbers == labels and self._told[-1].place == place:
            self._told[-1].texts[-1:] = [" ".join((*self._told[-1].texts[-1:], sentence))]
        else:
            self._told.append(_Told(labels, [sentence], place))

    def _of_heading(self, text: str) -> Decision | None:
        """The one position of which a heading or an introduction speaks."""
        words = position_words(text)
        if len({word.position for word in words}) != 1:
            return None
        return Decision(words[0].position, words[0].phrase, text, says_already_implemented(text))

    def _state(
        self,
        into: list[StatedPosition],
        numbers: tuple[Numbered, ...],
        decision: Decision,
        paragraph: str,
        place: Place,
    ) -> None:
        if decision.position is None:
            self._leave(
                numbers, decision.sentence, _("the sentence may be understood in more than one way"), place
            )
            return
        heading = self._heading.decision if self._heading else None
        already = decision.already_implemented or bool(
            heading and heading.already_implemented and heading.position is decision.position
        )
        into += [
            StatedPosition(
                number=numbered.number,
                part=numbered.part,
                position=decision.position,
                position_as_printed=decision.phrase,
                already_implemented=already,
                paragraph=f"Para. {paragraph}" if paragraph else "",
                sentence=_shortened(decision.sentence),
                place=place,
            )
            for numbered in numbers
        ]

    def _leave(self, numbers: tuple[Numbered, ...], sentence: str, reason: str, place: Place) -> None:
        self.loose.append(Unread(place, _shortened(sentence), reason, tuple(map(_label, numbers))))

    def _note_unread(self, found: NumberList, sentence: str, place: Place) -> None:
        for text in found.unread:
            reason = _("'{text}' is no range of numbers").format(text=text)
            self.loose.append(Unread(place, _shortened(f"{text} {sentence}"), reason, ()))


def _label(numbered: Numbered) -> str:
    return numbered.number + numbered.part


def _is_only_numbers(sentence: str, lists: list[NumberList]) -> bool:
    around = [
        sentence[one.end : other]
        for one, other in zip(lists, [f.start for f in lists[1:]] + [len(sentence)], strict=True)
    ]
    return len(" ".join((sentence[: lists[0].start], *around)).split()) <= _MOST_WORDS_AROUND_NUMBERS


def _shortened(sentence: str) -> str:
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    return sentence[:_LONGEST_SENTENCE].rsplit(" ", 1)[0] + " …"
