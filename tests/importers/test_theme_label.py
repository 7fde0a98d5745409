"""The cell of themes in each layout: themes, groups of persons and SDGs with scheme and code."""

from uprtracker.importers.theme_label import SDG_SCHEME, has_letter_codes, read_sdg_cell, read_theme_cell


def labels(text: str) -> list[tuple[str, str, str]]:
    return [(theme.kind, theme.code, theme.label) for theme in read_theme_cell(text, "scheme")]


def test_numbered_rights() -> None:
    assert labels("2.1. Acceptance of norms  \n36. Defenders\nAffected persons:\n- general\n") == [
        ("theme", "2.1", "Acceptance of norms"),
        ("theme", "36", "Defenders"),
        ("group", "", "general"),
    ]


def test_lettered_themes_with_sdgs_among_them() -> None:
    cell = "H1 Defenders\u00a0\nS Sustainable Development Goal work\nS16 SDG 16 - peace\nS04 SDG 4 \u00a0- education"
    assert labels(cell) == [
        ("theme", "H1", "Defenders"),
        ("theme", "S", "Sustainable Development Goal work"),
        ("sdg", "16", "peace"),
        ("sdg", "4", "education"),
    ]


def test_dashed_labels_in_sections() -> None:
    cell = "- Right to life\n- 2030 Agenda\nSDGs: \n- 16 - PEACE\n- 16.2 - END ABUSE\nAffected persons: \n- Children"
    assert labels(cell) == [
        ("theme", "", "Right to life"),
        ("theme", "", "2030 Agenda"),
        ("sdg", "16", "PEACE"),
        ("sdg", "16.2", "END ABUSE"),
        ("group", "", "Children"),
    ]


def test_groups_without_themes() -> None:
    assert labels("Groups of Persons: \n- Women & girls") == [("group", "", "Women & girls")]


def test_a_label_broken_over_two_lines() -> None:
    cell = "- Persons with disabilities:\nindependence, inclusion\nGroups of Persons:\n- Migrants & domestic\nworkers"
    assert labels(cell) == [
        ("theme", "", "Persons with disabilities: independence, inclusion"),
        ("group", "", "Migrants & domestic workers"),
    ]


def test_plain_lines_are_labels_of_their_own() -> None:
    assert labels("Right to life\nRight to food") == [
        ("theme", "", "Right to life"),
        ("theme", "", "Right to food"),
    ]


def test_the_scheme_of_themes_and_of_sdgs() -> None:
    theme, goal = read_theme_cell("- Right to life\nSDGs:\n- 3 - HEALTH", "OHCHR 2020")
    assert (theme.scheme, goal.scheme) == ("OHCHR 2020", SDG_SCHEME)


def test_a_column_of_sdgs() -> None:
    found = read_sdg_cell("- 1 - NO POVERTY\n- 17 - PARTNERSHIPS FOR THE GOALS\n")
    assert [(goal.kind, goal.code, goal.label) for goal in found] == [
        ("sdg", "1", "NO POVERTY"),
        ("sdg", "17", "PARTNERSHIPS FOR THE GOALS"),
    ]


def test_an_empty_cell() -> None:
    assert labels("\n") == []


def test_letters_tell_the_list_of_2019() -> None:
    assert has_letter_codes("A12 Acceptance of norms\nAffected persons:\n- general")
    assert not has_letter_codes("- Right to life\nAffected persons:\n- A12 people")
    assert not has_letter_codes("2.1. Acceptance of norms")
