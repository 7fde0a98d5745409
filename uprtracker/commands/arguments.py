"""Arguments that several commands share."""

import argparse
from typing import Any

from uprtracker.i18n import LANGUAGES, _
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.row_filter import VIEWS

FILTER_NAMES = (
    "position",
    "status",
    "ministry",
    "lead_only",
    "paragraph",
    "theme",
    "cycle",
    "by_state",
    "search",
    "view",
)


def add_actor(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("who acts"))
    group.add_argument("--profile", choices=[p.value for p in Profile], default=Profile.SECRETARIAT.value)
    group.add_argument(
        "--institution", metavar="NAME", default="", help=_("the institution for which you act")
    )
    group.add_argument("--by", metavar="POST", default="", help=_("the post that stands in the history"))


def add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("filters (a repeated one means or)"))
    group.add_argument(
        "--position", action="append", default=[], help=_("Supported, Noted, Supported/Noted, ...")
    )
    group.add_argument(
        "--status", action="append", default=[], help=_("the official status, or 'Not reported'")
    )
    group.add_argument("--ministry", action="append", default=[], help=_("lead or supporting ministry"))
    group.add_argument("--lead-only", action="store_true", help=_("count a ministry only where it leads"))
    group.add_argument("--paragraph", action="append", default=[], metavar="LABEL", help=_("as in '10 (d)'"))
    group.add_argument("--theme", action="append", default=[])
    group.add_argument("--cycle", action="append", default=[], type=int)
    group.add_argument(
        "--by-state", action="append", default=[], metavar="STATE", help=_("recommending State")
    )
    group.add_argument("--search", default="", metavar="TEXT", help=_("every word, by its beginning"))
    group.add_argument(
        "--view", default="all", metavar="VIEW", help=", ".join(VIEWS) + _(", or the name of a saved view")
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=LANGUAGES, default="en")


def filters_of(arguments: argparse.Namespace) -> dict[str, Any]:
    return {name: getattr(arguments, name) for name in FILTER_NAMES}


def add_numbers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "numbers", nargs="+", metavar="NUMBER", help=_("140.12, 140.12a, A/HRC/59/15:140.12, 140.20-25")
    )
    parser.add_argument("--cycle", type=int, help=_("where a number stands in two reviews"))


def add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text", default="", metavar="INSTRUMENT@VERSION", help=_("another text than the default one")
    )


def add_confidentiality(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--confidentiality", default=default, metavar="C", help=_("public, government or restricted")
    )
