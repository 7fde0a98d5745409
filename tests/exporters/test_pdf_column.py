"""Widths of columns: no word cut, rows as low as they can be."""

from datetime import date

import pytest

from uprtracker.exporters.document import Cell, Column, RowGroup, StatusValue, Table
from uprtracker.exporters.pdf_column import BETWEEN, SHAPE_ROOM, cell_words, text_widths
from uprtracker.exporters.pdf_style import type_for
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import LANGUAGES, speaking
from uprtracker.vocabulary.listing import listed
from uprtracker.vocabulary.status import BUCKETS, bucket_label

RULER = Ruler()
TYPE = type_for(9.5)
_WIDTH = 740.0


def _table(columns: tuple[Column, ...], *rows: tuple[Cell, ...]) -> Table:
    return Table("t", columns, (RowGroup("", rows),))


def _recommendations(comment: str) -> Table:
    columns = (
        Column("number", "No.", 0.02, "number"),
        Column("text", "Recommendation", 0.8),
        Column("status", "Status", 0.02, "status"),
        Column("lead", "Lead", 0.02),
        Column("comment", "Comment and latest progress", 0.14),
    )
    text = "Adopt a law that protects everyone who promotes human rights, and report on it before the next review"
    rows = [
        (f"140.{n}", text, StatusValue("partially_implemented"), "Ministry of Administration", comment)
        for n in range(1, 30)
    ]
    return _table(columns, *rows)


def test_widths_fill_the_line() -> None:
    table = _recommendations("The bill is before the committee. " * 6)
    widths = text_widths([table], _WIDTH, RULER, TYPE)
    assert sum(widths) == pytest.approx(_WIDTH - 4 * BETWEEN)


def test_no_word_of_a_title_or_a_name_is_cut() -> None:
    number, _text, status, lead, comment = text_widths([_recommendations("")], _WIDTH, RULER, TYPE)
    assert number >= RULER.width("140.29", TYPE.cell_strong)
    assert status >= RULER.width("implemented", TYPE.cell) + 10
    assert lead >= RULER.width("Administration", TYPE.cell)
    assert comment >= RULER.width("Comment", TYPE.small_strong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_statuses_and_titles_take_two_lines_at_the_most(language: str) -> None:
    """However small the column's share, and however low the rows would be otherwise."""
    with speaking(language):
        columns = (
            Column("text", "Recommendation", 0.9),
            Column("status", "Status", 0.01, "status"),
            Column("drafts", "Drafts, not counted here", 0.01, "count"),
        )
        rows = [("Adopt a law that protects everyone. " * 6, StatusValue(bucket), 1) for bucket in BUCKETS]
        _text, status, drafts = text_widths([_table(columns, *rows)], _WIDTH, RULER, TYPE)
        for bucket in BUCKETS:
            assert len(RULER.wrap(bucket_label(bucket), TYPE.cell, status - SHAPE_ROOM)) <= 2
        assert len(RULER.wrap("Drafts, not counted here", TYPE.small_strong, drafts)) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_paragraphs_are_never_cut(language: str) -> None:
    """A comma alone on a line is what was left of `10 (a), 10 (g)` in a narrow column."""
    with speaking(language):
        labels = listed(["10 (a)", "10 (g)", "PP 12", "18 (c)"])
        ruler = Ruler(from_right=language == "ar")
        columns = (Column("text", "Recommendation", 0.95), Column("paragraphs", "§", 0.01))
        table = _table(columns, ("Adopt a law that protects everyone. " * 9, labels))
        _text, width = text_widths([table], _WIDTH, ruler, TYPE)
        lines = [line.text for line in ruler.wrap(labels, TYPE.cell, width)]
        assert all(
            any(label in line.replace("\u00a0", " ") for line in lines)
            for label in ("10 (a)", "10 (g)", "18 (c)")
        )
        assert all(len(line) > 1 for line in lines)


def test_a_column_of_long_comments_takes_width_from_one_that_needs_it_less() -> None:
    few = text_widths([_recommendations("none")], _WIDTH, RULER, TYPE)
    many = text_widths([_recommendations("The bill is before the committee. " * 12)], _WIDTH, RULER, TYPE)
    assert many[4] > 2 * few[4]
    assert many[1] < few[1]


def test_tables_without_rows_go_by_shares() -> None:
    columns = (Column("a", "A", 0.25), Column("b", "B", 0.75))
    assert text_widths([_table(columns)], 410, RULER, TYPE) == pytest.approx([100, 300])


def test_a_word_wider_than_a_fifth_of_the_line_does_not_push_the_others_out() -> None:
    columns = (Column("a", "A", 0.1), Column("b", "B", 0.9))
    widths = text_widths([_table(columns, ("x" * 300, "short"))], 410, RULER, TYPE)
    assert widths[1] > 0


def test_a_date_breaks_only_before_its_year() -> None:
    assert cell_words(date(2026, 9, 30))[0] == "30\u00a0September 2026"
    assert [line.text for line in RULER.wrap(cell_words(date(2026, 9, 30))[0], TYPE.cell, 60)] == [
        "30\u00a0September",
        "2026",
    ]


def test_a_status_has_its_word_and_a_draft_its_own() -> None:
    assert cell_words(StatusValue("not_reported", "draft: Planned")) == ("Not reported", "draft: Planned")
    assert cell_words(None) == ("", "")
