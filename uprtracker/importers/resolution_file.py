"""A resolution from a file as a person has it: plain text, or the PDF of the document."""

from itertools import groupby
from pathlib import Path

from uprtracker.importers.pdf_text import is_pdf, read_pdf
from uprtracker.importers.resolution import ParsedResolution, parse_resolution, read_resolution


def read_resolution_file(path: Path) -> ParsedResolution:
    """Read the text of one resolution; `UserError` where the file cannot be read or holds no resolution."""
    if not is_pdf(path):
        return read_resolution(path)
    pages = groupby(read_pdf(path).lines, key=lambda line: line.page)
    text = "\f".join("\n".join(line.text for line in lines) for _page, lines in pages)
    return parse_resolution(text, str(path))
