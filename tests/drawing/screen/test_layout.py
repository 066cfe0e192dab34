"""Which scale a drawing gets in a view of one size, and what stays where it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.scene import Layer, Scene, Text
from a4s_gui.drawing.screen.layout import (
    ScreenLayout,
    following,
    lay_out,
    nearest_placed,
    screen_spec,
)
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.sheet.sheet import MARGIN_MM, fitting_scale
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern

_SIZES = ((420, 300), (1000, 600), (600, 1000), (2500, 1400))


@cache
def _spec(pins: int, view: View = View.PAIR) -> DrawingSpec:
    pair = next(pair for pair in load_catalog().pairs if pair.pins == pins)
    return DrawingSpec(pair, shipped_pattern(), view)


def _laid_out(spec: DrawingSpec, size: tuple[int, int], near: float = 10.0) -> ScreenLayout:
    viewport = Viewport(*size, 96 / 25.4, 1.0)
    return lay_out(screen_spec(spec, viewport), viewport, near)


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("pins", [10, 40, 80])
@pytest.mark.parametrize("view", [View.PAIR, View.SOCKET, View.HEADER])
def test_everything_is_shown_and_fills_the_view(
    view: View, pins: int, size: tuple[int, int]
) -> None:
    layout = _laid_out(_spec(pins, view), size)
    fitted = layout.fitted
    assert fitted.shows_all(layout.scene.bounds)
    free_px = MARGIN_MM * fitted.paper_px_per_mm * fitted.scale / layout.scale
    width_px = layout.scene.bounds.width_mm * fitted.px_per_mm + 2 * free_px
    height_px = layout.scene.bounds.height_mm * fitted.px_per_mm + 2 * free_px
    assert max(width_px / fitted.width_px, height_px / fitted.height_px) > 0.85


def test_a_guess_far_off_gives_nearly_the_same_scale() -> None:
    scales = [_laid_out(_spec(40), (1000, 600), near).scale for near in (1.0, 11.0, 200.0)]
    assert scales == pytest.approx([scales[0]] * 3, rel=0.03)


def test_halves_keep_their_distance_at_every_scale() -> None:
    layout = _laid_out(_spec(40), (1000, 600))
    places = {
        tuple((placed.x_mm, placed.y_mm) for placed in layout.scene_at(scale).placed)
        for scale in (layout.scale / 3, layout.scale, layout.scale * 2, layout.scale * 30)
    }
    assert len(places) == 1


def test_lettering_keeps_its_size_when_the_part_grows() -> None:
    """Twice the scale, half as many millimetres of the part: the same on the screen."""
    layout = _laid_out(_spec(40), (1000, 600))
    assert layout.scene_at(layout.scale * 2).scale == pytest.approx(layout.scale * 2)


def test_below_the_fitted_scale_the_sheet_shrinks_as_a_whole() -> None:
    """Nothing is laid out anew; only the scale that the notes state is the one that is shown."""
    layout = _laid_out(_spec(40), (1000, 600))
    shrunk = layout.scene_at(2.5)
    differing = [
        (before, after)
        for before, after in zip(layout.scene.items, shrunk.items, strict=True)
        if before != after
    ]
    assert [getattr(after, "text", "") for _, after in differing] == ["Scale 2.5:1"]
    assert shrunk.scale == layout.scale


@pytest.mark.parametrize("size", _SIZES)
def test_the_stated_scale_is_the_one_on_the_screen(size: tuple[int, int]) -> None:
    layout = _laid_out(_spec(40), size)
    scene = layout.scene_at(layout.fitted.scale)
    texts = [item.text for item in scene.items if isinstance(item, Text)]
    assert f"Scale {layout.fitted.scale:.3g}:1" in texts


def test_other_layers_leave_everything_in_its_place() -> None:
    layout = _laid_out(_spec(40), (1000, 600))
    bare = layout.with_spec(replace(layout.spec, layers=frozenset({Layer.COPPER})))
    assert bare.scene.placed == layout.scene.placed
    assert bare.fitted == layout.fitted
    assert {item.layer for item in bare.scene.items} == {Layer.COPPER}


def test_the_window_says_where_the_land_pattern_comes_from() -> None:
    layout = _laid_out(_spec(40), (1000, 600))
    texts = " ".join(str(getattr(shape, "text", "")) for shape in layout.scene.shapes())
    assert "not of the manufacturer's drawing" in texts


def test_a_view_follows_the_half_that_it_looks_at() -> None:
    """Half a millimetre right of the header's centre before, and the same after."""
    before = _laid_out(_spec(40), (1000, 600))
    after = _laid_out(_spec(10), (1000, 1400))
    header_before, header_after = before.scene.placed[1], after.scene.placed[1]
    assert header_before.y_mm != header_after.y_mm
    seen = before.fitted.centred(header_before.x_mm + 0.5, header_before.y_mm - 0.25)
    moved = following(seen, before.scene, after.scene)
    assert (moved.centre_x_mm, moved.centre_y_mm) == pytest.approx(
        (header_after.x_mm + 0.5, header_after.y_mm - 0.25)
    )
    alone = _laid_out(_spec(40, View.HEADER), (1000, 600))
    moved = following(seen, before.scene, alone.scene)
    assert (moved.centre_x_mm, moved.centre_y_mm) == pytest.approx((0.5, -0.25))


def test_nearest_half() -> None:
    scene = _laid_out(_spec(40), (1000, 600)).scene
    socket, header = scene.placed
    assert nearest_placed(scene, 0, socket.y_mm - 3) is socket
    assert nearest_placed(scene, 4, header.y_mm + 0.2) is header


@pytest.mark.parametrize("pins", [10, 22, 40, 80])
@pytest.mark.parametrize("size", [(620, 400), (1100, 420), (700, 800)])
def test_the_halves_stand_side_by_side_where_that_makes_them_larger(
    pins: int, size: tuple[int, int]
) -> None:
    viewport = Viewport(*size, 96 / 25.4, 1.0)
    spec = screen_spec(_spec(pins), viewport)
    layout = lay_out(spec, viewport, 10.0)

    def largest(*, side_by_side: bool) -> float:
        drawn = replace(spec, side_by_side=side_by_side)
        return fitting_scale(lambda scale: build_scene(drawn, scale), *viewport.paper_mm)

    stacked, beside = largest(side_by_side=False), largest(side_by_side=True)
    if max(stacked, beside) > 6:  # else the whole sheet is shown smaller
        assert layout.scale >= 0.97 * max(stacked, beside)
    first, second = layout.scene.placed
    assert (second.x_mm > first.x_mm) is layout.side_by_side
    assert (second.y_mm > first.y_mm) is not layout.side_by_side
    other = layout.with_spec(replace(spec, layers=frozenset({Layer.COPPER})))
    assert other.side_by_side is layout.side_by_side, "layers do not move the halves"


def test_a_wide_low_window_has_the_halves_of_ten_pins_side_by_side() -> None:
    assert _laid_out(_spec(10), (1100, 420)).side_by_side
    assert not _laid_out(_spec(80), (700, 800)).side_by_side


@pytest.mark.parametrize("size", [(1000, 600), (600, 1000)])
def test_a_good_guess_takes_two_scenes(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _laid_out(_spec(40), size)
    built: list[float] = []

    def count(spec: DrawingSpec, scale: float) -> Scene:
        built.append(scale)
        return build_scene(spec, scale)

    monkeypatch.setattr("a4s_gui.drawing.screen.layout.build_scene", count)
    again = _laid_out(_spec(40), size, found.scale)
    assert again.side_by_side == found.side_by_side
    assert len(built) == 2
