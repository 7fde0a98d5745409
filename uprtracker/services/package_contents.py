"""What may stand in a package: a list of what is allowed, row by row. Whatever is not named here stays where it is."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from uprtracker.services.portable_row import PortableRow, PortableRows, digest_of_rows
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.package import Ticked
from uprtracker.vocabulary.read_model import WithheldCount

LEVELLED = {"progress_entry": "progress", "evidence": "evidence", "annotation": "annotations"}
"""Tables whose rows have a level, by the kind under which they are ticked and counted."""

NHRI_TABLES = ("annotation", "assessment_entry", "evidence")
"""Where the NHRI writes."""

_EMPTY = b""


@dataclass(frozen=True)
class Selection:
    """The rows of a package, and how many were left out; `rows` with what they refer to is all that it holds."""

    rows: tuple[PortableRow, ...]
    withheld: WithheldCount
    drafts: int

    def count(self, table: str) -> int:
        return sum(row.table == table for row in self.rows)


def select_for_nhri(rows: PortableRows, ticked: Ticked) -> Selection:
    """Public matter, the government matter that was ticked, and what the NHRI has said itself."""
    nhri = nhri_institutions(rows)

    def may_go(row: PortableRow) -> bool:
        level = Confidentiality(row.values["confidentiality"])
        if level is Confidentiality.RESTRICTED:
            return False
        return (
            level is Confidentiality.PUBLIC
            or is_nhri_word(row, nhri)
            or ticked.holds(LEVELLED[row.table], row.uid)
        )

    return _select(rows, may_go)


def select_for_secretariat(rows: PortableRows, audience: Confidentiality) -> Selection:
    """The NHRI's words up to a level, never its restricted ones, beside the State's matter as the NHRI holds it."""
    nhri = nhri_institutions(rows)

    def may_go(row: PortableRow) -> bool:
        level = Confidentiality(row.values["confidentiality"])
        if level is Confidentiality.RESTRICTED:
            return False
        return not is_nhri_word(row, nhri) or level.visible_to(audience)

    return _select(rows, may_go)


def nhri_institutions(rows: PortableRows) -> frozenset[str]:
    return frozenset(uid for uid, row in rows["institution"].items() if row.values["kind"] == "nhri")


def is_nhri_word(row: PortableRow, nhri: Set[str]) -> bool:
    """Whether the NHRI has written a row."""
    author = row.refs.get("holder_id" if row.table == "evidence" else "institution_id")
    return row.table in NHRI_TABLES and author in nhri


def words_digest(rows: Iterable[PortableRow], nhri: Set[str]) -> str:
    """A digest of everything that the NHRI says in a package."""
    return digest_of_rows(row for row in rows if is_nhri_word(row, nhri))


def state_digests(rows: Mapping[str, PortableRow] | list[PortableRow], nhri: Set[str]) -> dict[str, str]:
    """A digest of what the State says on each recommendation, by uid; under an empty key, of the rest.

    Whether a note is open or answered is not the State's word alone, and the files of lists are left out.
    """
    said: defaultdict[str, list[PortableRow]] = defaultdict(list)
    for row in rows.values() if isinstance(rows, Mapping) else rows:
        if row.table in _DIGESTED and not is_nhri_word(row, nhri):
            about = row.uid if row.table == "recommendation" else row.recommendation or ""
            said[about].append(_without_state(row))
    return {about: digest_of_rows(group) for about, group in said.items()}


def _without_state(row: PortableRow) -> PortableRow:
    if row.table != "annotation":
        return row
    return replace(row, values={name: value for name, value in row.values.items() if name != "state"})


def _select(rows: PortableRows, may_go: Callable[[PortableRow], bool]) -> Selection:
    standing = {uid for uid, row in rows["recommendation"].items() if row.standing}
    chosen: list[PortableRow] = []
    withheld: defaultdict[str, int] = defaultdict(int)
    drafts = 0
    for table, allowed in _ALLOWED.items():
        for row in rows[table].values():
            if not row.standing or not _is_about(row, standing):
                continue
            if table in LEVELLED and not may_go(row):
                withheld[LEVELLED[table]] += 1
            elif allowed(row):
                chosen.append(_bare(row, standing))
            elif table == "status_entry":
                drafts += 1
    chosen += _list_files(rows, chosen)
    return Selection(tuple(chosen), WithheldCount(**withheld), drafts)


def _is_about(row: PortableRow, standing: Set[str]) -> bool:
    return row.recommendation is None or row.recommendation in standing


def _bare(row: PortableRow, standing: Set[str]) -> PortableRow:
    """A row without the imported file it was read from, and without recommendations that were taken back."""
    if row.table == "position_entry":
        return replace(row, refs={**row.refs, "file_id": None})
    if row.table == "measure":
        serves = row.parts.get("measure_recommendation", ())
        kept = tuple(part for part in serves if dict(part)["recommendation_id"] in standing)
        return replace(row, parts={**row.parts, "measure_recommendation": kept})
    if row.table == "annotation":
        return replace(
            row, parts={name: part for name, part in row.parts.items() if name != "annotation_reader"}
        )
    return row


def _list_files(rows: PortableRows, chosen: list[PortableRow]) -> Iterator[PortableRow]:
    """The files whose order a list has, without their name and content: an imported file may hold more than its list."""
    named = {
        dict(part)["file_id"]
        for row in chosen
        if row.table == "recommendation"
        for part in row.parts.get("list_entry", ())
    }
    for uid in sorted(named):
        file = rows["stored_file"][uid]
        empty = {
            "name": "list",
            "sha256": hashlib.sha256(_EMPTY).hexdigest(),
            "size": 0,
            "content": _EMPTY,
            "role": "list",
        }
        yield replace(file, values={**file.values, **empty})


def _always(_row: PortableRow) -> bool:
    return True


_ALLOWED: dict[str, Callable[[PortableRow], bool]] = {
    "source_document": _always,
    "instrument": _always,
    "text_version": _always,
    "paragraph": _always,
    "cluster": _always,
    "recommendation": _always,
    "position_entry": _always,
    "status_entry": lambda row: row.values["validated_at"] is not None,
    "assignment": _always,
    "measure": lambda row: bool(row.parts.get("measure_recommendation")),
    "progress_entry": _always,
    "evidence": _always,
    "annotation": _always,
    "assessment_entry": _always,
    "link": lambda row: row.values["state"] == "confirmed",
    "mapping_decision": _always,
}
"""The tables that travel at all, and which of their rows."""

STATE_TABLES = tuple(_ALLOWED)
_DIGESTED = frozenset(_ALLOWED) - {"instrument", "text_version", "paragraph", "cluster", "source_document"}
