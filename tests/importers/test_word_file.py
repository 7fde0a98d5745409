"""What is no readable Word file is refused with one sentence that says what to do, and quickly."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.word_fixtures import paragraph, write_list, write_package
from uprtracker.errors import UserError
from uprtracker.importers import office_package
from uprtracker.importers.word_file import open_word_file
from uprtracker.importers.word_table import text_around

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        open_word_file(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def file_of(tmp_path: Path, content: bytes, name: str = "list.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_word_file_is_opened(tmp_path: Path) -> None:
    opened = open_word_file(write_package(tmp_path / "a.docx", paragraph("Hello")))
    assert text_around(opened) == ["Hello"]


def test_page_headers_and_footers_are_read(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.docx", "M2025", page_header="Above", page_footer="Below")
    assert text_around(open_word_file(path)) == ["Above", "Below"]


def test_a_strict_document_is_opened(tmp_path: Path) -> None:
    opened = open_word_file(write_package(tmp_path / "a.docx", paragraph("Hello"), word=STRICT))
    assert text_around(opened) == ["Hello"]


def test_macros_are_ignored(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docm", paragraph("Hello"), extra="word/vbaProject.bin")
    assert text_around(open_word_file(path)) == ["Hello"]


def test_a_missing_file(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "nowhere.docx")


def test_an_empty_file(tmp_path: Path) -> None:
    assert "empty" in refusal(file_of(tmp_path, b""))


@pytest.mark.parametrize("content", [b"only text\n", b"{\\rtf1 old}", b"<html>", b"\x00" * 40])
def test_a_file_that_only_bears_the_name(tmp_path: Path, content: bytes) -> None:
    assert "save it as .docx" in refusal(file_of(tmp_path, content))


def test_a_pdf_file(tmp_path: Path) -> None:
    assert "PDF" in refusal(file_of(tmp_path, b"%PDF-1.7\n"))


def test_a_word_97_file_is_told_how_to_convert(tmp_path: Path) -> None:
    content = OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(200)
    sentence = refusal(file_of(tmp_path, content, "list.doc"))
    assert "Word 97" in sentence
    assert "save it as .docx" in sentence


def test_a_password_protected_file(tmp_path: Path) -> None:
    content = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(200)
    sentence = refusal(file_of(tmp_path, content))
    assert "password" in sentence
    assert "Word 97" not in sentence


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert "no Word document" in refusal(path)


def test_a_package_with_another_kind_of_document(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", paragraph("x"), word="urn:some-other-office")
    assert "no Word document" in refusal(path)


def test_a_truncated_file(tmp_path: Path) -> None:
    whole = write_list(tmp_path / "whole.docx", "M2025").read_bytes()
    assert "damaged" in refusal(file_of(tmp_path, whole[: len(whole) // 2], "half.docx"))


def test_broken_xml(tmp_path: Path) -> None:
    assert "damaged" in refusal(write_package(tmp_path / "list.docx", "<w:p>"))


def test_a_file_that_unpacks_to_far_more(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", paragraph("x"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zero.bin", bytes(30_000_000))
    assert "unpack" in refusal(path)


def test_a_file_larger_than_the_limit(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", paragraph("x"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/big.bin", b"x")
        member = archive.getinfo("word/media/big.bin")
        member.file_size = member.compress_size = office_package.MOST_BYTES + 1
    assert "unpack" in refusal(path)


def test_a_body_larger_than_the_limit(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", paragraph("x"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("added.txt", "x")
        member = archive.getinfo("word/document.xml")
        member.file_size = member.compress_size = office_package.MOST_BYTES_IN_A_PART + 1
    assert "too large" in refusal(path)


def test_a_file_with_too_many_members(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", paragraph("x"))
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(office_package.MOST_MEMBERS):
            archive.writestr(f"word/media/{number}", b"")
    assert "parts" in refusal(path)


def test_an_xml_bomb_is_refused(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE w:document [<!ENTITY l0 "lol">{lines}]>'
    path = write_package(tmp_path / "list.docx", paragraph("&l11;"), before_root=bomb)
    assert "cannot be read" in refusal(path)


def test_an_external_entity_is_never_read(tmp_path: Path) -> None:
    secret = file_of(tmp_path, b"secret", "secret.txt")
    reference = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path = write_package(tmp_path / "list.docx", paragraph("&x;"), before_root=reference)
    assert "secret" not in refusal(path).replace("secret.txt", "")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_anywhere_is_a_refusal_or_harmless(tmp_path: Path, place: float, byte: int, cut: bool) -> None:
    content = bytearray(write_package(tmp_path / "whole.docx", paragraph("Hello")).read_bytes())
    at = int(place * len(content))
    content[at] = byte
    path = file_of(tmp_path, bytes(content[:at] if cut else content), "damaged.docx")
    with suppress(UserError):
        open_word_file(path)
