"""The briefing pack as data (DOMAIN.md, 5): what every page says and in which order, for the window and for paper.

What a sheet holds is worked out in `briefing_sheet`, what was said before and will be said in `briefing_voices`, what is
lacking in `briefing_missing`.
"""

from dataclasses import dataclass

from uprtracker.vocabulary.briefing_sheet import Sheet, sheets_of
from uprtracker.vocabulary.briefing_text import AdvanceQuestion, BriefingTexts, Field, Subject
from uprtracker.vocabulary.briefing_voices import (
    Became,
    Criticism,
    NotedReason,
    StateVoice,
    became_of,
    criticism_of,
    noted_of,
    voices_of,
)
from uprtracker.vocabulary.read_model import Recommendation, ReportData, natural_order


@dataclass(frozen=True)
class Scorecard:
    """What became of the cycle before; `cycle` is None where the dossier has no earlier one."""

    cycle: int | None
    rows: tuple[Became, ...]


@dataclass(frozen=True)
class Briefing:
    """All parts of the pack. `cycle` is that of the review at hand, the latest of the rows; `rows` are its own.

    `questions` are in the order in which they came, `voices` by name of State, `noted` and `criticism` by number.
    """

    data: ReportData
    texts: BriefingTexts
    cycle: int | None
    rows: tuple[Recommendation, ...]
    scorecard: Scorecard
    sheets: tuple[Sheet, ...]
    questions: tuple[AdvanceQuestion, ...]
    voices: tuple[StateVoice, ...]
    criticism: tuple[Criticism, ...]
    noted: tuple[NotedReason, ...]

    def own(self, field: Field) -> str:
        """A text about the whole pack: its running order, key messages, head of delegation."""
        return self.texts.text(Subject.DOSSIER, "", field)


def briefing(data: ReportData) -> Briefing:
    """The pack of a report's data that was loaded with its `briefing` and the rows of the cycle before."""
    texts = data.briefing or BriefingTexts()
    cycle = current_cycle(data.rows)
    received = [row for row in data.rows if row.kind == "recommendation"]
    rows = tuple(natural_order([row for row in received if row.cycle in (cycle, None)]))
    became = became_of(data.previous, rows, texts.pairs)
    return Briefing(
        data=data,
        texts=texts,
        cycle=cycle,
        rows=rows,
        scorecard=Scorecard(current_cycle(data.previous), became),
        sheets=sheets_of(rows, data, texts),
        questions=texts.questions,
        voices=voices_of(rows, became, texts.questions),
        criticism=criticism_of(rows, data, texts),
        noted=noted_of(rows, data, texts),
    )


def current_cycle(rows: tuple[Recommendation, ...]) -> int | None:
    """The latest cycle of the rows; None where none of them belongs to a review."""
    return max((row.cycle for row in rows if row.cycle is not None), default=None)
