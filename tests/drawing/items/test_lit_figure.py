"""The figure that is looked at: lit up at its place, as long as it is, and no other one."""

from __future__ import annotations

from itertools import product

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.lit_figure import lit_items
from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.scene import Line, PlacedFootprint, Primitive, RectangleItem, Scene, Text
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.land_pattern.editing import FIGURES
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.ways import EVERY_FIELD, typed_value
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.geometry.shapes import Rectangle

AREA = Rectangle(0.0, 0.0, 40.0, 20.0)
SIZES = [field for field in EVERY_FIELD if field.endswith("_mm") and "offset" not in field]


def _labels() -> OverLabels:
    return OverLabels(20.0, AREA, 2.0)


def _scene(catalog: Catalog, pattern: LandPattern, view: View) -> Scene:
    pair = next(pair for pair in catalog.pairs if pair.pins == 40)
    return build_scene(DrawingSpec(pair, pattern, view), 20.0)


def _line(items: list[Primitive]) -> Line:
    """Return the length itself, which comes before the bars at its ends."""
    lines = [i for i in items if isinstance(i, Line) and i.style.ink is ColorRole.MEASURE]
    assert len(lines) == 3
    return lines[0]


def _texts(items: list[Primitive]) -> list[str]:
    return [item.text for item in items if isinstance(item, Text)]


@pytest.mark.parametrize("half", Half)
@pytest.mark.parametrize("field", SIZES)
def test_a_length_is_as_long_as_the_figure(
    catalog: Catalog, pattern: LandPattern, half: Half, field: str
) -> None:
    scene = _scene(catalog, pattern, View.PAIR)
    items = lit_items(scene.placed, f"{half}.{field}", _labels())
    line = _line(items)
    value = float(typed_value(pattern, f"{half}.{field}"))
    assert abs(line.x2_mm - line.x1_mm) + abs(line.y2_mm - line.y1_mm) == pytest.approx(
        value, abs=1e-6
    )
    assert _texts(items) == [f"{value:.2f}"]
    placed = next(one for one in scene.placed if one.footprint.half is half)
    inside = placed.place(placed.footprint.bounds)
    assert inside.contains_point((line.x1_mm + line.x2_mm) / 2, (line.y1_mm + line.y2_mm) / 2)


def test_ends_stand_on_the_pad_and_on_the_metal(catalog: Catalog, pattern: LandPattern) -> None:
    pair = next(pair for pair in catalog.pairs if pair.pins == 40)
    socket, _ = footprints(pair, pattern, Numbering())
    toe = _line(lit_items([PlacedFootprint(socket)], "socket.contact_toe_mm", _labels()))
    assert (toe.x1_mm, toe.y1_mm, toe.x2_mm, toe.y2_mm) == (3.8, -1.45, 3.8, -1.25)
    side = _line(lit_items([PlacedFootprint(socket)], "socket.terminal_inwards_mm", _labels()))
    # The tab stands at C/2, its left edge 0.15 mm further in.
    assert (side.x1_mm, side.x2_mm, side.y1_mm) == pytest.approx((4.35, 4.55, -1.0))


def test_the_span_says_how_it_is_made(catalog: Catalog, pattern: LandPattern) -> None:
    placed = _scene(catalog, pattern, View.SOCKET).placed
    items = lit_items(placed, "socket.terminal_offset_mm", _labels())
    assert _texts(items) == ["A −0.90 = 9.60"]
    assert lit_items(placed, "socket.terminal_reference", _labels()) == items


def test_a_margin_stands_between_its_edges(catalog: Catalog, pattern: LandPattern) -> None:
    pair = next(pair for pair in catalog.pairs if pair.pins == 40)
    socket, _ = footprints(pair, pattern, Numbering())
    line = _line(lit_items([PlacedFootprint(socket)], "common.courtyard_margin_mm", _labels()))
    assert (line.y1_mm, line.y2_mm) == (socket.courtyard.top_mm, socket.bounds.top_mm)
    assert line.x1_mm == line.x2_mm


@pytest.mark.parametrize(
    ("figure", "areas"),
    [
        ("common.mask_margin_mm", 88),
        ("common.courtyard_margin_mm", 2),
        ("common.stiffener_margin_mm", 2),
        ("socket.contact_paste_ratio", 40),
        ("header.terminal_paste_ratio", 4),
        ("common.paste_thickness_um", 0),
    ],
)
def test_openings_and_areas_are_outlined(
    catalog: Catalog, pattern: LandPattern, figure: str, areas: int
) -> None:
    items = lit_items(_scene(catalog, pattern, View.PAIR).placed, figure, _labels())
    outlined = [i for i in items if isinstance(i, RectangleItem) and not i.style.fill]
    labels = sum(isinstance(item, Text) for item in items)
    assert len(outlined) - labels == areas


def test_only_the_half_that_has_it_and_only_where_it_is_drawn(
    catalog: Catalog, pattern: LandPattern
) -> None:
    for view, half in product(View, Half):
        shown = {one.footprint.half for one in _scene(catalog, pattern, view).placed}
        items = lit_items(
            _scene(catalog, pattern, view).placed, f"{half}.contact_width_mm", _labels()
        )
        lines = [item for item in items if isinstance(item, Line)]
        assert bool(lines) is (half in shown)
        if half not in shown:
            said = f"{half.capitalize()}: contact pad, along the rows: not in this view"
            assert _texts(items) == [said]
    assert lit_items(_scene(catalog, pattern, View.PAIR).placed, "", _labels()) == []


def test_every_figure_can_be_asked_for(catalog: Catalog, pattern: LandPattern) -> None:
    placed = _scene(catalog, pattern, View.MATED).placed
    for figure in FIGURES:
        lit = lit_items(placed, figure.name, _labels())
        assert bool(lit) is (figure.name != "common.paste_thickness_um")
