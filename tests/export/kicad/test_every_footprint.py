"""What holds for the KiCad footprint of every half, with every pattern and numbering."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.kicad.files import kicad_bytes, kicad_stem
from a4s_gui.export.layout import Layout
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme, TerminalScheme
from tests.every import EXPLORES
from tests.export.kicad_reader import ReadFootprint, child, gap_mm

UNIT = 1e-6
Rule = Callable[[ReadFootprint, DrawingSpec], None]
RULES: list[Rule] = []
"""Asked of each footprint in turn: it is written and read once, with a slow parser."""

requests = st.builds(
    lambda pair, pattern, view, *schemes: ExportRequest(
        DrawingSpec(pair, pattern, view, numbering=Numbering(*schemes))
    ),
    st.sampled_from(load_catalog().pairs),
    st.sampled_from([shipped_pattern(name) for name in shipped_pattern_names()]),
    st.sampled_from([View.SOCKET, View.HEADER]),
    *map(st.sampled_from, (RowScheme, HeaderScheme, Pin1, TerminalScheme)),
)


def rule(holds: Rule) -> Rule:
    RULES.append(holds)
    return holds


@rule
def pads_are_those_of_the_land_pattern(part: ReadFootprint, spec: DrawingSpec) -> None:
    half = Half(str(spec.view))
    meant = footprint(spec.pair.connector(half), spec.pattern, spec.numbering)

    found = part.copper()

    assert [(pad.number, pad.rect) for pad in found] == [(p.number, p.rect) for p in meant.pads]
    if spec.numbering.terminals is TerminalScheme.SHARED:
        assert [pad.number for pad in found][-4:] == ["MP"] * 4
    assert {pad.mask_margin_mm for pad in found} == {None}, "the board's own margin counts"


@rule
def paste_keeps_centre_and_is_the_stated_share(part: ReadFootprint, spec: DrawingSpec) -> None:
    figures = spec.pattern.half(Half(str(spec.view)))

    assert part.pads() == part.copper(), "paste belongs to the pad"
    for pad in part.copper():
        terminal = pad.number not in {str(n + 1) for n in range(spec.pair.pins)}
        share = figures.terminal_paste_ratio if terminal else figures.contact_paste_ratio
        assert pad.paste.area_mm2 / pad.rect.area_mm2 == pytest.approx(share, abs=1e-5)
        assert (pad.paste_ratio == 0) == (share == 1), "0 stands for the board's"


@rule
def pads_are_rounded_as_klc_f6_3_asks(part: ReadFootprint, spec: DrawingSpec) -> None:
    for pad in part.pads():
        assert pad.layers == ("F.Cu", "F.Mask", "F.Paste")
        assert pad.shape == "roundrect"
        assert pad.rounding <= 0.25
        shorter = min(pad.rect.width_mm, pad.rect.height_mm)
        assert pad.rounding * shorter == pytest.approx(min(0.25 * shorter, 0.25), abs=UNIT)


@rule
def the_words_end_in_the_datasheets_address_as_klc_f9_1_asks(
    part: ReadFootprint, spec: DrawingSpec
) -> None:
    (said,) = part.one("descr")
    assert re.search(r"https?://\S+$", said)
    assert said.endswith("https://industrial.panasonic.com/ac/e/")


@rule
def a_model_has_the_same_name_as_klc_f9_3_asks(part: ReadFootprint, spec: DrawingSpec) -> None:
    path, *frame = part.one("model")
    assert re.fullmatch(r"\$\{KICAD6_3DMODEL_DIR\}/(\w+)\.3dshapes/(.+)\.step", path)
    assert path.endswith(f"/Connector_Panasonic_A4S.3dshapes/{part.name}.step")
    placed = {str(key): [float(value) for value in xyz[1:]] for key, xyz in frame}
    assert placed == {"offset": [0, 0, 0], "scale": [1, 1, 1], "rotate": [0, 0, 0]}


@rule
def silk_is_clear_of_pads_mask_and_body(part: ReadFootprint, spec: DrawingSpec) -> None:
    body = footprint(
        spec.pair.connector(Half(str(spec.view))),
        spec.pattern,
        spec.numbering,
    ).body
    ink = part.drawn("F.SilkS")

    assert len(ink) == 7
    for printed in ink:
        assert not printed.overlaps(body)
        for pad in part.copper():
            opening = pad.rect.grown(spec.pattern.common.mask_margin_mm)
            assert gap_mm(printed, opening) >= 0.2 - UNIT


@rule
def the_courtyard_is_on_its_grid_and_holds_all(part: ReadFootprint, spec: DrawingSpec) -> None:
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


@rule
def the_outline_closes_and_has_end_blocks(part: ReadFootprint, spec: DrawingSpec) -> None:
    connector = spec.pair.connector(Half(str(spec.view)))
    lines = [
        (tuple(child(line, "start")), tuple(child(line, "end")))
        for line in part.all("fp_line", "F.Fab")
    ]

    assert [end for _, end in lines] == [start for start, _ in [*lines[1:], lines[0]]]
    xs, ys = zip(*(start for start, _ in lines), strict=True)
    assert max(xs) - min(xs) == pytest.approx(connector.body_length_mm, abs=UNIT)
    figures = body_figures().half(connector.half)
    widest = max(figures.mould_width_mm, figures.block_width_mm)
    assert max(ys) - min(ys) == pytest.approx(widest, abs=UNIT)
    ends = {abs(y) for (x, y), _ in lines if abs(x) >= max(xs) - figures.block_from_end_mm - UNIT}
    assert figures.block_width_mm / 2 in ends


@rule
def pin_1_is_marked_on_silk_and_outline(part: ReadFootprint, spec: DrawingSpec) -> None:
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


@rule
def every_part_of_it_has_an_id_of_its_own(part: ReadFootprint, spec: DrawingSpec) -> None:
    assert len(set(part.ids())) == len(part.ids()) == len(part.tree) - 9


@settings(max_examples=250 if EXPLORES else 15)  # make interop reads them all
@given(requests)
def test_a_footprint_keeps_every_rule(request: ExportRequest) -> None:
    written = kicad_bytes(Layout(request))
    part = ReadFootprint(written)

    assert kicad_bytes(Layout(request)) == written, "the same request gives the same bytes"
    assert part.name == kicad_stem(request)
    for holds in RULES:
        holds(part, request.spec)
