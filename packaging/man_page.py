"""The manual page a4s-gui(1): made from the command line's own parsers, so that none is missing."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable

from a4s_gui import __version__
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.cli import parsers
from a4s_gui.commands.text.parser import Parser

_SUMMARY = "select A4S connector pairs, see them to scale, export the drawing"
_ABOUT = """\
A4S is a series of board-to-board connectors with 0.4 mm pitch. The program knows every pair of
socket and header in it: it narrows them by number of contacts, mated height and packaging, shows
a pair to scale with every dimension, and exports drawings, land patterns and tables.
PARA
Without a command it opens its window, which needs a display. The commands need none.
PARA
The land patterns are read from boards in the field, not from the manufacturer's drawing. The
source of each figure is named wherever one is shown or exported; check them against your own
process before you order boards."""
_STATUS = (
    ("0", "All is done."),
    ("1", "A file could not be written; none was left half written."),
    (
        "2",
        "Bad usage, or an unknown or impossible part; one line on standard error says what to do.",
    ),
    ("3", "The command check found an error in the files, or nets that must not meet."),
    ("130", "Stopped by Ctrl-C."),
)
_ENVIRONMENT = (
    (
        "DISPLAY, WAYLAND_DISPLAY, QT_QPA_PLATFORM",
        "One must be set for the window to open; the last names a Qt platform, such as offscreen.",
    ),
    ("XDG_CONFIG_HOME", "Where the folder of settings is, instead of ~/.config."),
)
_FILES = (
    ("~/.config/a4s-gui/settings.ini", "The window's settings; it may be deleted."),
    (
        "~/.config/a4s-gui/land_patterns/*.toml",
        "Your own land patterns; --land-pattern knows each by its name.",
    ),
)
_EXAMPLES = (
    ("The pairs with 20 to 40 contacts and 0.8 mm mated height:", "list --pins 20-40 --height 0.8"),
    ("A drawing, 40 mm of paper for each mm:", "export AXE540127 --scale 40 -o pair.png"),
    (
        "KiCad footprints of every pair, in a folder:",
        "export --all --format kicad_mod -o footprints",
    ),
)


def man_page(date: dt.date) -> str:
    """Return the page in the language of roff's man macros."""
    window, *commands = parsers().items()
    parts = [
        f'.TH A4S\\-GUI 1 "{date.isoformat()}" "a4s\\-gui {__version__}" "User Commands"',
        f".SH NAME\na4s\\-gui \\- {_escaped(_SUMMARY)}",
        ".SH SYNOPSIS",
        *(_usage(parser) for _, parser in (window, *commands)),
        f".SH DESCRIPTION\n{_paragraphs(_ABOUT)}",
        f".SH OPTIONS\n{_arguments(window[1])}",
        ".SH COMMANDS",
        *(_command(name, parser) for name, parser in commands),
        f".SH EXIT STATUS\n{_listed(_STATUS)}",
        f".SH ENVIRONMENT\n{_listed(_ENVIRONMENT)}",
        f".SH FILES\n{_listed(_FILES)}",
        ".SH EXAMPLES",
        *(
            f"{_escaped(what)}\n.PP\n.EX\n    a4s\\-gui {_escaped(c)}\n.EE\n.PP"
            for what, c in _EXAMPLES
        ),
    ]
    return "\n".join(parts) + "\n"


def _command(name: str, parser: Parser) -> str:
    return "\n".join(
        [f".SS {_escaped(name)}", _escaped(parser.description or ""), _arguments(parser)]
    )


def _usage(parser: Parser) -> str:
    """Return the command with what it must be given; its options are listed further down."""
    actions = parser._actions  # argparse has no other way to ask
    words = []
    for action in actions:
        if action.option_strings:
            if action.required:
                words.append(
                    f"\\fB{_escaped(action.option_strings[0])}\\fR \\fI{_value(action)}\\fR"
                )
        else:
            several = "\\fR ..." if action.nargs in ("*", "+") else "\\fR"
            word = f"\\fI{_value(action)}{several}"
            words.append(f"[{word}]" if action.nargs == "*" else word)
    command = _escaped(parser.prog)
    line = " ".join(["[\\fIoptions\\fR]", *words])
    return f".B {command}\n{line}\n.br"


def _arguments(parser: Parser) -> str:
    rows = []
    for action in parser._actions:
        if action.help is argparse.SUPPRESS:
            continue
        names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
        value = f"\\fI{_value(action)}\\fR" if action.nargs != 0 else ""
        text = (action.help or "") % {"prog": parser.prog, "default": action.default}
        rows.append(f".TP\n{' '.join(filter(None, (names, value)))}\n{_escaped(_sentence(text))}")
    return "\n".join(rows)


def _value(action: argparse.Action) -> str:
    value = action.metavar or action.dest.upper()
    return _escaped(value if isinstance(value, str) else " ".join(value))


def _listed(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f".TP\n.B {_escaped(name)}\n{_escaped(text)}" for name, text in rows)


def _paragraphs(text: str) -> str:
    return "\n".join(".PP" if line == "PARA" else _escaped(line) for line in text.splitlines())


def _sentence(text: str) -> str:
    start = text if text.startswith("mm ") else capitalize_first(text)
    return start + ("" if text.endswith(".") else ".")


def _escaped(text: str) -> str:
    """Return a text in which no character is a command: a minus stays one, a dot begins no line."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", plain, flags=re.MULTILINE)
