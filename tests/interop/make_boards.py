"""Make a board with KiCad itself and print, as JSON, where its pads came to lie.

Run by the Python that KiCad's module is installed for, without this project:
``make_boards.py PLACEMENTS BOARD NETLIST``. PLACEMENTS is a JSON list of footprints (``library``,
``name``, ``reference``, ``value``, ``side``, ``x``, ``y``, ``rotation``, ``nets`` by pad number);
the board and its IPC-D-356A netlist are written to the other two. Lengths are nanometres.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pcbnew  # type: ignore[import-not-found]

# A point is a VECTOR2I since KiCad 7, whose edition 6 knows both.
is_version_6 = pcbnew.GetBuildVersion().startswith(("6.", "(6."))
point = pcbnew.wxPoint if is_version_6 else pcbnew.VECTOR2I


def main(placements: Path, path: Path, netlist: Path) -> None:
    board = pcbnew.BOARD()
    found = {}
    for placement in json.loads(placements.read_text(encoding="utf-8")):
        footprint = place(board, placement)
        found[placement["reference"]] = [describe(pad) for pad in footprint.Pads()]
    pcbnew.SaveBoard(str(path), board)
    pcbnew.IPC356D_WRITER(board).Write(str(netlist))
    json.dump(found, sys.stdout)


def place(board: Any, placement: dict[str, Any]) -> Any:
    footprint = pcbnew.FootprintLoad(placement["library"], placement["name"])
    footprint.SetReference(placement["reference"])
    footprint.SetValue(placement["value"])
    board.Add(footprint)
    position = point(int(placement["x"]), int(placement["y"]))
    footprint.SetPosition(position)
    if placement["side"] == "back":
        footprint.Flip(position, placement["is_flipped_sideways"])
    footprint.SetOrientationDegrees(placement["rotation"])
    for pad in footprint.Pads():
        name = placement["nets"].get(pad.GetNumber())
        if name:
            net = board.FindNet(name)
            if net is None:
                net = pcbnew.NETINFO_ITEM(board, name)
                board.Add(net)
            pad.SetNet(net)
    return footprint


def describe(pad: Any) -> dict[str, Any]:
    return {
        "number": pad.GetNumber(),
        "x": pad.GetPosition().x,
        "y": pad.GetPosition().y,
        "angle": pad.GetOrientation() / 10 if is_version_6 else pad.GetOrientationDegrees(),
        "is_back": not pad.IsOnLayer(pcbnew.F_Cu),
        "net": pad.GetNetname(),
    }


main(*map(Path, sys.argv[1:]))
