"""The pin table as KiCad's symbol editor reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import Numbering, Pin1, RowScheme, TerminalScheme

RequestFor = Callable[..., ExportRequest]
PINS = format_for("pins.csv")


def read(request: ExportRequest) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(PINS.write(request).decode())))


def test_each_number_is_a_pin(request_for: RequestFor) -> None:
    rows = read(request_for("AXE510127", view=View.SOCKET))
    assert list(rows[0]) == ["Number", "Name", "Electrical Type"]
    assert [row["Number"] for row in rows] == [*map(str, range(1, 11)), "MP"]
    assert [row["Name"] for row in rows][::10] == ["Pin_1", "MountPin"]


@pytest.mark.parametrize("half", [View.SOCKET, View.HEADER])
@pytest.mark.parametrize("corner", Pin1)
def test_terminals_follow_in_the_order_of_their_numbers(
    request_for: RequestFor, half: View, corner: Pin1
) -> None:
    single = Numbering(pin_1=corner, terminals=TerminalScheme.CONTINUED)
    rows = read(request_for("AXE510127", view=half, numbering=single))
    assert [row["Number"] for row in rows] == [*map(str, range(1, 15))]


def test_a_known_net_names_the_pin(request_for: RequestFor) -> None:
    nets = {Half.HEADER: {"2": "SDA"}}
    rows = read(request_for("AXE610124", view=View.HEADER, nets=nets))
    assert [row["Name"] for row in rows[:3]] == ["Pin_1", "SDA", "Pin_3"]


def test_a_file_is_one_half(request_for: RequestFor) -> None:
    request = request_for("AXE510127", view=View.SOCKET, numbering=Numbering(RowScheme.LOOP))
    assert PINS.file_name(request) == "AXE510127_Loop.pins.csv"
    pair = replace(request, spec=replace(request.spec, view=View.PAIR))
    assert [PINS.file_name(half).partition("_")[0] for half in PINS.split(pair)] == [
        "AXE510127",
        "AXE610124",
    ]
    with pytest.raises(A4sError, match="one half"):
        PINS.write(pair)
