"""A document as an Excel workbook: which sheets there are, in which order, and what the file says of itself."""

import re
from datetime import datetime, time
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.document import Document, Heading, Section, Table
from uprtracker.exporters.xlsx_cell import CellSheet, LongTexts, SheetWriter, StyleBook, write_long_texts
from uprtracker.exporters.xlsx_page import RIGHT_TO_LEFT, set_page
from uprtracker.exporters.xlsx_reading_sheet import ReadingSheet
from uprtracker.exporters.xlsx_saving import saving
from uprtracker.exporters.xlsx_style import set_usual_font
from uprtracker.exporters.xlsx_summary import write_summary
from uprtracker.exporters.xlsx_table_sheet import offer_statuses, write_table_sheet
from uprtracker.i18n import _, speaking
from uprtracker.paths import APP_NAME

_ORDER = ("summary", "recommendations", "changes", "paragraphs", "ministries", "method")
_TABLE_SECTIONS = ("recommendations", "changes")
"""Sections whose tables people filter: a sheet for each."""

_LONGEST_SHEET_TITLE = 31
_NOT_IN_SHEET_TITLES = re.compile(r"[\[\]:*?/\\]")


def write_workbook(document: Document, target: Path) -> None:
    """Write the document to `target`, one sheet per section; the first section with its charts.

    Dates of the file are the document's, and its author is the program, so that nothing tells who made it when.
    """
    with speaking(document.language):
        _Book(document).write(target)


class _Book:
    """The workbook while it is written: its sheets, and what one sheet needs to know of another."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._workbook = Workbook(write_only=True)
        set_usual_font(self._workbook)
        self._long_texts = LongTexts(_sheet_title(_("Long texts")))
        self._styles = StyleBook(right_to_left=document.language in RIGHT_TO_LEFT)
        self._scale = ""
        self._statuses: list[tuple[SheetWriter, str]] = []

    def write(self, target: Path) -> None:
        sections = {section.key: section for section in self._document.sections}
        with saving(self._workbook, target):
            for key in (*(k for k in _ORDER if k in sections), *(k for k in sections if k not in _ORDER)):
                self._write_section(sections[key])
            if self._scale:
                for writer, cells in self._statuses:
                    offer_statuses(writer, cells, self._scale)
            if self._long_texts.pieces():
                write_long_texts(self._new_sheet(self._long_texts.sheet_title), self._long_texts, 150)
            self._describe()

    def _write_section(self, section: Section) -> None:
        if section.key == "summary":
            write_summary(self._new_sheet(section.title, with_head=False), self._document, section)
            self._write_table_sheets(section)
        elif section.key in _TABLE_SECTIONS:
            self._write_table_sheets(section)
        else:
            sheet = ReadingSheet(self._new_sheet(section.title), section)
            sheet.write()
            self._scale = sheet.scale or self._scale

    def _write_table_sheets(self, section: Section) -> None:
        """A sheet per table, under the heading before it: a table that people extend must have nothing below."""
        title, note = section.title, ""
        for block in section.blocks:
            if isinstance(block, Heading):
                title, note = block.text, block.note
            elif isinstance(block, Table):
                writer = self._new_sheet(title, note)
                if cells := write_table_sheet(writer, block):
                    self._statuses.append((writer, cells))

    def _new_sheet(self, title: str, note: str = "", *, with_head: bool = True) -> SheetWriter:
        """A sheet whose pages say at their head what they are; `note` is added there."""
        head = " · ".join(
            words for words in (self._document.title, self._document.subject, title, note) if words
        )
        # a write-only sheet takes what this module's neighbours set, under the same names
        sheet = cast(Worksheet, CellSheet(self._workbook, _sheet_title(title)))
        self._workbook._add_sheet(sheet)  # type: ignore[attr-defined]
        set_page(sheet, self._document, head if with_head else "")
        return SheetWriter(sheet, self._styles, self._long_texts)

    def _describe(self) -> None:
        document, properties = self._document, self._workbook.properties
        made = datetime.combine(document.produced_on, time())
        properties.creator = properties.lastModifiedBy = APP_NAME
        properties.title, properties.subject = document.title, document.subject
        properties.language = document.language
        properties.created = properties.modified = made


def _sheet_title(title: str) -> str:
    """A title without what the format forbids, cut between words where it is too long."""
    allowed = " ".join(_NOT_IN_SHEET_TITLES.sub(" ", title).split())
    if len(allowed) <= _LONGEST_SHEET_TITLE:
        return allowed
    whole_words, space, _rest = allowed[: _LONGEST_SHEET_TITLE + 1].rpartition(" ")
    return whole_words.rstrip(" ,;") if space else allowed[:_LONGEST_SHEET_TITLE]
