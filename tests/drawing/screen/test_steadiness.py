"""What hangs on neither guess nor what is known, takes few scenes, and grows with its view."""

from __future__ import annotations

from itertools import cycle, product

import pytest

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.viewport import ZOOM_STEP
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from tests.drawing.scene_checks import collisions
from tests.drawing.screen.laid_out import Size, count_scenes, laid_out, spec_for, viewport_of
from tests.every import EXPLORES, for_each, thinned

_LARGEST_FALL = 2.0
"""So many times smaller a drawing may become that had no dimensions: these have room again."""
_EVERY_PX = 20 if EXPLORES else 240
_SIZES = {(1000, 600): 0, (660, 403): 2}
"""Of views, and how many scenes more a pair may take in them."""
_VIEWS_AND_SIZES = [*product(View, _SIZES)] if EXPLORES else [*zip(View, cycle(_SIZES))]
_LOW = ((200, 30), (400, 60), (1000, 20))
_PINS_AND_HEIGHTS = [*product((10, 20, 40, 80), (250, 300, 335, 393, 520, 700))]


@pytest.mark.parametrize("size", [(1000, 600), (600, 1000)])
def test_a_good_guess_takes_one_scene(size: Size, monkeypatch: pytest.MonkeyPatch) -> None:
    found = laid_out(spec_for(40), size)
    built = count_scenes(monkeypatch)
    viewport = viewport_of(*size)
    again = lay_out(screen_spec(spec_for(40), viewport), viewport, found.scale)
    assert again.side_by_side == found.side_by_side
    assert built == [found.scale]


@pytest.mark.parametrize("pins", [10, 40, 80])
@pytest.mark.parametrize("size", [(748, 393), (748, 313), (860, 473), (1088, 553)])
def test_the_first_drawing_of_a_window_takes_few_scenes(
    pins: int, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = count_scenes(monkeypatch)
    viewport = viewport_of(*size)
    lay_out(screen_spec(spec_for(pins), viewport), viewport, 8.0)
    assert len(built) <= 8


@pytest.mark.hypothesis
@pytest.mark.parametrize(("view", "size"), _VIEWS_AND_SIZES)
def test_from_any_pair_to_any_other_takes_two_scenes_or_three(
    view: View, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scene takes as long as painting the whole window: each that is tried in vain is felt.

    In a small view one or two more, since dimensions come and go: there were 15 and more.
    """
    built = count_scenes(monkeypatch)
    viewport = viewport_of(*size)
    known: list[ScreenLayout] = []
    counts: list[int] = []
    for pins in (40, 10, 80, 22, 60):
        built.clear()
        spec = screen_spec(spec_for(pins, view), viewport)
        layout = lay_out(spec, viewport, 20.0, known)
        counts.append(len(built))
        afresh = lay_out(spec, viewport, 20.0)
        assert layout.scale == pytest.approx(afresh.scale, rel=0.04)
        known.insert(0, layout)
    assert sum(counts[1:]) / len(counts[1:]) < (2.5 if view.shows_pads else 3) + _SIZES[size]


def test_the_smaller_of_two_ways_has_no_scene_built_where_both_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And neither the arrangement nor the scale hangs on what is known."""
    built: set[bool] = set()

    def build(spec: DrawingSpec, scale: float) -> Scene:
        built.add(spec.side_by_side)
        return build_scene(spec, scale)

    monkeypatch.setattr("a4s_gui.drawing.screen.ways.build_scene", build)
    viewport = viewport_of(860, 644)
    known = [laid_out(spec_for(pins), (860, 644)) for pins in (60, 12)]
    assert [layout.side_by_side for layout in known] == [False, True]
    for pins in (80, 10, 60, 12, 50, 70):
        spec = screen_spec(spec_for(pins), viewport)
        afresh = lay_out(spec, viewport, 10.0)
        built.clear()
        layout = lay_out(spec, viewport, 10.0, known)
        assert built == {layout.side_by_side}
        assert layout.side_by_side == afresh.side_by_side
        assert layout.scale == pytest.approx(afresh.scale, rel=0.02)


@pytest.mark.parametrize("size", [(700, 480), (860, 590)])
def test_a_view_that_is_made_wider_or_lower_takes_two_scenes(
    size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There were four or five at each pixel that the edge of a window is dragged."""
    built = count_scenes(monkeypatch)
    known = [laid_out(spec_for(10), size)]
    for wider_px, lower_px in ((8, 0), (16, 0), (16, 8), (8, 16)):
        viewport = viewport_of(size[0] + wider_px, size[1] - lower_px)
        spec = screen_spec(known[0].spec, viewport)
        built.clear()
        layout = lay_out(spec, viewport, known[0].scale, known)
        assert len(built) <= 2
        afresh = lay_out(spec, viewport, 10.0)
        assert layout.drawn == afresh.drawn
        assert layout.scale == pytest.approx(afresh.scale, rel=0.02)
        known.insert(0, layout)


@pytest.mark.hypothesis
def test_what_is_known_of_a_high_view_does_no_harm_in_a_low_one() -> None:
    for view, (width_px, height_px) in thinned(
        product(View, ((200, 30), (400, 60), (1000, 20))), 2
    ):
        known = laid_out(spec_for(10, view), (width_px, 1400))
        low = viewport_of(width_px, height_px)
        layout = lay_out(screen_spec(known.spec, low), low, 20.0, [known])
        assert 0 < layout.scale <= known.scale


def _assert_steady(view: View, pins: int, sizes: list[Size]) -> None:
    largest, before, is_bare = 0.0, (0, 0), False
    for size in sizes:
        layout = laid_out(spec_for(pins, view), size)
        falls = f"{view}, {pins} pins: {largest} at {before}, {layout.scale} at {size}"
        least = _LARGEST_FALL if is_bare else ZOOM_STEP
        assert layout.scale > largest / least - 1e-6, falls
        assert layout.fitted.above(layout.strip_px).shows_all(layout.scene.bounds)
        assert collisions(layout.scene) == []
        if layout.scale > largest:
            largest, before, is_bare = layout.scale, size, layout.drawn.cramped


@pytest.mark.hypothesis
@for_each("pins, height_px", _PINS_AND_HEIGHTS if EXPLORES else [(10, 300), (80, 393)])
@pytest.mark.parametrize("view", View)
def test_a_drawing_gets_no_smaller_by_more_than_a_step_where_its_view_becomes_wider(
    view: View, pins: int, height_px: int
) -> None:
    """Ten pins were drawn at 12.5:1, 6:1 and 15:1 in views 620, 640 and 660 pixels wide."""
    _assert_steady(view, pins, [(wide, height_px) for wide in range(420, 1601, _EVERY_PX)])


@pytest.mark.hypothesis
@for_each("pins", [10, 40, 80] if EXPLORES else [40])
@pytest.mark.parametrize("view", View)
def test_nor_where_its_view_becomes_higher(view: View, pins: int) -> None:
    for width_px in (480, 660, 988) if EXPLORES else (660,):
        _assert_steady(view, pins, [(width_px, high) for high in range(260, 901, _EVERY_PX)])
