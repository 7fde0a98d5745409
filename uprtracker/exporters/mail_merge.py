"""A plain sheet for mail merge: one row per focal point of each lead ministry, with what to remind it of.

The first sheet has its header in row 1 and no merged cell, as a word processor needs it; dates are words, because it
would print a date of the sheet in its own form. What the list covers is on the second sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.status_method import report_facts
from uprtracker.exporters.title_block import caveat, subject
from uprtracker.exporters.xlsx_cell import (
    LINE,
    CellSheet,
    LongTexts,
    SheetWriter,
    StyleBook,
    Value,
    lines_needed,
    write_long_texts,
)
from uprtracker.exporters.xlsx_page import RIGHT_TO_LEFT
from uprtracker.exporters.xlsx_saving import saving
from uprtracker.exporters.xlsx_style import BOXED, HEADER, STRONG, TEXT, set_usual_font
from uprtracker.i18n import N_, _, speaking
from uprtracker.paths import APP_NAME
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.listing import listed
from uprtracker.vocabulary.read_model import FocalPoint, Recommendation, ReportData, natural_order
from uprtracker.vocabulary.status import NOT_REPORTED

_A4 = 9
_CENTRED = Alignment(horizontal="center", vertical="top")
_COUNT, _COUNT_HEADER = replace(BOXED["count"], alignment=_CENTRED), replace(HEADER, alignment=_CENTRED)
_COLUMNS = (
    (N_("Institution"), 34.0),
    (N_("Post"), 30.0),
    (N_("Contact"), 30.0),
    (N_("Open"), 9.0),
    (N_("Overdue"), 9.0),
    (N_("Due soon"), 9.0),
    (N_("Not reported"), 12.0),
    (N_("Next due date"), 18.0),
    (N_("Open numbers"), 40.0),
    (N_("Overdue numbers"), 24.0),
    (N_("As of"), 18.0),
)
"""Titles and widths. A title is the name of a field in the letter: no more than 40 characters."""

_COUNTS = ("Open", "Overdue", "Due soon", "Not reported")


def write_mail_merge(data: ReportData, target: Path) -> None:
    """The workbook in the language of the data; an institution without focal point has a row with post and contact empty."""
    with speaking(data.language):
        book = Workbook(write_only=True)
        set_usual_font(book)
        styles = StyleBook(right_to_left=data.language in RIGHT_TO_LEFT)
        long_texts = LongTexts(_("Long texts"))
        with saving(book, target):
            _write_list(SheetWriter(_sheet(book, _("Reminders"), data), styles, long_texts), data)
            _write_about(SheetWriter(_sheet(book, _("About this list"), data), styles, long_texts), data)
            if long_texts.pieces():
                sheet = _sheet(book, long_texts.sheet_title, data)
                write_long_texts(SheetWriter(sheet, styles, long_texts), long_texts, 100)
            _describe(book, data)


def _sheet(book: Workbook, title: str, data: ReportData) -> Worksheet:
    # a write-only sheet takes what is set here under the same names
    sheet = cast(Worksheet, CellSheet(book, title))
    book._add_sheet(sheet)  # type: ignore[attr-defined]
    sheet.sheet_view.rightToLeft = data.language in RIGHT_TO_LEFT
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    return sheet


def _write_list(writer: SheetWriter, data: ReportData) -> None:
    for letter, (_title, width) in zip("ABCDEFGHIJK", _COLUMNS, strict=True):
        writer.sheet.column_dimensions[letter].width = width
    writer.sheet.freeze_panes = "A2"
    writer.sheet.print_title_rows = "1:1"
    writer.append(
        [_(title) for title, _width in _COLUMNS],
        [_COUNT_HEADER if title in _COUNTS else HEADER for title, _width in _COLUMNS],
    )
    for row in _rows(data):
        widths = [width for _title, width in _COLUMNS]
        lines = max(
            lines_needed(value, width)
            for value, width in zip(row, widths, strict=True)
            if isinstance(value, str)
        )
        styles = [_COUNT if isinstance(value, int) else BOXED["text"] for value in row]
        writer.append(row, styles, lines * LINE + 3)


def _rows(data: ReportData) -> Iterator[Sequence[Value]]:
    posts: dict[str, list[FocalPoint]] = {}
    for point in data.focal_points:
        posts.setdefault(point.institution, []).append(point)
    led: dict[str, list[Recommendation]] = {}
    for row in natural_order([row for row in data.rows if row.kind == "recommendation" and row.lead]):
        led.setdefault(row.lead, []).append(row)
    for institution in sorted(led):
        counted = _counted(led[institution], data)
        for point in posts.get(institution) or [FocalPoint(institution, "", False, "")]:
            yield institution, point.post, point.contact, *counted


def _counted(rows: Sequence[Recommendation], data: ReportData) -> tuple[Value, ...]:
    waiting = [row for row in rows if row.open]
    overdue = [row for row in waiting if row.overdue]
    ahead = [row.due_on for row in waiting if row.due_on and row.due_on >= data.as_of]
    return (
        _numbers(waiting),
        _numbers(overdue),
        _numbers(row for row in waiting if row.due_soon),
        _numbers(row for row in rows if row.bucket == NOT_REPORTED),
        day_in_words(min(ahead)) if ahead else "",
        listed(row.label for row in waiting),
        listed(row.label for row in overdue),
        day_in_words(data.as_of),
    )


def _numbers(rows: Iterator[Recommendation] | Sequence[Recommendation]) -> int:
    return len({row.counted_as for row in rows})


def _write_about(writer: SheetWriter, data: ReportData) -> None:
    writer.sheet.column_dimensions["A"].width, writer.sheet.column_dimensions["B"].width = 24, 100
    rule = _(
        "One row for each focal point of an institution that leads recommendations of the selection. Open: not fully "
        "implemented, continuous or not being implemented; due soon: within thirty days of the date of this list; not "
        "reported: without a validated status. Figures count numbers; pledges and observations are in none."
    )
    for name, words in (*report_facts(data), (_("How it is counted"), rule), (_("Note"), caveat(data))):
        writer.append([name, words], [STRONG, TEXT], lines_needed(words, 100) * LINE + 3)


def _describe(book: Workbook, data: ReportData) -> None:
    properties = book.properties
    properties.creator = properties.lastModifiedBy = APP_NAME
    properties.title, properties.subject = _("Reminders by ministry"), subject(data)
    properties.language = data.language
    properties.created = properties.modified = datetime.combine(data.as_of, time())
