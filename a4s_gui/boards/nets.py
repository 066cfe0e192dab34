"""Which names mean one net, which are none, and which are supplies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from a4s_gui.boards.data import check_data
from a4s_gui.frozen import frozen

_AUTOMATIC = re.compile(
    # KiCad's own names, also with their beginning cut off by a netlist; those of Eagle;
    r"Net-\(.*|unconnected-\(.*|.*-\([A-Z]+[0-9]+-[^()]*\)|.*-Pad\w*\)|N\$[0-9]+|N/C"
    # those of Altium, with designator and pin; of OrCAD, EasyEDA and PADS, and of DipTrace.
    r"|Net[A-Z]{1,3}[0-9]+_(?:[0-9]+|[A-Z]{1,2}[0-9]{1,2})|No Net"
    r"|N[0-9]{5,}|\$[0-9]+N[0-9]+|\${3}[0-9]+|Net [0-9]+",
    re.IGNORECASE,
)
_OLD_BAR = re.compile(r"~([^~{]+)~?")
"""What KiCad 5 draws a bar over; ``~{RESET}`` since KiCad 6, which opens a board as that."""


def plain_name(net: str) -> str:
    """Return a net's name without the path of its sheet; empty where the name is automatic."""
    name = net.rpartition("/")[2] if net.startswith("/") else net
    name = _OLD_BAR.sub(r"~{\1}", name.replace("{slash}", "/"))
    return "" if _AUTOMATIC.fullmatch(name) else name


def is_supply(name: str) -> bool:
    """Guess from a plain name whether a net is a supply or its return."""
    return check_data().supply.fullmatch(name) is not None


@frozen(slots=False)
class NetNames:
    """How nets are compared.

    ``same`` are pairs of names that mean one net; ``supply`` tells whether a plain name is a
    supply's: a guess unless the user says otherwise.
    """

    same: Iterable[tuple[str, str]] = ()
    supply: Callable[[str], bool] = is_supply

    @cached_property
    def _one(self) -> dict[str, str]:
        """The one name that stands for a net, by each that is paired, also over others."""
        found: dict[str, str] = {}
        for pair in self.same:
            left, right = map(plain_name, pair)
            kept, other = found.get(left, left), found.get(right, right)
            for name in (left, right, kept, other):
                found[name] = kept
            for name, one in found.items():
                if one == other:
                    found[name] = kept
        return found

    def net(self, name: str) -> str:
        """Return what a name is compared by; empty for no net."""
        plain = plain_name(name)
        return self._one.get(plain, plain)

    def is_supply(self, name: str) -> bool:
        """Return whether a name as the file has it is taken for a supply."""
        return bool(plain_name(name)) and self.supply(plain_name(name))
