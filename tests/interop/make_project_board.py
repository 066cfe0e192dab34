"""Put the footprints of a schematic on a board, with its nets, as KiCad's own update does.

Run by the Python that KiCad's module is installed for, without this project:
``make_project_board.py NETLIST PRETTY BOARD``. NETLIST is what ``kicad-cli sch export netlist
--format kicadxml`` wrote, PRETTY the folder with the footprints, by whose name the schematic calls
it. The board asks for a web of solder mask of 0.1 mm.
"""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pcbnew  # type: ignore[import-not-found]

STEP_NM, COLUMNS = 30_000_000, 12
MASK_WEB_NM = 100_000
CLEARANCE_NM = 150_000
"""Contacts of 0.4 mm pitch are closer to each other than the 0.2 mm of a new board."""
EDGE_NM = 100_000


def main(netlist: Path, pretty: Path, path: Path) -> None:
    root = ET.parse(netlist).getroot()  # noqa: S314 - KiCad's own file
    board = pcbnew.BOARD()
    settings = board.GetDesignSettings()
    settings.m_SolderMaskMinWidth = MASK_WEB_NM
    settings.m_NetSettings.GetDefaultNetclass().SetClearance(CLEARANCE_NM)
    names = {
        (node.get("ref"), node.get("pin")): net.get("name")
        for net in root.iter("net")
        for node in net.iter("node")
    }
    for index, component in enumerate(root.iter("comp")):
        footprint = load(component, pretty)
        board.Add(footprint)
        column, row = index % COLUMNS, index // COLUMNS
        footprint.SetPosition(pcbnew.VECTOR2I(column * STEP_NM, row * STEP_NM))
        for pad in footprint.Pads():
            name = names.get((component.get("ref"), pad.GetNumber()))
            if name is not None:
                pad.SetNet(net_of(board, name))
    add_edge(board)
    pcbnew.SaveBoard(str(path), board)


def load(component: ET.Element, pretty: Path) -> Any:
    library, _, name = component.findtext("footprint", "").partition(":")
    if library != pretty.stem:
        sys.exit(f"{component.get('ref')}: footprints of {library}")
    footprint = pcbnew.FootprintLoad(str(pretty), name)
    footprint.SetFPID(pcbnew.LIB_ID(library, name))
    footprint.SetReference(component.get("ref"))
    footprint.SetValue(component.findtext("value"))
    return footprint


def net_of(board: Any, name: str) -> Any:
    net = board.FindNet(name)
    if net is None:
        net = pcbnew.NETINFO_ITEM(board, name)
        board.Add(net)
    return net


def add_edge(board: Any) -> None:
    edge = pcbnew.PCB_SHAPE(board)
    edge.SetShape(pcbnew.SHAPE_T_RECT)
    edge.SetLayer(pcbnew.Edge_Cuts)
    edge.SetWidth(EDGE_NM)
    bounds = board.GetBoundingBox()
    edge.SetStart(pcbnew.VECTOR2I(bounds.GetLeft() - STEP_NM, bounds.GetTop() - STEP_NM))
    edge.SetEnd(pcbnew.VECTOR2I(bounds.GetRight() + STEP_NM, bounds.GetBottom() + STEP_NM))
    board.Add(edge)


main(*map(Path, sys.argv[1:]))
