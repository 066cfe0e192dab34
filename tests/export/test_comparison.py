"""The comparison's picture as a file: measured in the file, and what it says about itself."""

from __future__ import annotations

import datetime as dt

import pytest

from a4s_gui.drawing.views.compare_view import CompareSpec
from a4s_gui.errors import A4sError
from a4s_gui.export.comparison import COMPARISON_FORMATS, ComparisonRequest, comparison_bytes
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.catalog.pairs import standard
from tests.export import png_reader
from tests.export.pdf_reader import Pdf
from tests.export.svg_reader import SVG, Drawing, around

DAY = dt.date(2026, 1, 2)


def _request(*pins: int, pads: bool = False, scale: float = 10.0) -> ComparisonRequest:
    pairs = tuple(standard(n) for n in pins)
    spec = CompareSpec(pairs, shipped_pattern(), pads)
    return ComparisonRequest(spec, scale, 200.0, date=DAY)


def _svg(request: ComparisonRequest) -> Drawing:
    return Drawing(comparison_bytes(request, "svg"))


def _bodies(drawing: Drawing) -> list[tuple[float, ...]]:
    """Return the box around each colour of the sockets, then of the headers: mould and leads."""
    shapes: dict[tuple[str, str], list[tuple[float, ...]]] = {}
    for half in drawing.layer("body"):
        for style in half:
            found = shapes.setdefault((half.attrib["id"], style.attrib["stroke"]), [])
            for polygon in style.iter(f"{SVG}polygon"):
                numbers = [float(number) for number in polygon.attrib["points"].split()]
                left, top = min(numbers[::2]), min(numbers[1::2])
                found.append((left, top, max(numbers[::2]) - left, max(numbers[1::2]) - top))
            for rect in style.iter(f"{SVG}rect"):
                found.append(tuple(float(rect.attrib[n]) for n in ("x", "y", "width", "height")))
    return [around(boxes) for boxes in shapes.values()]


def test_bodies_in_the_svg_have_their_size_and_a_common_centre() -> None:
    bodies = _bodies(_svg(_request(10, 40, 80, scale=20)))

    assert [box[2:] for box in bodies] == [
        pytest.approx((length * 20, width * 20), abs=1e-3)
        for lengths, width in (((4.5, 10.5, 18.5), 2.5), ((3.8, 9.8, 17.8), 2.0))
        for length in lengths
    ]
    for half in (bodies[:3], bodies[3:]):
        centres = [(x + width / 2, y + height / 2) for x, y, width, height in half]
        assert centres == [pytest.approx(centres[0], abs=1e-3)] * 3
    assert bodies[0][0] + bodies[0][2] / 2 == pytest.approx(
        bodies[3][0] + bodies[3][2] / 2, abs=1e-3
    )


def test_each_pair_has_a_colour_and_a_line_of_its_own_in_the_svg() -> None:
    body = _svg(_request(10, 20, 40, 80)).layer("body")
    styles = [style for half in body for style in half]
    looks = [(style.attrib["stroke"], style.attrib.get("stroke-dasharray")) for style in styles]

    assert len({colour for colour, _ in looks}) == 4
    assert len({dash for _, dash in looks}) == 4


def test_pads_are_a_layer_where_they_are_asked_for() -> None:
    assert "copper" not in _svg(_request(10, 40)).layers
    with_pads = _svg(_request(10, 40, pads=True))
    # 10 + 4 and 40 + 4 of each half; contacts of an odd and an even number of columns interleave.
    assert len(with_pads.rects("copper")) == 2 * (14 + 44)
    assert "not of the manufacturer's drawing" in with_pads.text("desc")


def test_the_png_is_true_to_scale_and_dpi() -> None:
    request = _request(40, 80)
    png = comparison_bytes(request, "png")
    width_mm, height_mm = _svg(request).size_mm

    assert png_reader.dpi(png) == pytest.approx((200, 200), abs=0.1)
    assert png_reader.size(png) == pytest.approx(
        (width_mm / 25.4 * 200, height_mm / 25.4 * 200), abs=1
    )
    texts = png_reader.texts(png)
    assert "AXE540127/AXE640124" in texts["Title"]
    assert "AXE680124" in texts["Description"]
    assert texts["Scale"] == "10:1"


def test_the_pdf_is_as_large_as_the_svg() -> None:
    request = _request(40, 80)

    assert Pdf(comparison_bytes(request, "pdf")).size_mm == pytest.approx(
        _svg(request).size_mm, abs=1e-3
    )


@pytest.mark.parametrize("suffix", COMPARISON_FORMATS)
def test_the_same_request_gives_the_same_bytes(suffix: str) -> None:
    first, second = (comparison_bytes(_request(10, 80, pads=True), suffix) for _ in range(2))
    assert first == second


def test_files_are_named_after_what_tells_the_pairs_apart() -> None:
    assert _request(10, 80).stem == "compare-AXE510127-AXE580127"
    heights = CompareSpec((standard(40), standard(40, 1.0)), shipped_pattern())
    assert ComparisonRequest(heights).stem == "compare-AXE640124-AXE640224"


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(A4sError, match=r"known: \.svg, \.png, \.pdf"):
        comparison_bytes(_request(10, 80), "kicad_mod")
    with pytest.raises(A4sError, match=r"scale: 0[.]5 is not possible"):
        _request(10, 80, scale=0.5)
    with pytest.raises(A4sError, match="too large; choose at most"):
        comparison_bytes(_request(10, 80, scale=500), "png")
