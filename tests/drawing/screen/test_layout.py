"""Which scale a drawing gets in a view of one size, and what stays where it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.scene import Dimension, Layer, Scene, Text
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout, following, nearest_placed
from a4s_gui.drawing.screen.strip import strip_scene
from a4s_gui.drawing.screen.viewport import SMALLEST_SCALE
from a4s_gui.drawing.screen.ways import MARGIN_MM
from a4s_gui.drawing.sheet.sheet import fitting_scale
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from tests.drawing.scene_checks import collisions, misleading_numbers
from tests.drawing.screen.laid_out import Size, laid_out, spec_for, viewport_of
from tests.every import thinned

_SIZES = ((420, 300), (1000, 600), (600, 1000), (2500, 1400))
_EVERY_SIZE = ((200, 160), (300, 200), (724, 260), *_SIZES)
_DRAWINGS = thinned(product(View, (10, 22, 40, 80), _EVERY_SIZE), 9)
_MOST_BARE = {View.PAIR: 10.0, View.SOCKET: 8.0, View.HEADER: 8.0}
"""At which scale a drawing without dimensions is the largest."""


def _strip(layout: ScreenLayout, scale: float | None = None) -> Scene:
    viewport = layout.fitted.at_scale(scale or layout.scale)
    strip = strip_scene(layout.scene_at(viewport.scale), viewport)
    assert strip is not None
    return strip


def _texts(scene: Scene) -> list[Text]:
    return [shape for shape in scene.shapes() if isinstance(shape, Text)]


def _words(scene: Scene) -> str:
    return " ".join(text.text for text in _texts(scene))


@pytest.mark.hypothesis
@pytest.mark.parametrize(("view", "pins", "size"), _DRAWINGS)
def test_everything_is_shown_and_fills_the_view(view: View, pins: int, size: Size) -> None:
    layout = laid_out(spec_for(pins, view), size)
    fitted = layout.fitted.above(layout.strip_px)
    assert fitted.shows_all(layout.scene.bounds) or layout.scale == SMALLEST_SCALE
    free_px = MARGIN_MM * fitted.paper_px_per_mm
    width_px = layout.scene.bounds.width_mm * fitted.px_per_mm + 2 * free_px
    height_px = layout.scene.bounds.height_mm * fitted.px_per_mm + 2 * free_px
    filled = max(width_px / fitted.width_px, height_px / fitted.height_px)
    assert filled > 0.85 or layout.scale == _MOST_BARE[view]


def test_a_guess_far_off_gives_nearly_the_same_scale() -> None:
    scales = [laid_out(spec_for(40), (1000, 600), near).scale for near in (1.0, 11.0, 200.0)]
    assert scales == pytest.approx([scales[0]] * 3, rel=0.03)


def test_halves_keep_their_distance_at_every_scale() -> None:
    layout = laid_out(spec_for(40), (1000, 600))
    places = {
        tuple((placed.x_mm, placed.y_mm) for placed in layout.scene_at(scale).placed)
        for scale in (layout.scale, layout.scale * 2, layout.scale * 30)
    }
    assert len(places) == 1


def test_lettering_keeps_its_size_when_the_part_grows() -> None:
    """Twice the scale, half as many millimetres of the part: the same on the screen."""
    layout = laid_out(spec_for(40), (1000, 600))
    assert layout.scene_at(layout.scale * 2).scale == pytest.approx(layout.scale * 2)


@pytest.mark.parametrize("zoomed", [1, 3, 40])
@pytest.mark.parametrize("size", _SIZES)
def test_the_stated_scale_is_the_one_on_the_screen(size: Size, zoomed: float) -> None:
    layout = laid_out(spec_for(40), size)
    strip = _strip(layout, layout.scale * zoomed)
    assert f"Scale {format_scale(layout.scale * zoomed)}" in _words(strip)


@pytest.mark.hypothesis
@pytest.mark.parametrize(("view", "pins", "size"), _DRAWINGS)
def test_no_lettering_is_lower_than_eight_pixels_and_none_overlaps(
    view: View, pins: int, size: Size
) -> None:
    layout = laid_out(spec_for(pins, view), size)
    for zoomed in (1, 1.7):
        scene, strip = layout.scene_at(layout.scale * zoomed), _strip(layout, layout.scale * zoomed)
        for drawn in (scene, strip):
            assert drawn.scale == pytest.approx(layout.fitted.scale * zoomed)
            assert min(text.height_mm for text in _texts(drawn)) * 96 / 25.4 >= 8 - 1e-9
            assert collisions(drawn) == []
        assert misleading_numbers(scene) == []


@pytest.mark.hypothesis
@pytest.mark.parametrize(("view", "pins", "size"), _DRAWINGS)
def test_the_strip_stands_below_the_drawing_and_leaves_it_most_of_the_room(
    view: View, pins: int, size: Size
) -> None:
    layout = laid_out(spec_for(pins, view), size)
    assert layout.strip_px < 0.4 * layout.fitted.height_px
    strip = _strip(layout)
    assert strip.bounds.height_mm * layout.fitted.px_per_mm < layout.strip_px + 1e-3
    assert strip.bounds.grown(1e-4).contains(items_bounds(strip.items, strip.scale))


@pytest.mark.parametrize("numbering", [Numbering(), Numbering(header=HeaderScheme.SAME)])
def test_the_strip_says_in_any_window_what_must_not_be_overlooked(numbering: Numbering) -> None:
    spec = replace(spec_for(80, View.MATED), numbering=numbering)
    words = _words(_strip(laid_out(spec, (724, 300))))
    for needed in ("socket pad 1", "header pad 1", "overlap", "not of the manufacturer's drawing"):
        assert needed in words
    assert ("NOT n on n: 1-2, 2-1" in words) is (numbering != Numbering())
    assert numbering.describe() in words


def test_without_notes_there_is_no_strip() -> None:
    spec = replace(spec_for(40), layers=frozenset({Layer.COPPER}))
    layout = laid_out(spec, (1000, 600))
    assert layout.strip_px == 0
    assert strip_scene(layout.scene, layout.fitted) is None


@pytest.mark.parametrize(("size", "letters"), [((620, 300), 0), ((620, 404), 9), ((860, 524), 12)])
def test_nets_of_any_length_leave_a_view_room_for_the_parts(size: Size, letters: int) -> None:
    """Names of nineteen letters left none in a window of 1240 × 800: the pair stood at 0.2:1."""
    plain = spec_for(40, View.MATED)
    names = {str(n): f"VDD_3V3_SENSOR_HUB_{n}" for n in range(1, 41)}
    named = replace(plain, nets={Half.SOCKET: names, Half.HEADER: dict(reversed(names.items()))})
    viewport = viewport_of(*size)
    layout = lay_out(screen_spec(named, viewport), viewport, 10.0)
    assert layout.scale > 0.5 * laid_out(plain, size).scale
    upright = {item.text for item in _texts(layout.scene) if item.vertical}
    assert max(map(len, upright), default=0) == letters
    assert ("names of nets left out" in _words(_strip(layout))) is (letters == 0)
    assert collisions(layout.scene) == []


def test_the_legend_of_a_boards_pads_goes_on_under_the_scale_bar_and_takes_no_line_more() -> None:
    plain = spec_for(40, View.MATED)
    over = tuple(Style(role, pen_mm=0.3) for role in (ColorRole.FOUND, ColorRole.DEVIATING))
    with_board = laid_out(replace(plain, over=over), (620, 404))
    assert {"found pads", "deviating"} <= {t.text for t in _texts(_strip(with_board))}
    assert with_board.strip_px == laid_out(plain, (620, 404)).strip_px
    assert collisions(_strip(with_board)) == []


def test_a_small_view_has_the_part_instead_of_its_dimensions_and_says_so() -> None:
    layout = laid_out(spec_for(80), (500, 240))
    assert layout.drawn.cramped
    assert not any(isinstance(item, Dimension) for item in layout.scene.items)
    assert "Dimensions" in _words(_strip(layout))
    assert "Dimensions" not in _words(_strip(laid_out(spec_for(80), (1000, 600))))


def test_other_layers_leave_everything_in_its_place() -> None:
    layout = laid_out(spec_for(40), (1000, 600))
    bare = layout.with_spec(replace(layout.spec, layers=frozenset({Layer.COPPER})))
    assert bare.scene.placed == layout.scene.placed
    assert bare.fitted == layout.fitted
    assert {item.layer for item in bare.scene.items} == {Layer.COPPER}


def test_the_window_says_where_the_land_pattern_comes_from() -> None:
    layout = laid_out(spec_for(40), (1000, 600))
    assert "not of the manufacturer's drawing" in _words(_strip(layout))


def test_a_view_follows_the_half_that_it_looks_at() -> None:
    """Half a millimetre right of the header's centre before, and the same after."""
    before = laid_out(spec_for(40), (1000, 600))
    after = laid_out(spec_for(10), (1000, 1400))
    header_before, header_after = before.scene.placed[1], after.scene.placed[1]
    assert header_before.y_mm != header_after.y_mm
    seen = before.fitted.centred(header_before.x_mm + 0.5, header_before.y_mm - 0.25)
    moved = following(seen, before.scene, after.scene)
    assert (moved.centre_x_mm, moved.centre_y_mm) == pytest.approx(
        (header_after.x_mm + 0.5, header_after.y_mm - 0.25)
    )
    alone = laid_out(spec_for(40, View.HEADER), (1000, 600))
    moved = following(seen, before.scene, alone.scene)
    assert (moved.centre_x_mm, moved.centre_y_mm) == pytest.approx((0.5, -0.25))


