"""One half as a KiCad footprint: pads, outline, silkscreen and courtyard.

The tokens are those of KiCad 6, which KiCad 6 to 10 read. Names, layers, pens and clearances are
those of the KiCad Library Convention (KLC). Like the geometry, KiCad has x to the right and y down
in millimetres.
"""

from __future__ import annotations

import math
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from a4s_gui.export.kicad.s_expression import Node, Word, document
from a4s_gui.export.kicad.silkscreen import (
    SILK_PEN_MM,
    Point,
    brackets,
    pin_1_triangle,
    round_outward,
)
from a4s_gui.export.naming import NAMESPACE, variant_options
from a4s_gui.geometry.body import body
from a4s_gui.geometry.footprint import Footprint, Pad
from a4s_gui.geometry.numbering import RowScheme, TerminalScheme
from a4s_gui.geometry.shapes import Rectangle, round_mm

FORMAT_VERSION = 20211014
"""The format of KiCad 6.0, of footprints and of symbols."""
COURTYARD_PEN_MM = 0.05
FAB_PEN_MM = 0.1
_TEXT_MM, _LEAST_TEXT_MM = 1.0, 0.5
_ARROW_MM = 0.25
"""Depth and half the width of the notch at pin 1 in the outline."""
_LARGEST_RADIUS_MM = 0.25
_ROW_SYMBOLS = {
    RowScheme.ODD_EVEN: "Odd_Even",
    RowScheme.LOOP: "Counter_Clockwise",
    RowScheme.ROW_BY_ROW: "Top_Bottom",
}
"""How KiCad's generic symbols name each run of numbers."""
_ROUNDED = 0.25
"""Radius of a pad's corners as a share of its shorter side (KLC F6.3), at most a quarter mm."""

FRONT = ("F.Cu", "F.Mask", "F.Paste")
LIBRARY = "Connector_Panasonic_A4S"
"""The library's name; the filters of KiCad's generic connector symbols fit it."""
MODEL_FOLDER = "${KICAD6_3DMODEL_DIR}"
"""Where KiCad keeps its models, by the name that all its versions know."""
_NO_NETS: Mapping[str, str] = {}
_Element = tuple[str, tuple[Node, ...]]
"""One element of a footprint, and a key that no other one of it has."""


def footprint_name(footprint: Footprint) -> str:
    """Return the name in the library, as KLC F3 composes it for connectors.

    ``Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical``; what differs from the default land
    pattern and numbering follows as options, so that two variants fit into one library.
    """
    connector, numbering = footprint.connector, footprint.numbering
    series = connector.series
    mounting = "1MP" if numbering.terminals is TerminalScheme.SHARED else "4MP"
    base = (
        f"{series.maker}_{series.name}_{connector.part_number}_2x{connector.pins // 2:02d}"
        f"-{mounting}_P{series.pitch_mm:.2f}mm_Vertical"
    )
    options = variant_options(footprint.pattern, numbering, (footprint.half,), connector.pins)
    return "_".join([base, *options])


def generic_symbol(footprint: Footprint) -> str:
    """Return which of KiCad's own symbols has the footprint's numbers, ``library:symbol``.

    Where terminals have numbers of their own it has none for them: they stay without a net.
    """
    shared = footprint.numbering.terminals is TerminalScheme.SHARED
    mounting = "_MountingPin" if shared else ""
    rows = _ROW_SYMBOLS[footprint.numbering.rows]
    columns = footprint.connector.pins // 2
    return f"Connector_Generic{mounting}:Conn_02x{columns:02d}_{rows}{mounting}"


