"""The export dialog, filled in by typing, and the picture on the clipboard."""

from __future__ import annotations

import errno
import os
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from a4s_gui import cli
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet import framed_sheet as framed_sheet_module
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export import layout as layout_module
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures.picture_size import LARGEST_COPIED_PX
from a4s_gui.export.pictures.png import png_bytes
from a4s_gui.export.registry import FORMATS
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import Pin1, RowScheme, TerminalScheme
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

_PAIR = "AXE540127/AXE640124"
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(spec: DrawingSpec, chosen: Controller, settings: Settings, qtbot: QtBot) -> ExportDialog:
    shown = ExportDialog(spec, settings, chosen.catalog.related(spec.pair))
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, bool]]:
    """Keep of every scene that is built for an export its scale, and whether side by side."""
    scales: list[tuple[float, bool]] = []

    def counted(spec: DrawingSpec, scale: float) -> Scene:
        scales.append((scale, spec.side_by_side))
        return build_scene(spec, scale)

    monkeypatch.setattr(layout_module, "build_scene", counted)
    monkeypatch.setattr(framed_sheet_module, "build_scene", counted)
    framed_sheet_module._page.cache_clear()
    return scales


def _type(field: QLineEdit | QComboBox, text: str) -> None:
    """Type over what stands there, pasted at once: every key lays the drawing out."""
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert line is not None
    line.selectAll()
    line.insert(text)


def _pick(dialog: ExportDialog, suffix: str) -> None:
    suffixes = [kind.suffix for kind in FORMATS]
    dialog.form.format.setCurrentIndex(suffixes.index(suffix))


def _save(dialog: ExportDialog) -> None:
    QTest.mouseClick(dialog.save_button, _LEFT)


