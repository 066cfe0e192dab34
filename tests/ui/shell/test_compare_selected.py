"""What is compared by the action and the key: the selected rows, else the chosen pair."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.session_file import SessionFile
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.shell.app import make_application
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.user_files import user_pattern_folder


@pytest.fixture
def nothing_chosen(catalog: Catalog, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Return a window, not shown, in which no pair is chosen."""
    app = make_application()
    library = PatternLibrary(user_pattern_folder())
    session = SessionFile(tmp_path / "sessions")
    theme = Theme(app, "light")
    window = MainWindow(Controller(catalog), Settings(), theme, library, session)
    qtbot.addWidget(window)
    return window


def _select(window: MainWindow, rows: Sequence[int]) -> None:
    selection = window.table.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    blocked = selection.blockSignals(True)  # a row that is selected is chosen else
    for row in rows:
        selection.select(window.table.pairs_model.index(row, 0), flags.Select | flags.Rows)
    selection.blockSignals(blocked)


def test_selected_rows_are_compared_though_no_pair_is_chosen(
    nothing_chosen: MainWindow, qtbot: QtBot
) -> None:
    window = nothing_chosen
    window.named_actions["compare-pair"].trigger()
    assert not window.controller.state.compared, "nothing is selected or chosen"
    _select(window, [0, 2])
    assert window.controller.pair is None
    window.named_actions["compare-pair"].trigger()
    ids = [pair.id for pair in window.controller.catalog.pairs]
    assert window.controller.state.compared == (ids[0], ids[2])
    window.controller.apply(reducers.compare_pairs, [])
    _select(window, [0, 1, 2, 3, 4])
    with qtbot.waitSignal(window.controller.message) as said:
        window.named_actions["compare-pair"].trigger()
    assert len(window.controller.state.compared) == 4
    assert said.args is not None
    assert said.args[0].endswith("left out: 1 of the 5 selected")
