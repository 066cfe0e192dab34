"""Reads a footprint back with sexpdata: an independent parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sexpdata

from a4s_gui.geometry.shapes import Rectangle, bounding_box

Tree = list[Any]


@dataclass(frozen=True)
class ReadPad:
    number: str
    rect: Rectangle
    layers: tuple[str, ...]
    mask_margin_mm: float | None
    shape: str
    rounding: float
    paste_ratio: float

    @property
    def paste(self) -> Rectangle:
        """The stencil's opening, as KiCad makes it: each side by twice the ratio of itself."""
        return self.rect.scaled(1 + 2 * self.paste_ratio)


class ReadFootprint:
    """The elements of a ``.kicad_mod`` file by their tokens."""

    def __init__(self, data: bytes) -> None:
        self.tree: Tree = sexpdata.loads(data.decode("utf-8"))

    @property
    def name(self) -> str:
        return str(self.tree[1])

    def all(self, token: str, layer: str | None = None) -> Iterator[Tree]:
        for node in self.tree:
            if not isinstance(node, list) or str(node[0]) != token:
                continue
            if layer is None or child(node, "layer")[0] == layer:
                yield node

    def one(self, token: str) -> Tree:
        (found,) = self.all(token)
        return found[1:]

    def pads(self) -> list[ReadPad]:
        found = []
        for node in self.all("pad"):
            (x, y), (width, height) = child(node, "at"), child(node, "size")
            margin = child(node, "solder_mask_margin") or [None]
            ratio = child(node, "solder_paste_margin_ratio") or [0.0]
            rounding = child(node, "roundrect_rratio") or [0.0]
            rect = Rectangle(float(x), float(y), float(width), float(height))
            layers = tuple(child(node, "layers"))
            shape = str(node[3])
            found.append(ReadPad(node[1], rect, layers, margin[0], shape, rounding[0], ratio[0]))
        return found

    def copper(self) -> list[ReadPad]:
        return [pad for pad in self.pads() if "F.Cu" in pad.layers]

    def drawn(self, layer: str) -> list[Rectangle]:
        """Return the box around each graphic of a layer, its pen included."""
        found = []
        for node in self.tree:
            if not isinstance(node, list) or not str(node[0]).startswith(
                ("fp_line", "fp_p", "fp_r")
            ):
                continue
            if child(node, "layer")[0] == layer:
                points = child(node, "pts") or [
                    ["", *child(node, "start")],
                    ["", *child(node, "end")],
                ]
                box = bounding_box(Rectangle(float(x), float(y), 0, 0) for _, x, y in points)
                found.append(box.grown(child(node, "width")[0] / 2))
        return found

    def ids(self) -> list[str]:
        return [str(child(node, "tstamp")[0]) for node in self.tree if child(node, "tstamp")]


def child(node: Any, token: str) -> Tree:
    """Return what follows a token in a node's own list, empty if it is not there."""
    if isinstance(node, list):
        for item in node:
            if isinstance(item, list) and item and str(item[0]) == token:
                return item[1:]
    return []


def gap_mm(one: Rectangle, other: Rectangle) -> float:
    """Return the distance of two boxes; 0 where they touch or overlap."""
    dx = max(other.left_mm - one.right_mm, one.left_mm - other.right_mm, 0.0)
    dy = max(other.top_mm - one.bottom_mm, one.top_mm - other.bottom_mm, 0.0)
    return float((dx**2 + dy**2) ** 0.5)
