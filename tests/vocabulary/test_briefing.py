"""The pack's data: sheets, voices, criticism, reasons, and what is missing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.exporters.factory import details, recommendation, report_data
from uprtracker.i18n import speaking
from uprtracker.vocabulary.briefing import Briefing, briefing
from uprtracker.vocabulary.briefing_missing import missing
from uprtracker.vocabulary.briefing_sheet import Sheet
from uprtracker.vocabulary.briefing_text import (
    AdvanceQuestion,
    BriefingTexts,
    ConfirmedPair,
    Field,
    SheetChoice,
    Subject,
    TextKey,
    paragraph_key,
)
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.read_model import (
    Annotation,
    AssessmentEntry,
    Evidence,
    Measure,
    PositionEntry,
    ProgressEntry,
    Recommendation,
    RecommendationDetails,
    StatusEntry,
)
from uprtracker.vocabulary.status import Assessment, Status

AT = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
CLEAN: dict[str, Any] = {"assessment": None, "assessment_on": None, "annotation_count": 0}


def row(index: int, **changes: Any) -> Recommendation:
    return recommendation(index, **({"position": Position.SUPPORTED, **CLEAN} | changes))


def bare(each: Recommendation, **parts: Any) -> RecommendationDetails:
    empty = {"positions": (), "statuses": (), "assessments": (), "progress": (), "annotations": ()}
    return replace(details(each), **(empty | parts))


def pack(
    *rows: Recommendation,
    texts: BriefingTexts | None = None,
    previous: tuple[Recommendation, ...] = (),
    parts: dict[int, dict[str, Any]] | None = None,
) -> Briefing:
    given = parts or {}
    return briefing(
        replace(
            report_data(1),
            rows=rows,
            details={r.id: bare(r, **given.get(r.id, {})) for r in rows},
            briefing=texts or BriefingTexts(),
            previous=previous,
        )
    )


def titles(made: Briefing) -> dict[str, list[str]]:
    return {sheet.title: [r.label for r in sheet.rows] for sheet in made.sheets}


def test_sheets_are_by_cluster_where_there_are_clusters_and_the_rest_by_heading() -> None:
    made = pack(
        row(1, clusters=("Justice", "Defenders")),
        row(2, clusters=("Justice",)),
        row(3, clusters=(), heading="Right to education"),
        row(4, clusters=(), heading="Justice"),
    )
    assert titles(made) == {
        "Defenders": ["140.1"],
        "Justice": ["140.1", "140.2", "140.4"],
        "Right to education": ["140.3"],
    }


def test_sheets_are_by_paragraph_in_the_order_of_the_text_where_there_are_no_clusters() -> None:
    linked = {i: recommendation(i).paragraphs for i in range(1, 40)}
    two, ten_d = (
        next(p for links in linked.values() for p in links if p.label == label) for label in ("2", "10 (d)")
    )
    made = pack(
        row(1, paragraphs=(replace(two, short="rights of defenders"), ten_d)),
        row(2, paragraphs=(ten_d,)),
        row(3, paragraphs=(), heading="Right to education"),
    )
    assert titles(made) == {
        "Paragraph 2: rights of defenders": ["140.1"],
        "Paragraph 10 (d)": ["140.1", "140.2"],
        "Right to education": ["140.3"],
    }
    assert made.sheets[0].key == paragraph_key("hrd-2015", "as-supplied", "2") == "hrd-2015@as-supplied 2"


def test_only_grouped_recommendations_have_a_sheet_if_so_chosen() -> None:
    made = pack(row(1, clusters=("Justice",)), row(2), texts=BriefingTexts(sheets=SheetChoice.GROUPED))
    assert titles(made) == {"Justice": ["140.1"]}


def test_pledges_and_other_cycles_have_no_sheet() -> None:
    made = pack(
        row(1, clusters=("Justice",)),
        row(2, clusters=("Justice",), kind="voluntary_pledge"),
        row(3, clusters=("Justice",), cycle=3),
        row(4, clusters=("Justice",), cycle=None),
    )
    assert (made.cycle, titles(made)) == (4, {"Justice": ["140.4", "140.1"]})


def sheet_with(**parts: Any) -> Sheet:
    return pack(row(1, clusters=("Justice",)), parts={1: parts}).sheets[0]


def progress(on: date, text: str, level: Confidentiality = Confidentiality.PUBLIC) -> ProgressEntry:
    return ProgressEntry(1, on, "Ministry of Justice", text, level)


def test_the_three_latest_facts_are_dated_and_newest_first() -> None:
    status = StatusEntry(
        1,
        Status.PLANNED,
        "the bill is drafted",
        date(2026, 3, 1),
        AT,
        "Secretariat",
        Profile.SECRETARIAT,
        True,
        "",
    )
    made = sheet_with(
        progress=(progress(date(2026, 5, 1), "newest"), progress(date(2020, 1, 1), "too old")),
        statuses=(status,),
        measures=(
            Measure("Law on defenders", "Ministry of Justice", date(2026, 4, 1), None, "in_progress"),
            Measure("Begins later", "Ministry of Justice", date(2027, 4, 1), None, "planned"),
        ),
    )
    assert [(fact.on.isoformat(), fact.text) for fact in made.facts] == [
        ("2026-05-01", "newest"),
        ("2026-04-01", "Measure begun: Law on defenders (In progress)"),
        ("2026-03-01", "Planned: the bill is drafted"),
    ]


def test_a_fact_entered_for_several_numbers_stands_once_and_numbers_take_turns() -> None:
    many = progress(date(2026, 5, 1), "one law for both")
    made = pack(
        *(row(i, clusters=("Justice",)) for i in (1, 2, 3, 4)),
        parts={
            1: {"progress": (many, progress(date(2026, 4, 30), "second of 140.1"))},
            2: {"progress": (many,)},
            3: {"progress": (progress(date(2026, 1, 2), "of 140.3"),)},
            4: {"progress": (progress(date(2026, 1, 1), "of 140.4"),)},
        },
    ).sheets[0]
    assert [(fact.labels, fact.text) for fact in made.facts] == [
        (("140.1", "140.2"), "one law for both"),
        (("140.3",), "of 140.3"),
        (("140.4",), "of 140.4"),
    ]


def test_restricted_matter_is_apart_from_facts_and_sources() -> None:
    secret = Confidentiality.RESTRICTED
    made = sheet_with(
        progress=(progress(date(2026, 5, 1), "restricted progress", secret),),
        evidence=(
            Evidence(1, "Inspection report", "", "p. 3", "restricted quotation", "", "", secret),
            Evidence(2, "Law on defenders", "OG 1/26", "article 3", "", "", "", Confidentiality.PUBLIC),
        ),
        annotations=(Annotation(1, "t", "Head", "Police", AT, "restricted note", "open", secret),),
    )
    assert made.facts == ()
    assert made.sources == ("A/HRC/00/00/Add.1", "Law on defenders, OG 1/26, article 3")
    assert {(item.kind, item.text) for item in made.restricted} == {
        ("Annotation", "restricted note"),
        ("Progress", "restricted progress"),
        ("Evidence", "Inspection report, p. 3\nrestricted quotation"),
    }


def test_texts_belong_to_their_sheet() -> None:
    texts = BriefingTexts(
        texts={
            TextKey(Subject.CLUSTER, "Justice", Field.SPEAKER): "Minister of Justice",
            TextKey(Subject.CLUSTER, "Justice", Field.SUGGESTED_REPLY): "We adopted the law.",
            TextKey(Subject.CLUSTER, "Other", Field.SPEAKER): "Somebody else",
            TextKey(Subject.DOSSIER, "", Field.KEY_MESSAGES): "Three laws.",
        }
    )
    made = pack(row(1, clusters=("Justice",)), texts=texts)
    assert (made.sheets[0].speaker, made.sheets[0].reply) == ("Minister of Justice", "We adopted the law.")
    assert (made.own(Field.KEY_MESSAGES), made.own(Field.RUNNING_ORDER)) == ("Three laws.", "")


def test_what_became_of_the_cycle_before_by_confirmed_pairs() -> None:
    earlier = (
        row(101, cycle=3, recommending_states=("FRA",)),
        row(102, cycle=3, recommending_states=("KEN",)),
    )
    texts = BriefingTexts(pairs=(ConfirmedPair(101, 1, "strengthened"), ConfirmedPair(102, 99, "repeated")))
    made = pack(row(1, recommending_states=("FRA",)), texts=texts, previous=earlier)
    assert made.scorecard.cycle == 3
    assert [(b.row.id, [(r.label, kind) for r, kind in b.taken_up]) for b in made.scorecard.rows] == [
        (101, [("140.1", "strengthened")]),
        (102, []),
    ]
    assert [(v.name, len(v.before), len(v.now)) for v in made.voices] == [("France", 1, 1), ("Kenya", 1, 0)]


def test_without_an_earlier_cycle_the_scorecard_is_empty() -> None:
    assert pack(row(1)).scorecard.cycle is None
    assert pack(row(1)).scorecard.rows == ()


def test_states_stand_in_the_order_of_their_names_in_the_language_of_the_pack() -> None:
    made = [row(1, recommending_states=("DEU", "ESP", "AUT"))]
    assert [v.name for v in pack(*made).voices] == ["Austria", "Germany", "Spain"]
    with speaking("fr"):
        assert [v.name for v in pack(*made).voices] == ["Allemagne", "Autriche", "Espagne"]


def question(id_: int, iso3: str, printed: str, answer: str = "") -> AdvanceQuestion:
    return AdvanceQuestion(id_, iso3, printed, "1", id_, f"Question {id_}?", answer)


def test_a_state_that_only_asks_has_a_voice_and_an_unknown_one_has_none() -> None:
    texts = BriefingTexts(questions=(question(1, "ESP", "SPAIN"), question(2, "", "ATLANTIS")))
    made = pack(row(1, recommending_states=("FRA",)), texts=texts)
    assert [(v.iso3, len(v.questions)) for v in made.voices] == [("FRA", 0), ("ESP", 1)]
    assert [lack.where for lack in missing(made) if lack.question_id] == [
        "Spain, question 1",
        "ATLANTIS, question 2",
    ]


@pytest.mark.parametrize(
    ("assessment", "official", "expected"),
    [
        (Assessment.NOT_IMPLEMENTED, None, True),
        (Assessment.PARTIALLY_IMPLEMENTED, Status.IN_PROGRESS, True),
        (Assessment.CONTRARY_MEASURES, None, True),
        (Assessment.NO_INFORMATION, Status.PLANNED, False),
        (Assessment.FULLY_IMPLEMENTED, Status.FULLY_IMPLEMENTED, False),
        (Assessment.FULLY_IMPLEMENTED, Status.IN_PROGRESS, True),
    ],
)
def test_criticism_is_what_is_less_than_implemented_or_disputed(
    assessment: Assessment, official: Status | None, expected: bool
) -> None:
    each = row(1, assessment=assessment, official=official)
    entry = AssessmentEntry(assessment, date(2026, 5, 3), "Ombudsperson", "", "")
    assert bool(pack(each, parts={1: {"assessments": (entry,)}}).criticism) is expected


def test_notes_of_the_nhri_are_criticism_unless_they_are_restricted() -> None:
    def note(institution: str, level: Confidentiality) -> Annotation:
        return Annotation(1, "t", "Reviewer", institution, AT, f"{institution} {level}", "open", level)

    notes = (
        note("Ombudsperson", Confidentiality.PUBLIC),
        note("Ombudsperson", Confidentiality.GOVERNMENT),
        note("Ombudsperson", Confidentiality.RESTRICTED),
        note("Ministry of Justice", Confidentiality.PUBLIC),
    )
    texts = BriefingTexts(nhri=frozenset({"Ombudsperson"}))
    (only,) = pack(row(1), texts=texts, parts={1: {"annotations": notes}}).criticism
    assert [n.text for n in only.notes] == ["Ombudsperson public", "Ombudsperson government"]


def test_a_reason_comes_from_the_source_or_from_the_delegation() -> None:
    rows = [row(i, position=Position.NOTED, clusters=("Justice",)) for i in (1, 2, 3)]
    explained = PositionEntry(Position.NOTED, "Noted", False, None, "", "It is against the constitution.")
    own = {TextKey(Subject.RECOMMENDATION, rows[1].uid, Field.SUGGESTED_REPLY): "We examine it."}
    made = pack(*rows, texts=BriefingTexts(texts=own), parts={1: {"positions": (explained,)}})
    assert [each.given for each in made.noted] == [True, True, False]
    reasons = [lack for lack in missing(made) if lack.what == "Noted without reason"]
    assert [(lack.where, lack.key) for lack in reasons] == [
        ("140.3", TextKey(Subject.RECOMMENDATION, rows[2].uid, Field.SUGGESTED_REPLY))
    ]


def test_everything_that_a_pack_can_lack_is_named_with_its_place() -> None:
    entry = AssessmentEntry(Assessment.NOT_IMPLEMENTED, date(2026, 5, 3), "Ombudsperson", "", "")
    texts = BriefingTexts(
        texts={TextKey(Subject.CLUSTER, "Justice", Field.SUGGESTED_REPLY): "word " * 150},
        questions=(question(7, "ESP", "SPAIN"), question(8, "ESP", "SPAIN", "An answer.")),
    )
    made = pack(
        row(1, clusters=("Justice",), assessment=Assessment.NOT_IMPLEMENTED),
        row(2, clusters=("Work",)),
        texts=texts,
        parts={1: {"assessments": (entry,)}},
    )
    assert [(lack.what, lack.where) for lack in missing(made)] == [
        ("No head of delegation", "Whole pack"),
        ("No running order", "Whole pack"),
        ("No key messages", "Whole pack"),
        ("No speaker", "Justice"),
        ("Reply longer than a minute: 69 seconds", "Justice"),
        ("No speaker", "Work"),
        ("No suggested reply", "Work"),
        ("Question without answer", "Spain, question 7"),
        ("Criticism without reply", "140.1"),
    ]


def test_data_loaded_without_the_briefing_makes_a_pack_without_texts() -> None:
    made = briefing(report_data(5))
    assert made.texts == BriefingTexts()
    assert len(made.rows) == 5
