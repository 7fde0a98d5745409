"""A PDF's lines with their places, and every kind of file that is refused quickly and in one sentence."""

import time
import zlib
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.importers.report_printer import Printer
from uprtracker.errors import UserError
from uprtracker.importers import pdf_text
from uprtracker.importers.pdf_text import first_pages, is_pdf, read_pdf

LONG_ENOUGH = "Continue its efforts"


def canvas_file(path: Path, *texts: tuple[float, float, str], rotation: int = 0) -> Path:
    canvas = Canvas(str(path))
    canvas.setPageRotation(rotation)
    width, height = A4 if rotation in (0, 180) else A4[::-1]
    canvas.translate(width if rotation in (90, 180) else 0, height if rotation in (180, 270) else 0)
    canvas.rotate(rotation)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.save()
    return path


def raw_file(path: Path, *objects: bytes) -> Path:
    """A PDF of the given objects, the first of which is its catalogue."""
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    trailer = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    path.write_bytes(content + trailer % (count, content.index(b"xref\n0 ")))
    return path


def bomb(path: Path, packed: bytes) -> Path:
    """One page whose packed content is what is given."""
    return raw_file(
        path,
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def refusal(path: Path) -> str:
    start = time.monotonic()
    with pytest.raises(UserError) as caught:
        read_pdf(path)
    assert time.monotonic() - start < 10
    sentence = str(caught.value)
    assert sentence.startswith(f"'{path.name}' cannot be read because ")
    assert sentence.endswith(".")
    assert "; " in sentence
    return sentence


def test_lines_stand_from_top_to_bottom_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    path = canvas_file(tmp_path / "a.pdf", (50, 600, "second line of two"), (50, 700, "first line of two"))
    pdf = read_pdf(path)
    assert pdf.pages == 1
    assert [(line.text, line.base, line.left, line.size) for line in pdf.lines] == [
        ("first line of two", 700, 50, 12),
        ("second line of two", 600, 50, 12),
    ]


def test_a_line_is_cut_at_wide_gaps(tmp_path: Path) -> None:
    path = canvas_file(
        tmp_path / "a.pdf", (300, 700, "Accepted"), (50, 700, "140.7"), (120, 700, LONG_ENOUGH)
    )
    (line,) = read_pdf(path).lines
    assert [piece.text for piece in line.pieces] == ["140.7", LONG_ENOUGH, "Accepted"]
    assert [piece.left for piece in line.pieces] == [50, 120, 300]
    assert line.text == f"140.7 {LONG_ENOUGH} Accepted"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path, rotation: int) -> None:
    texts = ((60, 500, "140.1"), (200, 500, "Accepted"), (60, 450, LONG_ENOUGH))
    path = canvas_file(tmp_path / "a.pdf", *texts, rotation=rotation)
    first, second = read_pdf(path).lines
    assert [(piece.text, round(piece.left)) for piece in first.pieces] == [("140.1", 60), ("Accepted", 200)]
    assert second.text == LONG_ENOUGH
    assert (round(first.base), round(second.base)) == (500, 450)


def test_raised_digits_are_told_apart(tmp_path: Path) -> None:
    printer = Printer(tmp_path / "a.pdf", "A/HRC/59/15")
    printer.line(113, "Ratify the Convention (Chile);^1")
    printer.line(113, "the 2nd of 3 plans")
    texts = [line.text for line in read_pdf(printer.save()).lines]
    assert "Ratify the Convention (Chile);¹" in texts
    assert "the 2nd of 3 plans" in texts


def test_a_hyphen_at_the_end_of_a_line_stays_in_its_line(tmp_path: Path) -> None:
    path = canvas_file(tmp_path / "a.pdf", (50, 700, "Strengthen the non-"), (50, 688, "governmental bodies"))
    assert [line.text for line in read_pdf(path).lines] == ["Strengthen the non-", "governmental bodies"]


