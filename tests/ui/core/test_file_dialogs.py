"""Files to open and to save in: where the dialogs begin, what is written, what is complained of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.errors import A4sError
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver, ask_to_open, export_folder
from a4s_gui.ui.core.settings import Settings
from tests.ui.file_dialogs import choose_file


@pytest.fixture
def settings(own_settings: Path) -> Settings:
    return Settings(own_settings)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def saver(controller: Controller, settings: Settings) -> FileSaver:
    return FileSaver(controller, settings)


def _refuse(_path: Path) -> bytes:
    raise A4sError("there is nothing to write")


def _save(saver: FileSaver, parent: QWidget, path: Path, make: Callable[[Path], bytes]) -> None:
    saver.ask(parent, "Save", "name.csv", ["Table (*.csv)"], make)
    choose_file(parent, path)


def test_a_dialog_begins_where_the_last_file_went(
    saver: FileSaver, parent: QWidget, tmp_path: Path
) -> None:
    _save(saver, parent, tmp_path / "first.csv", lambda path: path.stem.encode())
    assert (tmp_path / "first.csv").read_text() == "first"
    dialog = saver.ask(parent, "Save", "second.csv", ["Table (*.csv)"], _refuse)
    assert dialog.directory().path() == str(tmp_path)
    assert dialog.defaultSuffix() == "csv"
    assert dialog.selectedFiles() == [str(tmp_path / "second.csv")]
    dialog.reject()


def test_a_folder_that_is_gone_is_not_offered(settings: Settings, tmp_path: Path) -> None:
    settings.set(EXPORT_FOLDER, str(tmp_path / "gone"))
    assert export_folder(settings) != tmp_path / "gone"
    assert export_folder(settings).is_dir()


def test_what_cannot_be_made_leaves_file_and_folder_as_they_were(
    controller: Controller, settings: Settings, parent: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("kept")
    problem = ProblemLabel(parent)
    saver = FileSaver(controller, settings, problem)
    _save(saver, parent, path, _refuse)
    assert problem.text() == "there is nothing to write"
    assert path.read_text() == "kept"
    assert settings.get(EXPORT_FOLDER) == ""
    _save(saver, parent, path, lambda _path: b"other")
    assert problem.text() == ""


def test_without_a_place_of_its_own_a_complaint_is_a_message(
    controller: Controller, saver: FileSaver, parent: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.message) as told:
        _save(saver, parent, tmp_path / "file", _refuse)
    assert told.args == ["there is nothing to write"]


def test_only_a_file_that_is_there_can_be_opened(parent: QWidget, tmp_path: Path) -> None:
    read: list[Path] = []
    dialog = ask_to_open(parent, "Open", tmp_path, ["All files (*)"], read.append)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert dialog.directory().path() == str(tmp_path)
    dialog.fileSelected.emit(str(tmp_path / "list.txt"))
    dialog.reject()
    assert read == [tmp_path / "list.txt"]
