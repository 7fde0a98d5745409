"""The middle of the links page: how far the work is, one recommendation, and the cards of its paragraphs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.key_cap import key_hint
from uprtracker.ui.fields.link_button import LinkButton, allow
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.item_models.recommendation_column import state_names
from uprtracker.ui.panels.marked_text import MarkedText
from uprtracker.ui.panels.section import column, replace_widgets
from uprtracker.ui.panels.suggestion_card import OPEN, Candidate, SuggestionCard
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import Recommendation

_MARGIN, _LEAST, _WIDEST = 36, 340, 720


class LinksMiddle(QScrollArea):
    """Shows what it is given; keys are the page's, buttons are here for the mouse."""

    card_chosen = Signal(str)
    link_requested = Signal(str)
    reject_requested = Signal(str)
    unlink_requested = Signal(str)
    none_requested = Signal()
    other_requested = Signal()
    together_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("links_middle")
        self.setAccessibleName(_("The recommendation"))
        self.progress_words = PlainLabel("", "secondary")
        self.queue_words = PlainLabel("", "secondary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Decided"))
        self.number = PlainLabel("", "title")
        self.about = PlainLabel("", "secondary", wrap=True)
        self.text = MarkedText()
        self.together = QCheckBox()
        self.together.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.note = PlainLabel("", "secondary", wrap=True)
        self.none = LinkButton(_("Concerns no paragraph"))
        self.other = LinkButton(_("Other paragraph…"))
        self.cards: list[SuggestionCard] = []
        self._cards = column(10)
        self._content = QWidget()
        self._lay_out()
        self.together.clicked.connect(self.together_chosen)
        self.none.clicked.connect(self.none_requested)
        self.other.clicked.connect(self.other_requested)

    # what is shown

    def show_progress(self, decided: int, of: int, waiting: int, in_queue: str) -> None:
        """How much of the whole is decided, and how many wait in the queue of that name."""
        self.progress_words.setText(_("{decided} of {of} decided").format(decided=decided, of=of))
        self.queue_words.setText(
            ngettext("{n} in this queue", "{n} in this queue", waiting).format(n=waiting)
        )
        self.queue_words.setToolTip(in_queue)
        self.progress.setMaximum(max(of, 1))
        self.progress.setValue(decided)

    def show_recommendation(self, row: Recommendation | None, alike: Sequence[Recommendation]) -> None:
        """`alike` are the others that one decision could serve as well."""
        for part in (self.number, self.about, self.text, self.none, self.other, self._hints):
            part.setVisible(row is not None)
        self.together.setVisible(bool(alike))
        if row is None:
            return
        self.number.setText(row.label)
        review = _("cycle {n}").format(n=row.cycle) if row.cycle else row.mechanism
        pieces = [state_names(row), row.position.label, row.lead, review]
        self.about.setText(" · ".join(piece for piece in pieces if piece))
        self.together.setText(_alike_words(alike).replace("&", "&&"))
        # nearly the same may differ in the word that matters: all of them can be read before one decides
        self.together.setToolTip(tooltip("\n\n".join(f"{other.label}  {other.text}" for other in alike[:6])))

    def show_cards(self, candidates: Sequence[Candidate], refusal: str) -> None:
        """Show these paragraphs in place of those before."""
        self.cards = [SuggestionCard(candidate, refusal) for candidate in candidates]
        replace_widgets(self._cards, self.cards)
        for card in self.cards:
            card.chosen.connect(self.card_chosen)
            card.link_requested.connect(self.link_requested)
            card.reject_requested.connect(self.reject_requested)
            card.unlink_requested.connect(self.unlink_requested)
        for button in (self.none, self.other):
            allow(button, refusal)

    def show_note(self, words: str) -> None:
        """Say why there are no suggestions, or what was decided; empty: nothing."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def highlight(self, label: str, row: Recommendation) -> None:
        """Mark a card, and in the text the words that speak for its paragraph."""
        spans: tuple[tuple[int, int], ...] = ()
        for card in self.cards:
            here = card.candidate.label == label
            card.set_highlighted(here)
            if here:
                spans = card.candidate.spans
        self.text.show_text(row.text, spans)

    def next_open(self, after: str) -> str:
        """The label of the card that is looked at after a decision about one: the next without a decision."""
        labels = [card.candidate.label for card in self.cards]
        start = labels.index(after) if after in labels else -1
        order = self.cards[start + 1 :] + self.cards[: start + 1]
        return next((card.candidate.label for card in order if card.candidate.state == OPEN), after)

    # building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.progress_words, 1)
        head.addWidget(self.queue_words)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignBaseline)
        title.addWidget(self.about, 1, alignment=Qt.AlignmentFlag.AlignBaseline)
        self._hints = _hints()
        buttons = FlowLayout(gap=16)
        buttons.addWidget(self.none)
        buttons.addWidget(self.other)
        inside = QWidget()
        inside.setMaximumWidth(current_theme().px(_WIDEST) + 2 * _MARGIN)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(_MARGIN, 26, _MARGIN, 20)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(self.progress)
        lines.addSpacing(12)
        lines.addLayout(title)
        lines.addWidget(self.text)
        lines.addWidget(self.together)
        lines.addSpacing(4)
        lines.addWidget(self.note)
        lines.addLayout(self._cards)
        lines.addSpacing(2)
        lines.addLayout(buttons)
        lines.addStretch()
        lines.addSpacing(12)
        lines.addWidget(self._hints)
        self._show_in_scroll_area(inside)

    def _show_in_scroll_area(self, inside: QWidget) -> None:
        self._content.setProperty("ground", "paper")
        sides = QHBoxLayout(self._content)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(inside, 1)
        sides.addStretch(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(current_theme().px(_LEAST))
        self.setWidget(self._content)

    @Slot(str)
    def show_card(self, label: str) -> None:
        """Bring a card into sight."""
        for card in self.cards:
            if card.candidate.label == label:
                self.ensureWidgetVisible(card, 0, 16)


def _hints() -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap=8)
    for keys, words in (
        (("1–5",), _("confirm")),
        (("X",), _("reject")),
        (("N",), _("no paragraph")),
        (("/",), _("other paragraph")),
        (("←", "→"), _("other suggestion")),
        (("G",), _("alike together")),
        (("↑", "↓"), _("other recommendation")),
        (("Ctrl Z",), _("undo")),
    ):
        flow.addWidget(key_hint(keys, words))
    return holder


def _alike_words(alike: Sequence[Recommendation]) -> str:
    numbers = ", ".join(row.label for row in alike[:6]) + (", …" if len(alike) > 6 else "")
    words = ngettext(
        "Decide together with {n} that is nearly the same: {numbers}",
        "Decide together with {n} that are nearly the same: {numbers}",
        len(alike),
    )
    return words.format(n=len(alike), numbers=numbers)
