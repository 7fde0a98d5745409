"""Due dates of open recommendations and measures as a calendar: what is in it. How a calendar is written is `icalendar`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.exporters.icalendar import Calendar, Event, calendar_text
from uprtracker.exporters.title_block import (
    documents_covered,
    mapping_words,
    meta_lines,
    state_words,
    symbol_words,
)
from uprtracker.i18n import _, speaking
from uprtracker.vocabulary.listing import listed, listed_apart
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES
from uprtracker.vocabulary.read_model import Measure, Recommendation, ReportData
from uprtracker.vocabulary.status import bucket_label

_OVER = ("completed", "dropped")
_LONGEST_SUMMARY = 75
"""Characters: a calendar shows a line or less."""


def write_deadlines(data: ReportData, target: Path) -> None:
    """A calendar with one whole-day entry for each due date; `UserError` where nothing open has one."""
    with speaking(data.language):
        events = tuple(sorted(_events(data), key=lambda event: (event.on, event.uid)))
        if not events:
            raise UserError(
                _(
                    "Nothing that is open in this selection has a due date; set due dates, or choose other "
                    "recommendations."
                )
            )
        target.write_bytes(calendar_text(_head(data, events)).encode())


def _head(data: ReportData, events: tuple[Event, ...]) -> Calendar:
    documents = documents_covered(data)
    return Calendar(
        name=_("UPR deadlines: {state}").format(state=state_words(data)),
        description=meta_lines(data),
        language=data.language,
        as_of=data.as_of,
        facts={
            "STATE": data.info.called,
            "DOCUMENTS": "; ".join(symbol_words(document) for document in documents if document.symbol),
            "AUDIENCE": data.audience.value,
            "WITHHELD": str(data.withheld.total),
            "FILTERS": " · ".join(data.filters),
            "AS-OF": data.as_of.isoformat(),
            "SNAPSHOT": data.snapshot,
            "INSTRUMENT": f"{data.text_version.instrument}@{data.text_version.version}",
            "MAPPING": mapping_words(data),
        },
        events=events,
    )


def _events(data: ReportData) -> Iterator[Event]:
    measures: dict[str, Event] = {}
    for row in data.rows:
        if row.due_on and row.open:
            yield _recommendation(row, row.due_on)
        for measure in data.details[row.id].measures:
            if measure.due_on and measure.state not in _OVER:
                known = measures.get(measure.uid)
                measures[measure.uid] = _measure(measure, measure.due_on, row, known)
    yield from measures.values()


def _recommendation(row: Recommendation, due_on: date) -> Event:
    facts = [row.text, _("Status: {value}").format(value=bucket_label(row.bucket))]
    if row.lead:
        facts.append(_("Lead: {ministry}").format(ministry=row.lead))
    if row.supporting:
        facts.append(_("Supporting: {ministries}").format(ministries=listed_apart(row.supporting)))
    if row.paragraph_labels:
        facts.append(_("Paragraphs: {labels}").format(labels=listed(row.paragraph_labels)))
    return Event(
        uid=row.uid,
        on=due_on,
        summary=_short(_("Due: {number} {text}").format(number=row.label, text=row.text)),
        description="\n".join(facts),
        categories=(row.lead,) if row.lead else (),
    )


def _measure(measure: Measure, due_on: date, row: Recommendation, known: Event | None) -> Event:
    """One entry for a measure, however many recommendations it is for."""
    number = _("For {number}").format(number=row.label)
    if known:
        return replace(known, description=f"{known.description}\n{number}")
    facts = [measure.title, _("State of the measure: {value}").format(value=_(MEASURE_STATES[measure.state]))]
    if measure.responsible:
        facts.append(_("Responsible: {institution}").format(institution=measure.responsible))
    return Event(
        uid=measure.uid,
        on=due_on,
        summary=_short(_("Measure due: {title}").format(title=measure.title)),
        description="\n".join([*facts, number]),
        categories=(measure.responsible,) if measure.responsible else (),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SUMMARY else line[: _LONGEST_SUMMARY - 1].rstrip() + "…"
