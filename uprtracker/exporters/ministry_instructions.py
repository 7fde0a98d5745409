"""The first sheet of a ministry's workbook: what it is, how it is filled in, what the words mean. One page to print."""

from uprtracker.exporters.ministry_page import HEAD_ANSWER, HEAD_READ
from uprtracker.exporters.status_method import status_meanings
from uprtracker.exporters.xlsx_cell import LINE, SheetWriter, lines_needed
from uprtracker.exporters.xlsx_style import HEADING, META, NAME, PROSE, STATUS_IN_SCALE, TITLE, CellStyle
from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.ministry_sheet import MinistrySheet
from uprtracker.vocabulary.status import Status

_FIRST, _SECOND = 24.0, 74.0
_GAP = 9.0


def write_instructions(writer: SheetWriter, data: MinistrySheet) -> None:
    writer.sheet.column_dimensions["A"].width = _FIRST
    writer.sheet.column_dimensions["B"].width = _SECOND
    writer.append([data.ministry, None], [TITLE, TITLE], 34)
    _wide(writer, _about(data), META)
    _heading(writer, _("How to fill it in"))
    for number, step in enumerate(_steps(), start=1):
        _wide(writer, f"{number}.  {step}", PROSE)
    _heading(writer, _("What the colours mean"))
    _pair(
        writer,
        _("Blue head, white cell"),
        _("Yours to fill in or to change. What you leave as it is says nothing new."),
        HEAD_ANSWER,
    )
    _pair(
        writer,
        _("Grey head, grey cell"),
        _("To read. Locked, so that nothing is changed by accident."),
        HEAD_READ,
    )
    _heading(writer, _("The words for the status"))
    meanings = status_meanings()
    for status in Status:
        height = LINE * lines_needed(meanings[status], _SECOND) + 8
        writer.append([status.label, meanings[status]], [STATUS_IN_SCALE[status], NAME], height)
    _heading(writer, _("What this workbook holds"))
    _wide(writer, _holds(data), PROSE)


def _about(data: MinistrySheet) -> str:
    leads = sum(row.role == "lead" for row in data.rows)
    supports = len(data.rows) - leads
    return " · ".join(
        (
            data.state_name,
            _("Universal Periodic Review"),
            ngettext("leads {n} recommendation", "leads {n} recommendations", leads).format(n=leads),
            _("supports {n}").format(n=supports),
            _("made on {date}").format(date=data.made_at.date().isoformat()),
        )
    )


def _steps() -> tuple[str, ...]:
    return (
        _(
            "Go to the sheet “Recommendations”. Each row is one recommendation; its number stays in view at the side."
        ),
        _(
            "Choose the status from the list and say in the comment what was done. “Fully implemented” and "
            "“Not being implemented” need a reason there."
        ),
        _(
            "If the new status holds from another day than the return of this workbook, write that day as its new date."
        ),
        _(
            "Write new progress, a new measure and new evidence in their columns; what you reported before stands beside them."
        ),
        _("If a recommendation belongs to another institution, choose or write its name under “Not ours”."),
        _("Emptying a cell that had a value proposes to clear it; the secretariat will ask before it does."),
        _(
            "Save the file under any name as an Excel workbook (.xlsx) and send it back. Do not copy it into another workbook."
        ),
    )


def _holds(data: MinistrySheet) -> str:
    words = _(
        "It was made for the audience “{audience}” and holds nothing above it. The lock of the cells guards against "
        "slips; it is no security. Your answers become drafts until the secretariat or the validating authority confirms them."
    ).format(audience=data.audience.label)
    if not data.withheld:
        return words
    return f"{words} " + ngettext(
        "{n} item is left out because it is above this audience.",
        "{n} items are left out because they are above this audience.",
        data.withheld,
    ).format(n=data.withheld)


def _heading(writer: SheetWriter, text: str) -> None:
    writer.skip(_GAP)
    writer.append([text, None], [HEADING[2], HEADING[2]], 22)


def _wide(writer: SheetWriter, text: str, style: CellStyle) -> None:
    height = (LINE + 1) * lines_needed(text, _FIRST + _SECOND - 4) + 6
    writer.append([text, None], [style, style], height)
    writer.merge(1, 2)


def _pair(writer: SheetWriter, first: str, second: str, style: CellStyle) -> None:
    writer.append([first, second], [style, NAME], LINE + 8)
