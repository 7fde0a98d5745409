"""What introduces a text stands before it, or above it where the two are read from different sides."""

from uprtracker.exporters.document import Involved
from uprtracker.exporters.recommendation_words import introduced

PATTERN = "{day}, {institution}: {text}"


def test_a_text_follows_its_introduction() -> None:
    said = introduced(PATTERN, "A law was passed.", day="1 May 2026", institution="Justice")
    assert said == "1 May 2026, Justice: A law was passed."


def test_a_text_read_from_the_other_side_begins_a_line() -> None:
    """Otherwise the number of the day stands apart from its month, and an ellipsis at the wrong end."""
    arabic = introduced(PATTERN, "A law was passed…", day="1 أيار/مايو 2026", institution="Justice")
    assert arabic == "1 أيار/مايو 2026, Justice:\nA law was passed…"
    english = introduced(PATTERN, "صدر قانون", day="1 May 2026", institution="Justice")
    assert english == "1 May 2026, Justice:\nصدر قانون"


def test_supporting_ministries_read_from_the_other_side_begin_a_line() -> None:
    assert str(Involved("Justice", ("Health", "Labour"))) == "Justice (Health; Labour)"
    assert str(Involved("بلا وزارة مسؤولة", ("Health",))) == "بلا وزارة مسؤولة\n(Health)"
