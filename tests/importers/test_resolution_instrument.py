import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from uprtracker.errors import UserError
from uprtracker.importers.resolution import parse_resolution, read_resolution
from uprtracker.importers.resolution_instrument import Reviewed, instrument_text, read_reviewed
from uprtracker.paths import resource
from uprtracker.vocabulary.addressee import Addressee

ROOT = Path(__file__).parents[2]
SOURCE = resource("resolutions", "human-rights-defenders-draft-70.txt")
TEXT = """On a subject
The General Assembly,
Recalling all,
1. Reaffirms the right of everyone to take part in whatever is of concern to them;
2. Calls upon all States: (a) To act; (b) To see.
"""


def test_the_data_files_are_what_their_sources_give() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_resolution.py"), "--check"],
        capture_output=True, text=True, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (checked.returncode, checked.stdout.strip()) == (0, "nothing to change"), checked.stderr


def test_the_faults_of_the_bundled_text_are_mended_and_nothing_else_is_changed() -> None:
    parsed = read_resolution(SOURCE)
    assert [(mend.was, mend.now) for mend in parsed.mends] == [
        ("re spective", "respective"),
        ("non -State", "non-State"),
        ("crit eria", "criteria"),
        ("ind ividuals", "individuals"),
        ("measur es", "measures"),
    ]
    assert (parsed.warnings, parsed.apart) == ((), ())
    source = SOURCE.read_text("utf-8")
    for mend in parsed.mends:
        assert source.count(mend.was) == 1
        source = source.replace(mend.was, mend.now)
    labelled = [parsed.title, f"{parsed.organ},"]
    for paragraph in parsed.paragraphs:
        label = paragraph.label
        labelled.append("" if label.preambular else f"({label.letter})" if label.letter else f"{label}.")
        labelled.append(paragraph.text)
    notes = " ".join(note.text for note in parsed.footnotes)
    printed = re.sub(r"^_+ *$|^\d *$", "", source, flags=re.MULTILINE)
    for note in parsed.footnotes:
        printed = printed.replace(note.text, "", 1)
    assert " ".join(labelled).split() == printed.split()
    assert notes.count("annex") == 3


@pytest.mark.parametrize(
    "respaced",
    [
        lambda lines: "\r\n".join(lines),
        lambda lines: "\n".join(line for line in lines if line.strip()),
        lambda lines: "\n".join(line.strip() for line in lines if line.strip()),
    ],
    ids=["other line ends", "no blank lines", "no indents"],
)
def test_the_spacing_of_the_bundled_text_may_be_lost(respaced: Callable[[list[str]], str]) -> None:
    lines = SOURCE.read_text("utf-8").split("\n")
    expected, parsed = read_resolution(SOURCE), parse_resolution(respaced(lines), "t")
    assert [(p.label, p.text) for p in parsed.paragraphs] == [(p.label, p.text) for p in expected.paragraphs]
    assert [(n.text, n.cited_by) for n in parsed.footnotes] == [
        (n.text, n.cited_by) for n in expected.footnotes
    ]
    assert parsed.warnings == ()


def test_a_reviewed_table_gives_short_labels_and_overrides(tmp_path: Path) -> None:
    table = tmp_path / "labels.csv"
    table.write_text('label,short,addressees_override\n1,"Taking part, freely",states\n2(b),See,\n', "utf-8")
    reviewed = read_reviewed(table)
    assert reviewed == {"1": Reviewed("Taking part, freely", Addressee.STATES), "2 (b)": Reviewed("See")}
    text = instrument_text(
        parse_resolution(TEXT, "t"),
        instrument="subject",
        version="v1",
        description="a draft",
        reviewed=reviewed,
    )
    units = {p.label: (p.short, p.addressees, p.is_gap_unit) for p in text.paragraphs}
    assert units == {
        "PP 1": ("All", "statement", False),
        "1": ("Taking part, freely", "states", True),
        "2": ("All States", "states", False),
        "2 (a)": ("To act", "states", True),
        "2 (b)": ("See", "states", True),
    }
    assert (text.instrument, text.version, text.title, text.organ) == (
        "subject",
        "v1",
        "On a subject",
        "The General Assembly",
    )


def test_without_review_the_first_words_are_the_short_label() -> None:
    text = instrument_text(parse_resolution(TEXT, "t"), instrument="subject", version="v1", description="")
    shorts = [paragraph.short for paragraph in text.paragraphs]
    assert shorts[1] == "The right of everyone to take part in…"
    assert text.paragraphs[1].addressees == "statement"


def test_a_review_of_a_paragraph_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="has no paragraph 3"):
        instrument_text(
            parse_resolution(TEXT, "t"),
            instrument="s",
            version="v",
            description="",
            reviewed={"3": Reviewed("Nothing")},
        )


@pytest.mark.parametrize("short", ["", "x" * 41])
def test_a_short_label_must_be_short(tmp_path: Path, short: str) -> None:
    table = tmp_path / "labels.csv"
    table.write_text(f"label,short,addressees_override\n1,{short},\n", "utf-8")
    with pytest.raises(UserError, match="1 to 40 characters"):
        read_reviewed(table)