def test_the_first_pages_alone_may_be_read(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number in range(1, 6):
        canvas.drawString(50, 700, f"This is page number {number}")
        canvas.showPage()
    canvas.save()
    pdf = read_pdf(tmp_path / "a.pdf", pages=2)
    assert pdf.pages == 5
    assert [line.page for line in pdf.lines] == [1, 2]


def test_the_front_is_read_once_and_again_when_the_file_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = canvas_file(tmp_path / "a.pdf", (50, 700, "This is what the first file says"))
    first = first_pages(path)
    with monkeypatch.context() as without_process:
        without_process.setattr(pdf_text, "_answer", None)
        assert first_pages(path) == first
    canvas_file(path, (50, 700, "And this is what the second file says, which is longer"))
    assert "second" in first_pages(path).lines[0].text


def test_what_is_no_pdf_is_said_by_its_content(tmp_path: Path) -> None:
    text = tmp_path / "report.pdf"
    text.write_text("not a PDF at all")
    assert not is_pdf(text)
    assert not is_pdf(tmp_path)
    assert not is_pdf(tmp_path / "nothing.pdf")
    assert "no PDF file" in refusal(text)
    report = canvas_file(tmp_path / "report.bin", (50, 700, LONG_ENOUGH))
    assert is_pdf(report)
    assert read_pdf(report).lines


def test_missing_and_empty_files(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no file"):
        read_pdf(tmp_path / "nothing.pdf")
    empty = tmp_path / "empty.pdf"
    empty.touch()
    assert "0 bytes" in refusal(empty)


def test_a_locked_file(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("secret", ownerPassword="other"))
    canvas.drawString(50, 700, LONG_ENOUGH)
    canvas.save()
    assert "protected by a password" in refusal(tmp_path / "a.pdf")


def test_a_file_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    canvas = Canvas(
        str(tmp_path / "a.pdf"), encrypt=StandardEncryption("", ownerPassword="other", canModify=0)
    )
    canvas.drawString(50, 700, LONG_ENOUGH)
    canvas.save()
    assert read_pdf(tmp_path / "a.pdf").lines[0].text == LONG_ENOUGH


def test_a_scan_without_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for _page in range(3):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    assert "pictures of pages" in refusal(tmp_path / "a.pdf")


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_file_that_was_cut_off(tmp_path: Path, share: float) -> None:
    path = canvas_file(tmp_path / "a.pdf", (50, 700, LONG_ENOUGH))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "damaged" in refusal(path)


def test_far_too_many_pages(tmp_path: Path) -> None:
    count = 200_000
    path = raw_file(
        tmp_path / "a.pdf",
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * count + b"]/Count %d>>" % count,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )
    assert "far more pages" in refusal(path)


def test_pages_that_hold_themselves(tmp_path: Path) -> None:
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    assert "damaged" in refusal(
        raw_file(tmp_path / "a.pdf", catalogue, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    )


def test_a_bomb_of_spaces_is_stopped(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(400)) + packer.flush()
    path = bomb(tmp_path / "a.pdf", packed)
    assert path.stat().st_size < 500_000
    refusal(path)


def test_a_bomb_of_text_is_stopped(tmp_path: Path) -> None:
    content = b"BT /F 10 Tf 50 700 Td " + b"(abcdefghij abcdefghij abcdefghij) Tj " * 400_000
    refusal(bomb(tmp_path / "a.pdf", zlib.compress(content)))


def test_too_large_and_too_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = canvas_file(tmp_path / "a.pdf", (50, 700, LONG_ENOUGH))
    monkeypatch.setattr(pdf_text, "MOST_SECONDS", 0.001)
    assert "takes longer than" in refusal(path)
    monkeypatch.setattr(pdf_text, "MOST_BYTES", 100)
    assert "larger than" in refusal(path)


def test_it_is_read_from_any_folder_and_by_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Rapport de l’Égypte – 埃及"
    folder.mkdir()
    (folder / "json.py").write_text("raise SystemExit('a file of the folder was run')")
    path = canvas_file(folder / "доклад.pdf", (50, 700, LONG_ENOUGH))
    monkeypatch.chdir(folder)
    assert read_pdf(path).lines[0].text == LONG_ENOUGH
