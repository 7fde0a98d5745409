"""Builds resources/vocabularies/sdgs.csv from the table in the folder that UPRTRACKER_CORPUS names.

The texts are those of open-sdg/sdg-translations (MIT, sdgs-LICENSE.txt beside the table), composed and
cleaned of the traces of page layout.
"""

import csv
import os
import re
import sys
import unicodedata
from pathlib import Path

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
TARGET = Path(__file__).parent.parent / "resources" / "vocabularies" / "sdgs.csv"

FULL_WIDTH = {",": "，", ";": "；", ":": "："}
MISSPELT = {"إالى": "إلى", "وكافحة": "ومكافحة"}
HEADING_GLUED_TO_GOAL_17 = " Финансирование"
KASHIDA = "\u0640"


def cleaned(text: str, language: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if language == "ar":
        text = text.replace(KASHIDA, "")
        for wrong, right in MISSPELT.items():
            text = text.replace(wrong, right)
    if language == "zh":
        text = re.sub(r"(?<=[^\x00-\x7f])[,;:]", lambda mark: FULL_WIDTH[mark[0]], text)
    return text.removesuffix(HEADING_GLUED_TO_GOAL_17)


def main() -> None:
    folder = os.environ.get("UPRTRACKER_CORPUS")
    if not folder:
        sys.exit("Set UPRTRACKER_CORPUS to the folder of real documents.")
    source = Path(folder) / "vocabularies" / "sdg_goals_targets_multilingual.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = [
            {"code": row["code"], **{language: cleaned(row[language], language) for language in LANGUAGES}}
            for row in csv.DictReader(file)
        ]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("code", *LANGUAGES), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} goals and targets written to {TARGET.name}")


if __name__ == "__main__":
    main()
