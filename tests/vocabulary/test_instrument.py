import json
from dataclasses import replace
from pathlib import Path

import pytest

from uprtracker.errors import UserError
from uprtracker.paths import resource
from uprtracker.vocabulary.instrument import (
    LONGEST_SHORT_LABEL,
    InstrumentText,
    bundled_instruments,
    gap_units,
    load_instrument,
)
from uprtracker.vocabulary.paragraph_label import parse_label

# DOMAIN.md, 4: to whom each operative paragraph speaks; whatever is not named speaks to States.
OTHERS = {
    "statement": ["1", "3"],
    "non_state_actors": ["7"],
    "regional_organizations": ["19"],
    "leaders": ["20"],
    "business": ["21"],
    "nhris": ["22"],
    "ohchr": ["23"],
    "un_bodies": ["24", "25"],
    "special_rapporteur": ["27"],
    "secretary_general": ["28"],
    "procedural": ["29"],
}
LETTERS = {"10": "abcdefgh", "18": "abc"}


@pytest.fixture
def draft() -> InstrumentText:
    return load_instrument(resource("resolutions", "human-rights-defenders-draft-70.json"))


def operative_labels() -> list[str]:
    numbers = [str(n) for n in range(1, 30)]
    return [label for n in numbers for label in (n, *(f"{n} ({letter})" for letter in LETTERS.get(n, "")))]


def test_the_bundled_text_has_its_sixty_units_in_order(draft: InstrumentText) -> None:
    labels = [paragraph.label for paragraph in draft.paragraphs]
    assert labels == [f"PP {n}" for n in range(1, 21)] + operative_labels()
    assert len(labels) == 60
    keys = [paragraph.sort_key for paragraph in draft.paragraphs]
    assert keys == sorted(keys)


def test_the_bundled_text_speaks_to_whom_the_field_says(draft: InstrumentText) -> None:
    spoken_to: dict[str, list[str]] = {}
    for paragraph in draft.paragraphs:
        if not paragraph.preambular:
            spoken_to.setdefault(paragraph.addressees, []).append(paragraph.label)
    others = [label for labels in OTHERS.values() for label in labels]
    assert spoken_to == {**OTHERS, "states": [label for label in operative_labels() if label not in others]}
    assert {p.addressees for p in draft.paragraphs if p.preambular} == {"statement"}


def test_gaps_are_counted_where_states_are_addressed_and_letters_stand_for_their_chapeau(
    draft: InstrumentText,
) -> None:
    units = [p.label for p in draft.paragraphs if p.is_gap_unit]
    letters = [f"{n} ({letter})" for n, own in LETTERS.items() for letter in own]
    whole = ["2", "4", "5", "6", "8", "9", "11", "12", "13", "14", "15", "16", "17", "26"]
    assert sorted(units) == sorted(whole + letters)


def test_every_unit_is_whole_and_has_a_short_label_of_its_own(draft: InstrumentText) -> None:
    for paragraph in draft.paragraphs:
        assert paragraph.text[-1] in ",;:."
        assert paragraph.text == " ".join(paragraph.text.split())
        assert paragraph.text.startswith(paragraph.opening) or paragraph.parent
        assert paragraph.opening
        assert 0 < len(paragraph.short) <= LONGEST_SHORT_LABEL
        assert paragraph.short[0].isupper()
    assert len({paragraph.short for paragraph in draft.paragraphs}) == 60


def test_footnotes_stand_apart_and_are_cited_where_they_belong(draft: InstrumentText) -> None:
    assert [(note.marker, note.cited_by) for note in draft.footnotes] == [
        ("1", "PP 2"),
        ("2", "PP 2"),
        ("3", "PP 20"),
        ("4", "21"),
        ("5", "24"),
    ]
    assert draft.footnotes[3].text == "A/HRC/17/31, annex."


def test_no_file_gives_the_bundled_text_the_number_of_the_adopted_one() -> None:
    names = [path for path in resource("resolutions").iterdir() if path.suffix in (".json", ".toml", ".csv")]
    assert len(names) >= 4
    for path in names:
        assert "70/161" not in path.read_text("utf-8"), path.name


def test_the_concordance_covers_every_operative_unit_and_says_what_was_seen() -> None:
    lines = resource("resolutions", "concordance-draft-70-adopted.csv").read_text("utf-8").splitlines()
    assert lines[0] == "here,adopted,seen,note"
    rows = [line.split(",", 3) for line in lines[1:]]
    assert [here for here, _adopted, _seen, _note in rows if here] == operative_labels()
    adopted = [parse_label(adopted) for _here, adopted, _seen, _note in rows]
    assert adopted == sorted(set(adopted))
    assert [a for here, a, _seen, _note in rows if not here] == ["11", "23"]
    assert {here.split(" ")[0] for here, _a, seen, _note in rows if seen == "seen"} == {
        str(n) for n in (*range(6, 11), *range(15, 21), *range(22, 27))
    }
    assert all(
        note.startswith("numbers only; wording not compared") for here, _a, _seen, note in rows if here
    )
    shifted = {here: a for here, a, _seen, _note in rows}
    assert (shifted["10 (h)"], shifted["11"], shifted["18 (c)"], shifted["21"], shifted["22"], shifted["29"]) == (
        "10 (h)", "12", "19 (c)", "22", "24", "31",
    )  # fmt: skip


def test_every_bundled_file_loads_and_is_written_back_as_it_was() -> None:
    assert bundled_instruments()
    for path in bundled_instruments():
        assert load_instrument(path).as_json() == path.read_text("utf-8")


def test_a_text_reads_back_as_written(tmp_path: Path, draft: InstrumentText) -> None:
    path = tmp_path / "text.json"
    path.write_text(draft.as_json(), "utf-8")
    assert load_instrument(path) == draft


def test_gap_units_take_no_chapeau_and_no_preamble() -> None:
    keys = {
        "PP 1": "states",
        "1": "states",
        "1 (a)": "states",
        "1 (a) (i)": "states",
        "2": "business",
        "3": "states",
    }
    assert gap_units(keys) == {"1 (a) (i)", "3"}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", "null", '{"format": 1}', '{"format": 1, "paragraphs": [{"label": "1"}]}', "\u0000"],
)
def test_what_is_no_data_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "text.json"
    path.write_text(content, "utf-8")
    with pytest.raises(UserError, match="holds no text of an instrument"):
        load_instrument(path)


def test_a_file_of_a_later_format_or_with_an_unknown_addressee_is_refused(
    tmp_path: Path, draft: InstrumentText
) -> None:
    path = tmp_path / "text.json"
    path.write_text(json.dumps({**json.loads(draft.as_json()), "format": 2}), "utf-8")
    with pytest.raises(UserError, match="another version of the program"):
        load_instrument(path)
    strange = replace(draft, paragraphs=(replace(draft.paragraphs[0], addressees="planets"),))
    path.write_text(strange.as_json(), "utf-8")
    with pytest.raises(UserError, match="holds no text of an instrument"):
        load_instrument(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"missing\.json.*cannot be read"):
        load_instrument(tmp_path / "missing.json")
