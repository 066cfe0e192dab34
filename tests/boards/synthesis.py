"""Boards written by hand: KiCad's text from pads, without any code of the reader."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import Numbering

CATALOG = load_catalog()
ROTATIONS = (0.0, 90.0, 180.0, 270.0, 37.5)
SIDES = ("front", "back")

# Number of the contact at a row (0 is the upper one) and column, for n contacts a row.
NUMBERINGS: Mapping[tuple[str, str], Callable[[int, int, int], int]] = {
    ("odd-even", "upper-left"): lambda row, column, _: 2 * column + 1 + row,
    ("odd-even", "lower-left"): lambda row, column, _: 2 * column + 2 - row,
    ("loop", "upper-left"): lambda row, column, n: 2 * n - column if row else column + 1,
    ("loop", "lower-left"): lambda row, column, n: column + 1 if row else 2 * n - column,
    ("row-by-row", "upper-left"): lambda row, column, n: row * n + column + 1,
    ("row-by-row", "lower-left"): lambda row, column, n: (1 - row) * n + column + 1,
}
UPPER, LOWER = ("odd-even", "upper-left"), ("odd-even", "lower-left")


@dataclass(frozen=True)
class LibraryPad:
    """A pad in the top view of its own half, in mm, y down."""

    number: str
    x: float
    y: float
    width: float
    height: float
    extra: str = ""


@dataclass(frozen=True)
class Placed:
    """One footprint on a board."""

    reference: str
    pads: Sequence[LibraryPad]
    side: str = "front"
    x: float = 100.0
    y: float = 50.0
    rotation: float = 0.0
    value: str = "Conn"
    name: str = "lib:Conn"
    nets: Mapping[str, str] = field(default_factory=dict)

    def board_place(self, pad: LibraryPad) -> complex:
        """Return where a pad is on the board, x to the right and y down as the imaginary part.

        A turn counter-clockwise is one clockwise where y points down; the back is mirrored first.
        """
        y = pad.y if self.side == "front" else -pad.y
        turn = cmath.exp(-1j * math.radians(self.rotation))
        return complex(self.x, self.y) + complex(pad.x, y) * turn


def library_pads(
    half: Half,
    pins: int = 40,
    numbering: tuple[str, str] = UPPER,
    pattern: LandPattern | None = None,
    terminals: Sequence[str] = ("MP", "MP", "MP", "MP"),
) -> list[LibraryPad]:
    """Return the pads of one half in its own top view."""
    pair = next(pair for pair in CATALOG.pairs if pair.pins == pins)
    laid = footprint(pair.connector(half), pattern or shipped_pattern(), Numbering())
    number_at = NUMBERINGS[numbering]
    pads = [
        LibraryPad(
            str(number_at(int(p.y_mm > 0), round(p.x_mm / 0.4 + (pins / 2 - 1) / 2), pins // 2)),
            p.x_mm,
            p.y_mm,
            p.width_mm,
            p.height_mm,
        )
        for p in laid.contacts
    ]
    pads += [
        LibraryPad(name, p.x_mm, p.y_mm, p.width_mm, p.height_mm)
        for name, p in zip(terminals, laid.terminals, strict=True)
    ]
    return pads


def _pad(placed: Placed, pad: LibraryPad, net: str) -> str:
    letter = "F" if placed.side == "front" else "B"
    y = pad.y if placed.side == "front" else -pad.y
    return (
        f'    (pad "{pad.number}" smd rect (at {pad.x:.6f} {y:.6f} {placed.rotation:g})'
        f" (size {pad.width:.6f} {pad.height:.6f})"
        f' (layers "{letter}.Cu" "{letter}.Paste" "{letter}.Mask"){net}{pad.extra})\n'
    )


def footprint_text(placed: Placed, net_of: Callable[[str], str]) -> str:
    """Return a footprint on a board, as KiCad 8 to 10 write it."""
    letter = "F" if placed.side == "front" else "B"
    text = (
        f'  (footprint "{placed.name}" (layer "{letter}.Cu")\n'
        f"    (at {placed.x:g} {placed.y:g} {placed.rotation:g})\n"
        f'    (property "Reference" "{placed.reference}" (at 0 -2 0) (layer "F.SilkS"))\n'
        f'    (property "Value" "{placed.value}" (at 0 2 0) (layer "F.Fab"))\n'
    )
    for pad in placed.pads:
        text += _pad(placed, pad, net_of(placed.nets.get(pad.number, "")))
    return text + "  )\n"


def board_text(*parts: Placed, version: int = 20240108) -> str:
    """Return a board, with numbered nets as up to KiCad 9, or named ones as since 10."""
    names = sorted({net for placed in parts for net in placed.nets.values()})
    has_numbers = version < 20250901
    table = "".join(f'  (net {i} "{name}")\n' for i, name in enumerate(["", *names]))

    def net_of(name: str) -> str:
        if not name:
            return ""
        return f' (net {names.index(name) + 1} "{name}")' if has_numbers else f' (net "{name}")'

    return (
        f'(kicad_pcb (version {version}) (generator "pcbnew")\n'
        "  (general (thickness 1.6))\n"
        '  (layers (0 "F.Cu" signal) (31 "B.Cu" signal))\n'
        "  (setup (pad_to_mask_clearance 0))\n"
        + (table if has_numbers else "")
        + "".join(footprint_text(placed, net_of) for placed in parts)
        + '  (segment (start 0 0) (end 1 1) (width 0.2) (layer "F.Cu") (net 1))\n'
        ")\n"
    )


def library_text(pads: Sequence[LibraryPad], name: str = "Conn", version: int = 20240108) -> str:
    """Return a footprint by itself."""
    placed = Placed("REF**", pads)
    rows = "".join(_pad(placed, pad, "") for pad in pads)
    return f'(footprint "{name}" (version {version}) (layer "F.Cu")\n{rows})\n'


def d356(placed: Placed) -> str:
    """Return a component as KiCad writes it: steps of 2.54 um, angles negated."""
    lines = ["P  CODE 00", "P  UNITS CUST 0", "P  arrayDim   N"]
    for pad in placed.pads:
        place = placed.board_place(pad)
        x, y, w, h = (
            round(value / 0.00254) for value in (place.real, -place.imag, pad.width, pad.height)
        )
        net = placed.nets.get(pad.number, "N/C")
        access = 1 if placed.side == "front" else 2
        angle = int(-placed.rotation) % 360
        lines.append(
            f"327{net:14.14}   {placed.reference:6.6}-{pad.number:4.4} "
            f"      A{access:02d}X{x:+07d}Y{y:+07d}X{w:04d}Y{h:04d}R{angle:03d}S2"
        )
    return "\n".join([*lines, "999", ""])


def nets_for(pins: int, prefix: str = "") -> dict[str, str]:
    """Return a net of its own for each contact."""
    return {str(n): f"{prefix}SIG{n}" for n in range(1, pins + 1)}
