"""What a person chose for this program, kept in the platform's folder for settings. The window's geometry is not here."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from uprtracker.paths import config_dir
from uprtracker.vocabulary.profile import Actor, Profile

VERSION = 1
MOST_RECENT_FILES = 8


@dataclass(frozen=True)
class Settings:
    """All choices with their defaults. `theme`: system, light or dark; `columns` are keys in their order, empty: the usual."""

    recent: tuple[str, ...] = ()
    theme: str = "system"
    language: str = "en"
    profile: str = Profile.SECRETARIAT.value
    post: str = ""
    institution: str = ""
    compact_rows: bool = False
    columns: tuple[str, ...] = ()

    @property
    def actor(self) -> Actor:
        """Who works with the program; an unknown profile is the secretariat's."""
        known = {profile.value for profile in Profile}
        profile = Profile(self.profile) if self.profile in known else Profile.SECRETARIAT
        return Actor(profile, self.post, self.institution)

    def with_actor(self, actor: Actor) -> "Settings":
        return replace(self, profile=actor.profile.value, post=actor.post, institution=actor.institution)

    def with_recent(self, location: str) -> "Settings":
        """The settings with a dossier at the head of those opened last."""
        others = tuple(known for known in self.recent if known != location)
        return replace(self, recent=(location, *others)[:MOST_RECENT_FILES])


def settings_file() -> Path:
    return config_dir() / "settings.json"


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings; a file that cannot be read is kept beside as `.bad` and the defaults are used."""
    path = path or settings_file()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return _settings(stored)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        _set_aside(path)
        return Settings()


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole or not at all. Where the folder cannot be written they last as long as the program."""
    path = path or settings_file()
    content = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=1)
    written = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(content + "\n", encoding="utf-8")
        written.replace(path)
    except OSError:
        return


def _settings(stored: dict[str, Any]) -> Settings:
    """Known fields of the right type; a later version's unknown fields are passed over."""
    defaults = Settings()
    values: dict[str, Any] = {}
    for field in fields(Settings):
        value = stored.get(field.name, getattr(defaults, field.name))
        if isinstance(getattr(defaults, field.name), tuple):
            value = tuple(str(item) for item in value)
        if type(value) is not type(getattr(defaults, field.name)):
            raise TypeError(field.name)
        values[field.name] = value
    return Settings(**values)


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".bad"))
    except OSError:
        return
