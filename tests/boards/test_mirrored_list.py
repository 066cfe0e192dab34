"""The other half's pin list, and the two mated."""

from __future__ import annotations

import pytest
import sexpdata

from a4s_gui.boards.mirrored_list import kicad_symbol_pins, mirrored_nets, pin_list_csv
from a4s_gui.boards.reading.tables import read_table
from a4s_gui.boards.search.identify import Searcher
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from tests.boards.synthesis import CATALOG

LIST = "part,AXE510127\n" + "".join(f"{n},N{n}\n" for n in range(1, 10))


@pytest.mark.parametrize("rows", RowScheme)
@pytest.mark.parametrize("header", HeaderScheme)
def test_the_mirrored_list_mates_net_for_net(rows: RowScheme, header: HeaderScheme) -> None:
    numbering = Numbering(rows, header)
    searcher = Searcher(CATALOG, (), numbering)
    (socket,) = searcher.search([read_table(LIST, "s")])
    nets = mirrored_nets(socket, numbering)

    if header is HeaderScheme.MATING:
        assert nets == {**{str(n): f"N{n}" for n in range(1, 10)}, "10": ""}
    again = read_table(pin_list_csv("AXE610124", nets), "h")
    (mate,) = searcher.search([again])
    assert mirrored_nets(mate, numbering) == {**{str(n): f"N{n}" for n in range(1, 10)}, "10": ""}


def test_symbol_pins_are_kicads() -> None:
    pins = sexpdata.loads(f"({kicad_symbol_pins({'1': 'GND', '2': '', '3': 'A B'})})")

    assert [(pin[5][1], pin[6][1]) for pin in pins] == [("GND", "1"), ("~", "2"), ("A B", "3")]
    assert [pin[3][1:] for pin in pins] == [[-7.62, 0, 0], [7.62, 0, 180], [-7.62, -2.54, 0]]


def test_symbol_pins_have_no_names_that_belong_to_the_other_board() -> None:
    nets = {"1": "/MCU/SDA", "2": "unconnected-(J3-Pad2)", "3": "~RESET~", "4": "Net-(R1-Pad2)"}
    pins = sexpdata.loads(f"({kicad_symbol_pins(nets)})")
    assert [pin[5][1] for pin in pins] == ["SDA", "~", "~{RESET}", "~"]
