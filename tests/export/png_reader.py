"""A PNG as its reader sees it: chunks taken apart by hand, pixels as darkness."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from PySide6.QtGui import QImage

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """Every chunk's type and data; each checksum is checked."""
    assert png.startswith(SIGNATURE)
    found, at = [], len(SIGNATURE)
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert zlib.crc32(kind + data) == checksum
        found.append((kind, data))
        at += 12 + length
    return found


def size(png: bytes) -> tuple[int, int]:
    data = dict(chunks(png))[b"IHDR"]
    width, height = struct.unpack(">II", data[:8])
    return width, height


def dpi(png: bytes) -> tuple[float, float]:
    x, y, unit = struct.unpack(">IIB", dict(chunks(png))[b"pHYs"])
    assert unit == 1  # per metre
    return x * 0.0254, y * 0.0254


def texts(png: bytes) -> dict[str, str]:
    found = {}
    for kind, data in chunks(png):
        if kind in (b"tEXt", b"zTXt"):
            key, _, value = data.partition(b"\0")
            raw = zlib.decompress(value[1:]) if kind == b"zTXt" else value
            found[key.decode("latin-1")] = raw.decode("latin-1")
        elif kind == b"iTXt":
            key, _, value = data.partition(b"\0")
            assert value[:4] == b"\1\0\0\0", "packed, in no language, by no other keyword"
            found[key.decode("latin-1")] = zlib.decompress(value[4:]).decode("utf-8")
    return found


@dataclass(frozen=True)
class Pixels:
    """Darkness of every pixel, 0 for white to 255 for black."""

    width: int
    height: int
    rows: list[bytes]

    @classmethod
    def of(cls, png: bytes) -> Pixels:
        return cls.of_image(QImage.fromData(png))

    @classmethod
    def of_image(cls, image: QImage) -> Pixels:
        assert not image.isNull()
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        image.invertPixels()
        bits, stride = bytes(image.constBits()), image.bytesPerLine()
        rows = [bits[y * stride : y * stride + image.width()] for y in range(image.height())]
        return cls(image.width(), image.height(), rows)

    def column(self, x: int) -> bytes:
        return bytes(row[x] for row in self.rows)

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what is not white; right and bottom lie outside."""
        ys = [y for y, row in enumerate(self.rows) if any(row)]
        left = min(len(row) - len(row.lstrip(b"\0")) for row in self.rows if any(row))
        right = max(len(row.rstrip(b"\0")) for row in self.rows)
        return left, ys[0], right, ys[-1] + 1


def runs(line: bytes) -> list[tuple[float, float]]:
    """Start and end of each stroke across a line of pixels, to parts of a pixel.

    A pixel at a stroke's edge is covered as much as it is dark, measured on the stroke's darkest.
    """
    found, start = [], None
    for i, value in enumerate(line + b"\0"):
        if value and start is None:
            start = i
        elif not value and start is not None:
            stroke = line[start:i]
            full = max(stroke)
            first = start + 1 - stroke[0] / full
            last = i - 1 + stroke[-1] / full if len(stroke) > 1 else float(i)
            found.append((first, last))
            start = None
    return found
