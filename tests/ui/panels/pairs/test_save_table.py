"""The table of pairs as a CSV file, as the command line writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui import cli
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.pairs.save_table import save_table, save_to


@pytest.fixture
def settings(own_settings: Path) -> Settings:
    return Settings(own_settings)


def test_the_file_is_what_the_command_line_lists(
    controller: Controller,
    settings: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    qtbot: QtBot,
) -> None:
    path = tmp_path / "pairs.csv"
    controller.apply(reducers.set_text, "AXE540127")
    with qtbot.waitSignal(controller.saved):
        save_to(path, controller.result.rows, controller, settings)
    cli.main(["list", "--csv"])
    header, *rows = capsys.readouterr().out.splitlines()
    wanted = [header, *(row for row in rows if "AXE540127" in row)]
    assert path.read_text().splitlines() == wanted
    assert settings.get(EXPORT_FOLDER) == str(tmp_path)


def test_a_file_that_cannot_be_written_is_told_of(
    controller: Controller, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "missing" / "pairs.csv"
    with qtbot.waitSignal(controller.message) as told:
        save_to(path, controller.result.rows, controller, settings)
    assert "does not exist" in told.args[0]
    assert not path.parent.exists()


def test_the_dialog_saves_the_pairs_it_was_opened_with(
    controller: Controller, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = save_table(parent, controller.result.rows[:3], controller, settings)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "three.csv"))
    dialog.reject()
    assert len((tmp_path / "three.csv").read_text().splitlines()) == 4


def test_an_empty_table_opens_no_dialog(
    controller: Controller, settings: Settings, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitSignal(controller.message) as told:
        assert save_table(parent, [], controller, settings) is None
    assert "no pair to save" in told.args[0]
