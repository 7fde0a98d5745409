"""What the annex table says of a recommendation beyond the list of recommendations: measures, next step, evidence, NHRI."""

from datetime import date

from uprtracker.exporters.recommendation_words import introduced
from uprtracker.i18n import _, translated
from uprtracker.vocabulary.briefing_sheet import evidence_words
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.listing import after_colon, listed
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES
from uprtracker.vocabulary.read_model import Evidence, Measure, Recommendation, ReportData

_BEHIND = ("completed", "dropped")


def measures(row: Recommendation, data: ReportData) -> str:
    """What the official status says, then measures and progress since the review, the newest first."""
    details = data.details[row.id]
    progress = [
        introduced(
            _("{day}, {institution}: {text}"),
            entry.text,
            day=day_in_words(entry.on),
            institution=translated(entry.institution),
        )
        for entry in details.progress
    ]
    comment = next((entry.comment for entry in details.statuses if entry.validated), "")
    return "\n".join(filter(None, (comment, *map(_measure, details.measures), *progress)))


def _measure(measure: Measure) -> str:
    facts = [_(MEASURE_STATES[measure.state]).lower()]
    if measure.start_on:
        facts.insert(0, _("from {day}").format(day=day_in_words(measure.start_on)))
    if measure.responsible:
        facts.insert(0, measure.responsible)
    return f"{measure.title} ({listed(facts)})"


def next_step(row: Recommendation, data: ReportData) -> str:
    """The measure that is due next, and the day by which the recommendation is to be implemented."""
    waiting = [m for m in data.details[row.id].measures if m.state not in _BEHIND]
    waiting.sort(key=lambda m: m.due_on or date.max)
    steps = [_step(measure, data.as_of) for measure in waiting[:1]]
    if row.due_on and row.open:
        words = _("Overdue since {day}") if row.overdue else _("To be implemented by {day}")
        steps.append(words.format(day=day_in_words(row.due_on)))
    return "\n".join(steps)


def _step(measure: Measure, today: date) -> str:
    if measure.due_on is None:
        return measure.title
    words = _("{step}, was due {day}") if measure.due_on < today else _("{step}, by {day}")
    return words.format(step=measure.title, day=day_in_words(measure.due_on))


def evidence(row: Recommendation, data: ReportData) -> str:
    """Citations, one below the other."""
    return "\n".join(_citation(item) for item in data.details[row.id].evidence)


def _citation(item: Evidence) -> str:
    quote = _("“{quote}”").format(quote=item.quote) if item.quote else ""
    return after_colon(evidence_words(item), quote) + (f"\n{item.link}" if item.link else "")


def nhri_comment(row: Recommendation, data: ReportData) -> str:
    """The institution's latest assessment with its day, words and source; *disputed* where it contradicts the State's."""
    for entry in data.details[row.id].assessments[:1]:
        said = _("{assessment}, {day}").format(assessment=entry.assessment.label, day=day_in_words(entry.on))
        disputed = _("Disputed.") if row.disputed else ""
        source = _("Source: {citation}").format(citation=entry.citation) if entry.citation else ""
        return "\n".join(filter(None, (disputed, said, entry.comment, source)))
    return ""
