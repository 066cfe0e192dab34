"""What a board has at the pads: its nets by the drawing's numbers, and as they are compared."""

from __future__ import annotations

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW
from a4s_gui.session.selectors import drawing_spec
from a4s_gui.session.shown_board import ShownBoard
from a4s_gui.session.state import State

PAIR = "AXE510127/AXE610124"
SOCKET = ("/MCU/SDA", "~RESET~", "GND", "Net-(J1-Pad7)", "/SCL")
HEADER = ("/CAM/IO/SDA", "~{RESET}", "VBAT", "unconnected-(J2-Pad7)", "Net-(R1-Pad2)")


def test_nets_are_told_apart_in_the_drawing_as_they_are_when_two_boards_are_mated(
    catalog: Catalog,
) -> None:
    nets = {
        Half.SOCKET: {(TOP_ROW, column): net for column, net in enumerate(SOCKET)},
        Half.HEADER: {(BOTTOM_ROW, column): net for column, net in enumerate(HEADER)},
    }
    state = State(pair_id=PAIR, view=View.MATED, board=ShownBoard(10, nets=nets))
    pairs = {pair.id: pair for pair in catalog.pairs}
    spec = drawing_spec(state, pairs, shipped_pattern())
    assert spec is not None

    assert spec.net_of(Half.SOCKET, "1") == "/MCU/SDA", "files and tips have the whole name"
    upright = [i for i in build_scene(spec, 20).items if isinstance(i, Text) and i.vertical]
    assert {text.text: text.ink for text in upright} == {
        "SDA": ColorRole.TEXT,
        "~{RESET}": ColorRole.TEXT,
        "GND | VBAT": ColorRole.PIN_1,
        "SCL": ColorRole.TEXT,
    }
