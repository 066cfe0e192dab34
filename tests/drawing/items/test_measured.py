"""What shows a measurement: marks and lengths of one size, in view."""

from __future__ import annotations

import pytest

from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.measured import measure_items
from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.measurement import Mark, Measurement
from a4s_gui.drawing.scene import Text
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.geometry.snap import Snap, SnapKind

AREA = Rectangle(0, 0, 40, 30)
A, B = Mark(0.0, 0.0), Mark(0.4, -1.125)


def _labels(scale: float) -> OverLabels:
    return OverLabels(scale, AREA, 2.0)


@pytest.mark.parametrize("kind", [None, *SnapKind])
def test_marks_have_the_same_size_on_paper_at_every_scale(kind: SnapKind | None) -> None:
    place = Mark(1.0, 2.0, None if kind is None else Snap(1.0, 2.0, kind, "pad"))
    sizes = []
    for scale in (5.0, 50.0):
        bounds = items_bounds(
            list(measure_items(Measurement(pointer=place), _labels(scale))), scale
        )
        sizes.append((round(bounds.width_mm * scale, 3), round(bounds.height_mm * scale, 3)))
        assert bounds.contains_point(1.0, 2.0)
    assert sizes[0] == sizes[1]
    assert 1.5 < sizes[0][0] < 4


@pytest.mark.parametrize("end", [(-19.5, -14.5), (19.5, -14.5), (0.0, 0.0), (19.5, 14.5)])
def test_the_lengths_stay_in_view(end: tuple[float, float]) -> None:
    scale = 10.0
    measured = Measurement().clicked(B).clicked(Mark(*end))
    items = list(measure_items(measured, _labels(scale)))
    label = [item for item in items if isinstance(item, Text)]
    assert [item.text for item in label] == [measured.text]
    assert AREA.contains(items_bounds(label, scale))


def test_a_level_measurement_draws_no_legs() -> None:
    level = Measurement().clicked(A).clicked(Mark(3.0, 0.0))
    sloping = Measurement().clicked(A).clicked(B)
    count = {m: sum(1 for _ in measure_items(m, _labels(10))) for m in (level, sloping)}
    assert count[sloping] - count[level] == 2
