"""Layers in the window: switched without moving anything, the stiffener's margin beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from a4s_gui.drawing.layer_presets import (
    LAYER_INKS,
    PRESETS,
    decode_presets,
    encode_presets,
)
from a4s_gui.drawing.scene import Layer, RectangleItem
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.layers.own_presets import OwnPresets
from a4s_gui.ui.shell.layers.stiffener_entry import StiffenerEntry
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.contrast import contrast

pytestmark = pytest.mark.usefixtures("busy_hand")


def _drawing(window: MainWindow) -> DrawingView:
    assert window.drawing is not None
    return window.drawing


def _places(view: DrawingView) -> list[tuple[float, float]]:
    """Return the pixel of each half's centre."""
    assert view.scene is not None
    return [view.viewport.to_px(placed.x_mm, placed.y_mm) for placed in view.scene.placed]


def test_a_switch_moves_a_fitted_view_for_want_of_room_only(window: MainWindow) -> None:
    drawing = _drawing(window)
    calm = {Layer.GRID, Layer.CENTRE_LINES}
    for view in View:
        window.named_actions[f"view.{view}"].trigger()
        before, places = drawing.viewport, _places(drawing)
        for layer in Layer:
            for _ in range(2):
                window.named_actions[f"layer.{layer}"].trigger()
                assert drawing.scene is not None
                assert drawing.viewport.shows_all(drawing.scene.bounds)
                if layer in calm:
                    assert drawing.viewport == before, (view, layer)
                    assert _places(drawing) == places, (view, layer)
            assert drawing.viewport.scale == pytest.approx(before.scale, rel=0.25), (view, layer)
            before, places = drawing.viewport, _places(drawing)


def _list_of_layers(window: MainWindow) -> QMenu:
    (menu,) = (found for found in window.findChildren(QMenu) if found.title() == "&Layers")
    return menu


def _entry(window: MainWindow) -> StiffenerEntry:
    (entry,) = window.findChildren(StiffenerEntry)
    return entry


