"""The `uprtracker` command: its words, what they call, and the exit status (0 done, 1 waits, 2 refused, 3 a bug)."""

import argparse
import difflib
import io
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from uprtracker.commands.arguments import add_actor, add_filters, add_language, filters_of
from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.version import __version__
from uprtracker.vocabulary.confidentiality import Confidentiality

REFUSED = 2
BUG = 3


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses with one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            REFUSED, _("{message}; see '{program} --help'.").format(message=message, program=self.prog) + "\n"
        )


class _Commands:
    """Collects the commands: each has its parser and the name of its function in `uprtracker.commands`."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
        self.names: list[str] = []

    def add(self, name: str, function: str, words: str, *, dossier: bool = True) -> argparse.ArgumentParser:
        parser = self._subparsers.add_parser(name, help=words, description=words)
        parser.set_defaults(function=function)
        if dossier:
            parser.add_argument("dossier", metavar="DOSSIER", help=_("a .uprt file or a database address"))
        self.names.append(name)
        return parser


def build_parser() -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser and the names of the commands."""
    parser = _Parser(
        prog="uprtracker",
        description=_("Follow up what other States recommended in the Universal Periodic Review."),
        epilog=_("Without a command, 'uprtracker [DOSSIER.uprt]' opens the window."),
    )
    parser.add_argument("--version", action="version", version=f"uprtracker {__version__}")
    commands = _Commands(parser)
    for add in (
        _add_making,
        _add_importing,
        _add_reading,
        _add_editing,
        _add_notes,
        _add_products,
        _add_exchange,
        _add_care,
    ):
        add(commands)
    return parser, commands.names


def _add_making(commands: _Commands) -> None:
    demo = commands.add(
        "demo", "writing:demo", _("make the sample dossier of an invented State and open it"), dossier=False
    )
    demo.add_argument("--to", metavar="DOSSIER", default="", help=_("where to make it"))
    demo.add_argument("--no-window", action="store_true")
    new = commands.add("new", "writing:new", _("make an empty dossier with the resolution"))
    new.add_argument("--state", required=True, metavar="NAME", help=_("the State that the dossier is about"))
    add_actor(new)


def _add_importing(commands: _Commands) -> None:
    parser = commands.add("import", "writing:import_files", _("read documents into a dossier"), dossier=False)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--into", required=True, metavar="DOSSIER")
    sources = _("thematic-list, wg-report, addendum, resolution")
    parser.add_argument("--as", dest="source", default="", metavar="SOURCE", help=sources)
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, and write nothing"))
    parser.add_argument("--json", action="store_true")
    _add_text_identity(parser)
    add_actor(parser)


def _add_reading(commands: _Commands) -> None:
    parser = commands.add("list", "reading:list_recommendations", _("print recommendations"))
    parser.add_argument("--json", action="store_true")
    add_filters(parser)
    _add_text(parser)
    add_actor(parser)
    parser = commands.add(
        "coverage", "reading:show_coverage", _("per paragraph: linked recommendations, status, gap")
    )
    _add_text(parser)
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
        "history", "reading:show_history", _("who changed what and when; take a change back")
    )
    parser.add_argument("number", nargs="?", default="", metavar="NUMBER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cycle", type=int)
    parser.add_argument(
        "--revert", metavar="ID", default="", help=_("a change's id, or its batch for the whole action")
    )
    add_actor(parser)


def _add_editing(commands: _Commands) -> None:
    parser = commands.add("set", "writing:set_fields", _("status, ministries, due date, paragraphs"))
    _add_numbers(parser)
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
    _add_text(parser)
    add_actor(parser)
    parser = commands.add("validate", "writing:validate", _("make drafts official"))
    _add_numbers(parser)
    add_actor(parser)


