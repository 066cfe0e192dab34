"""KiCad footprints as their reader sees them: text, pads, openings, silkscreen, courtyard."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a4s_gui import PROGRAM
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.halves import check_one_half, halves_of
from a4s_gui.export.kicad.files import kicad_bytes, kicad_stem
from a4s_gui.export.layout import Layout
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
)
from tests.export.kicad_reader import ReadFootprint, child, gap_mm

DATA = Path(__file__).parent / "data"
PAIRS = load_catalog().pairs
PATTERNS = {name: shipped_pattern(name) for name in shipped_pattern_names()}
UNIT = 1e-6
SCHEMES = (RowScheme, HeaderScheme, Pin1, TerminalScheme)

requests = st.builds(
    lambda pair, pattern, view, *schemes: ExportRequest(
        DrawingSpec(pair, pattern, view, numbering=Numbering(*schemes))
    ),
    st.sampled_from(PAIRS),
    st.sampled_from(list(PATTERNS.values())),
    st.sampled_from([View.SOCKET, View.HEADER]),
    *map(st.sampled_from, SCHEMES),
)
FEW = settings(max_examples=25)  # each is read back with a slow parser; make interop reads them all
RequestFor = Callable[..., ExportRequest]


def read(request: ExportRequest) -> ReadFootprint:
    return ReadFootprint(kicad_bytes(Layout(request)))


def test_the_text_of_a_footprint(request_for: RequestFor) -> None:
    """After a wanted change: ``a4s-gui export AXE610124 -o`` the file, and read the difference."""
    written = kicad_bytes(Layout(request_for("AXE610124", view=View.HEADER)))

    assert written.decode("utf-8") == (DATA / "AXE610124.kicad_mod").read_text(encoding="utf-8")


@FEW
@given(requests)
def test_pads_are_those_of_the_land_pattern(request: ExportRequest) -> None:
    spec = request.spec
    half = Half(str(spec.view))
    meant = footprint(spec.pair.connector(half), spec.pattern, spec.numbering)

    found = read(request).copper()

    assert [(pad.number, pad.rect) for pad in found] == [(p.number, p.rect) for p in meant.pads]
    if spec.numbering.terminals is TerminalScheme.SHARED:
        assert [pad.number for pad in found][-4:] == ["MP"] * 4
    assert {pad.mask_margin_mm for pad in found} == {None}, "the board's own margin counts"


@FEW
@given(requests)
def test_paste_keeps_centre_and_aspect_and_is_the_stated_share(request: ExportRequest) -> None:
    figures = request.spec.pattern.half(Half(str(request.spec.view)))
    part = read(request)

    assert part.pads() == part.copper(), "paste belongs to the pad"
    for pad in part.copper():
        terminal = pad.number not in {str(n + 1) for n in range(request.spec.pair.pins)}
        share = figures.terminal_paste_ratio if terminal else figures.contact_paste_ratio
        assert pad.paste.area_mm2 / pad.rect.area_mm2 == pytest.approx(share, abs=1e-5)
        assert (pad.paste_ratio == 0) == (share == 1), "0 stands for the board's"


@FEW
@given(requests)
def test_pads_are_rounded_as_klc_f6_3_asks(request: ExportRequest) -> None:
    for pad in read(request).pads():
        assert pad.layers == ("F.Cu", "F.Mask", "F.Paste")
        assert pad.shape == "roundrect"
        assert pad.rounding <= 0.25
        shorter = min(pad.rect.width_mm, pad.rect.height_mm)
        assert pad.rounding * shorter == pytest.approx(min(0.25 * shorter, 0.25), abs=UNIT)


@FEW
@given(requests)
def test_the_description_ends_in_the_datasheets_address_as_klc_f9_1_asks(
    request: ExportRequest,
) -> None:
    (said,) = read(request).one("descr")
    assert re.search(r"https?://\S+$", said)
    assert said.endswith("https://industrial.panasonic.com/ac/e/")


@FEW
@given(requests)
def test_there_is_a_model_of_the_same_name_as_klc_f9_3_asks(request: ExportRequest) -> None:
    part = read(request)
    path, *frame = part.one("model")
    assert re.fullmatch(r"\$\{KICAD6_3DMODEL_DIR\}/(\w+)\.3dshapes/(.+)\.step", path)
    assert path.endswith(f"/Connector_Panasonic_A4S.3dshapes/{part.name}.step")
    placed = {str(key): [float(value) for value in xyz[1:]] for key, xyz in frame}
    assert placed == {"offset": [0, 0, 0], "scale": [1, 1, 1], "rotate": [0, 0, 0]}


@pytest.mark.parametrize(
    ("rows", "terminals", "symbol"),
    [
        (
            RowScheme.ODD_EVEN,
            TerminalScheme.SHARED,
            "Connector_Generic_MountingPin:Conn_02x20_Odd_Even_MountingPin",
        ),
        (
            RowScheme.LOOP,
            TerminalScheme.SHARED,
            "Connector_Generic_MountingPin:Conn_02x20_Counter_Clockwise_MountingPin",
        ),
        (
            RowScheme.ROW_BY_ROW,
            TerminalScheme.SHARED,
            "Connector_Generic_MountingPin:Conn_02x20_Top_Bottom_MountingPin",
        ),
        (RowScheme.LOOP, TerminalScheme.SINGLE, "Connector_Generic:Conn_02x20_Counter_Clockwise"),
    ],
)
def test_the_description_names_kicads_own_symbol(
    request_for: RequestFor, rows: RowScheme, terminals: TerminalScheme, symbol: str
) -> None:
    numbering = Numbering(rows, terminals=terminals)
    (said,) = read(request_for("AXE540127", view=View.SOCKET, numbering=numbering)).one("descr")
    assert f"symbol: {symbol};" in said


@FEW
@given(requests)
def test_silk_is_clear_of_pads_and_mask_and_not_under_the_body(request: ExportRequest) -> None:
    part = read(request)
    body = footprint(
        request.spec.pair.connector(Half(str(request.spec.view))),
        request.spec.pattern,
        request.spec.numbering,
    ).body
    ink = part.drawn("F.SilkS")

    assert len(ink) == 7
    for printed in ink:
        assert not printed.overlaps(body)
        for pad in part.copper():
            opening = pad.rect.grown(request.spec.pattern.common.mask_margin_mm)
            assert gap_mm(printed, opening) >= 0.2 - UNIT


@FEW
@given(requests)
def test_the_courtyard_is_on_its_grid_and_holds_everything(request: ExportRequest) -> None:
    part = read(request)
    (rectangle,) = part.all("fp_rect", "F.CrtYd")
    (courtyard,) = part.drawn("F.CrtYd")
    edge = courtyard.grown(-child(rectangle, "width")[0] / 2)

    for at in (edge.left_mm, edge.right_mm, edge.top_mm, edge.bottom_mm):
        assert at * 100 == pytest.approx(round(at * 100), abs=1e-6)
    brackets = part.drawn("F.SilkS")[:6]  # pin 1's mark may reach further
    for box in [pad.rect for pad in part.copper()] + brackets:
        assert edge.contains(box)
    for box in [pad.rect for pad in part.copper()]:
        assert edge.contains(box.grown(0.5))
    for line in part.all("fp_line", "F.Fab"):
        for end in ("start", "end"):
            x, y = child(line, end)
            assert edge.grown(-0.5).contains_point(x, y)


@FEW
@given(requests)
def test_the_outline_closes_and_is_the_housing_with_its_end_blocks(request: ExportRequest) -> None:
    connector = request.spec.pair.connector(Half(str(request.spec.view)))
    lines = [
        (tuple(child(line, "start")), tuple(child(line, "end")))
        for line in read(request).all("fp_line", "F.Fab")
    ]

    assert [end for _, end in lines] == [start for start, _ in [*lines[1:], lines[0]]]
    xs, ys = zip(*(start for start, _ in lines), strict=True)
    assert max(xs) - min(xs) == pytest.approx(connector.body_length_mm, abs=UNIT)
    figures = body_figures().half(connector.half)
    widest = max(figures.mould_width_mm, figures.block_width_mm)
    assert max(ys) - min(ys) == pytest.approx(widest, abs=UNIT)
    ends = {abs(y) for (x, y), _ in lines if abs(x) >= max(xs) - figures.block_from_end_mm - UNIT}
    assert figures.block_width_mm / 2 in ends


@FEW
@given(requests)
def test_pin_1_is_marked_on_silk_and_outline(request: ExportRequest) -> None:
    part = read(request)
    pad = next(pad.rect for pad in part.copper() if pad.number == "1")
    (triangle,) = part.all("fp_poly", "F.SilkS")
    tip, *base = (point[1:] for point in child(triangle, "pts"))
    inner = min(
        (child(line, "end") for line in part.all("fp_line", "F.Fab")),
        key=lambda point: (abs(point[1]), math.dist(point, (pad.x_mm, pad.y_mm))),
    )

    assert tip[0] == pad.x_mm
    assert math.copysign(1, tip[1]) == math.copysign(1, pad.y_mm)
    assert all(abs(y) > abs(tip[1]) > abs(pad.y_mm) for _, y in base)
    assert abs(base[0][0] - base[1][0]) == pytest.approx(0.48, abs=UNIT)
    assert abs(base[0][1] - tip[1]) == pytest.approx(0.33, abs=UNIT)
    assert inner[0] == pad.x_mm
    assert inner[1] * pad.y_mm > 0


@FEW
@given(requests)
def test_the_same_request_gives_the_same_bytes_and_ids_of_its_own(request: ExportRequest) -> None:
    first = read(request)

    assert kicad_bytes(Layout(request)) == kicad_bytes(Layout(request))
    assert len(set(first.ids())) == len(first.ids()) == len(first.tree) - 9
    assert first.name == kicad_stem(request)


def test_what_does_not_change_the_part_does_not_change_the_file(request_for: RequestFor) -> None:
    small = request_for("AXE540127", scale=5, view=View.SOCKET, layers=frozenset({Layer.BODY}))
    large = request_for("AXE540127/AXE640224", scale=50, view=View.SOCKET)

    assert kicad_bytes(Layout(small)) == kicad_bytes(Layout(large))
    assert PROGRAM not in kicad_bytes(Layout(small)).decode()


def test_variants_of_one_part_have_names_and_ids_of_their_own(pattern: object) -> None:
    pair = PAIRS[0]
    variants = [
        ReadFootprint(
            kicad_bytes(Layout(ExportRequest(DrawingSpec(pair, chosen, View.HEADER, numbering=n))))
        )
        for chosen in PATTERNS.values()
        for n in (Numbering(*schemes) for schemes in product(*SCHEMES))
    ]

    assert len({part.name for part in variants}) == len(variants) == 144
    assert len({ident for part in variants for ident in part.ids()}) == sum(
        len(part.ids()) for part in variants
    )


@pytest.mark.parametrize("name", ["Loop", "11-14", "Плата", "Доска", "my_fab", "my-fab"])
def test_a_pattern_of_any_name_is_told_from_a_numbering(request_for: RequestFor, name: str) -> None:
    def stem(pattern: LandPattern, *schemes: Any) -> str:
        request = request_for("AXE610124", view=View.HEADER, numbering=Numbering(*schemes))
        return kicad_stem(replace(request, spec=replace(request.spec, pattern=pattern)))

    default = PATTERNS["default"]
    others = [replace(default, name=n) for n in ("Плата", "my_fab", "my-fab") if n != name]
    taken = {stem(default, *schemes) for schemes in product(*SCHEMES)}
    taken |= {stem(pattern) for pattern in others}
    assert stem(replace(default, name=name)) not in taken


def test_figures_changed_in_a_shipped_pattern_show_in_the_name(request_for: RequestFor) -> None:
    request = request_for("AXE610124", view=View.HEADER)
    names = {kicad_stem(request)}
    for value in (0.24, 0.25):
        changed = edited(request.spec.pattern, {"header.contact_width_mm": value})
        names.add(kicad_stem(replace(request, spec=replace(request.spec, pattern=changed))))
        socket = replace(request.spec, pattern=changed, view=View.SOCKET)
        assert "Edited" not in kicad_stem(replace(request, spec=socket))

    assert len(names) == 3
    assert all("_Edited-" in name for name in names - {kicad_stem(request)})


@pytest.mark.parametrize(
    ("rows", "header", "corners"),
    [
        (RowScheme.ODD_EVEN, HeaderScheme.MATING, ("2", "1", "9")),
        (RowScheme.ODD_EVEN, HeaderScheme.SAME, ("1", "2", "10")),
        (RowScheme.LOOP, HeaderScheme.MATING, ("10", "1", "5")),
        (RowScheme.LOOP, HeaderScheme.SAME, ("1", "10", "6")),
    ],
)
def test_the_header_is_numbered_as_chosen(
    request_for: RequestFor, rows: RowScheme, header: HeaderScheme, corners: tuple[str, str, str]
) -> None:
    chosen = Numbering(rows, header)
    part = read(request_for("AXE610124", view=View.HEADER, numbering=chosen))
    numbers = {(pad.rect.x_mm, pad.rect.y_mm): pad.number for pad in part.copper()}

    top_left, bottom_left, bottom_right = (-0.8, -0.875), (-0.8, 0.875), (0.8, 0.875)
    assert (numbers[top_left], numbers[bottom_left], numbers[bottom_right]) == corners
    assert chosen.describe() in part.one("descr")[0]


def test_the_name_is_as_in_kicads_library(request_for: RequestFor) -> None:
    socket = request_for("AXE510127", view=View.SOCKET, numbering=Numbering(RowScheme.LOOP))
    header = request_for("AXE640124D", view=View.HEADER)
    named = replace(PATTERNS["default"], name="My board, “rev. 2”/é")
    own = replace(header, spec=replace(header.spec, pattern=named))

    assert kicad_stem(header) == "Panasonic_A4S_AXE640124D_2x20-1MP_P0.40mm_Vertical"
    assert kicad_stem(socket) == "Panasonic_A4S_AXE510127_2x05-1MP_P0.40mm_Vertical_Loop"
    assert kicad_stem(own).startswith(f"{kicad_stem(header)}_My-board-rev.-2-")
    other = Numbering(RowScheme.ROW_BY_ROW, HeaderScheme.SAME, Pin1.LOWER_LEFT)
    for terminals, name in (
        (TerminalScheme.SINGLE, "4MP_P0.40mm_Vertical_RowByRow_LowerLeft_Alike"),
        (TerminalScheme.CONTINUED, "4MP_P0.40mm_Vertical_RowByRow_LowerLeft_Alike_41-44"),
    ):
        numbered = replace(header.spec, numbering=replace(other, terminals=terminals))
        assert kicad_stem(replace(header, spec=numbered)) == (
            f"Panasonic_A4S_AXE640124D_2x20-{name}"
        )


def test_the_description_says_what_the_part_is_and_where_the_figures_are_from(
    request_for: RequestFor,
) -> None:
    part = read(request_for("AXE540127", view=View.SOCKET))
    (said,) = part.one("descr")

    for words in (
        "AXE540127",
        "40 contacts",
        "AXE640124 (0.8 mm) or AXE640224 (1.0 mm)",
        "pin 1 of this footprint upper left; numbering: odd/even rows, socket pin 1 upper left",
        "header n meets n, terminals MP",
        "“Boards in the field”",
        "not of the manufacturer's drawing",
        "GPD_Pocket-mods (fenrir-naru)",
        "Inkplate 5",
    ):
        assert words in said
    assert {"AXE540127", "socket", "SMD"} <= set(part.one("tags")[0].split())
    assert [str(word) for word in part.one("attr")] == ["smd"]
    assert part.one("version") == [20211014]


@pytest.mark.parametrize("view", [View.PAIR, View.MATED])
def test_a_pair_is_two_footprints(request_for: RequestFor, view: View) -> None:
    both = request_for(view=view)

    assert [part.spec.view for part in halves_of(both)] == [View.SOCKET, View.HEADER]
    assert [part.spec.view for part in halves_of(request_for(view=View.HEADER))] == [View.HEADER]
    with pytest.raises(A4sError, match="one half: choose the view socket or header"):
        kicad_bytes(Layout(both))
    assert format_for("kicad_mod").file_name(both).endswith(f"-{view}.kicad_mod")


def test_a_tape_has_no_footprint(request_for: RequestFor) -> None:
    tape = request_for(view=View.TAPE)

    for refused in (kicad_bytes, check_one_half):
        with pytest.raises(A4sError, match="the tape shows no half"):
            refused(Layout(tape))
    with pytest.raises(A4sError, match="the tape shows no half"):
        halves_of(tape)
