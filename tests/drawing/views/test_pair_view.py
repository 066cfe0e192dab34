"""The pair, socket and header views show the geometry, at the right places."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.bounds import items_bounds, shape_edges
from a4s_gui.drawing.scene import (
    DEFAULT_LAYERS,
    Dimension,
    Layer,
    Line,
    Polygon,
    RectangleItem,
    Text,
)
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from tests.drawing.conftest import PATTERN, SceneOf, spec_of


def boxes(scene_items: object, layer: Layer) -> list[RectangleItem]:
    return [i for i in scene_items if isinstance(i, RectangleItem) and i.layer is layer]  # type: ignore[attr-defined]


@pytest.mark.parametrize("view", [View.SOCKET, View.HEADER])
@pytest.mark.parametrize("number", ["AXE510127", "AXE540127", "AXE580127"])
def test_copper_is_exactly_the_land_pattern(scene_of: SceneOf, view: View, number: str) -> None:
    pair = spec_of(number).pair
    part = footprint(pair.connector(Half(view)), PATTERN, Numbering())
    drawn = {box.rect for box in boxes(scene_of(number, view=view).items, Layer.COPPER)}
    assert drawn == {pad.rect for pad in part.pads}


def test_socket_stands_above_the_header_on_one_axis(scene_of: SceneOf) -> None:
    scene = scene_of("AXE540127")
    socket, header = scene.placed
    assert (socket.footprint.half, header.footprint.half) == (Half.SOCKET, Half.HEADER)
    assert (socket.x_mm, socket.y_mm, header.x_mm) == (0, 0, 0)
    assert header.y_mm > (2.9 + 2.4) / 2
    lengths = [
        max(x for x, _ in item.points_mm) - min(x for x, _ in item.points_mm)
        for item in scene.items
        if isinstance(item, Polygon) and item.layer is Layer.BODY
    ]
    assert lengths == [10.5, 9.8]


@pytest.mark.parametrize(("view", "width_mm"), [(View.SOCKET, 2.5), (View.HEADER, 2.0)])
def test_leads_and_terminals_lie_where_the_cad_models_have_them(
    scene_of: SceneOf, view: View, width_mm: float
) -> None:
    scene = scene_of("AXE540127", view=view)
    metal = [box.rect for box in boxes(scene.items, Layer.BODY)]
    part = scene.placed[0].footprint
    leads, tabs = metal[:40], metal[40:]
    assert {lead.x_mm for lead in leads} == {pad.x_mm for pad in part.contacts}
    tips = [lead.bottom_mm for lead in leads] + [-lead.top_mm for lead in leads]
    assert max(tips) == width_mm / 2
    c_mm = part.connector.dimensions_mm.C
    assert sorted(tab.x_mm for tab in tabs) == [-c_mm / 2, -c_mm / 2, c_mm / 2, c_mm / 2]
    (across,) = [
        item for item in scene.items if isinstance(item, Dimension) and item.length_mm == width_mm
    ]
    assert {across.spec.first_mm, across.spec.second_mm} == {-width_mm / 2, width_mm / 2}


def test_zooming_does_not_move_the_header_against_the_socket() -> None:
    spec = spec_of("AXE540127")
    places = {build_scene(spec, scale, layout_scale=8).placed[1].y_mm for scale in (8, 9.3, 30, 80)}
    assert len(places) == 1


def test_pin_1_is_marked_in_its_own_colour_and_pointed_at(scene_of: SceneOf) -> None:
    scene = scene_of("AXE540127", view=View.HEADER)
    (pin_1,) = [
        b for b in boxes(scene.items, Layer.COPPER) if b.style.ink is ColorRole.HEADER_PIN_1
    ]
    assert (pin_1.rect.x_mm, pin_1.rect.y_mm) == (-3.8, 0.875)
    (mark,) = [i for i in scene.items if isinstance(i, Polygon) and i.layer is Layer.NUMBERS]
    tip = max(mark.points_mm)
    assert tip[1] == pin_1.rect.y_mm
    assert tip[0] < pin_1.rect.left_mm
    _, top, right, bottom = shape_edges(mark, 20)
    terminals = [b.rect for b in boxes(scene.items, Layer.COPPER) if b.rect.width_mm > 0.3]
    assert all(right < t.left_mm or t.right_mm < tip[0] - (bottom - top) for t in terminals)


@pytest.mark.parametrize(
    ("numbering", "bottom_left"),
    [
        (Numbering(), "1"),
        (Numbering(header=HeaderScheme.SAME), "2"),
        (Numbering(RowScheme.LOOP), "1"),
        (Numbering(RowScheme.LOOP, HeaderScheme.SAME), "40"),
    ],
)
def test_numbers_stand_beside_their_own_pads(
    scene_of: SceneOf, numbering: Numbering, bottom_left: str
) -> None:
    scene = scene_of("AXE540127", view=View.HEADER, numbering=numbering)
    (placed,) = scene.placed
    texts = [i for i in scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS]
    assert len(texts) == 40
    at = {pad.number: rect for pad, rect in placed.pads()}
    for text in texts:
        rect = at[text.text]
        assert text.x_mm == rect.x_mm
        inside = -1 if rect.y_mm > 0 else 1
        assert 0 < inside * (text.y_mm - rect.y_mm) < 0.5
    leftmost = min((t for t in texts if t.y_mm > 0), key=lambda t: t.x_mm)
    assert leftmost.text == bottom_left


@pytest.mark.parametrize("scale", [3.5, 4, 5, 7])
def test_where_not_all_numbers_fit_the_first_and_last_do(scene_of: SceneOf, scale: float) -> None:
    scene = scene_of("AXE580127", scale, view=View.SOCKET)
    numbers = {i.text for i in scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS}
    assert {"1", "2", "79", "80"} <= numbers
    assert len(numbers) < 80


def test_layers_can_be_left_out(scene_of: SceneOf) -> None:
    for layer in Layer:
        scene = scene_of("AXE520127", layers=frozenset({layer}))
        assert {item.layer for item in scene.items} == {layer}
    empty = scene_of("AXE520127", layers=frozenset())
    assert empty.items == ()
    assert empty.bounds.area_mm2 > 0


def test_openings_and_areas_follow_the_pattern(scene_of: SceneOf) -> None:
    layers = frozenset({Layer.MASK, Layer.PASTE, Layer.COURTYARD, Layer.STIFFENER})
    scene = scene_of("AXE540127", view=View.SOCKET, layers=layers)
    part = scene.placed[0].footprint
    assert [b.rect for b in boxes(scene.items, Layer.COURTYARD)] == [part.courtyard]
    assert [b.rect for b in boxes(scene.items, Layer.STIFFENER)] == [part.stiffener]
    assert {b.rect for b in boxes(scene.items, Layer.MASK)} == set(
        map(part.mask_opening, part.pads)
    )
    pastes = {b.rect for b in boxes(scene.items, Layer.PASTE)}
    assert pastes == set(map(part.paste_opening, part.pads))


def test_the_drawing_says_where_the_land_pattern_comes_from(scene_of: SceneOf) -> None:
    for options in ({}, {"brief_notes": True}):
        scene = scene_of("AXE540127", **options)
        notes = " ".join(
            i.text for i in scene.items if isinstance(i, Text) and i.layer is Layer.NOTES
        )
        assert ("Scale 20:1" in notes) is (not options), "a window has a strip for the others"
        notes += " ".join(scene.notes)
        for words in ("not of the manufacturer's drawing", "GPD_Pocket-mods"):
            assert words in notes
        assert Numbering().describe() in notes
        assert "AXE540127" in notes
        assert "AXE640124" in notes


def test_the_picture_is_centred_over_its_notes(scene_of: SceneOf) -> None:
    scene = scene_of("AXE510127", 10, notes_width_mm=200)
    notes = scene.only({Layer.NOTES})
    picture = items_bounds(scene.only(set(Layer) - {Layer.NOTES, Layer.GRID}).items, 10)
    left = min(item.x_mm for item in notes.items if isinstance(item, Text))
    assert (left + 10) == pytest.approx(picture.x_mm, abs=1.0)


def test_the_scale_bar_is_as_long_as_it_says(scene_of: SceneOf) -> None:
    for scale in (2, 7, 20, 100):
        items = scene_of("AXE540127", scale).items
        label = next(i for i in items if isinstance(i, Text) and i.text.endswith(" mm"))
        bar = next(
            i
            for i in items
            if isinstance(i, Line) and i.layer is Layer.NOTES and i.y1_mm == i.y2_mm
        )
        assert bar.x2_mm - bar.x1_mm == pytest.approx(float(label.text.removesuffix(" mm")))


def test_inspection_pairs_are_drawn_without_a_height(scene_of: SceneOf) -> None:
    scene = scene_of("AXE5E4026")
    notes = " ".join(i.text for i in scene.items if isinstance(i, Text))
    assert "mated height not stated" in notes
    assert "packaging" not in notes


@pytest.mark.parametrize("brief", [False, True])
def test_the_mask_layer_says_the_web_and_the_paste_layer_what_its_openings_are(
    scene_of: SceneOf, *, brief: bool
) -> None:
    """0.40 pitch - 0.23 pad - 2 x 0.05 margin."""
    for layer, said in (
        (Layer.MASK, "a web of 0.07 mm between contacts"),
        (Layer.PASTE, "rectangular openings with square corners, stencil 120 µm thick"),
    ):
        for shown in (False, True):
            layers = DEFAULT_LAYERS | ({layer} if shown else set())
            notes = " ".join(scene_of("AXE540127", layers=layers, brief_notes=brief).notes)
            assert (said in notes) is shown
