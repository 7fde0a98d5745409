"""The documents of one review of Iceland as files: report, addendum, a source without numbers, a table of one's own."""

from pathlib import Path
from typing import Any

from tests.importers.report_printer import BOLD, Printer
from tests.importers.table_fixtures import write_workbook
from tests.importers.test_upr_info import WITH, write_old

SYMBOL = "A/HRC/59/15"
TEXTS = {
    "140.1": "Repeal the act on marches in full",
    "140.2": "Let all marches pass freely, and protect those who walk in them",
    "140.3": "Teach human rights to all judges of the country",
}
_PENDING = (
    "140.\tThe following recommendations will be examined by Iceland, which will provide responses in due "
    "time, but no later than the fifty-ninth session of the Human Rights Council:"
)
_END = "141.\tAll conclusions and/or recommendations contained in the present report reflect the position of the State."


def write_report(path: Path) -> Path:
    """The report with three recommendations whose positions are pending, cycle 4."""
    printer = Printer(path, SYMBOL)
    printer.front("Iceland")
    printer.new_page()
    printer.heading("II. Conclusions and/or recommendations")
    printer.paragraph(_PENDING, left=113, font=BOLD)
    for number, text in TEXTS.items():
        printer.paragraph(f"{number}\t{text} (Chile);", left=142, font=BOLD)
    printer.paragraph(_END, left=113, font=BOLD)
    return printer.save()


def write_addendum(path: Path, *, noted: str = "140.3") -> Path:
    """The addendum that supports 140.1 and 140.2; what it notes may be a number that the report lacks."""
    printer = Printer(path, f"{SYMBOL}/Add.1")
    printer.front("Iceland", title="Addendum")
    printer.new_page()
    printer.heading("I. Accepted recommendations")
    printer.paragraph("1.\tThe Government accepts the following recommendations: 140.1, 140.2.")
    printer.heading("II. Noted recommendations")
    printer.paragraph(f"2.\tThe Government takes note of the following recommendations: {noted}.")
    return printer.save()


def write_database(path: Path) -> Path:
    """Two rows of UPR Info about the review of session 48: one as the report has it but for a word, one unknown."""
    rows: list[list[Any]] = [
        [*WITH, text, "Chile", "", "", "Accepted", 4.0, "General", 48.0]
        for text in ("Repeal the act on marches in full now", "Plant trees")
    ]
    return write_old(path, rows)


def write_table(path: Path, *, text_header: str = "Recommendation") -> Path:
    """A table of one's own with two rows, dates in an order that could be either, and a title above its headers."""
    return write_workbook(
        path,
        [
            ["Follow-up of Iceland"],
            ["No.", text_header, "Position", "Deadline", "Desk"],
            [
                "140.8",
                "Open all archives of the police to the public (Chile);",
                "Accepted",
                "03/04/2027",
                "x",
            ],
            ["140.9", "Pay the lawyers of those who cannot pay them (Peru);", "Noted", "05/06/2027", "y"],
        ],
        title="Follow-up",
    )
