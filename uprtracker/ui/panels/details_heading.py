"""The head of the details: number, who recommended it, and the full text with its clauses."""

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.section import column, replace_widgets, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.read_model import Clause, Recommendation
from uprtracker.vocabulary.state import state


class DetailsHeading(QWidget):
    """Where a number holds several clauses each of them stands with its own States."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = PlainLabel("", "title")
        self._source = PlainLabel("", "caption", wrap=True)
        self._text = ReadingText(by_keyboard=True)
        self._text.setAccessibleName(_("Text of the recommendation"))
        self._clauses = column(8)
        whole = column(0)
        self.setLayout(whole)
        whole.addWidget(self.number)
        whole.addWidget(self._source)
        whole.addSpacing(10)
        whole.addWidget(self._text)
        whole.addLayout(self._clauses)

    def show_heading(self, row: Recommendation, search: str) -> None:
        self.number.setText(row.label)
        self._source.setText(source_words(row))
        several = len(row.clauses) > 1
        self._text.setVisible(not several)
        self._text.show_text(row.text, search)
        replace_widgets(self._clauses, [_clause(c, search) for c in row.clauses] if several else [])


def source_words(row: Recommendation) -> str:
    """`Netherlands, Canada · A/HRC/59/15 · cycle 4`."""
    kinds = {"voluntary_pledge": _("Voluntary pledge"), "observation": _("Observation")}
    cycle = _("cycle {n}").format(n=row.cycle) if row.cycle else ""
    pieces = (kinds.get(row.kind, ""), names_of(row.recommending_states), row.document_symbol, cycle)
    return " · ".join(piece for piece in pieces if piece)


def names_of(states: tuple[str, ...]) -> str:
    """States by their ISO 3166 codes as their names in the language of the screen."""
    return ", ".join(state(iso3).name(current_language()) for iso3 in states)


def _clause(clause: Clause, search: str) -> QWidget:
    text = ReadingText(by_keyboard=True)
    text.show_text(clause.text, search)
    return stacked(text, PlainLabel(names_of(clause.states), "caption", wrap=True), spacing=0)
