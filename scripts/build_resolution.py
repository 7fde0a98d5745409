"""Make the data files of the instruments in `resources/resolutions` from their texts.

Each `NAME.toml` there gives the identity of the text in `NAME.txt`, `NAME.labels.csv` our short labels and, where the
words alone do not tell, the reviewed addressees. Writes `NAME.json`; with `--check` it writes nothing and fails where a
data file is not what its sources give.
"""

import argparse
import sys
import tomllib
from pathlib import Path

from uprtracker.importers.resolution import read_resolution
from uprtracker.importers.resolution_instrument import instrument_text, read_reviewed
from uprtracker.paths import resource


def build(identity_file: Path) -> str:
    """The content of the data file that belongs to an identity file; what was mended and doubted goes to the screen."""
    identity = tomllib.loads(identity_file.read_text("utf-8"))
    parsed = read_resolution(identity_file.with_suffix(".txt"))
    for mend in parsed.mends:
        print(f"{identity_file.stem}, line {mend.place}: '{mend.was}' read as '{mend.now}'", file=sys.stderr)
    for warning in parsed.warnings:
        print(f"{identity_file.stem}, {warning.where}: {warning.message}", file=sys.stderr)
    reviewed = read_reviewed(identity_file.with_suffix(".labels.csv"))
    return instrument_text(parsed, reviewed=reviewed, **identity).as_json()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where a data file is out of date"
    )
    arguments = parser.parse_args()
    stale = []
    for identity_file in sorted(resource("resolutions").glob("*.toml")):
        target, content = identity_file.with_suffix(".json"), build(identity_file)
        if not target.is_file() or target.read_text("utf-8") != content:
            stale.append(target.name)
            if not arguments.check:
                target.write_text(content, "utf-8")
    print("changed: " + ", ".join(stale) if stale else "nothing to change")
    return int(arguments.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
