"""The arithmetic between pixels and millimetres."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.drawing.screen.viewport import Viewport, screen_px_per_mm
from a4s_gui.geometry.shapes import Rectangle

_PX = st.floats(0, 4000)
_VIEWPORTS = st.builds(
    Viewport,
    st.floats(50, 4000),
    st.floats(50, 4000),
    st.floats(2, 12),
    st.floats(1, 10_000),
    st.floats(-50, 50),
    st.floats(-50, 50),
)


def test_scale_is_paper_millimetres_to_one_of_the_part() -> None:
    """96 dpi are 3.78 px to a millimetre of paper: 20:1 takes twenty times as many."""
    px_per_mm = screen_px_per_mm(96)
    assert px_per_mm == pytest.approx(96 / 25.4)
    view = Viewport(800, 600, px_per_mm, 1.0).at_scale(20)
    assert view.px_per_mm == pytest.approx(20 * 96 / 25.4)
    assert view.scale == pytest.approx(20)


def test_the_middle_is_in_the_middle_and_y_runs_down() -> None:
    view = Viewport(800, 600, 4, 100, 1.5, -2)
    assert view.to_mm(400, 300) == (1.5, -2)
    assert view.to_mm(500, 350) == (2.5, -1.5)
    assert view.area() == Rectangle(1.5, -2, 8, 6)


@given(_VIEWPORTS, _PX, _PX)
def test_there_and_back(view: Viewport, x_px: float, y_px: float) -> None:
    assert view.to_px(*view.to_mm(x_px, y_px)) == pytest.approx((x_px, y_px), abs=1e-6)


@given(_VIEWPORTS, st.floats(0.5, 2000), _PX, _PX)
def test_zoom_keeps_the_place_under_the_pixel(
    view: Viewport, scale: float, x_px: float, y_px: float
) -> None:
    zoomed = view.zoomed(scale, x_px, y_px)
    assert zoomed.scale == pytest.approx(scale)
    assert zoomed.to_px(*view.to_mm(x_px, y_px)) == pytest.approx((x_px, y_px), abs=1e-4)


@given(_VIEWPORTS, st.floats(-500, 500), st.floats(-500, 500))
def test_pan_moves_the_drawing_by_as_many_pixels(view: Viewport, dx: float, dy: float) -> None:
    x_px, y_px = view.panned(dx, dy).to_px(view.centre_x_mm, view.centre_y_mm)
    assert (x_px, y_px) == pytest.approx((view.width_px / 2 + dx, view.height_px / 2 + dy))


@given(_VIEWPORTS, st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_a_drawing_stays_in_view_wherever_it_is_dragged(
    view: Viewport, dx: float, dy: float
) -> None:
    drawing = Rectangle(0, 5, 12, 20)
    held = view.panned(dx, dy).holding(drawing)
    assert held.shows(drawing)
    assert held.holding(drawing) == held


def test_a_view_that_shows_the_drawing_is_not_moved() -> None:
    view = Viewport(800, 600, 4, 20, 1, 2)
    assert view.holding(Rectangle(0, 0, 30, 20)) == view


@given(_VIEWPORTS, st.floats(1, 40), _PX)
def test_above_a_strip_everything_keeps_its_pixel(
    view: Viewport, strip_px: float, x_px: float
) -> None:
    clear = view.above(strip_px)
    assert clear.height_px == view.height_px - strip_px
    assert clear.to_mm(x_px, 7) == pytest.approx(view.to_mm(x_px, 7), abs=1e-6)
    assert clear.with_strip(strip_px).to_mm(x_px, 7) == pytest.approx(view.to_mm(x_px, 7), abs=1e-6)


def test_eight_pixels_are_as_high_on_every_screen() -> None:
    for dpi in (72, 96, 144):
        view = Viewport(800, 600, screen_px_per_mm(dpi), 1.0)
        assert view.least_lettering_mm * dpi / 25.4 == pytest.approx(8)
