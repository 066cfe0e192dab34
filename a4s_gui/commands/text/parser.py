"""The parser of every command: its complaints are one line, its help is a result."""

from __future__ import annotations

import argparse
from typing import NoReturn

from a4s_gui.commands.text.messages import one_line, print_result


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line and the place where help is."""

    def print_help(self, _file: object = None) -> None:
        """Write the help to standard output, as every result is written.

        Raises
        ------
        ExportError
            It cannot be written there; argparse would keep that to itself.
        """
        print_result(self.format_help())

    def error(self, message: str) -> NoReturn:
        """End the program with status 2."""
        self.exit(2, f"{self.prog}: {one_line(message)}; see {self.prog} --help\n")


def command_parser(name: str, description: str) -> Parser:
    """Return the parser of one command."""
    prog = f"a4s-gui {name}" if name else "a4s-gui"
    return Parser(
        prog=prog,
        description=description,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
