"""What the export dialog writes, asks beforehand, remembers, and copies as a command."""

from __future__ import annotations

import errno
import os
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from a4s_gui import cli
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.geometry.numbering import RowScheme
from a4s_gui.session.settings_table import (
    EXPORT_AUTHOR,
    EXPORT_DPI,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    EXPORT_SCALE,
)
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_dialog import ExportDialog, export_drawing
from a4s_gui.ui.dialogs.taken_picture import copy_picture
from tests.ui.dialogs.filled_in import LEFT, PAIR, answer, pick, save, show_view, type_over

_YES, _NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


def test_the_same_bytes_as_on_the_command_line(dialog: ExportDialog, tmp_path: Path) -> None:
    form = dialog.form
    for field, text in ((form.scale, "10"), (form.dpi, "90")):
        field.setFocus()
        QTest.keySequence(field, QKeySequence.StandardKey.SelectAll)
        QTest.keyClicks(field, text)
    type_over(form.file, f"{tmp_path}/")
    QTest.keyClicks(form.file, "window.png")
    save(dialog)
    assert dialog.saved == tmp_path / "window.png"
    command = tmp_path / "command.png"
    options = ["--height", "0.8", "--scale", "10", "--dpi", "90", "-o", str(command)]
    assert cli.main(["export", "AXE540127", *options]) == 0
    assert command.read_bytes() == (tmp_path / "window.png").read_bytes()


