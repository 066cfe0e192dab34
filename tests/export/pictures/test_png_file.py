"""PNG files as readers see them: pixels, colour space, dpi and texts."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColorSpace, QImage

from a4s_gui.export.pictures.png import encode_png
from a4s_gui.export.pictures.png_file import png_file
from tests.export.png_reader import chunks, dpi, texts


def test_the_order_and_the_colour_space() -> None:
    data = png_file([b"\0\1\2" * 4] * 3, 4, 11811, {"Title": "a"})
    kinds = [kind for kind, _ in chunks(data)]
    assert kinds == [b"IHDR", b"sRGB", b"pHYs", b"tEXt", b"IDAT", b"IEND"]
    assert dict(chunks(data))[b"IHDR"] == struct.pack(">IIBBBBB", 4, 3, 8, 2, 0, 0, 0)
    assert dpi(data) == pytest.approx((300, 300), abs=0.01)
    image = QImage.fromData(data)
    assert image.colorSpace() == QColorSpace(QColorSpace.NamedColorSpace.SRgb)


RUNS = st.tuples(st.sampled_from([b"\xff\xff\xff", b"\0\0\0", b"\x10\x80\xf0"]), st.integers(1, 40))


@settings(max_examples=60)
@given(st.lists(RUNS, min_size=1, max_size=12), st.integers(1, 9))
def test_every_pixel_comes_back(runs: list[tuple[bytes, int]], width: int) -> None:
    rows = [look * width for look, number in runs for _ in range(number)]
    data = png_file(rows, width, 1000, {})
    packed = zlib.decompress(dict(chunks(data))[b"IDAT"])  # which looks at the check as well
    assert len(packed) == len(rows) * (1 + 3 * width)
    image = QImage.fromData(data)
    again = image.convertToFormat(QImage.Format.Format_RGB888)
    assert (again.width(), again.height()) == (width, len(rows))
    for y, row in enumerate(rows):
        start = y * again.bytesPerLine()
        assert bytes(again.constBits()[start : start + 3 * width]) == row


def test_texts_of_every_kind_come_back() -> None:
    said = {"Title": "40 µm", "Description": "a line\n" * 40, "Land pattern": "“日本”, äöü"}
    data = png_file([b"\0\0\0"], 1, 1000, said)
    assert texts(data) == said
    image = QImage.fromData(data)
    assert {key: image.text(key) for key in said} == said


@pytest.mark.parametrize("more", ["", "日", "." * 100])
def test_control_characters_end_no_text(more: str) -> None:
    data = png_file([b"\0\0\0"], 1, 1000, {"Title": f"a\0b\x1bc\nd{more}"})
    assert texts(data) == {"Title": f"a b c\nd{more}"}
    assert QImage.fromData(data).text("Title") == f"a b c\nd{more}"


def test_a_picture_of_odd_width_keeps_its_pixels() -> None:
    image = QImage(7, 3, QImage.Format.Format_RGB32)
    for x in range(7):
        for y in range(3):
            image.setPixel(x, y, 0xFF000000 | x << 16 | y << 8 | 7)
    again = QImage.fromData(encode_png(image)).convertToFormat(QImage.Format.Format_RGB32)
    assert all(image.pixel(x, y) == again.pixel(x, y) for x in range(7) for y in range(3))
