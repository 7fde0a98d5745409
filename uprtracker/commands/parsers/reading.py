"""Printing what a dossier holds."""

from uprtracker.commands.arguments import add_actor, add_filters, add_text
from uprtracker.commands.parsers.registry import Commands
from uprtracker.i18n import _


def add(commands: Commands) -> None:
    parser = commands.add("list", "reading:list_recommendations", _("print recommendations"))
    parser.add_argument("--json", action="store_true")
    add_filters(parser)
    add_text(parser)
    add_actor(parser)
    parser = commands.add(
        "coverage", "reading:show_coverage", _("per paragraph: linked recommendations, status, gap")
    )
    add_text(parser)
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
    parser = commands.add(
        "suggest",
        "suggesting:suggest_paragraphs",
        _("paragraphs that recommendations may concern"),
        dossier=False,
    )
    parser.add_argument("dossier", nargs="?", default="", metavar="DOSSIER")
    parser.add_argument(
        "--texts", default="", metavar="FILE.csv", help=_("a table with the columns id and text")
    )
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
    parser = commands.add(
        "compare", "comparing:compare", _("what became of one cycle's recommendations in a later one")
    )
    parser.add_argument(
        "--cycles", nargs=2, type=int, required=True, metavar=("EARLIER", "LATER"), help=_("as in 3 4")
    )
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
    parser = commands.add(
        "history", "reading:show_history", _("who changed what and when; take a change back")
    )
    parser.add_argument("number", nargs="?", default="", metavar="NUMBER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cycle", type=int)
    parser.add_argument(
        "--revert", metavar="ID", default="", help=_("a change's id, or its batch for the whole action")
    )
    add_actor(parser)
