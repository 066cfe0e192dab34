"""The comparison's files as librsvg and poppler show them: measured, and held against the PNG."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Polygon
from a4s_gui.drawing.sheet.sheet import sheet_around
from a4s_gui.drawing.views.compare_view import CompareSpec, compare_scene
from a4s_gui.export.comparison import ComparisonRequest, comparison_bytes
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.interop.rendered import PDFTOCAIRO, Picture, assert_same, pdf_picture, run, svg_picture

pytestmark = [pytest.mark.interop, pytest.mark.usefixtures("qapp")]

CATALOG, PATTERN = load_catalog(), shipped_pattern()
PAIRS = tuple(CATALOG.pairs_of(f"AXE5{pins}127")[0] for pins in (50, 20, 30, 40))
"""The longest first: its line is whole, dashes could leave a gap where it is measured."""
SCALE, DPI = 15.0, 254.0
"""Ten pixels a millimetre: every pen is wider than one."""
TOLERANCE_MM = 0.05
"""Of the part, as the issue of the exports asks for."""
MARGIN_MM = 0.5
"""Of the sheet, that a line on its edge may be left out on."""


@pytest.fixture(params=[False, True], ids=["outlines", "pads"])
def spec(request: pytest.FixtureRequest) -> CompareSpec:
    return CompareSpec(PAIRS, PATTERN, with_pads=request.param)


def written(folder: Path, spec: CompareSpec) -> dict[str, Picture]:
    """Write the comparison in every format and return what the readers make of it."""
    request = ComparisonRequest(spec, SCALE, DPI)
    files = {suffix: folder / f"comparison.{suffix}" for suffix in ("png", "svg", "pdf")}
    for suffix, file in files.items():
        file.write_bytes(comparison_bytes(request, suffix))
    return {
        "png": Picture(QImage(str(files["png"])), DPI / 25.4),
        "svg": svg_picture(files["svg"], DPI),
        "pdf": pdf_picture(files["pdf"], DPI, PDFTOCAIRO),
    }


def test_every_reader_shows_the_png(spec: CompareSpec, tmp_path: Path) -> None:
    pictures = written(tmp_path, spec)
    sheet = sheet_around(compare_scene(spec, SCALE))
    inside = (MARGIN_MM, MARGIN_MM, sheet.width_mm - 2, sheet.height_mm - 2)
    png, svg, pdf = (pictures[name].part(*inside) for name in ("png", "svg", "pdf"))

    assert_same(svg, png)
    assert_same(pdf, png)


def test_every_outline_measures_a(tmp_path: Path) -> None:
    spec = CompareSpec(PAIRS, PATTERN)
    scene = compare_scene(spec, SCALE)
    sheet = sheet_around(scene)
    moulds = [item for item in scene.items if isinstance(item, Polygon) and item.half]
    for picture in written(tmp_path, spec).values():
        for half, mould in zip(Half, (moulds[0], moulds[len(PAIRS)]), strict=True):
            xs, ys = zip(*mould.points_mm, strict=True)
            left, top = sheet.on_paper(min(xs), min(ys))
            right, bottom = sheet.on_paper(max(xs), max(ys))
            across = top + (bottom - top) / 3
            ends = [picture.line_mm(x, across, upright=True) for x in (left, right)]
            assert (ends[1] - ends[0]) / SCALE == pytest.approx(
                PAIRS[0].connector(half).body_length_mm, abs=TOLERANCE_MM
            )


def test_poppler_reads_the_title_and_the_part_numbers(spec: CompareSpec, tmp_path: Path) -> None:
    file = tmp_path / "comparison.pdf"
    file.write_bytes(comparison_bytes(ComparisonRequest(spec, SCALE), "pdf"))
    said = run("pdfinfo", file)

    assert f"Comparison of {', '.join(pair.id for pair in spec.pairs)}" in said
    _, _, font = run("pdffonts", file).splitlines()
    assert re.fullmatch(r"[A-Z]{6}\+Roboto-Regular +CID TrueType +Identity-H +yes yes yes .*", font)
    said = run("pdftotext", file, "-")
    assert {half.part_number for pair in spec.pairs for half in pair.connectors} <= set(
        re.findall(r"AXE\w+", said)
    )
