"""The doubts that records of every source can be in, in the same words."""

from uprtracker.i18n import _
from uprtracker.vocabulary.position import Position


def about_position(position: Position, printed: str) -> list[str]:
    """Why a position is unknown; nothing where it is known."""
    if position is not Position.UNKNOWN:
        return []
    if not printed:
        return [_("the position is empty")]
    return [_("the position '{word}' is not known").format(word=printed)]


def about_text(text: str) -> list[str]:
    """Why a record has no usable wording; nothing where it has."""
    if not text:
        return [_("the recommendation has no text")]
    if "\ufffd" in text:
        return [_("characters of the text are lost")]
    return []


def about_state(name: str) -> str:
    """A name that is no State's."""
    return _("no State is known as '{name}'").format(name=name)
