"""Pointing at pads and measuring, by mouse and keys, in the view and in the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.scene import Layer, PlacedFootprint
from a4s_gui.drawing.snap_targets import snap_targets
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from a4s_gui.session.state import PadKey
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.canvas.pad_tip import mated_pads, pad_by_key, pad_tip
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.main_window import MainWindow

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@cache
def _spec(view: View = View.PAIR, header: HeaderScheme = HeaderScheme.MATING) -> DrawingSpec:
    pair = next(pair for pair in load_catalog().pairs if pair.pins == 40)
    return DrawingSpec(pair, shipped_pattern(), view, numbering=Numbering(header=header))


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    drawing = DrawingView()
    qtbot.addWidget(drawing)
    drawing.resize(1000, 600)
    drawing.show()
    qtbot.waitExposed(drawing)
    drawing.show_spec(_spec())
    return drawing


def _placed(view: DrawingView, half: Half) -> PlacedFootprint:
    assert view.scene is not None
    return next(placed for placed in view.scene.placed if placed.footprint.half is half)


def _pixel(view: DrawingView, half: Half, number: str) -> tuple[float, float]:
    """Return a place on a pad, at its toe: the lead and the mould lie over its middle."""
    placed = _placed(view, half)
    copper = next(rect for pad, rect in placed.pads() if pad.number == number)
    toe_mm = 0.4 * copper.height_mm * (1 if copper.y_mm > placed.y_mm else -1)
    return view.viewport.to_px(copper.x_mm, copper.y_mm + toe_mm)


def _corner(view: DrawingView, half: Half, number: str) -> tuple[float, float]:
    """Return the pixel of a pad's upper left corner."""
    copper = next(rect for pad, rect in _placed(view, half).pads() if pad.number == number)
    return view.viewport.to_px(copper.left_mm, copper.top_mm)


def _move(view: DrawingView, x: float, y: float, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    target = view.canvas.viewport()
    place = QPointF(x, y)
    nothing = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(target.mapToGlobal(place)),
        nothing,
        nothing,
        modifiers,
    )
    QApplication.sendEvent(target, event)


