"""Footprints and boards of KiCad 5 to 10.

A pad's place in the file is in its footprint's frame; its angle is that on the board. What stands
on the back is written mirrored (y of each pad changes its sign, layers are ``B.*``), so that place
and angle of every pad are as seen from the front, whichever side it is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import prod

from a4s_gui.boards.geometry_2d import Point, bounds_of_turned, turned
from a4s_gui.boards.model import BoardFile, BoardFileError, BoardPad, BoardSide, Component
from a4s_gui.boards.reading.s_expression import Node, Quoted, SExpressions
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.shapes import Rectangle, bounding_box

FOOTPRINTS = ("footprint", "module")
"""``module`` is the word of KiCad 5."""
ROOTS = ("kicad_pcb", *FOOTPRINTS)

_OWN_MARGINS = {
    "solder_mask_margin": "mask",
    "solder_paste_margin": "paste",
    "solder_paste_ratio": "paste_ratio",
    "solder_paste_margin_ratio": "paste_ratio",
}
_READ = frozenset(("layer", "at", "fp_text", "property", "pad", *_OWN_MARGINS))
"""The lists of a footprint that are looked into; what is drawn is stepped over."""
_FEWEST_PADS, _MOST_PADS = 8, 300
"""A board's other footprints are stepped over unless they name a part; most are resistors."""
_MOST_READ = 5_000
"""Pads, of a footprint that names a part or is a file of its own; each takes time and memory."""
_NO_PART_NUMBER = frozenset(
    ("reference", "value", "footprint", "sheetfile", "sheetname", "description", "datasheet")
)

_OF_ITS_MATE = re.compile(r"(?<![a-z])mat(?:e|ing)|counterpart")
"""Names of fields such as *Mating part*, whose number is another part's."""


def read_kicad(data: bytes, file: str) -> BoardFile:
    """Read a footprint or a board; components that cannot be connectors are left out.

    A :class:`BoardFileError` names file, line and what was expected where the text is cut or
    damaged.
    """
    text = SExpressions(data, file)
    name, start = text.root()
    if name in FOOTPRINTS:
        pads = data.count(b"(pad ", start)
        if pads > _MOST_READ:
            most = f"a connector's has some hundreds, and at most {_MOST_READ:,} are read"
            raise BoardFileError(f"{file}: the footprint has {pads:,} pads; {most}")
        return BoardFile(file, (_component(text, start, _Board(), is_placed=False),))
    return BoardFile(file, tuple(_components(text, start)))


class _Board:
    """What a board says for all its footprints: nets by their numbers, margins, layers' names."""

    def __init__(self) -> None:
        self.nets: dict[str, str] = {}
        self.margins: Mapping[str, float] = {}
        self.layers: Mapping[str, str] = {}


@frozen(slots=False)
class _Place:
    """Where a footprint stands, and what holds for its pads."""

    anchor_mm: Point
    rotation_deg: float
    board: _Board
    margins: Mapping[str, float]


def _components(text: SExpressions, start: int) -> Iterator[Component]:
    board = _Board()
    for name, begin, end in text.children(start):
        if name == "net":
            node = text.node(begin, end)
            board.nets[node.atom(0)] = node.atom(1)
        elif name == "layers":
            board.layers = _renamed_layers(text.node(begin, end))
        elif name == "setup":
            board.margins = _board_margins(text, begin)
        elif name in FOOTPRINTS and _may_be_connector(text.data, begin, end):
            yield _component(text, begin, board, is_placed=True)


def _may_be_connector(data: bytes, begin: int, end: int) -> bool:
    pads = data.count(b"(pad ", begin, end)
    named = pads <= _MOST_READ and b"AXE" in data[begin:end].upper()
    return _FEWEST_PADS <= pads <= _MOST_PADS or named


_BOARD_MARGINS = {
    "pad_to_mask_clearance": "mask",
    "pad_to_paste_clearance": "paste",
    "pad_to_paste_clearance_ratio": "paste_ratio",
}


def _board_margins(text: SExpressions, start: int) -> Mapping[str, float]:
    return {
        _BOARD_MARGINS[name]: text.node(begin, end).number(0)
        for name, begin, end in text.children(start)
        if name in _BOARD_MARGINS
    }


_OUTER_LAYERS = {"0": "F.Cu", "31": "B.Cu"}
"""The outer copper layers up to KiCad 8, by number."""


def _renamed_layers(layers: Node) -> Mapping[str, str]:
    """Return the outer copper layers by the names that a user gave them, as KiCad 5 writes them."""
    return {
        layer.atom(0): _OUTER_LAYERS[layer.name]
        for layer in layers.nodes
        if layer.name in _OUTER_LAYERS and layer.atom(1) != "user"
    }


def _own_margins(node: Node, above: Mapping[str, float]) -> Mapping[str, float]:
    """Return the margins in force; up to KiCad 7 a margin of 0 means that of what is above."""
    found = {_OWN_MARGINS[n.name]: n.number(0) for n in node.nodes if n.name in _OWN_MARGINS}
    return {**above, **{name: value for name, value in found.items() if value}}