def _answer(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    """Answer the next questions, and return what was asked."""
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str, *_rest: object) -> object:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def test_it_opens_with_what_the_window_shows(
    spec: DrawingSpec, own_settings: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = Settings(own_settings)
    settings.set(EXPORT_FOLDER, str(tmp_path))
    dialog = ExportDialog(spec, settings)
    qtbot.addWidget(dialog)
    form = dialog.form
    assert form.view.currentData() == View.PAIR
    assert form.scale.currentText() == "20:1"
    assert form.dpi.currentText() == "300"
    assert form.path == tmp_path / "AXE540127-AXE640124-pair.png"
    assert "2480 px" in form.meaning.text()
    assert dialog.save_button.isEnabled()
    assert not dialog.preview.pixmap().isNull()


def test_the_same_bytes_as_on_the_command_line(dialog: ExportDialog, tmp_path: Path) -> None:
    for field, text in (
        (dialog.form.scale, "10"),
        (dialog.form.dpi, "150"),
        (dialog.form.file, str(tmp_path / "window.png")),
    ):
        field.setFocus()
        QTest.keySequence(field, QKeySequence.StandardKey.SelectAll)
        QTest.keyClicks(field, text)
    _save(dialog)
    assert dialog.saved == tmp_path / "window.png"
    command = tmp_path / "command.png"
    options = ["--height", "0.8", "--scale", "10", "--dpi", "150", "-o", str(command)]
    assert cli.main(["export", "AXE540127", *options]) == 0
    assert command.read_bytes() == (tmp_path / "window.png").read_bytes()


def test_both_halves_are_saved_as_footprints_in_the_folder_that_is_asked(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    _pick(dialog, "kicad_mod")
    assert dialog.form.file.text() == str(tmp_path)
    assert dialog.form.file.accessibleName() == "Folder"
    _type(dialog.form.file, str(tmp_path / "missing"))
    assert "there is no such folder" in dialog.form.file_field.problem.text()
    assert not dialog.save_button.isEnabled()
    _type(dialog.form.file, str(tmp_path))
    _pick(dialog, "png")
    assert dialog.form.file.text() == str(tmp_path / "AXE540127-AXE640124-pair.png")
    _pick(dialog, "kicad_mod")
    _type(dialog.form.file, str(tmp_path / "pair.kicad_mod"))
    said = dialog.form.meaning.text()
    _save(dialog)
    socket, header = sorted(tmp_path.glob("*.kicad_mod"))
    assert "AXE540127" in socket.name
    assert "AXE640124" in header.name
    assert socket.name in said
    assert header.name in said
    mates = "mates with AXE640124 (0.8 mm) or AXE640224 (1.0 mm)"
    assert mates in socket.read_text(encoding="utf-8")


def test_the_name_follows_numbering_and_view_until_one_is_typed(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    form = dialog.form
    form.view.setCurrentIndex(form.view.findData(View.SOCKET))
    assert form.path.name == "AXE540127-AXE640124-socket.png"
    _pick(dialog, "kicad_mod")
    before = form.path.name
    form.numbering.boxes[TerminalScheme].setCurrentText("Terminals: MP1 to MP4")
    assert form.path.name != before
    _pick(dialog, "png")
    _type(form.file, str(tmp_path / "mine.png"))
    form.view.setCurrentIndex(form.view.findData(View.HEADER))
    assert form.path.name == "mine.png"


def test_a_view_that_the_format_cannot_hold_is_refused(dialog: ExportDialog) -> None:
    _pick(dialog, "kicad_mod")
    dialog.form.view.setCurrentIndex(dialog.form.view.findData(View.TAPE))
    assert dialog.problem.isVisible()
    assert not dialog.save_button.isEnabled()
    dialog.form.view.setCurrentIndex(dialog.form.view.findData(View.HEADER))
    assert not dialog.problem.isVisible()
    assert dialog.save_button.isEnabled()


def test_a_smaller_paper_gets_a_smaller_scale_and_builds_none_twice(
    dialog: ExportDialog, built: list[tuple[float, bool]]
) -> None:
    form = dialog.form
    _pick(dialog, "pdf")
    built.clear()
    form.paper.setCurrentIndex(form.paper.findData(Paper.A4))
    assert len(set(built)) == len(built)
    assert dialog.save_button.isEnabled(), dialog.problem.text()
    assert 1 < float(form.scale.currentText().removesuffix(":1")) < 20
    assert "210.0 × 297.0 mm" in form.size_label.text()
    _type(form.scale, "100")
    assert dialog.problem.isVisible()
    assert not dialog.save_button.isEnabled()


def test_wrong_values_are_refused_where_they_are_typed(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    form = dialog.form
    for text in ("", "abc", "-5", "0", "5000", "1:20"):
        _type(form.scale, text)
        assert "type 1 to 1000" in form.scale_field.problem.text(), text
        assert form.scale_field.problem.isVisible()
        assert not dialog.save_button.isEnabled(), text
        assert not dialog.copy_button.isEnabled(), "nor is it copied as a command"
    _type(form.scale, "15")
    assert not form.scale_field.problem.isVisible()
    assert dialog.save_button.isEnabled()
    assert dialog.copy_button.isEnabled()

    _type(form.dpi, "5")
    _type(form.file, "somewhere.png")
    assert "type 10 to 10000" in form.dpi_field.problem.text()
    assert "folder is missing" in form.file_field.problem.text()
    assert not dialog.save_button.isEnabled()
    _type(form.dpi, "300")
    assert not dialog.save_button.isEnabled()
    _type(form.file, str(tmp_path / "somewhere.png"))
    assert dialog.save_button.isEnabled()

    _type(form.scale, "500")
    _type(form.dpi, "5000")
    assert "too large" in dialog.problem.text(), "a picture of so many pixels"
    assert "at most" in dialog.problem.text()
    assert not dialog.save_button.isEnabled()


def test_the_suffix_is_added_and_names_the_format(dialog: ExportDialog, tmp_path: Path) -> None:
    _type(dialog.form.file, str(tmp_path / "mine.svg"))
    assert dialog.form.kind.suffix == "svg"
    _pick(dialog, "png")
    assert dialog.form.path == tmp_path / "mine.png"
    _type(dialog.form.file, str(tmp_path / "mine.v2"))
    _save(dialog)
    assert dialog.saved == tmp_path / "mine.v2.png"


def test_a_file_is_only_replaced_when_the_user_says_so_and_the_disk_has_room(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.png"
    there.write_bytes(b"mine")
    _type(dialog.form.file, str(there))
    asked = _answer(monkeypatch, QMessageBox.StandardButton.No)
    _save(dialog)
    assert len(asked) == 1
    assert "there.png" in asked[0]
    assert there.read_bytes() == b"mine"
    assert dialog.isVisible()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    _answer(monkeypatch, QMessageBox.StandardButton.Yes)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        _save(dialog)
    assert "disk is full" in dialog.problem.text()
    assert dialog.isVisible()
    assert there.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.glob(".a4s*")] == []
    _save(dialog)
    assert there.read_bytes().startswith(b"\x89PNG")


def test_the_same_content_is_written_unasked(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pick(dialog, "pads.csv")
    path = tmp_path / "AXE540127-AXE640124.pads.csv"
    assert cli.main(["export", _PAIR, "-o", str(path)]) == 0
    asked = _answer(monkeypatch, QMessageBox.StandardButton.No)
    _save(dialog)
    assert dialog.saved == path
    assert asked == []


def test_a_sheet_carries_what_the_user_says_of_it(
    dialog: ExportDialog, settings: Settings, tmp_path: Path
) -> None:
    form = dialog.form
    _pick(dialog, "png")
    assert not form.labels.isVisible()
    _pick(dialog, "pdf")
    form.labels.project.setText("基板")  # QTest has no keys for it
    assert form.labels.missing.text().startswith("The drawing font has no 基, 板")
    assert form.labels.missing.isVisible()
    for field, text in (
        (form.labels.project, "Watch"),
        (form.labels.author, "N. Body"),
        (form.labels.revision, "B"),
    ):
        _type(field, text)
    assert not form.labels.missing.isVisible()
    _save(dialog)
    options = ["--project", "Watch", "--author", "N. Body", "--revision", "B"]
    command = tmp_path / "command.pdf"
    assert cli.main(["export", _PAIR, "-o", str(command), *options]) == 0
    assert dialog.saved is not None
    assert dialog.saved.read_bytes() == command.read_bytes()
    assert settings.get(EXPORT_AUTHOR) == "N. Body"


def test_a_file_that_cannot_be_written_loses_nothing(dialog: ExportDialog, tmp_path: Path) -> None:
    """Below a regular file there can be no folder, not even for root."""
    (tmp_path / "file").write_text("x")
    form = dialog.form
    _type(form.scale, "12.5")
    _type(form.file, str(tmp_path / "file" / "drawing.png"))
    _save(dialog)
    assert dialog.problem.isVisible()
    assert "is a file, not a folder" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.saved is None
    assert form.scale.currentText() == "12.5"
    assert QGuiApplication.overrideCursor() is None
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["file"]
    _type(form.file, str(tmp_path / "drawing.png"))
    assert not dialog.problem.isVisible()
    _save(dialog)
    assert dialog.saved == tmp_path / "drawing.png"


def test_what_was_saved_is_remembered_but_nothing_cancelled_and_no_scale_of_the_tape(
    dialog: ExportDialog, settings: Settings, spec: DrawingSpec, tmp_path: Path, qtbot: QtBot
) -> None:
    _type(dialog.form.scale, "15")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.saved is None
    assert settings.get(EXPORT_SCALE) == 20

    dialog.show()
    folder = tmp_path / "drawings"
    folder.mkdir()
    _type(dialog.form.dpi, "150")
    _type(dialog.form.file, str(folder / "first.png"))
    _save(dialog)
    assert settings.get(EXPORT_FOLDER) == str(folder)
    assert (settings.get(EXPORT_SCALE), settings.get(EXPORT_DPI)) == (15, 150)
    assert settings.get(EXPORT_FORMAT) == "png"
    again = ExportDialog(spec, settings)
    qtbot.addWidget(again)
    assert again.form.scale.currentText() == "15:1"
    assert again.form.path.parent == folder
    again.form.view.setCurrentIndex(again.form.view.findData(View.TAPE))
    assert again.form.scale.currentText() == "4:1"
    _type(again.form.scale, "5")
    _save(again)
    assert again.saved is not None
    assert settings.get(EXPORT_SCALE) == 15


def test_browsing(dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def choose(*arguments: object) -> tuple[str, str]:
        seen.extend(arguments)
        return str(tmp_path / "browsed.svg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(dialog.form.browse, _LEFT)
    assert str(tmp_path / "AXE540127-AXE640124-pair.png") in seen
    assert dialog.form.path == tmp_path / "browsed.svg"
    assert dialog.form.kind.suffix == "svg"


def test_exporting_from_the_window_says_what_was_saved(
    chosen: Controller, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    saved: list[Path] = []
    chosen.saved.connect(saved.append)

    def click_save() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        _save(dialog)

    QTimer.singleShot(0, click_save)
    export_drawing(None, chosen, settings)
    assert saved == [tmp_path / "AXE540127-AXE640124-pair.png"]
    assert saved[0].is_file()
    assert chosen.state.pair_id == _PAIR


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


def test_copying_puts_the_picture_on_the_clipboard(
    chosen: Controller, spec: DrawingSpec, settings: Settings
) -> None:
    settings.set(EXPORT_SCALE, 10.0)
    settings.set(EXPORT_DPI, 150.0)
    said: list[str] = []
    chosen.message.connect(said.append)
    copy_picture(None, chosen, settings)
    clipboard = QGuiApplication.clipboard()
    packed = png_bytes(Layout(ExportRequest(spec, 10, 150)))
    assert bytes(clipboard.mimeData().data("image/png").data()) == packed
    image = clipboard.image()
    assert f"{image.width()} × {image.height()} px" in said[0]
    assert round(image.dotsPerMeterX() * 0.0254) == 150
    clipboard.clear()


def test_a_large_picture_is_copied_with_fewer_dpi(chosen: Controller, settings: Settings) -> None:
    settings.set(EXPORT_SCALE, 100.0)
    settings.set(EXPORT_DPI, 300.0)
    said: list[str] = []
    chosen.message.connect(said.append)
    copy_picture(None, chosen, settings)
    image = QGuiApplication.clipboard().image()
    assert 10_000_000 < image.width() * image.height() <= LARGEST_COPIED_PX
    assert said[0].endswith("dpi, not 300: that would be too large to copy")
    QGuiApplication.clipboard().clear()


def test_a_picture_too_large_to_copy_is_said(
    chosen: Controller, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set(EXPORT_SCALE, 1000.0)
    settings.set(EXPORT_DPI, 10_000.0)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _p, _t, text: told.append(text))
    QGuiApplication.clipboard().setText("before")
    copy_picture(None, chosen, settings)
    assert len(told) == 1
    assert "too large" in told[0]
    assert QGuiApplication.clipboard().text() == "before"
    assert QGuiApplication.overrideCursor() is None
    QGuiApplication.clipboard().clear()


def test_every_format_shows_its_fields_and_is_saved_as_it_was_laid_out_once(
    dialog: ExportDialog, built: list[tuple[float, bool]]
) -> None:
    form = dialog.form
    form.view.setCurrentIndex(form.view.findData(View.HEADER))
    assert len(built) == 1
    for scale, kind in enumerate(FORMATS, 12):
        dialog.show()
        if kind is not form.kind:
            built.clear()
            _pick(dialog, kind.suffix)
            assert len(built) == 1, kind.suffix
        shown = [field.isVisible() for field in (form.scale, form.dpi, form.paper)]
        assert shown == [kind.to_scale, kind.in_pixels, kind.on_paper], kind.suffix
        built.clear()
        if kind.to_scale:
            form.scale.setEditText(f"{scale}:1")
            assert built == [(scale, False)], kind.suffix
        assert dialog.save_button.isEnabled(), dialog.problem.text()
        _save(dialog)
        assert dialog.saved is not None
        assert dialog.saved.name.endswith(f".{kind.suffix}")
        assert dialog.saved.stat().st_size > 0
        assert len(built) <= 1, kind.suffix


def test_a_numbering_is_chosen_for_the_file_alone(dialog: ExportDialog, tmp_path: Path) -> None:
    boxes = dialog.form.numbering.boxes
    assert [box.currentText() for box in boxes.values()] == [
        "Pin 1 upper left",
        "Odd and even rows",
        "Header: n meets n",
        "Terminals: all MP",
    ]
    _pick(dialog, "pads.csv")
    boxes[Pin1].setCurrentText("Pin 1 lower left")
    boxes[TerminalScheme].setCurrentText("Terminals: n+1 to n+4")
    path = tmp_path / "own.pads.csv"
    _type(dialog.form.file, str(path))
    _save(dialog)
    _, first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("socket,AXE540127,1,contact,-3.8,1.125,")
    assert any(line.startswith("socket,AXE540127,41,terminal,-4.8,1,") for line in rest)


def test_the_copied_command_writes_the_same_file(
    chosen: Controller, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: dict[str, list[str]] = {}

    def copy_and_save(shown: ExportDialog) -> None:
        form = shown.form
        form.view.setCurrentIndex(form.view.findData(View.SOCKET))
        form.numbering.boxes[RowScheme].setCurrentText("Loop")
        for suffix in ("png", "pdf", "svg", "kicad_mod", "pads.csv"):
            shown.show()
            _pick(shown, suffix)
            _type(form.scale, "17.5")
            _type(form.dpi, "90")
            form.paper.setCurrentIndex(form.paper.findData(Paper.A4))
            _type(form.file, str(tmp_path / f"it is.{suffix}"))
            QTest.mouseClick(shown.copy_button, _LEFT)
            assert shown.copy_button.text() == "Command copied"
            commands[suffix] = shlex.split(QGuiApplication.clipboard().text())
            _save(shown)

    monkeypatch.setattr(ExportDialog, "exec", copy_and_save)
    export_drawing(None, chosen, settings)
    for suffix, words in commands.items():
        assert ("--dpi" in words) is (suffix == "png")
        assert ("--scale" in words) is (suffix in ("png", "pdf", "svg"))
        path = tmp_path / f"it is.{suffix}"
        saved = path.read_bytes()
        path.unlink()
        assert cli.main(words[1:]) == 0
        assert path.read_bytes() == saved, suffix


def test_the_command_of_several_files_names_their_folder(
    chosen: Controller, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy(shown: ExportDialog) -> None:
        _pick(shown, "kicad_mod")
        _type(shown.form.file, str(tmp_path))
        QTest.mouseClick(shown.copy_button, _LEFT)
        shown.reject()

    monkeypatch.setattr(ExportDialog, "exec", copy)
    export_drawing(None, chosen, settings)
    assert cli.main(shlex.split(QGuiApplication.clipboard().text())[1:]) == 0
    assert len(list(tmp_path.glob("*.kicad_mod"))) == 2


def test_a_file_that_is_pasted_into_a_field_is_cut_short(dialog: ExportDialog) -> None:
    QGuiApplication.clipboard().setText("A" * 10_000)
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()]
    assert len(fields) > 2
    for field in fields:
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert len(field.text()) < 5_000
    QGuiApplication.clipboard().clear()
