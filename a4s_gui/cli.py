"""The command line: what the user asked for, and how it ended.

Exit status: 0 done, 1 a file could not be written, 2 bad usage, an unknown or impossible part, or
a damaged installation, 3 `check` found an error in the files; every failure is one line on standard
error.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from a4s_gui import PROGRAM, debug_log
from a4s_gui.commands.text.messages import give_up, print_message, print_result
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import ExportError
from a4s_gui.export.many import WORKER

if TYPE_CHECKING:
    from a4s_gui.commands.text.parser import Parser

DONE, NOT_WRITTEN, REFUSED = 0, 1, 2
INTERRUPTED = 130
_DEBUG = "--debug"
_NEW_OBJECTS = 50_000
"""Between two searches for garbage; Python's own 700 are as many as one file of data makes."""


class _Command(Protocol):
    """A module of :mod:`a4s_gui.commands`."""

    def run(self, arguments: Sequence[str]) -> int:
        """Do what is asked for; return the exit status."""

    def parser(self) -> Parser:
        """Return the command's parser."""


_COMMANDS = {
    "list": "the pairs that match",
    "show": "one pair: dimensions, ratings, ordering, alternatives, land pattern, design notes",
    "decode": "each field of a part number, explained",
    "compare": "up to four pairs side by side: what differs, or a picture",
    "export": "the drawing, as a file",
    "check": "footprints and boards of others, audited and mated",
    "evidence": "all readings of every figure of the land pattern",
}
"""What each command gives, in a few words."""


def _command(name: str) -> _Command:
    """Import a command when it is asked for: the window need not wait for any of them."""
    found = import_module(f"a4s_gui.commands.{'listing' if name == 'list' else name}")
    return cast("_Command", found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    if arguments is None and sys.argv[1:] == [WORKER]:
        from a4s_gui.export.many.worker import serve

        serve()
        return DONE
    _never_fail_on_characters()
    try:
        status = _run(_without_debug(sys.argv[1:] if arguments is None else arguments))
        print_result()
    except ExportError as error:
        give_up(sys.stdout)
        print_message(error)
        return NOT_WRITTEN
    except A4sError as error:
        print_message(error)
        return REFUSED
    except BrokenPipeError:  # whoever read the output has seen enough
        give_up(sys.stdout)
        return DONE
    except KeyboardInterrupt:
        give_up(sys.stdout)
        return INTERRUPTED
    return status


def _without_debug(arguments: Sequence[str]) -> list[str]:
    """Return the arguments without ``--debug``, which any command takes, and begin to log."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [word for word in arguments[:end] if word != _DEBUG]
    if len(options) < end:
        debug_log.start()
        debug_log.log("start", "%s on %s: %s", PROGRAM, sys.platform, arguments)
    return [*options, *arguments[end:]]


def _run(arguments: Sequence[str]) -> int:
    try:
        if arguments and arguments[0] in _COMMANDS:
            with _few_collections():
                return _command(arguments[0]).run(arguments[1:])
        with _no_collection():
            from a4s_gui.commands import window

            return window.run(arguments, _window_parser(), list(_COMMANDS))
    except SystemExit as end:  # from argparse: help, version, or a complaint that it has made
        return end.code if isinstance(end.code, int) else DONE


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no garbage: making the window drops little, and somebody waits for it.

    Once it is there it is looked for again, see :func:`a4s_gui.ui.shell.app.run`.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for garbage now and then: what a command loads and makes it needs to its end."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def parsers() -> dict[str, Parser]:
    """Return the parser of each command by its name, that of the window under none."""
    commands = {name: _command(name).parser() for name in _COMMANDS}
    return {"": _window_parser(), **commands}


def _window_parser() -> Parser:
    from a4s_gui.commands.text.arguments import one_word_of
    from a4s_gui.commands.text.parser import add_parts, command_parser
    from a4s_gui.commands.version import VersionAction
    from a4s_gui.drawing.spec import View

    parser = command_parser("", "Select an A4S connector pair, see it to scale, export it.")
    width = max(map(len, _COMMANDS))
    commands = (f"  {name:{width}}  {summary}" for name, summary in _COMMANDS.items())
    listed = "\n".join(commands)
    parser.usage = "a4s-gui [PART] [--view VIEW] | a4s-gui COMMAND ..."
    parser.epilog = (
        "Without a command the window opens, on the pair of PART where one is given.\n\n"
        f"commands:\n{listed}\n\na4s-gui COMMAND --help tells more."
    )
    add_parts(parser, "*")
    view = "of the window; default: the one it had last"
    parser.add_argument("--view", type=one_word_of(View), metavar="|".join(View), help=view)
    parser.add_argument("--version", action=VersionAction)
    parser.add_argument(
        _DEBUG,
        action="store_true",
        help="tell on standard error what happens inside, for bug reports; with any command too",
    )
    return parser


def _never_fail_on_characters() -> None:
    """Let a terminal that knows few characters show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")
