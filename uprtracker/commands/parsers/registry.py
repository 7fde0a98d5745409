"""Collects the commands of the command line: each with its parser and the function that it calls."""

import argparse
from typing import NoReturn

from uprtracker.i18n import _

REFUSED = 2
"""The exit status of what was refused."""


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses with one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            REFUSED, _("{message}; see '{program} --help'.").format(message=message, program=self.prog) + "\n"
        )


class Commands:
    """Collects the commands: each has its parser and the name of its function in `uprtracker.commands`."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
        self.names: list[str] = []

    def add(self, name: str, function: str, words: str, *, dossier: bool = True) -> argparse.ArgumentParser:
        parser = self._subparsers.add_parser(name, help=words, description=words)
        parser.set_defaults(function=function)
        if dossier:
            parser.add_argument("dossier", metavar="DOSSIER", help=_("a .uprt file or a database address"))
        self.names.append(name)
        return parser
