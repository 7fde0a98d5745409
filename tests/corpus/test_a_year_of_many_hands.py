"""The whole year of one review: three ministries, the NHRI and a colleague answer 254 real recommendations, and it adds up."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.services.workbook_filling import fill, hand_out
from uprtracker.services.dossier import Dossier, create_dossier, open_dossier
from uprtracker.services.merge_plan import Kind
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.figures import count_statuses
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]
MINISTRIES = ("Ministry of Justice", "Ministry of Health", "Ministry of the Interior")
SECRETARIAT = Actor(Profile.SECRETARIAT, "Legal adviser")
NHRI = Actor(Profile.NHRI, "Reviewer", "Ombudsman")
DEPUTY = Actor(Profile.VALIDATOR, "Deputy", "")


def test_nothing_lost_nothing_overwritten_nothing_twice(tmp_path: Path) -> None:
    place = tmp_path / "slovenia.uprt"
    with create_dossier(str(place), "Slovenia", SECRETARIAT) as home:
        home.importing.apply(
            home.importing.plan(Path(CORPUS or "") / "slovenia-cycle4" / "thematic-list.docx")
        )
        ids = [row.id for row in home.query.rows()]
        numbers = [row.label for row in home.query.rows()]
        assert len(ids) == 254
        for n, ministry in enumerate(MINISTRIES):
            home.tracking.assign_lead(ids[n::3], ministry)
        # the first is led by Justice and supported by Health: both will write into its cell
        home.tracking.set_supporting(ids[:1], [MINISTRIES[1]])

        books = [hand_out(home, ministry, tmp_path / f"{n}.xlsx") for n, ministry in enumerate(MINISTRIES)]
        package = home.packaging.package_for_nhri(tmp_path / "nhri.uprt").path
        mission = home.packaging.check_out(tmp_path / "mission.uprt")

        for n, book in enumerate(books):
            fill(
                book,
                {
                    number: {"status": "In progress", "progress": f"Reported by {n}."}
                    for number in numbers[n::3]
                },
            )
        fill(books[1], {numbers[0]: {"status": "Planned", "comment": "we only plan"}})
        with open_dossier(str(package), NHRI) as nhri:
            theirs = [row.id for row in nhri.query.rows()]
            nhri.annotating.assess(theirs[::2], Assessment.NOT_IMPLEMENTED, comment="No change was seen.")
            nhri.annotating.annotate(theirs[:5], "Which law?", confidentiality=Confidentiality.PUBLIC)
            back = nhri.packaging.package_for_secretariat(tmp_path / "back.uprt").path
        with open_dossier(str(mission), DEPUTY) as away:
            away.work.add_progress([row.id for row in away.query.rows()][:3], "Told in Geneva.")

        conflicts = [_merge(home, path) for path in (*books, back, mission)]
        assert conflicts == [0, 2, 0, 0, 0]
        assert [_merge(home, path) for path in (mission, back, books[2], books[0])] == [0, 0, 0, 0]
        waiting = count_statuses(home.query.rows())
        assert (waiting.counts.get(Status.IN_PROGRESS.value, 0), waiting.drafts) == (0, 254)
        home.tracking.validate(ids)

        rows = home.query.rows()
        counted = count_statuses(rows)
        assert (counted.counts[Status.IN_PROGRESS.value], sum(counted.counts.values()), counted.drafts) == (
            254,
            254,
            0,
        )
        assert Counter(row.assessment for row in rows) == {Assessment.NOT_IMPLEMENTED: 127, None: 127}
        assert sum(row.disputed for row in rows) == 127
        told = Counter(p.text for row in rows for p in home.query.details(row.id).progress)  # type: ignore[union-attr]
        assert [told[f"Reported by {n}."] for n in range(3)] == [len(ids[n::3]) for n in range(3)]
        assert told["Told in Geneva."] == 3
        assert home.checking.check().ok


def _merge(home: Dossier, path: Path) -> int:
    """Merge without deciding conflicts; gives how many there are."""
    plan = home.merging.plan(path)
    change = home.merging.apply(plan)
    assert change.refused == ()
    again = home.merging.plan(path)
    assert not home.merging.apply(again).changed
    return len(plan.of_kind(Kind.CONFLICT))
