"""What others say: the cycle before, advance questions, each State, the NHRI; and what we noted, with our reasons."""

from collections.abc import Iterator

from uprtracker.exporters import document as doc
from uprtracker.exporters.briefing_words import (
    noted_key,
    position_words,
    recommendation_columns,
    recommendations_words,
    spoken,
    state_key,
    states_words,
    status_value,
    text_with_states,
)
from uprtracker.i18n import N_, _, ngettext
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_missing import asking_state
from uprtracker.vocabulary.briefing_text import AdvanceQuestion, Field
from uprtracker.vocabulary.briefing_voices import Became, Criticism, NotedReason, StateVoice
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.figures import count_statuses
from uprtracker.vocabulary.status import BUCKETS, bucket_label

_KINDS = {
    "repeated": N_("repeated as {number}"),
    "strengthened": N_("strengthened as {number}"),
    "weakened": N_("weakened as {number}"),
}


def scorecard_section(pack: Briefing) -> doc.Section:
    """What became of the cycle before, under its status: the figures first, then every recommendation."""
    title, tab = _("Scorecard of the previous cycle"), _("Last cycle")
    card = pack.scorecard
    if not card.rows:
        none = _("The dossier holds no earlier cycle, so there is nothing to compare this review with.")
        return doc.Section("scorecard", title, (doc.Prose(none),), tab=tab)
    count = count_statuses(each.row for each in card.rows)
    taken_up = sum(bool(each.taken_up) for each in card.rows)
    note = ngettext(
        "{n} of them is taken up again in this review, as confirmed by a person.",
        "{n} of them are taken up again in this review, as confirmed by a person.",
        taken_up,
    ).format(n=taken_up)
    groups = tuple(
        doc.RowGroup(
            bucket_label(bucket),
            tuple(_became_row(each, pack) for each in card.rows if each.row.bucket == bucket),
        )
        for bucket in BUCKETS
        if any(each.row.bucket == bucket for each in card.rows)
    )
    blocks = (
        doc.StatusBar(
            _("Cycle {cycle}: what became of {recommendations}").format(
                cycle=card.cycle, recommendations=recommendations_words(count.total)
            ),
            "",
            count,
        ),
        doc.Prose(note),
        doc.Table("scorecard", recommendation_columns(), groups, group_title=_("Status")),
    )
    return doc.Section("scorecard", title, blocks, tab=tab)


def _became_row(each: Became, pack: Briefing) -> tuple[doc.Cell, ...]:
    row = each.row
    later = "; ".join(_(_KINDS[kind]).format(number=now.label) for now, kind in each.taken_up)
    text = text_with_states(row)
    return (
        row.label,
        f"{text}\n{_('In this review: {later}').format(later=later)}" if later else text,
        position_words(row),
        status_value(row, pack.data),
    )


def questions_section(pack: Briefing) -> doc.Section:
    """Advance questions with their answers, by asking State in the order in which they came."""
    title, tab = _("Advance questions"), _("Questions")
    if not pack.questions:
        none = _("No advance questions have been loaded into this dossier.")
        return doc.Section("questions", title, (doc.Prose(none),), tab=tab)
    by_state: dict[str, list[AdvanceQuestion]] = {}
    for question in pack.questions:
        by_state.setdefault(asking_state(question), []).append(question)
    blocks: list[doc.Block] = []
    for name, asked in by_state.items():
        note = ngettext("{n} question", "{n} questions", len(asked)).format(n=len(asked))
        blocks.append(doc.Heading(2, name, note))
        blocks += map(_question_sheet, asked)
    return doc.Section("questions", title, tuple(blocks), tab=tab)


def _question_sheet(question: AdvanceQuestion) -> doc.Sheet:
    return doc.Sheet(
        number=_("Question {number}").format(number=question.ordinal),
        text=question.text,
        fields=(spoken(_("Answer"), question.answer, _("No answer has been written.")),),
    )