def _click(view: DrawingView, x: float, y: float, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    QTest.mouseClick(view.canvas.viewport(), _LEFT, modifiers, QPoint(round(x), round(y)))


def _colour(view: DrawingView, x: float, y: float) -> str:
    image: QImage = view.canvas.grab(QRect(round(x), round(y), 1, 1)).toImage()
    return image.pixelColor(0, 0).name()


def _is_plain(view: DrawingView, half: Half, number: str) -> bool:
    ink = ColorRole.SOCKET_COPPER if half is Half.SOCKET else ColorRole.HEADER_COPPER
    return _colour(view, *_pixel(view, half, number)) == LIGHT.inks[ink]


@pytest.mark.parametrize(
    ("header", "mate", "words"),
    [
        (HeaderScheme.MATING, "7", "Socket pad 7 meets header pad 7"),
        (HeaderScheme.SAME, "8", "Socket pad 7 meets header pad 8: not the same number"),
    ],
)
def test_a_pad_lights_up_with_the_one_it_meets_in_the_other_half(
    view: DrawingView, header: HeaderScheme, mate: str, words: str
) -> None:
    view.show_spec(_spec(header=header))
    told: list[str] = []
    view.pointing.status_changed.connect(told.append)
    _move(view, *_pixel(view, Half.SOCKET, "7"))
    assert told == [words]
    assert not _is_plain(view, Half.SOCKET, "7")
    assert not _is_plain(view, Half.HEADER, mate)
    assert _is_plain(view, Half.HEADER, "9")
    _move(view, *_pixel(view, Half.HEADER, mate))
    assert told == [words], "the same two pads, seen from the other one"
    _move(view, 5, 5)
    assert told == [words, ""]
    assert _is_plain(view, Half.HEADER, mate)


def test_terminals_meet_no_contact(view: DrawingView) -> None:
    told: list[str] = []
    view.pointing.status_changed.connect(told.append)
    _move(view, *_pixel(view, Half.HEADER, "MP"))
    assert told == ["Header: soldering terminal"]


def test_the_tip_names_both_pads_places_and_sources() -> None:
    spec = _spec(header=HeaderScheme.SAME)
    meeting = mated_pads(spec, PadKey(Half.HEADER, 1))
    assert meeting is not None
    hovered = pad_by_key(build_scene(spec, 20), PadKey(Half.HEADER, 1))
    assert hovered is not None
    tip = pad_tip(hovered, meeting)
    for words in (
        "Socket 1 meets header 2</b>, not the same number",
        "Socket pad 1</b>, contact<br>centre x -3.800, y -1.125 mm",
        "Header pad 2</b>, contact<br>centre x -3.800, y 0.875 mm",
        "GPD_Pocket-mods",
        "Inkplate 5",
        "kicad-boards",
    ):
        assert words in tip
    assert tip.count("GPD_Pocket-mods") == 1


def test_in_a_view_of_one_half_the_mate_is_named_though_not_drawn(view: DrawingView) -> None:
    view.show_spec(_spec(View.SOCKET))
    told: list[str] = []
    view.pointing.status_changed.connect(told.append)
    _move(view, *_pixel(view, Half.SOCKET, "40"))
    assert told == ["Socket pad 40 meets header pad 40"]


def test_a_click_says_which_pad_and_a_drag_does_not(view: DrawingView) -> None:
    clicked: list[PadKey | None] = []
    view.pointing.pad_clicked.connect(clicked.append)
    _click(view, *_pixel(view, Half.SOCKET, "7"))
    _click(view, *_pixel(view, Half.HEADER, "2"))
    _click(view, 5, 5)
    assert clicked == [PadKey(Half.SOCKET, 6), PadKey(Half.HEADER, 1), None]
    x, y = _pixel(view, Half.SOCKET, "7")
    QTest.mousePress(view.canvas.viewport(), _LEFT, _PLAIN, QPoint(round(x), round(y)))
    target = view.canvas.viewport()
    place = QPointF(x + 30, y)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(target.mapToGlobal(place)), _LEFT, _LEFT, _PLAIN
    )
    QApplication.sendEvent(target, event)
    QTest.mouseRelease(target, _LEFT, _PLAIN, QPoint(round(x) + 30, round(y)))
    assert len(clicked) == 3


def test_a_hand_that_trembles_clicks_and_moves_nothing(view: DrawingView) -> None:
    clicked: list[PadKey | None] = []
    view.pointing.pad_clicked.connect(clicked.append)
    before = view.viewport
    x, y = _pixel(view, Half.SOCKET, "7")
    target = view.canvas.viewport()
    QTest.mousePress(target, _LEFT, _PLAIN, QPoint(round(x), round(y)))
    place = QPointF(x + 1, y + 1)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(target.mapToGlobal(place)), _LEFT, _LEFT, _PLAIN
    )
    QApplication.sendEvent(target, event)
    QTest.mouseRelease(target, _LEFT, _PLAIN, QPoint(round(x) + 1, round(y) + 1))
    assert clicked == [PadKey(Half.SOCKET, 6)]
    assert view.viewport == before


def test_a_selected_pad_stays_lit_and_told(view: DrawingView) -> None:
    told: list[str] = []
    view.pointing.status_changed.connect(told.append)
    view.pointing.select(PadKey(Half.SOCKET, 6))
    assert told == ["Socket pad 7 meets header pad 7"]
    assert not _is_plain(view, Half.SOCKET, "7")
    assert not _is_plain(view, Half.HEADER, "7")
    view.show_spec(replace(_spec(), layers=_spec().layers - {Layer.GRID}))
    assert not _is_plain(view, Half.HEADER, "7")
    view.show_spec(_spec(header=HeaderScheme.SAME))
    assert told[-1] == "Socket pad 7 meets header pad 8: not the same number"
    view.pointing.select(None)
    assert told[-1] == ""
    assert _is_plain(view, Half.SOCKET, "7")


@pytest.fixture
def told(view: DrawingView) -> list[str]:
    """Return what is told of measuring, which is begun."""
    lines: list[str] = []
    view.pointing.status_changed.connect(lines.append)
    view.pointing.set_measuring(True)
    return lines


