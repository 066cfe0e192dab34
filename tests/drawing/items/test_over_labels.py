"""What is written over a drawing is read on every screen, and lies over no other text."""

from __future__ import annotations

from itertools import product

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.bounds import shape_edges, text_boxes
from a4s_gui.drawing.items.lit_figure import lit_items
from a4s_gui.drawing.items.measured import measure_items
from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.measurement import Mark, Measurement
from a4s_gui.drawing.scene import Primitive, RectangleItem, Text
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.viewport import LEAST_LETTERING_PX, Viewport, screen_px_per_mm
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.land_pattern.editing import FIGURES
from a4s_gui.geometry.land_pattern.ways import WORKED_OUT
from a4s_gui.geometry.shapes import Edges, Rectangle
from tests.drawing.conftest import spec_of
from tests.every import thinned

AREA = Rectangle(0.0, 0.0, 40.0, 20.0)
NUMBERS = ("AXE510127", "AXE640224", "AXE580127")
FIGURE_NAMES = [figure.name for figure in (*FIGURES, *WORKED_OUT)]


def _grounds(items: list[Primitive]) -> list[Edges]:
    """Return the boxes of the labels."""
    return [
        shape_edges(item, 1.0)
        for item in items
        if isinstance(item, RectangleItem) and item.style.ink is ColorRole.LABEL
    ]


def _meet(one: Edges, other: Edges) -> bool:
    dust = 1e-9
    return (
        one[0] < other[2] - dust
        and other[0] < one[2] - dust
        and one[1] < other[3] - dust
        and other[1] < one[3] - dust
    )


@pytest.mark.hypothesis
@pytest.mark.parametrize(("number", "view", "dpi"), thinned(product(NUMBERS, View, (72, 96)), 5))
def test_a_lit_length_is_read_and_hides_no_other_text(number: str, view: View, dpi: int) -> None:
    viewport = Viewport(560.0, 470.0, screen_px_per_mm(dpi), 1.0)
    layout = lay_out(screen_spec(spec_of(number, view=view), viewport), viewport, 10.0)
    seen, scene = layout.fitted, layout.scene
    text_mm = ON_PAPER.at_least(seen.least_lettering_mm).text_mm
    texts = text_boxes(scene.items, scene.scale)
    area = seen.above(layout.strip_px).area()
    for name in FIGURE_NAMES:
        items = lit_items(scene.placed, name, OverLabels(seen.scale, area, text_mm, scene.items))
        labels = [item for item in items if isinstance(item, Text)]
        grounds = _grounds(items)
        assert len(labels) == len(grounds)
        heights = [label.height_mm * seen.paper_px_per_mm for label in labels]
        assert all(height >= LEAST_LETTERING_PX - 1e-9 for height in heights)
        assert not [name for ground in grounds for text in texts if _meet(ground, text)]
        pairs = ((one, other) for one in grounds for other in grounds if one is not other)
        assert not [name for one, other in pairs if _meet(one, other)]
        assert all(area.grown(1e-6).contains(Rectangle.from_edges(*g)) for g in grounds), name


def test_a_measured_length_stands_clear_of_a_lit_one() -> None:
    placed = lay_out(spec_of("AXE640124"), Viewport(800.0, 600.0, 4.0, 1.0), 10.0).scene.placed
    labels = OverLabels(20.0, AREA, 2.0)
    items = lit_items(placed, f"{Half.SOCKET}.contact_width_mm", labels)
    (lit,) = _grounds(items)
    end = Mark(3.8, -1.125)
    measured = Measurement().clicked(Mark(0.0, 0.0)).clicked(end)
    items += measure_items(measured, labels)
    _, other = _grounds(items)
    assert not _meet(lit, other)


@pytest.mark.parametrize("place", [(-19.9, -9.9), (19.9, 9.9), (50.0, 0.0)])
def test_a_label_longer_than_the_view_begins_in_it(place: tuple[float, float]) -> None:
    labels = OverLabels(1.0, AREA, 2.0)
    (left, _, _, _), *_ = _grounds(list(labels.beside("a long text of many words" * 3, *place)))
    assert left == pytest.approx(AREA.left_mm)
