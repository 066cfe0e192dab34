"""What is painted of the drawing: to scale, in its colours, once, and the same when made ready."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import DARK, LIGHT
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.errors import ResourceError
from a4s_gui.render.qt import font
from a4s_gui.session.settings_table import DRAWING_SCALE
from a4s_gui.session.shown_board import FoundPad
from a4s_gui.ui.canvas import picture
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.canvas.picture import Picture
from tests.every import for_each
from tests.ui.canvas.hand import colour_at, image_of, open_view, pixel_of, scene_of, spec_of, wheel


def test_the_outline_is_painted_as_long_as_the_scale_says(view: DrawingView) -> None:
    """Terminal to terminal of the socket: A, 10.50 mm, counted in painted pixels."""
    view.show_spec(replace(spec_of(40, View.SOCKET), layers=frozenset({Layer.COPPER})))
    socket = scene_of(view).placed[0]
    y = round(view.viewport.to_px(0, socket.footprint.terminals[0].y_mm)[1])
    row = view.canvas.grab(QRect(0, y, 1000, 1)).toImage()
    copper = LIGHT.inks[ColorRole.SOCKET_COPPER]
    found = [x for x in range(row.width()) if row.pixelColor(x, 0).name() == copper]
    length_px = 10.5 * view.viewport.px_per_mm
    assert found[-1] - found[0] + 1 == pytest.approx(length_px, abs=2)


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
    for times, pins in enumerate((80, 40, 10), 1):
        view.show_spec(spec_of(pins))
        QTest.qWait(30)
        assert paints.count == times


def test_colours_and_a_grid_that_fills_the_view(view: DrawingView) -> None:
    for palette in (DARK, LIGHT):
        view.set_palette(palette)
        colour = colour_at(view, *pixel_of(view, Half.SOCKET, "3"))
        assert colour == palette.inks[ColorRole.SOCKET_COPPER]

    background = QColor(LIGHT.background).rgb()
    for layer, column, is_empty in (
        (Layer.GRID, 3, False),
        (Layer.GRID, 996, False),
        (Layer.COPPER, 3, True),
    ):
        view.show_spec(replace(spec_of(10), layers=frozenset({layer})))
        strip = view.canvas.grab(QRect(column, 0, 1, 600)).toImage()
        assert all(strip.pixel(0, y) == background for y in range(600)) is is_empty, layer


@for_each("shown, below", [(View.PAIR, False), (View.HEADER, True), (View.MATED, False)])
def test_the_pads_of_a_board_are_outlined_where_they_are(
    view: DrawingView, shown: View, below: bool
) -> None:
    """Where the header is drawn upright, seen from below, and turned over onto its mate."""
    view.show_spec(replace(spec_of(40, shown), from_below=below))
    header = scene_of(view).placed[-1]
    pad, copper = list(header.pads())[6]
    shift = -0.3 if header.mirrored else 0.3
    edge = copper.bottom_mm if shift > 0 else copper.top_mm
    x_px, y_px = map(round, view.viewport.to_px(copper.x_mm, edge + shift))
    around = QRect(x_px - 40, y_px - 40, 81, 81)
    before = view.grab(around).toImage()
    off = FoundPad(Half.HEADER, pad.rect.moved(0.0, 0.3), deviates=True)
    view.show_found_pads((FoundPad(Half.HEADER, pad.rect), off))

    after = view.grab(around).toImage()
    ink = QColor(LIGHT.inks[ColorRole.DEVIATING])
    found = [after.pixelColor(40, 40 + dy) for dy in range(-2, 3)]
    apart = [
        max(abs(colour.red() - ink.red()), abs(colour.green() - ink.green())) for colour in found
    ]
    assert min(apart) < 16, "but for the smoothing of its edge"
    view.show_found_pads(())
    assert view.grab(around).toImage() == before


def test_what_was_made_ready_is_what_would_be_painted(qtbot: QtBot) -> None:
    """To the last pixel: at 20 pins pyqtgraph's own scale of y is off by its last bit."""

    def begun(near: float) -> DrawingView:
        made = open_view(qtbot, near=near)
        made.show_spec(spec_of(40))
        return made

    view = begun(DRAWING_SCALE.default)
    counts = (60, 10, 20, 80)
    view.prefetch([spec_of(pins) for pins in counts])
    # A scale is found to within a percent, from where it is looked for.
    fresh = begun(view.fitted_scale)
    qtbot.waitUntil(lambda: view.is_ready(spec_of(counts[-1])))
    for pins in counts[1:]:
        assert view.is_ready(spec_of(pins))
        view.show_spec(spec_of(pins))
        fresh.show_spec(spec_of(pins))
        assert not fresh.is_ready(spec_of(pins))
        assert fresh.viewport == view.viewport, pins
        assert image_of(fresh) == image_of(view), pins


