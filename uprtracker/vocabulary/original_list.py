"""The thematic list as it was imported, with the places in it where recommendations stand."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OriginalRow:
    """One row of the list. `row` and `cell` are element paths in the main part; `cell`, of the assessment, may be empty.

    `recommendations` are the ids of what stands in it: several where a number is followed up in parts, none where
    the row is not among the rows of the report.
    """

    number: str
    part: str
    row: str
    cell: str
    recommendations: tuple[int, ...] = ()


@dataclass(frozen=True)
class OriginalTable:
    """One table of the list by its element path, with those of its header rows: none where it goes on with another."""

    path: str
    headers: tuple[str, ...]


@dataclass(frozen=True)
class OriginalList:
    """A Word document as received. `main_part` names the member of its package in which all paths are.

    `has_assessment` is false for the layouts without a column of assessments. `others` are the names of the other
    lists that the dossier holds.
    """

    file_name: str
    content: bytes
    main_part: str
    tables: tuple[OriginalTable, ...]
    rows: tuple[OriginalRow, ...]
    has_assessment: bool
    document_symbol: str = ""
    others: tuple[str, ...] = ()
