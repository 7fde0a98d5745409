"""IMPACT OSS's template: keys in brackets, hints passed over, levels of support, other frameworks left out."""

from pathlib import Path

import pytest

from tests.importers.table_fixtures import write_csv
from uprtracker.errors import UserError
from uprtracker.importers.impact_oss import read_impact_oss, recognises
from uprtracker.vocabulary.position import Position

HEADERS = [
    "Cadre [database:framework_id]",
    "Référence [database:reference]",
    "Titre [database:title]",
    "Description [database:description]",
    "Réponse [database:response]",
    "Réponse du Gouvernement [database:support_level]",
    "category-short-title [rel:category-short-title]",
    "",
]
HINTS = [
    "Required: number",
    "Required: text",
    "Required: text",
    *["Optional: text"] * 4,
    "IMPORTANT: This row ...",
]


def row(number: str, level: str = "2", framework: str = "1", text: str = "") -> list[str]:
    text = text or f"Let marches pass freely in street {number} (Chile);"
    return [framework, number, text, "More", "Our answer", level, "Assembly,Media", ""]


def write(tmp_path: Path, *rows: list[str]) -> Path:
    return write_csv(tmp_path / "a.csv", [HEADERS, *rows], encoding="utf-8-sig")


def test_the_keys_are_read_and_not_the_labels(tmp_path: Path) -> None:
    path = write(tmp_path, HINTS, row("71.1"), row("71.10", "1"), row("71.2", "0"), row("71.3", ""))
    assert recognises(path)
    first, second, third, fourth = read_impact_oss(path).documents[0].recommendations
    assert (first.number, first.text, first.states) == (
        "71.1",
        "Let marches pass freely in street 71.1",
        ("CHL",),
    )
    assert (first.comment, first.explanation, first.language) == ("More", "Our answer", "en")
    assert [(theme.scheme, theme.label) for theme in first.themes] == [
        ("IMPACT OSS", "Assembly"),
        ("IMPACT OSS", "Media"),
    ]
    assert [r.position for r in (first, second, third, fourth)] == [
        Position.SUPPORTED,
        Position.SUPPORTED_NOTED,
        Position.NOTED,
        Position.UNKNOWN,
    ]
    assert "position is empty" in fourth.in_doubt


def test_other_frameworks_are_left_out_and_told(tmp_path: Path) -> None:
    documents = read_impact_oss(write(tmp_path, row("71.1"), row("5.1", framework="2")))
    assert documents.count == 1
    assert "other" in documents.warnings[-1].message


def test_a_remark_behind_the_states_is_the_explanation(tmp_path: Path) -> None:
    path = write(
        tmp_path, [*row("71.1", text="Let marches pass (Chile); Comments: by letter")[:4], "", "2", "", ""]
    )
    (record,) = read_impact_oss(path).documents[0].recommendations
    assert (record.text, record.explanation, record.in_doubt) == ("Let marches pass", "by letter", "")


def test_a_file_that_only_has_two_columns(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv",
        [["Reference [database:reference]", "Title [database:title]"], ["71.1", "Let marches pass (Chile);"]],
    )
    assert read_impact_oss(path).count == 1


def test_an_empty_template_and_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no row"):
        read_impact_oss(write(tmp_path, HINTS))
    other = write_csv(tmp_path / "b.csv", [["Reference", "Title"], ["1", "x"]])
    assert not recognises(other)
    with pytest.raises(UserError, match="keys"):
        read_impact_oss(other)
