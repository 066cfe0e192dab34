"""The registry of formats, and what a request refuses."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.naming import drawing_stem
from a4s_gui.export.registry import FORMATS, Format, format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
)
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


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_no_two_contents_have_one_default_name(
    request_for: Callable[..., ExportRequest], kind: Format
) -> None:
    """Not with another numbering, not with patterns whose names KiCad or a disk cannot have."""
    default = request_for("AXE510127/AXE610124", view=View.HEADER)
    own = [replace(default.spec.pattern, name=name) for name in ("日本", "äöü", "my_fab", "my fab")]
    edited = replace(
        default.spec.pattern, header=replace(default.spec.pattern.header, contact_width_mm=0.25)
    )
    variants = [
        *(replace(default.spec, pattern=pattern) for pattern in (*own, edited)),
        *(
            replace(default.spec, numbering=Numbering(*schemes))
            for schemes in product(RowScheme, HeaderScheme, Pin1, TerminalScheme)
        ),
    ]
    names = {kind.file_name(replace(default, spec=spec)) for spec in variants}
    # A model depends on neither.
    assert len(names) == (1 if kind.suffix == "step" else len(variants))


def test_the_mated_view_from_the_headers_side_has_a_name_of_its_own(
    request_for: Callable[..., ExportRequest],
) -> None:
    mated = request_for(view=View.MATED, seen_from=Half.HEADER)
    assert drawing_stem(mated) == "AXE540127-AXE640124-mated-from-header"
    pair = request_for(numbering=Numbering(RowScheme.LOOP, HeaderScheme.SAME))
    assert drawing_stem(pair) == "AXE540127-AXE640124-pair-Loop-Alike"