def footprint_text(
    footprint: Footprint,
    mates: Sequence[str],
    model_folder: str = MODEL_FOLDER,
    nets: Mapping[str, str] = _NO_NETS,
) -> str:
    """Return the text of a ``.kicad_mod`` file.

    Paste belongs to the pad: KiCad scales the pad by a ratio, which keeps centre and aspect. The
    solder mask is left to the board, whose margin the user can then set.

    ``mates`` are the part numbers of the other halves, for the description; ``model_folder`` is
    where its model lies, as KiCad names the folder. A footprint of a library has no nets: what is
    known of them, by pad number, stands as the pins' function, which KiCad reads with the pad and a
    netlist replaces.
    """
    name = footprint_name(footprint)
    head = ("footprint", name, ("version", FORMAT_VERSION), ("generator", Word("a4s_gui")))
    about: tuple[Node, ...] = (
        ("layer", "F.Cu"),
        ("descr", describe(footprint, mates)),
        ("tags", _tags(footprint)),
        ("attr", Word("smd")),
    )
    # Ids depend on the footprint's name and the element's place alone.
    elements = [
        (*element, ("tstamp", Word(str(uuid.uuid5(NAMESPACE, f"{name}/{key}")))))
        for key, element in _elements(footprint, name, nets)
    ]
    return document(head, (*about, *elements, _model(name, model_folder)))


def describe(footprint: Footprint, mates: Sequence[str]) -> str:
    """Return the footprint's description: part, mates, numbering, and where the figures are from.

    It carries no version and no date, so that the same part gives the same bytes.
    """
    connector, pattern = footprint.connector, footprint.pattern
    numbering, series = footprint.numbering, connector.series
    terminals = sorted({pad.number for pad in footprint.terminals}, key=lambda n: (len(n), n))
    return (
        f"{series.maker} {series.name} board-to-board {connector.half} {connector.part_number}, "
        f"{connector.pins} contacts in two rows, {series.pitch_mm:.2f} mm pitch, soldering "
        f"terminals {', '.join(terminals)}; mates with {' or '.join(mates)}; pin 1 of this "
        f"footprint {numbering.pin_1_of(footprint.half).words}; numbering: "
        f"{numbering.describe()} (the parts carry no mark); land pattern "
        f"“{pattern.title}” ({pattern.label}): check before use: "
        f"{pattern.provenance(footprint.half)}; symbol: {generic_symbol(footprint)}; "
        f"datasheet: {series.datasheet}"
    )


def _model(name: str, folder: str) -> Node:
    """Return the reference to the half's solid: its frame is the footprint's, z up."""
    path = f"{folder}/{LIBRARY}.3dshapes/{name}.step"
    placed = (
        (key, ("xyz", *xyz))
        for key, xyz in (("offset", (0, 0, 0)), ("scale", (1, 1, 1)), ("rotate", (0, 0, 0)))
    )
    return ("model", path, *placed)


def _tags(footprint: Footprint) -> str:
    connector, series = footprint.connector, footprint.connector.series
    return (
        f"{series.maker} {series.name} {connector.part_number} board-to-board mezzanine connector "
        f"{connector.half} {connector.pins} pins {series.pitch_mm:.1f}mm SMD"
    )


def _keyed(pads: Iterable[Pad]) -> Iterable[tuple[str, Pad]]:
    """Yield each pad with a key that is its own, though terminals share a number."""
    seen: dict[str, int] = {}
    for pad in pads:
        seen[pad.number] = seen.get(pad.number, 0) + 1
        yield f"{pad.number}.{seen[pad.number]}", pad


def _elements(footprint: Footprint, name: str, nets: Mapping[str, str]) -> Iterator[_Element]:
    yield from _texts(footprint, name)
    yield from _outline(footprint)
    yield from _silk(footprint)
    yield _courtyard(footprint)
    for key, pad in _keyed(footprint.pads):
        yield _pad(key, pad, footprint.paste_opening(pad), nets.get(pad.number, ""))


def _texts(footprint: Footprint, name: str) -> Iterator[_Element]:
    courtyard = round_outward(footprint.courtyard)
    beside = round(courtyard.height_mm / 2 + 0.85, 2)
    # Four letters fit between the ends, and between the long edges beside the notch (KLC F5.2).
    wide_mm = (footprint.body.width_mm - 0.4) / 4
    high_mm = body(footprint.connector).figures.mould_width_mm - 2 * (_ARROW_MM + FAB_PEN_MM)
    inside = min(_TEXT_MM, round(wide_mm, 2), round(high_mm, 2))
    yield _text("reference", "REF**", -beside, "F.SilkS", _TEXT_MM)
    yield _text("value", name, beside, "F.Fab", _TEXT_MM)
    yield _text("user", "${REFERENCE}", 0.0, "F.Fab", max(inside, _LEAST_TEXT_MM))


