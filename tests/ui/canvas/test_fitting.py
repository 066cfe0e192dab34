"""Which part of the drawing a view shows when pair, kind of view, layers or size change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.screen.ways import MARGIN_MM
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.ui.canvas import drawing_view
from a4s_gui.ui.canvas.drawing_view import DrawingView
from tests.ui.canvas.hand import (
    colour_at,
    drag,
    image_of,
    move,
    open_view,
    scene_of,
    shown,
    spec_of,
    wheel,
)


@pytest.fixture
def view(view: DrawingView) -> DrawingView:
    """Return a view that shows a pair of 40 pins: neither the shortest nor the longest."""
    view.show_spec(spec_of(40))
    return view


def _fitted(view: DrawingView, spec: DrawingSpec) -> ScreenLayout:
    """Return how a drawing is laid out in a view of this size that knows no other."""
    return lay_out(screen_spec(spec, view.viewport), view.viewport, view.fitted_scale)


def test_every_pair_is_fitted_into_every_size_until_the_user_zooms(view: DrawingView) -> None:
    for pins, size in ((10, (700, 500)), (40, (1000, 600)), (80, (1600, 1000))):
        view.show_spec(spec_of(pins))
        assert view.viewport.shows_all(scene_of(view).bounds), pins
        before = view.viewport.scale
        view.resize(*size)
        assert view.viewport.shows_all(scene_of(view).bounds), size
    assert view.viewport.scale > before, "the drawing follows the window's size"


def test_another_pair_keeps_a_zoomed_view_also_of_the_header_and_of_the_tape(
    view: DrawingView,
) -> None:
    """The header may stand elsewhere; the view goes with it."""
    header = scene_of(view).placed[1]
    wheel(view, *view.viewport.to_px(1.0, header.y_mm), 8)
    before = view.viewport
    view.show_spec(spec_of(80))
    moved, now = view.viewport, scene_of(view).placed[1]
    assert moved.scale == before.scale
    assert moved.centre_x_mm - now.x_mm == pytest.approx(before.centre_x_mm - header.x_mm)
    assert moved.centre_y_mm - now.y_mm == pytest.approx(before.centre_y_mm - header.y_mm)

    view.show_spec(spec_of(40))
    view.fit()
    wheel(view, 500, 200, 5)
    drag(view, 15, 5)
    before = view.viewport
    view.show_spec(spec_of(60))
    assert view.viewport == before

    view.show_spec(spec_of(40, View.TAPE))  # no board, so there is no pad to look for
    assert view.viewport.shows_all(scene_of(view).bounds)
    wheel(view, 400, 300, 5)
    before = view.viewport
    view.show_spec(spec_of(44, View.TAPE))
    assert view.viewport.scale == before.scale
    view.resize(900, 640)
    assert view.viewport.scale == before.scale


def test_a_pair_that_is_not_shown_well_or_out_of_view_is_fitted(view: DrawingView) -> None:
    """At the scale of eighty pins ten would be a spot."""
    view.show_spec(spec_of(80))
    drag(view, 40, 0)
    view.show_spec(spec_of(10))
    assert view.viewport.scale == pytest.approx(_fitted(view, spec_of(10)).scale, rel=0.02)

    view.show_spec(spec_of(80))
    wheel(view, *view.viewport.to_px(8.5, 0), 25)
    view.show_spec(spec_of(10))
    assert view.viewport.shows_all(scene_of(view).bounds)


def test_another_kind_of_view_is_fitted_after_a_drag(view: DrawingView) -> None:
    for kind in (*(kind for kind in View if kind is not View.PAIR), View.PAIR):
        drag(view, 40, 0)
        view.show_spec(spec_of(40, kind))
        wanted = _fitted(view, spec_of(40, kind)).scale
        assert view.viewport.scale == pytest.approx(wanted, rel=0.02), kind


def test_zooming_out_ends_at_the_whole_drawing_and_one_cannot_get_lost(view: DrawingView) -> None:
    wheel(view, 300, 200, 3)
    drag(view, 200, 100)
    wheel(view, 300, 200, -9)
    assert view.follows_fit
    _check_it_fills(view)

    for _ in range(12):
        drag(view, 480, 290)
    assert view.viewport.shows(scene_of(view).bounds)
    wheel(view, 0, 0, -60)
    assert view.viewport.shows_all(scene_of(view).bounds)
    smallest = view.viewport.scale
    wheel(view, 0, 0, -60)
    assert view.viewport.scale == smallest
    wheel(view, 500, 300, 200)
    assert view.viewport.scale == pytest.approx(2000)


def test_what_was_fitted_stays_fitted_when_a_layer_comes_or_goes(view: DrawingView) -> None:
    usual, moved = spec_of(40), 0
    for layer in Layer:
        layers, before = usual.layers ^ {layer}, view.viewport.scale
        view.show_spec(replace(usual, layers=layers))
        assert {item.layer for item in scene_of(view).items} <= layers
        _check_it_fills(view)
        if view.viewport.scale != before:
            moved += 1
            view.show_spec(usual)
            _check_it_fills(view)
    assert moved
    view.show_spec(usual)
    _check_it_fills(view)


def test_no_layer_or_size_moves_a_zoomed_view(view: DrawingView) -> None:
    wheel(view, 500, 200, 5)
    before, places = view.viewport, scene_of(view).placed
    for layers in ({Layer.COPPER}, {Layer.BODY, Layer.PASTE}, Layer):
        view.show_spec(replace(spec_of(40), layers=frozenset(layers)))
        assert view.viewport == before
        assert scene_of(view).placed[0] == places[0]

    view.show_spec(spec_of(40))
    view.fit()
    wheel(view, 500, 160, 6)
    before = view.viewport
    view.resize(900, 640)
    assert view.viewport.scale == before.scale
    assert view.viewport.centre_x_mm == pytest.approx(before.centre_x_mm)


def test_of_the_sizes_that_a_window_goes_through_only_the_last_is_laid_out(
    view: DrawingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is what the user has zoomed to lost in one that is too small for it."""
    image_of(view)
    view.zoom_by(1.5)
    zoomed = view.viewport.scale
    laid_out = []

    def counted(spec: DrawingSpec, size: Viewport, *more: Any) -> ScreenLayout:
        laid_out.append((size.width_px, size.height_px))
        return lay_out(spec, size, *more)

    monkeypatch.setattr(drawing_view, "lay_out", counted)
    for size in ((210, 170), (500, 700), (1000, 600), (1010, 600)):
        view.resize(*size)
    QApplication.processEvents()
    assert laid_out == [(1010, 600)]
    assert not view.follows_fit
    assert view.viewport.scale == zoomed