def test_nearest_half() -> None:
    scene = laid_out(spec_for(40), (1000, 600)).scene
    socket, header = scene.placed
    assert nearest_placed(scene, 0, socket.y_mm - 3) is socket
    assert nearest_placed(scene, 4, header.y_mm + 0.2) is header


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    ("pins", "size"),
    thinned(product((10, 22, 40, 80), ((620, 400), (1100, 420), (700, 800))), 5),
)
def test_the_halves_stand_side_by_side_where_that_makes_them_larger(pins: int, size: Size) -> None:
    viewport = viewport_of(*size)
    spec = screen_spec(spec_for(pins), viewport)
    layout = lay_out(spec, viewport, 10.0)

    def largest(*, side_by_side: bool) -> float:
        drawn = replace(spec, side_by_side=side_by_side)
        wide_mm, high_mm = viewport.above(layout.strip_px).paper_mm
        return fitting_scale(lambda scale: build_scene(drawn, scale), wide_mm, high_mm, MARGIN_MM)

    stacked, beside = largest(side_by_side=False), largest(side_by_side=True)
    if not layout.drawn.cramped:
        assert layout.scale >= 0.97 * max(stacked, beside)
    first, second = layout.scene.placed
    assert (second.x_mm > first.x_mm) is layout.side_by_side
    assert (second.y_mm > first.y_mm) is not layout.side_by_side
    other = layout.with_spec(replace(spec, layers=frozenset({Layer.COPPER})))
    assert other.side_by_side is layout.side_by_side, "layers do not move the halves"


