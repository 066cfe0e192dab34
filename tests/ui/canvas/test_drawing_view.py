"""The drawing on the screen, moved and pointed at as a user does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.palette import DARK, LIGHT
from a4s_gui.drawing.scene import Layer, PlacedFootprint, Scene
from a4s_gui.drawing.screen.ways import MARGIN_MM
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.errors import ResourceError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.render.qt import font
from a4s_gui.session.shown_board import FoundPad
from a4s_gui.ui.canvas import picture
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.canvas.pad_tip import HoveredPad
from tests.every import for_each

_NO_BUTTON = Qt.MouseButton.NoButton
_LEFT = Qt.MouseButton.LeftButton
_MIDDLE = Qt.MouseButton.MiddleButton
_PLAIN = Qt.KeyboardModifier.NoModifier


@cache
def _spec(pins: int, view: View = View.PAIR) -> DrawingSpec:
    pair = next(pair for pair in load_catalog().pairs if pair.pins == pins)
    return DrawingSpec(pair, shipped_pattern(), view)


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    drawing = DrawingView()
    qtbot.addWidget(drawing)
    drawing.resize(1000, 600)
    drawing.show()
    qtbot.waitExposed(drawing)
    drawing.show_spec(_spec(40))
    return drawing


def _wheel(
    view: DrawingView,
    x: float,
    y: float,
    notches: float = 1,
    *,
    modifiers: Qt.KeyboardModifier = _PLAIN,
    pixels: int = 0,
) -> None:
    target = view.canvas.viewport()
    place = QPointF(x, y)
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place)),
        QPoint(0, pixels),
        QPoint(0, round(120 * notches)),
        _NO_BUTTON,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def _move(view: DrawingView, x: float, y: float, buttons: Qt.MouseButton = _NO_BUTTON) -> None:
    target = view.canvas.viewport()
    place = QPointF(x, y)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(target.mapToGlobal(place)),
        _NO_BUTTON,
        buttons,
        _PLAIN,
    )
    QApplication.sendEvent(target, event)


def _drag(view: DrawingView, dx: int, dy: int, button: Qt.MouseButton = _LEFT) -> None:
    target, start = view.canvas.viewport(), QPoint(500, 300)
    QTest.mousePress(target, button, _PLAIN, start)
    for step in (1, 2):
        _move(view, 500 + dx * step / 2, 300 + dy * step / 2, button)
    QTest.mouseRelease(target, button, _PLAIN, start + QPoint(dx, dy))


def _scene(view: DrawingView) -> Scene:
    assert view.scene is not None
    return view.scene


def _pixel_of(view: DrawingView, placed: PlacedFootprint, number: str) -> tuple[float, float]:
    """Return a place on a pad, at its toe: the lead and the mould lie over its middle."""
    copper = next(rect for pad, rect in placed.pads() if pad.number == number)
    toe_mm = 0.4 * copper.height_mm * (1 if copper.y_mm > placed.y_mm else -1)
    return view.viewport.to_px(copper.x_mm, copper.y_mm + toe_mm)


def _image(view: DrawingView) -> QImage:
    image: QImage = view.canvas.grab().toImage()
    return image


def _colour(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(round(x), round(y)).name()


@for_each("notches", [0, -3, 4, 12, 25])
def test_one_millimetre_is_as_long_in_x_as_in_y(view: DrawingView, notches: int) -> None:
    """Measured by what pyqtgraph itself maps, at the places of 0 and 100 pixels."""
    view.fit()
    _wheel(view, 420, 250, notches)
    left, top = view.canvas.mm_at(0, 0)
    right, bottom = view.canvas.mm_at(100, 100)
    assert right - left == pytest.approx(bottom - top, rel=1e-9)
    assert 100 / (right - left) == pytest.approx(view.viewport.px_per_mm, rel=1e-9)


@for_each("size", [(1000, 600), (500, 700), (300, 200)])
def test_pixels_are_where_the_arithmetic_says(view: DrawingView, size: tuple[int, int]) -> None:
    view.resize(*size)
    for place in ((0.0, 0.0), (120.0, 90.0), (299.0, 199.0)):
        assert view.canvas.mm_at(*place) == pytest.approx(view.viewport.to_mm(*place), abs=1e-9)


def test_the_outline_is_painted_as_long_as_the_scale_says(view: DrawingView) -> None:
    """Terminal to terminal of the socket: A, 10.50 mm, counted in painted pixels."""
    view.show_spec(replace(_spec(40, View.SOCKET), layers=frozenset({Layer.COPPER})))
    image = _image(view)
    socket = _scene(view).placed[0]
    y = round(view.viewport.to_px(0, socket.footprint.terminals[0].y_mm)[1])
    copper = LIGHT.inks[ColorRole.SOCKET_COPPER]
    found = [x for x in range(image.width()) if _colour(image, x, y) == copper]
    length_px = 10.5 * view.viewport.px_per_mm
    assert found[-1] - found[0] + 1 == pytest.approx(length_px, abs=2)


@for_each("pins", [10, 40, 80])
def test_every_new_pair_is_fitted_until_the_user_zooms(view: DrawingView, pins: int) -> None:
    view.resize(1000, 600)
    view.show_spec(_spec(pins))
    assert view.viewport.shows_all(_scene(view).bounds)
    view.resize(700, 500)
    assert view.viewport.shows_all(_scene(view).bounds)


class _Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_another_drawing_is_painted_once(view: DrawingView) -> None:
    """What pyqtgraph moves only while it paints would have all of it painted a second time."""
    QTest.qWait(30)
    paints = _Paints(view)
    view.canvas.viewport().installEventFilter(paints)
    for times, pins in enumerate((10, 80, 40), 1):
        view.show_spec(_spec(pins))
        QTest.qWait(30)
        assert paints.count == times


def test_the_drawing_follows_the_window_s_size_until_the_user_zooms(view: DrawingView) -> None:
    before = view.viewport.scale
    view.resize(1600, 1000)
    assert view.viewport.scale > before


@for_each(
    "notches, modifiers, pixels",
    [
        (1, _PLAIN, 0),
        (-2, _PLAIN, 0),
        (0.25, _PLAIN, 5),  # a touchpad
        (3, Qt.KeyboardModifier.ControlModifier, 0),
        (0, _PLAIN, 30),  # a touchpad that tells pixels only
    ],
)
def test_the_wheel_zooms_about_the_cursor(
    view: DrawingView, notches: float, modifiers: Qt.KeyboardModifier, pixels: int
) -> None:
    view.fit()
    _wheel(view, 500, 300, 4)
    before = view.viewport
    _wheel(view, 420, 210, notches, modifiers=modifiers, pixels=pixels)
    after = view.viewport
    forward = notches > 0 or pixels > 0
    assert (after.scale > before.scale) == forward
    assert after.to_mm(420, 210) == pytest.approx(before.to_mm(420, 210), abs=1e-9)


@for_each("button", [_LEFT, _MIDDLE])
def test_dragging_moves_the_drawing_with_the_mouse(
    view: DrawingView, button: Qt.MouseButton
) -> None:
    before = view.viewport
    _drag(view, 60, -40, button)
    assert view.viewport.scale == before.scale
    assert view.viewport.to_px(0, 0) == pytest.approx(
        (before.to_px(0, 0)[0] + 60, before.to_px(0, 0)[1] - 40)
    )
    _move(view, 100, 100)
    assert view.viewport.to_px(0, 0)[0] == pytest.approx(before.to_px(0, 0)[0] + 60)


@for_each("key", [Qt.Key.Key_F, Qt.Key.Key_Home, Qt.Key.Key_0])
def test_a_key_shows_everything_again(view: DrawingView, key: Qt.Key) -> None:
    view.show_spec(_spec(40))
    fitted = view.viewport
    _wheel(view, 420, 210, 5)
    QTest.keyClick(view.canvas, key)
    assert view.viewport.scale == pytest.approx(fitted.scale, rel=0.02)
    assert view.viewport.shows_all(_scene(view).bounds)
    view.show_spec(_spec(10))
    assert view.viewport.shows_all(_scene(view).bounds)


def test_a_double_click_shows_everything_again(view: DrawingView) -> None:
    _wheel(view, 420, 210, 5)
    QTest.mouseDClick(view.canvas.viewport(), _LEFT, _PLAIN, QPoint(200, 200))
    assert view.viewport.shows_all(_scene(view).bounds)


def test_plus_and_minus_zoom_arrow_keys_and_shift_with_the_wheel_pan(view: DrawingView) -> None:
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
    _wheel(view, 420, 210, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert view.viewport.scale == before.scale
    assert view.viewport.centre_x_mm < before.centre_x_mm
    assert view.viewport.centre_y_mm == before.centre_y_mm


def test_keys_that_are_not_the_drawing_s_go_on_to_the_window(view: DrawingView) -> None:
    seen: list[int] = []
    view.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert seen == [Qt.Key.Key_Escape]


def test_another_pair_keeps_a_zoomed_view_also_of_the_header(view: DrawingView) -> None:
    """The header may stand elsewhere; the view goes with it."""
    header = _scene(view).placed[1]
    _wheel(view, *view.viewport.to_px(1.0, header.y_mm), 8)
    before = view.viewport
    view.show_spec(_spec(80))
    moved, now = view.viewport, _scene(view).placed[1]
    assert moved.scale == before.scale
    assert moved.centre_x_mm - now.x_mm == pytest.approx(before.centre_x_mm - header.x_mm)
    assert moved.centre_y_mm - now.y_mm == pytest.approx(before.centre_y_mm - header.y_mm)

    view.show_spec(_spec(40))
    view.fit()
    _wheel(view, 500, 200, 5)
    _drag(view, 15, 5)
    before = view.viewport
    view.show_spec(_spec(60))
    assert view.viewport == before


def test_a_pair_that_is_not_shown_well_or_out_of_view_is_fitted(view: DrawingView) -> None:
    """At the scale of eighty pins ten would be a spot."""
    view.show_spec(_spec(80))
    _drag(view, 40, 0)
    view.show_spec(_spec(10))
    assert view.viewport.scale == pytest.approx(_fitted_scale(view, _spec(10)), rel=0.02)

    view.show_spec(_spec(80))
    _wheel(view, *view.viewport.to_px(8.5, 0), 25)
    view.show_spec(_spec(10))
    assert view.viewport.shows_all(_scene(view).bounds)


def _fitted_scale(view: DrawingView, spec: DrawingSpec) -> float:
    """Return the scale of a drawing in a view that shows nothing else."""
    with _another(view.width(), view.height()) as alone:
        alone.show_spec(spec)
        return alone.viewport.scale


@contextmanager
def _another(width: int, height: int) -> Iterator[DrawingView]:
    """Yield a view of a size, and leave nothing of it."""
    made = DrawingView()
    made.resize(width, height)
    made.show()
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


def _press(key: Qt.Key) -> Callable[[DrawingView], None]:
    return lambda view: QTest.keyClick(view.canvas, key)


_LAYERS = (frozenset(Layer), _spec(40).layers, _spec(40).layers - {Layer.NOTES, Layer.DIMENSIONS})
_ACTS: list[Callable[[DrawingView], None]] = [
    lambda view: _drag(view, 40, 0),
    lambda view: _drag(view, -300, 170),
    lambda view: _wheel(view, 300, 200, 7),
    lambda view: _wheel(view, 10, 10, -2),
    _press(Qt.Key.Key_Left),
    _press(Qt.Key.Key_F),
    *(
        lambda view, size=size: view.resize(*size)
        for size in ((1000, 600), (620, 420), (1300, 420), (500, 900))
    ),
    *(
        lambda view, layers=layers: view.show_spec(replace(_shown(view), layers=layers))
        for layers in _LAYERS
    ),
    lambda view: view.show_spec(
        replace(_shown(view), pair=_spec(10 if _shown(view).pair.pins > 10 else 80).pair)
    ),
    lambda view: view.show_spec(replace(_shown(view), from_below=not _shown(view).from_below)),
]


def _shown(view: DrawingView) -> DrawingSpec:
    assert view.spec is not None
    return view.spec


@pytest.mark.hypothesis
@settings(max_examples=12 if settings().max_examples <= 100 else 200)
@given(
    st.lists(st.sampled_from(_ACTS), max_size=6),
    st.sampled_from(View),
    st.sampled_from(View),
    st.sampled_from(load_catalog().pairs),
)
def test_whatever_was_done_another_view_fills_the_window(
    qapp: QApplication,
    acts: list[Callable[[DrawingView], None]],
    first: View,
    kind: View,
    pair: Pair,
) -> None:
    with _another(1000, 600) as view:
        view.show_spec(_spec(40, first))
        for act in acts:
            act(view)
            if view.follows_fit:
                _check_it_fills(view)
        view.show_spec(replace(_shown(view), view=kind))
        if kind is not first or view.follows_fit:
            _check_it_fills(view)
        else:
            _check_it_is_shown_well(view)
        view.show_spec(replace(_shown(view), pair=pair))
        _check_it_is_shown_well(view)


def _check_it_is_shown_well(view: DrawingView) -> None:
    """What is kept of the user's view is no smaller than fitted, and as full of the drawing."""
    with _another(view.width(), view.height()) as alone:
        alone.show_spec(_shown(view))
        best, whole = alone.viewport.scale, _scene(alone).bounds
    assert view.viewport.scale >= 0.97 * best
    area, bounds = view.viewport.above(view.strip_px).area(), _scene(view).bounds
    larger = view.viewport.scale / best
    wide = min(area.right_mm, bounds.right_mm) - max(area.left_mm, bounds.left_mm)
    high = min(area.bottom_mm, bounds.bottom_mm) - max(area.top_mm, bounds.top_mm)
    assert larger * max(wide / whole.width_mm, high / whole.height_mm) >= 0.58


