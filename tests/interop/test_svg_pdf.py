"""SVG and PDF as librsvg and poppler show them: measured, and held against the PNG."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.scene import Layer, Polygon, RectangleItem, Scene
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import default_scale
from a4s_gui.drawing.sheet.sheet import Sheet, sheet_around
from a4s_gui.drawing.sheet.title_block import CHECK_BAR_MM
from a4s_gui.drawing.sheet.title_block import WIDTH_MM as TITLE_BLOCK_MM
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export.layout import FramedLayout, scale_on
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import read_scale
from a4s_gui.ui.dialogs.print_dialog import PrintDialog
from tests.interop.rendered import PDFTOCAIRO, Picture, assert_same, pdf_picture, run, svg_picture

pytestmark = [pytest.mark.interop, pytest.mark.usefixtures("qapp")]

CATALOG, PATTERN = load_catalog(), shipped_pattern()
BODY = frozenset({Layer.BODY})
WITHOUT_NOTES = frozenset(Layer) - {Layer.NOTES, Layer.GRID}
DPI = 127.0
FINE_DPI = 254.0
"""Ten pixels a millimetre: every pen is wider than one, and whole millimetres are whole pixels."""
TOLERANCE_MM = 0.05
"""Of the part, as the issue of the exports asks for."""


def drawings(view: View) -> list[ExportRequest]:
    """Return the outline of every pair in a view, as far as there is one."""
    return [
        ExportRequest(DrawingSpec(pair, PATTERN, view, BODY), default_scale(view))
        for pair in CATALOG.pairs
        if view is not View.TAPE or pair.tape is not None
    ]


def bodies(scene: Scene, pair: Pair) -> Iterator[tuple[Rectangle, float, bool]]:
    """Yield the outlines in a scene: where each lies, how long it is, whether that is along x."""
    boxes = [
        items_bounds([item], scene.scale)
        for item in scene.items
        if isinstance(item, RectangleItem | Polygon) and item.layer is Layer.BODY
    ]
    for connector in pair.connectors:
        length = connector.dimensions_mm.A
        for box in boxes:
            if length in (box.width_mm, box.height_mm):
                yield box, length, box.width_mm == length
                break


def measured_mm(picture: Picture, sheet: Sheet, body: Rectangle, *, along_x: bool) -> float:
    """Return how long a body's outline is in a picture, in mm of the part."""
    left, top = sheet.on_paper(body.left_mm, body.top_mm)
    right, bottom = sheet.on_paper(body.right_mm, body.bottom_mm)
    # Across a fifth of the width, where no other line runs.
    if along_x:
        across = top + (bottom - top) / 5
        ends = [picture.line_mm(x, across, upright=True) for x in (left, right)]
    else:
        across = left + (right - left) / 5
        ends = [picture.line_mm(y, across, upright=False) for y in (top, bottom)]
    return (ends[1] - ends[0]) / sheet.scale


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
@pytest.mark.parametrize("view", list(View))
def test_every_outline_measures_a(view: View, suffix: str, tmp_path: Path) -> None:
    requests = drawings(view)

    def picture(request: ExportRequest) -> Picture:
        file = tmp_path / format_for(suffix).file_name(request)
        return svg_picture(file, DPI) if suffix == "svg" else pdf_picture(file, DPI)

    for request in requests:
        file = tmp_path / format_for(suffix).file_name(request)
        file.write_bytes(format_for(suffix).write(request))
    with ThreadPoolExecutor(2) as threads:
        pictures = list(threads.map(picture, requests))
    for request, shown in zip(requests, pictures, strict=True):
        pair = request.spec.pair
        if suffix == "svg":
            scene = build_scene(request.spec, request.scale)
            sheet = sheet_around(scene)
        else:
            scene, sheet = FramedLayout(request).drawn
        found = list(bodies(scene, pair))
        assert len(found) == (1 if view in (View.SOCKET, View.HEADER) else 2)
        for body, length_mm, along_x in found:
            assert measured_mm(shown, sheet, body, along_x=along_x) == pytest.approx(
                length_mm, abs=TOLERANCE_MM
            ), pair.id


@pytest.mark.parametrize(
    ("number", "scale"), [("AXE510127", 45), ("AXE540127", 20), ("AXE580127", 12)]
)
@pytest.mark.parametrize("view", [View.PAIR, View.SOCKET, View.MATED])
def test_png_svg_and_pdf_show_the_same(
    number: str, scale: float, view: View, tmp_path: Path
) -> None:
    spec = DrawingSpec(CATALOG.pairs_of(number)[0], PATTERN, view, WITHOUT_NOTES)
    request = ExportRequest(spec, scale, FINE_DPI)
    files = {suffix: tmp_path / f"drawing.{suffix}" for suffix in ("png", "svg", "pdf")}
    for suffix, file in files.items():
        file.write_bytes(format_for(suffix).write(request))
    bounds = build_scene(spec, scale).bounds
    width, height = bounds.width_mm * scale, bounds.height_mm * scale
    # Wide enough for its sheet to be as wide, so that the drawing lies 6 mm inside the frame.
    assert width + 2 * 6 >= TITLE_BLOCK_MM
    png = Picture(QImage(str(files["png"])), FINE_DPI / 25.4).part(6, 6, width, height)
    svg = svg_picture(files["svg"], FINE_DPI).part(6, 6, width, height)
    pdf = pdf_picture(files["pdf"], FINE_DPI, PDFTOCAIRO).part(11, 11, width, height)
    assert_same(svg, png)
    assert_same(pdf, png)


