"""What the tests of the panels share: a panel that is made once for a module, and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from a4s_gui.ui.core.settings import Settings
from tests.ui.conftest import keeping
from tests.ui.panels.board_files import header_board, socket_board

Keeper = Callable[[QWidget], None]


def show_once(widget: QWidget) -> None:
    """Show a widget that nobody looks at: what a test changes of it is not painted."""
    widget.show()
    QApplication.processEvents()
    widget.setUpdatesEnabled(False)


def take_up(widget: QWidget) -> None:
    """Make a kept widget's window the active one, the keys in no field of it, painting nothing.

    Its letters are as large as the desktop's.
    """
    widget.setUpdatesEnabled(False)
    widget.setFont(QFont())
    focused = widget.focusWidget()
    if focused is not None:
        focused.clearFocus()
    widget.activateWindow()


@pytest.fixture(scope="module")
def keep(qapp: QApplication) -> Iterator[Keeper]:
    """Keep widgets that a module's tests share until its end.

    They are shown, but paint nothing after that: it would take as long as the tests themselves.
    """
    with ExitStack() as ends:

        def add(widget: QWidget) -> None:
            ends.enter_context(keeping(widget))
            show_once(widget)

        yield add
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="module")
def kept_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of panels that are kept."""
    return Settings(tmp_path_factory.mktemp("kept") / "settings.ini")


@pytest.fixture
def boards(tmp_path: Path) -> tuple[Path, Path]:
    """Return two boards: a socket with pad 7 moved, and its header numbered as the mirror image."""
    files = tmp_path / "main.kicad_pcb", tmp_path / "display.kicad_pcb"
    files[0].write_text(socket_board(0.06))
    files[1].write_text(header_board())
    return files
