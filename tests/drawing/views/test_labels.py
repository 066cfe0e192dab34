"""In every view, numbering and from either side, a number cannot be taken for another pad's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.palette import DARK, LIGHT, PAPER, Palette
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer, Line, RectangleItem, Scene, Text
from a4s_gui.drawing.screen.viewport import LEAST_LETTERING_PX, screen_px_per_mm
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme, TerminalScheme
from tests.drawing.conftest import SceneOf
from tests.drawing.scene_checks import collisions, extension_lines_on_copper, misleading_numbers
from tests.every import for_pairs, thinned

PAIRS = load_catalog().pairs
NUMBERINGS = [
    *(Numbering(*schemes) for schemes in product(RowScheme, HeaderScheme, Pin1)),
    *(Numbering(terminals=terminals) for terminals in TerminalScheme),
]
SCREEN = ON_PAPER.at_least(LEAST_LETTERING_PX / screen_px_per_mm(96))
VIEWS = (View.PAIR, View.SOCKET, View.HEADER, View.MATED)


def drawings(pair: Pair, pattern_name: str) -> Iterator[DrawingSpec]:
    """Yield a pair's drawings in every view, from every side."""
    pattern = shipped_pattern(pattern_name)
    for view, below in product(VIEWS, (False, True)):
        for side in Half if view is View.MATED else (Half.SOCKET,):
            yield DrawingSpec(pair, pattern, view, seen_from=side, from_below=below)


@for_pairs(PAIRS)
@pytest.mark.parametrize("pattern_name", shipped_pattern_names())
def test_each_number_is_nearest_to_the_pad_it_names(pair: Pair, pattern_name: str) -> None:
    layers = frozenset({Layer.COPPER, Layer.NUMBERS})
    # Of 15 numberings each one comes, in one drawing or another.
    step = 8 if pattern_name == "default" else 16
    for spec, numbering in thinned(product(drawings(pair, pattern_name), NUMBERINGS), step):
        scene = build_scene(replace(spec, numbering=numbering, layers=layers), 20)
        assert misleading_numbers(scene) == []
        numbers = sum(isinstance(i, Text) and i.layer is Layer.NUMBERS for i in scene.items)
        assert numbers >= len(scene.placed) * min(pair.pins, 40)


@for_pairs(PAIRS)
@pytest.mark.parametrize("pattern_name", shipped_pattern_names())
def test_no_text_lies_on_anything_and_no_extension_line_on_copper(
    pair: Pair, pattern_name: str
) -> None:
    pattern = shipped_pattern(pattern_name)
    others = (DrawingSpec(pair, pattern, view) for view in (View.SECTION, View.TAPE))
    step = 1 if pattern_name == "default" else 3
    for spec in thinned((*others, *drawings(pair, pattern_name)), step):
        scene = build_scene(spec, 20 if spec.view.shows_pads else 6)
        assert collisions(scene) == []
        assert extension_lines_on_copper(scene) == []


@for_pairs(PAIRS)
def test_the_same_holds_at_any_scale(pair: Pair) -> None:
    above = [spec for spec in drawings(pair, "default") if not spec.from_below]
    for scale, spec in thinned(product((3, 5, 8, 12, 35, 100), above), 3):
        scene = build_scene(spec, scale)
        assert misleading_numbers(scene) == []
        assert extension_lines_on_copper(scene) == []


def number_at(scene: Scene, text: str, ink: ColorRole) -> Text:
    found = [
        item
        for item in scene.items
        if isinstance(item, Text)
        and (item.layer, item.text, item.ink) == (Layer.NUMBERS, text, ink)
    ]
    assert len(found) == 1
    return found[0]


def test_numbered_alike_and_seen_from_the_header_1_stands_beside_the_header_s_pad_1(
    scene_of: SceneOf,
) -> None:
    scene = scene_of(
        "AXE510127",
        view=View.MATED,
        seen_from=Half.HEADER,
        numbering=Numbering(header=HeaderScheme.SAME),
    )
    header = number_at(scene, "1", ColorRole.HEADER_PIN_1)
    assert header.x_mm == -0.8
    assert -0.55 < header.y_mm < 0, "between the rows, on the side of the header's pad 1"
    socket = number_at(scene, "1", ColorRole.PIN_1)
    assert socket.x_mm == -0.8
    assert socket.y_mm > 1.45, "outside, on the other side, where the mirrored socket has pad 1"


