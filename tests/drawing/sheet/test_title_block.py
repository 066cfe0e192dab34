"""The title block says what is drawn, how, from which sources, by whom and when."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from a4s_gui import PROGRAM
from a4s_gui.catalog.model import Half, Source
from a4s_gui.drawing.bounds import shape_edges
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.paper_corner import PaperCorner, shortened
from a4s_gui.drawing.scene import Line, Primitive, Scene, Text
from a4s_gui.drawing.sheet.title_block import (
    CHECK_BAR_MM,
    HEIGHT_MM,
    WIDTH_MM,
    SheetMetadata,
    title_block,
)
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
)
from a4s_gui.geometry.shapes import Rectangle
from tests.drawing.conftest import CATALOG, PATTERN, spec_of
from tests.drawing.scene_checks import collisions

SCALE = 20.0
ORIGIN = SheetMetadata(dt.date(2026, 3, 4))
LONGEST = replace(
    PATTERN,
    name="a-name-of-their-own-that-goes-on-and-on",
    title="A title that somebody wrote without thinking of how long the field of a title block is",
    sources={key: Source(f"Document {i} of a row", "") for i, key in enumerate(PATTERN.sources)},
)


def block(spec: DrawingSpec, sheet: str = "A4") -> list[Primitive]:
    return list(title_block(spec, sheet, ORIGIN, PaperCorner(0.0, 0.0, SCALE)))


def words(items: list[Primitive]) -> list[str]:
    return [item.text for item in items if isinstance(item, Text)]


@pytest.mark.parametrize("options", [{}, {"pattern": LONGEST}], ids=["shipped", "own"])
@pytest.mark.parametrize("view", list(View))
def test_every_field_keeps_within_its_lines(options: dict[str, Any], view: View) -> None:
    numbering = Numbering(header=HeaderScheme.SAME)
    for pair in CATALOG.pairs[::5]:
        spec = DrawingSpec(pair, PATTERN, view, numbering=numbering, seen_from=Half.HEADER)
        items = block(replace(spec, **options), "1234 × 1234 mm")
        edges = Rectangle.from_edges(0, 0, WIDTH_MM / SCALE, HEIGHT_MM / SCALE)
        assert collisions(Scene(SCALE, tuple(items), edges)) == []
        for item in items:
            assert not isinstance(item, Text) or edges.contains(
                Rectangle.from_edges(*shape_edges(item, SCALE))
            )


def test_it_says_what_an_engineer_asks_of_a_drawing() -> None:
    numbering = Numbering(RowScheme.LOOP, HeaderScheme.SAME)
    spec = spec_of("AXE540127", view=View.MATED, numbering=numbering, seen_from=Half.HEADER)
    said = words(block(spec, "A3"))
    for field in (
        "AXE540127 + AXE640124",
        "20:1",
        "40",
        "0.8 mm",
        "standard",
        "tape, 8 mm pitch",
        "loop, socket pin 1 upper left in top view, header alike in top view, terminals MP",
        "mated, from above the header's board",
        "Panasonic A4S datasheet, 2016",
        PROGRAM,
        "2026-03-04",
        "A3",
        "measures 10 mm",
    ):
        assert field in said
    pattern = " ".join(said)
    assert "default: “Boards in the field”" in pattern
    assert "not of the manufacturer's drawing" in pattern
    for board in ("GPD_Pocket-mods", "dash_connector", "Inkplate 5"):
        assert board in pattern


def test_every_numbering_is_told_whole() -> None:
    for schemes in product(RowScheme, HeaderScheme, Pin1, TerminalScheme):
        numbering = Numbering(*schemes)
        assert numbering.describe() in words(block(spec_of("AXE540127", numbering=numbering)))


def test_what_is_not_stated_is_said_to_be_so() -> None:
    assert words(block(spec_of("AXE5E4026"))).count("not stated") == 2


def test_every_view_has_its_words() -> None:
    spec = spec_of("AXE540127")
    assert len({replace(spec, view=view).view_words for view in View}) == len(View)


def test_the_check_bar_is_as_long_as_it_says() -> None:
    items = block(spec_of("AXE540127"))
    (label,) = [i for i in items if isinstance(i, Text) and i.text == "measures 10 mm"]
    bars = [
        item
        for item in items
        if isinstance(item, Line)
        and item.y1_mm == item.y2_mm
        and (item.x2_mm - item.x1_mm) * SCALE == pytest.approx(CHECK_BAR_MM)
    ]
    assert CHECK_BAR_MM == 10
    (bar,) = bars
    assert 0 < (label.x_mm - bar.x2_mm) * SCALE < 3
    ends = {
        round(item.x1_mm * SCALE, 6)
        for item in items
        if isinstance(item, Line)
        and item.x1_mm == item.x2_mm
        and item.y1_mm < bar.y1_mm < item.y2_mm
        and (item.y2_mm - item.y1_mm) * SCALE == pytest.approx(3.2)
    }
    assert ends == {round(x * SCALE, 6) for x in (bar.x1_mm, bar.x2_mm)}


def test_a_text_is_shortened_only_where_it_must_be() -> None:
    assert shortened("AXE540127", 2.0, 100) == "AXE540127"
    short = shortened("AXE540127 and more", 2.0, 16)
    assert short.endswith("…")
    assert "AXE540127 and more".startswith(short[:-1])
    assert text_width_mm(short, 2.0) <= 16


def test_a_pasted_book_is_shortened_at_once() -> None:
    begun_s = time.process_time()
    assert shortened("A" * 100_000, 2.0, 50.0) == shortened("A" * 300, 2.0, 50.0)
    assert time.process_time() - begun_s < 0.5
    assert shortened("A" * 10, 2.0, 0.1) == "…"
