"""Tables of text: pad lists as this program exports them, pin lists, and names of the same net."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import NoReturn

from a4s_gui.boards.model import BoardFile, BoardFileError, BoardPad, Component, PinList
from a4s_gui.catalog.wording import printable

Row = tuple[int, list[str]]
"""Number of the line, and its cells without the blanks around them."""

_PAD_COLUMNS = ("half", "part_number", "number", "x_mm", "y_mm", "width_mm", "height_mm")
_SEPARATORS = ",;\t"
_FURTHEST_MM = 1e5
_PIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,15}")
_MOST_LINES = 100_000
"""Far more than the pads of one board; each is held in memory."""


def read_table(text: str, file: str) -> BoardFile:
    """Read a pad list (by its head) or a pin list.

    A :class:`BoardFileError` names file and line that is not as the table needs it.
    """
    rows = _rows(text, file)
    if rows and rows[0][1][0].lower() == _PAD_COLUMNS[0]:
        return BoardFile(file, _components(rows, file))
    return BoardFile(file, pin_list=_pin_list(rows, file))


def read_same_names(text: str, file: str) -> tuple[tuple[str, str], ...]:
    """Read pairs of names that mean one net, a pair a line; raises as :func:`read_table`."""
    pairs = []
    for line, cells in _rows(text, file):
        if len(cells) != 2 or not all(cells):
            _fail(file, line, "two names of one net, as in VBAT,BAT+", ",".join(cells))
        pairs.append((cells[0], cells[1]))
    return tuple(pairs)


def _rows(text: str, file: str) -> list[Row]:
    """Return the lines that hold something; ``#`` begins a remark."""
    first = first_line(text)
    separator = next((character for character in first if character in _SEPARATORS), ",")
    # A quotation mark that is never closed would swallow all nets below it: strict names its line.
    reader = csv.reader(_lines(text), delimiter=separator, skipinitialspace=True, strict=True)
    rows: list[Row] = []
    begun = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped) and not stripped[0].startswith("#"):
                rows.append((reader.line_num, stripped))
            begun = reader.line_num + 1
            if len(rows) > _MOST_LINES:
                _fail(file, begun, f"at most {_MOST_LINES:,} lines", "more")
    except csv.Error as error:
        _fail(file, begun, "a line of a table, its quotation marks closed", str(error))
    return rows


def first_line(text: str) -> str:
    """Return the first line that holds something and is no remark."""
    return next((line for line in _lines(text) if line.strip() and line[0] != "#"), "")


def begins_table(first: str) -> bool:
    """Return whether a first line has cells, and begins as no format of another program does."""
    return first[:1] not in "<{[*%" and any(character in first for character in _SEPARATORS)


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline=None)


def _components(rows: Sequence[Row], file: str) -> tuple[Component, ...]:
    head_line, head = rows[0]
    place = {name.lower(): i for i, name in enumerate(head)}
    missing = [name for name in _PAD_COLUMNS if name not in place]
    if missing:
        _fail(file, head_line, f"the column {missing[0]}", ",".join(head))
    found: dict[str, list[BoardPad]] = {}
    for line, cells in rows[1:]:
        if len(cells) < len(head):
            _fail(file, line, f"{len(head)} cells", ",".join(cells))
        x, y, width, height = (_number(file, line, cells[place[name]]) for name in _PAD_COLUMNS[3:])
        net = cells[place["net"]] if "net" in place else ""
        pad = BoardPad(cells[place["number"]], x, y, width, height, net=net)
        found.setdefault(cells[place["part_number"]], []).append(pad)
    return tuple(
        Component(name, tuple(pads), (("value", name),), rotation_deg=0.0)
        for name, pads in found.items()
    )


def _number(file: str, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -_FURTHEST_MM < value < _FURTHEST_MM:
        _fail(file, line, "a length in mm", text)
    return value


def _pin_list(rows: Sequence[Row], file: str) -> PinList:
    part = ""
    nets: dict[str, str] = {}
    doubled = []
    for index, (line, cells) in enumerate(rows):
        pin, net = cells[0], cells[1] if len(cells) > 1 else ""
        if index == 0 and pin.lower() == "part":
            part = net
        elif pin.lower() in ("pin", "number") and not nets:
            continue  # a head
        elif len(cells) < 2 or not _PIN.fullmatch(pin):
            _fail(file, line, "a pin and its net, as in 1,GND", ",".join(cells))
        elif pin in nets and (pin.isdecimal() or nets[pin] != net):
            doubled.append(pin)  # terminals by one name, such as MP, may stand there four times
        else:
            nets[pin] = net
    if not nets:
        _fail(file, len(rows) + 1, "a pin and its net, as in 1,GND", "nothing")
    return PinList(part, nets, tuple(doubled))


def _fail(file: str, line: int, expected: str, found: str) -> NoReturn:
    raise BoardFileError(f"{file}, line {line}: expected {expected}, found “{printable(found)}”")
