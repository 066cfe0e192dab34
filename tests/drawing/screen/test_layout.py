"""Which scale a drawing gets in a view of one size, and what stays where it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.scene import Dimension, Layer, Scene, Text
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout, following, nearest_placed
from a4s_gui.drawing.screen.strip import strip_scene
from a4s_gui.drawing.screen.viewport import ZOOM_STEP, Viewport
from a4s_gui.drawing.screen.ways import MARGIN_MM
from a4s_gui.drawing.sheet.sheet import fitting_scale
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from tests.drawing.scene_checks import collisions, misleading_numbers
from tests.every import EXPLORES, for_each

_SIZES = ((420, 300), (1000, 600), (600, 1000), (2500, 1400))


_MOST_BARE = {View.PAIR: 10.0, View.SOCKET: 8.0, View.HEADER: 8.0}
"""At which scale a drawing without dimensions is the largest."""
_LARGEST_FALL = 2.0
"""So many times smaller a drawing may become that had no dimensions: these have room again."""
_EVERY_PX = 20 if EXPLORES else 80


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
    fitted = layout.fitted.above(layout.strip_px)
    assert fitted.shows_all(layout.scene.bounds)
    free_px = MARGIN_MM * fitted.paper_px_per_mm
    width_px = layout.scene.bounds.width_mm * fitted.px_per_mm + 2 * free_px
    height_px = layout.scene.bounds.height_mm * fitted.px_per_mm + 2 * free_px
    filled = max(width_px / fitted.width_px, height_px / fitted.height_px)
    assert filled > 0.85 or layout.scale == _MOST_BARE[view]


def test_a_guess_far_off_gives_nearly_the_same_scale() -> None:
    scales = [_laid_out(_spec(40), (1000, 600), near).scale for near in (1.0, 11.0, 200.0)]
    assert scales == pytest.approx([scales[0]] * 3, rel=0.03)


def test_halves_keep_their_distance_at_every_scale() -> None:
    layout = _laid_out(_spec(40), (1000, 600))
    places = {
        tuple((placed.x_mm, placed.y_mm) for placed in layout.scene_at(scale).placed)
        for scale in (layout.scale, layout.scale * 2, layout.scale * 30)
    }
    assert len(places) == 1


def test_lettering_keeps_its_size_when_the_part_grows() -> None:
    """Twice the scale, half as many millimetres of the part: the same on the screen."""
    layout = _laid_out(_spec(40), (1000, 600))
    assert layout.scene_at(layout.scale * 2).scale == pytest.approx(layout.scale * 2)


def _strip(layout: ScreenLayout, scale: float | None = None) -> Scene:
    viewport = layout.fitted.at_scale(scale or layout.scale)
    strip = strip_scene(layout.scene_at(viewport.scale), viewport)
    assert strip is not None
    return strip


def _words(scene: Scene) -> str:
    return " ".join(shape.text for shape in scene.shapes() if isinstance(shape, Text))


@pytest.mark.parametrize("zoomed", [1, 3, 40])
@pytest.mark.parametrize("size", _SIZES)
def test_the_stated_scale_is_the_one_on_the_screen(size: tuple[int, int], zoomed: float) -> None:
    layout = _laid_out(_spec(40), size)
    strip = _strip(layout, layout.scale * zoomed)
    assert f"Scale {format_scale(layout.scale * zoomed)}" in _words(strip)


@pytest.mark.parametrize("size", [(300, 200), (724, 260), (1000, 600), (2500, 1400)])
@pytest.mark.parametrize("pins", [10, 22, 40, 80])
@pytest.mark.parametrize("view", View)
def test_no_lettering_is_lower_than_eight_pixels_and_none_overlaps(
    view: View, pins: int, size: tuple[int, int]
) -> None:
    layout = _laid_out(_spec(pins, view), size)
    for zoomed in (1, 1.7):
        scene, strip = layout.scene_at(layout.scale * zoomed), _strip(layout, layout.scale * zoomed)
        for drawn in (scene, strip):
            assert drawn.scale == pytest.approx(layout.fitted.scale * zoomed)
            texts = [shape for shape in drawn.shapes() if isinstance(shape, Text)]
            assert min(text.height_mm for text in texts) * 96 / 25.4 >= 8 - 1e-9
            assert collisions(drawn) == []
        assert misleading_numbers(scene) == []


@pytest.mark.parametrize("size", [(200, 160), (724, 260), *_SIZES])
@pytest.mark.parametrize("view", View)
def test_the_strip_stands_below_the_drawing_and_leaves_it_most_of_the_room(
    view: View, size: tuple[int, int]
) -> None:
    layout = _laid_out(_spec(80, view), size)
    assert layout.strip_px < 0.4 * layout.fitted.height_px
    strip = _strip(layout)
    assert strip.bounds.height_mm * layout.fitted.px_per_mm < layout.strip_px + 1e-3
    assert strip.bounds.grown(1e-4).contains(items_bounds(strip.items, strip.scale))
    if size != (200, 160):
        assert layout.fitted.above(layout.strip_px).shows_all(layout.scene.bounds)


@pytest.mark.parametrize("numbering", [Numbering(), Numbering(header=HeaderScheme.SAME)])
def test_the_strip_says_in_any_window_what_must_not_be_overlooked(numbering: Numbering) -> None:
    spec = replace(_spec(80, View.MATED), numbering=numbering)
    words = _words(_strip(_laid_out(spec, (724, 300))))
    for needed in ("socket pad 1", "header pad 1", "overlap", "not of the manufacturer's drawing"):
        assert needed in words
    assert ("NOT n on n: 1-2, 2-1" in words) is (numbering != Numbering())
    assert numbering.describe() in words


def test_without_notes_there_is_no_strip() -> None:
    spec = replace(_spec(40), layers=frozenset({Layer.COPPER}))
    layout = _laid_out(spec, (1000, 600))
    assert layout.strip_px == 0
    assert strip_scene(layout.scene, layout.fitted) is None


def test_a_small_view_has_the_part_instead_of_its_dimensions_and_says_so() -> None:
    layout = _laid_out(_spec(80), (500, 240))
    assert layout.drawn.cramped
    assert not any(isinstance(item, Dimension) for item in layout.scene.items)
    assert "Dimensions" in _words(_strip(layout))
    assert "Dimensions" not in _words(_strip(_laid_out(_spec(80), (1000, 600))))


def test_the_sections_stand_beside_one_another_in_a_low_view() -> None:
    assert _laid_out(_spec(10, View.SECTION), (980, 380)).side_by_side
    assert not _laid_out(_spec(80, View.SECTION), (980, 900)).side_by_side


@pytest.mark.parametrize("pins", [10, 20, 40, 80])
def test_in_a_low_view_a_derived_height_is_dimensioned_too(pins: int) -> None:
    """The word that marks it stands upright, and set how large the parts were."""
    high = next(p for p in load_catalog().pairs if (p.pins, p.mated_height_mm) == (pins, 1.0))
    layout = _laid_out(replace(_spec(pins, View.SECTION), pair=high), (988, 303))
    labels = {i.label.text for i in layout.scene.items if isinstance(i, Dimension)}
    assert {"0.77", "0.85 *", "gap 0.23 *"} <= labels
    captions = [i.text for i in layout.scene.items if isinstance(i, Text)]
    assert captions.count("Mated at 1.0 mm") == 2
    note = next(text for text in layout.scene.notes if "derived" in text)
    assert note.startswith("* Header's height derived: mated height 1 mm − slot floor 0.15 mm")
    roomy = _laid_out(replace(_spec(pins, View.SECTION), pair=high), (1300, 803))
    assert "0.85 derived" in {i.label.text for i in roomy.scene.items if isinstance(i, Dimension)}


def test_in_a_low_view_the_scale_of_a_section_does_not_hang_on_the_guess() -> None:
    inspection = next(p for p in load_catalog().pairs if (p.pins, p.mated_height_mm) == (22, None))
    spec = replace(_spec(22, View.SECTION), pair=inspection)
    layouts = [_laid_out(spec, (988, 303), near) for near in (2.0, 10.0, 30.0)]
    assert min(layout.scale for layout in layouts) > 17
    assert layouts[0].scene.notes[0].startswith("* AXE5E2226/AXE6E2226: no mated height")


def test_other_layers_leave_everything_in_its_place() -> None:
    layout = _laid_out(_spec(40), (1000, 600))
    bare = layout.with_spec(replace(layout.spec, layers=frozenset({Layer.COPPER})))
    assert bare.scene.placed == layout.scene.placed
    assert bare.fitted == layout.fitted
    assert {item.layer for item in bare.scene.items} == {Layer.COPPER}


def test_the_window_says_where_the_land_pattern_comes_from() -> None:
    layout = _laid_out(_spec(40), (1000, 600))
    assert "not of the manufacturer's drawing" in _words(_strip(layout))


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
    assert _laid_out(_spec(10), (1100, 420)).side_by_side
    assert not _laid_out(_spec(80), (700, 800)).side_by_side


@pytest.mark.parametrize("pins", [10, 40])
@pytest.mark.parametrize(("size", "least"), [((720, 200), 6.5), ((972, 272), 11.5)])
def test_in_a_low_window_mated_pairs_have_the_height_for_themselves(
    pins: int, size: tuple[int, int], least: float
) -> None:
    layout = _laid_out(_spec(pins, View.MATED), size)
    assert layout.scale >= least
    texts = [item for item in layout.scene.items if isinstance(item, Text)]
    title = next(text for text in texts if text.text.endswith("mated"))
    remark = next(text for text in texts if text.text.startswith("seen from above"))
    assert remark.y_mm == title.y_mm
    assert remark.text.endswith("inner header"), "on one line"


@pytest.mark.parametrize("size", [(612, 365), (972, 272)])
def test_a_pair_whose_numbers_would_have_no_room_gives_up_its_dimensions(
    size: tuple[int, int],
) -> None:
    """As where a panel beside the drawing becomes a little wider: it was halved."""
    layout = _laid_out(_spec(40), size)
    assert layout.drawn.cramped
    assert layout.scale >= 8.5
    numbers = [i for i in layout.scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS]
    assert len({text.y_mm for text in numbers}) == 4, "both rows of either half"


def _count_scenes(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    built: list[float] = []

    def count(spec: DrawingSpec, scale: float) -> Scene:
        built.append(scale)
        return build_scene(spec, scale)

    monkeypatch.setattr("a4s_gui.drawing.screen.ways.build_scene", count)
    return built


@pytest.mark.parametrize("size", [(1000, 600), (600, 1000)])
def test_a_good_guess_takes_one_scene(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _laid_out(_spec(40), size)
    built = _count_scenes(monkeypatch)
    again = _laid_out(_spec(40), size, found.scale)
    assert again.side_by_side == found.side_by_side
    assert built == [found.scale]


@pytest.mark.parametrize("pins", [10, 40, 80])
@pytest.mark.parametrize("size", [(748, 393), (748, 313), (860, 473), (1088, 553)])
def test_the_first_drawing_of_a_window_takes_few_scenes(
    pins: int, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    built = _count_scenes(monkeypatch)
    _laid_out(_spec(pins), size, 8.0)
    assert len(built) <= 8


@pytest.mark.parametrize(("size", "more"), [((1000, 600), 0), ((660, 403), 2)])
@pytest.mark.parametrize("view", View)
def test_from_any_pair_to_any_other_takes_two_scenes_or_three(
    view: View, size: tuple[int, int], more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scene takes as long as painting the whole window: each that is tried in vain is felt.

    In a small view one or two more, since dimensions come and go: there were 15 and more.
    """
    built = _count_scenes(monkeypatch)
    viewport = Viewport(*size, 96 / 25.4, 1.0)
    known: list[ScreenLayout] = []
    counts: list[int] = []
    for pins in (40, 10, 80, 22, 60, 12, 34):
        built.clear()
        spec = screen_spec(_spec(pins, view), viewport)
        layout = lay_out(spec, viewport, 20.0, known)
        counts.append(len(built))
        afresh = lay_out(spec, viewport, 20.0)
        assert layout.scale == pytest.approx(afresh.scale, rel=0.04)
        known.insert(0, layout)
    assert sum(counts[1:]) / len(counts[1:]) < (2.5 if view.shows_pads else 3) + more


