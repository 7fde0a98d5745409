"""No link, no rejection and no decision without author and date, whatever a person does in whatever order."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from uprtracker.models.instrument import Link, MappingDecision
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.vocabulary.profile import Actor, Profile

NOW = datetime(2026, 11, 24, tzinfo=UTC)
steps = st.lists(
    st.tuples(
        st.sampled_from(["link", "reject", "unlink", "none", "undo"]),
        st.sets(st.integers(0, 4), min_size=1, max_size=3),
        st.sampled_from(["2", "10 (d)", "PP 3", "29"]),
        st.sampled_from([Actor(Profile.SECRETARIAT, "Adviser"), Actor(Profile.VALIDATOR, "")]),
    ),
    max_size=12,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_every_decision_has_author_and_date(sample_file: Path, taken: list) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sample_file, Path(folder) / "copy.uprt"))
        with open_dossier(str(path)) as dossier:
            ids = [row.id for row in dossier.query.rows()][:5]
            batch = ""
            for what, places, label, actor in taken:
                dossier.store.act_as(actor)
                batch = _take(dossier, what, [ids[place] for place in sorted(places)], label, batch)
            _check(dossier)


def _take(dossier: Dossier, what: str, ids: list[int], label: str, batch: str) -> str:
    linking = dossier.linking
    if what == "undo":
        return dossier.undoing.undo(batch).batch if batch else ""
    change = {
        "link": lambda: linking.link_paragraph(ids, label),
        "reject": lambda: linking.reject_paragraph(ids, label),
        "unlink": lambda: linking.unlink_paragraph(ids, label),
        "none": lambda: linking.decide_concerns_none(ids),
    }[what]()
    return change.batch if change.changed else batch


def _check(dossier: Dossier) -> None:
    with dossier.store.read() as session:
        for table in (Link, MappingDecision):
            for made in session.scalars(select(table)):
                assert made.by_post.strip()
                assert made.profile
                assert made.recorded_at is not None
    for row in dossier.query.rows():
        assert all(link.by and link.at for link in row.paragraphs)
        assert row.decided == (bool(row.paragraphs) or row.concerns_none)
        assert not (row.paragraphs and row.concerns_none)
