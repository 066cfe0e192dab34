"""The revision of the land pattern stands in every file that has pads and room for words."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.reading import shipped_pattern


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "dxf", "kicad_mod"])
@pytest.mark.parametrize("name", ["default", "inkplate-5"])
def test_files_carry_the_pattern_s_revision(catalog: Catalog, suffix: str, name: str) -> None:
    pair = next(pair for pair in catalog.pairs if pair.pins == 10)
    request = ExportRequest(DrawingSpec(pair, shipped_pattern(name), View.SOCKET))
    assert f"{name}, revision 2".encode() in format_for(suffix).write(request)
