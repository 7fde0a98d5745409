"""Packages for and from the NHRI: what may stand in them, and what each side may take from the other's."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.journeys.canaries import DRAFT, canaries_in, level_of, plant
from uprtracker.errors import StorageError, UserError
from uprtracker.models.annotation import Annotation
from uprtracker.models.dossier import StoredFile
from uprtracker.models.exchange import OutgoingFile
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.merging import chosen_cells
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.package import EVERYTHING, Ticked
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

JUSTICE, OMBUDSMAN = "Ministry of Justice", "Office of the Ombudsman"
SECRETARIAT = Actor(Profile.SECRETARIAT, "Legal adviser")
NHRI = Actor(Profile.NHRI, "Reviewer", OMBUDSMAN)
PUBLIC, GOVERNMENT, RESTRICTED = Confidentiality


@pytest.fixture
def state(dossier: Dossier, ids: dict[str, int]) -> Dossier:
    """The State's dossier with matter of each level, a confirmed status and a draft."""
    dossier.store.act_as(SECRETARIAT)
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, comment="a bill", on=date(2026, 1, 2))
    dossier.store.act_as(Actor(Profile.MINISTRY, "Focal point", JUSTICE))
    dossier.tracking.set_status([ids["71.2"]], Status.IN_PROGRESS, comment="DRAFTWORD")
    dossier.store.act_as(SECRETARIAT)
    for level, word in ((PUBLIC, "PUBLICWORD"), (GOVERNMENT, "GOVWORD"), (RESTRICTED, "SECRETWORD")):
        dossier.work.add_progress([ids["71.1"]], f"{word} progress", confidentiality=level)
        dossier.annotating.annotate([ids["71.2"]], f"{word} note", confidentiality=level)
        dossier.work.add_evidence(ids["71.3"], f"{word} title", quote=f"{word} quote", confidentiality=level)
    return dossier


@pytest.fixture
def sent(state: Dossier, tmp_path: Path) -> Path:
    """The NHRI's own copy."""
    return state.packaging.package_for_nhri(tmp_path / "nhri.uprt").path


def answer(copy: Path, target: Path, work: Callable[[Dossier, dict[str, int]], Any]) -> Path:
    """Let the NHRI work in its copy, and make its package."""
    with open_dossier(str(copy), NHRI) as nhri:
        work(nhri, {row.label: row.id for row in nhri.query.rows()})
        return nhri.packaging.package_for_secretariat(target).path


def some_words(nhri: Dossier, ids: dict[str, int]) -> None:
    nhri.annotating.assess(
        [ids["71.1"]], Assessment.NOT_IMPLEMENTED, comment="No bill was tabled.", citation="p. 4"
    )
    nhri.annotating.annotate([ids["71.2"]], "Which law?", confidentiality=PUBLIC)
    nhri.annotating.annotate([ids["71.3"]], "For the government.", confidentiality=GOVERNMENT)


def merge(dossier: Dossier, path: Path, **options: Any) -> Any:
    return dossier.merging.apply(dossier.merging.plan(path), **options)


def said(dossier: Dossier) -> list[Any]:
    """What stands in the dossier, without ids and moments of writing."""
    found = []
    for row in dossier.query.rows():
        details = dossier.query.details(row.id)
        assert details is not None
        found.append(
            (
                row.label, row.status, row.status_comment, row.lead, row.due_on, row.assessment, row.text,
                sorted((a.assessment, a.on, a.comment, a.citation, a.by) for a in details.assessments),
                sorted((a.institution, a.text, a.state, a.confidentiality) for a in details.annotations),
                sorted((p.institution, p.text) for p in details.progress),
                sorted(e.title for e in details.evidence),
            )
        )  # fmt: skip
    return found