def test_before_the_first_drawing_nothing_happens(qtbot: QtBot) -> None:
    drawing = open_view(qtbot, (400, 300))
    act: Callable[[], None]
    for act in (drawing.fit, lambda: drawing.zoom_by(2), lambda: wheel(drawing, 10, 10)):
        act()
    move(drawing, 20, 20)
    drag(drawing, 5, 5, start=(200, 150))
    assert drawing.scene is None
    assert colour_at(drawing, 200, 150) == LIGHT.background


def _press(key: Qt.Key) -> Callable[[DrawingView], None]:
    return lambda view: QTest.keyClick(view.canvas, key)


_LAYERS = (
    frozenset(Layer),
    spec_of(40).layers,
    spec_of(40).layers - {Layer.NOTES, Layer.DIMENSIONS},
)
_ACTS: list[Callable[[DrawingView], None]] = [
    lambda view: drag(view, 40, 0),
    lambda view: drag(view, -300, 170),
    lambda view: wheel(view, 300, 200, 7),
    lambda view: wheel(view, 10, 10, -2),
    _press(Qt.Key.Key_Left),
    _press(Qt.Key.Key_F),
    *(
        lambda view, size=size: view.resize(*size)
        for size in ((1000, 600), (620, 420), (1300, 420), (500, 900))
    ),
    *(
        lambda view, layers=layers: view.show_spec(replace(shown(view), layers=layers))
        for layers in _LAYERS
    ),
    lambda view: view.show_spec(
        replace(shown(view), pair=spec_of(10 if shown(view).pair.pins > 10 else 80).pair)
    ),
    lambda view: view.show_spec(replace(shown(view), from_below=not shown(view).from_below)),
]


@contextmanager
def _one_of_its_own() -> Iterator[DrawingView]:
    """Yield a new view, and leave nothing of it."""
    made = DrawingView()
    made.resize(1000, 600)
    made.show()
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


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
    with _one_of_its_own() as view:
        view.show_spec(spec_of(40, first))
        for act in acts:
            act(view)
            if view.follows_fit:
                _check_it_fills(view)
        before = view.viewport
        view.show_spec(replace(shown(view), view=kind))
        if kind is not first or view.follows_fit:
            _check_it_fills(view)
        else:
            assert view.viewport == before, "the same drawing stays where the user has moved it"
        view.show_spec(replace(shown(view), pair=pair))
        _check_it_is_shown_well(view)


def _check_it_is_shown_well(view: DrawingView) -> None:
    """What is kept of the user's view is no smaller than fitted, and as full of the drawing."""
    alone = _fitted(view, shown(view))
    best, whole = alone.scale, alone.scene.bounds
    assert view.viewport.scale >= 0.97 * best
    area, bounds = view.viewport.above(view.strip_px).area(), scene_of(view).bounds
    larger = view.viewport.scale / best
    wide = min(area.right_mm, bounds.right_mm) - max(area.left_mm, bounds.left_mm)
    high = min(area.bottom_mm, bounds.bottom_mm) - max(area.top_mm, bounds.top_mm)
    assert larger * max(wide / whole.width_mm, high / whole.height_mm) >= 0.58


def _check_it_fills(view: DrawingView) -> None:
    """Sixty percent of the width or height that the drawing could fill, without the margins."""
    clear = view.viewport.above(view.strip_px)
    bounds = scene_of(view).bounds
    assert clear.shows_all(bounds)
    free_px = 2 * MARGIN_MM * clear.paper_px_per_mm
    filled = max(
        bounds.width_mm * clear.px_per_mm / (clear.width_px - free_px),
        bounds.height_mm * clear.px_per_mm / (clear.height_px - free_px),
    )
    assert filled >= 0.6
