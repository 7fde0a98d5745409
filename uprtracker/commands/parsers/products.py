"""What is made of a dossier: reports, workbooks that come back, pictures."""

from uprtracker.commands.arguments import add_actor, add_filters, add_language
from uprtracker.commands.parsers.registry import Commands
from uprtracker.exporters.catalogue import PRODUCTS
from uprtracker.i18n import _


def add(commands: Commands) -> None:
    _add_products(commands)
    _add_exchange(commands)


def _add_products(commands: Commands) -> None:
    parser = commands.add("export", "reading:export", _("make a report"), dossier=False)
    parser.add_argument("product", metavar="PRODUCT", help=", ".join(p.id for p in PRODUCTS))
    parser.add_argument("--from", dest="dossier", required=True, metavar="DOSSIER")
    parser.add_argument("--to", required=True, metavar="FILE")
    parser.add_argument("--audience", default="public", help=_("public, government or restricted"))
    parser.add_argument("--as-of", default="", metavar="DATE")
    add_language(parser)
    add_filters(parser)
    add_actor(parser)
    parser = commands.add("pictures", "reading:pictures", _("draw every page of the window into PNG files"))
    parser.add_argument("--to", required=True, metavar="FOLDER")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    add_language(parser)
    add_actor(parser)


def _add_exchange(commands: Commands) -> None:
    parser = commands.add("workbook", "exchanging:workbook", _("make a workbook that a ministry fills in"))
    parser.add_argument("--ministry", required=True, metavar="M")
    parser.add_argument("--to", required=True, metavar="FILE")
    parser.add_argument("--audience", default="public", help=_("public, government or restricted"))
    add_language(parser)
    add_actor(parser)
    parser = commands.add("merge", "exchanging:merge", _("take returned workbooks in"), dossier=False)
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
