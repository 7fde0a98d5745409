"""What others say: advance questions, each State, and the national human rights institution."""

from collections.abc import Iterator

from uprtracker.exporters import document as doc
from uprtracker.exporters.briefing_outcomes import became_row
from uprtracker.exporters.briefing_words import asking_key, recommendation_columns, spoken, state_key
from uprtracker.exporters.recommendation_words import (
    introduced,
    position_words,
    recommendations_words,
    states_words,
    status_value,
)
from uprtracker.i18n import _, ngettext, translated
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_missing import asking_state
from uprtracker.vocabulary.briefing_text import AdvanceQuestion, Field
from uprtracker.vocabulary.briefing_voices import Criticism, StateVoice
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.listing import after_colon, listed_apart
from uprtracker.vocabulary.read_model import AssessmentEntry
from uprtracker.vocabulary.state import find_state


def questions_section(pack: Briefing) -> Iterator[doc.Section]:
    """Advance questions with their answers, by asking State in the order in which they came."""
    if not pack.questions:
        return
    by_state: dict[tuple[str, str], list[AdvanceQuestion]] = {}
    for question in pack.questions:
        by_state.setdefault((question.asking_iso3, asking_state(question)), []).append(question)
    blocks: list[doc.Block] = []
    for (iso3, name), asked in by_state.items():
        note = ngettext("{n} question", "{n} questions", len(asked)).format(n=len(asked))
        blocks.append(doc.Heading(3, name, note, asking_key(iso3)))
        blocks += map(_question_sheet, asked)
    yield doc.Section("questions", _("Advance questions"), tuple(blocks), tab=_("Questions"))


def _question_sheet(question: AdvanceQuestion) -> doc.Sheet:
    return doc.Sheet(
        number=_("Question {number}").format(number=question.ordinal),
        text=question.text,
        states=_asking_with_others(question),
        fields=(spoken(_("Answer"), question.answer, _("No answer has been written.")),),
    )


def _asking_with_others(question: AdvanceQuestion) -> str:
    """Who asks as printed, where that says more than the State's name: on whose behalf it asks too."""
    return "" if find_state(question.asking_as_printed) else question.asking_as_printed


def states_section(pack: Briefing) -> Iterator[doc.Section]:
    """Every State in the order of its name: found within seconds when it takes the floor."""
    blocks: list[doc.Block] = []
    for voice in pack.voices:
        blocks.append(
            doc.Heading(3, voice.name, recommendations_words(len(voice.now)), state_key(voice.iso3))
        )
        groups = tuple(_voice_groups(voice, pack))
        blocks.append(doc.Table("state", recommendation_columns(_("Recommendation")), groups))
    if blocks:
        yield doc.Section("states", _("By recommending State"), tuple(blocks), tab=_("States"))


def _voice_groups(voice: StateVoice, pack: Briefing) -> Iterator[doc.RowGroup]:
    """What it says now; what else it said has a banner, and then the first has one as well."""
    if voice.now:
        alone = not voice.before and not voice.questions
        now = ((row.label, row.text, position_words(row), status_value(row, pack.data)) for row in voice.now)
        yield doc.RowGroup("" if alone else _("Now, in this review"), tuple(now))
    if voice.before:
        before = tuple(became_row(each, each.row.text, pack) for each in voice.before)
        cycle = pack.scorecard.cycle
        yield doc.RowGroup(
            _("Last time, in cycle {cycle}, and what became of it").format(cycle=cycle), before
        )
    if voice.questions:
        asked = ((str(question.ordinal), question.text, "", None) for question in voice.questions)
        yield doc.RowGroup(_("Asked in advance"), tuple(asked))


def criticism_section(pack: Briefing) -> Iterator[doc.Section]:
    """What the NHRI holds against us, as far as it is not restricted, and our reply."""
    blocks: list[doc.Block] = []
    if pack.own(Field.CRITICISM):
        blocks += [doc.Heading(3, _("In general")), doc.Prose(pack.own(Field.CRITICISM))]
    blocks += [_criticism_sheet(each, pack) for each in pack.criticism]
    if blocks:
        yield doc.Section("criticism", _("Criticism to expect"), tuple(blocks), tab=_("Criticism"))


def _criticism_sheet(each: Criticism, pack: Briefing) -> doc.Sheet:
    notes = (
        introduced(
            _("{day}, {institution}: {text}"),
            note.text,
            day=day_in_words(note.at.date()),
            institution=translated(note.institution),
        )
        for note in each.notes
    )
    return doc.Sheet(
        number=each.row.label,
        text=each.row.text,
        states=states_words(each.row),
        position=position_words(each.row),
        status=status_value(each.row, pack.data),
        fields=(
            doc.Field(_("Assessment"), _assessment_words(each.assessment)),
            doc.Field(_("Notes"), "\n\n".join(notes)),
            spoken(Field.CRITICISM.label, each.reply, _("No reply has been written.")),
        ),
    )


def _assessment_words(entry: AssessmentEntry | None) -> str:
    """`Partially implemented: why.` and below it who said so, when and where; empty where there is none."""
    if entry is None:
        return ""
    said = entry.assessment.label
    if entry.comment:
        said = introduced(after_colon("{assessment}", "{text}"), entry.comment, assessment=said)
    source = listed_apart((translated(entry.by), day_in_words(entry.on), entry.citation))
    return f"{said}\n({source})"