def _add_notes(commands: _Commands) -> None:
    parser = commands.add("progress", "writing:progress", _("write what was done"))
    _add_numbers(parser)
    parser.add_argument("--text", required=True, metavar="T")
    parser.add_argument("--on", default="", metavar="DATE")
    _add_confidentiality(parser, Confidentiality.PUBLIC.value)
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
    _add_confidentiality(parser, Confidentiality.PUBLIC.value)
    add_actor(parser)
    parser = commands.add("annotate", "writing:annotate", _("write an annotation"))
    _add_numbers(parser)
    parser.add_argument("--text", required=True, metavar="T")
    parser.add_argument("--assessment", default="", metavar="A", help=_("for the NHRI profile"))
    _add_confidentiality(parser, "")
    add_actor(parser)


def _add_products(commands: _Commands) -> None:
    parser = commands.add("export", "reading:export", _("make a report"), dossier=False)
    parser.add_argument("product", metavar="PRODUCT", help="status-xlsx, status-pdf")
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


def _add_exchange(commands: _Commands) -> None:
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


def _add_care(commands: _Commands) -> None:
    parser = commands.add("check", "reading:check", _("integrity, rules, head of the history"))
    parser.add_argument("--json", action="store_true")
    add_actor(parser)
    commands.add("migrate", "writing:migrate", _("bring an older dossier to today's version, after a backup"))
    parser = commands.add("snapshot", "writing:snapshot", _("freeze the dossier under a name"))
    parser.add_argument("name", metavar="NAME")
    add_actor(parser)


def _add_numbers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "numbers", nargs="+", metavar="NUMBER", help=_("140.12, 140.12a, A/HRC/59/15:140.12, 140.20-25")
    )
    parser.add_argument("--cycle", type=int, help=_("where a number stands in two reviews"))


def _add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text", default="", metavar="INSTRUMENT@VERSION", help=_("another text than the default one")
    )


def _add_text_identity(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("what a resolution is, where its file does not say it"))
    group.add_argument("--title", default="", metavar="TITLE", help=_("the title of the text"))
    group.add_argument("--instrument", default="", metavar="KEY", help=_("else made from the title"))
    group.add_argument(
        "--version", dest="text_version", default="", metavar="VERSION", help=_("else the printed symbol")
    )
    group.add_argument("--description", default="", metavar="WORDS", help=_("how reports name the version"))


def _add_confidentiality(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--confidentiality", default=default, metavar="C", help=_("public, government or restricted")
    )


def _run(arguments: argparse.Namespace) -> int:
    from importlib import import_module

    module, _colon, name = arguments.function.partition(":")
    function: Callable[..., int] = getattr(import_module(f"uprtracker.commands.{module}"), name)
    if hasattr(arguments, "by_state"):
        return function(arguments, filters_of(arguments))
    return function(arguments)


def _open_window(words: Sequence[str]) -> int:
    from uprtracker.app import run

    return run(words[0] if words else None)


def _is_dossier(word: str) -> bool:
    return word.endswith(".uprt") or "://" in word


def _write_utf8() -> None:
    """Results hold every State's letters, whatever the console's own encoding: Windows gives a pipe an old code page."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def main(words: Sequence[str] | None = None) -> int:
    """Run the program with these words (else the process's own); returns the exit status."""
    given = list(sys.argv[1:] if words is None else words)
    _write_utf8()
    parser, names = build_parser()
    try:
        if not given or (len(given) == 1 and _is_dossier(given[0])):
            return _open_window(given)
        if not given[0].startswith("-") and given[0] not in names:
            raise UserError(_refusal(given[0], names))
        return _run(parser.parse_args(given))
    except UserError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001 - whatever reaches this line is a bug, and the person is told where its trace is
        from uprtracker.bug_report import log_bug, start_log

        log_file = start_log()
        log_bug(error)
        sentence = _("A fault in the program: {kind}. Its trace is in {log}.")
        print(sentence.format(kind=type(error).__name__, log=log_file), file=sys.stderr)
        return BUG


def _refusal(word: str, names: list[str]) -> str:
    near = difflib.get_close_matches(word, names, 1)
    if near:
        return _("'{word}' is not a command; did you mean '{near}'?").format(word=word, near=near[0])
    return _(
        "'{word}' is neither a command nor a dossier that ends in .uprt; see 'uprtracker --help'."
    ).format(word=word)
