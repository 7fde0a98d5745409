"""Making dossiers and reading documents into them."""

import argparse

from uprtracker.commands.arguments import add_actor
from uprtracker.commands.parsers.registry import Commands
from uprtracker.i18n import _


def add(commands: Commands) -> None:
    _add_making(commands)
    _add_importing(commands)


def _add_making(commands: Commands) -> None:
    demo = commands.add(
        "demo", "writing:demo", _("make the sample dossier of an invented State and open it"), dossier=False
    )
    demo.add_argument("--to", metavar="DOSSIER", default="", help=_("where to make it"))
    demo.add_argument("--no-window", action="store_true")
    new = commands.add("new", "writing:new", _("make an empty dossier with the resolution"))
    new.add_argument("--state", required=True, metavar="NAME", help=_("the State that the dossier is about"))
    add_actor(new)


def _add_importing(commands: Commands) -> None:
    parser = commands.add(
        "import", "importing:import_files", _("read documents into a dossier"), dossier=False
    )
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--into", required=True, metavar="DOSSIER")
    sources = ", ".join(
        ("thematic-list", "wg-report", "addendum", "uhri", "upr-info", "impact-oss", "spreadsheet",
         "advance-questions", "resolution")
    )  # fmt: skip
    parser.add_argument("--as", dest="source", default="", metavar="SOURCE", help=sources)
    parser.add_argument(
        "--map",
        dest="mapping",
        default="",
        metavar="FILE",
        help=_("how the columns of a table are read (JSON)"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, and write nothing"))
    parser.add_argument("--json", action="store_true")
    _add_text_identity(parser)
    add_actor(parser)


def _add_text_identity(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("what a resolution is, where its file does not say it"))
    group.add_argument("--title", default="", metavar="TITLE", help=_("the title of the text"))
    group.add_argument("--instrument", default="", metavar="KEY", help=_("else made from the title"))
    group.add_argument(
        "--version", dest="text_version", default="", metavar="VERSION", help=_("else the printed symbol")
    )
    group.add_argument("--description", default="", metavar="WORDS", help=_("how reports name the version"))