def states_section(pack: Briefing) -> doc.Section:
    """Every State in the order of its name: found within seconds when it takes the floor."""
    title, tab = _("By recommending State"), _("States")
    blocks: list[doc.Block] = []
    for voice in pack.voices:
        blocks.append(
            doc.Heading(3, voice.name, recommendations_words(len(voice.now)), state_key(voice.iso3))
        )
        blocks.append(doc.Table("state", recommendation_columns(), tuple(_voice_groups(voice, pack))))
    if not blocks:
        blocks.append(doc.Prose(_("There is no recommendation to report on.")))
    return doc.Section("states", title, tuple(blocks), tab=tab)


def _voice_groups(voice: StateVoice, pack: Briefing) -> Iterator[doc.RowGroup]:
    if voice.now:
        now = tuple(
            (row.label, row.text, position_words(row), status_value(row, pack.data)) for row in voice.now
        )
        yield doc.RowGroup(_("Now, in this review"), now)
    if voice.before:
        before = tuple(_became_row(each, pack) for each in voice.before)
        yield doc.RowGroup(
            _("Last time, in cycle {cycle}, and what became of it").format(cycle=pack.scorecard.cycle), before
        )
    if voice.questions:
        asked = tuple((str(q.ordinal), q.text, "", None) for q in voice.questions)
        yield doc.RowGroup(_("Asked in advance"), asked)


def criticism_section(pack: Briefing) -> doc.Section:
    """What the NHRI holds against us, as far as it is not restricted, and our reply."""
    blocks: list[doc.Block] = []
    if pack.own(Field.CRITICISM):
        blocks += [doc.Heading(2, _("In general")), doc.Prose(pack.own(Field.CRITICISM))]
    blocks += [_criticism_sheet(each, pack) for each in pack.criticism]
    if not blocks:
        blocks.append(doc.Prose(_("The dossier holds no assessment or open note that criticises us.")))
    return doc.Section("criticism", _("Criticism to expect"), tuple(blocks), tab=_("Criticism"))


def _criticism_sheet(each: Criticism, pack: Briefing) -> doc.Sheet:
    assessed = each.assessment
    said = [
        (
            day_in_words(note.at.date()),
            _("{institution}: {text}").format(institution=note.institution, text=note.text),
        )
        for note in each.notes
    ]
    fields = [spoken(Field.CRITICISM.label, each.reply, _("No reply has been written."))]
    if assessed:
        words = "\n".join(w for w in (assessed.comment, assessed.citation) if w)
        note = _("{institution}, {day}").format(institution=assessed.by, day=day_in_words(assessed.on))
        label = _("Assessment: {assessment}").format(assessment=assessed.assessment.label)
        fields.insert(0, doc.Field(label, words or _("No reason is given."), note=note))
    if said:
        fields.insert(-1, doc.Field(_("Notes"), facts=tuple(said)))
    return doc.Sheet(
        number=each.row.label,
        text=each.row.text,
        states=states_words(each.row),
        position=position_words(each.row),
        status=status_value(each.row, pack.data),
        fields=tuple(fields),
    )


def noted_section(pack: Briefing) -> doc.Section:
    """What was noted, wholly or in part, and why."""
    table = doc.Table(
        "noted",
        (
            doc.Column("number", _("No."), 0.1, "number"),
            doc.Column("text", _("Recommendation (recommending States)"), 0.42),
            doc.Column("reason", _("Reason"), 0.48),
        ),
        (doc.RowGroup("", tuple(_noted_row(each) for each in pack.noted)),) if pack.noted else (),
        empty=_("No recommendation is noted."),
    )
    return doc.Section(noted_key(), _("Noted recommendations and reasons"), (table,), tab=_("Noted"))


def _noted_row(each: NotedReason) -> tuple[doc.Cell, ...]:
    reasons = "\n".join(reason for reason in (each.own, each.explanation) if reason)
    return each.row.label, text_with_states(each.row), reasons or _("No reason has been given.")
