"""A sample as programs show it that many have: Inkscape, Chromium and LibreCAD."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil
from pathlib import Path

import numpy as np
import pytest
from machine import Machine
from PySide6.QtGui import QImage

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.sheet.sheet import sheet_around
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.shapes import Rectangle, bounding_box
from tests.interop.programs import run_other
from tests.interop.rendered import Picture, assert_same, pdf_picture

pytestmark = [pytest.mark.interop, pytest.mark.usefixtures("qapp")]

CATALOG, PATTERN = load_catalog(), shipped_pattern()
DPI = 254.0
"""Ten pixels a millimetre of paper."""
CSS_DPI = 96
SHOWN = (
    ("AXE510127", View.PAIR, 40),
    ("AXE540127", View.MATED, 20),
    ("AXE540127", View.SECTION, 20),
    ("AXE540127", View.TAPE, 4),
    ("AXE580127", View.HEADER, 12),
)
HALVES = [(number, view) for number in ("AXE510127", "AXE580127") for view in list(View)[1:3]]
PLOTTED_SCALE = 10
PEN_MM = 0.03
"""Of a part, as LibreCAD plots what has no width."""
INKSCAPES_DXF = "/usr/share/inkscape/extensions/dxf_input.py"
PX_PER_MM = CSS_DPI / 25.4


def request_for(number: str, view: View, scale: float, layers: frozenset[Layer]) -> ExportRequest:
    pair = next(p for p in CATALOG.pairs_of(number) if p.mated_height_mm == 0.8)
    return ExportRequest(DrawingSpec(pair, PATTERN, view, layers), scale, DPI)


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> list[ExportRequest]:
    layers = frozenset(Layer) - {Layer.GRID}
    return [request_for(*shown, layers) for shown in SHOWN]


def with_inkscape(machine: Machine, files: list[Path]) -> None:
    """Let one process make a picture of each file, beside it."""
    words = ("--export-type=png", f"--export-dpi={DPI:g}", "--export-background=white")
    run_other(machine, files[0].parent, "inkscape", *words, *files)


def with_chromium(machine: Machine, files: list[Path]) -> None:
    """Take a picture of each file in a window that is as large, at as many pixels an inch."""
    for file in files:
        text = file.read_text(encoding="utf-8")
        size = re.search(r'width="([\d.]+)mm" height="([\d.]+)mm"', text)
        assert size
        width, height = (ceil(float(mm) * PX_PER_MM) for mm in size.groups())
        page = file.with_suffix(".html")
        page.write_text(
            f'<body style="margin:0"><img src="{file.name}" style="display:block"></body>'
        )
        run_other(
            machine,
            file.parent,
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *("--disable-dev-shm-usage", f"--force-device-scale-factor={DPI / CSS_DPI:.8f}"),
            f"--window-size={width},{height}",
            f"--screenshot={file.with_suffix('.png')}",
            page,
        )


@pytest.mark.parametrize("show", [with_inkscape, with_chromium])
def test_an_svg_looks_as_the_png(
    others: Machine,
    drawings: list[ExportRequest],
    tmp_path: Path,
    show: Callable[[Machine, list[Path]], None],
) -> None:
    files = [tmp_path / f"{i}.svg" for i in range(len(drawings))]
    for file, request in zip(files, drawings, strict=True):
        file.write_bytes(format_for("svg").write(request))
    show(others, files)
    for file, request in zip(files, drawings, strict=True):
        own = QImage.fromData(format_for("png").write(request))
        png = Picture(own, DPI / 25.4).ink
        svg = Picture(QImage(str(file.with_suffix(".png"))), DPI / 25.4).ink
        sheet = sheet_around(build_scene(request.spec, request.scale))
        assert png.shape[1] == pytest.approx(sheet.width_mm * DPI / 25.4, abs=1)
        rows, columns = map(min, zip(png.shape, svg.shape, strict=True))
        assert png.shape[0] - rows <= 1
        assert png.shape[1] - columns <= 1
        assert_same(svg[:rows, :columns], png[:rows, :columns])


def pads_of(request: ExportRequest) -> list[Rectangle]:
    """Return the pads of a half, in its own top view."""
    (placed,) = build_scene(request.spec, request.scale).placed
    return [rect for _, rect in placed.pads()]


@pytest.fixture
def land_patterns(tmp_path: Path, qapp: object) -> dict[Path, ExportRequest]:
    """Return DXF files of pads alone."""
    found = {}
    for number, view in HALVES:
        request = request_for(number, view, 20, frozenset({Layer.COPPER}))
        file = tmp_path / f"{number}-{view}.dxf"
        file.write_bytes(format_for("dxf").write(request))
        found[file] = request
    return found


def test_librecad_plots_the_pads_where_they_are(
    others: Machine, land_patterns: dict[Path, ExportRequest], tmp_path: Path
) -> None:
    """All ink is pads, and the pen of their outlines: their box, each of them filled, no more."""
    plot = ("-m", "-c", "-s", f"{PLOTTED_SCALE}", "-p", "420x297", "-t", tmp_path)
    run_other(others, tmp_path, "librecad", "dxf2pdf", *plot, *land_patterns)
    for file, request in land_patterns.items():
        ink = pdf_picture(file.with_suffix(".pdf"), DPI).ink
        pads, px_per_mm = pads_of(request), DPI / 25.4 * PLOTTED_SCALE
        rows, columns = np.nonzero(ink > 0.5)
        box = bounding_box(pads)
        assert (columns.max() - columns.min() + 1) / px_per_mm == pytest.approx(
            box.width_mm, abs=PEN_MM
        )
        assert (rows.max() - rows.min() + 1) / px_per_mm == pytest.approx(box.height_mm, abs=PEN_MM)
        left, top = columns.min() - box.left_mm * px_per_mm, rows.min() - box.top_mm * px_per_mm
        for pad in pads:
            inside = pad.grown(-0.02)
            edges = (inside.top_mm, inside.bottom_mm, inside.left_mm, inside.right_mm)
            y1, y2, x1, x2 = (round(edge * px_per_mm) for edge in edges)
            part = ink[y1 + round(top) : y2 + round(top), x1 + round(left) : x2 + round(left)]
            assert part.min() > 0.5, file.name
        area_mm2 = (ink > 0.5).sum() / px_per_mm**2
        assert area_mm2 == pytest.approx(sum(pad.area_mm2 for pad in pads), rel=0.1)


def test_inkscape_imports_the_pads_where_they_are(
    others: Machine, land_patterns: dict[Path, ExportRequest], tmp_path: Path
) -> None:
    """By the script with which it opens a DXF: places in pixels of its page, y down from the top.

    The block of a half is a symbol of its page, whose lower left corner is the origin.
    """
    for file, request in land_patterns.items():
        svg = run_other(others, tmp_path, "python3", INKSCAPES_DXF, file)
        page = re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)
        assert page
        paths = re.findall(r'<path d="([^"]+)" style="fill:#[0-9A-F]{6}"', svg)
        boxes = []
        for path in paths:
            numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", path)]
            xs, ys = numbers[0::2], [y - float(page[1]) for y in numbers[1::2]]
            edges = (min(xs), min(ys), max(xs), max(ys))
            boxes.append(tuple(round(edge / PX_PER_MM, 4) for edge in edges))
        expected = [
            (pad.left_mm, pad.top_mm, pad.right_mm, pad.bottom_mm) for pad in pads_of(request)
        ]
        assert len(boxes) == len(expected)
        for box, pad in zip(sorted(boxes), sorted(expected), strict=True):
            assert box == pytest.approx(pad, abs=1e-3)
        assert re.search(r'<use xlink:href="#AXE[^"]+"[^>]*/>', svg)
