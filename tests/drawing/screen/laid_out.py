"""Drawings laid out for views of any size, as the tests here look at them."""

from __future__ import annotations

from functools import cache

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern

PX_PER_MM = 96 / 25.4

Size = tuple[int, int]


@cache
def spec_for(pins: int, view: View = View.PAIR) -> DrawingSpec:
    """Return the drawing of the first pair with so many pins."""
    pair = next(pair for pair in load_catalog().pairs if pair.pins == pins)
    return DrawingSpec(pair, shipped_pattern(), view)


def viewport_of(width_px: int, height_px: int) -> Viewport:
    return Viewport(width_px, height_px, PX_PER_MM, 1.0)


@cache
def laid_out(spec: DrawingSpec, size: Size, near: float = 10.0) -> ScreenLayout:
    """Lay a drawing out with none known, once for all tests."""
    viewport = viewport_of(*size)
    return lay_out(screen_spec(spec, viewport), viewport, near)


def count_scenes(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the scales at which scenes are built from now on, to look at or to clear."""
    built: list[float] = []

    def count(spec: DrawingSpec, scale: float) -> Scene:
        built.append(scale)
        return build_scene(spec, scale)

    monkeypatch.setattr("a4s_gui.drawing.screen.ways.build_scene", count)
    return built
