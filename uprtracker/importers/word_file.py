"""A Word file opened with care: what is none, is locked or may do harm is refused before it is read."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from uprtracker.errors import UserError
from uprtracker.i18n import _

MOST_BYTES = 200 * 1024 * 1024
MOST_BYTES_IN_A_PART = 64 * 1024 * 1024
MOST_EXPANSION = 100
MOST_MEMBERS = 2000

_OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_WORD_97 = "WordDocument".encode("utf-16-le")
# Word's own name spaces: transitional, and strict (ISO/IEC 29500-4 and -1).
_WORD_ROOTS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}document",
)
# RuntimeError: a member that is locked by a password or packed in a way that `zipfile` does not know.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, etree.XMLSyntaxError)


@dataclass(frozen=True)
class WordFile:
    """The XML of a document's body and of its page headers and footers, headers first; never macros."""

    body: etree._Element
    furniture: tuple[etree._Element, ...]


def open_word_file(path: Path) -> WordFile:
    """Read a `.docx` or `.docm`; `UserError` says for any other file what it is and what to do."""
    if not path.is_file():
        raise UserError(_("There is no file '{file}'; check its name and folder.").format(file=path))
    try:
        _check_kind(path)
        with zipfile.ZipFile(path) as archive:
            _check_size(path, archive)
            return _read(path, archive)
    except _UNREADABLE as error:
        raise _damaged(path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refusal(path, reason, _("copy it to your own folder and try again")) from error


def _check_kind(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_OLE_MAGIC))
    if not start:
        raise _refusal(path, _("it is empty (0 bytes)"), _("ask for it again"))
    if start == _OLE_MAGIC:
        raise _old_or_protected(path)
    if start.startswith(b"%PDF"):
        raise _refusal(path, _("it is a PDF file"), _("ask for the Word version of the document"))
    if not start.startswith(b"PK"):
        raise _no_word_file(path)


def _read(path: Path, archive: zipfile.ZipFile) -> WordFile:
    main = _targets(archive, "", "officeDocument")
    if not main or main[0] not in archive.namelist():
        raise _no_word_file(path)
    document = _part(path, archive, main[0])
    body = document.find("{*}body") if document.tag in _WORD_ROOTS else None
    if body is None:
        raise _no_word_file(path)
    names = [name for kind in ("header", "footer") for name in _targets(archive, main[0], kind)]
    return WordFile(body, tuple(_part(path, archive, name) for name in names if name in archive.namelist()))


def _check_size(path: Path, archive: zipfile.ZipFile) -> None:
    """Sizes are those the archive declares: `zipfile` reads no byte beyond them."""
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_BYTES or unpacked > MOST_EXPANSION * max(packed, 1):
        raise _refusal(
            path,
            _("it would unpack to {size} MB in {count} parts, far more than a real document").format(
                size=unpacked // (1024 * 1024), count=len(members)
            ),
            _("ask the sender for a fresh copy"),
        )


def _targets(archive: zipfile.ZipFile, source: str, kind: str) -> list[str]:
    """The parts that a part (or the whole package, for an empty name) names as being of a kind, in order."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return []
    root = _parse(archive.read(relations))
    return [
        posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in root
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External"
    ]


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > MOST_BYTES_IN_A_PART:
        raise _refusal(path, _("it is too large"), _("split it into several documents"))
    root = _parse(archive.read(name))
    # Word never writes a document type definition; entities that it declares would not be read anyway.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refusal(
            path, _("it holds XML declarations that Word never writes"), _("ask the sender for a fresh copy")
        )
    return root


def _parse(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(xml, parser)


def _old_or_protected(path: Path) -> UserError:
    """Both a Word 97 file and a password-protected new one are OLE files; their directory tells which."""
    content = path.read_bytes()
    if _PROTECTED in content and _WORD_97 not in content:
        return _refusal(
            path, _("it is protected by a password"), _("open it in Word and save a copy without password")
        )
    return _refusal(path, _("it is in an old Office format (Word 97, .doc)"), _save_as_docx())


def _no_word_file(path: Path) -> UserError:
    return _refusal(path, _("it is no Word document, whatever its name says"), _save_as_docx())


def _damaged(path: Path) -> UserError:
    return _refusal(path, _("it is damaged or was not copied completely"), _("copy or download it again"))


def _refusal(path: Path, reason: str, advice: str) -> UserError:
    sentence = _("'{file}' cannot be read because {reason}; {advice}.")
    return UserError(sentence.format(file=path.name, reason=reason, advice=advice))


def _save_as_docx() -> str:
    return _("open it in Word or LibreOffice and save it as .docx")
