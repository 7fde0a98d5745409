"""What the briefing page lists and asks for: the parts of the pack with their fields. No widget lives here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_missing import Missing, asking_state
from uprtracker.vocabulary.briefing_sheet import Fact, Sheet
from uprtracker.vocabulary.briefing_text import FIELDS_OF, Field, Subject, TextKey
from uprtracker.vocabulary.briefing_voices import Criticism, NotedReason
from uprtracker.vocabulary.read_model import Recommendation

WHOLE, QUESTIONS, CRITICISM, NOTED = "whole", "questions", "criticism", "noted"

Target = TextKey | int
"""Where a text is written: a text of the pack, or the answer to the question with that id."""

_TIMED = (Field.SUGGESTED_REPLY, Field.CRITICISM)
_ONE_LINE = (Field.SPEAKER,)


@dataclass(frozen=True)
class FieldSpec:
    """One field: what it is called, what stands in it, how many lines it shows empty.

    `asked` is what it answers, shown above it; `hint` says what belongs in it; `timed` ones are read out and counted.
    """

    target: Target
    label: str
    text: str
    asked: str = ""
    hint: str = ""
    lines: int = 3
    timed: bool = False


@dataclass(frozen=True)
class BriefingPart:
    """One entry of the rail and what is shown for it. `lacking` counts what is missing there before printing."""

    key: str
    title: str
    about: str
    fields: tuple[FieldSpec, ...]
    rows: tuple[Recommendation, ...] = ()
    facts: tuple[Fact, ...] = ()
    lacking: int = 0

    def has(self, target: Target | None) -> bool:
        return any(spec.target == target for spec in self.fields)


def target_of(lack: Missing) -> Target | None:
    return lack.key if lack.key is not None else lack.question_id


def parts_of(pack: Briefing, lacks: Iterable[Missing]) -> tuple[BriefingPart, ...]:
    """The parts in the order of the pack; those of which the dossier has nothing are left out."""
    targets = [target_of(lack) for lack in lacks]
    parts = (_whole(pack), *map(_sheet, pack.sheets), *_others(pack))
    return tuple(replace(part, lacking=sum(map(part.has, targets))) for part in parts)


def _whole(pack: Briefing) -> BriefingPart:
    labels = {Field.SPEAKER: _("Head of delegation"), Field.CRITICISM: _("Criticism to expect in general")}
    return BriefingPart(
        WHOLE,
        _("Whole pack"),
        _("What stands at the front: who speaks when, and what the delegation wants to be heard."),
        tuple(
            _spec(TextKey(Subject.DOSSIER, "", field), pack.own(field), label=labels.get(field, field.label))
            for field in FIELDS_OF[Subject.DOSSIER]
        ),
    )


def _sheet(sheet: Sheet) -> BriefingPart:
    texts = {
        Field.SPEAKER: sheet.speaker,
        Field.SUGGESTED_REPLY: sheet.reply,
        Field.KEY_MESSAGES: sheet.key_messages,
        Field.SENSITIVE_POINTS: sheet.sensitive_points,
    }
    count = ngettext("{n} recommendation", "{n} recommendations", len(sheet.rows))
    return BriefingPart(
        f"{sheet.subject}:{sheet.key}",
        sheet.title,
        count.format(n=len(sheet.rows)),
        tuple(_spec(TextKey(sheet.subject, sheet.key, field), text) for field, text in texts.items()),
        rows=sheet.rows,
        facts=sheet.facts,
    )


def _others(pack: Briefing) -> Iterator[BriefingPart]:
    if pack.questions:
        yield BriefingPart(
            QUESTIONS,
            _("Advance questions"),
            _("Questions that States sent before the review, in the order in which they came."),
            tuple(
                FieldSpec(
                    question.id,
                    _("Answer to {state}, question {number}").format(
                        state=asking_state(question), number=question.ordinal
                    ),
                    question.answer,
                    asked=question.text,
                    hint=_("What we answer"),
                    timed=True,
                )
                for question in pack.questions
            ),
        )
    if pack.criticism:
        yield BriefingPart(
            CRITICISM,
            _("Criticism to expect"),
            _("What the NHRI finds less than implemented, disputes or asks; nothing restricted is shown."),
            tuple(map(_criticism, pack.criticism)),
        )
    if pack.noted:
        yield BriefingPart(
            NOTED,
            _("Noted recommendations"),
            _(
                "A reason that the addendum gives is printed as it is; here it is put into words for the room."
            ),
            tuple(map(_noted, pack.noted)),
        )


def _criticism(each: Criticism) -> FieldSpec:
    said = [f"{each.row.label} {each.row.text}"]
    if each.assessment:
        words = (each.assessment.assessment.label, each.assessment.comment)
        said.append(" · ".join(word for word in words if word))
    said += [note.text for note in each.notes]
    return _spec(
        TextKey(Subject.RECOMMENDATION, each.row.uid, Field.CRITICISM),
        each.reply,
        label=_("Reply to criticism of {number}").format(number=each.row.label),
        asked="\n".join(said),
    )


def _noted(each: NotedReason) -> FieldSpec:
    pieces = (f"{each.row.label} {each.row.text}", each.explanation)
    return _spec(
        TextKey(Subject.RECOMMENDATION, each.row.uid, Field.SUGGESTED_REPLY),
        each.own,
        label=_("Why {number} is noted").format(number=each.row.label),
        asked="\n".join(piece for piece in pieces if piece),
    )


def _spec(key: TextKey, text: str, *, label: str = "", asked: str = "") -> FieldSpec:
    hints = {
        Field.RUNNING_ORDER: _("One line each: 09:00 Opening statement | Minister of Justice"),
        Field.SUGGESTED_REPLY: _("What is read out: up to one minute, about 130 words"),
        Field.SENSITIVE_POINTS: _("What must not be said, or only with care; left out of a public pack"),
        Field.SPEAKER: _("Who answers, by post"),
        Field.KEY_MESSAGES: _("What the room is to remember"),
        Field.CRITICISM: _("What we answer to it"),
    }
    return FieldSpec(
        key,
        label or key.field.label,
        text,
        asked=asked,
        hint=hints.get(key.field, ""),
        lines=1 if key.field in _ONE_LINE else 3,
        timed=key.field in _TIMED and key.subject is not Subject.DOSSIER,
    )
