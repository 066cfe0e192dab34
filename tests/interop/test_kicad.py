"""Every footprint as KiCad itself reads, plots and checks it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.halves import halves_of
from a4s_gui.export.kicad.silkscreen import round_outward
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.footprint import Footprint, PadRole, footprint
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme
from a4s_gui.geometry.shapes import Rectangle
from tests.export.kicad_reader import gap_mm
from tests.interop.programs import KiCad

pytestmark = pytest.mark.interop

SCRIPT = Path(__file__).parent / "read_with_pcbnew.py"
FORMAT = format_for("kicad_mod")
CATALOG = load_catalog()
UM = 1e-3
"""One micrometre, in mm."""
NM = 1e-6
"""One nanometre, KiCad's own unit, in mm."""

Flash = tuple[float, float, float, float]
"""Centre and size of one aperture, in mm, rounded to a nanometre."""


@dataclass(frozen=True)
class Read:
    """What KiCad made of the library: footprints by name, broken rules, messages, Gerber files."""

    footprints: dict[str, Any]
    violations: list[str]
    messages: str
    gerbers: Path


def variants() -> Iterator[ExportRequest]:
    """Yield the default of every pair, and every pattern and numbering of a few."""
    default = shipped_pattern()
    for pair in CATALOG.pairs:
        yield ExportRequest(DrawingSpec(pair, default))
    for pair in [pair for pair in CATALOG.pairs if pair.pins in (10, 80)][:3]:
        for name in shipped_pattern_names():
            for rows in RowScheme:
                for header in HeaderScheme:
                    spec = DrawingSpec(
                        pair, shipped_pattern(name), numbering=Numbering(rows, header)
                    )
                    yield ExportRequest(spec)
    yield WITH_NETS


NETS = {Half.SOCKET: {"1": "VBAT", "40": 'say "Ω"'}, Half.HEADER: {"2": "GND"}}
WITH_NETS = ExportRequest(
    DrawingSpec(
        CATALOG.pairs_of("AXE540127")[0],
        shipped_pattern(),
        numbering=Numbering(pin_1=Pin1.LOWER_LEFT),
        nets=NETS,
    )
)
EXPORTED = {FORMAT.stem(half): half for request in variants() for half in halves_of(request)}