class TestWhatMayStandInIt:
    @pytest.mark.parametrize(
        ("ticked", "government"),
        [(Ticked(), False), (EVERYTHING, True), (Ticked(frozenset({"progress"})), True)],
    )
    def test_no_word_above_its_level_in_any_byte(
        self, state: Dossier, tmp_path: Path, ticked: Ticked, government: bool
    ) -> None:
        made = state.packaging.package_for_nhri(tmp_path / "p.uprt", ticked=ticked)
        raw = made.path.read_bytes()
        with closing(sqlite3.connect(made.path)) as connection:
            dump = "\n".join(connection.iterdump()).encode()
        for content in (raw, raw.lower(), dump):
            words = {
                word: (word in content) or (word.lower() in content)
                for word in (b"PUBLICWORD", b"GOVWORD", b"SECRETWORD", b"DRAFTWORD", b"list.docx")
            }
            assert words == {b"PUBLICWORD": True, b"GOVWORD": government, b"SECRETWORD": False,
                             b"DRAFTWORD": False, b"list.docx": False}  # fmt: skip

    def test_it_says_how_much_it_withholds(self, state: Dossier, tmp_path: Path) -> None:
        made = state.packaging.package_for_nhri(tmp_path / "p.uprt")
        assert (made.withheld.annotations, made.withheld.evidence, made.withheld.progress, made.drafts) == (
            2,
            2,
            3,
            1,
        )
        with open_dossier(str(made.path), NHRI) as nhri:
            assert nhri.checking.check().ok
            assert [row.status for row in nhri.query.rows()] == [Status.PLANNED, None, None]
            assert [row.heading for row in nhri.query.rows()] == [row.heading for row in state.query.rows()]

    def test_no_field_of_any_kind_holds_more(
        self, dossier: Dossier, ids: dict[str, int], tmp_path: Path
    ) -> None:
        plant(dossier, ids, tmp_path)
        dossier.store.act_as(SECRETARIAT)
        found = {}
        for name, ticked in (("public", Ticked()), ("government", EVERYTHING)):
            made = dossier.packaging.package_for_nhri(tmp_path / f"{name}.uprt", ticked=ticked)
            found[name] = canaries_in(made.path)
        # what the NHRI said to the government is its own
        assert {c for c in found["public"] if level_of(c) is not PUBLIC} == {"qzgovnhri"}
        levels = {level_of(c) for c in found["government"]}
        assert (levels, DRAFT in found["government"]) == ({PUBLIC, GOVERNMENT}, False)
        assert not {c for c in found["government"] if c.startswith(("qzgovwhole", "qzgovpoints"))}

    def test_lists_stand_in_it_as_in_the_dossier(self, sample: Dossier, tmp_path: Path) -> None:
        made = sample.packaging.package_for_nhri(tmp_path / "p.uprt", ticked=EVERYTHING)
        drafts = {row.label for row in sample.query.rows() if row.has_draft}
        with open_dossier(str(made.path), Actor(Profile.DELEGATION)) as copy:
            copy.store.clock = sample.store.clock
            pairs = zip(sample.query.rows(), copy.query.rows(), strict=True)
            different = {
                (ours.label, name)
                for ours, theirs in pairs
                if ours.label not in drafts
                for name in (
                    "uid", "number", "text", "clauses", "position", "official", "status", "status_comment", "lead",
                    "supporting", "due_on", "assessment", "disputed", "themes", "clusters", "paragraph_labels", "decided",
                    "last_activity_on", "heading", "order", "aliases",
                )
                if getattr(ours, name) != getattr(theirs, name)
            }  # fmt: skip
            assert different == set()
            assert copy.checking.check().ok

    def test_single_items_are_ticked(self, state: Dossier, tmp_path: Path) -> None:
        matter = state.packaging.government_matter()
        assert [(item.kind, item.number, item.text) for item in matter] == [
            ("progress", "71.1", "Bill drafted.\nBefore parliament."),
            ("progress", "71.1", "GOVWORD progress"),
            ("annotations", "71.2", "GOVWORD note"),
            ("evidence", "71.3", "GOVWORD title"),
        ]
        made = state.packaging.package_for_nhri(
            tmp_path / "p.uprt", ticked=Ticked(uids=frozenset({matter[2].uid}))
        )
        raw = made.path.read_bytes()
        assert (b"GOVWORD note" in raw, b"GOVWORD progress" in raw, made.withheld.total) == (True, False, 6)

    def test_what_it_left_with_is_kept(self, state: Dossier, sent: Path) -> None:
        with state.store.read() as session:
            (kept,) = session.scalars(select(OutgoingFile))
            assert (kept.kind, kept.audience, kept.by_post) == ("package", "public", "Legal adviser")
        assert state.query.history()[0].field == "package"

    def test_a_taken_name_is_refused(self, state: Dossier, sent: Path) -> None:
        before = sent.read_bytes()
        with pytest.raises(UserError, match="exists already"):
            state.packaging.package_for_nhri(sent)
        with pytest.raises(UserError, match=r"\.uprt"):
            state.packaging.package_for_nhri(sent.with_suffix(".zip"))
        assert sent.read_bytes() == before
        assert list(sent.parent.glob(".*")) == []


