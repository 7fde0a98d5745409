"""Speeds as ratios against a named peer, measured in turn in one run; medians. `make bench` prints the table.

Nothing here passes or fails: a loaded machine would fail for no fault of the program. Where typst is installed
(`pip install typst`), it is a peer of the PDF.
"""

import csv
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate
from sqlalchemy import select
from sqlalchemy.orm import Session

try:
    import typst
except ImportError:  # only a peer to measure against
    typst = None

from uprtracker.exporters.document import Column, RowGroup, Section, Table
from uprtracker.exporters.document import Document as BareDocument
from uprtracker.exporters.pdf import write_pdf
from uprtracker.exporters.status_report import status_report
from uprtracker.exporters.xlsx import write_workbook
from uprtracker.models.recommendation import Clause, Recommendation, RecommendationText, RecommendingState
from uprtracker.services.dossier import Dossier, create_for, open_dossier
from uprtracker.services.sample import create_sample
from uprtracker.suggestions import suggest
from uprtracker.vocabulary.read_model import Recommendation as Row
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.status import Status
from uprtracker.vocabulary.text import words

RUNS = 5
SIZES = (1_000, 10_000)
COLUMNS = (50, 300, 90, 70, 90, 60, 60)  # points
TABLE = (
    ("No.", 4, "number"),
    ("Recommendation", 20, "text"),
    ("States", 6, "text"),
    ("Position", 5, "text"),
    ("Lead", 6, "text"),
    ("Due", 5, "text"),
    ("Paragraphs", 5, "text"),
)  # name, share of the width, kind


@dataclass(frozen=True)
class Pair:
    """Ours against a peer: what is done, and the ratio that PERFORMANCE asks to hold."""

    what: str
    ours: Callable[[], object]
    peer_name: str
    peer: Callable[[], object]
    hold: float
    runs: int = RUNS
    before: Callable[[], object] = tuple
    """What is done before each run of ours and is not measured."""


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(pair: Pair) -> None:
    """Ours and the peer in turn, after a warm-up of each."""
    pair.ours(), pair.peer()
    taken = []
    for _run in range(pair.runs):
        pair.before()
        taken.append((seconds(pair.ours), seconds(pair.peer)))
    ours, peer = (statistics.median(column) for column in zip(*taken, strict=True))
    ratio = statistics.median(o / p for o, p in taken)
    print(
        f"{pair.what:46} {ours * 1000:9.1f} ms  {pair.peer_name:34} {peer * 1000:9.1f} ms  {ratio:7.2f}  {pair.hold:6.2f}"
    )


def enlarged(data: ReportData, count: int) -> ReportData:
    """The sample's report data with `count` recommendations, each with details of its own."""
    rows, details = [], {}
    for n in range(count):
        pattern = data.rows[n % len(data.rows)]
        text = f"{pattern.text} ({n})"
        row = replace(pattern, id=n, text=text, number=f"{140 + n // 400}.{n % 400 + 1}", part="", order=n)
        rows.append(row)
        details[n] = replace(data.details[pattern.id], row=row)
    return replace(data, rows=tuple(rows), details=details)


def bare_cells(row: Row) -> tuple[str, ...]:
    """A row of the tables of which only the typesetting is measured."""
    states, paragraphs = "; ".join(row.recommending_states), ", ".join(row.paragraph_labels)
    due = row.due_on.isoformat() if row.due_on else ""
    return row.label, row.text, states, row.position.label, row.lead, due, paragraphs


def bare_sheet(data: ReportData, path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in data.rows:
        sheet.append([*bare_cells(row)[:5], str(row.official), *[""] * 9])
    book.save(path)


def bare_table(data: ReportData, path: Path) -> None:
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(t, style) for t in bare_cells(row)] for row in data.rows]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(
        [LongTable(cells, colWidths=COLUMNS, repeatRows=1)]
    )


def our_table(data: ReportData, path: Path) -> None:
    """The table that typst sets: its columns, words, page and size of type."""
    columns = tuple(Column(name, name, share, kind) for name, share, kind in TABLE)
    table = Table("bare", columns, (RowGroup("", tuple(map(bare_cells, data.rows))),))
    section = Section("bare", "Recommendations", (table,))
    write_pdf(BareDocument("Recommendations", "", "", "en", data.as_of, (section,)), path)


