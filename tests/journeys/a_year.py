"""One year of a dossier, played by the command line: out to three ministries and the NHRI, back, confirmed, reported.

`Ledger` is kept by the play itself: what everybody said, never read back from the program.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import uprtracker
from tests.services.workbook_filling import fill, offered
from uprtracker.cli import main
from uprtracker.vocabulary.status import Status

JUSTICE, HEALTH, INTERIOR = "Ministry of Justice", "Ministry of Health", "Ministry of the Interior"
MINISTRIES = {JUSTICE: "fr", HEALTH: "ar", INTERIOR: "en"}
"""Who answers, and the language of its workbook."""

NHRI = {"profile": "nhri", "institution": "Human Rights Ombudsman", "by": "Reviewer"}
AUTHORITY = ("--profile", "validator", "--by", "State Secretary")
PARAGRAPHS = ("10 (d)", "2", "13")
Run = Callable[..., tuple[int, str, str]]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs words as the command line does; gives exit status, standard output, standard error."""

    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return status, out, err

    return call


@dataclass
class Ledger:
    """What was said in the year: of each number the status and who leads; what the NHRI said; what waits."""

    lead: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    comment: dict[str, str] = field(default_factory=dict)
    progress: dict[str, str] = field(default_factory=dict)
    paragraph: dict[str, str] = field(default_factory=dict)
    assessed: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)

    def official(self, number: str) -> str:
        said = self.said.get(number)
        return said if said and number not in self.drafts else "Not reported"

    def counts(self, numbers: Sequence[str] | None = None) -> Counter[str]:
        return Counter(map(self.official, self.lead if numbers is None else numbers))


