"""What is sent out and comes back: workbooks for ministries, packages for and from the NHRI, merging."""

from uprtracker.commands.arguments import add_actor, add_language
from uprtracker.commands.parsers.registry import Commands
from uprtracker.i18n import _
from uprtracker.vocabulary.package import KINDS, RECIPIENTS


def add(commands: Commands) -> None:
    _add_workbook(commands)
    _add_package(commands)
    _add_merge(commands)


def _add_workbook(commands: Commands) -> None:
    parser = commands.add("workbook", "exchanging:workbook", _("make a workbook that a ministry fills in"))
    parser.add_argument("--ministry", required=True, metavar="M")
    parser.add_argument("--to", required=True, metavar="FILE")
    parser.add_argument("--audience", default="public", help=_("public, government or restricted"))
    add_language(parser)
    add_actor(parser)


def _add_package(commands: Commands) -> None:
    parser = commands.add("package", "exchanging:package", _("make a package for, or from, the NHRI"))
    parser.add_argument("--for", dest="recipient", required=True, choices=RECIPIENTS)
    parser.add_argument("--to", required=True, metavar="FILE")
    parser.add_argument(
        "--government",
        action="append",
        default=[],
        choices=(*KINDS, "all"),
        help=_(
            "for the NHRI: government matter of this kind goes along (none unless named; repeat for several)"
        ),
    )
    parser.add_argument(
        "--audience",
        default="government",
        help=_("for the secretariat: up to which level the NHRI's notes go along, public or government"),
    )
    add_actor(parser)


def _add_merge(commands: Commands) -> None:
    parser = commands.add(
        "merge",
        "exchanging:merge",
        _("take back workbooks, packages and copies of the dossier"),
        dossier=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--into", required=True, metavar="DOSSIER")
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, and write nothing"))
    parser.add_argument(
        "--prefer",
        choices=("ask", "ours", "theirs"),
        default="ask",
        help=_("where both sides changed a cell: leave it for a person, keep ours, or take theirs"),
    )
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
