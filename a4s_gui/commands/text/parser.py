"""The parser of every command: its complaints are one line, its help is a result."""

from __future__ import annotations

import argparse
from functools import partial
from typing import NoReturn

from a4s_gui.commands.text.messages import one_line, print_result

_Formatter = argparse.RawDescriptionHelpFormatter
_ANY_WIDTH = 80
"""While options are added nothing is laid out: how wide the terminal is can be asked later."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line and the place where help is."""

    def format_usage(self) -> str:
        """Return how the command is used, as wide as the terminal."""
        self.formatter_class = _Formatter
        return super().format_usage()

    def format_help(self) -> str:
        """Return the help, as wide as the terminal."""
        self.formatter_class = _Formatter
        return super().format_help()

    def print_help(self, _file: object = None) -> None:
        """Write the help to standard output, as every result is written.

        Where that fails argparse would keep it to itself.
        """
        print_result(self.format_help())

    def error(self, message: str) -> NoReturn:
        """End the program with status 2."""
        self.exit(2, f"{self.prog}: {one_line(message)}; see {self.prog} --help\n")


def add_parts(parser: argparse.ArgumentParser, nargs: str) -> None:
    """Add the part numbers of pairs, ``nargs`` of them."""
    parser.add_argument(
        "part", nargs=nargs, metavar="PART", help="a socket or header number, or both of one pair"
    )


def command_parser(name: str, description: str) -> Parser:
    """Return the parser of one command."""
    prog = f"a4s-gui {name}" if name else "a4s-gui"
    return Parser(
        prog=prog,
        description=description,
        allow_abbrev=False,
        # Without a width it loads all that knows archives, only to ask for that of the terminal.
        formatter_class=partial(_Formatter, width=_ANY_WIDTH),
    )
