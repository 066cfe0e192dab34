"""KiCad footprints as their reader sees them: text, pads, openings, silkscreen, courtyard."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest

from a4s_gui import PROGRAM
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.halves import check_one_half, halves_of
from a4s_gui.export.kicad.files import kicad_bytes, kicad_stem
from a4s_gui.export.layout import Layout
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
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
from tests.export.kicad_reader import ReadFootprint

DATA = Path(__file__).parent / "data"
PAIRS = load_catalog().pairs
PATTERNS = {name: shipped_pattern(name) for name in shipped_pattern_names()}
SCHEMES = (RowScheme, HeaderScheme, Pin1, TerminalScheme)

RequestFor = Callable[..., ExportRequest]


def read(request: ExportRequest) -> ReadFootprint:
    return ReadFootprint(kicad_bytes(Layout(request)))


def test_the_text_of_a_footprint(request_for: RequestFor) -> None:
    """After a wanted change: ``a4s-gui export AXE610124 -o`` the file, and read the difference."""
    written = kicad_bytes(Layout(request_for("AXE610124", view=View.HEADER)))

    assert written.decode("utf-8") == (DATA / "AXE610124.kicad_mod").read_text(encoding="utf-8")


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


def test_what_does_not_change_the_part_does_not_change_the_file(request_for: RequestFor) -> None:
    small = request_for("AXE540127", scale=5, view=View.SOCKET, layers=frozenset({Layer.BODY}))
    large = request_for("AXE540127/AXE640224", scale=50, view=View.SOCKET)

    assert kicad_bytes(Layout(small)) == kicad_bytes(Layout(large))
    assert PROGRAM not in kicad_bytes(Layout(small)).decode()


def test_variants_of_one_part_have_names_and_ids_of_their_own() -> None:
    variants = [
        ExportRequest(DrawingSpec(PAIRS[0], pattern, View.HEADER, numbering=Numbering(*schemes)))
        for pattern in PATTERNS.values()
        for schemes in product(*SCHEMES)
    ]
    written = [kicad_bytes(Layout(variant)).decode() for variant in variants]
    ids = [re.findall(r"\(tstamp (\S+)\)", text) for text in written]

    assert len({kicad_stem(variant) for variant in variants}) == len(variants) == 144
    assert len(set(chain.from_iterable(ids))) == sum(map(len, ids)) > 20 * 144


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
