"""Icons keep to one style, so that a new one is not noticed."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from uprtracker.paths import resource

ICONS = sorted(path for path in resource("icons").glob("*.svg") if path.stem != "app")


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icon_is_drawn_on_the_common_grid(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert root.get("viewBox") == "0 0 16 16"
    assert root.get("stroke-width") == "1.6"
    assert {element.get("stroke", "currentColor") for element in root.iter()} <= {"currentColor", "none"}
    assert {element.get("fill", "none") for element in root.iter()} <= {"currentColor", "none"}


def test_confidentiality_has_a_lock_for_each_grade() -> None:
    assert {"lock-open", "lock-half", "lock-closed"} <= {path.stem for path in ICONS}
