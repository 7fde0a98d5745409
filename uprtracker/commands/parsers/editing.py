"""The everyday edits and notes."""

from uprtracker.commands.arguments import add_actor, add_confidentiality, add_numbers, add_text
from uprtracker.commands.parsers.registry import Commands
from uprtracker.i18n import _
from uprtracker.vocabulary.confidentiality import Confidentiality


def add(commands: Commands) -> None:
    _add_editing(commands)
    _add_notes(commands)


def _add_editing(commands: Commands) -> None:
    parser = commands.add("set", "writing:set_fields", _("status, ministries, due date, paragraphs"))
    add_numbers(parser)
    parser.add_argument("--status", default="", help=_("as in 'In progress'"))
    parser.add_argument("--lead", metavar="MINISTRY", help=_("an empty name takes the lead away"))
    parser.add_argument(
        "--supporting",
        action="append",
        metavar="MINISTRY",
        help=_("repeat for several; replaces those there"),
    )
    parser.add_argument("--due", default="", metavar="DATE", help=_("as in 2027-06-30, or none"))
    parser.add_argument(
        "--comment", default="", metavar="TEXT", help=_("also the reason where one is required")
    )
    parser.add_argument("--link", action="append", default=[], metavar="LABEL", help=_("as in '10 (d)'"))
    parser.add_argument("--unlink", action="append", default=[], metavar="LABEL")
    parser.add_argument("--none", action="store_true", help=_("concerns no paragraph"))
    add_text(parser)
    add_actor(parser)
    parser = commands.add("validate", "writing:validate", _("make drafts official"))
    add_numbers(parser)
    add_actor(parser)


def _add_notes(commands: Commands) -> None:
    parser = commands.add("progress", "writing:progress", _("write what was done"))
    add_numbers(parser)
    parser.add_argument("--text", required=True, metavar="T")
    parser.add_argument("--on", default="", metavar="DATE")
    add_confidentiality(parser, Confidentiality.PUBLIC.value)
    add_actor(parser)
    parser = commands.add("evidence", "writing:evidence", _("cite a source, or attach a file"))
    parser.add_argument("number", metavar="NUMBER")
    parser.add_argument("--cycle", type=int)
    parser.add_argument("--title", required=True, metavar="T")
    parser.add_argument("--symbol", default="")
    parser.add_argument("--paragraph", default="")
    parser.add_argument("--quote", default="", metavar="Q")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--link", default="", metavar="L")
    place.add_argument("--file", metavar="F")
    add_confidentiality(parser, Confidentiality.PUBLIC.value)
    add_actor(parser)
    parser = commands.add("annotate", "writing:annotate", _("write an annotation"))
    add_numbers(parser)
    parser.add_argument("--text", required=True, metavar="T")
    parser.add_argument("--assessment", default="", metavar="A", help=_("for the NHRI profile"))
    add_confidentiality(parser, "")
    add_actor(parser)
