"""The figures of the details panel, against the datasheet's own."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.report.pair_sections import (
    land_pattern_section,
    outline_section,
    packing_section,
    pair_section,
    tape_section,
)
from a4s_gui.report.sections import Section, section_lines


def _sections(catalog: Catalog, pair_id: str, pattern: str = "default") -> dict[str, Section]:
    pair = next(p for p in catalog.pairs if p.id == pair_id)
    return {s.title: s for s in _every(pair, pattern)}


def _every(pair: Pair, pattern: str = "default") -> tuple[Section, ...]:
    return (
        pair_section(pair),
        outline_section(pair),
        land_pattern_section(pair, shipped_pattern(pattern)),
        packing_section(pair),
        *tape_section(pair),
    )


def _values(section: Section) -> dict[str, tuple[str, ...]]:
    return {row.name: row.texts for row in section.rows}


def test_figures_of_a_standard_pair(catalog: Catalog) -> None:
    found = _sections(catalog, "AXE540127/AXE640124")
    assert _values(found["Outline"]) == {
        "A, overall": ("10.50", "9.80"),
        "B, contacts": ("7.60", "7.60"),
        "C, terminals": ("9.40", "9.20"),
        "Body width": ("2.50", "2.00"),
        "Height above board": ("0.77", "0.65"),
    }
    assert _values(found["Land pattern: Boards in the field"]) == {
        "Contact pad": ("0.23 × 0.65", "0.23 × 0.65"),
        "Contact rows": ("2.25", "1.75"),
        "Terminal pad": ("0.90 × 0.90", "0.45 × 0.53"),
        "Terminals along": ("9.60", "9.20"),
        "Terminals across": ("2.00", "1.13"),
    }
    assert _values(found["Packing"])["Pieces per reel"] == ("5,000",)
    assert _values(found["Tape and reel"])["Tape width"] == ("24.0 mm",)


def test_the_header_for_1_mm_has_the_derived_height_and_its_formula(catalog: Catalog) -> None:
    outline = _sections(catalog, "AXE540127/AXE640224")["Outline"]
    assert _values(outline)["Height above board"] == ("0.77", "0.85 derived")
    row = next(row for row in outline.rows if row.name == "Height above board")
    assert "mated height 1 mm − slot floor 0.15 mm = 0.85 mm" in row.figures[1].formula


def test_the_second_hole_line_stands_only_where_the_tape_has_one(catalog: Catalog) -> None:
    with_two = [p for p in catalog.pairs if p.tape and p.tape.hole_lines_mm]
    assert with_two
    for pair in catalog.pairs:
        found = {s.title: s for s in _every(pair)}
        names = _values(found["Tape and reel"]) if "Tape and reel" in found else {}
        assert ("Between the hole lines" in names) == (pair in with_two)


def test_what_is_not_stated_says_so(catalog: Catalog) -> None:
    found = _sections(catalog, "AXE5E4026/AXE6E4026")
    assert _values(found["Pair"])["Mated height"] == (NOT_STATED,)
    assert _values(found["Outline"])["Height above board"] == (NOT_STATED, NOT_STATED)
    assert _values(found["Packing"])["Pieces per reel"] == (NOT_STATED,)
    assert _values(found["Packing"])["Smallest lot"] == ("50",)
    assert "Tape and reel" not in found


def _documents(section: Section) -> list[str]:
    return [document for source in section.sources for document in source.documents]


def test_another_land_pattern_brings_its_own_figures_and_sources(catalog: Catalog) -> None:
    found = _sections(catalog, "AXE540127/AXE640124", "inkplate-5")
    section = next(s for title, s in found.items() if title.startswith("Land pattern"))
    assert _values(section)["Contact pad"][0] == "0.23 × 0.80"
    assert any("Inkplate 5" in document for document in _documents(section))


@pytest.mark.parametrize("pattern", ["default", "dash-connector", "inkplate-5"])
def test_every_figure_of_every_pair_has_a_source_and_a_value(
    catalog: Catalog, pattern: str
) -> None:
    for pair in catalog.pairs:
        for section in _every(pair, pattern):
            assert _documents(section)
            for row in section.rows:
                assert row.sources
                assert len(row.texts) == max(1, len(section.columns))
                assert all(row.texts)


def test_a_section_as_text_has_figures_notes_and_sources(catalog: Catalog) -> None:
    lines = section_lines(_sections(catalog, "AXE540127/AXE640124")["Outline"])
    assert lines[:4] == [
        "Outline, mm\tSocket\tHeader",
        "A, overall\t10.50\t9.80",
        "B, contacts\t7.60\t7.60",
        "  Outermost contact centres",
    ]
    assert any(
        line.startswith("Source: Panasonic A4S datasheet, 2016: Dimensions") for line in lines
    )
