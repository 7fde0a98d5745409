"""The 17 Sustainable Development Goals and their 169 targets: reading printed labels, and their texts."""

import csv
import re
from functools import cache

from uprtracker.paths import resource

_NAMED = r"(?:S\d{2}\b\W*)?(?:SDGs?|ODD|ODS|ЦУР|Goal|Target|Objectif|Objetivo|Цель)\W*"
_CODED = r"S(?=\d{2}\b)"
_LABEL = re.compile(
    rf"\W*(?P<prefix>{_NAMED}|{_CODED})?0?(?P<goal>\d{{1,2}})(?:\.(?P<target>\d{{1,2}}|[a-d]))?(?!\d)"
    r"(?P<end>\s*[-–—:.)](?!\d)|\s*$)?",
    re.IGNORECASE,
)


def sdg_code(printed: str) -> str | None:
    """The code (`16`, `16.2`, `8.a`) that a printed label begins with; None where it names no goal.

    Reads `16 - PEACE, JUSTICE ...`, `- 16.2 - Protect ...`, `S16 SDG 16 - peace`. The words after the code
    differ from document to document and are not read. Of a target that does not exist (`17.b`) the goal is
    given.
    """
    found = _LABEL.match(printed)
    if not found or not (found["prefix"] or found["end"] is not None):
        return None
    goal, target = found["goal"], found["target"]
    codes = (f"{goal}.{target.lower()}", goal) if target else (goal,)
    return next((code for code in codes if code in _texts()), None)


def sdg_name(code: str, language: str) -> str:
    """The text of a goal or target in a language of the UN, in English where the language is another."""
    texts = _texts()[code]
    return texts.get(language, texts["en"])


@cache
def _texts() -> dict[str, dict[str, str]]:
    with resource("vocabularies", "sdgs.csv").open(encoding="utf-8", newline="") as file:
        return {row.pop("code"): row for row in csv.DictReader(file)}
