"""Checks PDF files that the program made: python scripts/check_pdf.py FILE...

Text inside the margins and not overlapping, fonts embedded, bookmarks and links right, every piece tagged, page x of y,
no outside reference. Prints each fault in a sentence; the exit code is 1 if there are any. The tests use the same checks.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.exporters.pdf_checks import faults


def main(names: list[str]) -> int:
    if not names:
        print(__doc__, file=sys.stderr)
        return 2
    worst = 0
    for name in names:
        found = faults(Path(name))
        for fault in found:
            print(f"{name}: {fault}")
        if not found:
            print(f"{name}: no fault found")
        worst = max(worst, int(bool(found)))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
