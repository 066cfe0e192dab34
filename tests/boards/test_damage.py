"""Damaged files end in the documented error or in a result, in bounded time."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.boards.check import CheckOptions, check
from a4s_gui.boards.model import BoardFileError
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.boards.reading.kicad import read_kicad
from a4s_gui.catalog.model import Half
from a4s_gui.errors import A4sError
from tests.boards.synthesis import CATALOG, Placed, board_text, d356, library_pads, nets_for
from tests.every import EXPLORES

PLACED = Placed("J1", library_pads(Half.SOCKET, 10), "back", rotation=37.5, nets=nets_for(10))
BOARD = board_text(PLACED).encode()
PIN_LIST = b"part,AXE510127\npin,net\n" + b"".join(b"%d,N%d\n" % (n, n) for n in range(1, 11))
PADS = b"half,part_number,number,x_mm,y_mm,width_mm,height_mm\n" + b"".join(
    f"socket,AXE510127,{p.number},{p.x},{p.y},{p.width},{p.height}\n".encode() for p in PLACED.pads
)
FILES = [BOARD, d356(PLACED).encode(), PIN_LIST, PADS]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damage") / "file"


def survives(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    message = str(path)
    try:
        check([read_board_file(str(path))], CATALOG, CheckOptions())
    except A4sError as error:
        message = str(error)
    assert str(path) in message
    assert "\n" not in message


@given(st.sampled_from(FILES), st.floats(0, 1))
def test_a_cut_file(path: Path, data: bytes, share: float) -> None:
    survives(path, data[: int(share * len(data))])


@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
)
def test_changed_bytes(path: Path, data: bytes, changes: list[tuple[float, int]]) -> None:
    damaged = bytearray(data)
    for share, byte in changes:
        damaged[int(share * len(damaged))] = byte
    survives(path, bytes(damaged))


@given(
    st.sampled_from(FILES),
    st.floats(0, 1),
    st.sampled_from([b"(", b")", b'"', b"(pad ", b"(at 1e308 -0 nan)", b"\xff\xfe", b"\0", b",,"]),
    st.integers(1, 300),
)
def test_inserted_text(path: Path, data: bytes, share: float, text: bytes, times: int) -> None:
    at = int(share * len(data))
    survives(path, data[:at] + text * times + data[at:])


@pytest.mark.parametrize("text", [b"(a", b"((", b'(a"', b"(a (b) "])
def test_millions_of_lists_in_each_other_take_no_stack_and_little_time(text: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(BoardFileError):
        read_kicad(b"(kicad_pcb " + text * 1_000_000, "deep")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\0\1\2", "line 1: expected a KiCad footprint or board"),
        (b"(kicad_sch (version 1))", "line 1: expected .kicad_pcb .*, found .kicad_sch"),
        (b"G04 of Gerber*\nX0Y0D02*\n", "a pin list, as in 1,GND; it begins with .G04 of Gerber"),
        (b'<eagle version="9.6"><a b="1,2"/></eagle>', "; it begins with .<eagle version="),
        (b'{"head": {"docType": "4"}, "canvas": "CA"}', "a pad list or a pin list"),
        (b"hello", "expected a KiCad footprint .*; it begins with .hello"),
    ],
)
def test_what_is_no_board_is_said(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(BoardFileError, match=message):
        read_board_file(str(path))


def test_what_is_no_file_is_said(path: Path) -> None:
    for name, message in (("/nowhere/x.kicad_pcb", "no such file"), (str(path.parent), "not a f")):
        with pytest.raises(BoardFileError, match=message):
            read_board_file(name)


@pytest.mark.hypothesis
def test_a_large_board_takes_seconds_and_little_memory() -> None:
    size = 20_000_000 if EXPLORES else 4_000_000
    track = '  (segment (start 1.5 2.5) (end 3.5 4.5) (width 0.2) (layer "F.Cu") (net 1))\n'
    resistor = (
        '  (footprint "R_0402" (layer "F.Cu") (at 1 2)\n'
        + '    (fp_line (start 0 0) (end 1 1) (stroke (width 0.1) (type solid)) (layer "F.Fab"))\n'
        * 9
        + '    (pad "1" smd rect (at 0 0) (size 1 1) (layers "F.Cu")))\n'
    )
    fill = "  (zone (net 1) (filled_polygon (pts\n" + "    (xy 1.234567 2.345678)\n" * 400 + ")))\n"
    times = size // len(track * 10 + resistor + fill)
    text = board_text(PLACED)
    board = (text[:-3] + (track * 10 + resistor + fill) * times + ")\n").encode()
    begun = time.process_time()
    tracemalloc.start()
    file = read_kicad(board, "large")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [component.reference for component in file.components] == ["J1"]
    assert peak < size / 10
    assert time.process_time() - begun < size / 2_000_000
