"""Commands that keep a dossier safe: backups and what becomes of them."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from uprtracker.commands.output import note
from uprtracker.i18n import _
from uprtracker.services import backing_up


def backup(arguments: argparse.Namespace) -> int:
    """Prints where the backup lies."""
    print(backing_up.back_up(arguments.dossier, "by-hand", datetime.now(UTC)))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Prints the dossier; says where the one before was put."""
    before = backing_up.restore(Path(arguments.backup), Path(arguments.to), datetime.now(UTC))
    print(arguments.to)
    if before is not None:
        note(_("What stood there before is kept as {file}.").format(file=before))
    return 0
