"""The sheets of the pack, one to each speaker, and the separate pages of what is restricted."""

from collections.abc import Iterator

from uprtracker.exporters import document as doc
from uprtracker.exporters.bidi import has_right_to_left
from uprtracker.exporters.briefing_words import recommendation_columns, sheet_key, spoken, text_with_states
from uprtracker.exporters.recommendation_words import position_words, recommendations_words, status_value
from uprtracker.i18n import _, translated
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_sheet import Fact, RestrictedItem, Sheet
from uprtracker.vocabulary.briefing_text import Field
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.listing import listed, listed_apart


def sheet_sections(pack: Briefing) -> Iterator[doc.Section]:
    """A section for each cluster or paragraph, which begins a page: it can be handed to whoever speaks.

    Themes, which are many and small, follow one another in one section.
    """
    grouped = [sheet for sheet in pack.sheets if sheet.grouped]
    for number, sheet in enumerate(grouped, start=1):
        rows = doc.Heading(3, _("Who recommended what"), recommendations_words(len(sheet.rows)))
        blocks = (_said(sheet), rows, _table(sheet, pack))
        yield doc.Section(sheet_key(sheet), sheet.title, blocks, tab=_("Sheet {n}").format(n=number))
    themes = [sheet for sheet in pack.sheets if not sheet.grouped]
    if themes:
        by_theme = tuple(block for sheet in themes for block in _theme_blocks(sheet, pack))
        yield doc.Section("themes", _("By theme"), by_theme, tab=_("Themes"))


def _theme_blocks(sheet: Sheet, pack: Briefing) -> Iterator[doc.Block]:
    """What is said about a theme stands below it where anything is; most themes have no speaker of their own."""
    yield doc.Heading(2, sheet.title, recommendations_words(len(sheet.rows)), sheet_key(sheet))
    yield _table(sheet, pack)
    if sheet.speaker or sheet.reply or sheet.key_messages or sheet.sensitive_points or sheet.facts:
        yield _said(sheet)


def _said(sheet: Sheet) -> doc.Sheet:
    return doc.Sheet(
        number=_("What we say"),
        text="",
        fields=(
            doc.Field(Field.SPEAKER.label, sheet.speaker or _("No speaker has been named.")),
            spoken(Field.SUGGESTED_REPLY.label, sheet.reply, _("No reply has been written.")),
            doc.Field(Field.KEY_MESSAGES.label, sheet.key_messages),
            doc.Field(_("Latest facts"), facts=tuple(map(_fact_words, sheet.facts))),
            doc.Field(Field.SENSITIVE_POINTS.label, sheet.sensitive_points),
            doc.Field(_("Source"), listed_apart(sheet.sources)),
        ),
    )


def _table(sheet: Sheet, pack: Briefing) -> doc.Table:
    rows = tuple(
        (row.label, text_with_states(row), position_words(row), status_value(row, pack.data))
        for row in sheet.rows
    )
    return doc.Table("sheet", recommendation_columns(), (doc.RowGroup("", rows),))


def _fact_words(fact: Fact) -> tuple[str, str]:
    """The day, and what happened on it; who did it stands on a line of its own where it is read from the other side."""
    if not fact.who:
        said = fact.text
    elif has_right_to_left(fact.text) != has_right_to_left(fact.who):
        said = f"{fact.text}\n({fact.who})"
    else:
        said = _("{text} ({who})").format(text=fact.text, who=fact.who)
    return day_in_words(fact.on), _("{numbers}: {text}").format(numbers=listed(fact.labels), text=said)


def restricted_section(pack: Briefing) -> Iterator[doc.Section]:
    """Pages of their own, each item once under the first of its sheets; the audience was checked when it was loaded."""
    told: set[RestrictedItem] = set()
    groups = []
    for sheet in pack.sheets:
        items = [item for item in sheet.restricted if item not in told]
        told.update(items)
        if items:
            rows = tuple((item.label, item.kind, item.text, translated(item.who)) for item in items)
            groups.append(doc.RowGroup(sheet.title, rows))
    if groups:
        columns = (
            doc.Column("number", _("No."), 0.1, "number"),
            doc.Column("kind", _("Kind"), 0.16),
            doc.Column("text", _("Text"), 0.52),
            doc.Column("who", _("Institution"), 0.22),
        )
        table = doc.Table("restricted", columns, tuple(groups), group_title=_("Sheet"))
        yield doc.Section(
            "restricted", _("Restricted matter"), (table,), tab=_("Restricted"), restricted=True
        )