def _check_it_fills(view: DrawingView) -> None:
    """Sixty percent of the width or height that the drawing could fill, without the margins."""
    clear = view.viewport.above(view.strip_px)
    bounds = _scene(view).bounds
    assert clear.shows_all(bounds)
    free_px = 2 * MARGIN_MM * clear.paper_px_per_mm
    filled = max(
        bounds.width_mm * clear.px_per_mm / (clear.width_px - free_px),
        bounds.height_mm * clear.px_per_mm / (clear.height_px - free_px),
    )
    assert filled >= 0.6


@for_each("kind", View)
def test_another_kind_of_view_is_fitted_after_a_drag(view: DrawingView, kind: View) -> None:
    view.show_spec(_spec(40))
    view.fit()
    _drag(view, 40, 0)
    view.show_spec(_spec(40, View.SOCKET if kind is View.PAIR else View.PAIR))
    _drag(view, 40, 0)
    view.show_spec(_spec(40, kind))
    assert view.viewport.scale == pytest.approx(_fitted_scale(view, _spec(40, kind)), rel=0.02)


def test_zooming_out_ends_at_the_whole_drawing_and_one_cannot_get_lost(view: DrawingView) -> None:
    _wheel(view, 300, 200, 3)
    _drag(view, 200, 100)
    _wheel(view, 300, 200, -9)
    assert view.follows_fit
    _check_it_fills(view)

    for _ in range(12):
        _drag(view, 480, 290)
    assert view.viewport.shows(_scene(view).bounds)
    _wheel(view, 0, 0, -60)
    assert view.viewport.shows_all(_scene(view).bounds)
    smallest = view.viewport.scale
    _wheel(view, 0, 0, -60)
    assert view.viewport.scale == smallest
    _wheel(view, 500, 300, 200)
    assert view.viewport.scale == pytest.approx(2000)


