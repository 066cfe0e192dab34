"""IPC-D-356A netlists: the pads of a board with their places and nets, in fixed columns.

Places are as seen from the front with y up, sizes in the pad's own frame. The angle is written in
whole degrees, by KiCad with its sign turned; so a component read here says that angles are rough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn

from a4s_gui.boards.model import BoardFile, BoardFileError, BoardPad, BoardSide, Component
from a4s_gui.catalog.wording import printable

_UNITS_MM = {"CUST 0": 0.00254, "CUST 1": 0.001, "CUST 2": 0.00254, "CUST": 0.00254, "SI": 0.001}
"""One step of a length, by the word of the UNITS record: a ten-thousandth of an inch or 1 um."""
_NO_NET = "N/C"
_RECORDS = ("317", "327")
_END = "999"
_BEGINNING = re.compile(r"(?:[CP]  |[0-9]{3}).*", re.DOTALL)

# Columns 4-17 net, 21-26 component, 27 a hyphen, 28-31 pin; some programs set blanks as they like.
_NAMES = re.compile(r"(?P<net>.{14}).{3}(?P<component>.{6})-(?P<pin>.{4})(?P<rest>.*)")
_LOOSE_NAMES = re.compile(r"(?P<net>\S*)\s+(?P<component>\S+)\s+-(?P<pin>\S*)(?P<rest>.*)")
_PLACE = re.compile(
    r"[ M]?\s*(?:D\d{1,4}[PU ]?)?\s*(?:P?A(?P<access>\d\d))?\s*"
    r"X(?P<x>[-+ ]?\d{1,7})\s*Y(?P<y>[-+ ]?\d{1,7})\s*"
    r"(?:X(?P<width>\d{1,5}))?\s*(?:Y(?P<height>\d{1,5}))?\s*(?:R(?P<angle>[-+]?\d{1,3}))?"
)


def is_ipc356(text: str) -> bool:
    """Return whether a text begins as such a netlist does, and holds the record of a pad."""
    return bool(_BEGINNING.match(text)) and bool(re.search(r"(?m)^3[12]7", text))


def read_ipc356(text: str, file: str) -> BoardFile:
    """Read a netlist; each component has its pads, and neither value nor footprint.

    A :class:`BoardFileError` names file and line of a record that is not as the format has it.
    """
    pads: dict[str, list[BoardPad]] = {}
    for component, pad in _Reader(file).pads(text):
        pads.setdefault(component, []).append(pad)
    components = (
        Component(name, tuple(found), is_placed=True, angles_are_rough=True)
        for name, found in pads.items()
    )
    return BoardFile(file, tuple(components))


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.unit_mm = _UNITS_MM["CUST 0"]

    def pads(self, text: str) -> Iterator[tuple[str, BoardPad]]:
        names: dict[str, str] = {}
        for number, line in enumerate(text.splitlines(), 1):
            kind = line[:3]
            if kind == "P  ":
                self._parameter(line[3:].rstrip(), number, names)
            elif kind in _RECORDS:
                found = self._record(line.rstrip(), number, names)
                if found is not None:
                    yield found
            elif kind == _END:
                return

    def _parameter(self, words: str, number: int, names: dict[str, str]) -> None:
        if words.startswith("UNITS"):
            unit = " ".join(words[5:].split()).upper()
            if unit not in _UNITS_MM:
                self._fail(number, f"one of the units {', '.join(_UNITS_MM)}", unit)
            self.unit_mm = _UNITS_MM[unit]
        elif words.startswith("NNAME") and len(words.split(None, 1)) == 2:
            # Some programs write the whole word into the records, some what follows NNAME.
            alias, name = words.split(None, 1)
            names[alias] = name.strip()
            if not alias[5:].isdecimal():
                names[alias[5:]] = name.strip()

    def _record(self, line: str, number: int, names: dict[str, str]) -> tuple[str, BoardPad] | None:
        match = _NAMES.match(line, 3) or _LOOSE_NAMES.match(line, 3)
        if match is None:
            return None  # a via or a hole: no component's pad
        place = _PLACE.match(match["rest"])
        if place is None:
            self._fail(number, "a place, X and Y with digits, behind the pin", match["rest"])
        component, net = match["component"].strip(), match["net"].strip()
        width = self.unit_mm * int(place["width"] or 0)
        height = self.unit_mm * int(place["height"] or 0)
        pad = BoardPad(
            match["pin"].strip(),
            self.unit_mm * int(place["x"].replace(" ", "")),
            -self.unit_mm * int(place["y"].replace(" ", "")),
            width,
            height or width,  # a round pad has one size only
            float(place["angle"] or 0),
            _side(place["access"]) if line.startswith("327") else None,
            "" if net == _NO_NET else names.get(net, net),
        )
        return component, pad

    def _fail(self, number: int, expected: str, found: str) -> NoReturn:
        raise BoardFileError(
            f"{self.file}, line {number}: expected {expected}, "
            f"found “{printable(found.strip())}”; export the netlist again"
        )


def _side(access: str | None) -> BoardSide:
    """Return the side of a surface-mounted pad: 01 is the front, higher numbers the back."""
    return BoardSide.FRONT if access in (None, "00", "01") else BoardSide.BACK