@pytest.mark.parametrize("seen_from", list(Half))
def test_the_near_half_is_opaque_and_the_far_one_translucent(
    scene_of: SceneOf, seen_from: Half
) -> None:
    scene = scene_of("AXE540127", view=View.MATED, seen_from=seen_from)
    pads = [item for item in scene.items if isinstance(item, RectangleItem) and item.pad]
    for item in pads:
        assert item.pad is not None
        assert (item.style.fill == 1) is (item.pad.half is seen_from)
    assert pads[0].style.fill == 1, "the translucent ones lie on the opaque ones: both are seen"


@pytest.mark.parametrize("palette", [PAPER, LIGHT, DARK])
@pytest.mark.parametrize(
    "ink",
    [
        ColorRole.SOCKET_COPPER,
        ColorRole.HEADER_COPPER,
        ColorRole.PIN_1,
        ColorRole.HEADER_PIN_1,
        ColorRole.DIMENSION,
        ColorRole.TEXT,
    ],
)
def test_what_is_read_stands_out_from_the_ground(palette: Palette, ink: ColorRole) -> None:
    high, low = sorted(map(_luminance, (palette.inks[ink], palette.background)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5, "the contrast that WCAG 2 asks of text"


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("view", "scale", "said"),
    [
        (View.PAIR, 3, "the header's pin numbers left out"),
        (View.PAIR, 4, "most header pin numbers left out"),
        (View.SOCKET, 2, "The socket's pin numbers left out"),
        (View.MATED, 4, "most header pin numbers left out"),
        (View.MATED, 20, ""),
    ],
)
def test_numbers_without_room_are_said_to_be_missing(
    scene_of: SceneOf, view: View, scale: float, said: str
) -> None:
    layers = DEFAULT_LAYERS - {Layer.DIMENSIONS}
    scene = scene_of("AXE540127", scale, view=view, layers=layers)
    words = " ".join(item.text for item in scene.items if isinstance(item, Text))
    assert said.lower() in words.lower()
    assert bool(said) is ("left out" in words)


@for_pairs(PAIRS)
def test_between_rows_too_near_for_two_rows_of_numbers_the_most_telling_stand(pair: Pair) -> None:
    for view, numbering, scale in thinned(product(VIEWS, NUMBERINGS, (3.0, 4.0, 5.5)), 19):
        spec = DrawingSpec(pair, shipped_pattern(), view, numbering=numbering, sizes=SCREEN)
        scene = build_scene(spec, scale)
        assert misleading_numbers(scene) == []
        assert collisions(scene) == []


@for_pairs(PAIRS)
def test_where_any_number_of_a_half_has_room_pad_1_has_its_own(pair: Pair) -> None:
    scales = (0.6, 1.0, 2.0, 4.0, 4.9)
    for view, below, scale in thinned(product(VIEWS, (False, True), scales), 7):
        spec = DrawingSpec(pair, shipped_pattern(), view, from_below=below, sizes=SCREEN)
        scene = build_scene(spec, scale)
        texts = [i for i in scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS]
        halves = {text.half for text in texts}
        assert {text.half for text in texts if text.text == "1"} == halves, (view, below, scale)
        assert collisions(scene) == [], (view, below, scale)


def test_of_80_pins_in_a_small_window_the_first_the_last_and_every_tenth_are_numbered(
    scene_of: SceneOf,
) -> None:
    scene = scene_of("AXE580127", 5.5, sizes=SCREEN)
    numbers = [
        item.text
        for item in scene.items
        if isinstance(item, Text) and item.layer is Layer.NUMBERS and item.half is Half.HEADER
    ]
    assert numbers == ["1", "80", *(str(number) for number in range(10, 80, 10))]
    hidden = scene_of("AXE580127", 5.5, sizes=SCREEN, layers=DEFAULT_LAYERS - {Layer.NUMBERS})
    lines = [
        [i for i in one.items if isinstance(i, Line) and i.layer is Layer.CENTRE_LINES]
        for one in (scene, hidden)
    ]
    assert len(lines[0]) - len(lines[1]) == len(numbers), "interrupted where a number stands on it"


def test_from_below_left_and_right_are_swapped_and_it_is_said(scene_of: SceneOf) -> None:
    above = scene_of("AXE540127")
    below = scene_of("AXE540127", from_below=True)
    for one, other in zip(above.placed, below.placed, strict=True):
        for (pad, here), (_, there) in zip(one.pads(), other.pads(), strict=True):
            assert (there.x_mm, there.y_mm) == (-here.x_mm, here.y_mm), pad.number
    words = [item.text for item in below.items if isinstance(item, Text)]
    assert sum("seen from below, through its board" in text for text in words) == 2
    of_pin_1 = "pin 1 upper left in top view"  # the note says where it is not in this view
    assert not any("top view" in text.replace(of_pin_1, "") for text in words)