def test_pads_under_the_strip_are_not_pointed_at(view: DrawingView) -> None:
    socket = _scene(view).placed[0]
    _wheel(view, *_pixel_of(view, socket, "2"), 6)
    _, y_px = _pixel_of(view, socket, "2")
    _drag(view, 0, round(595 - y_px))
    seen: list[object] = []
    view.pointing.pad_hovered.connect(seen.append)
    x_px, y_px = _pixel_of(view, socket, "2")
    assert 600 - view.strip_px < y_px < 600
    _move(view, x_px, y_px)
    assert seen == []


def test_the_tape_keeps_a_zoomed_view_too(view: DrawingView) -> None:
    """It shows no board, so there is no pad to look for."""
    view.show_spec(_spec(40, View.TAPE))
    assert view.viewport.shows_all(_scene(view).bounds)
    _wheel(view, 400, 300, 5)
    before = view.viewport
    view.show_spec(_spec(44, View.TAPE))
    assert view.viewport.scale == before.scale
    view.resize(900, 640)
    assert view.viewport.scale == before.scale


@for_each("layer", Layer)
def test_what_was_fitted_stays_fitted_when_a_layer_comes_or_goes(
    view: DrawingView, layer: Layer
) -> None:
    layers = _spec(40).layers ^ {layer}
    view.show_spec(replace(_spec(40), layers=layers))
    assert {item.layer for item in _scene(view).items} <= layers
    _check_it_fills(view)
    view.show_spec(_spec(40))
    _check_it_fills(view)


