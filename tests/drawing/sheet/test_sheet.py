"""Sheet arithmetic in numbers."""

from __future__ import annotations

import pytest

from a4s_gui.drawing.items.grid import grid_lines, grid_pitch_mm
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.lettering import text_width_mm, wrap
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.shapes import Rectangle


def test_a_sheet_holds_the_scene_and_its_margins() -> None:
    sheet = sheet_around(Scene(20, (), Rectangle(1, -1, 10.5, 4)), margin_mm=5)
    assert (sheet.width_mm, sheet.height_mm) == (220, 90)
    assert (sheet.left_mm, sheet.top_mm) == pytest.approx((-4.5, -3.25))
    assert sheet.pixels(254) == (2200, 900)
    assert sheet.area() == Rectangle(1, -1, 11, 4.5)


def test_the_fitting_scale_fills_the_paper() -> None:
    def build(scale: float) -> Scene:
        return Scene(scale, (), Rectangle(0, 0, 10 + 20 / scale, 1))

    scale = fitting_scale(build, 132, 100, margin_mm=6)
    assert scale == pytest.approx(10, rel=0.02)
    assert sheet_around(build(scale), 6).width_mm <= 132


def test_a_drawing_that_fits_nowhere_gets_the_smallest_scale() -> None:
    assert fitting_scale(lambda s: Scene(s, (), Rectangle(0, 0, 100, 100)), 10, 10) == 1


@pytest.mark.parametrize(
    ("scale", "pitch"), [(1, 10), (2, 10), (4, 1), (20, 1), (39, 1), (40, 0.1), (150, 0.1)]
)
def test_grid_lines_stand_no_closer_than_four_millimetres_of_paper(
    scale: float, pitch: float
) -> None:
    assert grid_pitch_mm(scale) == pytest.approx(pitch)


def test_the_grid_passes_through_the_origin_and_marks_every_fifth_millimetre() -> None:
    lines = grid_lines(Rectangle.from_edges(-5.5, -2.2, 6.5, 2.2), 20)
    upright = {line.x1_mm: line.style.ink for line in lines if line.x1_mm == line.x2_mm}
    assert sorted(upright) == list(range(-5, 7))
    assert [x for x, ink in sorted(upright.items()) if ink is ColorRole.GRID_MAJOR] == [-5, 0, 5]
    assert all((line.y1_mm, line.y2_mm) == (-2.2, 2.2) for line in lines if line.x1_mm in upright)


def test_lines_are_wrapped_between_words_only() -> None:
    text = "one two three four five six seven"
    lines = wrap(text, 2.0, 20)
    assert " ".join(lines) == text
    assert len(lines) > 2
    assert all(text_width_mm(line, 2.0) <= 20 for line in lines)
    assert wrap("unbreakable", 2.0, 1) == ["unbreakable"]


@pytest.mark.parametrize(
    ("scale", "text"), [(20, "20:1"), (14.53, "14.5:1"), (3.482, "3.48:1"), (120, "120:1")]
)
def test_scales_are_written_as_on_drawings(scale: float, text: str) -> None:
    assert format_scale(scale) == text


@pytest.mark.parametrize("near", [1.0, 3.0, 8.0, 10.0, 60.0])
def test_notes_as_wide_as_the_paper_do_not_keep_a_drawing_small(near: float) -> None:
    """They are at any scale; the picture may still grow, and is soon found to."""
    tried: list[float] = []

    def build(scale: float) -> Scene:
        tried.append(scale)
        picture = Rectangle(0, 0, 10 + 20 / scale, 3 + 30 / scale)
        bounds = Rectangle(0, 0, 187 / scale, picture.height_mm + 20 / scale)
        return Scene(scale, (), bounds, picture=picture)

    scale = fitting_scale(build, 200, 100, margin_mm=6, near=near)
    assert scale == pytest.approx(12.67, rel=0.011)
    assert len(tried) <= 8