TYPST_TABLE = """\
#set page(paper: "a4", flipped: true, margin: 18mm)
#set text(size: 8pt)
#let rows = json("rows.json")
#table(
  columns: (4fr, 20fr, 6fr, 5fr, 6fr, 5fr, 5fr),
  stroke: 0.5pt,
  table.header([No.], [Recommendation], [States], [Position], [Lead], [Due], [Paragraphs]),
  ..rows.flatten(),
)
"""


def typst_table(data: ReportData, path: Path) -> None:
    """The same columns as `bare_table`, by a typesetter made for speed. It remembers what it has set, so no text is the
    same twice."""
    run = time.perf_counter_ns()
    rows = [[no, f"{text} {run}", *others] for no, text, *others in map(bare_cells, data.rows)]
    path.with_name("rows.json").write_text(json.dumps(rows), encoding="utf-8")
    source = path.with_name("table.typ")
    source.write_text(TYPST_TABLE, encoding="utf-8")
    typst.compile(str(source), output=str(path))


def eager_orm(dossier: Dossier) -> None:
    """What a plain use of the ORM reads for the list: entities and their texts, clauses and States."""
    with Session(dossier.store.engine) as session:
        for table in (Recommendation, RecommendationText, Clause, RecommendingState):
            list(session.scalars(select(table)))


def word_list(path: Path, count: int) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "UPR of Iceland (4th Cycle - 50th Session)"
    table = document.add_table(rows=0, cols=4)
    header = (
        "Recommendation and recommending State",
        "Position",
        "Human rights themes and groups of persons",
        "Relevant SDGs",
    )
    for cells in [header] + [
        (
            f"71.{n} Keep promise no. {n} (Chile);\nSource of Position: A/HRC/90/7/Add.1 - Para.3",
            "Noted",
            "- Theme",
            "- 16",
        )
        for n in range(1, count + 1)
    ]:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def read_with_python_docx(path: Path) -> None:
    for row in Document(str(path)).tables[0].rows:
        [cell.text for cell in row.cells]


def import_list(folder: Path, file: Path) -> None:
    target = folder / f"import-{time.perf_counter_ns()}.uprt"
    with create_for(str(target), iso3="ISL") as dossier:
        dossier.importing.apply(dossier.importing.plan(file))


UPR_INFO = [
    "To",
    "To-Rgrp",
    "To-Org",
    "Text",
    "From",
    "From-Rgrp",
    "From-Org",
    "Response",
    "Action",
    "Issue",
    "Session",
]
REVIEWED = ("Fiji", "Chile", "Mali", "Togo", "Peru", "Norway", "Nepal", "Kenya", "Spain", "Qatar")


