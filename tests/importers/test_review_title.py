"""State, cycle and session in the head of a page, in every form that was seen and some more."""

import pytest

from uprtracker.importers.review_title import read_review_title


@pytest.mark.parametrize(
    ("lines", "iso3", "cycle", "session"),
    [
        (["UPR of Slovenia (3rd Cycle - 34th Session)"], "SVN", 3, 34),
        (["UPR of China (2nd Cycle – 17th session) Thematic list Page 1 of 9"], "CHN", 2, 17),
        (["UPR of Egypt - Second Cycle", "Thematic list of recommendations"], "EGY", 2, None),
        (["UPR of Egypt - Second CycleThematic list"], "EGY", 2, None),
        (["UPR of Bolivia (Plurinational State of) (4th Cycle - 48th Session)"], "BOL", 4, 48),
        (["UPR of Guinea-Bissau – Third cycle"], "GNB", 3, None),
        (["UPR of the United States of America (3rd Cycle – 36th session)"], "USA", 3, 36),
        (["UPR of Türkiye, Session 35, Cycle 3"], "TUR", 3, 35),
        (["UPR of Slovenia", "(4th Cycle - 48th Session)"], "SVN", 4, 48),
        (["UPR of Bosnia and", "Herzegovina (3rd Cycle - 34th Session)"], "BIH", 3, 34),
        (["UPR of Mali (29th session)"], "MLI", None, 29),
        (["Page 2", "UPR of Chile Thematic list of recommendations", "Fifth UPR cycle"], "CHL", 5, None),
        (["UPR of Chile"], "CHL", None, None),
        (["Thematic list of recommendations", "cycle"], None, None, None),
        ([], None, None, None),
    ],
)
def test_the_head_of_a_page(
    lines: list[str], iso3: str | None, cycle: int | None, session: int | None
) -> None:
    found = read_review_title(lines)
    assert (found.state_iso3, found.cycle, found.session) == (iso3, cycle, session)


def test_a_state_that_is_not_known_is_kept_as_printed() -> None:
    found = read_review_title(["UPR of Atlantis (3rd Cycle - 34th Session)"])
    assert (found.state_iso3, found.state_as_printed, found.session) == (None, "Atlantis", 34)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["UPR of China (2nd Cycle – 17th session) Thematic list Page 1 of 9"],
            "UPR of China (2nd Cycle – 17th session)",
        ),
        (["UPR of Egypt - Second Cycle", "Thematic list"], "UPR of Egypt - Second Cycle"),
        (["UPR of Chile", "Thematic list"], "UPR of Chile"),
        (["Thematic list"], ""),
    ],
)
def test_the_title_ends_before_page_numbers(lines: list[str], title: str) -> None:
    assert read_review_title(lines).title == title
