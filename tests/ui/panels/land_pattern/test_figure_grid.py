"""Three ways of typing one land pattern, through the panel's own fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.land_pattern.ways import FIELDS, Way, typed_value
from a4s_gui.session.settings_table import PATTERN_WAY
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.widgets.segments import Segment
from tests.every import for_each

INNER, OUTER = "socket.contact_inner_mm", "socket.contact_outer_mm"
TOE, INWARDS = "header.terminal_toe_mm", "socket.terminal_inwards_mm"


def _choose(panel: PatternPanel, way: Way) -> None:
    buttons = panel.findChildren(Segment)
    button = next(one for one in buttons if one.text() == way.words.title)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _line(panel: PatternPanel, name: str) -> QLineEdit:
    line = panel.editors[name].findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def _type(panel: PatternPanel, name: str, text: str) -> None:
    _line(panel, name).setFocus()
    _line(panel, name).selectAll()
    QTest.keyClicks(_line(panel, name), text)


@for_each("way", Way)
def test_a_way_shows_its_figures_of_both_halves_in_two_columns(
    panel: PatternPanel, way: Way
) -> None:
    _choose(panel, way)
    names = [f"{half}.{field}" for field in FIELDS[way] for half in Half]
    shown = [editor.figure.name for editor in panel.figures.shown]
    assert shown[: len(names)] == names
    assert all(name.startswith("common.") for name in shown[len(names) :])
    assert {e.figure.name for e in panel.editors.values() if not e.isHidden()} == set(shown)
    for field in FIELDS[way]:
        socket, header = (panel.editors[f"{half}.{field}"] for half in Half)
        assert socket.y() == header.y()
        assert socket.x() + socket.width() <= header.x()
        right = header.mapTo(panel, QPoint(header.width(), 0)).x()
        assert right <= panel.width()
    above = [panel.editors[name].mapTo(panel, QPoint(0, 0)).y() for name in names]
    assert above == sorted(above)


def test_the_numbers_of_every_way_are_those_of_one_pattern(
    panel: PatternPanel, controller: Controller
) -> None:
    _choose(panel, Way.EDGES)
    _type(panel, INNER, "1.7")
    assert controller.pattern.socket.contact_height_mm == 0.6
    assert controller.pattern.socket.contact_rows_mm == 2.3
    assert _line(panel, OUTER).text() == "2.90"
    _choose(panel, Way.JOINTS)
    assert _line(panel, "socket.contact_heel_mm").text() == "0.17"
    _type(panel, TOE, "0.2")
    _type(panel, INWARDS, "0.25")
    assert typed_value(controller.pattern, "header.terminal_heel_mm") == 0.28
    for way in Way:
        _choose(panel, way)
        for editor in panel.figures.shown:
            if editor.field is not None and editor.figure.unit == "mm":
                drawn = float(typed_value(controller.pattern, editor.figure.name))
                shown = float(editor.field.text().replace("−", "-"))
                assert shown == pytest.approx(drawn, abs=1e-3), editor.figure.name
    assert _line(panel, "socket.terminal_width_mm").text() == "0.95"
    assert _line(panel, "header.terminal_height_mm").text() == "0.63"


def test_an_edge_typed_key_by_key_is_one_step_of_its_own(
    panel: PatternPanel, controller: Controller
) -> None:
    _choose(panel, Way.EDGES)
    _type(panel, INNER, "1.71")
    _type(panel, OUTER, "2.85")
    _line(panel, OUTER).setFocus()
    words = [step.words.partition(" edge")[0] for step in controller.history.past]
    assert words == ["socket contact pads, inner", "socket contact pads, outer"]
    controller.undo()
    assert _line(panel, OUTER).text() == "2.90"
    assert _line(panel, INNER).text() == "1.71"
    controller.undo()
    assert controller.pattern == shipped_pattern()
    assert _line(panel, INNER).text() == "1.60"


def test_what_cannot_be_names_the_figure_that_it_would_make_wrong(panel: PatternPanel) -> None:
    _choose(panel, Way.EDGES)
    _type(panel, INNER, "3")
    problem = panel.editors[INNER].problem
    assert problem.isVisible()
    assert problem.text() == (
        "contact pad, across the rows: -0.05 mm is not a length above 0. Drawn: 1.60 mm"
    )
    _type(panel, OUTER, "3.5")
    assert not panel.editors[INNER].refused, "another edge has made it possible"
    assert _line(panel, INNER).text() == "3"


def test_a_source_stands_once_where_it_repeats(panel: PatternPanel) -> None:
    height, rows = (panel.editors[f"socket.contact_{one}_mm"] for one in ("height", "rows"))
    assert height.source.whole == rows.source.whole == "GPD_Pocket-mods"
    assert height.source.isVisible()
    assert rows.source.isHidden()
    assert rows.field is not None
    assert "Gerber paste layers" in rows.field.toolTip().replace("\n", " ")
    _type(panel, "socket.contact_rows_mm", "2.3")
    assert rows.source.isVisible()


def test_the_figure_with_the_keys_is_lit_and_no_other(
    panel: PatternPanel, controller: Controller
) -> None:
    steps = len(controller.history.past)
    for name in ("socket.contact_width_mm", "header.contact_rows_mm"):
        _line(panel, name).setFocus()
        assert controller.state.lit_figure == name
    panel.patterns.setFocus()
    assert controller.state.lit_figure == ""
    assert len(controller.history.past) == steps, "looking is no step"


def test_a_figure_that_is_worked_out_goes_back_with_its_source_and_its_way_is_remembered(
    panel: PatternPanel,
    controller: Controller,
    kept_settings: Settings,
    library: PatternLibrary,
    qtbot: QtBot,
) -> None:
    _choose(panel, Way.JOINTS)
    _type(panel, TOE, "0.3")
    editor = panel.editors[TOE]
    assert editor.source.whole == "shipped: 0.10 mm; Own figure"
    QTest.mouseClick(editor.reset_button, Qt.MouseButton.LeftButton)
    assert controller.pattern == shipped_pattern()
    assert _line(panel, TOE).text() == "0.10"

    assert kept_settings.get(PATTERN_WAY) == "joints"
    again = PatternPanel(controller, kept_settings, library)
    qtbot.addWidget(again)
    assert again.ways[Way.JOINTS].isChecked()
    assert again.figures.shown[0].figure.name == "socket.contact_side_mm"