def test_no_layer_or_size_moves_a_zoomed_view(view: DrawingView) -> None:
    _wheel(view, 500, 200, 5)
    before, places = view.viewport, _scene(view).placed
    for layers in ({Layer.COPPER}, {Layer.BODY, Layer.PASTE}, Layer):
        view.show_spec(replace(_spec(40), layers=frozenset(layers)))
        assert view.viewport == before
        assert _scene(view).placed[0] == places[0]

    view.show_spec(_spec(40))
    view.fit()
    _wheel(view, 500, 160, 6)
    before = view.viewport
    view.resize(900, 640)
    assert view.viewport.scale == before.scale
    assert view.viewport.centre_x_mm == pytest.approx(before.centre_x_mm)


def test_status_signals(view: DrawingView, qtbot: QtBot) -> None:
    places: list[tuple[float, float] | None] = []
    scales: list[float] = []
    view.pointing.cursor_moved.connect(places.append)
    view.scale_changed.connect(scales.append)
    header = _scene(view).placed[1]
    x_px, y_px = view.viewport.to_px(1.25, header.y_mm + 0.5)
    _move(view, x_px, y_px)
    assert places[-1] == pytest.approx((1.25, 0.5)), "from the centre of the header"
    _wheel(view, x_px, y_px)
    assert places[-1] == pytest.approx((1.25, 0.5))
    assert scales == [view.viewport.scale]
    _drag(view, 20, 0)
    assert scales == [view.viewport.scale]
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert places[-1] is None


