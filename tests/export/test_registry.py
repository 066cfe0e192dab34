"""The registry of formats, and what a request refuses."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.naming import drawing_stem
from a4s_gui.export.registry import FORMATS, format_for
from a4s_gui.export.request import ExportRequest
from tests.export.png_reader import SIGNATURE


@pytest.mark.parametrize("name", ["png", ".png", "PNG", "a.png", "a.b.PNG", Path("x/a.png")])
def test_a_format_is_found_by_suffix_or_file_name(name: Path | str) -> None:
    assert format_for(name).suffix == "png"


@pytest.mark.parametrize("name", ["bmp", "a.bmp", Path("a.bmp"), Path("png"), "", Path(".png")])
def test_an_unknown_format_names_those_that_are_known(name: Path | str) -> None:
    with pytest.raises(A4sError, match=r"known: .*\.png"):
        format_for(name)


def test_a_suffix_belongs_to_one_format(request_for: Callable[..., ExportRequest]) -> None:
    suffixes = [known.suffix for known in FORMATS]

    assert len(set(suffixes)) == len(suffixes)
    assert format_for("png").write(request_for(scale=1, dpi=50)).startswith(SIGNATURE)


@pytest.mark.parametrize("field", ["scale", "dpi"])
@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf, 1e9])
def test_a_request_refuses_what_no_drawing_can_have(
    request_for: Callable[..., ExportRequest], field: str, value: float
) -> None:
    with pytest.raises(A4sError, match=rf"^{field}: .* choose \d+ to \d+$"):
        request_for(**{field: value})


def test_default_names_tell_pairs_and_views_apart(
    request_for: Callable[..., ExportRequest],
) -> None:
    assert drawing_stem(request_for()) == "AXE540127-AXE640124-pair"
    header = request_for("AXE540127/AXE640224", view=View.HEADER)
    assert drawing_stem(header) == "AXE540127-AXE640224-header"
