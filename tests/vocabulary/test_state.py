"""Every way in which the UN and its documents write a State's name leads to that State, and nothing else does."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.paths import resource
from uprtracker.vocabulary.state import LANGUAGES, State, all_states, find_state, state, states_in


def _rows(file_name: str) -> list[dict[str, str]]:
    with resource("vocabularies", file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


STATES = all_states()
ALIASES = [(row["iso3"], row["name"]) for row in _rows("state_aliases.csv")]
NAMES = [(s.iso3, s.name(language)) for s in STATES for language in LANGUAGES]
FORMAL = [(row["iso3"], row[f"formal_{language}"]) for row in _rows("states.csv") for language in LANGUAGES]
WRITTEN = [(iso3, name) for iso3, name in (*NAMES, *FORMAL) if name]


def _codes(found: list[State] | None) -> list[str] | None:
    return None if found is None else [s.iso3 for s in found]


def test_the_members_and_two_observers_are_states() -> None:
    assert len(STATES) == 195
    assert {s.iso3 for s in STATES if not s.regional_group} == {"VAT", "PSE"}
    assert not {"TWN", "COK", "NIU", "ESH", "HKG"} & {s.iso3 for s in STATES}


def test_regional_groups_have_the_sizes_the_un_gives() -> None:
    sizes = {"African": 54, "Asia-Pacific": 54, "Eastern European": 23, "GRULAC": 33, "WEOG": 29}
    for group, size in sizes.items():
        assert len([s for s in STATES if s.regional_group == group]) == size
    assert {state(iso3).regional_group for iso3 in ("TUR", "ISR", "USA", "CAN", "AUS")} == {"WEOG"}
    assert {state(iso3).regional_group for iso3 in ("CYP", "KIR", "KAZ")} == {"Asia-Pacific"}


def test_short_names_are_the_un_names_without_article() -> None:
    assert state("NLD").short == "Netherlands"
    assert state("NLD").formal == "Kingdom of the Netherlands"
    assert state("CIV").short == "Côte d'Ivoire"
    assert state("TUR").short == "Türkiye"
    assert state("PSE").name("fr") == "État de Palestine"
    assert state("DZA").name("zh") == "阿尔及利亚"
    assert state("SVN").name("sl") == "Slovenia"


def test_codes_are_unique() -> None:
    rows = _rows("states.csv")
    for column in ("iso3", "iso2", "m49"):
        assert len({row[column] for row in rows}) == 195


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        state("XXX")


def _variants(name: str) -> list[str]:
    return [
        name,
        f"  {name}\n",
        name.upper(),
        name.lower(),
        name.replace("'", "’"),
        name.replace("'", "‘"),
        name.replace(" ", "\u00a0"),
        name.replace("-", "‑"),
        f"{name}*",
        f"the {name}",
        f"The {name};",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_every_language_resolves_however_it_is_set(language: str) -> None:
    for row in _rows("states.csv"):
        for name in filter(None, (row[f"short_{language}"], row[f"formal_{language}"])):
            for variant in _variants(name):
                assert find_state(variant) == state(row["iso3"]), variant


@given(st.sampled_from(WRITTEN), st.data())
def test_names_resolve_in_any_mixture_of_case_and_with_any_spaces(
    written: tuple[str, str], data: st.DataObject
) -> None:
    iso3, name = written
    spaces = st.sampled_from([" ", "  ", "\u00a0", "\u202f", "\n", "\t"])
    drawn = (
        data.draw(spaces) if letter == " " else data.draw(st.sampled_from([letter.lower(), letter.upper()]))
        for letter in name
    )
    assert find_state("".join(drawn)) == state(iso3)


@pytest.mark.parametrize(("iso3", "name"), ALIASES)
def test_aliases_resolve(iso3: str, name: str) -> None:
    assert find_state(name) == state(iso3)


def test_no_name_is_entered_for_two_states() -> None:
    by_name: dict[str, str] = {}
    for iso3, name in (*WRITTEN, *ALIASES):
        assert by_name.setdefault(name.casefold(), iso3) == iso3, name


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("Czech Republic", "CZE"),
        ("THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA", "MKD"),
        ("Macedonia FYR", "MKD"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Korea, Republic of", "KOR"),
        ("Korea, Democratic People’s Republic of", "PRK"),
        ("Netherlands, Kingdom of the", "NLD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Tanzania, United Republic of", "TZA"),
        ("Trinidad & Tobago", "TTO"),
        ("Sierra Le one", "SLE"),
        ("Bolivia (Plurinational S tate of)", "BOL"),
        ("U.S.A.", "USA"),
        ("UK", "GBR"),
        ("SI", "SVN"),
        ("SVN", "SVN"),
        ("St. Vincent & the Grenadines", "VCT"),
        ("l'Allemagne", "DEU"),
        ("Côte d‟Ivoire", "CIV"),
    ],
)
def test_printed_forms_resolve(name: str, iso3: str) -> None:
    assert find_state(name) == state(iso3)


@pytest.mark.parametrize(
    "name",
    ["", " ", "*", "(Unknown)", "Taiwan", "Kosovo", "Republic of", "the", "si", "us", "Chile, Peru", "To go"],
)
def test_other_texts_are_no_state(name: str) -> None:
    assert find_state(name) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal", ["PRT"]),
        ("Portugal, Slovakia", ["PRT", "SVK"]),
        ("Chile and Peru", ["CHL", "PER"]),
        ("Chile & Peru", ["CHL", "PER"]),
        ("France\nSpain;\nUK; U.S.A.", ["FRA", "ESP", "GBR", "USA"]),
        ("Trinidad and Tobago and Bosnia and Herzegovina", ["TTO", "BIH"]),
        ("Iran, Islamic Republic of, Netherlands, Kingdom of the, Chad", ["IRN", "NLD", "TCD"]),
        ("Bolivia (Plurinational\nState of), Viet Nam", ["BOL", "VNM"]),
        ("Argentina Chile", ["ARG", "CHL"]),
        ("Sudan South Africa", ["SDN", "ZAF"]),
        ("Sudan, South Sudan", ["SDN", "SSD"]),
        ("Guinea, Equatorial Guinea and Guinea-Bissau", ["GIN", "GNQ", "GNB"]),
        ("Congo, Democratic Republic of the Congo", ["COG", "COD"]),
        ("Sierra Le one, Ghana", ["SLE", "GHA"]),
        ("Belgium*, the Netherlands**", ["BEL", "NLD"]),
        ("les États-Unis et la France", ["USA", "FRA"]),
        ("فرنسا وألمانيا، البوسنة والهرسك", ["FRA", "DEU", "BIH"]),
        ("智利和秘鲁、波斯尼亚和黑塞哥维那", ["CHL", "PER", "BIH"]),
        ("Мексика и Куба", ["MEX", "CUB"]),
        ("Chile, Peru, Chile", ["CHL", "PER"]),
    ],
)
def test_reads_lists_of_states(text: str, expected: list[str]) -> None:
    assert _codes(states_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["", " , ", "and", "OP- CAT", "2016–2020", "No. 29", "ID", "TV", "CAN", "to go", "Chile and others", "Chile, CEDAW",
     "Bangkok Rules", "Guinea Pig", "New Guinea", "Korea", "South America", "Economic, Social"],
)  # fmt: skip
def test_a_text_with_anything_else_in_it_is_no_list_of_states(text: str) -> None:
    assert states_in(text) is None


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique_by=lambda pair: pair[0]),
    st.sampled_from(["; ", "\n", ";\n"]),
)
def test_a_list_of_names_gives_its_states_in_order(pairs: list[tuple[str, str]], separator: str) -> None:
    assert _codes(states_in(separator.join(name for _, name in pairs))) == [iso3 for iso3, _ in pairs]


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=6, unique=True), st.booleans())
def test_english_lists_with_commas_and_an_and(states: list[State], oxford: bool) -> None:
    *first, last = [s.short for s in states]
    text = f"{', '.join(first)}{',' if oxford else ''} and {last}" if first else last
    assert states_in(text) == states


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found = states_in(text)
    assert found is None or (found and set(found) <= set(STATES))
    assert find_state(text) is None or find_state(text) in STATES
