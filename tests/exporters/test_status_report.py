"""The status report as a document: its figures add up, every number is there once, gaps are the right ones."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.exporters.factory import AS_OF, recommendation, report_data
from uprtracker.exporters.document import (
    Block,
    BriefList,
    Document,
    Heading,
    Involved,
    KeyFigures,
    Pair,
    Prose,
    Quotation,
    Section,
    StatusBar,
    StatusBars,
    StatusValue,
    Table,
)
from uprtracker.exporters.status_report import status_report
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.dossier_info import DocumentInfo
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.read_model import ReportData, WithheldCount
from uprtracker.vocabulary.status import BUCKETS, Status

DATA = report_data()
REPORT = status_report(DATA)


def section(document: Document, key: str) -> Section:
    return next(s for s in document.sections if s.key == key)


def table(document: Document, section_key: str, key: str) -> Table:
    blocks = section(document, section_key).blocks
    return next(b for b in blocks if isinstance(b, Table) and b.key == key)


def blocks(document: Document, kind: type[Any]) -> list[Any]:
    """All blocks of a kind on the first page, those in pairs too."""
    found: list[Block] = []
    for block in section(document, "summary").blocks:
        found += [block.left, block.right] if isinstance(block, Pair) else [block]
    return [block for block in found if isinstance(block, kind)]


def column(of: Table, key: str) -> list[Any]:
    position = [c.key for c in of.columns].index(key)
    return [row[position] for row in of.rows()]


def total(of: Table, key: str) -> Any:
    assert of.total is not None
    return of.total[[c.key for c in of.columns].index(key)]


def key_figures(document: Document) -> dict[str, int]:
    (figures,) = blocks(document, KeyFigures)
    return {words: figure for figure, words in figures.figures}


def test_sections_in_order() -> None:
    assert [s.key for s in REPORT.sections] == [
        "summary",
        "ministries",
        "paragraphs",
        "recommendations",
        "method",
    ]


def test_the_title_block_says_whose_report_it_is_and_for_whom() -> None:
    for words in (
        "Arvania (invented sample)",
        "cycle 4, session 49",
        "A/HRC/00/00 and Add.1",
        "as of 23 November 2026",
        "for the public; 6 items withheld",
        "draft text of the seventieth session, as supplied",
        "confirmed by Secretariat",
    ):
        assert words in REPORT.meta
    assert "70/161" not in repr(REPORT)
    assert REPORT.produced_on == AS_OF


def test_filters_stand_in_the_title_block_and_in_the_words_of_the_figures() -> None:
    filtered = status_report(replace(DATA, filters=("Status: Planned", "Cycle 4")))
    assert "Only: Status: Planned · Cycle 4" in filtered.meta
    assert "recommendations selected" in key_figures(filtered)


def test_positions_add_up_to_the_number_received() -> None:
    figures = key_figures(REPORT)
    positions = ("supported", "supported in part", "noted", "position pending", "position unknown")
    assert figures["recommendations received"] == sum(figures.get(p, 0) for p in positions)
    assert "position pending" not in figures


def test_key_figures_are_those_of_the_overview() -> None:
    figures, said = key_figures(REPORT), overview(DATA.rows)
    assert figures["recommendations received"] == said.received == 59
    assert figures["overdue"] == said.overdue == 7
    assert figures["disputed by the NHRI"] == said.disputed == 4
    assert figures["without lead ministry"] == said.no_lead == 4
    assert figures["linked to the resolution"] == said.linked == 30


def test_statuses_add_up_to_the_number_received_and_drafts_stand_beside() -> None:
    (bar,) = blocks(REPORT, StatusBar)
    assert bar.count.total == key_figures(REPORT)["recommendations received"]
    assert bar.note == "6 drafts not counted"


def test_counts_by_ministry_add_up_row_by_row_and_the_last_row_is_the_official_count() -> None:
    counts = table(REPORT, "ministries", "ministry_counts")
    assert column(counts, "total") == [
        sum(c) for c in zip(*(column(counts, b) for b in BUCKETS), strict=True)
    ]
    (bar,) = blocks(REPORT, StatusBar)
    assert [total(counts, b) for b in BUCKETS] == [bar.count[b] for b in BUCKETS]


def test_counts_by_ministry_add_up_to_the_last_row_where_no_number_is_split_between_ministries() -> None:
    together = status_report(
        replace(DATA, rows=tuple(replace(r, part="", number=f"1.{r.id}") for r in DATA.rows))
    )
    counts = table(together, "ministries", "ministry_counts")
    for key in (*BUCKETS, "total", "drafts"):
        assert total(counts, key) == sum(column(counts, key))
    assert not any(isinstance(b, Prose) for b in section(together, "ministries").blocks)


def test_a_number_split_between_ministries_is_explained() -> None:
    counts = table(REPORT, "ministries", "ministry_counts")
    assert sum(column(counts, "total")) == total(counts, "total") + 1
    assert any(
        "different lead ministries" in b.text
        for b in section(REPORT, "ministries").blocks
        if isinstance(b, Prose)
    )


def test_no_lead_ministry_comes_last() -> None:
    assert column(table(REPORT, "ministries", "ministry_counts"), "ministry")[-1] == "No lead ministry"


def test_every_recommendation_stands_once_under_its_ministry_and_as_often_as_counted() -> None:
    found: Counter[str] = Counter()
    heading = ""
    for block in section(REPORT, "ministries").blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table) and block.key == "ministry":
            found.update(column(block, "number"))
            assert all(
                (row.lead or "No lead ministry") == heading
                for row in DATA.rows
                if row.label in column(block, "number")
            )
    assert set(found.values()) == {1}
    assert set(found) == {row.label for row in DATA.rows if row.kind == "recommendation"}


def test_each_recommendation_is_in_the_full_table_once_in_the_order_of_the_list() -> None:
    full = table(REPORT, "recommendations", "recommendations")
    assert column(full, "number") == [row.label for row in DATA.rows if row.kind == "recommendation"]
    assert column(full, "text") == [row.text for row in DATA.rows if row.kind == "recommendation"]


def test_themes_are_banners_in_the_order_of_the_list() -> None:
    full = table(REPORT, "recommendations", "recommendations")
    headings = [group.heading for group in full.groups]
    assert headings == list(dict.fromkeys(row.heading for row in DATA.rows if row.kind == "recommendation"))


def test_pledges_are_printed_apart_and_are_in_no_figure() -> None:
    assert column(table(REPORT, "recommendations", "voluntary_pledge"), "number") == ["P.1"]
    without = status_report(replace(DATA, rows=tuple(r for r in DATA.rows if r.kind == "recommendation")))
    assert section(without, "summary") == section(REPORT, "summary")
    assert section(without, "ministries") == section(REPORT, "ministries")
    assert not any(isinstance(b, Heading) for b in section(without, "recommendations").blocks)


def test_the_coverage_table_has_every_paragraph_addressed_to_states_and_the_linked_others() -> None:
    names = column(table(REPORT, "paragraphs", "coverage"), "paragraph")
    labels = [p.label for p in DATA.text_version.paragraphs if p.addressees == "states"]
    assert len(labels) == 27
    assert len(names) == 28
    assert all(name.startswith(f"{label} ") for name, label in zip(names, labels, strict=False))
    assert names[-1] == "22 NHRIs"


def test_gaps_are_the_paragraphs_without_recommendation_and_never_a_chapeau() -> None:
    coverage = table(REPORT, "paragraphs", "coverage")
    linked = {label for row in DATA.rows for label in row.paragraph_labels}
    gaps = dict(zip(column(coverage, "paragraph"), column(coverage, "gap"), strict=True))
    for paragraph in DATA.text_version.paragraphs:
        if paragraph.is_gap_unit:
            is_gap = gaps[f"{paragraph.label} {paragraph.short}"] == "No recommendation"
            assert is_gap == (paragraph.label not in linked)
    assert gaps["10 safe and enabling environment"] == gaps["18 what paragraph 18 asks for"] == ""


def test_a_paragraph_with_nothing_beyond_planned_is_a_gap_of_its_own_kind() -> None:
    planned = tuple(replace(r, official=Status.PLANNED) for r in DATA.rows)
    report = status_report(replace(DATA, rows=planned))
    coverage = table(report, "paragraphs", "coverage")
    gaps = dict(zip(column(coverage, "paragraph"), column(coverage, "gap"), strict=True))
    assert gaps["2 rights and safety of defenders"] == "None beyond planned"
    assert any(
        b.text.startswith("None beyond planned: 2 rights")
        for b in section(report, "paragraphs").blocks
        if isinstance(b, Prose)
    )


def test_a_chapeau_shows_the_sum_of_its_letters_beside_its_own() -> None:
    coverage = table(REPORT, "paragraphs", "coverage")
    letters = dict(zip(column(coverage, "paragraph"), column(coverage, "letters"), strict=True))
    below = {r.id for r in DATA.rows if any(label.startswith("10 (") for label in r.paragraph_labels)}
    assert letters["10 safe and enabling environment"] == len(below)
    assert letters["12 consultation and focal points"] is None


def test_each_paragraph_has_its_text_and_its_recommendations() -> None:
    found = section(REPORT, "paragraphs").blocks
    start = next(i for i, b in enumerate(found) if isinstance(b, Heading) and b.text.startswith("10 (d)"))
    heading, quotation, listed = found[start : start + 3]
    assert isinstance(heading, Heading)
    assert isinstance(quotation, Quotation)
    assert isinstance(listed, Table)
    assert quotation.text == next(p.text for p in DATA.text_version.paragraphs if p.label == "10 (d)")
    assert column(listed, "number") == [r.label for r in DATA.rows if "10 (d)" in r.paragraph_labels]
    assert heading.note == f"{len(column(listed, 'number'))} recommendations"


def test_paragraphs_not_addressed_to_states_stand_apart() -> None:
    headings = [b.text for b in section(REPORT, "paragraphs").blocks if isinstance(b, Heading)]
    assert headings.index("22 NHRIs") > headings.index("Paragraphs not addressed to States")
    assert not any(text.startswith("23 ") for text in headings)


def test_the_summary_charts_and_the_tables_show_the_same_figures() -> None:
    ministries, paragraphs = blocks(REPORT, StatusBars)
    for bars, of, name in (
        (ministries, table(REPORT, "ministries", "ministry_counts"), "ministry"),
        (paragraphs, table(REPORT, "paragraphs", "coverage"), "paragraph"),
    ):
        printed = dict(
            zip(column(of, name), zip(*(column(of, b) for b in BUCKETS), strict=True), strict=True)
        )
        for words, count in bars.bars:
            assert printed[words] == tuple(count[b] for b in BUCKETS)


def test_what_needs_a_decision_begins_with_the_longest_overdue() -> None:
    _changed, waiting = blocks(REPORT, BriefList)
    overdue = sorted((r for r in DATA.rows if r.overdue), key=lambda r: r.due_on or date.max)
    assert waiting.rows[0][0] == overdue[0].label
    assert "Overdue since 14 October 2026" in waiting.rows[0][1]


def test_changes_since_the_snapshot_and_their_absence() -> None:
    changed, _waiting = blocks(REPORT, BriefList)
    assert changed.title == "Changed since the snapshot “mid-term”"
    assert changed.note == f"{len(DATA.changed)} of 59"
    assert changed.rows[0][:1] == ("140.1",)
    assert changed.rows[0][1].startswith("Planned, now in progress: ")
    (without, _) = blocks(status_report(replace(DATA, changed_since="", changed=())), BriefList)
    assert without.rows == ()
    assert "no snapshot" in without.empty


def test_drafts_are_not_shown_to_the_public_and_are_marked_for_the_government() -> None:
    drafted = next(r for r in DATA.rows if r.has_draft)
    for audience, words in ((Confidentiality.PUBLIC, ""), (Confidentiality.GOVERNMENT, "draft: Continuous")):
        full = table(status_report(replace(DATA, audience=audience)), "recommendations", "recommendations")
        value = dict(zip(column(full, "number"), column(full, "status"), strict=True))[drafted.label]
        assert value == StatusValue(drafted.bucket, words)
        assert "A draft comment." not in repr(full)


def test_how_a_recommendation_reads() -> None:
    row = recommendation(
        1, supporting=("Ministry of Finance",), already_implemented=True, official=Status.IN_PROGRESS
    )
    data = report_data(rows=1)
    full = table(status_report(replace(data, rows=(row,))), "recommendations", "recommendations")
    (cells,) = full.rows()
    said = dict(zip([c.key for c in full.columns], cells, strict=True))
    assert said["states"] == "Kenya"
    assert said["position"] == "Supported, already implemented"
    assert said["lead"] == Involved("Ministry of the Interior", ("Ministry of Finance",))
    assert str(said["lead"]) == "Ministry of the Interior (Ministry of Finance)"
    assert said["paragraphs"] == "2, 5"


def test_the_comment_says_what_is_overdue_disputed_and_done() -> None:
    full = table(REPORT, "recommendations", "recommendations")
    comments = dict(zip(column(full, "number"), column(full, "comment"), strict=True))
    overdue_and_disputed = next(r for r in DATA.rows if r.overdue and r.disputed)
    assert comments[overdue_and_disputed.label].startswith(
        "Overdue.\nDisputed: the NHRI's assessment is “Not implemented”."
    )
    assert "20 November 2026, Ministry of Foreign Affairs: Two consultations" in comments["140.2b"]


def test_rows_of_two_reviews_are_told_apart_and_never_share_a_banner() -> None:
    older = recommendation(
        99, cycle=3, session=34, document_id=2, document_symbol="A/HRC/44/00", heading=DATA.rows[0].heading
    )
    info = replace(
        DATA.info,
        documents=(*DATA.info.documents, DocumentInfo(2, "UPR", "A/HRC/44/00", "Report", 3, 34, "")),
    )
    rows = (older, *DATA.rows)
    both = replace(DATA, info=info, rows=rows, details={**DATA.details, 99: DATA.details[1]})
    full = table(status_report(both), "recommendations", "recommendations")
    assert column(full, "review")[:2] == ["Cycle 3", "Cycle 4"]
    assert full.groups[0].heading == full.groups[1].heading
    assert len(full.groups[0].rows) == 1
    assert sum(c.share for c in full.columns) == pytest.approx(1)
    assert "cycle 3, session 34" in status_report(both).meta


def test_the_method_explains_every_status_and_counts_what_is_withheld() -> None:
    assert [v.bucket for v in column(table(REPORT, "method", "scale"), "status")] == list(BUCKETS)
    sources = table(REPORT, "method", "sources")
    facts = dict(zip(column(sources, "fact"), column(sources, "value"), strict=True))
    assert facts["Withheld"] == "6 items withheld: annotations 5, evidence 1, progress entries 0"
    assert facts["Source"] == "cycle 4, session 49: A/HRC/00/00 and Add.1"
    assert "draft text" in str(facts["Resolution"])
    nothing = status_report(replace(DATA, withheld=WithheldCount()))
    assert "for the public; nothing withheld" in nothing.meta


def test_an_empty_dossier_makes_a_report_that_says_so() -> None:
    report = status_report(empty_data())
    assert key_figures(report)["recommendations received"] == 0
    assert table(report, "recommendations", "recommendations").empty


def empty_data() -> ReportData:
    return replace(DATA, rows=(), details={}, changed=(), changed_since="")
