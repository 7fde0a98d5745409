"""The `uprtracker` command: its words, what they call, and the exit status (0 done, 1 waits, 2 refused, 3 a bug)."""

import argparse
import difflib
import io
import sys
from collections.abc import Callable, Sequence

from uprtracker.commands.arguments import filters_of
from uprtracker.commands.parsers import editing, exchange, keeping, making, products, reading
from uprtracker.commands.parsers.registry import REFUSED, Commands, Parser
from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.version import __version__

BUG = 3


def build_parser() -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser and the names of the commands."""
    parser = Parser(
        prog="uprtracker",
        description=_("Follow up what other States recommended in the Universal Periodic Review."),
        epilog=_("Without a command, 'uprtracker [DOSSIER.uprt]' opens the window."),
    )
    parser.add_argument("--version", action="version", version=f"uprtracker {__version__}")
    commands = Commands(parser)
    for group in (making, reading, editing, products, exchange, keeping):
        group.add(commands)
    return parser, commands.names


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
