"""Texts that hold HTML, as a browser would show them."""

import pytest

from uprtracker.importers.markup import plain
from uprtracker.importers.printed_text import one_line


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ("<p>Ratify<br/>the&nbsp;Convention</p>", "Ratify the Convention"),
        ("a&nbsp b", "a b"),
        ("&ldquo;x&rdquo; &amp;eacute; &#8209;", "“x” é ‑"),
        ("fewer than 5 < 10 and 3 > 2", "fewer than 5 < 10 and 3 > 2"),
        ("R&D &para. 3 AT&T", "R&D &para. 3 AT&T"),
        ("&amp;amp;lt;", "&lt;"),
        ("plain", "plain"),
    ],
)
def test_plain(held: str, shown: str) -> None:
    assert one_line(plain(held)) == shown


def test_endless_tags_take_no_time() -> None:
    assert plain("<a " * 50_000) == "<a " * 50_000
    assert plain("&" * 50_000) == "&" * 50_000
