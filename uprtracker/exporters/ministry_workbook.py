"""A ministry's workbook: instructions, the recommendations to answer, and the hidden sheets by which it is read back."""

from datetime import datetime
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.ministry_answers import write_answers
from uprtracker.exporters.ministry_instructions import write_instructions
from uprtracker.exporters.ministry_page import guard, set_ministry_page
from uprtracker.exporters.xlsx_cell import CellSheet, LongTexts, SheetWriter, StyleBook, write_long_texts
from uprtracker.exporters.xlsx_page import RIGHT_TO_LEFT
from uprtracker.exporters.xlsx_saving import saving
from uprtracker.exporters.xlsx_style import BLANK, set_usual_font
from uprtracker.i18n import _, speaking
from uprtracker.paths import APP_NAME
from uprtracker.vocabulary.ministry_sheet import (
    FORMAT,
    IDENTITY_SHEET,
    LISTS_SHEET,
    MEASURE_STATES,
    MinistrySheet,
    digest_of,
    measure_state_label,
)
from uprtracker.vocabulary.status import Status

_PIECE = 16_000


def write_ministry_workbook(data: MinistrySheet, target: Path) -> None:
    """Write the workbook to `target` in the language of `data`; it holds nothing that `data` does not hold."""
    with speaking(data.language):
        _Book(data).write(target)


class _Book:
    def __init__(self, data: MinistrySheet) -> None:
        self._data = data
        self._workbook = Workbook(write_only=True)
        set_usual_font(self._workbook)
        self._long_texts = LongTexts(_("Long texts"))
        self._styles = StyleBook(right_to_left=data.language in RIGHT_TO_LEFT)

    def write(self, target: Path) -> None:
        with saving(self._workbook, target):
            write_instructions(self._new_sheet(_("Instructions"), fit=True), self._data)
            write_answers(self._new_sheet(_("Recommendations"), fit=False), self._data, self._lists())
            if self._long_texts.pieces():
                write_long_texts(
                    self._new_sheet(self._long_texts.sheet_title, fit=True), self._long_texts, 100
                )
            self._write_lists()
            self._write_identity()
            self._describe()
            self._workbook.active = 1

    def _new_sheet(self, title: str, *, fit: bool) -> SheetWriter:
        # a write-only sheet takes what this module's neighbours set, under the same names
        sheet = cast(Worksheet, CellSheet(self._workbook, title))
        self._workbook._add_sheet(sheet)  # type: ignore[attr-defined]
        set_ministry_page(sheet, self._data, fit=fit)
        guard(sheet)
        return SheetWriter(sheet, self._styles, self._long_texts)

    def _columns_of_lists(self) -> dict[str, list[str]]:
        return {
            "status": [status.label for status in Status],
            "measure_state": [measure_state_label(state) for state in MEASURE_STATES],
            "institution": list(self._data.institutions),
        }

    def _lists(self) -> dict[str, str]:
        """The ranges of the drop-downs by the kind of their column; kinds without a word are left out."""
        return {
            kind: f"'{LISTS_SHEET}'!${letter}$1:${letter}${len(words)}"
            for letter, (kind, words) in zip("ABC", self._columns_of_lists().items(), strict=True)
            if words
        }

    def _write_lists(self) -> None:
        writer = self._new_sheet(LISTS_SHEET, fit=True)
        writer.sheet.sheet_state = "hidden"
        columns = list(self._columns_of_lists().values())
        for row in range(max(map(len, columns))):
            writer.append(
                [words[row] if row < len(words) else None for words in columns], [BLANK] * len(columns)
            )

    def _write_identity(self) -> None:
        """What the workbook is and what it left with; the dossier keeps the same, and its own counts."""
        writer = self._new_sheet(IDENTITY_SHEET, fit=True)
        writer.sheet.sheet_state = "veryHidden"
        base = self._data.base()
        text = base.decode()
        facts = [
            ("format", FORMAT),
            ("export_id", self._data.export_id),
            ("database_id", self._data.database_id),
            ("ministry", self._data.ministry),
            ("language", self._data.language),
            ("audience", self._data.audience.value),
            ("made_at", self._data.made_at.isoformat()),
            ("digest", digest_of(base)),
            *(("base", text[start : start + _PIECE]) for start in range(0, len(text), _PIECE)),
        ]
        for key, value in facts:
            writer.append([key, value], [BLANK, BLANK])

    def _describe(self) -> None:
        """The file's own properties; the identity stands there too, for workbooks whose hidden sheet was lost."""
        properties = self._workbook.properties
        properties.creator = properties.lastModifiedBy = APP_NAME
        properties.title = _("Recommendations for {ministry}").format(ministry=self._data.ministry)
        properties.subject = self._data.state_name
        properties.language = self._data.language
        made: datetime = self._data.made_at.replace(tzinfo=None, microsecond=0)
        properties.created = properties.modified = made
        for name in ("export_id", "database_id"):
            self._workbook.custom_doc_props.append(  # type: ignore[attr-defined]
                StringProperty(name=f"uprtracker_{name}", value=getattr(self._data, name))
            )