class TestTheNhrisCopy:
    def test_nobody_writes_for_the_state_in_it(self, sent: Path) -> None:
        with open_dossier(str(sent), SECRETARIAT) as copy:
            before = said(copy)
            with pytest.raises(UserError, match="NHRI's own copy"):
                copy.tracking.set_status([copy.query.rows()[0].id], Status.CONTINUOUS)
            assert said(copy) == before

    def test_what_was_ticked_is_read_in_it(self, state: Dossier, tmp_path: Path, ids: dict[str, int]) -> None:
        made = state.packaging.package_for_nhri(tmp_path / "p.uprt", ticked=EVERYTHING)
        with open_dossier(str(made.path), NHRI) as nhri:
            details = nhri.query.details(nhri.query.rows()[0].id)
            assert details is not None
            assert ("GOVWORD progress" in {p.text for p in details.progress}, details.withheld) == (True, 0)
            assert nhri.query.search("govword") == {row.id for row in nhri.query.rows()}
            nhri.store.act_as(Actor(Profile.NHRI))
            assert nhri.query.search("govword") != set()
        state.store.act_as(NHRI)
        assert state.query.search("govword") == set()

    def test_restricted_words_never_leave_it(self, sent: Path, tmp_path: Path) -> None:
        answer(sent, tmp_path / "first.uprt", some_words)
        with closing(sqlite3.connect(sent)) as connection:
            connection.execute("UPDATE annotation SET confidentiality = 'restricted' WHERE confidentiality = 'government' "
                               "AND profile = 'nhri'")  # fmt: skip
            connection.commit()
        with open_dossier(str(sent), NHRI) as nhri:
            made = nhri.packaging.package_for_secretariat(tmp_path / "second.uprt")
        raw = made.path.read_bytes()
        assert (b"For the government." in raw, b"Which law?" in raw, made.withheld.annotations) == (
            False,
            True,
            1,
        )

    def test_the_nhri_chooses_the_level(self, sent: Path, tmp_path: Path) -> None:
        with open_dossier(str(sent), NHRI) as nhri:
            some_words(nhri, {row.label: row.id for row in nhri.query.rows()})
            made = nhri.packaging.package_for_secretariat(tmp_path / "public.uprt", audience=PUBLIC)
        assert b"For the government." not in made.path.read_bytes()

    def test_a_package_is_only_read(self, sent: Path, tmp_path: Path) -> None:
        back = answer(sent, tmp_path / "back.uprt", some_words)
        with open_dossier(str(back), NHRI) as package:
            with pytest.raises(StorageError, match="merge it"):
                some_words(package, {row.label: row.id for row in package.query.rows()})

    def test_only_the_nhris_copy_makes_one_for_the_secretariat(
        self, state: Dossier, sent: Path, tmp_path: Path
    ) -> None:
        with pytest.raises(UserError, match="own copy"):
            state.packaging.package_for_secretariat(tmp_path / "b.uprt")
        with open_dossier(str(sent), NHRI) as nhri:
            with pytest.raises(UserError, match="secretariat"):
                nhri.packaging.package_for_nhri(tmp_path / "b.uprt")


