"""The comparison's picture: outlines on one centre, what coincides stays visible, a full key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.palette import DARK, LIGHT, PAPER, Palette
from a4s_gui.drawing.scene import Dimension, Layer, Polygon, RectangleItem, Scene, Text
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.drawing.views.compare_view import COMPARED, CompareSpec, Key, compare_scene, names_of
from a4s_gui.geometry.body import body
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.shapes import Rectangle
from tests.catalog.pairs import CATALOG, inspection, standard

PATTERN = shipped_pattern()
INKS = [ink for ink, _ in COMPARED]
SOME_PAIRS = st.lists(st.sampled_from(CATALOG.pairs), min_size=1, max_size=4, unique_by=id)


def boxes(scene: Scene, layer: Layer) -> list[RectangleItem]:
    return [item for item in scene.items if isinstance(item, RectangleItem) and item.layer is layer]


def outline(scene: Scene, half: Half, ink: ColorRole) -> Rectangle:
    """Return the box around one pair's socket or header, lead tips included."""
    return items_bounds(
        [
            replace(item, style=Style(ink))
            for item in scene.items
            if isinstance(item, RectangleItem | Polygon)
            and (item.layer, item.half, item.style.ink) == (Layer.BODY, half, ink)
        ],
        scene.scale,
    )


def texts(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes() if isinstance(shape, Text)]


@given(pairs=SOME_PAIRS, scale=st.floats(3.5, 60.0), pads=st.booleans(), key=st.sampled_from(Key))
def test_outlines_lie_on_one_centre_in_true_size(
    pairs: list[Pair], scale: float, *, pads: bool, key: Key
) -> None:
    scene = compare_scene(CompareSpec(tuple(pairs), PATTERN, pads, key=key), scale)
    parts = [[outline(scene, half, ink) for ink in INKS[: len(pairs)]] for half in Half]
    for half, found in zip(Half, parts, strict=True):
        for pair, part in zip(pairs, found, strict=True):
            assert (part.width_mm, part.height_mm) == pytest.approx(
                (pair.connector(half).body_length_mm, pair.connector(half).body_width_mm), abs=2e-6
            )
            assert part.x_mm == pytest.approx(0.0, abs=2e-6)
            assert part.y_mm == pytest.approx(found[0].y_mm, abs=2e-6)
    assert not any(socket.overlaps(header) for socket in parts[0] for header in parts[1])
    around = items_bounds(scene.items, scale)
    # The ends of pads that were moved are rounded to the nanometre, those of the centre lines not.
    assert scene.bounds.grown(2e-6).contains(around)
    assert around.grown(2e-6).contains(scene.bounds)


def test_each_pair_has_the_outline_that_it_has_in_the_other_views() -> None:
    pairs = (standard(40), standard(50))
    scene = compare_scene(CompareSpec(pairs, PATTERN), 10)
    for pair, ink in zip(pairs, INKS, strict=False):
        part = body(pair.socket)
        mould, *others = [
            item for item in scene.items if isinstance(item, Polygon) and item.style.ink is ink
        ]
        assert mould.points_mm == part.mould, "the sockets stand in the origin"
        assert len(others) == 1, "the header's"
        feet = {
            item.rect
            for item in boxes(scene, Layer.BODY)
            if item.half is Half.SOCKET and item.style.ink is ink
        }
        assert feet == {lead.foot for lead in part.leads} | {t.tab for t in part.terminals}


def test_at_a_small_scale_moulds_stand_without_leads() -> None:
    small, large = (
        boxes(compare_scene(CompareSpec((standard(40),), PATTERN), scale), Layer.BODY)
        for scale in (2.0, 5.0)
    )
    assert small == []
    assert len(large) == 2 * (40 + 4)


@pytest.mark.parametrize("pins", [(10, 40), (10, 16, 40, 80), (80, 10)])
def test_the_longest_of_each_half_is_dimensioned(pins: tuple[int, ...]) -> None:
    scene = compare_scene(CompareSpec(tuple(map(standard, pins)), PATTERN), 10)
    found = {item.label.text: item.length_mm for item in scene.items if isinstance(item, Dimension)}
    socket = max(standard(n).socket.body_length_mm for n in pins)
    header = max(standard(n).header.body_length_mm for n in pins)

    assert found == {
        f"longest socket A {socket:.2f}": pytest.approx(socket),
        f"longest header A {header:.2f}": pytest.approx(header),
    }


def test_of_pairs_alike_none_is_called_the_longest() -> None:
    found = texts(compare_scene(CompareSpec((standard(40), standard(40, 1.0)), PATTERN), 10))
    assert "socket A 10.50" in found


def test_a_line_shows_under_those_on_top_of_it() -> None:
    """All four on one edge: along 60 mm of it some of each is uppermost."""
    step_mm, shown = 0.05, dict.fromkeys(INKS, 0.0)
    for i in range(int(60 / step_mm)):
        at = (i + 0.5) * step_mm
        top = next(ink for ink, dash in reversed(COMPARED) if _inked(dash, at))
        shown[top] += step_mm
    assert min(shown.values()) >= 6.0, shown


def _inked(dash: LineStyle, at_mm: float) -> bool:
    strokes = dash.strokes_mm
    if not strokes:
        return True
    at_mm %= sum(strokes)
    for i, length in enumerate(strokes):
        if at_mm < length:
            return i % 2 == 0
        at_mm -= length
    return False