def test_the_smaller_of_two_ways_has_no_scene_built_where_both_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And neither the arrangement nor the scale hangs on what is known."""
    built: set[bool] = set()

    def build(spec: DrawingSpec, scale: float) -> Scene:
        built.add(spec.side_by_side)
        return build_scene(spec, scale)

    monkeypatch.setattr("a4s_gui.drawing.screen.ways.build_scene", build)
    viewport = Viewport(860, 644, 96 / 25.4, 1.0)
    known = [_laid_out(_spec(pins), (860, 644)) for pins in (60, 12)]
    assert [layout.side_by_side for layout in known] == [False, True]
    for pins in (80, 10, 60, 12, 50, 70):
        spec = screen_spec(_spec(pins), viewport)
        afresh = lay_out(spec, viewport, 10.0)
        built.clear()
        layout = lay_out(spec, viewport, 10.0, known)
        assert built == {layout.side_by_side}
        assert layout.side_by_side == afresh.side_by_side
        assert layout.scale == pytest.approx(afresh.scale, rel=0.02)


@pytest.mark.parametrize("view", View)
def test_what_is_known_of_a_high_view_does_no_harm_in_a_low_one(view: View) -> None:
    for width_px, height_px in ((200, 30), (400, 60), (1000, 20)):
        known = _laid_out(_spec(10, view), (width_px, 1400))
        low = Viewport(width_px, height_px, 96 / 25.4, 1.0)
        layout = lay_out(screen_spec(known.spec, low), low, 20.0, [known])
        assert 0 < layout.scale <= known.scale


@pytest.mark.parametrize(("size", "least"), [((988, 303), 12.0), ((660, 335), 7.5)])
def test_long_parts_are_shortened_in_a_section_where_heights_would_not_be_seen(
    size: tuple[int, int], least: float
) -> None:
    layout = _laid_out(_spec(80, View.SECTION), size)
    assert layout.scale >= least, "it was 3.7 and 4.0"
    assert layout.scene.breaks
    assert layout.fitted.above(layout.strip_px).shows_all(layout.scene.bounds)
    assert collisions(layout.scene) == []
    true = {"A 18.50", "A 17.80"}
    assert {i.label.text for i in layout.scene.items if isinstance(i, Dimension)} >= true
    zoomed = layout.scene_at(layout.scale * 3)
    assert [one.hidden_mm for one in zoomed.breaks] == [o.hidden_mm for o in layout.scene.breaks]
    bare = layout.with_spec(replace(layout.spec, layers=frozenset({Layer.BODY})))
    assert bare.scene.breaks, "layers do not move what is drawn"


def test_no_part_is_shortened_where_heights_are_seen_nor_for_nothing() -> None:
    assert not _laid_out(_spec(80, View.SECTION), (1480, 700)).scene.breaks
    assert not _laid_out(_spec(10, View.SECTION), (660, 335)).scene.breaks
    assert not _laid_out(_spec(40, View.SECTION), (2000, 120)).scene.breaks


def test_what_one_shortened_section_shows_is_what_the_next_one_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    viewport = Viewport(988, 303, 96 / 25.4, 1.0)
    known = [_laid_out(_spec(80, View.SECTION), (988, 303))]
    built = _count_scenes(monkeypatch)
    for pins in (40, 22, 60, 80):
        spec = screen_spec(_spec(pins, View.SECTION), viewport)
        built.clear()
        layout = lay_out(spec, viewport, 10.0, known)
        assert len(built) <= 2, "whole parts are not tried in vain"
        afresh = lay_out(spec, viewport, 10.0)
        assert layout.drawn == afresh.drawn
        assert layout.scale == pytest.approx(afresh.scale, rel=0.01)


@pytest.mark.parametrize("heights_px", [(461, 389, 383), (383, 389, 461)])
def test_a_section_is_as_large_in_a_window_made_lower_or_higher_as_afresh(
    heights_px: tuple[int, ...],
) -> None:
    spec = _spec(80, View.SECTION)
    layout = _laid_out(spec, (756, heights_px[0]))
    for height_px in heights_px[1:]:
        viewport = Viewport(756, height_px, 96 / 25.4, 1.0)
        layout = lay_out(screen_spec(spec, viewport), viewport, layout.scale, [layout])
        afresh = _laid_out(spec, (756, height_px))
        assert layout.scale == pytest.approx(afresh.scale, rel=0.02), "it was 5.5 for 9.8"


@pytest.mark.parametrize("width_px", [520, 544, 568])
def test_a_low_section_is_as_large_wherever_it_is_looked_for(width_px: int) -> None:
    spec, viewport = _spec(10, View.SECTION), Viewport(width_px, 440, 96 / 25.4, 1.0)
    scales = [lay_out(screen_spec(spec, viewport), viewport, n).scale for n in (7.0, 12.0, 20.0)]
    assert scales == pytest.approx([scales[-1]] * 3, rel=0.03), "from 7 it was 6 for 11"


def test_no_more_is_left_out_of_a_section_than_its_heights_need() -> None:
    shown = [
        _laid_out(_spec(80, View.SECTION), (width_px, 600)).drawn.longest_mm
        for width_px in (700, 900, 1100)
    ]
    assert shown == sorted(shown)
    assert shown[0] > 5
    assert shown[-1] > 12


def _assert_steady(view: View, pins: int, sizes: list[tuple[int, int]]) -> None:
    largest, before, is_bare = 0.0, (0, 0), False
    for size in sizes:
        layout = _laid_out(_spec(pins, view), size)
        falls = f"{view}, {pins} pins: {largest} at {before}, {layout.scale} at {size}"
        least = _LARGEST_FALL if is_bare else ZOOM_STEP
        assert layout.scale > largest / least - 1e-6, falls
        assert layout.fitted.above(layout.strip_px).shows_all(layout.scene.bounds)
        assert collisions(layout.scene) == []
        if layout.scale > largest:
            largest, before, is_bare = layout.scale, size, layout.drawn.cramped


@pytest.mark.hypothesis
@for_each("height_px", [250, 300, 335, 393, 520, 700] if EXPLORES else [300, 393])
@for_each("pins", [10, 20, 40, 80] if EXPLORES else [10, 80])
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