@pytest.fixture(scope="module")
def read(kicad: KiCad, tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder = tmp_path_factory.mktemp("kicad")
    library, gerbers = folder / "a4s.pretty", folder / "work"
    library.mkdir()
    gerbers.mkdir()
    for stem, request in EXPORTED.items():
        (library / f"{stem}.kicad_mod").write_bytes(FORMAT.write(request))
    run = kicad.python(SCRIPT, library, gerbers)
    assert run.returncode == 0, f"KiCad's Python module: is the package kicad there? {run.stderr}"
    found = json.loads(run.stdout)
    by_name = {entry["name"]: entry for entry in found["footprints"]}
    return Read(by_name, found["violations"], run.stderr, gerbers)


def meant(stem: str) -> Footprint:
    spec = EXPORTED[stem].spec
    return footprint(spec.pair.connector(Half(str(spec.view))), spec.pattern, spec.numbering)


def rect_of(pad: dict[str, Any]) -> Rectangle:
    return Rectangle(*(pad[key] / 1e6 for key in ("x", "y", "width", "height")))


def box_of(edges: list[int]) -> Rectangle:
    return Rectangle.from_edges(*(edge / 1e6 for edge in edges))


def copper(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [pad for pad in entry["pads"] if "F.Cu" in pad["layers"]]


def test_kicad_reads_every_footprint_without_a_word(read: Read) -> None:
    assert read.messages == ""
    assert set(read.footprints) == set(EXPORTED)
    assert len({name for name in EXPORTED if name.endswith("Vertical")}) == 129
    for stem, entry in read.footprints.items():
        assert entry["is_smd"]
        assert meant(stem).connector.part_number in entry["description"]
        assert meant(stem).connector.part_number in entry["keywords"]


def test_pads_are_where_they_are_meant_to_be(read: Read) -> None:
    for stem, entry in read.footprints.items():
        part = meant(stem)
        found = copper(entry)
        assert [pad["number"] for pad in found] == [pad.number for pad in part.pads]
        for pad, expected in zip(found, part.pads, strict=True):
            assert pad["layers"] == ["F.Cu", "F.Mask", "F.Paste"]
            assert pad["is_smd"]
            assert pad["is_rounded"]
            assert_same(rect_of(pad), expected.rect)
            assert pad["mask_margin"] == 0, "the board's own, none on a new one"


def test_the_stencil_has_the_stated_share_of_each_pad(read: Read) -> None:
    """As plotted: centre and aspect of the pad are kept."""
    (path,) = read.gerbers.glob("*F_Paste.gbr")
    plotted = {(x, y): (w, h) for x, y, w, h in flashes(path.read_text(encoding="utf-8"))}
    for stem, entry in read.footprints.items():
        part = meant(stem)
        dx, dy = (value / 1e6 for value in entry["board"])
        for pad in part.pads:
            figures = part.figures
            contact = pad.role is PadRole.CONTACT
            ratio = figures.contact_paste_ratio if contact else figures.terminal_paste_ratio
            width, height = plotted[flash(pad.x_mm + dx, -pad.y_mm - dy, 0, 0)[:2]]
            assert width * height / pad.rect.area_mm2 == pytest.approx(ratio, abs=1e-4)
            assert width * pad.height_mm == pytest.approx(height * pad.width_mm, rel=1e-4)


@pytest.mark.parametrize("layer", ["F_Cu", "F_Mask", "F_Paste"])
def test_what_is_plotted_is_what_was_meant(read: Read, layer: str) -> None:
    (path,) = read.gerbers.glob(f"*{layer}.gbr")
    expected: Counter[Flash] = Counter()
    for stem, entry in read.footprints.items():
        part = meant(stem)
        dx, dy = (value / 1e6 for value in entry["board"])
        for pad in part.pads:
            area = {
                "F_Cu": pad.rect,
                "F_Mask": pad.rect,
                "F_Paste": part.paste_opening(pad),
            }[layer]
            expected[flash(area.x_mm + dx, -area.y_mm - dy, area.width_mm, area.height_mm)] += 1

    found = sorted(flashes(path.read_text(encoding="utf-8")))
    assert len(found) == expected.total()
    for plotted, wanted in zip(found, sorted(expected.elements()), strict=True):
        assert plotted == pytest.approx(wanted, abs=2 * NM)


def flash(*values: float) -> Flash:
    x, y, width, height = (round(value, 6) + 0.0 for value in values)
    return (x, y, width, height)


def flashes(gerber: str) -> Iterator[Flash]:
    """Yield the rectangles, rounded or not, that a Gerber file of mm with 4.6 decimals flashes."""
    assert "%FSLAX46Y46*%" in gerber
    assert "%MOMM*%" in gerber
    apertures = {}
    for number, shape, numbers in re.findall(r"%ADD(\d+)(\w+),([-\d.X]+)\*%", gerber):
        values = [float(value) for value in numbers.split("X")]
        if shape == "RoundRect":
            radius, *corners = values[:9]
            values = [2 * (max(corners[axis::2]) + radius) for axis in (0, 1)]
        assert shape in {"R", "RoundRect"}
        apertures[number] = (values[0], values[1])
    size = (0.0, 0.0)
    for line in gerber[gerber.index("G04 APERTURE END LIST*") :].splitlines():
        if chosen := re.fullmatch(r"D(\d+)\*", line):
            size = apertures[chosen[1]]
        elif place := re.fullmatch(r"X(-?\d+)Y(-?\d+)D03\*", line):
            yield flash(int(place[1]) / 1e6, int(place[2]) / 1e6, *size)
        else:
            assert not re.match(r"[XYD]", line), f"more than flashes: {line}"


def test_known_nets_are_the_functions_of_pins(read: Read) -> None:
    with_nets = {
        FORMAT.stem(half): NETS[Half(str(half.spec.view))] for half in halves_of(WITH_NETS)
    }
    for stem, entry in read.footprints.items():
        found = {pad["number"]: pad["function"] for pad in copper(entry) if pad["function"]}
        assert found == with_nets.get(stem, {})


def test_the_courtyard_is_one_closed_rectangle(read: Read) -> None:
    for stem, entry in read.footprints.items():
        (corners,) = entry["courtyard"]
        xs, ys = zip(*corners, strict=True)
        found = box_of([min(xs), min(ys), max(xs), max(ys)])
        assert len(corners) == 4
        # Since KiCad 7 it is grown and shrunk once, which costs as much as an arc may be off.
        assert_same(found, round_outward(meant(stem).courtyard), 6 * UM)
        for pad in copper(entry):
            assert found.contains(rect_of(pad).grown(0.5 - 6 * UM))


def test_silk_is_clear_of_pads_and_openings(read: Read) -> None:
    for entry in read.footprints.values():
        ink = [box_of(item["box"]) for item in entry["graphics"] if item["layer"] == "F.SilkS"]
        assert len(ink) == 7
        for pad in copper(entry):
            opening = rect_of(pad).grown(0.05)
            assert min(gap_mm(printed, opening) for printed in ink) >= 0.2 - UM


def test_no_rule_of_the_board_is_broken(read: Read) -> None:
    assert read.violations == []


@pytest.mark.parametrize("pair", CATALOG.pairs, ids=lambda pair: pair.id)
def test_the_two_halves_mate_pad_n_on_pad_n(read: Read, pair: Pair) -> None:
    """By the rule of the parts: the header lies face down, mirrored about its long axis."""
    socket, header = (
        {
            pad["number"]: rect_of(pad)
            for pad in copper(read.footprints[stem_of(pair, view)])
            if pad["number"] != "MP"
        }
        for view in (View.SOCKET, View.HEADER)
    )

    assert set(socket) == set(header) == {str(n) for n in range(1, pair.pins + 1)}
    for number, pad in socket.items():
        met = header[number].mirrored()
        assert abs(met.x_mm - pad.x_mm) < UM
        across = min(pad.bottom_mm, met.bottom_mm) - max(pad.top_mm, met.top_mm)
        assert across > 0.3, "the contact rows must lie over each other where they touch"
        assert sum(met.overlaps(other) for other in socket.values()) == 1


def stem_of(pair: Pair, view: View) -> str:
    return FORMAT.stem(ExportRequest(DrawingSpec(pair, shipped_pattern(), view)))


def assert_same(found: Rectangle, expected: Rectangle, within_mm: float = UM) -> None:
    for edge in ("left_mm", "top_mm", "right_mm", "bottom_mm"):
        assert getattr(found, edge) == pytest.approx(getattr(expected, edge), abs=within_mm)
