"""The SVG as its reader sees it: true millimetres, layers, outlines, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from a4s_gui import PROGRAM
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.layout import Layout
from a4s_gui.export.request import Background, ExportRequest
from a4s_gui.export.svg import svg_bytes
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.mating import mirrored
from a4s_gui.geometry.numbering import Numbering
from tests.every import for_pairs
from tests.export.png_reader import Pixels
from tests.export.svg_reader import INKSCAPE, SVG, Drawing, around

RequestFor = Callable[..., ExportRequest]
MARGIN_MM = 6.0
PENS_MM = {"0.35", "0.18", "0.13"}


@cache
def of_every_layer(request: ExportRequest) -> bytes:
    """Write a drawing once for several tests."""
    return svg_bytes(Layout(request))


@pytest.mark.parametrize(
    ("number", "view", "scale", "body_mm"),
    [
        ("AXE540127/AXE640124", View.SOCKET, 20, (10.5, 2.5)),
        ("AXE510127/AXE610124", View.HEADER, 7.5, (3.8, 2.0)),
        ("AXE580127/AXE680224", View.SOCKET, 33, (18.5, 2.5)),
    ],
)
def test_size_and_view_box_are_the_part_times_the_scale(
    request_for: RequestFor,
    number: str,
    view: View,
    scale: float,
    body_mm: tuple[float, float],
) -> None:
    request = request_for(number, scale, view=view, layers=frozenset({Layer.BODY}))
    drawing = Drawing(svg_bytes(Layout(request)))
    width, height = (length * scale + 2 * MARGIN_MM for length in body_mm)
    assert drawing.size_mm == pytest.approx((width, height), abs=1e-4)
    assert drawing.view_box == (0, 0, *drawing.size_mm)
    _, top, _, high = around(drawing.rects("body"))
    assert (top, high) == pytest.approx((MARGIN_MM, body_mm[1] * scale), abs=1e-4), "lead tips"


@for_pairs(load_catalog().pairs)
@pytest.mark.parametrize("view", [View.SOCKET, View.HEADER])
def test_every_pad_of_every_pair_lies_where_the_land_pattern_has_it(
    pair: Pair, pattern: LandPattern, view: View
) -> None:
    layers = frozenset({Layer.BODY, Layer.COPPER})
    request = ExportRequest(DrawingSpec(pair, pattern, view, layers), 20)
    drawing = Drawing(svg_bytes(Layout(request)))
    body = around(drawing.rects("body"))
    centre = body[0] + body[2] / 2, body[1] + body[3] / 2
    connector = pair.socket if view is View.SOCKET else pair.header
    pads = footprint(connector, pattern, Numbering()).pads
    wanted = sorted(
        (
            centre[0] + 20 * (pad.x_mm - pad.width_mm / 2),
            centre[1] + 20 * (pad.y_mm - pad.height_mm / 2),
            20 * pad.width_mm,
            20 * pad.height_mm,
        )
        for pad in pads
    )
    found = sorted(drawing.rects("copper"))
    assert len(found) == pair.pins + 4
    for drawn, meant in zip(found, wanted, strict=True):
        assert drawn == pytest.approx(meant, abs=1.01e-4)


def test_the_mated_view_has_the_header_mirrored(
    request_for: RequestFor, pattern: LandPattern
) -> None:
    request = request_for(view=View.MATED, layers=frozenset({Layer.BODY, Layer.COPPER}))
    drawing = Drawing(svg_bytes(Layout(request)))
    left, top, width, height = around(drawing.rects("body"))
    header = footprint(request.spec.pair.header, pattern, Numbering())
    (pad_1,) = [mirrored(pad) for pad in header.pads if pad.number == "1"]
    wanted = (
        left + width / 2 + 20 * (pad_1.x_mm - pad_1.width_mm / 2),
        top + height / 2 + 20 * (pad_1.y_mm - pad_1.height_mm / 2),
    )
    assert any(rect[:2] == pytest.approx(wanted, abs=1e-4) for rect in drawing.rects("copper"))


@pytest.mark.parametrize("view", list(View))
def test_there_is_one_group_a_layer_the_lowest_first(request_for: RequestFor, view: View) -> None:
    drawing = Drawing(of_every_layer(request_for(view=view, layers=frozenset(Layer))))
    order = [str(layer) for layer in Layer]
    assert drawing.layers == [name for name in order if name in drawing.layers]
    assert len(drawing.layers) == len(set(drawing.layers))
    assert {"grid", "body", "dimensions", "notes"} <= set(drawing.layers)
    for name in drawing.layers:
        group = drawing.layer(name)
        assert group.attrib[f"{INKSCAPE}groupmode"] == "layer"
        assert group.attrib[f"{INKSCAPE}label"].lower().replace(" ", "-") == name


def test_a_layer_that_is_switched_off_is_not_in_the_file(request_for: RequestFor) -> None:
    for layer in Layer:
        for shown in ({layer}, set(Layer) - {layer}):
            drawing = Drawing(
                svg_bytes(Layout(request_for(view=View.SOCKET, layers=frozenset(shown))))
            )
            assert set(drawing.layers) == {str(kept) for kept in shown}


@pytest.mark.parametrize("view", list(View))
def test_only_plain_shapes_and_short_numbers_are_used(request_for: RequestFor, view: View) -> None:
    data = of_every_layer(request_for(view=view, layers=frozenset(Layer)))
    drawing = Drawing(data)
    plain = {"svg", "title", "desc", "g", "rect", "line", "polygon", "circle", "path"}
    assert {element.tag.removeprefix(SVG) for element in drawing.root.iter()} <= plain
    texts = [e for e in drawing.root.iter() if "aria-label" in e.attrib]
    assert {e.tag for e in texts} == {f"{SVG}path"}
    for element in texts:
        del element.attrib["aria-label"]
    pens = {e.attrib["stroke-width"] for e in drawing.root.iter() if "stroke-width" in e.attrib}
    assert pens <= PENS_MM
    values = re.findall(r'="([^"a-zA-Z#]+)"', ET.tostring(drawing.root, encoding="unicode"))
    numbers = [word for value in values for word in value.replace(",", " ").split()]
    assert len(numbers) > 500
    for number in numbers:
        assert re.fullmatch(r"-?\d+(\.\d{0,3}[1-9])?", number), number
        assert number != "-0"
    for path in drawing.root.iter(f"{SVG}path"):
        assert re.fullmatch(r"(M[-. \d]+([lq][-. \d]+)*z)+", path.attrib["d"])


def test_the_file_says_what_it_shows_and_where_that_comes_from(request_for: RequestFor) -> None:
    request = request_for(numbering=Numbering.from_words(["loop", "alike"]))
    pattern = replace(request.spec.pattern, title="<Boards> & “more”")
    request = replace(request, spec=replace(request.spec, pattern=pattern))
    drawing = Drawing(svg_bytes(Layout(request)))
    assert drawing.text("title") == "AXE540127 + AXE640124, pair view, 20:1"
    described = drawing.text("desc")
    for words in (
        "40 pins, mated height 0.8 mm",
        "loop, socket pin 1 upper left, header alike in top view, terminals MP",
        "<Boards> & “more”",
        "GPD_Pocket-mods",
        "not of the manufacturer's drawing",
        "datasheet, 2016",
        PROGRAM,
    ):
        assert words in described


@pytest.mark.parametrize("view", list(View))
def test_no_filled_shape_covers_the_sheet(request_for: RequestFor, view: View) -> None:
    """KiCad's board editor would take it for copper, with the pads as holes in it."""
    request = request_for(view=view, layers=frozenset(Layer))
    drawing = Drawing(svg_bytes(Layout(request)))
    width, height = drawing.size_mm
    assert all(
        float(rect.attrib["width"]) * float(rect.attrib["height"]) < 0.2 * width * height
        for group in drawing.root.iter(f"{SVG}g")
        if group.attrib.get("fill", "none") != "none"
        for rect in group.iter(f"{SVG}rect")
    )
    assert drawing.root.find(f"{SVG}rect") is None


