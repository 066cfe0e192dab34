"""Reads an SVG drawing as a program that imports it would: elements, places, layers."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"

Numbers = tuple[float, ...]


class Drawing:
    """A parsed SVG file; parsing fails where it is not well formed."""

    def __init__(self, data: bytes) -> None:
        self.root = ET.fromstring(data)  # noqa: S314 # made by the test

    @property
    def size_mm(self) -> tuple[float, float]:
        width, height = self.root.attrib["width"], self.root.attrib["height"]
        assert width.endswith("mm")
        assert height.endswith("mm")
        return float(width[:-2]), float(height[:-2])

    @property
    def view_box(self) -> Numbers:
        return tuple(map(float, self.root.attrib["viewBox"].split()))

    @property
    def layers(self) -> list[str]:
        return [child.attrib["id"] for child in self.root if child.tag == f"{SVG}g"]

    def layer(self, name: str) -> ET.Element:
        (found,) = [child for child in self.root if child.attrib.get("id") == name]
        return found

    def rects(self, layer: str) -> list[Numbers]:
        """Return x, y, width and height of each rectangle of a layer."""
        names = ("x", "y", "width", "height")
        return [
            tuple(float(rect.attrib[name]) for name in names)
            for rect in self.layer(layer).iter(f"{SVG}rect")
        ]

    def text(self, tag: str) -> str:
        found = self.root.find(f"{SVG}{tag}")
        assert found is not None
        return found.text or ""


def around(rects: Sequence[tuple[float, ...]]) -> tuple[float, float, float, float]:
    """Return the box around rectangles, each x, y, width and height."""
    left, top = min(r[0] for r in rects), min(r[1] for r in rects)
    right, bottom = max(r[0] + r[2] for r in rects), max(r[1] + r[3] for r in rects)
    return left, top, right - left, bottom - top
