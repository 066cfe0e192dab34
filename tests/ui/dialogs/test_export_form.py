"""What the export dialog shows, suggests and refuses while its fields are filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet import framed_sheet as framed_sheet_module
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export import layout as layout_module
from a4s_gui.export.registry import FORMATS
from a4s_gui.frozen import replace
from a4s_gui.geometry.numbering import Pin1, TerminalScheme
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from tests.ui.dialogs.filled_in import LEFT, pick, save, show_view, type_over


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
    assert len(_colours(dialog)) > 3, "the sheet"
    type_over(form.scale, "none")
    assert len(_colours(dialog)) == 1, "nothing while there is none"


def _colours(dialog: ExportDialog) -> set[int]:
    """Return the colours of the preview, within its frame."""
    picture = dialog.preview.grab().toImage()
    inside = range(5, picture.width() - 5), range(5, picture.height() - 5, 7)
    return {picture.pixel(x, y) for y in inside[1] for x in inside[0]}


def test_name_and_numbering_follow_one_another_until_a_name_is_typed(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    form, boxes = dialog.form, dialog.form.numbering.boxes
    assert [box.currentText() for box in boxes.values()] == [
        "Pin 1 upper left",
        "Odd and even rows",
        "Header: n meets n",
        "Terminals: all MP",
    ]
    show_view(dialog, View.SOCKET)
    assert form.path.name == "AXE540127-AXE640124-socket.png"
    pick(dialog, "kicad_mod")
    before = form.path.name
    boxes[TerminalScheme].setCurrentText("Terminals: MP1 to MP4")
    assert form.path.name != before
    show_view(dialog, View.TAPE)
    assert dialog.problem.isVisible(), "a view that the format cannot hold"
    assert not dialog.save_button.isEnabled()
    show_view(dialog, View.HEADER)
    assert not dialog.problem.isVisible()
    assert dialog.save_button.isEnabled()

    pick(dialog, "png")
    type_over(form.file, str(tmp_path / "mine.png"))
    show_view(dialog, View.PAIR)
    assert form.path.name == "mine.png"
    pick(dialog, "pads.csv")
    boxes[Pin1].setCurrentText("Pin 1 lower left")
    boxes[TerminalScheme].setCurrentText("Terminals: n+1 to n+4")
    save(dialog)
    assert dialog.saved == tmp_path / "mine.pads.csv"
    _, first, *rest = dialog.saved.read_text(encoding="utf-8").splitlines()
    assert first.startswith("socket,AXE540127,1,contact,-3.8,1.125,")
    assert any(line.startswith("socket,AXE540127,41,terminal,-4.8,1,") for line in rest)


def test_a_smaller_paper_gets_a_smaller_scale_and_builds_none_twice(
    dialog: ExportDialog, built: list[tuple[float, bool]]
) -> None:
    form = dialog.form
    pick(dialog, "pdf")
    built.clear()
    form.paper.setCurrentIndex(form.paper.findData(Paper.A4))
    assert len(set(built)) == len(built)
    assert dialog.save_button.isEnabled(), dialog.problem.text()
    assert 1 < float(form.scale.currentText().removesuffix(":1")) < 20
    assert "210.0 × 297.0 mm" in form.size_label.text()
    type_over(form.scale, "100")
    assert dialog.problem.isVisible()
    assert not dialog.save_button.isEnabled()


def test_wrong_values_are_refused_where_they_are_typed_and_a_pasted_file_is_cut_short(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    form = dialog.form
    for text in ("", "abc", "-5", "0", "5000", "1:20"):
        type_over(form.scale, text)
        assert "type 1 to 1000" in form.scale_field.problem.text(), text
        assert form.scale_field.problem.isVisible()
        assert not dialog.save_button.isEnabled(), text
        assert not dialog.copy_button.isEnabled(), "nor is it copied as a command"
    type_over(form.scale, "15")
    assert not form.scale_field.problem.isVisible()
    assert dialog.save_button.isEnabled()
    assert dialog.copy_button.isEnabled()

    type_over(form.dpi, "5")
    type_over(form.file, "somewhere.png")
    assert "type 10 to 10000" in form.dpi_field.problem.text()
    assert "folder is missing" in form.file_field.problem.text()
    assert not dialog.save_button.isEnabled()
    type_over(form.dpi, "300")
    assert not dialog.save_button.isEnabled()
    type_over(form.file, str(tmp_path / "somewhere.png"))
    assert dialog.save_button.isEnabled()

    type_over(form.scale, "1000")
    assert "too large" in dialog.problem.text(), "a picture of so many pixels"
    assert "at most" in dialog.problem.text()
    assert not dialog.save_button.isEnabled()

    QGuiApplication.clipboard().setText("A" * 10_000)
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()]
    assert len(fields) > 2
    for field in fields:
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert len(field.text()) < 5_000
    QGuiApplication.clipboard().clear()


def test_the_suffix_is_added_and_names_the_format(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = dialog.form
    seen: list[object] = []

    def choose(*arguments: object) -> tuple[str, str]:
        seen.extend(arguments)
        return str(tmp_path / "browsed.svg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(form.browse, LEFT)
    assert str(tmp_path / "AXE540127-AXE640124-pair.png") in seen
    assert form.path == tmp_path / "browsed.svg"
    assert form.kind.suffix == "svg"
    pick(dialog, "png")
    assert form.path == tmp_path / "browsed.png"

    type_over(form.file, str(tmp_path / "mine.svg"))
    assert form.kind.suffix == "svg"
    pick(dialog, "png")
    assert form.path == tmp_path / "mine.png"
    type_over(form.file, str(tmp_path / "mine.v2"))
    save(dialog)
    assert dialog.saved == tmp_path / "mine.v2.png"


def test_every_format_shows_its_fields_and_is_saved_as_it_was_laid_out_once(
    dialog: ExportDialog, built: list[tuple[float, bool]]
) -> None:
    form = dialog.form
    show_view(dialog, View.HEADER)
    assert len(built) == 1
    for scale, kind in enumerate(FORMATS, 12):
        dialog.show()
        if kind is not form.kind:
            built.clear()
            pick(dialog, kind.suffix)
            assert len(built) <= 1, kind.suffix
        shown = [field.isVisible() for field in (form.scale, form.dpi, form.paper)]
        assert shown == [kind.to_scale, kind.in_pixels, kind.on_paper], kind.suffix
        if kind.to_scale:
            assert len(built) == 1, kind.suffix
            built.clear()
            form.scale.setEditText(f"{scale}:1")
            assert built == [(scale, False)], kind.suffix
        assert dialog.save_button.isEnabled(), dialog.problem.text()
        save(dialog)
        assert dialog.saved is not None
        assert dialog.saved.name.endswith(f".{kind.suffix}")
        assert dialog.saved.stat().st_size > 0
        assert len(built) <= 1, kind.suffix


def test_it_says_that_the_nets_of_boards_go_into_the_file(
    spec: DrawingSpec, settings: Settings, qtbot: QtBot
) -> None:
    for nets, said in (({}, "window."), ({"1": "GND"}, "window, nets those of the boards.")):
        shown = ExportDialog(replace(spec, nets={Half.SOCKET: nets}), settings)
        qtbot.addWidget(shown)
        words = [label.text() for label in shown.form.findChildren(QLabel)]
        assert f"Layers and land pattern are those of the {said}" in words
