"""Load footprints with KiCad itself and print, as JSON, what it understood.

Run by the Python that KiCad's module is installed for, without this project:
``read_with_pcbnew.py LIBRARY WORK``. It reads every footprint of the ``.pretty`` folder LIBRARY,
puts all on one board, plots the board's copper, mask and paste as Gerber files into the folder WORK
and lets KiCad check the board's rules there. What is printed are the footprints with their places
on the board, and what breaks a rule, of which one is a web of solder mask of 0.1 mm. Lengths are
nanometres, KiCad's own unit.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pcbnew  # type: ignore[import-not-found]

STEP_NM = 30_000_000
COLUMNS = 12
PLOTTED = {"F_Cu": pcbnew.F_Cu, "F_Mask": pcbnew.F_Mask, "F_Paste": pcbnew.F_Paste}
LAYERS = {
    pcbnew.F_Cu: "F.Cu",
    pcbnew.F_Mask: "F.Mask",
    pcbnew.F_Paste: "F.Paste",
    pcbnew.F_SilkS: "F.SilkS",
    pcbnew.F_Fab: "F.Fab",
    pcbnew.F_CrtYd: "F.CrtYd",
}
# A point is a VECTOR2I since KiCad 7, whose edition 6 knows both.
is_version_6 = pcbnew.GetBuildVersion().startswith(("6.", "(6."))
point = pcbnew.wxPoint if is_version_6 else pcbnew.VECTOR2I
MILLIMETRES = pcbnew.EDA_UNITS_MILLIMETRES if is_version_6 else pcbnew.EDA_UNITS_MM
MASK_WEB_NM = 100_000
CLEARANCE_NM = 150_000
"""Contacts of 0.4 mm pitch are closer to each other than the 0.2 mm of a new board."""


def main(library: Path, work: Path) -> None:
    board = pcbnew.BOARD()
    found = []
    for index, path in enumerate(sorted(library.glob("*.kicad_mod"))):
        footprint = pcbnew.FootprintLoad(str(library), path.stem)
        if footprint is None:
            sys.exit(f"{path}: KiCad does not read this")
        board.Add(footprint)  # a courtyard is worked out on a board only
        place = (index % COLUMNS * STEP_NM, index // COLUMNS * STEP_NM)
        found.append({"name": path.stem, "board": place, **describe(footprint)})
        footprint.SetPosition(point(*place))
        footprint.SetReference(f"J{index + 1}")
    plot(board, work)
    add_edge(board)
    settings = board.GetDesignSettings()
    settings.m_SolderMaskMinWidth = MASK_WEB_NM
    if not is_version_6:  # which takes pads without a net for one
        settings.m_NetSettings.GetDefaultNetclass().SetClearance(CLEARANCE_NM)
    json.dump({"footprints": found, "violations": violations(board, work)}, sys.stdout)


def describe(footprint: Any) -> dict[str, Any]:
    footprint.BuildCourtyardCaches()
    courtyard = footprint.GetCourtyard(pcbnew.F_CrtYd)
    return {
        "description": (
            footprint.GetDescription() if is_version_6 else footprint.GetLibDescription()
        ),
        "keywords": footprint.GetKeywords(),
        "is_smd": bool(footprint.GetAttributes() & pcbnew.FP_SMD),
        "models": [model.m_Filename for model in footprint.Models()],
        "pads": [describe_pad(pad) for pad in footprint.Pads()],
        "graphics": [
            describe_graphic(item)
            for item in footprint.GraphicalItems()
            if not hasattr(item, "GetText")
        ],
        "courtyard": [corners(courtyard.Outline(i)) for i in range(courtyard.OutlineCount())],
    }


def describe_pad(pad: Any) -> dict[str, Any]:
    return {
        "number": pad.GetNumber(),
        "x": pad.GetPosition().x,
        "y": pad.GetPosition().y,
        "width": pad.GetSize().x,
        "height": pad.GetSize().y,
        "is_rounded": pad.GetShape() == pcbnew.PAD_SHAPE_ROUNDRECT,
        "is_smd": pad.GetAttribute() == pcbnew.PAD_ATTRIB_SMD,
        "layers": sorted(LAYERS.get(layer, str(layer)) for layer in pad.GetLayerSet().Seq()),
        "mask_margin": (
            pad.GetSolderMaskMargin() if is_version_6 else pad.GetSolderMaskExpansion(pcbnew.F_Mask)
        ),
        "function": pad.GetPinFunction(),
    }


def describe_graphic(item: Any) -> dict[str, Any]:
    box = item.GetBoundingBox()  # the pen's width included
    return {
        "layer": LAYERS.get(item.GetLayer(), str(item.GetLayer())),
        "box": (box.GetLeft(), box.GetTop(), box.GetRight(), box.GetBottom()),
    }


def corners(chain: Any) -> list[tuple[int, int]]:
    return [(chain.CPoint(i).x, chain.CPoint(i).y) for i in range(chain.PointCount())]


def plot(board: Any, folder: Path) -> None:
    controller = pcbnew.PLOT_CONTROLLER(board)
    options = controller.GetPlotOptions()
    options.SetOutputDirectory(str(folder))
    options.SetUseGerberProtelExtensions(False)
    options.SetCreateGerberJobFile(False)
    for name, layer in PLOTTED.items():
        controller.SetLayer(layer)
        controller.OpenPlotfile(name, pcbnew.PLOT_FORMAT_GERBER, name)
        controller.PlotLayer()
    controller.ClosePlot()


def add_edge(board: Any) -> None:
    """Draw the board's edge around everything; without one KiCad finds fault with the board."""
    edge = pcbnew.PCB_SHAPE(board)
    edge.SetShape(pcbnew.SHAPE_T_RECT)
    edge.SetLayer(pcbnew.Edge_Cuts)
    bounds = board.GetBoundingBox()
    edge.SetStart(point(bounds.GetLeft() - STEP_NM, bounds.GetTop() - STEP_NM))
    edge.SetEnd(point(bounds.GetRight() + STEP_NM, bounds.GetBottom() + STEP_NM))
    board.Add(edge)


def violations(board: Any, folder: Path) -> list[str]:
    """Return the lines of KiCad's design-rule report that name a violation."""
    path, report = folder / "check.kicad_pcb", folder / "drc.txt"
    pcbnew.SaveBoard(str(path), board)
    saved = pcbnew.LoadBoard(str(path))
    pcbnew.WriteDRCReport(saved, str(report), MILLIMETRES, True)
    lines = report.read_text(encoding="utf-8").splitlines()
    if "** End of Report **" not in lines:
        sys.exit(f"{report}: KiCad did not finish its check")
    return [line for line in lines if line.startswith("[")]


main(*map(Path, sys.argv[1:]))
