"""The catalogues: every text of the program in every language, with its placeholders, compiled, and menus that can be typed."""

import importlib.util
import re
import string
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from uprtracker.i18n import LANGUAGES, speaking
from uprtracker.i18n import _ as translated
from uprtracker.ui import window_action

ROOT = Path(__file__).parents[2]
OTHERS = [language for language in LANGUAGES if language != "en"]
_ACCESS_KEY = re.compile(r"&(?!&)(\w)")


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(catalogues: ModuleType) -> Any:
    return catalogues.template()


def _names(text: str) -> Counter[str]:
    return Counter(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(catalogues: ModuleType, template: Any, language: str) -> None:
    catalogue = catalogues.read(language)
    known = {message.id for message in catalogue if message.id}
    assert {message.id for message in template if message.id} == known, "run make translations"
    assert catalogues.untranslated(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_those_of_the_text(catalogues: ModuleType, language: str) -> None:
    wrong = []
    for message in catalogues.read(language):
        if isinstance(message.id, tuple):
            allowed = _names(message.id[1])
            wrong += [form for form in message.string if not set(_names(form)) <= set(allowed)]
        elif message.id and _names(message.string) != _names(message.id):
            wrong.append(message.string)
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_compiled_is_what_is_written(catalogues: ModuleType, tmp_path: Path, language: str) -> None:
    from babel.messages.mofile import write_mo

    compiled = tmp_path / "uprtracker.mo"
    with compiled.open("wb") as target:
        write_mo(target, catalogues.read(language))
    stored = catalogues.catalogue_file(language).with_suffix(".mo")
    assert stored.read_bytes() == compiled.read_bytes(), "run make translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_one_access_key(language: str) -> None:
    with speaking(language):
        specs = window_action.action_specs()
        submenus = {
            window_action.RECENT: translated("Open &recent"),
            window_action.STATUSES: translated("Set &status"),
            window_action.LANGUAGES_MENU: translated("La&nguage"),
        }
        menus = [
            [specs[key].words if key in specs else submenus[key] for key in keys if key]
            for _title, keys in window_action.menu_plan()
        ]
        menus.append([title for title, _keys in window_action.menu_plan()])
    for entries in menus:
        keys = [found[1].casefold() for entry in entries if (found := _ACCESS_KEY.search(entry))]
        assert len(keys) == len(entries), entries
        assert len(set(keys)) == len(keys), entries
