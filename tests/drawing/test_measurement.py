"""Measuring: what a drawing offers to snap to, two clicks, and what shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.measurement import Mark, Measurement
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer, Scene
from a4s_gui.drawing.snap_targets import snap_targets
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.snap import snap

PAIR = next(pair for pair in load_catalog().pairs if pair.pins == 40)
SPEC = DrawingSpec(PAIR, shipped_pattern())


def _scene(
    view: View, layers: frozenset[Layer] = DEFAULT_LAYERS, seen_from: Half = Half.SOCKET
) -> Scene:
    return build_scene(replace(SPEC, view=view, layers=layers, seen_from=seen_from), 20)


def _corner(scene: Scene, x: float, y: float) -> str:
    return str(snap(snap_targets(scene), x, y, 0.05))


def test_pads_bodies_and_centres_of_both_halves_are_offered() -> None:
    scene = _scene(View.PAIR)
    y = scene.placed[1].y_mm
    assert _corner(scene, -3.8 - 0.115, -1.125 - 0.325) == "corner of socket pad 1"
    assert _corner(scene, -3.8 - 0.115, y + 0.875 + 0.325) == "corner of header pad 1"
    assert _corner(scene, 0.01, 0.01) == "centre of the socket"
    assert _corner(scene, 0.01, y) == "centre of the header"
    assert _corner(scene, 4.9, y - 0.64) == "corner of header housing"
    assert _corner(scene, 0.01, -1.1) == "middle of an edge of socket housing"


def test_leads_and_the_terminals_metal_are_offered() -> None:
    """Pad 1's lead is 0.15 wide, its tip 1.25 off the axis; the tab stands at C/2."""
    scene = _scene(View.SOCKET, frozenset({Layer.BODY}))
    assert _corner(scene, -3.8 - 0.075, -1.25) == "corner of socket lead"
    assert _corner(scene, -3.8, -1.02) == "middle of an edge of socket lead"
    assert _corner(scene, -4.7 - 0.15, 1.25) == "corner of socket terminal's metal"


def test_the_edges_of_a_section_are_offered_and_the_boards_strokes_are_not() -> None:
    """Socket across: end wall to 1.10, 0.66 high; slot floor at 0.15; lead tip at 1.25."""
    scene = _scene(View.SECTION)
    assert _corner(scene, 1.10, -0.66) == "corner of socket housing, cut"
    assert _corner(scene, 0.65, -0.15) == "corner of socket housing, cut"
    assert _corner(scene, 0.9, -0.66) == "middle of an edge of socket housing, cut"
    assert _corner(scene, 1.25, 0.0) == "corner of socket lead, cut"
    assert _corner(scene, 1.55, 0.02) == "edge of board's surface"
    assert snap(snap_targets(scene), 1.5, 0.06, 0.05) is None
    slanted = snap(snap_targets(scene), 0.665, -0.28, 0.05)
    assert slanted is not None
    assert str(slanted) == "edge of socket housing, cut"
    assert slanted.x_mm == pytest.approx(0.65 + 0.06 * (-slanted.y_mm - 0.15) / 0.51, abs=1e-3)


def test_the_mirrored_half_is_offered_as_it_is_seen() -> None:
    """From above the socket's board, the header's pad 1 lies over the socket's."""
    scene = _scene(View.MATED)
    assert _corner(scene, -3.8 - 0.115, -0.875 + 0.325) == "corner of header pad 1"
    turned = _scene(View.MATED, seen_from=Half.HEADER)
    assert _corner(turned, -3.8 - 0.115, 0.875 - 0.325) == "corner of header pad 1"
    assert _corner(turned, -3.8 - 0.115, 1.125 + 0.325) == "corner of socket pad 1"


