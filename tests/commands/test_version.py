"""``a4s-gui --version``: what it tells is what runs."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import qVersion

from a4s_gui import __version__, resources
from a4s_gui.catalog.data.load import load_catalog
from tests.commands.conftest import Cli


def test_it_tells_what_is_loaded_when_the_window_opens(cli: Cli) -> None:
    import pyqtgraph  # after PySide6: it takes the binding that is loaded already

    ended = cli("--version")

    assert (ended.status, ended.messages) == (0, [])
    assert ended.out.splitlines() == [
        f"a4s-gui {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()} (PySide6 {PySide6.__version__})",
        f"pyqtgraph {pyqtgraph.__version__}",
        f"A4S catalog {load_catalog().edition}, 72 pairs",
    ]


def test_a_repaired_binding_comes_with_the_same_qt(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "6.11.3.1")

    assert "Qt 6.11.3 (PySide6 6.11.3.1)" in cli("--version").out


def test_a_damaged_installation_still_tells_what_it_can(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    monkeypatch.setattr(resources, "resource_root", lambda: tmp_path)

    ended = cli("--version")

    assert ended.status == 0
    assert "Qt not installed" in ended.out
    assert "A4S catalog: cannot be read" in ended.out