def test_a_measurement_snaps_to_pads(view: DrawingView, told: list[str]) -> None:
    """From corner to corner of neighbours: the pitch, though the hand is off by some pixels."""
    x, y = _corner(view, Half.SOCKET, "7")
    _click(view, x - 2, y - 4)
    assert told[-1] == "From corner of socket pad 7"
    x, y = _corner(view, Half.SOCKET, "9")
    _move(view, x - 2, y - 3)
    assert told[-1] == (
        "dx 0.400  dy 0.000  distance 0.400 mm, "
        "from corner of socket pad 7 to corner of socket pad 9"
    )
    _click(view, x - 2, y - 3)
    _move(view, 500, 500)
    assert told[-1].startswith("dx 0.400  dy 0.000")
    assert view.pointing.copy()
    assert QGuiApplication.clipboard().text() == "dx 0.400  dy 0.000  distance 0.400 mm"


def test_shift_frees_the_snap(view: DrawingView, told: list[str]) -> None:
    x, y = _corner(view, Half.SOCKET, "7")
    _move(view, x - 2, y - 5)
    assert told[-1] == "Measure from: corner of socket pad 7"
    QTest.keyPress(view.canvas, Qt.Key.Key_Shift)
    assert told[-1] == "Measure from: free place"
    QTest.keyRelease(view.canvas, Qt.Key.Key_Shift)
    assert told[-1] == "Measure from: corner of socket pad 7"
    _move(view, x - 2, y - 5, _SHIFT)
    assert told[-1] == "Measure from: free place"
    _click(view, x - 2, y - 5, _SHIFT)
    assert told[-1] == "From free place"


def test_the_snap_reaches_as_far_on_the_screen_at_every_scale(
    view: DrawingView, told: list[str]
) -> None:
    for factor in (1.0, 6.0):
        view.zoom_by(factor)
        x, y = _corner(view, Half.SOCKET, "19")
        _move(view, x, y - 7)
        assert told[-1].endswith("corner of socket pad 19")
        _move(view, x, y - 11)
        assert "socket pad 19" not in told[-1]


def test_the_line_and_the_lengths_are_drawn(view: DrawingView, told: list[str]) -> None:
    """On the layers of copper alone, half way between two corners there is nothing else."""
    view.show_spec(replace(_spec(), layers=frozenset({Layer.COPPER})))
    start, end = _corner(view, Half.SOCKET, "7"), _corner(view, Half.SOCKET, "9")
    middle = ((start[0] + end[0]) / 2, start[1])
    plain = _colour(view, *middle)
    _click(view, *start)
    _click(view, *end)
    image: QImage = view.canvas.grab().toImage()
    hue = QColor(LIGHT.inks[ColorRole.MEASURE]).hue()

    def is_drawn(columns: range, rows: Iterable[int]) -> bool:
        colours = (image.pixelColor(x, y) for x in columns for y in rows)
        return any(one.saturation() > 60 and abs(one.hue() - hue) < 8 for one in colours)

    x_end, y_line = round(end[0]), round(middle[1])
    assert is_drawn(range(round(start[0]) + 1, x_end), range(y_line - 2, y_line + 3))
    beyond = {*range(image.height())} - {*range(y_line - 12, y_line + 13)}
    assert is_drawn(range(x_end + 61, image.width()), beyond), "the lengths"
    view.pointing.escape()
    assert _colour(view, *middle) == plain


def test_two_quick_clicks_are_two_places(view: DrawingView, told: list[str]) -> None:
    before = view.viewport
    x, y = (round(value) for value in _corner(view, Half.SOCKET, "7"))
    target = view.canvas.viewport()
    QTest.mouseClick(target, _LEFT, _PLAIN, QPoint(x, y))
    QTest.mouseDClick(target, _LEFT, _PLAIN, QPoint(x, y))  # the second press, as Qt tells it
    QTest.mouseRelease(target, _LEFT, _PLAIN, QPoint(x, y))
    assert told[-1].startswith("dx 0.000  dy 0.000  distance 0.000 mm")
    assert view.viewport == before