def test_a_white_background_lies_under_all_for_those_who_ask(request_for: RequestFor) -> None:
    request = replace(request_for(), background=Background.WHITE)
    drawing = Drawing(svg_bytes(Layout(request)))
    paper = drawing.root[2]
    assert paper.attrib["fill"] == "#ffffff"
    assert (float(paper.attrib["width"]), float(paper.attrib["height"])) == drawing.size_mm
    bare = Drawing(svg_bytes(Layout(request_for())))
    drawing.root.remove(paper)
    assert ET.tostring(drawing.root) == ET.tostring(bare.root)


@pytest.mark.parametrize("view", [View.PAIR, View.MATED])
def test_each_half_has_groups_of_its_own_and_each_pad_a_title(
    request_for: RequestFor, view: View
) -> None:
    drawing = Drawing(svg_bytes(Layout(request_for(view=view, layers=frozenset(Layer)))))
    for half in ("socket", "header"):
        for layer in ("stiffener", "courtyard", "copper", "mask", "paste", "body", "numbers"):
            (group,) = drawing.layer(layer).findall(f"{SVG}g[@id='{layer}-{half}']")
            assert len(group)
        pads = drawing.layer("copper").findall(f"{SVG}g[@id='copper-{half}']//{SVG}rect")
        titles = [pad.findtext(f"{SVG}title", "") for pad in pads]
        assert sorted(titles) == sorted(
            f"{half.capitalize()} pad {number}" for number in [*range(1, 41), *["MP"] * 4]
        )
        assert {f"{half}-pad-1", f"{half}-pad-40", f"{half}-pad-MP", f"{half}-pad-MP-4"} <= {
            pad.attrib["id"] for pad in pads
        }


