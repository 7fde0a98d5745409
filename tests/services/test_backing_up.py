"""Backups: complete, never overwritten, thinned out, restored without losing what stood there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from uprtracker.api import new_dossier, open_dossier
from uprtracker.cli import main
from uprtracker.errors import StorageError, UserError
from uprtracker.services.backing_up import back_up, backups_of, restore

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "home [1].uprt"
    new_dossier(path, state="Slovenia").close()
    return path


def test_a_backup_is_listed_with_time_reason_and_size(dossier: Path) -> None:
    made = back_up(str(dossier), "by-hand", NOON)
    (listed,) = backups_of(dossier)
    assert (listed.path, listed.at, listed.reason, listed.size) == (
        made,
        NOON,
        "by-hand",
        made.stat().st_size,
    )


def test_two_backups_of_one_second_are_both_kept(dossier: Path) -> None:
    back_up(str(dossier), "import", NOON)
    back_up(str(dossier), "import", NOON)
    assert [b.reason for b in backups_of(dossier)] == ["import-2", "import"]


def test_backups_of_another_dossier_are_not_ours(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "home [1].uprt.old.uprt"
    new_dossier(other, state="Slovenia").close()
    back_up(str(other), "by-hand", NOON)
    assert backups_of(dossier) == ()


def test_old_backups_are_thinned_out_to_days_weeks_and_months(dossier: Path) -> None:
    for day in range(400):
        at = NOON - timedelta(days=400 - day)
        dossier.with_name(f"{dossier.name}.{at:%Y%m%d-%H%M%S}.import.bak").write_bytes(b"older")
    back_up(str(dossier), "import", NOON)
    kept = backups_of(dossier)
    assert len(kept) <= 10 + 7 + 4 + 12
    assert [b.at for b in kept[:10]] == [NOON - timedelta(days=n) for n in range(10)]
    assert len({b.at.strftime("%Y%m") for b in kept}) == 12


def test_restoring_keeps_what_stood_there(dossier: Path) -> None:
    made = back_up(str(dossier), "by-hand", NOON)
    with open_dossier(dossier) as later:
        later.snapshot("after")
    before = restore(made, dossier, NOON)
    assert before is not None
    with open_dossier(dossier) as restored:
        assert restored.history() == []
    kept = dossier.with_name("kept.uprt")
    assert restore(before, kept, NOON) is None
    with open_dossier(kept) as undone:
        assert [e.new for e in undone.history()] == ["after"]


def test_what_is_no_backup_is_refused_and_nothing_is_changed(dossier: Path, tmp_path: Path) -> None:
    was = dossier.read_bytes()
    text = tmp_path / "notes.bak"
    text.write_text("nothing of ours here")
    with pytest.raises(StorageError, match="not a UPR Tracker dossier"):
        restore(text, dossier, NOON)
    with pytest.raises(UserError, match=r"does not end in \.uprt"):
        restore(dossier, tmp_path / "copy.db", NOON)
    with pytest.raises(UserError, match="one file"):
        restore(dossier, dossier, NOON)
    with pytest.raises(StorageError, match="backed up by its server"):
        back_up("postgresql://host/name", "by-hand", NOON)
    assert dossier.read_bytes() == was
    assert sorted(p.name for p in tmp_path.iterdir()) == [dossier.name, "notes.bak"]


def test_the_commands(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(dossier)]) == 0
    made = capsys.readouterr().out.strip()
    assert main(["restore", made, "--to", str(tmp_path / "copy.uprt")]) == 0
    assert capsys.readouterr() == (f"{tmp_path / 'copy.uprt'}\n", "")
    assert main(["restore", made, "--to", str(dossier)]) == 0
    assert "is kept as" in capsys.readouterr().err
    assert main(["restore", made, "--to", str(tmp_path / "copy.db")]) == 2


def test_an_import_is_preceded_by_a_backup_and_one_without_news_by_none(
    dossier: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Number,Recommendation,Recommending States\n1.1,Ratify the convention,Peru\n", "utf-8")
    assert main(["import", str(table), "--into", str(dossier), "--as", "spreadsheet"]) in (0, 1)
    assert [b.reason for b in backups_of(dossier)] == ["import"]
    with open_dossier(backups_of(dossier)[0].path) as before:
        assert before.list() == []
    assert main(["import", str(table), "--into", str(dossier), "--as", "spreadsheet"]) in (0, 1)
    assert len(backups_of(dossier)) == 1
