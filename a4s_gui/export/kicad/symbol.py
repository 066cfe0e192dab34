"""Symbols of both halves as a KiCad library, ``.kicad_sym``, in the format of KiCad 6.

A symbol is a box with the contacts in two columns as KiCad's generic connectors have them: left the
row that pin 1 stands in, right the other one, in the direction in which its numbers run. Terminals
that share a number are one pin at the foot; others follow the contacts. Places are mm, y up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a4s_gui.export.kicad.footprint import FORMAT_VERSION, LIBRARY, footprint_name
from a4s_gui.export.kicad.s_expression import Node, Word, document
from a4s_gui.export.naming import part_stem, pin_name
from a4s_gui.frozen import frozen
from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.numbering import RowScheme

_GRID_MM = 2.54
_PIN_MM = 3.81
_BODY_MM = 1.27
"""From the pins' grid to the body's edges."""
_TEXT_MM = 1.27
_FIELDS_AWAY_MM = 1.27


@frozen
class SymbolPart:
    """What a symbol is made of: a half, what it mates with, and how high it stands, in words."""

    footprint: Footprint
    mates: tuple[str, ...]
    height: str


def symbols_text(parts: Sequence[SymbolPart], nickname: str = LIBRARY) -> str:
    """Return the text of a ``.kicad_sym`` file.

    ``nickname`` is what the library of the footprints is called in KiCad's table.
    """
    head = ("kicad_symbol_lib", ("version", FORMAT_VERSION), ("generator", Word("a4s_gui")))
    return document(head, [_symbol(part, nickname) for part in parts])


def _symbol(part: SymbolPart, nickname: str) -> Node:
    footprint = part.footprint
    name, rows = part_stem(footprint), _rows(footprint)
    top = (rows - 1) // 2 * _GRID_MM
    bottom = top - (rows - 1) * _GRID_MM
    edges = (top + _BODY_MM, bottom - _BODY_MM)
    return (
        "symbol",
        name,
        ("pin_names", ("offset", 1.016), Word("hide")),
        ("in_bom", Word("yes")),
        ("on_board", Word("yes")),
        *_properties(part, name, nickname, edges),
        ("symbol", f"{name}_0_1", _box(*edges)),
        ("symbol", f"{name}_1_1", *_pins(footprint, top, edges[1])),
    )


def _properties(
    part: SymbolPart, name: str, nickname: str, edges: tuple[float, float]
) -> Iterator[Node]:
    footprint = part.footprint
    connector, series = footprint.connector, footprint.connector.series
    described = (
        f"{series.maker} {series.name} board-to-board {connector.half}, {connector.pins} contacts, "
        f"{series.pitch_mm:.2f} mm pitch, mates with {' or '.join(part.mates)}; numbering: "
        f"{footprint.numbering.describe()}"
    )
    columns = f"2x{connector.pins // 2:02d}"
    shown = {
        "Reference": ("J", edges[0] + _FIELDS_AWAY_MM),
        "Value": (name, edges[1] - _FIELDS_AWAY_MM - _GRID_MM),
    }
    hidden = {
        "Footprint": f"{nickname}:{footprint_name(footprint)}",
        "Datasheet": series.datasheet,
        "Manufacturer": series.maker,
        "Manufacturer Part Number": connector.part_number,
        "Height": part.height,
        "ki_keywords": f"{series.maker} {series.name} connector board-to-board {connector.half}",
        "ki_description": described,
        "ki_fp_filters": f"{series.maker}?{series.name}?{connector.part_number}?{columns}*",
    }
    for ident, (key, (value, y)) in enumerate(shown.items()):
        yield _property(key, value, ident, y)
    for ident, (key, text) in enumerate(hidden.items(), len(shown)):
        yield _property(key, text, ident, 0.0, Word("hide"))


def _property(key: str, value: str, ident: int, y_mm: float, *flags: Word) -> Node:
    place = ("at", 0, y_mm, 0)
    return ("property", key, value, ("id", ident), place, _effects(*flags))


def _effects(*flags: Word) -> Node:
    return ("effects", ("font", ("size", _TEXT_MM, _TEXT_MM)), *flags)


def _box(top: float, bottom: float) -> Node:
    return (
        "rectangle",
        ("start", -_BODY_MM, top),
        ("end", _BODY_MM + _GRID_MM, bottom),
        ("stroke", ("width", 0.254), ("type", Word("default"))),
        ("fill", ("type", Word("background"))),
    )


def _rows(footprint: Footprint) -> int:
    """Return how many rows of pins the box has: of contacts, and of terminals with own numbers."""
    return footprint.connector.pins // 2 + len(footprint.terminal_numbers) // 2


def _pins(footprint: Footprint, top: float, bottom: float) -> Iterator[Node]:
    """Yield a pin for each number."""
    contacts = footprint.connector.pins // 2
    for pad in footprint.contacts:
        place = _place(footprint.numbering.rows, int(pad.number), contacts)
        yield _side_pin(pad.number, top, *place)
    first, *others = footprint.terminal_numbers
    if not others:
        yield _pin(first, 0.0, bottom - _PIN_MM, 90)
        return
    # They run round the part: down beside the left column's end, up beside the right one's.
    places = ((contacts, True), (contacts + 1, True), (contacts + 1, False), (contacts, False))
    for number, place in zip((first, *others), places, strict=True):
        yield _side_pin(number, top, *place)


def _side_pin(number: str, top: float, row: int, is_left: bool) -> Node:  # noqa: FBT001
    x, turn = (-_BODY_MM - _PIN_MM, 0) if is_left else (_BODY_MM + _GRID_MM + _PIN_MM, 180)
    return _pin(number, x, top - row * _GRID_MM, turn)


def _place(scheme: RowScheme, number: int, rows: int) -> tuple[int, bool]:
    """Return a contact's row from the top, and whether it stands in the left column."""
    if scheme is RowScheme.ODD_EVEN:
        return (number - 1) // 2, number % 2 == 1
    if number <= rows:
        return number - 1, True
    return (2 * rows - number if scheme is RowScheme.LOOP else number - rows - 1), False


def _pin(number: str, x_mm: float, y_mm: float, turn: int) -> Node:
    return (
        "pin",
        Word("passive"),
        Word("line"),
        ("at", x_mm, y_mm, turn),
        ("length", _PIN_MM),
        ("name", pin_name(number), _effects()),
        ("number", number, _effects()),
    )
