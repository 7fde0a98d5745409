"""What must hold for the structure of every PDF we make: tags, language, nothing from outside, nothing of who made it."""

import getpass
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject, NameObject

_FOREIGN = {"/URI", "/Image", "/JavaScript", "/Launch", "/EmbeddedFile", "/GoToR", "/OpenAction", "/AA"}
_SHOWS = {b"Tj", b"TJ", b"'", b'"'}
_DRAWS = {b"f", b"S", b"s", b"B", b"Do"}
_UNDER = {
    "/TR": {"/Table"},
    "/TD": {"/TR"},
    "/TH": {"/TR"},
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/Lbl": {"/LI"},
    "/TOCI": {"/TOC"},
    "/Sect": {"/Document", "/Sect"},
}


def structure_faults(reader: PdfReader) -> list[str]:
    """Sentences that say what is wrong."""
    root: Any = reader.root_object
    found = _foreign_matter(reader) + _given_away(reader)
    if not str(root.get("/Lang", "")):
        found.append("the file does not say its language")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        found.append("the file does not show its title")
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        return [*found, "the file is not tagged"]
    found += _tree_faults(root["/StructTreeRoot"])
    for number, page in enumerate(reader.pages, start=1):
        found += _page_faults(number, page, reader, _parents(root, page))
    return found


def elements(reader: PdfReader) -> Iterator[tuple[str, str, Any]]:
    """Every element of the structure in reading order: its kind, that of its parent, and itself."""
    root: Any = reader.root_object["/StructTreeRoot"]
    yield from _walk(root, "")


def _walk(element: Any, parent: str) -> Iterator[tuple[str, str, Any]]:
    kind = str(element.get("/S", ""))
    if kind:
        yield kind, parent, element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        whole = kid.get_object()
        if isinstance(whole, dict) and "/S" in whole:
            yield from _walk(whole, kind)


def _tree_faults(root: Any) -> list[str]:
    found = []
    kinds = []
    for kind, parent, element in _walk(root, ""):
        kinds.append(kind)
        if parent not in _UNDER.get(kind, {parent}):
            found.append(f"a {kind} stands under {parent or 'nothing'}")
        if kind == "/Figure" and not element.get("/Alt"):
            found.append("a figure has no words that stand for it")
    if "/H1" not in kinds:
        found.append("the file has no heading")
    return sorted(set(found))


def _parents(root: Any, page: Any) -> list[Any]:
    """The elements of a page's pieces by their numbers."""
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for i in range(0, len(numbers), 2):
        if numbers[i] == page.get("/StructParents"):
            return list(numbers[i + 1].get_object())
    return []


def _page_faults(number: int, page: Any, reader: PdfReader, parents: list[Any]) -> list[str]:
    """Text and shapes that belong to no element and are no furniture, and pieces of which no element knows."""
    found: set[str] = set()
    seen: list[int] = []
    depth = 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
            if operator == b"BDC" and "/MCID" in operands[1]:
                seen.append(int(operands[1]["/MCID"]))
        elif operator == b"EMC":
            depth -= 1
        elif depth == 0 and operator in _SHOWS:
            found.add(f"page {number} has text that belongs to nothing")
        elif depth == 0 and operator in _DRAWS:
            found.add(f"page {number} has a shape that belongs to nothing")
    if seen != list(range(len(parents))):
        found.add(f"page {number}: its pieces are not those of the structure")
    return sorted(found)


def _foreign_matter(reader: PdfReader) -> list[str]:
    """Links, pictures, scripts and files, of which our reports have none."""
    found: set[str] = set()
    size: Any = reader.trailer["/Size"]
    for number in range(1, int(size)):
        found |= _names(IndirectObject(number, 0, reader).get_object()) & _FOREIGN
    return [f"the file has {name}" for name in sorted(found)]


def _names(value: Any) -> set[str]:
    """The keys and names in an object, however deep, without following references."""
    if isinstance(value, dict):
        return set(value).union(*(_names(part) for part in value.values()))
    if isinstance(value, list):
        return set().union(*(_names(part) for part in value))
    return {value} if isinstance(value, NameObject) else set()


def _given_away(reader: PdfReader) -> list[str]:
    """Who made the file and where, in what it says of itself."""
    said = " ".join(str(value) for key, value in (reader.metadata or {}).items() if key != "/Title")
    names = {getpass.getuser(), Path.home().name, str(Path.home())} - {"", "/"}
    return [f"the file says {name!r} of whoever made it" for name in sorted(names) if name in said.split()]
