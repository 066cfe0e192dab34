"""The PNG as its reader measures it: true to scale and dpi, and it says what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from a4s_gui import __version__
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures.picture_size import picture_size
from a4s_gui.export.pictures.png import picture, png_bytes
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from tests.every import for_pairs
from tests.export.png_reader import Pixels, dpi, runs, size, texts

RequestFor = Callable[..., ExportRequest]
BODY = frozenset({Layer.BODY})
COPPER = frozenset({Layer.COPPER})


@pytest.mark.parametrize(
    ("number", "view", "length_mm", "paper"),
    [
        ("AXE540127/AXE640124", View.SOCKET, 10.50, (20, 300)),
        ("AXE540127/AXE640124", View.HEADER, 9.80, (20, 300)),
        ("AXE510127/AXE610124", View.SOCKET, 4.50, (50, 144)),
        ("AXE580127/AXE680224", View.HEADER, 17.80, (7.5, 600)),
    ],
)
def test_the_body_is_as_long_as_scale_and_dpi_say(
    request_for: RequestFor, number: str, view: View, length_mm: float, paper: tuple[float, float]
) -> None:
    scale, dots = paper
    png = png_bytes(Layout(request_for(number, scale, dots, view=view, layers=BODY)))

    pixels = Pixels.of(png)
    _, top, _, bottom = pixels.box()
    strokes = runs(pixels.rows[(top + bottom) // 2])
    (left_start, left_end), (right_start, right_end) = strokes[0], strokes[-1]
    length_px = (right_start + right_end - left_start - left_end) / 2
    assert length_px == pytest.approx(length_mm * scale * dots / 25.4, abs=1)


def test_ten_and_a_half_mm_at_20_to_1_and_300_dpi_are_2480_px(request_for: RequestFor) -> None:
    # The outermost pads of the default pattern end where the socket's body does.
    pixels = Pixels.of(png_bytes(Layout(request_for(view=View.SOCKET, layers=COPPER))))

    _, top, _, _ = pixels.box()
    strokes = runs(pixels.rows[top + 40])
    assert strokes[-1][1] - strokes[0][0] == pytest.approx(2480, abs=1)


def test_pads_stand_where_the_land_pattern_says(request_for: RequestFor) -> None:
    pixels = Pixels.of(png_bytes(Layout(request_for(view=View.SOCKET, layers=COPPER))))
    px = 20 * 300 / 25.4  # per mm of the part
    _, top, _, bottom = pixels.box()

    for y in (top + 40, bottom - 40):
        strokes = runs(pixels.rows[y])
        left, *contacts, right = strokes
        assert len(contacts) == 20
        assert left[1] - left[0] == pytest.approx(0.90 * px, abs=1)
        assert (sum(right) - sum(left)) / 2 == pytest.approx(9.60 * px, abs=1)
        middles = [(start + end) / 2 for start, end in contacts]
        for start, end in contacts:
            assert end - start == pytest.approx(0.23 * px, abs=1)
        for near, far in pairwise(middles):
            assert far - near == pytest.approx(0.40 * px, abs=1)
        assert middles[-1] - middles[0] == pytest.approx(7.60 * px, abs=1)
        assert (middles[0] + middles[-1]) / 2 == pytest.approx((sum(left) + sum(right)) / 4, abs=1)

    contact = round(middles[0])
    upper, lower = runs(pixels.column(contact))
    assert upper[1] - upper[0] == pytest.approx(0.65 * px, abs=1)
    assert lower[0] - upper[1] == pytest.approx(1.60 * px, abs=1)
    assert lower[1] - upper[0] == pytest.approx(2.90 * px, abs=1)


def test_a_line_never_vanishes(request_for: RequestFor) -> None:
    pixels = Pixels.of(
        png_bytes(Layout(request_for(scale=2, dpi=30, view=View.SOCKET, layers=BODY)))
    )

    _, top, _, bottom = pixels.box()
    left = pixels.rows[(top + bottom) // 2][: pixels.width // 2]
    black = max(max(row) for row in pixels.rows)
    assert sum(left) >= 0.9 * black  # together at least as dark as one whole pixel


@pytest.mark.parametrize("dots", [72, 96, 300, 600, 1200])
def test_the_file_states_its_dpi(request_for: RequestFor, dots: float) -> None:
    png = png_bytes(Layout(request_for(scale=1, dpi=dots, view=View.SOCKET, layers=BODY)))

    assert dpi(png) == pytest.approx((dots, dots), abs=0.02)


def test_the_file_says_what_it_shows(request_for: RequestFor) -> None:
    numbering = Numbering(RowScheme.LOOP, HeaderScheme.SAME)
    said = texts(
        png_bytes(Layout(request_for(scale=12.5, dpi=72, view=View.HEADER, numbering=numbering)))
    )

    description = said.pop("Description")
    assert "not of the manufacturer's drawing" in description
    assert "GPD_Pocket-mods" in description
    assert said == {
        "Title": "AXE540127 + AXE640124, header view",
        "Socket": "AXE540127",
        "Header": "AXE640124",
        "View": "header",
        "Scale": "12.5:1",
        "Land pattern": "default, revision 2: Boards in the field",
        "Numbering": numbering.describe(),
        "Software": f"a4s-gui {__version__}",
    }


def test_a_title_in_any_script_is_kept(request_for: RequestFor, pattern: LandPattern) -> None:
    own = replace(pattern, revision=None, name="eigen", title="Плата № 3, µm")

    png = png_bytes(
        Layout(ExportRequest(DrawingSpec(request_for().spec.pair, own), scale=2, dpi=72))
    )

    assert QImage.fromData(png).text("Land pattern") == "eigen: Плата № 3, µm"


def test_the_picture_is_on_white_with_a_margin(request_for: RequestFor) -> None:
    layout = Layout(request_for(dpi=100))
    image = picture(layout)

    assert (image.width(), image.height()) == size(png_bytes(layout))
    margin = round(5 / 25.4 * 100)
    corners = [
        (x, y)
        for x in (0, margin, image.width() - margin, image.width() - 1)
        for y in (0, margin, image.height() - margin, image.height() - 1)
    ]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {"#ffffff"}
    assert not image.hasAlphaChannel()


def test_text_is_drawn(request_for: RequestFor) -> None:
    notes = frozenset({Layer.NOTES})
    pixels = Pixels.of(png_bytes(Layout(request_for(dpi=150, layers=notes))))

    assert max(max(row) for row in pixels.rows) > 150


def test_the_same_request_gives_the_same_bytes(request_for: RequestFor) -> None:
    one, again, other = (png_bytes(Layout(request_for(scale=s, dpi=72))) for s in (20, 20, 20.5))
    assert one == again != other


@pytest.mark.parametrize("view", list(View))
@for_pairs(load_catalog().pairs)
def test_every_pair_can_be_drawn(pair: Pair, pattern: LandPattern, view: View) -> None:
    request = ExportRequest(DrawingSpec(pair, pattern, view), scale=4, dpi=30)
    layout = Layout(request)
    expected = picture_size(layout)
    png = png_bytes(layout)
    assert size(png) == (expected.width_px, expected.height_px)
    assert texts(png)["Header"] == pair.header.part_number