@pytest.mark.parametrize("view", list(View))
def test_every_id_is_given_once(request_for: RequestFor, view: View) -> None:
    drawing = Drawing(svg_bytes(Layout(request_for(view=view, layers=frozenset(Layer)))))
    ids = [e.attrib["id"] for e in drawing.root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))


def test_those_who_hear_the_page_are_told_what_it_shows(request_for: RequestFor) -> None:
    root = Drawing(svg_bytes(Layout(request_for(view=View.SOCKET)))).root
    assert root.attrib["role"] == "img"
    named = {e.attrib.get("id"): e.tag.removeprefix(SVG) for e in root}
    assert named[root.attrib["aria-labelledby"]] == "title"
    assert named[root.attrib["aria-describedby"]] == "desc"
    said = {path.attrib["aria-label"] for path in root.iter(f"{SVG}path")}
    assert {"Socket AXE540127", "A 10.50", "1", "39"} <= said


def test_the_same_drawing_has_the_same_bytes_on_any_day(
    request_for: RequestFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = svg_bytes(Layout(request_for(layers=frozenset(Layer))))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert svg_bytes(Layout(request_for(layers=frozenset(Layer)))) == data


def test_qt_renders_the_body_as_long_as_it_is(request_for: RequestFor) -> None:
    request = request_for(view=View.SOCKET, layers=frozenset({Layer.BODY}))
    image = rendered(svg_bytes(Layout(request)), px_per_mm=10)
    row = image.height() // 2
    dark = [x for x in range(image.width()) if image.pixelColor(x, row).lightness() < 128]
    assert dark[0] == pytest.approx((MARGIN_MM - 0.35 / 2) * 10, abs=1)
    assert dark[-1] - dark[0] + 1 == pytest.approx((10.5 * 20 + 0.35) * 10, abs=1)


def test_letters_are_outlines_that_qt_fills_where_the_text_stands(request_for: RequestFor) -> None:
    image = rendered(svg_bytes(Layout(request_for(layers=frozenset({Layer.NOTES})))), px_per_mm=5)
    pixels = Pixels.of_image(image)
    left, _, _, bottom = pixels.box()
    edge = MARGIN_MM * 5
    assert sum(darkness > 95 for row in pixels.rows for darkness in row) > 3000
    assert left >= edge - 1
    assert bottom <= image.height() - edge + 4  # descenders


def rendered(data: bytes, px_per_mm: float) -> QImage:
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    box = renderer.viewBoxF()
    image = QImage(
        round(box.width() * px_per_mm), round(box.height() * px_per_mm), QImage.Format.Format_RGB32
    )
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_a_pad_whose_net_is_known_has_it_as_its_title(request_for: RequestFor) -> None:
    request = request_for("AXE510127", view=View.PAIR)
    nets = {Half.SOCKET: {"3": "A&B <Ω>"}, Half.HEADER: {"1": "GND"}}
    with_nets = replace(request, spec=replace(request.spec, nets=nets))

    svg = svg_bytes(Layout(with_nets)).decode()
    assert "<title>Socket pad 3, A&amp;B &lt;Ω&gt;</title></rect>" in svg
    assert "<title>Header pad 1, GND</title></rect>" in svg
    assert "<title>Socket pad 4</title></rect>" in svg


def test_a_pattern_with_control_characters_in_its_title_damages_no_file(
    request_for: RequestFor,
) -> None:
    request = request_for()
    odd = replace(request.spec.pattern, title="odd \x0b\n\ufffftitle")
    drawing = Drawing(svg_bytes(Layout(replace(request, spec=replace(request.spec, pattern=odd)))))
    assert "odd    title" in drawing.text("desc")