@pytest.fixture
def margin(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    """Return the field of the margin, in the list of layers that is open."""
    _list_of_layers(window).popup(window.mapToGlobal(QPoint(300, 60)))
    editor = _entry(window).editor
    qtbot.waitUntil(editor.isVisible)
    field = editor.field
    assert field is not None
    line = field.findChild(QLineEdit)
    assert line is not None
    field.setFocus()
    line.selectAll()
    return line


@pytest.mark.own_window
def test_the_margin_is_set_beside_its_layer(window: MainWindow, margin: QLineEdit) -> None:
    window.controller.apply(reducers.set_layer, Layer.STIFFENER, shown=True)
    QTest.keyClicks(margin, "0.9")
    assert window.controller.pattern.common.stiffener_margin_mm == 0.9
    scene = _drawing(window).scene
    assert scene is not None
    stiffeners = [
        item.rect
        for item in scene.items
        if isinstance(item, RectangleItem) and item.layer is Layer.STIFFENER
    ]
    assert [placed.footprint.pad_bounds.grown(0.9).width_mm for placed in scene.placed] == [
        rect.width_mm for rect in stiffeners
    ]
    _assert_list_and_panel_show_the_same(window, margin)


def _assert_list_and_panel_show_the_same(window: MainWindow, margin: QLineEdit) -> None:
    panel = window.panels["land-pattern"].panel
    assert isinstance(panel, PatternPanel)
    field = panel.editors["common.stiffener_margin_mm"].field
    assert field is not None
    assert field.text() == "0.90"
    field.stepBy(1)
    assert margin.text() == "0.91"
    assert window.findChildren(PadMapPanel) == []


def test_a_margin_the_datasheet_does_not_recommend_is_warned_of_and_the_keys_leave_the_list_open(
    window: MainWindow, margin: QLineEdit
) -> None:
    menu = _list_of_layers(window)
    problem = _entry(window).editor.problem
    height = _entry(window).editor.height()
    QTest.keyClicks(margin, "1.2")
    assert window.controller.pattern.common.stiffener_margin_mm == 1.2
    assert problem.text() == "The datasheet recommends 0.5 to 1.0 mm"
    margin.selectAll()
    QTest.keyClicks(margin, "0.6")
    assert not problem.isVisible()
    margin.selectAll()
    QTest.keyClicks(margin, "wide")
    assert "not a number" in problem.text()
    assert window.controller.pattern.common.stiffener_margin_mm == 0.6
    assert _entry(window).editor.height() == height
    QTest.keyClick(margin, Qt.Key.Key_Escape)
    assert margin.text() == "0.60"
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(margin, key)
        assert menu.isVisible()
    assert window.controller.pattern.common.stiffener_margin_mm == 0.6
    QTest.keyClick(margin, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_preset_shows_its_layers_and_is_one_step_back(window: MainWindow) -> None:
    before = window.controller.state.layers
    for preset in PRESETS:
        action = window.named_actions[f"layers.{preset.id}"]
        action.trigger()
        assert window.controller.state.layers == preset.layers
        assert [window.named_actions[f"layer.{layer}"].isChecked() for layer in Layer] == [
            layer in preset.layers for layer in Layer
        ]
        assert action.isChecked()
    for _ in PRESETS[1:]:  # the first is what is shown at first: no step
        window.controller.undo()
    assert window.controller.state.layers == before


@pytest.mark.own_window
def test_own_layers_are_kept_chosen_again_and_removed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = _list_of_layers(window)
    layers.popup(window.mapToGlobal(QPoint(300, 60)))
    (own,) = window.findChildren(OwnPresets)
    name = "For R&D: copper = all"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (name, True))
    wanted = frozenset({Layer.COPPER, Layer.MASK})
    window.controller.apply(reducers.set_layers, wanted)
    _click(own, "&Keep these layers as…")
    window.controller.apply(reducers.set_layers, frozenset(Layer))
    again = OwnPresets(window.controller, Settings(), window)  # as the next start reads them
    _click(again, name.replace("&", "&&"))
    assert window.controller.state.layers == wanted
    again.remove(name)
    own.aboutToShow.emit()
    assert name.replace("&", "&&") not in [entry.text() for entry in own.actions()]
    layers.close()


def test_a_preset_without_a_name_or_with_a_shipped_one_is_refused(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = OwnPresets(window.controller, Settings(), window)
    said: list[str] = []
    window.controller.message.connect(said.append)
    assert not own.keep("  ")
    assert not own.keep("copper ONLY")
    assert ["needs a name" in said[0], "comes with the program" in said[1]] == [True, True]
    for number in range(20):
        assert own.keep(f"preset {number}")
    assert not own.keep("one more")
    assert own.keep("preset 3")


def _click(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    (entry,) = (entry for entry in menu.actions() if entry.text() == text)
    entry.trigger()


def test_presets_are_read_back_as_they_were_written() -> None:
    presets = {"a = b, c": frozenset({Layer.GRID}), "日本": frozenset[Layer]()}
    presets["x+y"] = frozenset(Layer)
    assert decode_presets(encode_presets(presets)) == presets
    assert decode_presets(("", "=grid", "name", "odd=grid+paint", "fine=grid")) == {
        "name": frozenset(),
        "fine": frozenset({Layer.GRID}),
    }


def test_a_swatch_has_the_colour_of_its_layer_and_shows_whether_that_is_on(
    window: MainWindow,
) -> None:
    for mode in ("light", "dark"):
        window.theme.set_mode(mode)
        _assert_swatches_can_be_told(window)


def _assert_swatches_can_be_told(window: MainWindow) -> None:
    palette = window.theme.drawing_palette
    ground = QColor(palette.background)
    for layer, ink in LAYER_INKS.items():
        drawn = window.named_actions[f"layer.{layer}"].icon()
        full, frame = (
            drawn.pixmap(QSize(64, 64), QIcon.Mode.Normal, state).toImage()
            for state in (QIcon.State.On, QIcon.State.Off)
        )
        assert full.pixelColor(16, 48).name() == palette.inks[ink], layer
        assert contrast(full.pixelColor(28, 46), full.pixelColor(16, 48)) >= 2, layer
        assert contrast(frame.pixelColor(32, 8), ground) >= 2, layer