def test_from_below_the_cursor_on_a_pad_is_where_its_tip_and_files_say(view: DrawingView) -> None:
    places: list[tuple[float, float] | None] = []
    view.show_spec(replace(_spec(40), view=View.SOCKET, from_below=True))
    view.pointing.cursor_moved.connect(places.append)
    placed = _scene(view).placed[0]
    _move(view, *_pixel_of(view, placed, "1"))
    (pad,) = (pad for pad in placed.footprint.pads if pad.number == "1")
    assert pad.x_mm < -1
    assert places[-1] is not None
    assert places[-1][0] == pytest.approx(pad.x_mm)


@for_each("half, number", product(Half, ["1", "2", "17", "40"]))
def test_pointing_at_a_pad(view: DrawingView, half: Half, number: str) -> None:
    """The header's rows are swapped: its pad 1 is at the lower left."""
    seen: list[HoveredPad | None] = []
    view.pointing.pad_hovered.connect(seen.append)
    placed = _scene(view).placed[0 if half is Half.SOCKET else 1]
    x_px, y_px = _pixel_of(view, placed, number)
    _move(view, x_px, y_px)
    hovered = seen[-1]
    assert hovered is not None
    assert (hovered.half, hovered.pad.number) == (half, number)
    if number == "1":
        assert hovered.pad.x_mm < 0
        assert (hovered.pad.y_mm < 0) == (half is Half.SOCKET)
    plain = LIGHT.inks[ColorRole.SOCKET_COPPER if half is Half.SOCKET else ColorRole.HEADER_COPPER]
    assert _colour(_image(view), x_px, y_px) not in (
        plain,
        LIGHT.background,
        LIGHT.inks[ColorRole.PIN_1],
    )
    _move(view, 5, 5)
    assert seen[-1] is None
    if number != "1":
        assert _colour(_image(view), x_px, y_px) == plain


