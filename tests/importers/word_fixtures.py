"""Word files made for tests: thematic lists in OHCHR's four layouts with invented texts, and raw documents of XML."""

import zipfile
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.table import Table

HEADERS = {
    "M2015": (
        "Recommendation",
        "Recommending state/s",
        "Position",
        "Full list of rights/affected persons",
    ),
    "M2019": (
        "Recommendation",
        "Position",
        "Full list of themes",
        "Assessment/comments on level of implementation",
    ),
    "M2020": (
        "Recommendation",
        "Position",
        "Full list of themes",
        "Assessment/comments on level of implementation",
    ),
    "M2025": (
        "Recommendation and recommending State",
        "Position of the State under review",
        "Human rights themes and groups of persons",
        "Relevant SDGs",
    ),
}

Row = str | tuple[str, ...]
"""A banner over the whole width, or the texts of the cells."""

# One list in each layout: a single State, several States with a bracket that is none, two clauses, a position in part.
ROWS: dict[str, list[Row]] = {
    "M2015": [
        "Right or area: 14.4. Right to peaceful assembly  \n",
        (
            "71.2. Let marches pass freely (Chile);\nSource of position: A/HRC/90/7/Add.1\n",
            "Chile\n",
            "Supported\n",
            "14.4. Right to peaceful assembly \nAffected persons:\n- general\n",
        ),
        (
            "71.1. Repeal the act on marches (Act 12) (Peru); (Mali); \nSource of position: A/HRC/90/7/Add.1\n",
            "Peru\nMali\n",
            "Noted\n",
            "14.4. Right to peaceful assembly \n36. Human rights defenders\nAffected persons:\n- general\n",
        ),
        "Right or area: 36. Human rights defenders\n",
        (
            "71.3. Protect defenders (Togo); Receive the Rapporteur (Fiji);\nComments: by letter of 1 May\n",
            "Togo\nFiji\n",
            "Supported/Noted\n",
            "36. Human rights defenders\nAffected persons:\n- human rights defenders\n- media\n",
        ),
    ],
    "M2019": [
        "Theme: D44 Right to peaceful assembly",
        (
            "71.2. Let marches pass freely (Chile);\nSource of position: A/HRC/90/7/Add.1 - Para. 71.2. ",
            "Supported",
            "D44 Right to peaceful assembly\nAffected persons:\n- general",
            "\n",
        ),
        (
            "71.1. Repeal the act on marches (Act 12) (Peru, Mali).\nSource of position: A/HRC/90/7/Add.1",
            "Noted",
            "D44 Right to peaceful assembly\u00a0\nH1 Human rights defenders\nAffected persons:\n- general",
            "Bill drafted.\nBefore parliament.",
        ),
        "Theme: H1 Human rights defenders",
        (
            "71.3 Protect defenders (Togo) ;Receive the Rapporteur (Fiji);\n"
            "Source of position: A/HRC/90/7/Add.1 - Para. 4",
            "Supported/Noted",
            "H1 Human rights defenders\nS16 SDG 16 \u00a0- peace, justice\n"
            "Affected persons:\n- human rights defenders\n- media",
            "",
        ),
    ],
    "M2020": [
        "Theme: Right to peaceful assembly",
        (
            "71.2 Let marches pass freely (Chile);\nSource of Position: A/HRC/90/7 - Para 121",
            "Supported",
            "- Right to peaceful assembly\nSDGs: \n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\n"
            "Affected persons: \n- general",
            "",
        ),
        (
            "71.1 Repeal the act on marches (Act 12) (Peru) (Mali);\nSource of Position: A/HRC/90/7/Add.1 - Para.3",
            "Noted",
            "- Right to peaceful assembly\n- Human rights defenders\nAffected persons: \n- general",
            "Under review",
        ),
        "Theme: Human rights defenders",
        (
            "71.3 Protect defenders (Togo); Receive the Rapporteur (Fiji);\n"
            "Source of Position: A/HRC/90/7/Add.1 - Para.3",
            "Supported/Noted",
            "- Human rights defenders\nSDGs: \n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\n"
            "Affected persons: \n- human rights defenders\n- media",
            "",
        ),
    ],
    "M2025": [
        "Theme: Right to peaceful assembly",
        (
            "71.2 Let marches pass freely (Chile);\nSource of Position: A/HRC/90/7/Add.1 - Para.3vv",
            "Supported",
            "- Right to peaceful assembly\nGroups of Persons: \n- Civil society",
            "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS",
        ),
        (
            "71.1 Repeal the act on marches (Act 12) (Peru) (Mali);\nSource of Position: A/HRC/90/7/Add.1 - Para.3",
            "Noted",
            "- Right to peaceful assembly\n- Human rights defenders\nGroups of Persons: \n- Civil society",
            "",
        ),
        "Theme: Human rights defenders",
        (
            "71.3 Protect defenders (Togo); Receive the Rapporteur (Fiji).\n"
            "Source of Position: A/HRC/90/7/Add.1 - Para.3",
            "Supported/Noted",
            "- Human rights defenders\nGroups of Persons: \n- Human rights defenders\n- Media",
            "- 1 - NO POVERTY\n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS",
        ),
    ],
}


def write_list(
    path: Path,
    layout: str,
    rows: list[Row] | None = None,
    *,
    header: tuple[str, ...] | None = None,
    page_header: str = "UPR of Iceland (3rd Cycle \u2013 40th session)\nThematic list of recommendations",
    page_footer: str = "",
    split_before: int | None = None,
) -> Path:
    """A thematic list as a .docx; `split_before` begins a second table, without header, at a row."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = page_header
    section.footer.paragraphs[0].text = page_footer
    titles = header or HEADERS[layout]
    table = document.add_table(rows=0, cols=len(titles))
    _add_row(table, titles)
    for at, row in enumerate(ROWS[layout] if rows is None else rows):
        if at == split_before:
            document.add_paragraph("")
            table = document.add_table(rows=0, cols=len(titles))
        _add_row(table, row)
    document.save(str(path))
    return path


def write_long_list(path: Path, count: int) -> Path:
    """A list of the 2025 layout with `count` recommendations, made by repeating one row."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "UPR of Iceland (4th Cycle - 50th Session)"
    table = document.add_table(rows=0, cols=4)
    for row in (HEADERS["M2025"], *ROWS["M2025"][:2]):
        _add_row(table, row)
    pattern = table.rows[-1]._tr
    for number in range(2, count + 1):
        copied = deepcopy(pattern)
        pattern.getparent().append(copied)
        table.rows[-1].cells[0].paragraphs[0].runs[0].text = f"71.{number} Keep promise no. {number} (Chile);"
    table.rows[2].cells[0].paragraphs[0].runs[0].text = "71.1 Keep promise no. 1 (Chile);"
    document.save(str(path))
    return path


def _add_row(table: Table, row: Row) -> None:
    cells = table.add_row().cells
    if isinstance(row, str):
        cells = (cells[0].merge(cells[-1]),)
        row = (row,)
    for cell, text in zip(cells, row, strict=True):
        first, *others = text.split("\n")
        cell.paragraphs[0].add_run(first)
        for line in others:
            cell.add_paragraph(line)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_package(path: Path, body: str, *, word: str = WORD, before_root: str = "", extra: str = "") -> Path:
    """The smallest package that is a Word file, with the XML of a body; `extra` names one more member."""
    document = (
        f'<?xml version="1.0"?>{before_root}<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
        if extra:
            archive.writestr(extra, b"\x01macro")
    return path


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