def _component(text: SExpressions, start: int, board: _Board, *, is_placed: bool) -> Component:
    node = Node(text, text.name_at(start), start)
    for name, begin, end in text.children(start):
        if name in _READ:
            node.nodes.append(text.node(begin, end))
    fields = dict(_fields(node))
    at = node.child("at")
    anchor = (at.number(0), at.number(1)) if at else (0.0, 0.0)
    rotation = at.number_or(2, 0.0) if at else 0.0
    margins = _own_margins(node, board.margins)
    place = _Place(anchor, rotation, board, margins)
    pads = [_Pad(pad, place) for pad in node.nodes if pad.name == "pad"]
    texts = [("value", fields.get("value", ""))]
    texts += [
        ("property", text)
        for name, text in fields.items()
        if name not in _NO_PART_NUMBER and not _OF_ITS_MATE.search(name)
    ]
    texts.append(("footprint", text.first_atom(start)))
    return Component(
        reference=fields.get("reference", ""),
        pads=tuple(_with_apertures(pads)),
        texts=tuple((kind, words) for kind, words in texts if words),
        is_placed=is_placed,
        anchor_mm=anchor,
        rotation_deg=rotation % 360,
    )


def _fields(node: Node) -> Iterator[tuple[str, str]]:
    """Yield a footprint's texts by their names; since KiCad 8 all of them are properties."""
    for child in node.nodes:
        is_named = child.name == "fp_text" and child.atom(0) in ("reference", "value")
        if is_named or child.name == "property":
            yield child.atom(0).lower(), child.atom(1)


class _Pad:
    """One pad as the file has it, copper or a stencil opening of its own, and its layers."""

    def __init__(self, node: Node, place: _Place) -> None:
        at, size = _child(node, "at"), _child(node, "size")
        layers = node.child("layers")
        names = layers.atoms if layers else []
        self.layers = frozenset(place.board.layers.get(name, name) for name in names)
        self.is_copper = any(layer.endswith(".Cu") for layer in self.layers)
        self.has_paste = any(layer.endswith(".Paste") for layer in self.layers)
        angle_deg = at.number_or(2, 0.0)
        shape = _shape(node, Rectangle(0.0, 0.0, size.number(0), size.number(1)))
        x, y = turned(at.number(0), at.number(1), place.rotation_deg)
        dx, dy = turned(shape.x_mm, shape.y_mm, angle_deg)
        margins = _own_margins(node, place.margins)
        self.on_board = BoardPad(
            node.atom(0),
            place.anchor_mm[0] + x + dx,
            place.anchor_mm[1] + y + dy,
            shape.width_mm,
            shape.height_mm,
            angle_deg,
            self._side(),
            _net(node, place.board.nets),
            margins.get("mask"),
            _left_open(shape, margins) if self.has_paste else None,
        )

    def _side(self) -> BoardSide | None:
        front, back = "F.Cu" in self.layers, "B.Cu" in self.layers
        if front is back or self.layers & {"*.Cu", "F&B.Cu"}:
            return None
        return BoardSide.FRONT if front else BoardSide.BACK


def _left_open(pad: Rectangle, margins: Mapping[str, float]) -> float | None:
    """Return what margins leave of the stencil's opening, as KiCad adds them up; else ``None``."""
    if not margins.keys() & {"paste", "paste_ratio"}:
        return None
    margin, ratio = margins.get("paste", 0.0), margins.get("paste_ratio", 0.0)
    return prod(
        max(side + 2 * (margin + ratio * side), 0.0) / side if side else 0.0
        for side in (pad.width_mm, pad.height_mm)
    )


def _child(node: Node, name: str) -> Node:
    found = node.child(name)
    if found is None:
        node.text.fail(node.start, f"({name} … in ({node.name} …", "none")
    return found


def _net(node: Node, nets: Mapping[str, str]) -> str:
    """Return a pad's net: ``(net 1 "GND")`` up to KiCad 9, ``(net "GND")`` since 10."""
    net = node.child("net")
    if net is None or not net.atoms:
        return ""
    name = net.atoms[-1]
    is_number = len(net.atoms) == 1 and not isinstance(name, Quoted)
    return nets.get(name, name) if is_number else str(name)


def _shape(node: Node, anchor: Rectangle) -> Rectangle:
    """Return the bounds of a pad's copper in its own frame: anchor, primitives, offset."""
    drill = node.child("drill")
    offset = drill.child("offset") if drill else None
    primitives = node.child("primitives")
    boxes = [_box(primitive) for primitive in primitives.nodes] if primitives else []
    box = bounding_box([anchor, *(box for box in boxes if box is not None)])
    return box.moved(offset.number(0), offset.number(1)) if offset else box


def _box(primitive: Node) -> Rectangle | None:
    """Return the bounds of what a custom pad consists of beside its anchor."""
    points = primitive.child("pts")
    corners = points.nodes if points else primitive.nodes
    ends = ("xy", "start", "mid", "end")
    places = [(n.number(0), n.number(1)) for n in corners if n.name in ends]
    if not places:
        return None
    width = primitive.child("width")
    xs, ys = zip(*places, strict=True)
    box = Rectangle.from_edges(min(xs), min(ys), max(xs), max(ys))
    return box.grown(width.number(0) / 2 if width else 0.0)


def _with_apertures(pads: Sequence[_Pad]) -> Iterator[BoardPad]:
    """Yield the copper pads, each with the share of it that apertures of their own leave open."""
    apertures = [pad.on_board for pad in pads if pad.has_paste and not pad.is_copper]
    for pad in pads:
        if not pad.is_copper:
            continue
        found = pad.on_board
        width, height = found.width_mm, found.height_mm
        box = bounds_of_turned(found.x_mm, found.y_mm, width, height, found.angle_deg)
        inside = [a for a in apertures if box.contains_point(a.x_mm, a.y_mm)]
        if inside and not pad.has_paste and width and height:
            area = sum(a.width_mm * a.height_mm for a in inside)
            found = replace(found, paste_ratio=area / (width * height))
        yield found