def test_resting_on_a_pad_tells_all_about_it_and_its_net(view: DrawingView, qtbot: QtBot) -> None:
    header = _scene(view).placed[1]
    x_px, y_px = _pixel_of(view, header, "40")
    _move(view, x_px, y_px)
    target = view.canvas.viewport()
    place = QPoint(round(x_px), round(y_px))
    event = QHelpEvent(QEvent.Type.ToolTip, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    tip = QToolTip.text()
    pad = next(pad for pad in header.footprint.pads if pad.number == "40")
    sources = shipped_pattern().source_of(Half.HEADER, "contact_width_mm").documents
    for words in ("Header pad 40", "contact", f"x {pad.x_mm:.3f}", "0.23 × 0.65 mm", *sources):
        assert words in tip
    _move(view, 5, 5)
    QApplication.sendEvent(target, event)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())

    nets = {Half.SOCKET: {"7": "A<B"}, Half.HEADER: {"7": "GND"}}
    view.show_spec(replace(_spec(40), nets=nets))
    x_px, y_px = _pixel_of(view, _scene(view).placed[0], "7")
    _move(view, x_px, y_px)
    place = QPoint(round(x_px), round(y_px))
    event = QHelpEvent(QEvent.Type.ToolTip, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    assert "net <b>A&lt;B</b>" in QToolTip.text()
    assert "net <b>GND</b>" in QToolTip.text()


@for_each("shown, below", product([View.PAIR, View.HEADER, View.MATED], [False, True]))
def test_the_pads_of_a_board_are_outlined_where_they_are(
    view: DrawingView,
    shown: View,
    below: bool,
) -> None:
    view.show_spec(replace(_spec(40, shown), from_below=below))
    header = _scene(view).placed[-1]
    pad, copper = list(header.pads())[6]
    before = view.grab().toImage()
    off = FoundPad(Half.HEADER, pad.rect.moved(0.0, 0.3), deviates=True)
    view.show_found_pads((FoundPad(Half.HEADER, pad.rect), off))

    shift = -0.3 if header.mirrored else 0.3
    edge = copper.bottom_mm if shift > 0 else copper.top_mm
    place = view.viewport.to_px(copper.x_mm, edge + shift)
    after = view.grab().toImage()
    ink = QColor(LIGHT.inks[ColorRole.DEVIATING])
    ratio = after.devicePixelRatio()
    found = [
        after.pixelColor(round(place[0] * ratio), round(place[1] * ratio) + dy)
        for dy in range(-2, 3)
    ]
    apart = [
        max(abs(colour.red() - ink.red()), abs(colour.green() - ink.green())) for colour in found
    ]
    assert min(apart) < 16, "but for the smoothing of its edge"
    view.show_found_pads(())
    assert view.grab().toImage() == before


def test_pads_are_found_where_they_are_after_zooming(view: DrawingView) -> None:
    seen: list[HoveredPad | None] = []
    view.pointing.pad_hovered.connect(seen.append)
    socket = _scene(view).placed[0]
    _wheel(view, *_pixel_of(view, socket, "39"), 15)
    _move(view, *_pixel_of(view, _scene(view).placed[0], "39"))
    assert seen[-1] is not None
    assert seen[-1].pad.number == "39"


def test_colours_and_a_grid_that_fills_the_view(view: DrawingView) -> None:
    view.set_palette(DARK)
    image = _image(view)
    x_px, y_px = _pixel_of(view, _scene(view).placed[0], "17")
    assert _colour(image, x_px, y_px) == DARK.inks[ColorRole.SOCKET_COPPER]
    view.set_palette(LIGHT)
    assert _colour(_image(view), x_px, y_px) == LIGHT.inks[ColorRole.SOCKET_COPPER]

    view.show_spec(replace(_spec(10), layers=frozenset({Layer.GRID})))
    image = _image(view)
    background = QColor(LIGHT.background).rgb()
    for column in (3, image.width() - 4):
        assert any(image.pixel(column, y) != background for y in range(image.height()))
    view.show_spec(replace(_spec(10), layers=frozenset({Layer.COPPER})))
    image = _image(view)
    assert all(image.pixel(3, y) == background for y in range(image.height()))


@pytest.mark.parametrize("pins", [10, 20, 80])
def test_what_was_made_ready_is_what_would_be_painted(
    view: DrawingView, qtbot: QtBot, pins: int
) -> None:
    """To the last pixel: at 20 pins pyqtgraph's own scale of y is off by its last bit."""
    near = view.fitted_scale  # a scale is found to within a percent, from where it is looked for
    view.prefetch([_spec(60), _spec(pins)])
    qtbot.waitUntil(lambda: view.is_ready(_spec(pins)))
    view.show_spec(_spec(pins))
    ready = _image(view)
    fresh = DrawingView(near)
    qtbot.addWidget(fresh)
    fresh.resize(view.size())
    fresh.show()
    fresh.show_spec(_spec(40))
    fresh.show_spec(_spec(pins))
    assert not fresh.is_ready(_spec(pins))
    assert fresh.viewport == view.viewport
    assert _image(fresh) == ready


def test_nothing_stale_is_shown_after_a_resize(view: DrawingView, qtbot: QtBot) -> None:
    view.prefetch([_spec(60)])
    qtbot.waitUntil(lambda: view.is_ready(_spec(60)))
    view.resize(800, 500)
    assert not view.is_ready(_spec(60))
    view.show_spec(_spec(60))
    assert view.viewport.shows_all(_scene(view).bounds)
    assert (view.viewport.width_px, view.viewport.height_px) == (800, 500)


def test_what_is_expected_is_made_ready_again_after_a_resize(
    view: DrawingView, qtbot: QtBot
) -> None:
    view.prefetch([_spec(60), _spec(20)])
    qtbot.waitUntil(lambda: view.is_ready(_spec(20)))
    view.resize(800, 500)
    qtbot.waitUntil(lambda: view.is_ready(_spec(60)) and view.is_ready(_spec(20)))


def test_no_more_is_made_ready_than_can_be_kept(
    view: DrawingView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is likeliest must not make room for what is less likely."""
    monkeypatch.setattr(picture, "_MOST_PIXELS_KEPT", 3 * 1000 * 600)
    view.prefetch([_spec(pins) for pins in (60, 20, 30, 50)])
    qtbot.waitUntil(lambda: view.is_ready(_spec(20)))
    qtbot.wait(200)
    ready = [pins for pins in (60, 20, 30, 50) if view.is_ready(_spec(pins))]
    assert ready == [60, 20]


def test_a_missing_font_is_said_before_anything_is_painted(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget() -> None:
        for remembered in (font._raw_font, font._glyph, font._numbers_outlines):
            remembered.cache_clear()

    forget()
    monkeypatch.setattr(font, "FONT_FILE", ("fonts", "missing.ttf"))
    with pytest.raises(ResourceError, match=r"missing\.ttf.*install a4s-gui again"):
        DrawingView()
    forget()


def test_before_the_first_drawing_nothing_happens(qtbot: QtBot) -> None:
    drawing = DrawingView()
    qtbot.addWidget(drawing)
    drawing.resize(400, 300)
    drawing.show()
    act: Callable[[], None]
    for act in (drawing.fit, lambda: drawing.zoom_by(2), lambda: _wheel(drawing, 10, 10)):
        act()
    _move(drawing, 20, 20)
    _drag(drawing, 5, 5)
    assert drawing.scene is None
    assert _colour(_image(drawing), 200, 150) == LIGHT.background
