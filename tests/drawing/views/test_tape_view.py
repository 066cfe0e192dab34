"""The packaging view: the taping table's figures, to scale, and what is only schematic."""

from __future__ import annotations

import itertools

import pytest

from a4s_gui.drawing.scene import Circle, Dimension, Layer, RectangleItem, Text
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole, LineStyle
from a4s_gui.drawing.views.tape_view import tape_box
from a4s_gui.geometry.tape import HOLE_TO_EDGE_MM, tape_strip
from tests.drawing.conftest import SceneOf, spec_of


@pytest.mark.parametrize(
    ("number", "labels"),
    [
        ("AXE524127", {"tape A 16.0", "tape C 7.5", "reel D 17.4", "4.0", "8.0"}),
        ("AXE570127", {"tape A 24.0", "tape C 11.5", "reel D 25.4", "4.0", "8.0"}),
        ("AXE580127", {"tape A 32.0", "tape B 28.4", "tape C 14.2", "reel D 33.4", "4.0", "8.0"}),
        ("AXE540127D", {"tape A 24.0", "tape C 11.5", "reel D 25.4", "4.0"}),
    ],
)
def test_the_dimensions_are_the_taping_tables(
    scene_of: SceneOf, number: str, labels: set[str]
) -> None:
    scene = scene_of(number, 6, view=View.TAPE)
    dimensions = [i for i in scene.items if isinstance(i, Dimension)]
    assert {d.label.text for d in dimensions} == labels
    for dimension in dimensions:
        assert float(dimension.label.text.split()[-1]) == pytest.approx(dimension.length_mm)


def test_what_is_schematic_and_what_comes_from_the_tape_standard_is_said(
    scene_of: SceneOf,
) -> None:
    for brief in (False, True):
        scene = scene_of("AXE540127", 6, view=View.TAPE, brief_notes=brief)
        text = " ".join([*(i.text for i in scene.items if isinstance(i, Text)), *scene.notes])
        for words in ("Schematic: pocket outline", "reel diameter", "JIS C 0806-3", "feed"):
            assert words in text
        assert "5,000 pieces per reel" in text


def test_inspection_types_say_that_no_tape_is_stated(scene_of: SceneOf) -> None:
    scene = scene_of("AXE5E4026", 6, view=View.TAPE)
    text = " ".join(i.text for i in scene.items if isinstance(i, Text))
    assert "no tape packaging" in text
    assert "50 pieces" in text
    assert not any(isinstance(i, Circle) for i in scene.items)
    nothing = tape_box(spec_of("AXE5E4026", view=View.TAPE), 6)
    assert max(nothing.width_mm, nothing.height_mm) < 0.01, "a larger sheet shows no more of it"


@pytest.mark.parametrize("number", ["AXE510127", "AXE570127", "AXE580127", "AXE564127D"])
def test_a_strip_keeps_the_distances_of_the_tape(number: str) -> None:
    pair = spec_of(number).pair
    tape = pair.tape
    assert tape is not None
    for connector in pair.connectors:
        strip = tape_strip(connector, tape, 32)
        assert strip.outline.height_mm == tape.width_mm
        lines = sorted({y for _, y in strip.holes_mm})
        assert lines[0] == -tape.hole_to_pocket_mm
        assert lines[0] - strip.outline.top_mm == pytest.approx(HOLE_TO_EDGE_MM)
        if tape.hole_lines_mm is None:
            assert len(lines) == 1
        else:
            assert lines[1] - lines[0] == pytest.approx(tape.hole_lines_mm)
        xs = sorted(x for x, y in strip.holes_mm if y == lines[0])
        assert all(b - a == pytest.approx(4.0) for a, b in itertools.pairwise(xs))
        assert any(x == pytest.approx(2.0) for x in xs)  # a hole 2 mm beside the pocket's centre
        centres = [body.x_mm for body in strip.bodies]
        assert centres[0] == 0
        assert centres[1] - centres[0] == tape.pocket_pitch_mm
        for body, pocket in zip(strip.bodies, strip.pockets, strict=True):
            assert (body.width_mm, body.height_mm) == (
                connector.body_width_mm,
                connector.body_length_mm,
            )
            assert pocket.contains(body)
            assert strip.outline.contains(pocket)
        for one, other in zip(strip.pockets, strip.pockets[1:], strict=False):
            assert not one.overlaps(other)


def test_layers_can_be_left_out_of_the_tape_too(scene_of: SceneOf) -> None:
    scene = scene_of("AXE540127", 6, view=View.TAPE, layers=frozenset({Layer.BODY}))
    assert {i.layer for i in scene.items} == {Layer.BODY}


@pytest.mark.parametrize("cramped", [False, True])
def test_the_tapes_and_the_reel_stand_apart(scene_of: SceneOf, *, cramped: bool) -> None:
    scene = scene_of("AXE510127", 2, view=View.TAPE, cramped=cramped)
    tall = [
        item.rect
        for item in scene.items
        if isinstance(item, RectangleItem)
        and item.style.ink is ColorRole.TAPE
        and item.style.dash is LineStyle.SOLID
    ]
    for one, other in itertools.pairwise(tall[:3]):  # both tapes, a flange of the reel
        assert (other.left_mm - one.right_mm) * scene.scale >= 4 - 1e-6


def test_a_caption_stands_close_above_a_tape_without_dimensions(scene_of: SceneOf) -> None:
    def caption_mm(*, cramped: bool) -> float:
        scene = scene_of("AXE510127", 2, view=View.TAPE, cramped=cramped)
        tape = next(item.rect for item in scene.items if isinstance(item, RectangleItem))
        texts = [item for item in scene.items if isinstance(item, Text)]
        caption = next(text for text in texts if text.text == "Socket AXE510127")
        return (tape.top_mm - caption.y_mm) * scene.scale

    assert caption_mm(cramped=True) == pytest.approx(2.0)
    assert caption_mm(cramped=False) > 10
