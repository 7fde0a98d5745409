"""Several texts in one dossier: what comes in, what undo takes away, and that what is carried over stays a proposal."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from tests.importers.word_fixtures import write_list
from tests.services.text_files import PARAGRAPHS, TITLE, write_text
from uprtracker.errors import UserError
from uprtracker.models.engine import writing
from uprtracker.models.instrument import Concordance
from uprtracker.services.dossier import Dossier, create_dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.report_request import ReportRequest

DRAFT = "human-rights-defenders@draft-70"
KEY = "on-the-protection-of-lighthouse-keepers"


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    return write_text(tmp_path / "lighthouses.txt")


@pytest.fixture
def adopted(dossier: Dossier, tmp_path: Path) -> str:
    """The name of a text with 31 paragraphs that bears the symbol to which the shipped concordance leads."""
    texts = [f"Urges {'abcdefghijklmnopqrstuvwxyzABCDE'[n]}{n} all States to act;" for n in range(31)]
    texts[9] = "Urges States to act as follows: " + " ".join(
        f"({letter}) To act well;" for letter in "abcdefgh"
    )
    texts[18] = "Urges States to do as follows: (a) To act; (b) To see; (c) To hear;"
    path = write_text(tmp_path / "adopted.txt", tuple(texts), title="Another title", symbol="A/RES/70/161")
    dossier.texts.add(dossier.texts.plan(path))
    return dossier.texts.versions()[-1].name


def names(dossier: Dossier) -> list[str]:
    return [entry.name for entry in dossier.texts.versions()]


def suggested(dossier: Dossier, id_: int) -> list[tuple[str, str, str]]:
    details = dossier.query.details(id_)
    assert details is not None
    return [(link.version, link.label, link.reason) for link in details.suggested]


class TestBringingTextsIn:
    def test_a_new_dossier_has_the_bundled_text_as_default(self, dossier: Dossier) -> None:
        (entry,) = dossier.texts.versions()
        assert (entry.name, entry.paragraphs, entry.default) == (DRAFT, 60, True)
        assert dossier.texts.read(DRAFT) == dossier.texts.read() == dossier.query.text_version()

    def test_title_names_the_instrument_and_the_file_the_text(
        self, dossier: Dossier, text_file: Path
    ) -> None:
        done = dossier.texts.add(dossier.texts.plan(text_file))
        assert done.title == f"Add the text {TITLE} (as imported from lighthouses.txt)"
        assert names(dossier) == [DRAFT, f"{KEY}@1"]
        text = dossier.texts.read(f"{KEY}@1")
        assert [p.label for p in text.paragraphs] == ["PP 1", "1", "2", "3", "4"]
        assert [p.addressees for p in text.paragraphs][1:4] == ["states", "states", "business"]
        assert [p.label for p in text.paragraphs if p.is_gap_unit] == ["1", "2"]

    def test_the_same_text_twice_changes_nothing(self, dossier: Dossier, text_file: Path) -> None:
        dossier.texts.add(dossier.texts.plan(text_file))
        before = dossier.query.history()
        again = dossier.texts.plan(text_file)
        assert again.standing == f"{KEY}@1"
        assert not dossier.texts.add(again).changed
        assert dossier.query.history() == before

    def test_a_revised_draft_becomes_another_version(self, dossier: Dossier, tmp_path: Path) -> None:
        first = write_text(tmp_path / "a.txt", symbol="A/C.3/80/L.7")
        second = write_text(tmp_path / "b.txt", ("Urges all;", *PARAGRAPHS), symbol="A/C.3/80/L.7/Rev.1")
        third = write_text(tmp_path / "c.txt", PARAGRAPHS[1:])
        for path in (first, second, third):
            dossier.texts.add(dossier.texts.plan(path))
        versions = ["A/C.3/80/L.7", "A/C.3/80/L.7/Rev.1", "1"]
        assert names(dossier)[1:] == [f"{KEY}@{version}" for version in versions]
        assert [e.description for e in dossier.texts.versions()][1:3] == versions[:2]

    def test_other_words_under_the_same_symbol_are_refused(self, dossier: Dossier, tmp_path: Path) -> None:
        dossier.texts.add(dossier.texts.plan(write_text(tmp_path / "a.txt", symbol="A/C.3/80/L.7")))
        other = write_text(tmp_path / "b.txt", PARAGRAPHS[1:], symbol="A/C.3/80/L.7")
        with pytest.raises(UserError, match="another wording"):
            dossier.texts.plan(other)
        assert dossier.texts.plan(other, version="corrected").name == f"{KEY}@corrected"

    def test_a_version_that_is_there_is_refused(self, dossier: Dossier, text_file: Path) -> None:
        plan = dossier.texts.plan(text_file)
        dossier.texts.add_text(plan.text)
        before = dossier.query.history()
        with pytest.raises(UserError, match="already"):
            dossier.texts.add_text(plan.text)
        assert dossier.query.history() == before

    def test_what_a_person_says_goes_before_what_the_file_says(
        self, dossier: Dossier, text_file: Path
    ) -> None:
        plan = dossier.texts.plan(text_file, title="My text", version="v 2", description="second reading")
        assert (plan.name, plan.text.title, plan.text.description) == (
            "my-text@v 2",
            "My text",
            "second reading",
        )
        for wrong in ({"version": "a@b"}, {"version": "v" * 65}, {"instrument": "No key!"}):
            with pytest.raises(UserError, match="cannot name"):
                dossier.texts.plan(text_file, **wrong)

    def test_the_symbol_of_the_adopted_text_leads_to_its_instrument(self, adopted: str) -> None:
        assert adopted == "human-rights-defenders@A/RES/70/161"

    def test_texts_are_the_secretariats(self, dossier: Dossier, text_file: Path) -> None:
        plan = dossier.texts.plan(text_file)
        dossier.store.act_as(Actor(Profile.NHRI, institution="Ombudsman"))
        with pytest.raises(UserError):
            dossier.texts.add(plan)
        with pytest.raises(UserError):
            dossier.texts.set_default(DRAFT)


class TestUndo:
    def test_an_undone_text_is_hidden_and_comes_back(self, dossier: Dossier, text_file: Path) -> None:
        done = dossier.texts.add(dossier.texts.plan(text_file))
        there = dossier.texts.read(f"{KEY}@1")
        undone = dossier.undoing.undo(done.batch)
        assert (undone.refused, names(dossier)) == ((), [DRAFT])
        with pytest.raises(UserError, match="no text"):
            dossier.texts.read(f"{KEY}@1")
        dossier.undoing.undo(undone.batch)
        assert dossier.texts.read(f"{KEY}@1") == there

    def test_a_better_file_can_take_the_place_of_an_undone_one(
        self, dossier: Dossier, tmp_path: Path
    ) -> None:
        bad = write_text(tmp_path / "bad.txt", (*PARAGRAPHS, "Page 7;", "Page 8."), symbol="A/C.3/80/L.7")
        dossier.undoing.undo(dossier.texts.add(dossier.texts.plan(bad)).batch)
        good = write_text(tmp_path / "good.txt", symbol="A/C.3/80/L.7")
        dossier.texts.add(dossier.texts.plan(good))
        text = dossier.texts.read(f"{KEY}@A/C.3/80/L.7")
        assert tuple(p.text for p in text.paragraphs)[1:] == PARAGRAPHS
        assert dossier.texts.versions()[-1].paragraphs == 5

    def test_a_text_in_use_stays_and_is_named(
        self, dossier: Dossier, ids: dict[str, int], text_file: Path
    ) -> None:
        done = dossier.texts.add(dossier.texts.plan(text_file))
        for use in (
            dossier.linking.link_paragraph([ids["71.1"]], "1", text=f"{KEY}@1"),
            dossier.linking.decide_concerns_none([ids["71.2"]], text=f"{KEY}@1"),
            dossier.texts.set_default(f"{KEY}@1"),
        ):
            (refusal,) = dossier.undoing.undo(done.batch).refused
            assert "left as it is" in refusal or "left as it was" in refusal
            assert f"{KEY}@1" in names(dossier)
            dossier.undoing.undo(use.batch)
        assert dossier.undoing.undo(done.batch).refused == ()

    def test_the_default_text_changes_and_returns(
        self, dossier: Dossier, ids: dict[str, int], text_file: Path
    ) -> None:
        dossier.texts.add(dossier.texts.plan(text_file))
        dossier.linking.link_paragraph([ids["71.1"]], "10 (d)")
        before = dossier.query.rows()
        done = dossier.texts.set_default(f"{KEY}@1")
        assert done.structure
        assert dossier.query.text_version().version == "1"
        assert [row.paragraphs for row in dossier.query.rows()] == [(), (), ()]
        assert dossier.query.rows(text=DRAFT) == before
        entry = dossier.query.history()[0]
        assert (entry.field, entry.old, entry.new) == ("default text", DRAFT, f"{KEY}@1")
        undone = dossier.undoing.undo(done.batch)
        assert undone.structure
        assert dossier.query.rows() == before
        dossier.undoing.undo(undone.batch)
        assert dossier.query.text_version().instrument == KEY

    def test_the_same_default_is_no_change(self, dossier: Dossier) -> None:
        assert not dossier.texts.set_default(DRAFT).changed


class TestConcordance:
    def test_the_shipped_one_is_in_new_and_in_older_dossiers(self, dossier: Dossier, adopted: str) -> None:
        pairs = dossier.texts.concordance(DRAFT, adopted)
        assert {(p.first, p.second) for p in pairs} >= {("10 (d)", "10 (d)"), ("11", "12"), ("29", "31")}
        with writing(dossier.store.engine) as session:
            session.execute(delete(Concordance))
        assert set(dossier.texts.concordance(DRAFT, adopted)) == set(pairs)

    def test_a_table_is_read_and_undone(self, dossier: Dossier, tmp_path: Path) -> None:
        dossier.texts.add(dossier.texts.plan(write_text(tmp_path / "a.txt")))
        dossier.texts.add(dossier.texts.plan(write_text(tmp_path / "b.txt", PARAGRAPHS[1:])))
        table = tmp_path / "table.csv"
        table.write_text("\ufefffrom;to;basis\r\n1;3;by hand\r\npp1;PP 1;seen\r\n2;;\r\n", "utf-8")
        done = dossier.texts.add_concordance(table, from_text=f"{KEY}@1", to_text=f"{KEY}@2")
        there = dossier.texts.concordance(f"{KEY}@1", f"{KEY}@2")
        assert [(p.first, p.second, p.basis) for p in there] == [
            ("PP 1", "PP 1", "seen"),
            ("1", "3", "by hand"),
        ]
        assert [p.turned for p in dossier.texts.concordance(f"{KEY}@2", f"{KEY}@1")] == list(there)
        again = dossier.texts.add_concordance(table, from_text=f"{KEY}@1", to_text=f"{KEY}@2")
        assert not again.changed
        undone = dossier.undoing.undo(done.batch)
        assert dossier.texts.concordance(f"{KEY}@1", f"{KEY}@2") == ()
        dossier.undoing.undo(undone.batch)
        assert dossier.texts.concordance(f"{KEY}@1", f"{KEY}@2") == there

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            ("a,b\n1,2\n", "columns from, to and basis"),
            ("from,to,basis\n", "no pair"),
            ("from,to,basis\n1,1,\n", "Line 2"),
            ("from,to,basis\n1,one!,x\n", "Line 2"),
            ("from,to,basis\n1,99,x\n", "99"),
        ],
    )
    def test_a_table_that_cannot_be_right_is_refused(
        self, dossier: Dossier, adopted: str, tmp_path: Path, content: str, sentence: str
    ) -> None:
        table = tmp_path / "table.csv"
        table.write_text(content, "utf-8")
        with pytest.raises(UserError, match=sentence):
            dossier.texts.add_concordance(table, from_text=DRAFT, to_text=adopted)

    def test_two_instruments_have_none(self, dossier: Dossier, text_file: Path, tmp_path: Path) -> None:
        dossier.texts.add(dossier.texts.plan(text_file))
        table = tmp_path / "table.csv"
        table.write_text("from,to,basis\n1,1,x\n", "utf-8")
        with pytest.raises(UserError, match="two versions of one text"):
            dossier.texts.add_concordance(table, from_text=DRAFT, to_text=f"{KEY}@1")


class TestCarryingLinks:
    def test_links_are_proposed_with_their_origin(
        self, dossier: Dossier, ids: dict[str, int], adopted: str
    ) -> None:
        dossier.linking.link_paragraph([ids["71.1"]], "10 (d)")
        dossier.linking.link_paragraph([ids["71.1"], ids["71.2"]], "11")
        dossier.linking.reject_paragraph([ids["71.3"]], "12")
        plan = dossier.texts.plan_carrying(DRAFT, adopted)
        assert (len(plan.proposals), plan.decided, plan.without_place) == (3, 0, 0)
        done = dossier.texts.carry_links(DRAFT, adopted)
        assert done.title.startswith("Propose 3 links")
        assert suggested(dossier, ids["71.1"]) == [
            (
                "A/RES/70/161",
                "10 (d)",
                "carried over from 10 (d) of draft-70 (numbers only; wording not compared)",
            ),
            (
                "A/RES/70/161",
                "12",
                "carried over from 11 of draft-70 (numbers only; wording not compared; inferred by counting)",
            ),
        ]
        assert suggested(dossier, ids["71.3"]) == []
        assert not dossier.texts.carry_links(DRAFT, adopted).changed
        dossier.undoing.undo(done.batch)
        assert suggested(dossier, ids["71.1"]) == []

    def test_a_proposal_is_no_link_anywhere(
        self, dossier: Dossier, ids: dict[str, int], adopted: str
    ) -> None:
        dossier.linking.link_paragraph(list(ids.values()), "10 (d)")
        dossier.texts.carry_links(DRAFT, adopted)
        dossier.texts.set_default(adopted)
        for row in dossier.query.rows():
            assert (row.paragraphs, row.decided) == ((), False)
            assert len(suggested(dossier, row.id)) == 1
        data = dossier.reports.load(ReportRequest(audience=Confidentiality.RESTRICTED))
        assert [row.paragraphs for row in data.rows] == [(), (), ()]
        assert [details.suggested for details in data.details.values()] == [(), (), ()]
        assert data.confirmed_by == ()

    def test_confirming_and_rejecting_end_a_proposal(
        self, dossier: Dossier, ids: dict[str, int], adopted: str
    ) -> None:
        dossier.linking.link_paragraph(list(ids.values()), "16")
        dossier.texts.carry_links(DRAFT, adopted)
        dossier.store.act_as(Actor(post="Legal adviser"))
        confirmed = dossier.linking.link_paragraph([ids["71.1"]], "17", text=adopted)
        dossier.linking.reject_paragraph([ids["71.2"]], "17", text=adopted, reason="not so")
        dossier.linking.decide_concerns_none([ids["71.3"]], text=adopted)
        assert [suggested(dossier, id_) for id_ in ids.values()] == [[], [], []]
        first, second, third = dossier.query.rows(text=adopted)
        (link,) = first.paragraphs
        assert (link.label, link.by) == ("17", "Legal adviser")
        assert link.reason == "carried over from 16 of draft-70 (numbers only; wording not compared)"
        assert (second.paragraphs, second.decided, third.concerns_none) == ((), False, True)
        assert dossier.texts.plan_carrying(DRAFT, adopted).proposals == ()
        dossier.undoing.undo(confirmed.batch)
        assert len(suggested(dossier, ids["71.1"])) == 1
        assert dossier.query.rows(text=adopted)[0].paragraphs == ()

    def test_without_a_concordance_likeness_of_wording_carries(
        self, dossier: Dossier, ids: dict[str, int], tmp_path: Path
    ) -> None:
        dossier.texts.add(dossier.texts.plan(write_text(tmp_path / "a.txt")))
        revised = (
            PARAGRAPHS[1].replace("undue", "any"),
            "Thanks nobody at all;",
            PARAGRAPHS[0],
            PARAGRAPHS[3],
        )
        dossier.texts.add(dossier.texts.plan(write_text(tmp_path / "b.txt", revised)))
        for label in ("2", "3"):
            dossier.linking.link_paragraph([ids["71.1"]], label, text=f"{KEY}@1")
        assert dossier.texts.plan_carrying(f"{KEY}@1", f"{KEY}@2").without_place == 1
        dossier.texts.carry_links(f"{KEY}@1", f"{KEY}@2")
        assert suggested(dossier, ids["71.1"]) == [
            ("2", "1", "carried over from 2 of 1 (paired by likeness of wording)")
        ]

    def test_every_proposal_has_an_author(self, dossier: Dossier, ids: dict[str, int], adopted: str) -> None:
        dossier.linking.link_paragraph(list(ids.values()), "2")
        dossier.texts.carry_links(DRAFT, adopted)
        assert dossier.checking.check().ok
        entries = [e for e in dossier.query.history() if e.field == "suggested link"]
        assert len(entries) == 3
        assert all(e.by and e.reason for e in entries)


_WORDS = "harbour lantern mirror signal tower keeper granite storm vessel beacon".split()
_COUNT = itertools.count()


@st.composite
def concordances(draw: st.DrawFn) -> tuple[list[int], list[int], list[int]]:
    """A permutation of ten labels, which of its pairs the concordance names, and the labels that are linked."""
    order = draw(st.permutations(range(1, 11)))
    named = draw(st.lists(st.integers(1, 10), unique=True, min_size=1))
    linked = draw(st.lists(st.sampled_from(named), unique=True, min_size=1))
    return list(order), named, linked


@pytest.fixture(scope="module")
def round_trip_dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    folder = tmp_path_factory.mktemp("round-trips")
    with create_dossier(str(folder / "round.uprt"), "Iceland") as dossier:
        dossier.importing.apply(dossier.importing.plan(write_list(folder / "list.docx", "M2019")))
        yield dossier


@settings(max_examples=15, deadline=None)
@given(concordances())
def test_carrying_there_and_back_proposes_the_same_labels(
    round_trip_dossier: Dossier,
    tmp_path_factory: pytest.TempPathFactory,
    case: tuple[list[int], list[int], list[int]],
) -> None:
    order, named, linked = case
    dossier, folder = round_trip_dossier, tmp_path_factory.mktemp("texts")
    title = f"On trip number {next(_COUNT)} to the coast"
    here = tuple(f"Urges all States to mend each {word} without delay;" for word in _WORDS)
    for version, texts in (("there", here), ("back", here)):
        path = write_text(folder / f"{version}.txt", texts, title=title)
        dossier.texts.add(dossier.texts.plan(path, version=version))
    there, back = (entry.name for entry in dossier.texts.versions()[-2:])
    table = folder / "table.csv"
    table.write_text("from,to,basis\n" + "".join(f"{n},{order[n - 1]},x\n" for n in named), "utf-8")
    dossier.texts.add_concordance(table, from_text=there, to_text=back)
    id_ = dossier.query.rows()[0].id
    for label in linked:
        dossier.linking.link_paragraph([id_], str(label), text=there)
    carried = dossier.texts.plan_carrying(there, back).proposals
    assert {c.to_label for c in carried} == {str(order[label - 1]) for label in linked}
    dossier.texts.carry_links(there, back)
    for proposal in carried:
        dossier.linking.link_paragraph([id_], proposal.to_label, text=back)
    for label in linked:
        dossier.linking.unlink_paragraph([id_], str(label), text=there)
    returned = dossier.texts.plan_carrying(back, there).proposals
    assert {c.to_label for c in returned} == {str(label) for label in linked}
