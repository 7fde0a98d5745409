"""The sheets of the pack, one to each speaker, and the separate pages of what is restricted."""

from collections.abc import Iterator

from uprtracker.exporters import document as doc
from uprtracker.exporters.briefing_words import (
    position_words,
    recommendation_columns,
    recommendations_words,
    sheet_key,
    spoken,
    status_value,
    text_with_states,
)
from uprtracker.i18n import _
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_sheet import Fact, Sheet
from uprtracker.vocabulary.briefing_text import Field
from uprtracker.vocabulary.day import day_in_words


def sheet_sections(pack: Briefing) -> Iterator[doc.Section]:
    """A section for each sheet: it begins a page, so that it can be handed to whoever speaks."""
    for number, sheet in enumerate(pack.sheets, start=1):
        yield doc.Section(
            sheet_key(sheet), sheet.title, _sheet_blocks(sheet, pack), tab=_("Sheet {n}").format(n=number)
        )


def _sheet_blocks(sheet: Sheet, pack: Briefing) -> tuple[doc.Block, ...]:
    said = doc.Sheet(
        number=_("What we say"),
        fields=(
            doc.Field(Field.SPEAKER.label, sheet.speaker or _("No speaker has been named.")),
            spoken(Field.SUGGESTED_REPLY.label, sheet.reply, _("No reply has been written.")),
            doc.Field(Field.KEY_MESSAGES.label, sheet.key_messages),
            doc.Field(_("Latest facts"), facts=tuple(map(_fact_words, sheet.facts))),
            doc.Field(Field.SENSITIVE_POINTS.label, sheet.sensitive_points),
        ),
    )
    rows = tuple(
        (row.label, text_with_states(row), position_words(row), status_value(row, pack.data))
        for row in sheet.rows
    )
    return (
        said,
        doc.Heading(2, _("Who recommended what"), recommendations_words(len(sheet.rows))),
        doc.Table("sheet", recommendation_columns(), (doc.RowGroup("", rows),)),
        doc.Facts(tuple(("", source) for source in sheet.sources), title=_("Sources")),
    )


def _fact_words(fact: Fact) -> tuple[str, str]:
    numbers = ", ".join(fact.labels)
    who = _("{text} ({who})").format(text=fact.text, who=fact.who) if fact.who else fact.text
    return day_in_words(fact.on), _("{numbers}: {text}").format(numbers=numbers, text=who)


def restricted_sections(pack: Briefing) -> Iterator[doc.Section]:
    """Pages of their own for each sheet with restricted matter; the audience was checked when it was loaded."""
    for sheet in pack.sheets:
        if not sheet.restricted:
            continue
        rows = tuple((item.label, item.kind, item.text, item.who) for item in sheet.restricted)
        table = doc.Table(
            "restricted",
            (
                doc.Column("number", _("No."), 0.1, "number"),
                doc.Column("kind", _("Kind"), 0.16),
                doc.Column("text", _("Text"), 0.52),
                doc.Column("who", _("Institution"), 0.22),
            ),
            (doc.RowGroup("", rows),),
        )
        yield doc.Section(
            f"restricted:{sheet_key(sheet)}",
            _("Restricted: {sheet}").format(sheet=sheet.title),
            (table,),
            tab=_("Restricted"),
            restricted=True,
        )