def test_what_was_shown_before_the_view_was_there_is_taken_over(qtbot: QtBot) -> None:
    """The window paints its drawing before it loads the view; of another size that is no use."""
    first = open_view(qtbot, (500, 400))
    first.show_spec(spec_of(20))
    image = image_of(first)
    layout, made = first._layout, first._picture
    assert layout is not None
    assert made is not None
    for size, taken in (((500, 400), True), ((500, 401), False)):
        view = open_view(qtbot, size)
        view.take_over(layout, made)
        assert view.is_ready(spec_of(20)) is taken
        view.show_spec(spec_of(20))
        image_of(view)
        assert (view._picture is made) is taken
        assert not taken or image_of(view) == image


def test_after_a_resize_nothing_stale_is_shown_and_all_is_made_ready_again(
    view: DrawingView, qtbot: QtBot
) -> None:
    expected = [spec_of(60), spec_of(20)]
    view.prefetch(expected)
    qtbot.waitUntil(lambda: view.is_ready(expected[1]))
    view.resize(800, 500)
    assert not any(map(view.is_ready, expected))
    view.show_spec(spec_of(60))
    assert view.viewport.shows_all(scene_of(view).bounds)
    assert (view.viewport.width_px, view.viewport.height_px) == (800, 500)
    qtbot.waitUntil(lambda: all(map(view.is_ready, expected)))


def test_no_more_is_made_ready_than_can_be_kept(
    view: DrawingView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is likeliest must not make room for what is less likely."""
    monkeypatch.setattr(picture, "_MOST_PIXELS_KEPT", 3 * 1000 * 600)
    view.prefetch([spec_of(pins) for pins in (60, 20, 30, 50)])
    qtbot.waitUntil(lambda: view.is_ready(spec_of(20)))
    qtbot.wait(200)
    ready = [pins for pins in (60, 20, 30, 50) if view.is_ready(spec_of(pins))]
    assert ready == [60, 20]


def test_at_rest_a_zoomed_drawing_is_kept_as_pixels_for_where_it_is_alone(
    view: DrawingView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shown later as the whole drawing, it would be one detail of it."""
    QApplication.processEvents()
    whole = image_of(view)
    made: list[Picture] = []
    rasterise = Picture.rasterise

    def counted(self: Picture) -> None:
        rasterise(self)
        made.append(self)

    monkeypatch.setattr(Picture, "rasterise", counted)
    wheel(view, 500, 200, 5)
    painted = image_of(view)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].viewport == view.viewport
    assert image_of(view) == painted != whole
    view.fit()
    assert image_of(view) == whole


def test_a_missing_font_is_said_before_anything_is_painted(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget() -> None:
        vars(font._OPENED).clear()
        for remembered in (font._glyph, font._numbers_outlines):
            remembered.cache_clear()

    forget()
    monkeypatch.setattr(font, "FONT_FILE", ("fonts", "missing.ttf"))
    with pytest.raises(ResourceError, match=r"missing\.ttf.*install a4s-gui again"):
        DrawingView()
    forget()
