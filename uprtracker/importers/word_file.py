"""A Word file opened with care: what is none, is locked or may do harm is refused before it is read."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import office_package as package

_WORD_97 = "WordDocument".encode("utf-16-le")
# Word's own name spaces: transitional, and strict (ISO/IEC 29500-4 and -1).
_WORD_ROOTS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}document",
)


@dataclass(frozen=True)
class WordFile:
    """The XML of a document's body and of its page headers and footers, headers first; never macros.

    `main_part` is the member of the package that holds the body.
    """

    body: etree._Element
    furniture: tuple[etree._Element, ...]
    main_part: str


def open_word_file(path: Path) -> WordFile:
    """Read a `.docx` or `.docm`; `UserError` says for any other file what it is and what to do."""
    try:
        _check_kind(path)
        with zipfile.ZipFile(path) as archive:
            package.check_size(path, archive)
            return _read(path, archive)
    except package.UNREADABLE as error:
        raise package.damaged(path) from error
    except OSError as error:
        raise package.unreadable(path, error) from error


def _check_kind(path: Path) -> None:
    start = package.first_bytes(path)
    if start == package.OLE_MAGIC:
        raise _old_or_protected(path)
    if start.startswith(package.PDF_MAGIC):
        raise package.refusal(path, _("it is a PDF file"), _("ask for the Word version of the document"))
    if not start.startswith(package.ZIP_MAGIC):
        raise _no_word_file(path)


def _read(path: Path, archive: zipfile.ZipFile) -> WordFile:
    main = package.related_parts(archive, "", "officeDocument")
    if not main or main[0] not in archive.namelist():
        raise _no_word_file(path)
    document = package.read_part(path, archive, main[0])
    body = document.find("{*}body") if document.tag in _WORD_ROOTS else None
    if body is None:
        raise _no_word_file(path)
    names = [name for kind in ("header", "footer") for name in package.related_parts(archive, main[0], kind)]
    parts = (package.read_part(path, archive, name) for name in names if name in archive.namelist())
    return WordFile(body, tuple(parts), main[0])


def _old_or_protected(path: Path) -> UserError:
    """Both a Word 97 file and a password-protected new one are OLE files; their directory tells which."""
    if package.is_protected(path) and _WORD_97 not in path.read_bytes():
        return package.refusal(
            path, _("it is protected by a password"), _("open it in Word and save a copy without password")
        )
    return package.refusal(path, _("it is in an old Office format (Word 97, .doc)"), _save_as_docx())


def _no_word_file(path: Path) -> UserError:
    return package.refusal(path, _("it is no Word document, whatever its name says"), _save_as_docx())


def _save_as_docx() -> str:
    return _("open it in Word or LibreOffice and save it as .docx")
