"""The painter, measured in pixels; and the font, the same whatever the machine has."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QRawFont

from a4s_gui.drawing.bounds import shape_edges
from a4s_gui.drawing.lettering import FONT_FILE, text_width_mm
from a4s_gui.drawing.palette import DARK, LIGHT, PAPER
from a4s_gui.drawing.scene import (
    Align,
    Circle,
    Layer,
    Line,
    Polygon,
    Primitive,
    RectangleItem,
    Scene,
    Text,
)
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.render.qt.font import text_outlines
from a4s_gui.render.qt.painter import ScenePainter
from a4s_gui.resources import resource_path

pytestmark = pytest.mark.usefixtures("qapp")
SCALE, PX_PER_MM = 10.0, 40  # of the part; one paper millimetre is 4 px


def painted(*items: Primitive, finest_pen_mm: float = 0.0) -> QImage:
    """Paint 10 x 10 mm of a scene, origin in the middle, on white."""
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(200, 200)
    painter.scale(PX_PER_MM, PX_PER_MM)
    scene = Scene(SCALE, items, Rectangle(0, 0, 10, 10))
    ScenePainter(scene, PAPER, finest_pen_mm).paint(painter)
    painter.end()
    return image


def ink_box(image: QImage) -> tuple[int, int, int, int]:
    """Return the box of all pixels that are not white: left, top, right, bottom (exclusive)."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())
    ys, xs = np.nonzero(pixels[:, : gray.width()] < 200)
    return int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1


def test_a_filled_box_covers_its_millimetres_exactly() -> None:
    image = painted(
        RectangleItem(
            Layer.COPPER, Rectangle(1, -0.5, 2, 1), Style(ColorRole.SOCKET_COPPER, fill=1.0)
        )
    )
    assert ink_box(image) == (200, 160, 280, 200)
    assert image.pixelColor(240, 180) == QColor(PAPER.inks[ColorRole.SOCKET_COPPER])


def test_pens_are_as_wide_on_paper_as_they_say() -> None:
    line = Line(Layer.BODY, -2, 0, 2, 0, Style(ColorRole.BODY, 1.0))
    left, top, right, bottom = ink_box(painted(line))
    assert (left, right, bottom - top) == (120, 280, 4)


def test_a_thin_pen_is_never_thinner_than_the_device_can_show() -> None:
    line = Line(Layer.BODY, -2, 0.0125, 2, 0.0125, Style(ColorRole.BODY, 0.02))
    faint = painted(line).pixelColor(200, 200).lightness()
    clear = painted(line, finest_pen_mm=0.25).pixelColor(200, 200).lightness()
    assert clear < 60 < faint


def test_dashes_leave_gaps() -> None:
    line = Line(Layer.BODY, -4, 0, 4, 0, Style(ColorRole.BODY, 0.5, dash=LineStyle.DASHED))
    image = painted(line)
    light = [image.pixelColor(x, 200).lightness() > 200 for x in range(50, 350)]
    changes = sum(a != b for a, b in pairwise(light))
    assert changes >= 8


def test_circles_and_polygons_are_filled() -> None:
    circle = Circle(Layer.BODY, -2, 0, 1, Style(ColorRole.BODY, fill=1.0))
    triangle = Polygon(Layer.BODY, ((1, 0), (3, -1), (3, 1)), Style(ColorRole.BODY, fill=1.0))
    image = painted(circle, triangle)
    assert image.pixelColor(120, 200) == QColor(PAPER.inks[ColorRole.BODY])
    assert image.pixelColor(300, 200) == QColor(PAPER.inks[ColorRole.BODY])
    assert image.pixelColor(244, 180).lightness() > 200


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("vertical", [False, True])
def test_text_stands_where_its_box_says(align: Align, *, vertical: bool) -> None:
    text = Text(Layer.NOTES, 0.5, 0.5, "H0E8H", 8.0, align, vertical=vertical)
    left, top, right, bottom = shape_edges(text, SCALE)
    wanted = [200 + edge * PX_PER_MM for edge in (left, top, right, bottom)]
    found = ink_box(painted(text))
    # side bearings of the outer H: up to 0.13 of the height on either end
    assert found == pytest.approx(wanted, abs=0.13 * 32 + 1)


def test_the_table_of_widths_is_the_fonts_own() -> None:
    path = resource_path(*FONT_FILE)
    font = QRawFont(str(path), 2048, QFont.HintingPreference.PreferNoHinting)
    cap = font.capHeight()
    for text in ("AXE540127", "0.40", "±0.2 µm ≥ 1 Ω", "“Boards in the field”", "n:1 · 2 × 3"):
        indexes = font.glyphIndexesForString(text)
        assert 0 not in indexes, text
        advance = sum(point.x() for point in font.advancesForGlyphIndexes(indexes))
        assert text_width_mm(text, 1.0) == pytest.approx(advance / cap, rel=0.002)


def test_outlines_have_capitals_one_high() -> None:
    box = QRectF()
    for outline in text_outlines("HEH"):
        box = box.united(outline.boundingRect())
    assert box.height() == pytest.approx(1.0, abs=0.01)
    assert box.width() == pytest.approx(text_width_mm("HEH", 1.0), rel=0.1)


def test_what_is_never_seen_takes_no_room() -> None:
    # A byte order mark, for which Qt has not even the box of what is missing.
    with_mark, without = text_outlines("A\ufeffB"), text_outlines("AB")
    assert [o.boundingRect() for o in with_mark if not o.isEmpty()] == [
        o.boundingRect() for o in without
    ]


def test_every_ink_has_a_colour_in_every_palette() -> None:
    for palette in (PAPER, LIGHT, DARK):
        assert set(palette.inks) == set(ColorRole)
        assert all(QColor(colour).isValid() for colour in palette.inks.values())
    assert QGuiApplication.instance() is not None


def test_outlines_of_numbers_are_kept_and_those_of_few_long_lines() -> None:
    """A line of notes takes 200 kB: 256 of them held 47 MB."""
    number, line = text_outlines("0.65"), text_outlines("The notes beneath a drawing 0")
    assert text_outlines("The notes beneath a drawing 0") is line, "while it is drawn"
    for other in range(1, 40):
        text_outlines(f"The notes beneath a drawing {other}")
    assert text_outlines("0.65") is number
    assert text_outlines("The notes beneath a drawing 0") is not line