@pytest.mark.parametrize("view", list(View))
def test_svg_and_png_are_one_sheet_with_all_layers(view: View, tmp_path: Path) -> None:
    spec = DrawingSpec(CATALOG.pairs_of("AXE540127")[0], PATTERN, view, frozenset(Layer))
    request = ExportRequest(spec, default_scale(view), FINE_DPI)
    files = {suffix: tmp_path / f"drawing.{suffix}" for suffix in ("png", "svg")}
    for suffix, file in files.items():
        file.write_bytes(format_for(suffix).write(request))
    png = Picture(QImage(str(files["png"])), FINE_DPI / 25.4).ink
    svg = svg_picture(files["svg"], FINE_DPI).ink
    assert abs(png.shape[0] - svg.shape[0]) <= 1
    assert abs(png.shape[1] - svg.shape[1]) <= 1
    rows, columns = map(min, zip(png.shape, svg.shape, strict=True))
    assert_same(svg[:rows, :columns], png[:rows, :columns])


@pytest.mark.parametrize("paper", list(Paper))
def test_the_check_bar_measures_ten_millimetres(paper: Paper, tmp_path: Path) -> None:
    pair = CATALOG.pairs_of("AXE540127")[0]
    spec = DrawingSpec(pair, PATTERN, View.PAIR)
    request = ExportRequest(spec, scale_on(paper, spec), paper=paper)
    file = tmp_path / "sheet.pdf"
    file.write_bytes(format_for("pdf").write(request))
    _, sheet = FramedLayout(request).drawn
    assert check_bar_mm(file, paper, sheet) == pytest.approx(CHECK_BAR_MM, abs=0.2)


def test_the_check_bar_of_a_print_measures_ten_millimetres(tmp_path: Path) -> None:
    pair = CATALOG.pairs_of("AXE540127")[0]
    dialog = PrintDialog(DrawingSpec(pair, PATTERN, View.PAIR), Settings(tmp_path / "settings.ini"))
    file = tmp_path / "print.pdf"
    dialog.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer.setOutputFileName(str(file))
    for paper in set(Paper) - {Paper.FIT}:
        dialog.paper.setCurrentText(str(paper))
        dialog.preview.print_()
        request = ExportRequest(dialog.spec, read_scale(dialog.scale.currentText()), paper=paper)
        measured_mm = check_bar_mm(file, paper, FramedLayout(request).sheet)
        assert measured_mm == pytest.approx(CHECK_BAR_MM, abs=0.2), paper
    dialog.deleteLater()


def check_bar_mm(file: Path, paper: Paper, sheet: Sheet) -> float:
    """Measure the bar in the title block as poppler shows it."""
    picture = pdf_picture(file, FINE_DPI, PDFTOCAIRO)
    margin = 5 if paper is Paper.FIT else 10
    # In the first field of the lowest row, between its two lines, past its left edge.
    field = picture.part(
        sheet.width_mm - margin - TITLE_BLOCK_MM + 0.7, sheet.height_mm - margin - 7.5, 12.3, 6.5
    )
    longest: float = max(row.sum() / row.max() for row in field if row.max() > 0.5)
    return longest / picture.px_per_mm


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("view", list(View))
def test_poppler_reads_paper_title_and_the_part_numbers(
    paper: Paper, view: View, tmp_path: Path
) -> None:
    pair = CATALOG.pairs_of("AXE580127")[0]
    spec = DrawingSpec(pair, PATTERN, view, frozenset(Layer))
    request = ExportRequest(spec, scale_on(paper, spec), paper=paper, date=dt.date(2031, 2, 3))
    file = tmp_path / "sheet.pdf"
    file.write_bytes(format_for("pdf").write(request))
    said = run("pdfinfo", "-isodates", file)
    _, sheet = FramedLayout(request).drawn
    assert re.search(r"^Pages: +1$", said, re.MULTILINE)
    assert f"{pair.socket.part_number} + {pair.header.part_number}, {view} view" in said
    assert re.search(r"^CreationDate: +2031-02-03", said, re.MULTILINE)
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+) pts(?: \((\w+)\))?", said, re.MULTILINE)
    assert size
    assert (float(size[1]) * 25.4 / 72, float(size[2]) * 25.4 / 72) == pytest.approx(
        (sheet.width_mm, sheet.height_mm), abs=0.01
    )
    assert size[3] in ((paper,) if paper in (Paper.A4, Paper.A3) else (None, "letter"))
    _, _, font = run("pdffonts", file).splitlines()
    assert re.fullmatch(r"[A-Z]{6}\+Roboto-Regular +CID TrueType +Identity-H +yes yes yes .*", font)
    said = run("pdftotext", file, "-")
    assert {pair.socket.part_number, pair.header.part_number} <= set(re.findall(r"AXE\w+", said))
