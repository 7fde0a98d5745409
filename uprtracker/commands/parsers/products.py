"""What is made of a dossier: reports, pictures."""

from uprtracker.commands.arguments import add_actor, add_filters, add_language
from uprtracker.commands.parsers.registry import Commands
from uprtracker.exporters.catalogue import PRODUCTS
from uprtracker.i18n import _


def add(commands: Commands) -> None:
    _add_products(commands)


def _add_products(commands: Commands) -> None:
    parser = commands.add("export", "reading:export", _("make a report"), dossier=False)
    parser.add_argument("product", metavar="PRODUCT", help=", ".join(p.id for p in PRODUCTS))
    parser.add_argument("--from", dest="dossier", required=True, metavar="DOSSIER")
    parser.add_argument("--to", required=True, metavar="FILE")
    parser.add_argument("--audience", default="public", help=_("public, government or restricted"))
    parser.add_argument(
        "--as-of", default="", metavar="DATE|SNAPSHOT", help=_("as in 2027-06-30, or the name of a snapshot")
    )
    parser.add_argument(
        "--since", default="", metavar="NAME|DATE", help=_("for a change report; else the last snapshot")
    )
    parser.add_argument(
        "--sheets",
        default="all",
        metavar="all|grouped",
        help=_("sheets of a briefing pack: of all recommendations, or of those in a cluster or paragraph"),
    )
    add_language(parser)
    add_filters(parser)
    add_actor(parser)
    parser = commands.add("pictures", "reading:pictures", _("draw every page of the window into PNG files"))
    parser.add_argument("--to", required=True, metavar="FOLDER")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    add_language(parser)
    add_actor(parser)