def test_the_copied_command_writes_the_same_file(
    chosen: Controller, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: dict[str, list[str]] = {}

    def copy_and_save(shown: ExportDialog) -> None:
        form = shown.form
        show_view(shown, View.SOCKET)
        form.numbering.boxes[RowScheme].setCurrentText("Loop")
        for suffix in ("png", "pdf", "svg", "kicad_mod", "pads.csv"):
            shown.show()
            pick(shown, suffix)
            type_over(form.scale, "17.5")
            type_over(form.dpi, "90")
            form.paper.setCurrentIndex(form.paper.findData(Paper.A4))
            if suffix == "pdf":
                _say_whose_it_is(shown)
            type_over(form.file, str(tmp_path / f"it is.{suffix}"))
            QTest.mouseClick(shown.copy_button, LEFT)
            assert shown.copy_button.text() == "Command copied"
            commands[suffix] = shlex.split(QGuiApplication.clipboard().text())
            save(shown)

    monkeypatch.setattr(ExportDialog, "exec", copy_and_save)
    export_drawing(None, chosen, settings)
    assert settings.get(EXPORT_AUTHOR) == "N. Body"
    for suffix, words in commands.items():
        assert ("--dpi" in words) is (suffix == "png")
        assert ("--scale" in words) is (suffix in ("png", "pdf", "svg"))
        assert ("--project" in words) is (suffix == "pdf")
        path = tmp_path / f"it is.{suffix}"
        saved = path.read_bytes()
        path.unlink()
        assert cli.main(words[1:]) == 0
        assert path.read_bytes() == saved, suffix


def _say_whose_it_is(dialog: ExportDialog) -> None:
    """Fill in the fields of the title block."""
    labels = dialog.form.labels
    assert labels.isVisible()
    labels.project.setText("基板")  # QTest has no keys for it
    assert labels.missing.text().startswith("The drawing font has no 基, 板")
    assert labels.missing.isVisible()
    type_over(labels.project, "Watch")
    type_over(labels.author, "N. Body")
    type_over(labels.revision, "B")
    assert not labels.missing.isVisible()


def test_both_halves_are_saved_as_footprints_in_the_folder_that_is_asked(
    chosen: Controller, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_and_save(dialog: ExportDialog) -> None:
        dialog.show()
        form = dialog.form
        pick(dialog, "kicad_mod")
        assert form.file.text() == str(tmp_path)
        assert form.file.accessibleName() == "Folder"
        type_over(form.file, str(tmp_path / "missing"))
        assert "there is no such folder" in form.file_field.problem.text()
        assert not dialog.save_button.isEnabled()
        type_over(form.file, str(tmp_path))
        pick(dialog, "png")
        assert form.file.text() == str(tmp_path / "AXE540127-AXE640124-pair.png")
        pick(dialog, "kicad_mod")
        type_over(form.file, str(tmp_path / "pair.kicad_mod"))
        said.append(form.meaning.text())
        QTest.mouseClick(dialog.copy_button, LEFT)
        save(dialog)

    said: list[str] = []
    monkeypatch.setattr(ExportDialog, "exec", copy_and_save)
    export_drawing(None, chosen, settings)
    socket, header = sorted(tmp_path.glob("*.kicad_mod"))
    assert "AXE540127" in socket.name
    assert "AXE640124" in header.name
    assert socket.name in said[0]
    assert header.name in said[0]
    mates = "mates with AXE640124 (0.8 mm) or AXE640224 (1.0 mm)"
    assert mates in socket.read_text(encoding="utf-8")

    written = [path.read_bytes() for path in (socket, header)]
    for path in (socket, header):
        path.unlink()
    assert cli.main(shlex.split(QGuiApplication.clipboard().text())[1:]) == 0
    assert [path.read_bytes() for path in sorted(tmp_path.glob("*.kicad_mod"))] == written


def test_a_file_is_only_replaced_when_the_user_says_so_and_the_disk_has_room(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.png"
    there.write_bytes(b"mine")
    type_over(dialog.form.file, str(there))
    asked = answer(monkeypatch, _NO)
    save(dialog)
    assert len(asked) == 1
    assert "there.png" in asked[0]
    assert there.read_bytes() == b"mine"
    assert dialog.isVisible()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    answer(monkeypatch, _YES)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        save(dialog)
    assert "disk is full" in dialog.problem.text()
    assert dialog.isVisible()
    assert there.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.glob(".a4s*")] == []
    save(dialog)
    assert there.read_bytes().startswith(b"\x89PNG")

    pick(dialog, "pads.csv")
    assert cli.main(["export", PAIR, "-o", str(tmp_path / "there.pads.csv")]) == 0
    asked = answer(monkeypatch, _NO)
    save(dialog)
    assert dialog.saved == tmp_path / "there.pads.csv"
    assert asked == [], "the same content is written unasked"


def test_a_file_that_cannot_be_written_loses_nothing(dialog: ExportDialog, tmp_path: Path) -> None:
    """Below a regular file there can be no folder, not even for root."""
    (tmp_path / "file").write_text("x")
    form = dialog.form
    type_over(form.scale, "12.5")
    type_over(form.file, str(tmp_path / "file" / "drawing.png"))
    save(dialog)
    assert dialog.problem.isVisible()
    assert "is a file, not a folder" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.saved is None
    assert form.scale.currentText() == "12.5"
    assert QGuiApplication.overrideCursor() is None
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["file"]
    type_over(form.file, str(tmp_path / "drawing.png"))
    assert not dialog.problem.isVisible()
    save(dialog)
    assert dialog.saved == tmp_path / "drawing.png"


def test_what_was_saved_is_remembered_but_nothing_cancelled_and_no_scale_of_the_tape(
    dialog: ExportDialog, settings: Settings, spec: DrawingSpec, tmp_path: Path, qtbot: QtBot
) -> None:
    type_over(dialog.form.scale, "15")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.saved is None
    assert settings.get(EXPORT_SCALE) == 20

    dialog.show()
    folder = tmp_path / "drawings"
    folder.mkdir()
    type_over(dialog.form.dpi, "80")
    type_over(dialog.form.file, str(folder / "first.png"))
    save(dialog)
    assert settings.get(EXPORT_FOLDER) == str(folder)
    assert (settings.get(EXPORT_SCALE), settings.get(EXPORT_DPI)) == (15, 80)
    assert settings.get(EXPORT_FORMAT) == "png"
    again = ExportDialog(spec, settings)
    qtbot.addWidget(again)
    assert again.form.scale.currentText() == "15:1"
    assert again.form.path.parent == folder
    again.form.view.setCurrentIndex(again.form.view.findData(View.TAPE))
    assert again.form.scale.currentText() == "4:1"
    type_over(again.form.scale, "5")
    save(again)
    assert again.saved is not None
    assert settings.get(EXPORT_SCALE) == 15


def test_exporting_from_the_window_says_what_was_saved(
    chosen: Controller, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    saved: list[Path] = []
    chosen.saved.connect(saved.append)

    def click_save() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        save(dialog)

    QTimer.singleShot(0, click_save)
    export_drawing(None, chosen, settings)
    assert saved == [tmp_path / "AXE540127-AXE640124-pair.png"]
    assert saved[0].is_file()
    assert chosen.state.pair_id == PAIR


def test_without_a_pair_there_is_nothing_to_export(
    catalog: Catalog, settings: Settings, qapp: QApplication
) -> None:
    controller = Controller(catalog)
    said: list[str] = []
    controller.message.connect(said.append)
    export_drawing(None, controller, settings)
    copy_picture(None, controller, settings)
    assert len(said) == 2
    assert all("no pair is chosen" in text for text in said)
