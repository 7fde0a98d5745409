"""A resolution is read from its text and from its PDF alike; pages of a PDF are joined."""

from pathlib import Path

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from uprtracker.errors import UserError
from uprtracker.importers.resolution_file import read_resolution_file

LINES = (
    "On the protection of lighthouse keepers",
    "The General Assembly,",
    "Guided by the Charter,",
    "1. Urges all States:",
    "(a) To protect keepers of lighthouses wherever they keep their watch, by day and by night, on rocks and on "
    "shores, in peace and in storms;",
    "(b) To report to it;",
    "2. Decides to remain seized of the matter.",
)


def read(path: Path) -> dict[str, str]:
    return {str(p.label): p.text for p in read_resolution_file(path).paragraphs}


def write_pdf(path: Path, lines: tuple[str, ...], page_break_before: int) -> Path:
    style = getSampleStyleSheet()["Normal"]
    flow = [
        part
        for n, line in enumerate(lines)
        for part in _parts(n == page_break_before, Paragraph(line, style))
    ]
    SimpleDocTemplate(str(path)).build(flow)
    return path


def _parts(breaks: bool, paragraph: Paragraph) -> list[object]:
    return [PageBreak(), paragraph] if breaks else [paragraph]


@pytest.mark.parametrize("page_break_before", [3, 5, 99])
def test_the_pdf_says_what_the_text_says(tmp_path: Path, page_break_before: int) -> None:
    text = tmp_path / "a.txt"
    text.write_text("\n".join(LINES), "utf-8")
    pdf = write_pdf(tmp_path / "b.bin", LINES, page_break_before)
    assert read(pdf) == read(text)
    assert list(read(pdf)) == ["PP 1", "1", "1 (a)", "1 (b)", "2"]


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing follows")
    with pytest.raises(UserError, match=r"broken\.pdf"):
        read_resolution_file(path)
