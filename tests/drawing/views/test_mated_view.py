"""The mated view: what lies on what, seen from either side, and which pads meet."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer, RectangleItem, Text
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from tests.drawing.conftest import SceneOf


@pytest.mark.parametrize("seen_from", list(Half))
def test_the_far_half_is_mirrored_and_the_near_one_is_not(
    scene_of: SceneOf, seen_from: Half
) -> None:
    scene = scene_of("AXE540127", view=View.MATED, seen_from=seen_from)
    for placed in scene.placed:
        assert (placed.x_mm, placed.y_mm) == (0, 0)
        assert placed.mirrored is (placed.footprint.half is not seen_from)


@pytest.mark.parametrize("seen_from", list(Half))
@pytest.mark.parametrize("rows", list(RowScheme))
def test_by_default_every_pad_lies_over_its_own_number(
    scene_of: SceneOf, seen_from: Half, rows: RowScheme
) -> None:
    scene = scene_of("AXE580127", view=View.MATED, seen_from=seen_from, numbering=Numbering(rows))
    socket, header = ({p.number: r for p, r in placed.pads()} for placed in scene.placed)
    for number in map(str, range(1, 81)):
        assert socket[number].x_mm == header[number].x_mm
        assert socket[number].overlaps(header[number])


def test_alike_numbering_puts_1_on_2_and_the_drawing_warns(scene_of: SceneOf) -> None:
    numbering = Numbering(header=HeaderScheme.SAME)
    scene = scene_of("AXE510127", view=View.MATED, numbering=numbering)
    socket, header = ({p.number: r for p, r in placed.pads()} for placed in scene.placed)
    assert socket["1"].overlaps(header["2"])
    assert not socket["1"].overlaps(header["1"])
    notes = " ".join(i.text for i in scene.items if isinstance(i, Text))
    assert "NOT n on n: 1-2, 2-1, 3-4, 4-3" in notes


def test_default_numbering_is_said_to_meet(scene_of: SceneOf) -> None:
    scene = scene_of("AXE510127", view=View.MATED)
    texts = [i.text for i in scene.items if isinstance(i, Text)]
    assert "Pad map: n meets n, for all 10 contacts." in texts


@pytest.mark.parametrize("seen_from", list(Half))
def test_the_socket_s_numbers_stand_outside_and_the_header_s_inside(
    scene_of: SceneOf, seen_from: Half
) -> None:
    scene = scene_of("AXE540127", view=View.MATED, seen_from=seen_from)
    texts = [i for i in scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS]
    socket = [t for t in texts if t.ink in (ColorRole.SOCKET_COPPER, ColorRole.PIN_1)]
    header = [t for t in texts if t.ink in (ColorRole.HEADER_COPPER, ColorRole.HEADER_PIN_1)]
    assert len(socket) == len(header) == 40
    assert all(abs(t.y_mm) > 1.45 for t in socket)
    assert all(abs(t.y_mm) < 0.55 for t in header)


def test_the_caption_says_from_where_one_looks(scene_of: SceneOf) -> None:
    scene = scene_of("AXE540127", view=View.MATED, seen_from=Half.HEADER)
    texts = [i.text for i in scene.items if isinstance(i, Text)]
    assert any(t.startswith("seen from above the header's board, socket mirrored") for t in texts)


def test_the_legend_names_the_colours_in_use(scene_of: SceneOf) -> None:
    def legend(layers: frozenset[Layer]) -> set[str]:
        items = scene_of("AXE540127", view=View.MATED, layers=layers).items
        swatches = [i for i in items if isinstance(i, RectangleItem) and i.layer is Layer.NOTES]
        words = {i.text for i in items if isinstance(i, Text)}
        pads = {"socket pads", "header pads", "socket pad 1", "header pad 1", "overlap"}
        known = pads | {"body", "paste opening", "courtyard"}
        assert len(swatches) >= len(words & known)
        return words & known

    assert legend(frozenset({Layer.NOTES, Layer.COPPER})) == {
        "socket pads",
        "header pads",
        "socket pad 1",
        "header pad 1",
        "overlap",
    }
    assert "courtyard" in legend(frozenset({Layer.NOTES, Layer.COURTYARD}))
    assert "courtyard" not in legend(frozenset({Layer.NOTES, Layer.PASTE}))


@pytest.mark.parametrize("seen_from", list(Half))
def test_nets_stand_beyond_the_numbers_and_what_differs_is_in_warning_ink(
    scene_of: SceneOf, seen_from: Half
) -> None:
    nets = {Half.SOCKET: {"1": "GND", "2": "SDA", "3": "A"}, Half.HEADER: {"1": "GND", "2": "SCL"}}
    scene = scene_of("AXE510127", view=View.MATED, seen_from=seen_from, nets=nets)
    bare = scene_of("AXE510127", view=View.MATED, seen_from=seen_from)
    upright = {i.text: i for i in scene.items if isinstance(i, Text) and i.vertical}
    differ = "SDA | SCL" if seen_from is Half.SOCKET else "SCL | SDA"

    assert set(upright) == {"GND", differ, "A"}
    assert upright[differ].ink is ColorRole.PIN_1
    assert upright["GND"].ink is ColorRole.TEXT
    near = next(p for p in scene.placed if p.footprint.half is seen_from)
    one = next(rect for pad, rect in near.pads() if pad.number == "1")
    assert upright["GND"].x_mm == pytest.approx(one.x_mm, abs=0.05)
    assert abs(upright["GND"].y_mm) > abs(one.y_mm) + one.height_mm / 2
    assert scene.bounds.height_mm > bare.bounds.height_mm, "dimensions make room for the nets"
    said = f"Nets in red differ: the {seen_from}'s | the {seen_from.mate}'s."
    assert said in {item.text for item in scene.items if isinstance(item, Text)}
    assert "Nets in red" not in str(bare.items)


def test_long_nets_are_cut_and_none_changes_nothing(scene_of: SceneOf) -> None:
    empty: dict[Half, dict[str, str]] = {half: {} for half in Half}
    plain = scene_of("AXE510127", view=View.MATED)
    assert scene_of("AXE510127", view=View.MATED, nets=empty).items == plain.items
    scene = scene_of("AXE510127", view=View.MATED, nets={Half.SOCKET: {"1": "N" * 80}})
    (text,) = [i.text for i in scene.items if isinstance(i, Text) and i.vertical]
    assert len(text) == 24


@pytest.mark.parametrize(
    ("own", "other", "letters", "shown"),
    [
        ("VDD_3V3_SENSOR_HUB_1", "VDD_3V3_SENSOR_HUB_2", 24, "VDD_3…HUB_1|VDD_3…HUB_2"),
        ("VDD_3V3_SENSOR_HUB_1", "VDD_3V3_SENSOR_HUB_2", 9, "VD…1|VD…2"),
        ("GND", "VDD_3V3_SENSOR_HUB_2", 9, "GND|VD…_2"),
        ("VDD_3V3_SENSOR_HUB_2", "GND", 9, "VD…_2|GND"),
        ("SDA", "SCL", 9, "SDA | SCL"),
        ("VDD_3V3_SENSOR_HUB_1", "VDD_3V3_SENSOR_HUB_1", 9, "VDD_…UB_1"),
    ],
)
def test_nets_too_long_to_stand_whole_are_told_apart_by_their_ends(
    scene_of: SceneOf, own: str, other: str, letters: int, shown: str
) -> None:
    nets = {Half.SOCKET: {"1": own}, Half.HEADER: {"1": other}}
    scene = scene_of("AXE510127", view=View.MATED, nets=nets, net_letters=letters)
    assert [i.text for i in scene.items if isinstance(i, Text) and i.vertical] == [shown]