def test_a_wide_low_window_has_the_halves_of_ten_pins_side_by_side() -> None:
    assert laid_out(spec_for(10), (1100, 420)).side_by_side
    assert not laid_out(spec_for(80), (700, 800)).side_by_side


@pytest.mark.parametrize("pins", [10, 40])
@pytest.mark.parametrize(("size", "least"), [((720, 200), 6.5), ((972, 272), 11.5)])
def test_in_a_low_window_mated_pairs_have_the_height_for_themselves(
    pins: int, size: Size, least: float
) -> None:
    layout = laid_out(spec_for(pins, View.MATED), size)
    assert layout.scale >= least
    texts = [item for item in layout.scene.items if isinstance(item, Text)]
    title = next(text for text in texts if text.text.endswith("mated"))
    remark = next(text for text in texts if text.text.startswith("seen from above"))
    assert remark.y_mm == title.y_mm
    assert remark.text.endswith("inner header"), "on one line"


@pytest.mark.parametrize("size", [(612, 365), (972, 272)])
def test_a_pair_whose_numbers_would_have_no_room_gives_up_its_dimensions(
    size: Size,
) -> None:
    """As where a panel beside the drawing becomes a little wider: it was halved."""
    layout = laid_out(spec_for(40), size)
    assert layout.drawn.cramped
    assert layout.scale >= 8.5
    numbers = [i for i in layout.scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS]
    assert len({text.y_mm for text in numbers}) == 4, "both rows of either half"
