"""From the words in the fields of an export to a request, or to a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures.picture_size import picture_size
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.ui.dialogs.export_choice import (
    describe_size,
    file_named,
    folder_of,
    format_named_by,
    read_dpi,
    read_scale,
    with_suffix,
)

_PNG, _SVG, _DXF, _PADS = map(format_for, ("png", "svg", "dxf", "pads.csv"))


@pytest.mark.parametrize(
    ("text", "scale"), [("20", 20), ("20:1", 20), (" 12.5 : 1 ", 12.5), ("12,5", 12.5), ("1:1", 1)]
)
def test_scales_as_people_write_them(text: str, scale: float) -> None:
    assert read_scale(text) == scale


@given(st.integers(1, 1000))
def test_every_scale_is_read_back(scale: int) -> None:
    assert read_scale(f"{scale}:1") == scale


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "-20", "0", "0.5", "1001", "1e3", "1:20", "20:", "nan", "inf", "٢٠"]
)
def test_what_is_no_scale_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(A4sError, match="type 1 to 1000"):
        read_scale(text)


def test_dots_per_inch() -> None:
    assert read_dpi("300") == read_dpi("300 dpi") == 300
    for text in ("", "9", "10001", "x", "三百"):
        with pytest.raises(A4sError, match="type 10 to 10000"):
            read_dpi(text)


def _request(scale: float = 20, dpi: float = 300) -> ExportRequest:
    pair = resolve(load_catalog(), ["AXE540127"])[0].pair
    return ExportRequest(DrawingSpec(pair, shipped_pattern()), scale, dpi)


def test_the_size_is_that_of_the_picture() -> None:
    """10.50 mm at 20:1 are 210 mm or, at 300 dpi, 2480 px."""
    layout = Layout(_request())
    picture = picture_size(layout)
    size, meaning = describe_size(layout, _PNG)
    assert f"{picture.width_px} × {picture.height_px} px" in size
    assert f"{picture.sheet.width_mm:.1f} × {picture.sheet.height_mm:.1f} mm" in size
    assert "10.50 mm are 2480 px" in meaning
    size, meaning = describe_size(layout, _SVG)
    assert "px" not in size + meaning
    assert "10.50 mm are 210.0 mm" in meaning


def test_the_size_of_a_model_is_that_of_what_is_written() -> None:
    """The file has no grid, and a line on the model's scale beneath the notes."""
    plain, model = Layout(_request()), _DXF.layout(_request())
    assert Layer.GRID in {item.layer for item in plain.scene.items}
    assert Layer.GRID not in {item.layer for item in model.scene.items}
    assert model.sheet.height_mm > plain.sheet.height_mm
    size, _ = describe_size(model, _DXF)
    assert f"{model.sheet.height_mm:.1f} mm on paper" in size


def test_suffixes_name_formats() -> None:
    assert format_named_by("/a/b.PNG") is _PNG
    assert format_named_by("/a/b.pads.csv") is _PADS
    assert format_named_by("/a/b.xyz") is None
    assert format_named_by("/a.png/b") is None
    assert with_suffix(Path("/a/b"), _PNG) == Path("/a/b.png")
    assert with_suffix(Path("/a/b.v2"), _PNG) == Path("/a/b.v2.png")
    assert with_suffix(Path("/a/b.svg"), _PNG) == Path("/a/b.png")
    assert with_suffix(Path("/a/b.png"), _PADS) == Path("/a/b.pads.csv")
    assert with_suffix(Path("/a/b.pads.csv"), _SVG) == Path("/a/b.svg")


def test_files(tmp_path: Path) -> None:
    assert file_named(f" {tmp_path}/drawing ", _PNG) == tmp_path / "drawing.png"
    assert file_named("~/drawing.png", _PNG) == Path.home() / "drawing.png"
    for text, reason in (
        ("", "no name"),
        ("drawing.png", "folder is missing"),
        (str(tmp_path), "is a folder"),
    ):
        with pytest.raises(A4sError, match=reason):
            file_named(text, _PNG)


def test_a_folder_that_may_not_be_seen_is_none(tmp_path: Path) -> None:
    """As that of another user; nobody can see into a folder of a name that is too long."""
    text = str(tmp_path / ("x" * 300) / "drawing")
    assert file_named(text, _PNG) == Path(f"{text}.png")
    with pytest.raises(A4sError, match="no such folder"):
        folder_of(text)
