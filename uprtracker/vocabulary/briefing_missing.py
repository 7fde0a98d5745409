"""What a briefing pack lacks: told before it is printed, each with the place where it is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from uprtracker.i18n import _, current_language
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_sheet import Sheet
from uprtracker.vocabulary.briefing_text import AdvanceQuestion, Field, Subject, TextKey
from uprtracker.vocabulary.speaking_time import LONGEST_REPLY, speaking_seconds
from uprtracker.vocabulary.state import state


@dataclass(frozen=True)
class Missing:
    """`what` is lacking and `where`, in words; one of `key` and `question_id` says which field mends it."""

    what: str
    where: str
    key: TextKey | None = None
    question_id: int | None = None


def missing(pack: Briefing) -> tuple[Missing, ...]:
    """Everything that the pack lacks, in the order in which it would be printed."""
    return (
        *_of_the_whole(pack),
        *(lack for sheet in pack.sheets for lack in missing_on(sheet)),
        *_answers(pack),
        *_replies_to_criticism(pack),
        *_reasons(pack),
    )


def _of_the_whole(pack: Briefing) -> Iterator[Missing]:
    wanted = {
        Field.SPEAKER: _("No head of delegation"),
        Field.RUNNING_ORDER: _("No running order"),
        Field.KEY_MESSAGES: _("No key messages"),
    }
    for field, what in wanted.items():
        if not pack.own(field):
            yield Missing(what, _("Whole pack"), TextKey(Subject.DOSSIER, "", field))


def missing_on(sheet: Sheet) -> Iterator[Missing]:
    """What one sheet lacks."""
    if not sheet.speaker:
        yield Missing(_("No speaker"), sheet.title, TextKey(sheet.subject, sheet.key, Field.SPEAKER))
    reply = TextKey(sheet.subject, sheet.key, Field.SUGGESTED_REPLY)
    seconds = speaking_seconds(sheet.reply)
    if not sheet.reply:
        yield Missing(_("No suggested reply"), sheet.title, reply)
    elif seconds > LONGEST_REPLY:
        yield Missing(
            _("Reply longer than a minute: {seconds} seconds").format(seconds=seconds), sheet.title, reply
        )


def _answers(pack: Briefing) -> Iterator[Missing]:
    for question in pack.questions:
        if not question.answer:
            yield Missing(_("Question without answer"), question_words(question), question_id=question.id)


def asking_state(question: AdvanceQuestion) -> str:
    """The State that asks, by its name in the language of the pack; as printed where it is not known."""
    if not question.asking_iso3:
        return question.asking_as_printed
    return state(question.asking_iso3).name(current_language())


def question_words(question: AdvanceQuestion) -> str:
    return _("{state}, question {number}").format(state=asking_state(question), number=question.ordinal)


def _replies_to_criticism(pack: Briefing) -> Iterator[Missing]:
    for each in pack.criticism:
        if not each.reply:
            key = TextKey(Subject.RECOMMENDATION, each.row.uid, Field.CRITICISM)
            yield Missing(_("Criticism without reply"), each.row.label, key)


def _reasons(pack: Briefing) -> Iterator[Missing]:
    for each in pack.noted:
        if not each.given:
            key = TextKey(Subject.RECOMMENDATION, each.row.uid, Field.SUGGESTED_REPLY)
            yield Missing(_("Noted without reason"), each.row.label, key)
