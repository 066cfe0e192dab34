"""The dialogs of the window: the table of pairs as a CSV file, as the command line writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui import cli
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.shell.window_dialogs import WindowDialogs
from tests.ui.file_dialogs import choose_file


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialogs(parent: QWidget, controller: Controller, own_settings: Path) -> WindowDialogs:
    return WindowDialogs(parent, controller, Settings(own_settings))


def test_the_table_of_pairs_is_saved_as_the_command_line_lists_it(
    dialogs: WindowDialogs,
    parent: QWidget,
    controller: Controller,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "pairs.csv"
    controller.apply(reducers.set_text, "AXE540127")
    dialogs.save_table(controller.result.rows)
    controller.apply(reducers.set_text, "")  # the dialog saves the pairs that it was opened with
    assert choose_file(parent, path) == "a4s-pairs.csv"
    cli.main(["list", "--csv"])
    header, *rows = capsys.readouterr().out.splitlines()
    assert path.read_text().splitlines() == [header, *(row for row in rows if "AXE540127" in row)]


def test_a_table_that_cannot_be_written_is_told_of(
    dialogs: WindowDialogs, parent: QWidget, controller: Controller, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "missing" / "pairs.csv"
    dialogs.save_table(controller.result.rows)
    with qtbot.waitSignal(controller.message) as told:
        choose_file(parent, path)
    assert "does not exist" in told.args[0]
    assert not path.parent.exists()


def test_an_empty_table_opens_no_dialog(
    dialogs: WindowDialogs, parent: QWidget, controller: Controller, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.message) as told:
        dialogs.save_table([])
    assert "no pair to save" in told.args[0]
    assert not parent.findChildren(QFileDialog)