class TestBackAtTheState:
    def test_its_words_come_in_under_its_name(
        self, state: Dossier, sent: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        before = said(state)
        back = answer(sent, tmp_path / "back.uprt", some_words)
        plan = state.merging.plan(back)
        assert (plan.source, plan.ministry, plan.warnings, plan.in_doubt) == (
            "nhri-package",
            OMBUDSMAN,
            (),
            (),
        )
        change = state.merging.apply(plan)
        row = state.query.rows_by_id([ids["71.1"]])[0]
        assert (row.status, row.assessment, row.disputed) == (
            Status.PLANNED,
            Assessment.NOT_IMPLEMENTED,
            False,
        )
        details = state.query.details(ids["71.2"])
        assert details is not None
        note = details.annotations[0]
        assert (note.text, note.institution, note.author, note.state) == (
            "Which law?",
            OMBUDSMAN,
            "Reviewer",
            "open",
        )
        entry = state.query.history()[0]
        assert (entry.profile, entry.by) == (Profile.NHRI, f"{OMBUDSMAN} (package merged by Legal adviser)")
        with state.store.read() as session:
            kept = session.scalars(select(StoredFile).where(StoredFile.role == "package")).one()
            assert kept.content == back.read_bytes()
        assert state.checking.check().ok
        assert all("Which law" not in e.old + e.new + e.reason for e in state.query.history())
        state.undoing.undo(change.batch)
        assert said(state) == before

    def test_later_packages_bring_only_what_is_new(self, state: Dossier, sent: Path, tmp_path: Path) -> None:
        first = answer(sent, tmp_path / "first.uprt", some_words)
        second = answer(
            sent,
            tmp_path / "second.uprt",
            lambda nhri, ids: nhri.annotating.annotate([ids["71.1"]], "And now?", confidentiality=PUBLIC),
        )
        merge(state, first)
        plan = state.merging.plan(second)
        assert [cell.theirs for cell in plan.cells] == ["And now?"]
        state.merging.apply(plan)
        history = state.query.history()
        for path in (first, second):
            assert not merge(state, path).changed
        assert state.query.history() == history

    def test_an_answer_goes_there_and_its_resolution_comes_back(
        self, state: Dossier, sent: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        merge(state, answer(sent, tmp_path / "first.uprt", some_words))
        question = next(n for n in state.query.details(ids["71.2"]).annotations if n.text == "Which law?")  # type: ignore[union-attr]
        with pytest.raises(UserError, match="answer it"):
            state.annotating.set_state(question.id, "resolved")
        state.annotating.annotate([ids["71.2"]], "Act No. 5", confidentiality=PUBLIC, thread=question.thread)
        newer = state.packaging.package_for_nhri(tmp_path / "newer.uprt").path

        def settle(nhri: Dossier, theirs: dict[str, int]) -> None:
            merge(nhri, newer)
            notes = nhri.query.details(theirs["71.2"]).annotations  # type: ignore[union-attr]
            assert [(n.text, n.state) for n in notes if n.thread == question.thread] == [
                ("Act No. 5", "open"),
                ("Which law?", "answered"),
            ]
            nhri.annotating.set_state(next(n.id for n in notes if n.text == "Which law?"), "resolved")

        merge(state, answer(sent, tmp_path / "second.uprt", settle))
        notes = state.query.details(ids["71.2"]).annotations  # type: ignore[union-attr]
        assert {n.text: n.state for n in notes if n.thread == question.thread} == {
            "Act No. 5": "open",
            "Which law?": "resolved",
        }

    def test_the_states_note_is_answered_by_the_nhri_and_settled_by_the_state(
        self, state: Dossier, sent: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        def reply(nhri: Dossier, theirs: dict[str, int]) -> None:
            note = nhri.query.details(theirs["71.2"]).annotations[0]  # type: ignore[union-attr]
            with pytest.raises(UserError, match="answer it"):
                nhri.annotating.set_state(note.id, "resolved")
            nhri.annotating.annotate([theirs["71.2"]], "We see.", confidentiality=PUBLIC, thread=note.thread)

        back = answer(sent, tmp_path / "back.uprt", reply)
        plan = state.merging.plan(back)
        assert plan.in_doubt == ()
        state.merging.apply(plan)
        notes = {n.text: n for n in state.query.details(ids["71.2"]).annotations}  # type: ignore[union-attr]
        assert (notes["PUBLICWORD note"].state, notes["We see."].of_nhri) == ("answered", True)
        state.annotating.set_state(notes["PUBLICWORD note"].id, "resolved")
        assert not merge(state, back).changed

    def test_what_the_nhri_takes_back_goes(self, state: Dossier, sent: Path, tmp_path: Path) -> None:
        before = said(state)
        first = answer(sent, tmp_path / "first.uprt", some_words)

        def take_back(nhri: Dossier, _ids: dict[str, int]) -> None:
            for batch in {e.batch for e in nhri.query.history()}:
                nhri.undoing.undo(batch)

        second = answer(sent, tmp_path / "second.uprt", take_back)
        assert b"Which law?" not in second.read_bytes()
        merge(state, first)
        merge(state, second)
        assert said(state) == before

    def test_nothing_of_the_states_changes(self, state: Dossier, sent: Path, tmp_path: Path) -> None:
        """Somebody wrote over the State's words in the NHRI's copy with another program."""
        before = said(state)
        with closing(sqlite3.connect(sent)) as connection:
            connection.execute("UPDATE status_entry SET comment = 'FORGED'")
            connection.execute("UPDATE recommendation_text SET text = 'FORGED'")
            connection.execute("UPDATE text_revision SET text = 'FORGED' WHERE owner = 'progress_entry'")
            connection.commit()
        back = answer(sent, tmp_path / "back.uprt", lambda _nhri, _ids: None)
        plan = state.merging.plan(back)
        assert {n.where for n in plan.in_doubt} == {"71.1", "71.2", "71.3"}
        assert all("was changed in the package" in n.message for n in plan.in_doubt)
        assert not state.merging.apply(plan).changed
        assert said(state) == before

    def test_words_changed_on_the_way_are_refused(self, state: Dossier, sent: Path, tmp_path: Path) -> None:
        back = answer(sent, tmp_path / "back.uprt", some_words)
        with closing(sqlite3.connect(back)) as connection:
            connection.execute("UPDATE text_revision SET text = 'All is well.' WHERE text = 'Which law?'")
            connection.commit()
        with pytest.raises(UserError, match="changed after the NHRI made it"):
            state.merging.plan(back)

    def test_a_note_is_not_passed_off_as_another(
        self, state: Dossier, sent: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        """Words of the State that a package claims for the NHRI, and the NHRI's that it has changed since."""
        first = answer(sent, tmp_path / "first.uprt", some_words)
        merge(state, first)
        before = said(state)
        with closing(sqlite3.connect(sent)) as connection:
            (nhri,) = connection.execute("SELECT id FROM institution WHERE kind = 'nhri'").fetchone()
            connection.execute("UPDATE annotation SET institution_id = ?, holder_id = ?", (nhri, nhri))
            connection.execute("UPDATE text_revision SET text = 'OTHERWISE' WHERE text = 'Which law?'")
            connection.commit()
        plan = state.merging.plan(answer(sent, tmp_path / "second.uprt", lambda _nhri, _ids: None))
        messages = " | ".join(n.message for n in plan.in_doubt)
        assert "under the NHRI's name" in messages
        assert "received first were kept" in messages
        state.merging.apply(plan)
        assert said(state) == before

    def test_the_nhris_own_copy_is_refused(
        self, state: Dossier, sent: Path, sample: Dossier, tmp_path: Path
    ) -> None:
        with pytest.raises(UserError, match="NHRI's own copy"):
            state.merging.plan(sent)
        back = answer(sent, tmp_path / "back.uprt", some_words)
        for path in (sent, back):
            with pytest.raises(UserError, match="another dossier"):
                sample.merging.plan(path)

    def test_only_the_secretariat_merges(self, state: Dossier, sent: Path, tmp_path: Path) -> None:
        plan = state.merging.plan(answer(sent, tmp_path / "back.uprt", some_words))
        state.store.act_as(Actor(Profile.MINISTRY, "", JUSTICE))
        with pytest.raises(UserError, match="secretariat"):
            state.merging.apply(plan)


class TestANewerPackage:
    def test_the_nhri_sees_whether_its_words_were_kept(
        self, state: Dossier, sent: Path, tmp_path: Path
    ) -> None:
        merge(state, answer(sent, tmp_path / "back.uprt", some_words))
        with closing(sqlite3.connect(state.store.location)) as connection:
            connection.execute("UPDATE text_revision SET text = 'All is well.' WHERE text = 'Which law?'")
            connection.commit()
        newer = state.packaging.package_for_nhri(tmp_path / "newer.uprt").path
        with open_dossier(str(sent), NHRI) as nhri:
            before = said(nhri)
            plan = nhri.merging.plan(newer)
            assert [n.where for n in plan.in_doubt] == ["71.2"]
            assert "other words of the NHRI" in plan.in_doubt[0].message
            nhri.merging.apply(plan)
            assert said(nhri) == before

    def test_the_states_matter_is_brought_up_to_date_and_the_notes_stay(
        self, state: Dossier, sent: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        with open_dossier(str(sent), NHRI) as nhri:
            some_words(nhri, {row.label: row.id for row in nhri.query.rows()})
        state.tracking.set_status([ids["71.1"]], Status.CONTINUOUS, comment="for ever")
        state.tracking.set_due([ids["71.3"]], date(2028, 1, 1))
        state.tracking.assign_lead([ids["71.2"]], "Ministry of Health")
        state.undoing.undo(next(e.batch for e in state.query.history([ids["71.3"]]) if e.field == "evidence"))
        state.undoing.undo([e.batch for e in state.query.history([ids["71.3"]]) if e.field == "evidence"][-1])
        newer = state.packaging.package_for_nhri(tmp_path / "newer.uprt").path
        with open_dossier(str(sent), NHRI) as nhri:
            before = said(nhri)
            plan = nhri.merging.plan(newer)
            assert (plan.source, plan.ministry) == ("secretariat-package", "Secretariat")
            change = nhri.merging.apply(plan)
            first, second, third = nhri.query.rows()
            assert (first.status, first.status_comment, second.lead, third.due_on) == (
                Status.CONTINUOUS, "for ever", "Ministry of Health", date(2028, 1, 1),
            )  # fmt: skip
            details = nhri.query.details(third.id)
            assert details is not None
            assert details.evidence == ()
            assert first.assessment is Assessment.NOT_IMPLEMENTED
            texts = [n.text for row in (second, third) for n in nhri.query.details(row.id).annotations]  # type: ignore[union-attr]
            assert texts == ["Which law?", "PUBLICWORD note", "For the government."]
            assert nhri.query.history()[0].profile is Profile.SECRETARIAT
            assert nhri.checking.check().ok
            after = said(nhri)
            assert not merge(nhri, newer).changed
            nhri.undoing.undo(change.batch)
            assert said(nhri) == before
            merge(nhri, newer)
            assert said(nhri) == after

    def test_what_was_written_over_by_hand_is_as_it_was_sent(
        self, state: Dossier, sent: Path, tmp_path: Path
    ) -> None:
        newer = state.packaging.package_for_nhri(tmp_path / "newer.uprt").path
        with open_dossier(str(sent), NHRI) as nhri:
            before = said(nhri)
        with closing(sqlite3.connect(sent)) as connection:
            connection.execute("UPDATE status_entry SET comment = 'FORGED'")
            connection.execute("UPDATE recommendation_text SET text = 'FORGED'")
            connection.execute("UPDATE text_revision SET text = 'FORGED' WHERE owner = 'progress_entry'")
            connection.execute("DELETE FROM list_entry")
            connection.commit()
        with open_dossier(str(sent), NHRI) as nhri:
            merge(nhri, newer)
            assert said(nhri) == before
            assert nhri.query.search("publicword progress") == {nhri.query.rows()[0].id}
            assert not merge(nhri, newer).changed

    def test_an_older_package_is_refused(self, state: Dossier, sent: Path, tmp_path: Path) -> None:
        old = Path(shutil.copy(sent, tmp_path / "old.uprt"))
        newer = state.packaging.package_for_nhri(tmp_path / "newer.uprt").path
        older = state.packaging.package_for_nhri(tmp_path / "newest.uprt").path
        with open_dossier(str(old), NHRI) as nhri:
            merge(nhri, older)
            with pytest.raises(UserError, match="newer package"):
                nhri.merging.plan(newer)

    def test_it_may_be_taken_in_without_naming_the_profile(
        self, state: Dossier, sent: Path, tmp_path: Path, ids: dict[str, int]
    ) -> None:
        state.tracking.set_due([ids["71.3"]], date(2028, 1, 1))
        newer = state.packaging.package_for_nhri(tmp_path / "newer.uprt").path
        with open_dossier(str(sent), SECRETARIAT) as copy:
            merge(copy, newer)
            assert copy.query.rows()[2].due_on == date(2028, 1, 1)


WORDS = st.fixed_dictionaries(
    {},
    optional={
        "assessment": st.sampled_from(list(Assessment)),
        "note": st.sampled_from(["Which law?", "Étape 2", "\u0627\u0644\u062d\u0642"]),
        "level": st.sampled_from([PUBLIC, GOVERNMENT]),
        "evidence": st.sampled_from(["Annual report", "Complaint 5"]),
    },
)
SOME = st.dictionaries(st.sampled_from(["71.1", "71.2", "71.3"]), WORDS, max_size=3)
LAWS = settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def write_words(nhri: Dossier, ids: dict[str, int], words: dict[str, dict[str, Any]]) -> None:
    for number, about in words.items():
        level = about.get("level", PUBLIC)
        if "assessment" in about:
            nhri.annotating.assess([ids[number]], about["assessment"], comment="as seen")
        if "note" in about:
            nhri.annotating.annotate([ids[number]], about["note"], confidentiality=level)
        if "evidence" in about:
            nhri.work.add_evidence(ids[number], about["evidence"], confidentiality=level)


@pytest.fixture
def places(state: Dossier, sent: Path, tmp_path: Path) -> Callable[[], tuple[Path, Path]]:
    """The State's dossier and the NHRI's copy as they were when the package left, each time anew."""
    state.close()
    kept = Path(shutil.copy(state.store.location, tmp_path / "kept.uprt"))

    def anew() -> tuple[Path, Path]:
        for old in tmp_path.glob("again*"):
            old.unlink()
        return (
            Path(shutil.copy(kept, tmp_path / "again-state.uprt")),
            Path(shutil.copy(sent, tmp_path / "again-nhri.uprt")),
        )

    return anew


@LAWS
@given(words=SOME)
def test_law_the_same_package_twice_changes_nothing(
    places: Callable[[], tuple[Path, Path]], words: dict[str, dict[str, Any]]
) -> None:
    ours, copy = places()
    back = answer(copy, ours.with_name("again-back.uprt"), lambda nhri, ids: write_words(nhri, ids, words))
    with open_dossier(str(ours), SECRETARIAT) as state:
        before = said(state)
        merge(state, back)
        assert (said(state) == before) == (not any(set(about) - {"level"} for about in words.values()))
        once, history = said(state), state.query.history()
        plan = state.merging.plan(back)
        assert chosen_cells(plan, "theirs", {}) == ()
        assert not state.merging.apply(plan).changed
        assert (said(state), state.query.history()) == (once, history)


def test_law_a_package_without_words_brings_nothing(places: Callable[[], tuple[Path, Path]]) -> None:
    ours, copy = places()
    back = answer(copy, ours.with_name("again-back.uprt"), lambda _nhri, _ids: None)
    with open_dossier(str(ours), SECRETARIAT) as state:
        before, history = said(state), state.query.history()
        plan = state.merging.plan(back)
        assert (plan.cells, plan.in_doubt) == ((), ())
        assert not state.merging.apply(plan).changed
        assert (said(state), state.query.history()) == (before, history)


@LAWS
@given(first=SOME, second=SOME)
def test_law_the_order_of_packages_does_not_matter(
    places: Callable[[], tuple[Path, Path]],
    first: dict[str, dict[str, Any]],
    second: dict[str, dict[str, Any]],
) -> None:
    """Two copies of the NHRI's file, worked on by two people."""
    ends = []
    ours, copy = places()
    other = Path(shutil.copy(copy, copy.with_name("again-other.uprt")))
    one = answer(copy, ours.with_name("again-one.uprt"), lambda nhri, ids: write_words(nhri, ids, first))
    two = answer(other, ours.with_name("again-two.uprt"), lambda nhri, ids: write_words(nhri, ids, second))
    for order in ((one, two), (two, one)):
        place = Path(shutil.copy(ours, ours.with_name("again-copy.uprt")))
        with open_dossier(str(place), SECRETARIAT) as state:
            for path in order:
                merge(state, path)
            found = said(state)
            ends.append([(*row[:5], *row[6:]) for row in found])
    assert ends[0] == ends[1]


def test_facts_of_a_package(sent: Path) -> None:
    with closing(sqlite3.connect(sent)) as connection:
        facts = dict(connection.execute("SELECT key, value FROM fact"))
        (stored,) = connection.execute("SELECT count(*) FROM stored_file WHERE size > 0").fetchone()
    assert (facts["package_for"], facts["package_withheld"], stored) == ("nhri", "7", 0)
    assert facts["database_id"] != facts["package_of"]


def test_levels_of_what_comes_back_are_kept(state: Dossier, sent: Path, tmp_path: Path) -> None:
    merge(state, answer(sent, tmp_path / "back.uprt", some_words))
    with state.store.read() as session:
        notes = session.scalars(select(Annotation).where(Annotation.profile == Profile.NHRI)).all()
        assert sorted(note.confidentiality for note in notes) == [GOVERNMENT, PUBLIC]
        (kept,) = session.scalars(select(OutgoingFile.base))
        assert json.dumps(len(kept)) != "0"
