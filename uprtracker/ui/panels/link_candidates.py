"""What the cards of the links page say about one recommendation: what is suggested, linked and rejected."""

from collections.abc import Sequence

from uprtracker.i18n import _
from uprtracker.suggestions import Suggestion
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.panels.navigation_entry import sentence_case
from uprtracker.ui.panels.suggestion_card import LINKED, OPEN, REJECTED, Candidate
from uprtracker.vocabulary.read_model import LinkedParagraph, Recommendation, TextVersion


def candidates(
    row: Recommendation,
    suggestion: Suggestion | None,
    rejected: Sequence[LinkedParagraph],
    text: TextVersion,
) -> list[Candidate]:
    """Suggestions in their order with keys from 1 on, then what else is linked or rejected in the order of the text."""
    decided = {link.label: link for link in (*rejected, *row.paragraphs) if link.version == text.version}
    shorts = {p.label: sentence_case(p.caption) for p in text.paragraphs}
    shown = []
    for number, suggested in enumerate(suggestion.suggestions if suggestion else (), start=1):
        label = str(suggested.label)
        link = decided.pop(label, None)
        shown.append(
            Candidate(
                label,
                shorts.get(label, ""),
                sentence_case(suggested.reason),
                suggested.spans,
                key=str(number),
                state=link.state if link else OPEN,
                decision=_decision(link) if link else "",
            )
        )
    for link in sorted(decided.values(), key=lambda link: link.sort_key):
        short = shorts.get(link.label, "")
        shown.append(Candidate(link.label, short, link.reason, state=link.state, decision=_decision(link)))
    return shown


def note(row: Recommendation, suggestion: Suggestion | None, refusal: str) -> str:
    """What stands above the cards: who may not decide, what was decided, why nothing is suggested."""
    pieces = [refusal] if refusal else []
    if row.concerns_none:
        pieces.append(_("Concerns no paragraph: so decided."))
    if suggestion is None:
        pieces.append(_("There are no suggestions for this text; press / to look for a paragraph."))
    elif suggestion.unsupported_language:
        pieces.append(
            _("Suggestions are made in English, French and Spanish; this text is in another language.")
        )
    elif not suggestion.suggestions and not row.decided:
        pieces.append(_("Nothing in this text speaks to a paragraph. Press N if it concerns none."))
    elif not suggestion.concerns and not row.decided:
        pieces.append(_("Probably concerns no paragraph; the nearest are below."))
    return " ".join(pieces)


def _decision(link: LinkedParagraph) -> str:
    words = {
        LINKED: _("Linked by {who}, {day}"),
        REJECTED: _("Rejected by {who}, {day}"),
    }[link.state]
    return words.format(who=link.by, day=long_day(link.at.date()))
