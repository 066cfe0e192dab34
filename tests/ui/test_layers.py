"""Layers in the window: switched without moving anything, the stiffener's margin beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from a4s_gui.drawing.scene import Layer, RectangleItem
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.stiffener_entry import StiffenerEntry


def _drawing(window: MainWindow) -> DrawingView:
    assert window.drawing is not None
    return window.drawing


def _places(view: DrawingView) -> list[tuple[float, float]]:
    """Return the pixel of each half's centre."""
    assert view.scene is not None
    return [view.viewport.to_px(placed.x_mm, placed.y_mm) for placed in view.scene.placed]


def test_no_switch_moves_the_view(window: MainWindow) -> None:
    drawing = _drawing(window)
    for view in View:
        window.named_actions[f"view.{view}"].trigger()
        before, places = drawing.viewport, _places(drawing)
        for layer in Layer:
            for _ in range(2):
                window.named_actions[f"layer.{layer}"].trigger()
                assert drawing.viewport == before, (view, layer)
                assert _places(drawing)[:1] == places[:1], (view, layer)
            assert _places(drawing) == places, (view, layer)


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


def test_a_margin_the_datasheet_does_not_recommend_is_warned_of_and_allowed(
    window: MainWindow, margin: QLineEdit
) -> None:
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


def test_the_keys_of_the_field_leave_the_list_open(window: MainWindow, margin: QLineEdit) -> None:
    menu = _list_of_layers(window)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(margin, key)
        assert menu.isVisible()
    assert window.controller.pattern.common.stiffener_margin_mm == 0.75
    margin.selectAll()
    QTest.keyClicks(margin, "wide")
    QTest.keyClick(margin, Qt.Key.Key_Escape)
    assert menu.isVisible()
    assert margin.text() == "0.75"
    QTest.keyClick(margin, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_list_and_panel_show_the_same_margin(window: MainWindow, margin: QLineEdit) -> None:
    QTest.keyClicks(margin, "0.8")
    panel = window.panels["land-pattern"].panel
    assert isinstance(panel, PatternPanel)
    field = panel.editors["common.stiffener_margin_mm"].field
    assert field is not None
    assert field.text() == "0.80"
    field.stepBy(1)
    assert margin.text() == "0.81"
    assert isinstance(panel, PatternPanel)
    assert window.findChildren(PadMapPanel) == []
