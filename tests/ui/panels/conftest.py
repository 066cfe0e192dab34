"""What the tests of the panels share: a panel that is made once for a module, and put back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.ui.core.settings import Settings
from tests.ui.conftest import _KEPT, assert_none_left

Keeper = Callable[[QWidget], None]


@pytest.fixture(scope="module")
def keep(qapp: QApplication) -> Iterator[Keeper]:
    """Keep widgets that a module's tests share until its end."""
    kept: list[QWidget] = []

    def add(widget: QWidget) -> None:
        kept.append(widget)
        _KEPT.append(widget)

    yield add
    for widget in kept:
        _KEPT.remove(widget)
        widget.close()
        widget.deleteLater()
    kept.clear()
    gc.unfreeze()
    assert_none_left()


@pytest.fixture(scope="module")
def kept_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of panels that are kept; a test finds them as never set."""
    return Settings(tmp_path_factory.mktemp("kept") / "settings.ini")
