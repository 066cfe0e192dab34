"""Lengths measured between places of the drawing, by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.snap_targets import snap_targets
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.session.state import PadKey
from a4s_gui.ui.canvas.drawing_view import DrawingView
from tests.ui.canvas.hand import (
    LEFT,
    PLAIN,
    SHIFT,
    click,
    colour_at,
    corner_of,
    image_of,
    move,
    placed_of,
    scene_of,
    spec_of,
)


@pytest.fixture
def told(view: DrawingView) -> list[str]:
    """Return what is told of measuring, which is begun."""
    lines: list[str] = []
    view.pointing.status_changed.connect(lines.append)
    view.pointing.set_measuring(True)
    return lines


def test_a_measurement_snaps_to_pads_unless_shift_is_held(
    view: DrawingView, told: list[str]
) -> None:
    """From corner to corner of neighbours: the pitch, though the hand is off by some pixels."""
    assert not view.pointing.copy(), "there is nothing yet"
    x, y = corner_of(view, Half.SOCKET, "7")
    move(view, x - 2, y - 5)
    assert told[-1] == "Measure from: corner of socket pad 7"
    QTest.keyPress(view.canvas, Qt.Key.Key_Shift)
    assert told[-1] == "Measure from: free place"
    QTest.keyRelease(view.canvas, Qt.Key.Key_Shift)
    assert told[-1] == "Measure from: corner of socket pad 7"
    move(view, x - 2, y - 5, SHIFT)
    assert told[-1] == "Measure from: free place"
    click(view, x - 2, y - 5, SHIFT)
    assert told[-1] == "From free place"
    assert not view.pointing.copy(), "nor with a beginning alone"
    view.pointing.escape()

    click(view, x - 2, y - 4)
    assert told[-1] == "From corner of socket pad 7"
    x, y = corner_of(view, Half.SOCKET, "9")
    move(view, x - 2, y - 3)
    assert told[-1] == (
        "dx 0.400  dy 0.000  distance 0.400 mm, "
        "from corner of socket pad 7 to corner of socket pad 9"
    )
    click(view, x - 2, y - 3)
    move(view, 500, 500)
    assert told[-1].startswith("dx 0.400  dy 0.000")
    assert view.pointing.copy()
    assert QGuiApplication.clipboard().text() == "dx 0.400  dy 0.000  distance 0.400 mm"


def test_the_snap_reaches_as_far_on_the_screen_at_every_scale(
    view: DrawingView, told: list[str]
) -> None:
    for factor in (1.0, 6.0):
        view.zoom_by(factor)
        x, y = corner_of(view, Half.SOCKET, "9")
        move(view, x, y - 7)
        assert told[-1].endswith("corner of socket pad 9")
        move(view, x, y - 11)
        assert "socket pad 9" not in told[-1]


def test_the_line_and_the_lengths_are_drawn(view: DrawingView, told: list[str]) -> None:
    """On the layers of copper alone, half way between two corners there is nothing else."""
    view.show_spec(replace(spec_of(10), layers=frozenset({Layer.COPPER})))
    start, end = corner_of(view, Half.SOCKET, "7"), corner_of(view, Half.SOCKET, "9")
    middle = ((start[0] + end[0]) / 2, start[1])
    plain = colour_at(view, *middle)
    click(view, *start)
    click(view, *end)
    image = image_of(view)
    hue = QColor(LIGHT.inks[ColorRole.MEASURE]).hue()

    def is_drawn(columns: range, rows: Iterable[int]) -> bool:
        colours = (image.pixelColor(x, y) for x in columns for y in rows)
        return any(one.saturation() > 60 and abs(one.hue() - hue) < 8 for one in colours)

    x_end, y_line = round(end[0]), round(middle[1])
    assert is_drawn(range(round(start[0]) + 1, x_end), range(y_line - 2, y_line + 3))
    beyond = {*range(image.height())} - {*range(y_line - 12, y_line + 13)}
    assert is_drawn(range(x_end + 61, image.width()), beyond), "the lengths"
    view.pointing.escape()
    assert colour_at(view, *middle) == plain


def test_two_quick_clicks_are_two_places(view: DrawingView, told: list[str]) -> None:
    before = view.viewport
    x, y = (round(value) for value in corner_of(view, Half.SOCKET, "7"))
    target = view.canvas.viewport()
    QTest.mouseClick(target, LEFT, PLAIN, QPoint(x, y))
    QTest.mouseDClick(target, LEFT, PLAIN, QPoint(x, y))  # the second press, as Qt tells it
    QTest.mouseRelease(target, LEFT, PLAIN, QPoint(x, y))
    assert told[-1].startswith("dx 0.000  dy 0.000  distance 0.000 mm")
    assert view.viewport == before


def test_escape_drops_the_measurement_then_the_tool_with_its_cross_then_the_pad(
    view: DrawingView, told: list[str]
) -> None:
    ended: list[bool] = []
    clicked: list[PadKey | None] = []
    view.pointing.measuring_changed.connect(ended.append)
    view.pointing.pad_clicked.connect(clicked.append)
    view.pointing.select(PadKey(Half.SOCKET, 6))
    click(view, *corner_of(view, Half.SOCKET, "7"))
    assert clicked == [], "clicks measure"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert told[-1] == "Measure from: corner of socket pad 7"
    assert ended == []
    assert view.canvas.cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert ended == [False]
    assert view.pointing.measurement is None
    assert view.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert not view.pointing.copy()
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert clicked == [None]


def test_a_measurement_stays_on_its_half_whatever_is_done_but_in_no_other_drawing(
    view: DrawingView, told: list[str]
) -> None:
    """The halves come to stand at another distance; what is measured on one of them stays there."""

    def measure() -> None:
        click(view, *corner_of(view, Half.HEADER, "7"))
        click(view, *corner_of(view, Half.HEADER, "9"))
        assert told[-1].startswith("dx 0.400  dy 0.000  distance 0.400 mm")

    def start_px() -> tuple[float, float] | None:
        assert view.pointing.measurement is not None
        start = view.pointing.measurement.start
        return None if start is None else view.viewport.to_px(start.x_mm, start.y_mm)

    measure()
    before = placed_of(view, Half.HEADER).y_mm
    view.resize(700, 900)
    assert placed_of(view, Half.HEADER).y_mm != before
    assert told[-1].startswith("dx 0.400  dy 0.000  distance 0.400 mm")
    assert start_px() == pytest.approx(corner_of(view, Half.HEADER, "7"))
    view.zoom_by(2)
    view.show_spec(replace(spec_of(10), layers=spec_of(10).layers - {Layer.GRID}))
    assert told[-1].startswith("dx 0.400")
    assert start_px() == pytest.approx(corner_of(view, Half.HEADER, "7"))
    view.show_spec(spec_of(10, View.MATED))
    assert start_px() is None

    view.show_spec(spec_of(10))
    measure()
    other = edited(shipped_pattern(), {"socket.contact_height_mm": 0.7})
    view.show_spec(replace(spec_of(10), pattern=other))
    assert start_px() is None, "other pads are another drawing"


def test_the_tape_can_be_measured(view: DrawingView, told: list[str]) -> None:
    tape = spec_of(10).pair.tape
    assert tape is not None
    view.show_spec(spec_of(10, View.TAPE))
    click(view, *view.viewport.to_px(0, 0))
    click(view, *view.viewport.to_px(tape.pocket_pitch_mm, 0))
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


def test_across_a_break_the_true_length_is_measured_and_within_it_the_cursor_has_no_place(
    view: DrawingView, told: list[str]
) -> None:
    places: list[tuple[float, float] | None] = []
    view.pointing.cursor_moved.connect(places.append)
    view.resize(1000, 320)
    view.show_spec(spec_of(80, View.SECTION))
    first, *others = scene_of(view).breaks
    assert len(others) == 2
    ends = [
        corner
        for target in snap_targets(scene_of(view))
        if target.name == "socket housing, cut" and target.broken
        for corner in target.corners
        if abs(corner[0] - first.left_mm) < 4
    ]
    left, right = min(ends), max(ends, key=lambda corner: (corner[0], -corner[1]))
    click(view, *view.viewport.to_px(*left))
    move(view, *view.viewport.to_px((first.left_mm + first.right_mm) / 2, left[1] - 0.1))
    assert told[-1].startswith("Nothing to measure between the break lines")
    assert places[-1] is None
    move(view, *view.viewport.to_px(*right))
    assert told[-1] == (
        "dx 18.500  dy 0.000  distance 18.500 mm, "
        "from corner of socket housing, cut to corner of socket housing, cut"
    )
    free = view.viewport.to_px(first.left_mm - 1, left[1] + 0.25)
    view.pointing.escape()
    click(view, *free, SHIFT)
    move(view, *view.viewport.to_px(first.right_mm + 1, left[1] + 0.25), SHIFT)
    assert places[-1] is not None
    assert places[-1][0] == pytest.approx(first.right_mm + 1 + first.hidden_mm, abs=0.05)
    assert view.pointing.measurement is not None
    deltas = view.pointing.measurement.deltas_mm
    assert deltas is not None
    gap_mm = first.right_mm - first.left_mm
    assert deltas[0] == pytest.approx(2 + gap_mm + first.hidden_mm, abs=0.05)