def export_of_upr_info(path: Path, count: int) -> Path:
    """As UPR Info's export of 2015: a row for each recommending State, every ninth text from two of them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(UPR_INFO)
        for n in range(count):
            number = n // 9 * 8 + min(n % 9, 7)
            text = (
                f"Adopt measure {number} to protect those who defend human rights in all parts of the country"
            )
            reviewed = REVIEWED[n // 180 % len(REVIEWED)]
            writer.writerow(
                [reviewed, "", "", text, "Malta" if n % 9 == 8 else "Latvia", "", "", "Accepted", 1 + n % 5,
                 "Civil society,General", 1 + n // 1800]
            )  # fmt: skip
    return path


def bare_rows(folder: Path, file: Path) -> None:
    """The rows as they are in a table without index: what any reading of them costs."""
    target = folder / f"bare-{time.perf_counter_ns()}.db"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = [tuple(row.values()) for row in csv.DictReader(opened)]
    connection = sqlite3.connect(target)
    marks = ", ".join("?" * len(UPR_INFO))
    with connection:
        connection.execute(f"CREATE TABLE rows ({', '.join(f'c{n}' for n in range(len(UPR_INFO)))})")
        connection.executemany(f"INSERT INTO rows VALUES ({marks})", rows)
    connection.close()
    target.unlink()


class ImportOfOthers:
    """What other States were told, into an empty dossier that is made before the clock starts."""

    def __init__(self, folder: Path, file: Path) -> None:
        self._folder, self._file = folder, file
        self._made = 0
        self._make()

    def __call__(self) -> None:
        self._dossier.importing.apply(self._dossier.importing.plan(self._file))

    def _make(self) -> None:
        self._made += 1
        self._dossier = create_for(str(self._folder / f"others-{self._made}.uprt"), iso3="ISL")

    def again(self) -> None:
        """Another empty dossier."""
        self._dossier.close()
        self._make()


def pairs(folder: Path, dossier: Dossier) -> Iterator[Pair]:
    query, plain_list = dossier.query, "reading the whole list"
    texts = [row.text for row in query.rows()] * 16
    list_file = word_list(folder / "list.docx", 300)
    orm, docx = partial(eager_orm, dossier), partial(read_with_python_docx, list_file)
    yield Pair(
        "one State's list with names and paragraphs", query.rows, "four tables as ORM entities", orm, 0.15
    )
    yield Pair("status edit, written and read again", StatusEdit(dossier), plain_list, query.rows, 1)
    yield Pair(
        "search key in the whole dossier", partial(query.search, "defender"), plain_list, query.rows, 0.2
    )
    yield Pair(
        "1,000 suggestions",
        lambda: [suggest(t) for t in texts],
        "folding the same words",
        lambda: [words(t) for t in texts],
        10,
    )
    yield Pair(
        "import of a Word list of 300",
        partial(import_list, folder, list_file),
        "python-docx reading its cells",
        docx,
        4,
        3,
    )
    export = export_of_upr_info(folder / "upr-info.csv", 9_000)
    others = ImportOfOthers(folder, export)
    yield Pair(
        "UPR Info's export, 9,000 rows, for reference",
        others,
        "csv.DictReader and executemany",
        partial(bare_rows, folder, export),
        5,
        before=others.again,
    )
    yield Pair(
        "start of the command line",
        partial(start, "import uprtracker.cli as c; c.build_parser()"),
        "an empty Python",
        partial(start, "pass"),
        5,
    )
    data = dossier.reports.load(ReportRequest())
    for count in SIZES:
        yield from report_pairs(folder, enlarged(data, count), RUNS if count < 5_000 else 1)


def report_pairs(folder: Path, data: ReportData, runs: int) -> Iterator[Pair]:
    xlsx, pdf, n = folder / "out.xlsx", folder / "out.pdf", len(data.rows)
    sheet, table = partial(bare_sheet, data, xlsx), partial(bare_table, data, pdf)
    yield Pair(
        f"status workbook, {n:,}",
        lambda: write_workbook(status_report(data), xlsx),
        "write-only sheet, unstyled",
        sheet,
        4,
        runs,
    )
    whole = partial(write_status, data, pdf)
    yield Pair(f"status PDF, {n:,}", whole, "reportlab's LongTable, bare", table, 0.5, runs)
    if typst is not None:
        bare = partial(typst_table, data, folder / "typst.pdf")
        yield Pair(f"status PDF, {n:,}", whole, "typst's table, bare", bare, 1, runs)
        yield Pair(f"the same table as PDF, {n:,}", partial(our_table, data, pdf), "typst's", bare, 0.5, runs)


def write_status(data: ReportData, path: Path) -> None:
    write_pdf(status_report(data), path)


class StatusEdit:
    """One edit as the window makes it, and the row read again; two statuses in turn, so that each is a change."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._id = dossier.query.rows()[0].id
        self._turn = [Status.PLANNED, Status.IN_PROGRESS]

    def __call__(self) -> None:
        self._turn.reverse()
        change = self._dossier.tracking.set_status([self._id], self._turn[0])
        self._dossier.query.rows_by_id(list(change.recommendations))


def start(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        create_sample(str(folder / "sample.uprt")).close()
        with open_dossier(str(folder / "sample.uprt"), live=True) as dossier:
            print(f"{'what':46} {'ours':>12}  {'peer':34} {'peer':>12}  {'ratio':>7}  {'hold':>6}")
            for pair in pairs(folder, dossier):
                measure(pair)


if __name__ == "__main__":
    main()
