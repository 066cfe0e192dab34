"""``a4s-gui --version``: what runs here, told without loading any of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from a4s_gui import __version__
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.commands.text.messages import print_result
from a4s_gui.errors import A4sError

_ABSENT = "not installed"
_QT_PARTS = 3


class VersionAction(argparse.Action):
    """Print all versions and end; they are looked up only then."""

    def __init__(self, option_strings: Sequence[str], **_: Any) -> None:
        words = "versions of the program, of Python and Qt, and the catalog's edition"
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=words)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print to standard output and end with status 0."""
        print_result(version_text())
        parser.exit()


def version_text() -> str:
    """Return a line each for the program, Python, Qt, pyqtgraph and the catalog."""
    import platform  # noqa: PLC0415 - only --version needs it, as what is imported below

    binding = _version_of("PySide6-Essentials", "PySide6")
    lines = (
        f"a4s-gui {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {_qt_of(binding)} (PySide6 {binding})",
        f"pyqtgraph {_version_of('pyqtgraph')}",
        _catalog_line(),
    )
    return "\n".join(lines)


def _qt_of(binding: str) -> str:
    """Return the release of Qt that PySide6 comes with.

    It bears the same number; a fourth part counts repairs of PySide6 alone.
    """
    return binding if binding == _ABSENT else ".".join(binding.split(".")[:_QT_PARTS])


def _version_of(*names: str) -> str:
    """Return the version of the first of these distributions that is installed."""
    # Loading this takes a fifth of the window's start, and only --version needs it.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    for name in names:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return _ABSENT


def _catalog_line() -> str:
    try:
        catalog = load_catalog()
    except A4sError:  # the commands that need it tell what is damaged
        return "A4S catalog: cannot be read"
    return f"A4S catalog {catalog.edition}, {len(catalog.pairs)} pairs"
