import pytest

from uprtracker.importers.resolution_opening import begins_operative, begins_preambular, opening


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Guided by the purposes", "Guided"),
        ("Guided also by the Declaration", "Guided also"),
        ("Also recalling its resolution", "Also recalling"),
        ("Gravely concerned also that", "Gravely concerned also"),
        ("Deeply and gravely concerned at", "Deeply and gravely concerned"),
        ("Strongly reaffirming that", "Strongly reaffirming"),
        ("Stressing in particular that", "Stressing in particular"),
        ("Mindful that laws", "Mindful"),
        ("Bearing in mind the Charter", "Bearing in mind"),
        ("Having considered the report", "Having considered"),
        ("Taking note with appreciation of the report", "Taking note with appreciation"),
        ("Taking into account all", "Taking into account"),
        (
            "Expressing its deep appreciation and gratitude to all",
            "Expressing its deep appreciation and gratitude",
        ),
        ("Noting with deep concern the risks", "Noting with deep concern"),
        ("Paying special tribute to all", "Paying special tribute"),
        ("Acting under Chapter VII", "Acting under"),
    ],
)
def test_preambular_openings(text: str, verb: str) -> None:
    assert opening(text) == verb
    assert begins_preambular(text)
    assert not begins_operative(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Calls upon all States", "Calls upon"),
        ("Strongly calls upon all States", "Strongly calls upon"),
        ("Strongly urges the release", "Strongly urges"),
        ("Further calls for an end", "Further calls for"),
        ("Continues to express particular concern about", "Continues to express particular concern"),
        ("Expresses concern about", "Expresses concern"),
        ("Expresses its sincere appreciation to", "Expresses its sincere appreciation"),
        ("Reiterates its strong call upon States", "Reiterates its strong call"),
        ("Welcomes the work, and takes note", "Welcomes"),
        ("Welcomes with appreciation the work", "Welcomes with appreciation"),
        ("Also takes note of the report", "Also takes note"),
        ("Condemns in the strongest terms all acts", "Condemns in the strongest terms"),
        ("Requests once again the Secretary-General", "Requests once again"),
        ("Looks forward to the report", "Looks forward to"),
        ("Decides to remain seized", "Decides"),
        ("Decides: (a)", "Decides"),
    ],
)
def test_operative_openings(text: str, verb: str) -> None:
    assert opening(text) == verb
    assert begins_operative(text)
    assert not begins_preambular(text)


@pytest.mark.parametrize(
    "text",
    [
        "United Nations agencies",
        "Beijing Declaration",
        "guided by",
        "Working Group on",
        "The Council",
        "1990",
        "",
    ],
)
def test_what_opens_no_paragraph(text: str) -> None:
    assert not begins_preambular(text)
    assert not begins_operative(text)


@pytest.mark.parametrize("text", ["", "(a)", "1990 was", "“Quoted” words"])
def test_a_text_without_verb_has_no_opening(text: str) -> None:
    assert opening(text) == ""