def test_escape_drops_the_measurement_then_the_tool_then_the_pad(
    view: DrawingView, told: list[str]
) -> None:
    ended: list[bool] = []
    clicked: list[PadKey | None] = []
    view.pointing.measuring_changed.connect(ended.append)
    view.pointing.pad_clicked.connect(clicked.append)
    view.pointing.select(PadKey(Half.SOCKET, 6))
    _click(view, *_corner(view, Half.SOCKET, "7"))
    assert clicked == [], "clicks measure"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert told[-1] == "Measure from: corner of socket pad 7"
    assert ended == []
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert ended == [False]
    assert view.pointing.measurement is None
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert clicked == [None]


def test_the_cursor_is_a_cross_while_measuring(view: DrawingView, told: list[str]) -> None:
    assert view.canvas.cursor().shape() is Qt.CursorShape.CrossCursor
    view.pointing.set_measuring(False)
    assert view.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_measurement_outlives_zoom_and_layers_but_no_other_drawing(
    view: DrawingView, told: list[str]
) -> None:
    _click(view, *_corner(view, Half.SOCKET, "7"))
    _click(view, *_corner(view, Half.SOCKET, "9"))
    view.zoom_by(2)
    view.show_spec(replace(_spec(), layers=_spec().layers - {Layer.GRID}))
    assert told[-1].startswith("dx 0.400")
    view.show_spec(_spec(View.MATED))
    assert view.pointing.measurement is not None
    assert view.pointing.measurement.start is None


def test_a_measurement_stays_on_its_half_when_the_window_changes(
    view: DrawingView, told: list[str]
) -> None:
    """The halves come to stand at another distance; what is measured on one of them stays there."""
    _click(view, *_corner(view, Half.HEADER, "7"))
    _click(view, *_corner(view, Half.HEADER, "9"))
    before = _placed(view, Half.HEADER).y_mm
    view.resize(700, 900)
    assert _placed(view, Half.HEADER).y_mm != before
    assert told[-1].startswith("dx 0.400  dy 0.000  distance 0.400 mm")
    assert view.pointing.measurement is not None
    start = view.pointing.measurement.start
    assert start is not None
    assert view.viewport.to_px(start.x_mm, start.y_mm) == pytest.approx(
        _corner(view, Half.HEADER, "7")
    )


def test_other_pads_are_another_drawing(view: DrawingView, told: list[str]) -> None:
    _click(view, *_corner(view, Half.SOCKET, "7"))
    view.show_spec(
        replace(_spec(), pattern=edited(shipped_pattern(), {"socket.contact_height_mm": 0.7}))
    )
    assert view.pointing.measurement is not None
    assert view.pointing.measurement.start is None


def test_the_tape_can_be_measured(view: DrawingView, told: list[str]) -> None:
    tape = _spec().pair.tape
    assert tape is not None
    view.show_spec(_spec(View.TAPE))
    _click(view, *view.viewport.to_px(0, 0))
    _click(view, *view.viewport.to_px(tape.pocket_pitch_mm, 0))
    assert told[-1] == (
        f"dx {tape.pocket_pitch_mm:.3f}  dy 0.000  distance {tape.pocket_pitch_mm:.3f} mm, "
        "from centre of connector to centre of connector"
    )
    view.zoom_by(1.5)
    assert told[-1].startswith("dx")
    view.resize(700, 900)
    view.fit()
    assert view.pointing.measurement is not None
    assert view.pointing.measurement.start is None, "the tapes stand at another distance"


def test_across_a_break_the_true_length_is_measured(view: DrawingView, told: list[str]) -> None:
    pair = next(pair for pair in load_catalog().pairs if pair.pins == 80)
    view.resize(1000, 320)
    view.show_spec(replace(_spec(View.SECTION), pair=pair))
    assert view.scene is not None
    first, *others = view.scene.breaks
    assert len(others) == 2
    ends = [
        corner
        for target in snap_targets(view.scene)
        if target.name == "socket housing, cut" and target.broken
        for corner in target.corners
        if abs(corner[0] - first.left_mm) < 4
    ]
    left, right = min(ends), max(ends, key=lambda corner: (corner[0], -corner[1]))
    _click(view, *view.viewport.to_px(*left))
    _move(view, *view.viewport.to_px((first.left_mm + first.right_mm) / 2, left[1] - 0.1))
    assert told[-1].startswith("Nothing to measure between the break lines")
    _move(view, *view.viewport.to_px(*right))
    assert told[-1] == (
        "dx 18.500  dy 0.000  distance 18.500 mm, "
        "from corner of socket housing, cut to corner of socket housing, cut"
    )
    free = view.viewport.to_px(first.left_mm - 1, left[1] + 0.25)
    view.pointing.escape()
    _click(view, *free, _SHIFT)
    _move(view, *view.viewport.to_px(first.right_mm + 1, left[1] + 0.25), _SHIFT)
    assert view.pointing.measurement is not None
    deltas = view.pointing.measurement.deltas_mm
    assert deltas is not None
    gap_mm = first.right_mm - first.left_mm
    assert deltas[0] == pytest.approx(2 + gap_mm + first.hidden_mm, abs=0.05)


