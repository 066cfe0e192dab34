"""The drawing zoomed and moved by wheel, mouse and keys, and where the cursor is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.ui.canvas.drawing_view import DrawingView
from tests.every import for_each
from tests.ui.canvas.hand import (
    LEFT,
    MIDDLE,
    PLAIN,
    SHIFT,
    drag,
    move,
    pixel_of,
    placed_of,
    scene_of,
    spec_of,
    wheel,
)


def test_pixels_are_where_the_arithmetic_says_and_as_many_to_a_millimetre_in_x_as_in_y(
    view: DrawingView,
) -> None:
    """Measured by what pyqtgraph itself maps, at the corners of the view and of 100 pixels."""
    for (width, height), notches in (
        ((1000, 600), 0),
        ((1000, 600), -3),
        ((1000, 600), 4),
        ((500, 700), 12),
        ((400, 300), 25),
    ):
        view.resize(width, height)
        wheel(view, 120, 90, notches)
        for place in ((0.0, 0.0), (120.0, 90.0), (width - 1.0, height - 1.0)):
            assert view.canvas.mm_at(*place) == pytest.approx(view.viewport.to_mm(*place), abs=1e-9)
        left, top = view.canvas.mm_at(0, 0)
        right, bottom = view.canvas.mm_at(100, 100)
        assert right - left == pytest.approx(bottom - top, rel=1e-9)
        assert 100 / (right - left) == pytest.approx(view.viewport.px_per_mm, rel=1e-9)


@for_each(
    "notches, modifiers, pixels",
    [
        (1, PLAIN, 0),
        (-2, PLAIN, 0),
        (0.25, PLAIN, 5),  # a touchpad
        (3, Qt.KeyboardModifier.ControlModifier, 0),
        (0, PLAIN, 30),  # a touchpad that tells pixels only
    ],
)
def test_the_wheel_zooms_about_the_cursor(
    view: DrawingView, notches: float, modifiers: Qt.KeyboardModifier, pixels: int
) -> None:
    if view.follows_fit:
        wheel(view, 500, 300, 4)
    before = view.viewport
    wheel(view, 420, 210, notches, modifiers=modifiers, pixels=pixels)
    after = view.viewport
    forward = notches > 0 or pixels > 0
    assert (after.scale > before.scale) == forward
    assert after.to_mm(420, 210) == pytest.approx(before.to_mm(420, 210), abs=1e-9)


def test_dragging_moves_the_drawing_with_the_mouse(view: DrawingView) -> None:
    for button in (LEFT, MIDDLE):
        before = view.viewport
        x_px, y_px = before.to_px(0, 0)
        drag(view, 60, -40, button=button)
        assert view.viewport.scale == before.scale
        assert view.viewport.to_px(0, 0) == pytest.approx((x_px + 60, y_px - 40)), button
        move(view, 100, 100)
        assert view.viewport.to_px(0, 0)[0] == pytest.approx(x_px + 60), "it is let go"


def test_a_key_or_a_double_click_shows_everything_again(view: DrawingView) -> None:
    fitted = view.viewport
    ask: Callable[[], object]
    for ask in (
        lambda: QTest.keyClick(view.canvas, Qt.Key.Key_F),
        lambda: QTest.keyClick(view.canvas, Qt.Key.Key_Home),
        lambda: QTest.keyClick(view.canvas, Qt.Key.Key_0),
        lambda: QTest.mouseDClick(view.canvas.viewport(), LEFT, PLAIN, QPoint(200, 200)),
    ):
        wheel(view, 420, 210, 5)
        assert not view.follows_fit
        ask()
        assert view.viewport.scale == pytest.approx(fitted.scale, rel=0.02)
        assert view.viewport.shows_all(scene_of(view).bounds)
        assert view.follows_fit
    view.show_spec(spec_of(40))
    assert view.viewport.shows_all(scene_of(view).bounds)


def test_plus_and_minus_zoom_arrow_keys_and_shift_with_the_wheel_pan(
    view: DrawingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = view.viewport
    QTest.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert view.viewport.scale == pytest.approx(1.2 * before.scale)
    assert view.viewport.to_mm(500, 300) == pytest.approx(before.to_mm(500, 300))
    QTest.keyClick(view.canvas, Qt.Key.Key_Minus)
    assert view.viewport.scale == pytest.approx(before.scale)
    QTest.keyClick(view.canvas, Qt.Key.Key_Left)
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.viewport.centre_x_mm < before.centre_x_mm
    assert view.viewport.centre_y_mm > before.centre_y_mm

    before = view.viewport
    wheel(view, 420, 210, modifiers=SHIFT)
    assert view.viewport.scale == before.scale
    assert view.viewport.centre_x_mm < before.centre_x_mm
    assert view.viewport.centre_y_mm == before.centre_y_mm

    seen: list[int] = []
    monkeypatch.setattr(view, "keyPressEvent", lambda event: seen.append(event.key()))
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert seen == [Qt.Key.Key_Escape], "keys that are not the drawing's go on to the window"


def test_the_cursor_has_its_place_on_the_nearest_half_and_the_scale_is_told(
    view: DrawingView,
) -> None:
    places: list[tuple[float, float] | None] = []
    scales: list[float] = []
    view.pointing.cursor_moved.connect(places.append)
    view.scale_changed.connect(scales.append)
    x_px, y_px = view.viewport.to_px(1.25, placed_of(view, Half.HEADER).y_mm + 0.5)
    move(view, x_px, y_px)
    assert places[-1] == pytest.approx((1.25, 0.5)), "from the centre of the header"
    wheel(view, x_px, y_px)
    assert places[-1] == pytest.approx((1.25, 0.5))
    assert scales == [view.viewport.scale]
    drag(view, 20, 0)
    assert scales == [view.viewport.scale]
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert places[-1] is None

    view.show_spec(replace(spec_of(10), view=View.SOCKET, from_below=True))
    move(view, *pixel_of(view, Half.SOCKET, "1"))
    pads = placed_of(view, Half.SOCKET).footprint.pads
    (pad,) = (pad for pad in pads if pad.number == "1")
    assert pad.x_mm < -0.5
    assert places[-1] is not None
    assert places[-1][0] == pytest.approx(pad.x_mm), "from below too as its tip and files say"
