"""The pin list of the other half: from the nets of one, those that its mate has to have."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.boards.mating import met_site
from a4s_gui.boards.nets import plain_name
from a4s_gui.boards.search.connector import Found
from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.geometry.numbering import Numbering

_GRID_MM = 2.54
_PIN_MM = 2.54


def mirrored_nets(found: Found, numbering: Numbering) -> Mapping[str, str]:
    """Return the nets of the other half by its pin numbers, ascending; empty for no net.

    ``found`` is one half, numbered as it is; ``numbering`` says how the other half is numbered.
    """
    other = found.half.mate
    nets = {
        numbering.number_at(other, found.pins, *met_site(site)): found.nets_at.get(site, "")
        for site in found.numbers
    }
    return {str(number): nets[number] for number in sorted(nets)}


def pin_list_csv(part: str, nets: Mapping[str, str]) -> str:
    """Return a pin list as ``a4s-gui check`` reads it: part, head, a pin and its net a line."""
    return comma_separated([("part", part), ("pin", "net"), *nets.items()])


def kicad_symbol_pins(nets: Mapping[str, str]) -> str:
    """Return the pins of a KiCad symbol, named by their nets, to paste into one.

    A name that a program made up for a net is none for a pin, and the path of a sheet is the other
    board's. Odd numbers stand at the left and even ones at the right, 2.54 mm apart.
    """
    lines = []
    for number, net in nets.items():
        is_left, place = int(number) % 2 == 1, (int(number) - 1) // 2
        x, angle = (-3 * _PIN_MM, 0) if is_left else (3 * _PIN_MM, 180)
        name = (plain_name(net) or "~").replace("\\", "\\\\").replace('"', '\\"')
        lines.append(
            f"(pin passive line (at {x:g} {-place * _GRID_MM:g} {angle}) (length {_PIN_MM:g})"
            f' (name "{name}" (effects (font (size 1.27 1.27))))'
            f' (number "{number}" (effects (font (size 1.27 1.27)))))'
        )
    return "\n".join(lines) + "\n"