def test_the_cursor_has_no_place_between_break_lines(view: DrawingView) -> None:
    places: list[tuple[float, float] | None] = []
    view.pointing.cursor_moved.connect(places.append)
    pair = next(pair for pair in load_catalog().pairs if pair.pins == 80)
    view.resize(700, 500)
    view.show_spec(replace(_spec(View.SECTION), pair=pair))
    assert view.scene is not None
    (one,) = view.scene.breaks
    _move(view, *view.viewport.to_px((one.left_mm + one.right_mm) / 2, 0))
    assert places[-1] is None
    _move(view, *view.viewport.to_px(one.right_mm + 1, 0))
    assert places[-1] is not None
    assert places[-1][0] == pytest.approx(one.right_mm + 1 + one.hidden_mm, abs=0.05)


def test_without_a_measurement_there_is_nothing_to_copy(view: DrawingView) -> None:
    assert not view.pointing.copy()
    view.pointing.set_measuring(True)
    assert not view.pointing.copy()


def _drawing(window: MainWindow) -> DrawingView:
    assert window.drawing is not None
    return window.drawing


def test_in_the_window_a_pad_of_the_drawing_or_the_pad_map_stays_selected_until_it_is_dropped(
    window: MainWindow,
) -> None:
    view = _drawing(window)
    message = window.status_line.message
    _click(view, *_pixel(view, Half.SOCKET, "7"))
    _move(view, 3, 3)
    assert message.whole == "Socket pad 7 meets header pad 7"
    assert window.controller.state.pad == PadKey(Half.SOCKET, 6)
    _click(view, 3, 3)
    assert window.controller.state.pad is None
    assert message.whole == ""
    _click(view, *_pixel(view, Half.HEADER, "2"))
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Escape)
    assert window.controller.state.pad is None

    panel = window.panels["pad-map"].panel_as(PadMapPanel)
    panel.refresh()
    panel.table.selectRow(6)
    assert window.controller.state.pad == PadKey(Half.SOCKET, 6)
    assert not _is_plain(view, Half.SOCKET, "7")
    assert not _is_plain(view, Half.HEADER, "7")
    before = view.viewport
    panel.table.selectRow(7)
    assert view.viewport == before


def test_in_the_window_m_measures_and_ctrl_c_copies_but_a_typed_m_is_a_letter(
    window: MainWindow,
) -> None:
    view = _drawing(window)
    view.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_M)
    assert window.named_actions["measure"].isChecked()
    _click(view, *_corner(view, Half.SOCKET, "7"))
    _click(view, *_corner(view, Half.SOCKET, "9"))
    assert window.status_line.message.whole.startswith("dx 0.400  dy 0.000")
    QTest.keyClick(view.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "dx 0.400  dy 0.000  distance 0.400 mm"
    assert window.status_line.message.whole == "Copied: dx 0.400  dy 0.000  distance 0.400 mm"
    QGuiApplication.clipboard().clear()
    button = window.status_line.copy_lengths
    assert button.isVisible()
    QTest.mouseClick(button, _LEFT)
    assert QGuiApplication.clipboard().text() == "dx 0.400  dy 0.000  distance 0.400 mm"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert not button.isVisible()
    assert not window.named_actions["copy-measure"].isEnabled()
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert not window.named_actions["measure"].isChecked()

    window.search.setFocus()
    QTest.keyClicks(window.search, "m")
    assert window.search.text() == "m"
    assert not window.named_actions["measure"].isChecked()
