"""The care of a dossier."""

from uprtracker.commands.arguments import add_actor
from uprtracker.commands.parsers.registry import Commands
from uprtracker.i18n import _


def add(commands: Commands) -> None:
    parser = commands.add("check", "reading:check", _("integrity, rules, head of the history"))
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
    commands.add("backup", "keeping:backup", _("copy a dossier beside itself, checked"))
    parser = commands.add(
        "restore",
        "keeping:restore",
        _("make a dossier of a backup; one that stands there is kept"),
        dossier=False,
    )
    parser.add_argument("backup", metavar="BACKUP")
    parser.add_argument("--to", required=True, metavar="DOSSIER")
    commands.add("migrate", "writing:migrate", _("bring an older dossier to today's version, after a backup"))
    parser = commands.add("snapshot", "writing:snapshot", _("freeze the dossier under a name"))
    parser.add_argument("name", metavar="NAME")
    add_actor(parser)
    parser = commands.add(
        "changes", "changing:show_changes", _("what moved since a snapshot or a date, and who moved it")
    )
    parser.add_argument(
        "--since", required=True, metavar="NAME|DATE", help=_("a snapshot, or as in 2027-06-30")
    )
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