def test_pads_at_one_place_are_divided_among_their_pairs() -> None:
    alone = boxes(
        compare_scene(CompareSpec((standard(40),), PATTERN, with_pads=True), 10), Layer.COPPER
    )
    shared = boxes(
        compare_scene(CompareSpec((standard(40), standard(40, 1.0)), PATTERN, with_pads=True), 10),
        Layer.COPPER,
    )

    assert len(alone) == 2 * 44
    assert len(shared) == 2 * len(alone)
    for ink in INKS[:2]:
        area = sum(box.rect.area_mm2 for box in shared if box.style.ink is ink)
        assert area == pytest.approx(sum(box.rect.area_mm2 for box in alone) / 2, rel=1e-4)
    assert not any(a.rect.overlaps(b.rect) for a, b in combinations(shared, 2))


def test_the_key_names_every_pair_and_where_figures_come_from() -> None:
    pairs = (standard(40), standard(40, 1.0), inspection(40))
    found = texts(compare_scene(CompareSpec(pairs, PATTERN, with_pads=True), 10))

    assert names_of(pairs) == (
        "AXE540127 + AXE640124, 40 pins, 0.8 mm",
        "AXE540127 + AXE640224, 40 pins, 1.0 mm",
        "AXE5E4026 + AXE6E4026, 40 pins",
    )
    assert set(names_of(pairs)) <= set(found)
    assert any("not of the manufacturer's drawing" in text for text in found)
    assert any(text.startswith("Scale 10:1") for text in found)


@pytest.mark.parametrize("scale", [2, 3, 3.76, 5, 7, 10, 20])
@pytest.mark.parametrize("key", Key)
def test_both_heights_are_dimensioned_at_any_scale(scale: float, key: Key) -> None:
    both = (standard(40), standard(40, 1.0))
    for sizes in (ON_PAPER, ON_PAPER.at_least(2.12)):
        scene = compare_scene(CompareSpec(both, PATTERN, key=key, sizes=sizes), scale)
        assert {"0.80", "1.00"} <= set(texts(scene))


def test_a_brief_key_has_the_number_that_tells_the_pairs_apart() -> None:
    assert names_of((standard(10), standard(80)), Key.BRIEF) == ("AXE510127", "AXE580127")
    assert names_of((standard(40), standard(40, 1.0)), Key.BRIEF) == ("AXE640124", "AXE640224")
    bare = compare_scene(CompareSpec((standard(10),), PATTERN, key=Key.NONE), 10)
    assert texts(bare) == ["socket A 4.50", "Socket", "Header"]


def test_pairs_of_two_heights_are_cut_since_only_their_height_differs() -> None:
    both = compare_scene(CompareSpec((standard(40), standard(40, 1.0)), PATTERN), 20)
    assert {"Socket", "Header", "Mated", "0.80", "1.00"} <= set(texts(both))
    cut = [item for item in both.items if isinstance(item, Polygon) and item.half is None]
    assert len({item.style.ink for item in cut}) == 2
    board = max(y for item in cut for _, y in item.points_mm)
    tops = sorted({round(board - min(y for _, y in item.points_mm), 2) for item in cut})
    assert tops == [0.66, 0.78, 0.98], "the socket's wall, and both headers' undersides"
    derived = "mated height 1 mm − slot floor 0.15 mm = 0.85 mm."
    assert derived in " ".join(texts(both)), "the higher header was not read"
    alike = compare_scene(CompareSpec((standard(40), standard(10)), PATTERN), 20)
    assert "Mated" not in texts(alike)


@given(SOME_PAIRS, st.floats(2.0, 30.0), st.sampled_from([Key.FULL, Key.BRIEF]))
def test_no_two_texts_touch(pairs: list[Pair], scale: float, key: Key) -> None:
    spec = CompareSpec(tuple(pairs), PATTERN, with_pads=True, width_mm=110.0, key=key)
    scene = compare_scene(spec, scale)
    words = [shape for shape in scene.shapes() if isinstance(shape, Text)]
    for one, other in combinations(words, 2):
        assert not items_bounds([one], scale).overlaps(items_bounds([other], scale))


_SEEN_BY = {
    "most": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopes": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopes": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopes": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""From linear RGB to what somebody sees of it (Machado, Oliveira and Fernandes 2009)."""


@pytest.mark.parametrize("palette", [PAPER, LIGHT, DARK])
def test_the_lines_stand_out_from_the_background(palette: Palette) -> None:
    back = _luminance(_linear(palette.background))
    for ink in INKS:
        low, high = sorted((back, _luminance(_linear(palette.inks[ink]))))
        assert (high + 0.05) / (low + 0.05) >= 4.5, "the contrast that WCAG 2 asks of text"


@pytest.mark.parametrize("eyes", _SEEN_BY)
@pytest.mark.parametrize("palette", [PAPER, LIGHT, DARK])
def test_the_colours_differ_for_everybody(palette: Palette, eyes: str) -> None:
    for one, other in combinations((palette.inks[ink] for ink in INKS), 2):
        assert dist(_lab(_linear(one), eyes), _lab(_linear(other), eyes)) > 25, (one, other)


def test_the_lines_differ_without_any_colour() -> None:
    assert len({dash for _, dash in COMPARED}) == len(COMPARED) == 4


_Triple = tuple[float, ...]


def _linear(colour: str) -> _Triple:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def _luminance(linear: _Triple) -> float:
    return _weighed((0.2126, 0.7152, 0.0722), linear)


def _lab(linear: _Triple, eyes: str) -> _Triple:
    seen = [min(1.0, max(0.0, _weighed(row, linear))) for row in _SEEN_BY[eyes]]
    x, y, z = (
        _cube_root(_weighed(row, seen) / white)
        for row, white in (
            ((0.4124, 0.3576, 0.1805), 0.9505),
            ((0.2126, 0.7152, 0.0722), 1.0),
            ((0.0193, 0.1192, 0.9505), 1.089),
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(t: float) -> float:
    return float(t ** (1 / 3)) if t > 0.008856 else 7.787 * t + 16 / 116


def _weighed(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
