"""Settings: read, written whole, and never a reason not to start."""

from pathlib import Path

import pytest

from uprtracker.settings import Settings, load_settings, save_settings, settings_file
from uprtracker.vocabulary.profile import Actor, Profile


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    settings = Settings(theme="dark", columns=("number", "due"), compact_rows=True).with_recent("/a.uprt")
    save_settings(settings, tmp_path / "config" / "settings.json")
    assert load_settings(tmp_path / "config" / "settings.json") == settings


def test_without_a_file_the_defaults_are_used(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert settings_file().name == "settings.json"


@pytest.mark.parametrize("content", ["{", "[]", '"x"', '{"recent": 3}', '{"compact_rows": "yes"}', "\x00"])
def test_a_broken_file_is_set_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert load_settings(path) == Settings()
    assert not path.exists()
    assert path.with_suffix(".bad").read_text(encoding="utf-8") == content


def test_fields_of_a_later_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": 9, "theme": "dark", "new_field": 1}', encoding="utf-8")
    assert load_settings(path).theme == "dark"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    save_settings(Settings(), tmp_path / "file" / "settings.json")


def test_the_last_dossier_comes_first_and_the_list_ends(tmp_path: Path) -> None:
    settings = Settings()
    for n in range(12):
        settings = settings.with_recent(f"/{n}.uprt")
    settings = settings.with_recent("/8.uprt")
    assert settings.recent[:2] == ("/8.uprt", "/11.uprt")
    assert len(settings.recent) == 8


def test_an_unknown_profile_is_the_secretariats() -> None:
    assert Settings(profile="president").actor.profile is Profile.SECRETARIAT
    actor = Actor(Profile.NHRI, "Reviewer", "Human Rights Institution")
    assert Settings().with_actor(actor).actor == actor
