"""Report data made by hand, without a dossier: an invented State with all that a report must survive."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from uprtracker.vocabulary import number as numbers
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.dossier_info import DocumentInfo, DossierInfo
from uprtracker.vocabulary.paragraph_label import parse_label
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.read_model import (
    Annotation,
    AssessmentEntry,
    ChangedStatus,
    LinkedParagraph,
    Paragraph,
    PositionEntry,
    ProgressEntry,
    Recommendation,
    RecommendationDetails,
    ReportData,
    StatusEntry,
    TextVersion,
    Theme,
    WithheldCount,
)
from uprtracker.vocabulary.status import Assessment, Status, is_disputed, is_open, is_overdue

AS_OF = date(2026, 11, 23)
SYMBOL = "A/HRC/00/00"
ANNOTATION_CANARY = "canary-annotation-5f0c"
MINISTRIES = (
    "Ministry of Justice",
    "Ministry of the Interior",
    "Ministry of Labour, Family and Social Affairs",
    "Ministry of Foreign Affairs",
    "Ministry of Education",
    "Ministry of Health",
    "",
)
THEMES = (
    "Human rights defenders",
    "Freedom of association and of peaceful assembly",
    "Administration of justice and fair trial",
    "Discrimination against women",
    "Right to education",
)
STATES = (("FRA", "MEX"), ("KEN",), ("NOR", "CRI", "IDN"), ("GBR",), ("VEN", "BOL"), ("USA", "NLD"))

_ASKED = (
    "Adopt a law that recognizes and protects human rights defenders",
    "Review the rules on the registration of associations so that they do not hinder their work",
    "Investigate promptly every report of attacks on journalists and defenders",
    "Extend a standing invitation to the special procedures and answer their letters",
    "Train the police in the management of peaceful assemblies",
)
UNUSUAL_TEXTS = (
    'Remove <b>all</b> & any "obstacles" <font color="red">to</font> the work of <!-- all --> defenders',
    "=1+1",
    "اعتماد قانون لحماية المدافعين عن حقوق الإنسان وضمان حرية تكوين الجمعيات (المادة 12)",
    "通过一项承认并保护人权维护者的法律，并确保结社自由",
    "Принять закон о защите правозащитников и обеспечить свободу объединений",
    "Ensure "
    + ", ".join(f"the {n}th of many measures that one long recommendation may ask for" for n in range(4, 26)),
)
"""Texts of the rows from the fourth on."""

_TO_STATES = (
    *("2", "4", "5", "6", "8", "9", "10a", "10b", "10c", "10d", "10e", "10f", "10g", "10h"),
    *("11", "12", "13", "14", "15", "16", "17", "18a", "18b", "18c", "26"),
)
_SHORT = {
    "2": "rights and safety of defenders",
    "5": "violence and impunity",
    "8": "arbitrary detention and release",
    "9": "economic, social, environmental and land defenders",
    "10": "safe and enabling environment",
    "10a": "no criminalization",
    "10c": "counter-terrorism and security law",
    "10d": "registration and funding of associations",
    "12": "consultation and focal points",
    "13": "women defenders",
    "16": "the Secretary-General's reports",
    "22": "NHRIs",
    "26": "cooperation with the Rapporteur: visits and replies",
}
_OFFICIAL = (
    *(Status.FULLY_IMPLEMENTED, Status.IN_PROGRESS, Status.PARTIALLY_IMPLEMENTED, Status.NOT_STARTED, None),
    *(Status.IN_PROGRESS, Status.PLANNED, Status.CONTINUOUS, Status.FULLY_IMPLEMENTED, Status.IN_PROGRESS),
    *(Status.NOT_BEING_IMPLEMENTED, Status.PARTIALLY_IMPLEMENTED, Status.FULLY_IMPLEMENTED),
)
_LINKED_LABELS = ("2", "5", "10a", "10c", "10d", "12", "26", "18b", "22", "10")


def text_version() -> TextVersion:
    """Forty-nine units with the numbering of the resolution and invented sentences."""
    labels = ["PP 1", "PP 2"]
    for n in range(1, 30):
        labels.append(str(n))
        labels += [f"{n}{letter}" for letter in {10: "abcdefgh", 18: "abc"}.get(n, "")]
    return TextVersion(
        1,
        "hrd-2015",
        "Recognizing the role of human rights defenders and the need for their protection",
        "as-supplied",
        "draft text of the seventieth session, as supplied",
        tuple(_paragraph(i, label) for i, label in enumerate(labels, start=1)),
    )


def _paragraph(id_: int, written: str) -> Paragraph:
    label = parse_label(written)
    to_states = written in _TO_STATES or written in ("10", "18")
    addressees = (
        "states" if to_states else "statement" if written in ("1", "3") or label.preambular else "nhris"
    )
    return Paragraph(
        id=id_,
        label=str(label),
        sort_key=label.sort_key,
        parent=str(label.parent or ""),
        preambular=label.preambular,
        text=f"Calls upon the addressees of paragraph {label} to respect, protect and ensure the rights of "
        "everyone who promotes human rights, individually and in association with others, in law and in "
        "practice, and to report on what they have done to that end;",
        opening="Calls upon",
        addressees=addressees,
        short=_SHORT.get(written, f"what paragraph {label} asks for"),
        is_gap_unit=written in _TO_STATES,
    )


def recommendation(index: int, **changes: Any) -> Recommendation:
    """Row number `index` from 1 on; *disputed*, *overdue* and *open* follow from the rest, changed or not."""
    number = f"140.{index}"
    official = _OFFICIAL[index % len(_OFFICIAL)]
    draft = index % 11 == 5
    states = STATES[index % len(STATES)]
    row = Recommendation(
        id=index,
        uid=f"00000000-0000-4000-8000-{index:012d}",
        number=number,
        part="",
        sort_key=numbers.sort_key(number),
        document_symbol=SYMBOL,
        document_id=1,
        cycle=4,
        session=49,
        mechanism="upr",
        kind="recommendation",
        text=_text(index),
        clauses=(),
        recommending_states=states,
        position=Position.NOTED
        if index % 5 == 2
        else Position.SUPPORTED_NOTED
        if index % 31 == 4
        else Position.SUPPORTED,
        position_as_printed="Supported",
        position_source=f"{SYMBOL}/Add.1",
        already_implemented=index % 17 == 3,
        official=official,
        status=(Status.FULLY_IMPLEMENTED if official is None else Status.CONTINUOUS) if draft else official,
        status_on=AS_OF - timedelta(days=3 * index) if official or draft else None,
        status_validated=not draft,
        status_comment="The bill is before the committee." if index % 3 == 0 else "",
        lead=MINISTRIES[min(index * 5 % 11, index % 7)],
        supporting=("Office of the Prosecutor General", "Ministry of Finance") if index % 6 == 0 else (),
        due_on=AS_OF + timedelta(days=20 * (index % 13) - 60) if index % 4 != 1 else None,
        assessment=Assessment.NOT_IMPLEMENTED if index % 9 == 4 else None,
        assessment_on=date(2026, 5, 3) if index % 9 == 4 else None,
        disputed=False,
        overdue=False,
        open=True,
        themes=(Theme("OHCHR cycle 4", "theme", "A1", THEMES[index * 5 // 61 % len(THEMES)]),),
        clusters=(),
        paragraphs=tuple(_links(index)),
        decided=index % 4 != 3,
        concerns_none=index % 4 == 2,
        annotation_count=1 if index % 7 == 0 else 0,
        last_activity_on=None,
        action_category=None,
        order=index,
        heading=THEMES[index * 5 // 61 % len(THEMES)],
    )
    row = replace(row, **changes)
    return replace(
        row,
        disputed=is_disputed(row.official, row.assessment),
        overdue=is_overdue(row.official, row.due_on, AS_OF),
        open=is_open(row.official),
    )


def _text(index: int) -> str:
    if 4 <= index < 4 + len(UNUSUAL_TEXTS):
        return UNUSUAL_TEXTS[index - 4]
    asked = _ASKED[index % len(_ASKED)]
    return (
        f"{asked}, in consultation with civil society, and report on it before the next review, item {index}"
    )


def _links(index: int) -> list[LinkedParagraph]:
    if index % 4 not in (0, 1):
        return []
    chosen = sorted(
        {_LINKED_LABELS[index % 10], _LINKED_LABELS[index // 4 % 8]}, key=lambda w: parse_label(w).sort_key
    )
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    return [_link(parse_label(written), index, at) for written in chosen]


def _link(label: Any, index: int, at: datetime) -> LinkedParagraph:
    return LinkedParagraph(
        index,
        "hrd-2015",
        "as-supplied",
        str(label),
        label.sort_key,
        "",
        "confirmed",
        "names defenders",
        "Secretariat",
        at,
    )


def details(row: Recommendation) -> RecommendationDetails:
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    statuses = []
    if row.has_draft:
        statuses.append(
            StatusEntry(
                2, row.status, "A draft comment.", AS_OF, at, "Focal point", Profile.MINISTRY, False, ""
            )
        )
    if row.official:
        comment = "The bill is before the committee." if row.status_comment else ""
        statuses.append(
            StatusEntry(
                1, row.official, comment, AS_OF, at, "Secretariat", Profile.SECRETARIAT, True, "Secretariat"
            )
        )
    progress = ProgressEntry(
        1,
        AS_OF - timedelta(days=row.id),
        row.lead or "Secretariat",
        "Two consultations were held with organizations of civil society; a draft was published for comment.",
        Confidentiality.PUBLIC,
    )
    note = Annotation(
        1, "t", "Reviewer", "National Institution", at, ANNOTATION_CANARY, "open", Confidentiality.PUBLIC
    )
    return RecommendationDetails(
        row=row,
        positions=(
            PositionEntry(row.position, row.position_as_printed, False, AS_OF, row.position_source, ""),
        ),
        statuses=tuple(statuses),
        assessments=(AssessmentEntry(row.assessment, AS_OF, "National Institution", "", ""),)
        if row.assessment
        else (),
        progress=(progress,) if row.id % 5 in (0, 3) else (),
        measures=(),
        evidence=(),
        annotations=(note,) if row.annotation_count else (),
        rejected=(),
        history=(),
        withheld=0,
    )


def report_data(rows: int = 60, **changes: Any) -> ReportData:
    """`rows` rows of recommendations, two of them parts of one number, and one voluntary pledge besides."""
    made = [recommendation(i) for i in range(1, rows + 1)]
    if rows >= 3:
        made[1] = replace(made[1], part="a", sort_key=numbers.sort_key("140.2", "a"))
        made[2] = replace(made[2], number="140.2", part="b", sort_key=numbers.sort_key("140.2", "b"))
    pledge = recommendation(
        rows + 1,
        kind="voluntary_pledge",
        number="P.1",
        text="Publish a mid-term report",
        recommending_states=(),
        paragraphs=(),
    )
    all_rows = (*made, pledge)
    data = ReportData(
        info=DossierInfo(
            path="",
            state_iso3="XAR",
            state_name="Arvania",
            sample=True,
            read_only=False,
            cycles=(4,),
            documents=(
                DocumentInfo(1, "UPR", SYMBOL, "Report of the Working Group", 4, 49, f"{SYMBOL}/Add.1"),
            ),
        ),
        text_version=text_version(),
        rows=all_rows,
        details={row.id: details(row) for row in all_rows},
        audience=Confidentiality.PUBLIC,
        as_of=AS_OF,
        filters=(),
        withheld=WithheldCount(annotations=5, evidence=1),
        confirmed_by=("Secretariat",),
        changed_since="mid-term",
        changed=tuple(
            ChangedStatus(row.label, row.text, Status.PLANNED, row.official, row.lead)
            for row in made[::4]
            if row.official is not Status.PLANNED
        ),
    )
    return replace(data, **changes)
