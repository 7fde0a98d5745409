"""Paragraphs crossed with statuses and ministries: the counts are those of the lists that they open."""

from dataclasses import replace

from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.cross_table import by_ministry, by_status
from uprtracker.vocabulary.figures import by_number
from uprtracker.vocabulary.row_filter import RowFilter


def test_statuses_add_up_to_the_paragraphs_total(sample: Dossier) -> None:
    table = by_status(sample.query.rows(), sample.query.text_version())
    assert any(row.total for row in table.rows)
    assert all(sum(row.counts.values()) == row.total for row in table.rows)


def test_every_count_is_the_length_of_the_list_behind_it(sample: Dossier) -> None:
    # parts of one number are counted once, under the least advanced status, and listed under each
    rows, text = [row for row in sample.query.rows() if not row.part], sample.query.text_version()
    for table, field in ((by_status(rows, text), "statuses"), (by_ministry(rows, text), "ministries")):
        for line in table.rows:
            for key in table.columns:
                chosen = RowFilter(paragraphs=(line.covered.paragraph.label,), lead_only=True)
                chosen = replace(chosen, **{field: (key,)})
                listed = by_number(row for row in rows if chosen.accepts(row))
                assert line.counts.get(key, 0) == len(listed)


def test_paragraphs_to_states_come_first_and_the_preamble_not_at_all(sample: Dossier) -> None:
    table = by_ministry(sample.query.rows(), sample.query.text_version())
    labels = [row.covered.paragraph.label for row in table.rows]
    assert labels[0] == "2"
    assert labels.index("26") < labels.index("1")
    assert labels.index("10") < labels.index("10 (a)") < labels.index("11")
    assert not any(label.startswith("PP") for label in labels)


def test_voluntary_pledges_stand_apart(sample: Dossier) -> None:
    rows, text = sample.query.rows(), sample.query.text_version()
    linked = next(row for row in rows if "10 (d)" in row.paragraph_labels)
    pledge = replace(linked, id=-1, number="P1", kind="voluntary_pledge")
    before, after = by_status(rows, text), by_status([*rows, pledge], text)
    place = next(n for n, row in enumerate(after.rows) if row.covered.paragraph.label == "10 (d)")
    assert after.rows[place].pledges == 1
    assert after.rows[place].total == before.rows[place].total
    assert before.rows[place].pledges == 0


def test_no_lead_is_the_last_ministry(sample: Dossier) -> None:
    table = by_ministry(sample.query.rows(), sample.query.text_version())
    assert "" not in table.columns[:-1]
    assert table.columns[-1] == ""
