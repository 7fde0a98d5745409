"""The sums that a document states about itself."""

import pytest

from uprtracker.importers.parsed_addendum import StatedTotals
from uprtracker.importers.stated_totals import read_totals


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        (
            "X received 254 recommendations from Member States, of which 217 are supported and 37 noted.",
            StatedTotals(254, 217, 37),
        ),
        (
            "Of the 200 recommendations, X accepts 150 recommendations and notes 50.",
            StatedTotals(200, 150, 50),
        ),
        ("Out of the 120 recommendations received, 100 enjoy the support of X.", StatedTotals(120, 100)),
        (
            "X accepted 90 of them; 5 were partially accepted, 7 were not accepted.",
            StatedTotals(None, 90, 7, 5),
        ),
        ("A total of 180 recommendations were made during the dialogue.", StatedTotals(180)),
        ("X received 10 recommendations in 2010. X received 20 recommendations in 2014.", StatedTotals()),
        ("In 2010, 37 laws were adopted and 12 accepted by the Court.", StatedTotals(supported=12)),
        ("X accepts recommendations 140.1 to 140.9.", StatedTotals()),
        ("140.12 accepted. 140.13 noted.", StatedTotals()),
        ("", StatedTotals()),
    ],
)
def test_totals(text: str, totals: StatedTotals) -> None:
    assert read_totals(text) == totals