@pytest.mark.parametrize(
    ("layer", "place", "name"),
    [
        (Layer.MASK, (-3.8 - 0.165, -1.125 - 0.375), "solder-mask opening"),
        (Layer.COURTYARD, (5.25 + 0.5, 1.45 + 0.5), "courtyard"),
        (Layer.STIFFENER, (5.25 + 0.75, 1.45 + 0.75), "FPC stiffener"),
        (Layer.COPPER, (-3.8 - 0.115, -1.125 - 0.325), "socket pad 1"),
        (Layer.BODY, (5.25, 1.04), "socket housing"),
    ],
)
def test_only_what_is_shown_is_offered(layer: Layer, place: tuple[float, float], name: str) -> None:
    shown = _scene(View.SOCKET, frozenset({layer}))
    assert _corner(shown, *place) == f"corner of {name}"
    hidden = _scene(View.SOCKET, frozenset({Layer.GRID, Layer.DIMENSIONS, Layer.NOTES}))
    assert snap(snap_targets(hidden), *place, 0.05) is None
    assert _corner(hidden, 0, 0) == "centre of the socket"


def test_the_tape_s_outlines_and_holes_are_offered() -> None:
    tape = PAIR.tape
    assert tape is not None
    scene = _scene(View.TAPE)
    assert _corner(scene, 0, 0) == "centre of connector"
    assert _corner(scene, 2.0, -tape.hole_to_pocket_mm) == "centre of sprocket hole"
    assert _corner(scene, 2.75, -tape.hole_to_pocket_mm) == "middle of an edge of sprocket hole"
    top = -tape.hole_to_pocket_mm - 1.75
    assert _corner(scene, -tape.pocket_pitch_mm / 2, top) == "corner of tape or reel"


def test_the_scale_bar_and_the_legend_are_no_part_of_the_part() -> None:
    names = {target.name for target in snap_targets(_scene(View.PAIR, frozenset(Layer)))}
    kinds = {"the socket", "the header", "solder-mask opening", "paste opening", "courtyard"}
    kinds |= {f"{half} {what}" for half in Half for what in ("housing", "lead", "terminal's metal")}
    kinds |= {"FPC stiffener"}
    assert {name for name in names if " pad " not in name} == kinds


A, B, C = Mark(0.0, 0.0), Mark(0.4, -1.125), Mark(5.0, 5.0)


def test_two_clicks_measure_and_the_end_follows_in_between() -> None:
    begun = Measurement().pointed(A).clicked(A)
    assert begun.text == ""
    following = begun.pointed(B)
    assert following.deltas_mm == (0.4, -1.125)
    assert following.text == "dx 0.400  dy -1.125  distance 1.194 mm"
    fixed = following.clicked(B)
    assert fixed.pointed(C).text == fixed.text
    assert fixed.pointed(None).text == fixed.text
    again = fixed.clicked(C)
    assert (again.start, again.end, again.text) == (C, None, "")


def test_a_pointer_that_leaves_keeps_the_last_end() -> None:
    following = Measurement().clicked(A).pointed(B)
    assert following.pointed(None).text == following.text


def test_clearing_keeps_the_pointer_alone() -> None:
    assert Measurement().clicked(A).pointed(B).cleared() == Measurement(pointer=B)


def test_lengths_have_no_negative_zero_and_no_dust() -> None:
    third = Mark(0.1 + 0.2, -0.0001)
    assert Measurement().clicked(A).clicked(third).text == "dx 0.300  dy 0.000  distance 0.300 mm"


def test_what_is_told_names_the_places() -> None:
    target = snap_targets(_scene(View.SOCKET))
    found = snap(target, -3.8, -1.125, 0.05)
    assert found is not None
    start = Mark(found.x_mm, found.y_mm, found)
    assert Measurement().status_text() == "Measure: click a start"
    assert Measurement().pointed(start).status_text() == "Measure from: centre of socket pad 1"
    assert Measurement().clicked(start).status_text() == "From centre of socket pad 1"
    told = Measurement().clicked(start).pointed(B).status_text()
    assert told.endswith("mm, from centre of socket pad 1 to free place")