def _outline(footprint: Footprint) -> Iterator[_Element]:
    """Yield the housing with its end blocks, a notch at pin 1; KLC F5.2 wants no finer detail."""
    corners = _notched(body(footprint.connector).mould, footprint)
    for i, (start, end) in enumerate(pairwise([*corners, corners[0]])):
        yield _line(f"outline.{i}", start, end, "F.Fab", FAB_PEN_MM)


def _silk(footprint: Footprint) -> Iterator[_Element]:
    """Yield the brackets and pin 1's mark."""
    for i, (start, end) in enumerate(brackets(footprint)):
        yield _line(f"silk.{i}", start, end, "F.SilkS", SILK_PEN_MM)
    points: list[Node] = [("xy", x, y) for x, y in pin_1_triangle(footprint)]
    yield (
        "silk.pin-1",
        (
            "fp_poly",
            ("pts", *points),
            ("layer", "F.SilkS"),
            ("width", SILK_PEN_MM),
            ("fill", Word("solid")),
        ),
    )


def _courtyard(footprint: Footprint) -> _Element:
    """Return the courtyard, rounded outward to KLC's grid of 0.01 mm."""
    area = round_outward(footprint.courtyard)
    return (
        "courtyard",
        (
            "fp_rect",
            ("start", area.left_mm, area.top_mm),
            ("end", area.right_mm, area.bottom_mm),
            ("layer", "F.CrtYd"),
            ("width", COURTYARD_PEN_MM),
            ("fill", Word("none")),
        ),
    )


def _pad(key: str, pad: Pad, paste: Rectangle, net: str) -> _Element:
    """Return a pad; of its paste, KiCad adds the ratio of each side at either end of it."""
    ratio = round((paste.width_mm / pad.width_mm - 1) / 2, 6)
    rounded = min(_ROUNDED, _LARGEST_RADIUS_MM / min(pad.width_mm, pad.height_mm))
    return (
        f"pad.{key}",
        (
            "pad",
            pad.number,
            Word("smd"),
            Word("roundrect"),
            ("at", pad.x_mm, pad.y_mm),
            ("size", pad.width_mm, pad.height_mm),
            ("layers", *FRONT),
            ("roundrect_rratio", rounded),
            *([("pinfunction", net)] if net else []),
            # A ratio of 0 stands for the board's: it is left out, as KiCad writes it.
            *([("solder_paste_margin_ratio", ratio)] if ratio else []),
        ),
    )


def _line(key: str, start: Point, end: Point, layer: str, pen_mm: float) -> _Element:
    first: Node = ("start", *map(round_mm, start))
    last: Node = ("end", *map(round_mm, end))
    return key, ("fp_line", first, last, ("layer", layer), ("width", pen_mm))


def _text(kind: str, text: str, y_mm: float, layer: str, size_mm: float) -> _Element:
    pen = ("thickness", round(size_mm * 0.15, 3))
    effects = ("effects", ("font", ("size", size_mm, size_mm), pen))
    place = ("at", 0, y_mm)
    return f"text.{kind}", ("fp_text", Word(kind), text, place, ("layer", layer), effects)


def _notched(outline: Sequence[Point], footprint: Footprint) -> list[Point]:
    """Return a closed outline whose long edge beside pin 1 has an arrow's notch in it."""
    pin_1 = next(pad for pad in footprint.contacts if pad.number == "1")
    side = -1 if pin_1.y_mm < 0 else 1
    found: list[Point] = []
    for (x, y), (end_x, end_y) in pairwise([*outline, outline[0]]):
        found.append((x, y))
        reaches = min(x, end_x) < pin_1.x_mm - _ARROW_MM and pin_1.x_mm + _ARROW_MM < max(x, end_x)
        if y == end_y and y * side > 0 and reaches:
            ahead = math.copysign(_ARROW_MM, end_x - x)
            found += [
                (pin_1.x_mm - ahead, y),
                (pin_1.x_mm, y - side * _ARROW_MM),
                (pin_1.x_mm + ahead, y),
            ]
    return found