class Year:
    """The play, one method for each of its acts; they are called in the order in which they stand here."""

    def __init__(self, run: Run, dossier: Path, folder: Path) -> None:
        self.run, self.dossier, self.folder = run, dossier, folder
        self.ledger = Ledger()
        self.numbers = [row["number"] + row["part"] for row in self.listed()]
        self.of = {ministry: self.numbers[n::3] for n, ministry in enumerate(MINISTRIES)}
        self.shared, self.not_theirs = self.of[JUSTICE][0], self.of[JUSTICE][-1]
        self.books = {ministry: folder / f"{ministry.split()[-1].lower()}.xlsx" for ministry in MINISTRIES}
        self.back = folder / "back.uprt"

    def do(self, *words: object, status: int = 0) -> str:
        """Run a command that must end with `status`; gives its standard output."""
        ended, out, err = self.run(*words)
        assert ended == status, (words[0], err)
        return out

    def listed(self, *filters: object) -> list[dict[str, Any]]:
        return json.loads(self.do("list", self.dossier, "--json", *filters))  # type: ignore[no-any-return]

    def merge(self, *files: Path, status: int = 0, prefer: str = "ask") -> list[dict[str, Any]]:
        out = self.do("merge", *files, "--into", self.dossier, "--prefer", prefer, "--json", status=status)
        result = json.loads(out)
        return result if isinstance(result, list) else [result]

    def plan(self) -> None:
        """The secretariat assigns, links and freezes."""
        for n, (ministry, numbers) in enumerate(self.of.items()):
            label = PARAGRAPHS[n]
            self.do("set", self.dossier, *numbers, "--lead", ministry, "--due", "2027-06-30", "--link", label)
            self.ledger.lead |= dict.fromkeys(numbers, ministry)
            self.ledger.paragraph |= dict.fromkeys(numbers, label)
        self.do("set", self.dossier, self.shared, "--supporting", HEALTH)
        self.do("snapshot", self.dossier, "start of the year")

    def send_out(self) -> None:
        for ministry, language in MINISTRIES.items():
            target = self.books[ministry]
            self.do("workbook", self.dossier, "--ministry", ministry, "--to", target, "--language", language)
        self.do("package", self.dossier, "--for", "nhri", "--to", self.folder / "nhri.uprt")

    def answer(self) -> None:
        """The ministries write what they read in the drop-downs of their own language."""
        words = {
            ministry: dict(zip(Status, offered(self.books[ministry]), strict=True)) for ministry in MINISTRIES
        }
        for number in self.of[JUSTICE][:-1]:
            self._say(number, "In progress", f"Bill on {number}", f"Justice worked on {number}.")
        for number in self.of[HEALTH]:
            self._say(number, "Planned", f"Plan for {number}")
        for number in self.of[INTERIOR]:
            self._say(number, "Fully implemented", f"Decree on {number}")
        for ministry, numbers in self.of.items():
            fill(self.books[ministry], {number: self._cells(number, words[ministry]) for number in numbers})
        fill(self.books[JUSTICE], {self.not_theirs: {"not_ours": HEALTH}})
        told = {"status": words[HEALTH][Status.CONTINUOUS], "comment": "It never ends."}
        fill(self.books[HEALTH], {self.shared: told})
        # an answer that cannot be used: this status needs its reason
        fill(self.books[INTERIOR], {self.of[INTERIOR][0]: {"comment": ""}})

    def review(self) -> None:
        """The NHRI assesses every second recommendation in its own copy and sends a package back."""
        half = self.numbers[::2]
        with uprtracker.open_dossier(self.folder / "nhri.uprt", **NHRI) as own:  # type: ignore[arg-type]
            own.annotate(
                *half, text="No change was seen.", assessment="not implemented", confidentiality="public"
            )
            own.annotate(self.numbers[0], text="What only we know.", confidentiality="restricted")
            own.package("secretariat", self.back)
        self.ledger.assessed |= set(half)

    def take_in(self) -> None:
        """Everything comes back at once; what two said of one cell waits, is shown, and is then chosen."""
        first, second, third, theirs = self.merge(*self.books.values(), self.back, status=1)
        assert [(c["number"], c["field"], c["theirs"]) for c in second["conflicts"]] == [
            (self.shared, "status", "Continuous"),
            (self.shared, "comment", "It never ends."),
        ]
        assert second["conflicts"][0]["base"] is None
        assert second["conflicts"][0]["ours"] == "In progress"
        assert [r["conflicts"] for r in (first, third, theirs)] == [[], [], []]
        assert [r["in_doubt"] for r in (first, second, third, theirs)] == [0, 0, 1, 0]
        assert [r["read"] for r in (first, second, third)] == [
            len(self.of[JUSTICE]), len(self.of[HEALTH]) + 1, len(self.of[INTERIOR])
        ]  # fmt: skip
        assert self.merge(self.books[HEALTH], prefer="theirs")[0]["applied"] == 2
        self.ledger.said[self.shared], self.ledger.comment[self.shared] = "Continuous", "It never ends."
        fill(self.books[INTERIOR], {self.of[INTERIOR][0]: {"comment": f"Decree on {self.of[INTERIOR][0]}"}})
        assert self.merge(self.books[INTERIOR])[0]["applied"] == 2
        self.ledger.drafts = set(self.ledger.said)
        again = self.merge(self.back, *reversed(self.books.values()), status=0)
        assert [r["applied"] for r in again] == [0, 0, 0, 0]

    def reassign(self) -> None:
        """The secretariat decides what Justice said is not its own; Health then answers by another workbook."""
        with uprtracker.open_dossier(self.dossier) as home:
            (request,) = home.dossier.reassigning.waiting()
            assert (request.row.label, request.institution, request.proposed) == (
                self.not_theirs, JUSTICE, HEALTH
            )  # fmt: skip
            home.dossier.reassigning.accept([request.id])
            assert home.dossier.reassigning.waiting() == ()
        self.ledger.lead[self.not_theirs] = HEALTH
        newer = self.folder / "health again.xlsx"
        self.do("workbook", self.dossier, "--ministry", HEALTH, "--to", newer, "--language", "ru")
        words = dict(zip(Status, offered(newer), strict=True))
        fill(newer, {self.not_theirs: {"status": words[Status.NOT_STARTED]}})
        assert self.merge(newer)[0]["applied"] == 1
        self.ledger.said[self.not_theirs] = "Not started"
        self.ledger.drafts.add(self.not_theirs)

    def confirm(self) -> None:
        """The authority confirms all but two; the secretariat keeps notes of its own, and freezes."""
        confirmed = sorted(self.ledger.drafts - set(self.of[INTERIOR][-2:]))
        self.do("validate", self.dossier, *confirmed, *AUTHORITY)
        self.ledger.drafts = set(self.of[INTERIOR][-2:])
        self.do("annotate", self.dossier, self.shared, "--text", "Ask Health again.")
        self.do(
            "progress", self.dossier, self.shared, "--text", "Quiet talks.", "--confidentiality", "restricted"
        )
        self.do("snapshot", self.dossier, "end of the year")

    def _say(self, number: str, status: str, comment: str, progress: str = "") -> None:
        self.ledger.said[number], self.ledger.comment[number] = status, comment
        if progress:
            self.ledger.progress[number] = progress

    def _cells(self, number: str, words: dict[Status, str]) -> dict[str, Any]:
        if number not in self.ledger.said:
            return {}
        status = next(status for status in Status if status.label == self.ledger.said[number])
        cells: dict[str, Any] = {"status": words[status], "comment": self.ledger.comment[number]}
        if number in self.ledger.progress:
            cells |= {"progress": self.ledger.progress[number], "progress_on": date(2026, 3, 4)}
        return cells
