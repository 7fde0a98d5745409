"""Builds resources/fonts from three unpacked packages of IBM Plex Sans; the same input gives the same bytes.

    python scripts/build_fonts.py PLEX_SANS PLEX_SANS_ARABIC PLEX_SANS_SC

Each argument is the folder that holds `package.json`; the tools are fontTools and brotli. The Latin and
Arabic fonts are the packages' own, turned from woff2 into TrueType. The Chinese one is reduced to GB 2312, and a second
file, in one weight, has the rarer characters that GB 2312 lacks: modified versions, which must not bear the reserved name
(OFL 1.1, clause 3), so they are named anew.
"""

import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "resources" / "fonts"
CHINESE_NAME = "UPR Tracker Sans SC"
CHINESE_FILE = "UPRTrackerSansSC"
WIDER_NAME = "UPR Tracker Sans SC Wide"
WIDER_FILE = "UPRTrackerSansSCWide"
EXTENSION_A = range(0x3400, 0x4DC0)
"""Left out of the wider font: the rarest of all, and half as large again as the rest of it."""

# East Asian punctuation and full-width forms that GB 2312 does not hold
MORE_CHINESE = (*range(0x20, 0x7F), *range(0x3000, 0x3040), *range(0xFF00, 0xFFF0), *map(ord, " ·•–—‘’“”…"))


def gb_2312() -> set[int]:
    found: set[int] = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            found.update(map(ord, bytes((high, low)).decode("gb2312", errors="ignore")))
    return found


def woff2(package: Path, name: str) -> TTFont:
    return TTFont(next(package.glob(f"fonts/complete/woff2/**/{name}.woff2")), recalcTimestamp=False)


def save_whole(package: Path, name: str) -> set[int]:
    font = woff2(package, name)
    font.flavor = None
    font.save(TARGET / f"{name}.ttf", reorderTables=True)
    return set(font.getBestCmap())


def save_reduced(package: Path, weight: str) -> set[int]:
    font = woff2(package, f"IBMPlexSansSC-{weight}")
    options = subset.Options(
        layout_features=["kern", "locl", "palt", "halt", "ccmp", "mark"],
        hinting=False,
        glyph_names=False,
        name_IDs=["*"],
        drop_tables=["meta", "vhea", "vmtx", "BASE"],
        recalc_timestamp=False,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=gb_2312() | set(MORE_CHINESE))
    subsetter.subset(font)
    rename(font, CHINESE_NAME, CHINESE_FILE, weight)
    even_digits(font)
    font.flavor = None
    font.save(TARGET / f"{CHINESE_FILE}-{weight}.ttf", reorderTables=True)
    return set(font.getBestCmap())


def save_wider(package: Path) -> set[int]:
    """What the reduced font lacks: all other unified ideographs, traditional forms among them, kana and signs."""
    font = woff2(package, "IBMPlexSansSC-Regular")
    wanted = set(font.getBestCmap()) - gb_2312() - set(MORE_CHINESE) - set(EXTENSION_A)
    options = subset.Options(
        layout_features=[],
        hinting=False,
        glyph_names=False,
        name_IDs=["*"],
        drop_tables=["meta", "vhea", "vmtx", "BASE", "GDEF", "GPOS", "GSUB"],
        recalc_timestamp=False,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, WIDER_NAME, WIDER_FILE, "Regular")
    font.flavor = None
    font.save(TARGET / f"{WIDER_FILE}-Regular.ttf", reorderTables=True)
    return set(font.getBestCmap())


def rename(font: TTFont, name: str, file: str, weight: str) -> None:
    whole = name if weight == "Regular" else f"{name} {weight}"
    names = {
        1: whole,
        2: "Regular",
        3: f"{file}-{weight}",
        4: whole,
        6: f"{file}-{weight}",
        16: name,
        17: weight,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 9, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)


def even_digits(font: TTFont) -> None:
    """Gives all digits the width of the zero: in SemiBold some are one unit narrower."""
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    width = metrics[glyphs[ord("0")]][0]
    for digit in "123456789":
        metrics[glyphs[ord(digit)]] = (width, metrics[glyphs[ord(digit)]][1])


def as_ranges(code_points: Iterable[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for point in sorted(code_points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


def main() -> None:
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    latin, arabic, chinese = map(Path, sys.argv[1:])
    covered = {
        "latin": [save_whole(latin, f"IBMPlexSans-{w}") for w in ("Regular", "Medium", "SemiBold")],
        "arabic": [save_whole(arabic, f"IBMPlexSansArabic-{w}") for w in ("Regular", "SemiBold")],
        "chinese": [save_reduced(chinese, w) for w in ("Regular", "SemiBold")],
        "chinese_wide": [save_wider(chinese)],
    }
    coverage = {family: as_ranges(set.intersection(*weights)) for family, weights in covered.items()}
    lines = [
        f'  "{family}": {json.dumps(ranges, separators=(",", ":"))}' for family, ranges in coverage.items()
    ]
    (TARGET / "coverage.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    shutil.copyfile(latin / "LICENSE.txt", TARGET / "OFL.txt")


if __name__ == "__main__":
    main()
