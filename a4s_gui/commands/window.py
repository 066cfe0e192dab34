"""``a4s-gui [PART] [--view VIEW]``: the window."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping, Sequence

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.catalog.selection.resolve import resolve_one
from a4s_gui.commands.text.messages import print_messages
from a4s_gui.commands.text.parser import Parser
from a4s_gui.errors import A4sError
from a4s_gui.system_libraries import require_libraries, translate_import_errors


def run(arguments: Sequence[str], parser: Parser, commands: Sequence[str]) -> int:
    """Open the window, on a pair where part numbers are given; return the exit status.

    An :class:`A4sError` says that there is nothing to open it on, that a library is missing, or
    that the part is unknown.
    """
    _check_word(arguments[:1], commands)  # first: the options of what is meant are none of these
    options = parser.parse_intermixed_args(arguments)
    _check_word(options.part, commands)
    pair = _pair_id(options.part)
    require_display(os.environ)
    if needs_x11(os.environ):
        require_libraries()
        require_x11_server(os.environ)
    with translate_import_errors():
        from a4s_gui.ui.shell import app

    return app.run(pair, options.view)


def require_display(environment: Mapping[str, str]) -> None:
    """Refuse to start Qt, by an :class:`A4sError`, where there is nothing to show a window on.

    A platform that ``QT_QPA_PLATFORM`` names counts as a display.
    """
    if sys.platform == "linux" and not any(
        environment.get(name) for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    ):
        raise A4sError(
            "there is no display to open the window on; "
            "`a4s-gui export` writes drawings without one, see a4s-gui export --help"
        )


def needs_x11(environment: Mapping[str, str]) -> bool:
    """Return whether the window will be opened through X11."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.split(":")[0] == "xcb"
    return sys.platform == "linux" and not environment.get("WAYLAND_DISPLAY")


def require_x11_server(environment: Mapping[str, str]) -> None:
    """Refuse to start Qt on an X11 display that does not answer: Qt would abort.

    An :class:`A4sError` names the display.
    """
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        raise A4sError(
            f"the display {environment.get('DISPLAY', '')} cannot be opened; "
            "`a4s-gui export` writes drawings without one, see a4s-gui export --help"
        )


def _check_word(parts: Sequence[str], commands: Sequence[str]) -> None:
    """Refuse a first word without a digit, such as a command that is mistyped."""
    if parts and parts[0].isalpha():
        raise A4sError(
            f"{parts[0]}: is neither a part number nor a command; commands: {', '.join(commands)}"
        )


def _pair_id(parts: Sequence[str]) -> str | None:
    if not parts:
        return None
    found = resolve_one(load_catalog(), parts, Filter())
    print_messages(found.notes)  # not with --height: the window shows both heights
    return found.pair.id
