"""Files to open and to save in: where the dialogs begin, what is written, what is complained of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.errors import A4sError
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver, ask_to_open, export_folder
from a4s_gui.ui.core.settings import Settings


@pytest.fixture
def settings(own_settings: Path) -> Settings:
    return Settings(own_settings)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _refuse() -> bytes:
    raise A4sError("there is nothing to write")


def test_a_dialog_begins_where_the_last_file_went(
    controller: Controller, settings: Settings, parent: QWidget, tmp_path: Path
) -> None:
    saver = FileSaver(controller, settings)
    saver.write(tmp_path / "first.csv", lambda: b"first")
    asked: list[Path] = []
    dialog = saver.ask(parent, "Save", "second.csv", ["Table (*.csv)"], asked.append)
    assert dialog.directory().path() == str(tmp_path)
    assert dialog.defaultSuffix() == "csv"
    assert dialog.selectedFiles() == [str(tmp_path / "second.csv")]
    dialog.fileSelected.emit(str(tmp_path / "third.csv"))
    dialog.reject()
    assert asked == [tmp_path / "third.csv"]


def test_a_folder_that_is_gone_is_not_offered(settings: Settings, tmp_path: Path) -> None:
    settings.set(EXPORT_FOLDER, str(tmp_path / "gone"))
    assert export_folder(settings) != tmp_path / "gone"
    assert export_folder(settings).is_dir()


def test_what_cannot_be_made_leaves_file_and_folder_as_they_were(
    controller: Controller, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("kept")
    complaints: list[A4sError] = []
    FileSaver(controller, settings, complaints.append).write(path, _refuse)
    assert [str(error) for error in complaints] == ["there is nothing to write"]
    assert path.read_text() == "kept"
    assert settings.get(EXPORT_FOLDER) == ""


def test_without_a_place_of_its_own_a_complaint_is_a_message(
    controller: Controller, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.message) as told:
        FileSaver(controller, settings).write(tmp_path / "file", _refuse)
    assert told.args == ["there is nothing to write"]


def test_only_a_file_that_is_there_can_be_opened(parent: QWidget, tmp_path: Path) -> None:
    read: list[Path] = []
    dialog = ask_to_open(parent, "Open", tmp_path, ["All files (*)"], read.append)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert dialog.directory().path() == str(tmp_path)
    dialog.fileSelected.emit(str(tmp_path / "list.txt"))
    dialog.reject()
    assert read == [tmp_path / "list.txt"]
