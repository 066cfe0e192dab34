"""Any file with connectors in it: which kind it is, is seen from its text."""

from __future__ import annotations

from pathlib import Path

from a4s_gui.boards.model import BoardFile, BoardFileError
from a4s_gui.boards.reading.ipc356 import is_ipc356, read_ipc356
from a4s_gui.boards.reading.kicad import ROOTS, read_kicad
from a4s_gui.boards.reading.s_expression import SExpressions
from a4s_gui.boards.reading.tables import (
    begins_table,
    first_line,
    read_same_names,
    read_table,
)
from a4s_gui.catalog.delimited import decode_table
from a4s_gui.catalog.wording import printable

LARGEST_BYTES = 256_000_000
"""Larger than any board; a file is held in memory once."""
_LARGEST_TABLE_BYTES = 64_000_000
_KINDS = (
    "a KiCad footprint or board (.kicad_mod, .kicad_pcb), an IPC-D-356A netlist, "
    "a pad list or a pin list"
)


def read_board_file(path: str) -> BoardFile:
    """Read a file; its name in messages and results is the path as it is given.

    A :class:`BoardFileError` refuses one that cannot be read, is damaged, or of no kind that is
    known.
    """
    data = _content(path, LARGEST_BYTES)
    beginning = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith(b"(") or path.lower().endswith((".kicad_pcb", ".kicad_mod")):
        name, start = SExpressions(data, path).root()
        if name not in ROOTS:
            SExpressions(data, path).fail(
                start, f"({ROOTS[0]} … or ({ROOTS[1]} …", f"({printable(name)} …"
            )
        return read_kicad(data, path)
    text = _text(data, path)
    if is_ipc356(text):
        return read_ipc356(text, path)
    first = first_line(text)
    if not begins_table(first):
        found = printable(first) or "nothing"
        raise BoardFileError(f"{path}: expected {_KINDS}, as in 1,GND; it begins with “{found}”")
    return read_table(text, path)


def read_same_file(path: str) -> tuple[tuple[str, str], ...]:
    """Read pairs of names that mean one net; raises as :func:`read_board_file`."""
    return read_same_names(_text(_content(path, _LARGEST_TABLE_BYTES), path), path)


def _content(path: str, largest: int) -> bytes:
    place = Path(path)
    try:
        if not place.exists():
            raise BoardFileError(f"{path}: there is no such file")
        if not place.is_file():  # reading a pipe or a device could wait for ever
            raise BoardFileError(f"{path}: is not a file; name {_KINDS}")
        if place.stat().st_size > largest:
            megabytes = largest // 1_000_000
            raise BoardFileError(f"{path}: is larger than the {megabytes} MB that are read here")
        with place.open("rb") as file:
            data = file.read(largest)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BoardFileError(f"{path}: cannot be read ({reason})") from None
    if not data.strip():
        raise BoardFileError(f"{path}: is empty; name {_KINDS}")
    return data


def _text(data: bytes, path: str) -> str:
    text = decode_table(data) if len(data) <= _LARGEST_TABLE_BYTES else "\0"
    if "\0" in text[:4000]:
        raise BoardFileError(f"{path}, line 1: expected {_KINDS}, found something else")
    return text
