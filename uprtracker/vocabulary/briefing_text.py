"""What a delegation writes and keeps for its pack: texts by subject and field, questions asked in advance, confirmed pairs.

The pack that is made of them and of the recommendations is in `briefing`.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from uprtracker.i18n import N_, _


class Subject(StrEnum):
    """What a text of the pack is about. A theme of the list that has a sheet is a `CLUSTER` under its heading."""

    DOSSIER = "dossier"
    CLUSTER = "cluster"
    PARAGRAPH = "paragraph"
    RECOMMENDATION = "recommendation"

    @property
    def label(self) -> str:
        return _(_SUBJECT_LABELS[self])


_SUBJECT_LABELS = {
    Subject.DOSSIER: N_("whole pack"),
    Subject.CLUSTER: N_("cluster"),
    Subject.PARAGRAPH: N_("paragraph"),
    Subject.RECOMMENDATION: N_("recommendation"),
}


class Field(StrEnum):
    """The texts of the pack, in the order in which they are written."""

    RUNNING_ORDER = "running_order"
    KEY_MESSAGES = "key_messages"
    SUGGESTED_REPLY = "suggested_reply"
    SENSITIVE_POINTS = "sensitive_points"
    SPEAKER = "speaker"
    CRITICISM = "criticism"

    @property
    def label(self) -> str:
        return _(_LABELS[self])


_LABELS = {
    Field.RUNNING_ORDER: N_("Running order"),
    Field.KEY_MESSAGES: N_("Key messages"),
    Field.SUGGESTED_REPLY: N_("Suggested reply"),
    Field.SENSITIVE_POINTS: N_("Sensitive points"),
    Field.SPEAKER: N_("Speaker"),
    Field.CRITICISM: N_("Reply to criticism"),
}

_OF_A_SHEET = (Field.SPEAKER, Field.SUGGESTED_REPLY, Field.KEY_MESSAGES, Field.SENSITIVE_POINTS)

FIELDS_OF: dict[Subject, tuple[Field, ...]] = {
    Subject.DOSSIER: (
        Field.SPEAKER,
        Field.RUNNING_ORDER,
        Field.KEY_MESSAGES,
        Field.CRITICISM,
        Field.SENSITIVE_POINTS,
    ),
    Subject.CLUSTER: _OF_A_SHEET,
    Subject.PARAGRAPH: _OF_A_SHEET,
    Subject.RECOMMENDATION: (Field.SUGGESTED_REPLY, Field.CRITICISM, Field.SENSITIVE_POINTS),
}
"""Which texts a subject has. The dossier's speaker is the head of delegation."""


class TextKey(NamedTuple):
    """Where a text of the pack belongs. `subject_key`: a recommendation's uid, a cluster's name, `paragraph_key`, or empty."""

    subject: Subject
    subject_key: str
    field: Field


def paragraph_key(instrument: str, version: str, label: str) -> str:
    """A paragraph as a key: its number alone means another paragraph in another version (DOMAIN.md, 4)."""
    return f"{instrument}@{version} {label}"


class SheetChoice(StrEnum):
    """Which recommendations have a sheet: `ALL`, by theme where nothing else joins them, or only those `GROUPED`."""

    ALL = "all"
    GROUPED = "grouped"


@dataclass(frozen=True)
class AdvanceQuestion:
    """A question sent before the review, with the answer prepared. `asking_iso3` is empty where the State is not known."""

    id: int
    asking_iso3: str
    asking_as_printed: str
    batch: str
    ordinal: int
    text: str
    answer: str


class ConfirmedPair(NamedTuple):
    """What a person said of two cycles: the later recommendation takes up the earlier one. `kind` as stored."""

    earlier_id: int
    later_id: int
    kind: str


@dataclass(frozen=True)
class BriefingTexts:
    """All that is stored for the pack, as far as its audience may see it; `withheld` texts are left out.

    `nhri` are the names of the institutions whose notes are criticism to expect.
    """

    texts: dict[TextKey, str] = field(default_factory=dict)
    questions: tuple[AdvanceQuestion, ...] = ()
    pairs: tuple[ConfirmedPair, ...] = ()
    nhri: frozenset[str] = frozenset()
    sheets: SheetChoice = SheetChoice.ALL
    withheld: int = 0

    def text(self, subject: Subject, subject_key: str, field_: Field) -> str:
        return self.texts.get(TextKey(subject, subject_key, field_), "")
