"""Sections in a view of one size: beside one another, shortened, and legible."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.scene import Dimension, Layer, Text
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.spec import View
from tests.drawing.scene_checks import collisions
from tests.drawing.screen.laid_out import Size, count_scenes, laid_out, spec_for, viewport_of


def test_the_sections_stand_beside_one_another_in_a_low_view() -> None:
    assert laid_out(spec_for(10, View.SECTION), (980, 380)).side_by_side
    assert not laid_out(spec_for(80, View.SECTION), (980, 900)).side_by_side


@pytest.mark.parametrize("pins", [10, 20, 40, 80])
def test_in_a_low_view_a_derived_height_is_dimensioned_too(pins: int) -> None:
    """The word that marks it stands upright, and set how large the parts were."""
    high = next(p for p in load_catalog().pairs if (p.pins, p.mated_height_mm) == (pins, 1.0))
    layout = laid_out(replace(spec_for(pins, View.SECTION), pair=high), (988, 303))
    labels = {i.label.text for i in layout.scene.items if isinstance(i, Dimension)}
    assert {"0.77", "0.85 *", "gap 0.23 *"} <= labels
    captions = [i.text for i in layout.scene.items if isinstance(i, Text)]
    assert captions.count("Mated at 1.0 mm") == 2
    note = next(text for text in layout.scene.notes if "derived" in text)
    assert note.startswith("* Header's height derived: mated height 1 mm − slot floor 0.15 mm")
    roomy = laid_out(replace(spec_for(pins, View.SECTION), pair=high), (1300, 803))
    assert "0.85 derived" in {i.label.text for i in roomy.scene.items if isinstance(i, Dimension)}


def test_in_a_low_view_the_scale_of_a_section_does_not_hang_on_the_guess() -> None:
    inspection = next(p for p in load_catalog().pairs if (p.pins, p.mated_height_mm) == (22, None))
    spec = replace(spec_for(22, View.SECTION), pair=inspection)
    layouts = [laid_out(spec, (988, 303), near) for near in (2.0, 10.0, 30.0)]
    assert min(layout.scale for layout in layouts) > 17
    assert layouts[0].scene.notes[0].startswith("* AXE5E2226/AXE6E2226: no mated height")


@pytest.mark.parametrize(("size", "least"), [((988, 303), 12.0), ((660, 335), 7.5)])
def test_long_parts_are_shortened_in_a_section_where_heights_would_not_be_seen(
    size: Size, least: float
) -> None:
    layout = laid_out(spec_for(80, View.SECTION), size)
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
    assert not laid_out(spec_for(80, View.SECTION), (1480, 700)).scene.breaks
    assert not laid_out(spec_for(10, View.SECTION), (660, 335)).scene.breaks
    assert not laid_out(spec_for(40, View.SECTION), (2000, 120)).scene.breaks


def test_what_one_shortened_section_shows_is_what_the_next_one_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    viewport = viewport_of(988, 303)
    known = [laid_out(spec_for(80, View.SECTION), (988, 303))]
    built = count_scenes(monkeypatch)
    for pins in (40, 22, 60, 80):
        spec = screen_spec(spec_for(pins, View.SECTION), viewport)
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
    spec = spec_for(80, View.SECTION)
    layout = laid_out(spec, (756, heights_px[0]))
    for height_px in heights_px[1:]:
        viewport = viewport_of(756, height_px)
        layout = lay_out(screen_spec(spec, viewport), viewport, layout.scale, [layout])
        afresh = laid_out(spec, (756, height_px))
        assert layout.scale == pytest.approx(afresh.scale, rel=0.02), "it was 5.5 for 9.8"


@pytest.mark.parametrize(
    ("pins", "width_px", "least"),
    [(10, 520, 10), (10, 568, 10), (10, 784, 19), (10, 900, 19), (20, 1140, 19), (40, 1320, 20)],
)
def test_a_low_section_is_as_large_wherever_it_is_looked_for(
    pins: int, width_px: int, least: float
) -> None:
    """From 7 it was 6 for 11, and 13.4 for 19.6: it fits at both, and at none between them."""
    spec = spec_for(pins, View.SECTION)
    scales = [laid_out(spec, (width_px, 440), near).scale for near in (7.0, 12.0, 20.0)]
    assert scales == pytest.approx([scales[-1]] * 3)
    assert scales[0] > least


def test_a_low_section_is_as_large_whichever_was_drawn_before() -> None:
    """After one without a mated height a long one was drawn shorter, at 22:1 for 12:1."""
    viewport = viewport_of(988, 440)
    known: list[ScreenLayout] = []
    for pins, mated_mm in ((12, 1.0), (64, None), (50, 0.8), (54, 1.0), (64, 0.8), (14, 1.0)):
        pair = next(
            p for p in load_catalog().pairs if (p.pins, p.mated_height_mm) == (pins, mated_mm)
        )
        spec = screen_spec(replace(spec_for(pins, View.SECTION), pair=pair), viewport)
        layout, afresh = lay_out(spec, viewport, 20.0, known), lay_out(spec, viewport, 7.0)
        assert layout.drawn == afresh.drawn, pair.id
        assert layout.scale == pytest.approx(afresh.scale, rel=0.02)
        known.insert(0, layout)


def test_no_more_is_left_out_of_a_section_than_its_heights_need() -> None:
    shown = [
        laid_out(spec_for(80, View.SECTION), (width_px, 600)).drawn.longest_mm
        for width_px in (700, 900, 1100)
    ]
    assert shown == sorted(shown)
    assert shown[0] > 5
    assert shown[-1] > 12
