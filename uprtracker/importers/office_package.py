"""An office file's zip package opened with care: its size, its parts and the relations between them.

What kind of document it holds is for `word_file` and `workbook_file` to say.
"""

import lzma
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from uprtracker.errors import UserError
from uprtracker.i18n import _

MOST_BYTES = 200 * 1024 * 1024
MOST_BYTES_IN_A_PART = 64 * 1024 * 1024
MOST_EXPANSION = 100
MOST_MEMBERS = 2000

OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
ZIP_MAGIC = b"PK"
PDF_MAGIC = b"%PDF"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")

# RuntimeError: a member that is locked by a password or packed in a way that `zipfile` does not know.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    UnicodeError,
    EOFError,
    RuntimeError,
    etree.XMLSyntaxError,
)


def refusal(path: Path, reason: str, advice: str) -> UserError:
    """The one sentence in which a file is refused."""
    sentence = _("'{file}' cannot be read because {reason}; {advice}.")
    return UserError(sentence.format(file=path.name, reason=reason, advice=advice))


def first_bytes(path: Path, count: int = 8) -> bytes:
    """How a file begins; `UserError` where there is no file or it is empty."""
    if not path.is_file():
        raise UserError(_("There is no file '{file}'; check its name and folder.").format(file=path))
    with path.open("rb") as file:
        start = file.read(count)
    if not start:
        raise refusal(path, _("it is empty (0 bytes)"), _("ask for it again"))
    return start


def is_protected(path: Path) -> bool:
    """Whether an OLE file is a newer Office file behind a password."""
    return _PROTECTED in path.read_bytes()


def damaged(path: Path) -> UserError:
    return refusal(path, _("it is damaged or was not copied completely"), _("copy or download it again"))


def unreadable(path: Path, error: OSError) -> UserError:
    """What the operating system refuses."""
    return refusal(path, error.strerror or str(error), _("copy it to your own folder and try again"))


def check_size(path: Path, archive: zipfile.ZipFile) -> None:
    """Sizes are those the archive declares: `zipfile` reads no byte beyond them."""
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_BYTES or unpacked > MOST_EXPANSION * max(packed, 1):
        raise refusal(
            path,
            _("it would unpack to {size} MB in {count} parts, far more than a real document").format(
                size=unpacked // (1024 * 1024), count=len(members)
            ),
            _("ask the sender for a fresh copy"),
        )


def related_parts(archive: zipfile.ZipFile, source: str, kind: str) -> list[str]:
    """The parts that a part (or the whole package, for an empty name) names as being of a kind, in order."""
    return [target for _id, target in relations(archive, source, kind)]


def relations(archive: zipfile.ZipFile, source: str, kind: str) -> list[tuple[str, str]]:
    """Relation id and part, as `related_parts`; what lies outside the package is left out."""
    folder, name = posixpath.split(source)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive.namelist():
        return []
    return [
        (
            relation.get("Id", ""),
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
        )
        for relation in parse(archive.read(listed))
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External"
    ]


def read_part(path: Path, archive: zipfile.ZipFile, name: str) -> etree._Element:
    """The XML of a part; `UserError` for one that is too large or declares what Office never declares."""
    if archive.getinfo(name).file_size > MOST_BYTES_IN_A_PART:
        raise refusal(path, _("it is too large"), _("split it into several documents"))
    root = parse(archive.read(name))
    # Office never writes a document type definition; entities that it declares would not be read anyway.
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal(
            path,
            _("it holds XML declarations that Office never writes"),
            _("ask the sender for a fresh copy"),
        )
    return root


def parse(xml: bytes) -> etree._Element:
    """XML without entities, network or definitions."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(xml, parser)
