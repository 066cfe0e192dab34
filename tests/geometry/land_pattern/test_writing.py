"""Patterns and readings as text: what a person who opens the file reads."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from a4s_gui.catalog.model import Half, Source
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.field_readings import Reading, ReadingKind
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.land_pattern.writing import pattern_text, reading_stem, readings_text

READING = Reading(
    "Board 7",
    ReadingKind.MEASURED,
    Half.SOCKET,
    40,
    Source("Caliper “0.01”", "Socket, row 1", "Twice"),
    {"contact_width_mm": 0.25, "terminal_offset_mm": -0.9},
    terminal_reference="A",
    mask_margin_mm=0.05,
    part="AXE540127",
)


def test_a_reading_reads_as_it_was_read() -> None:
    header = replace(
        READING, half=Half.HEADER, pins=None, part="", terminal_reference="", mask_margin_mm=None
    )
    header = replace(header, figures={"contact_width_mm": 0.2})

    assert (
        readings_text([READING, header])
        == """\
# A reading of a land pattern for a4s-gui. Lengths are millimetres, x along the rows.

name = "Board 7"
document = "Caliper “0.01”"
kind = "measured"
note = "Twice"

[socket]
table = "Socket, row 1"
part = "AXE540127"
pins = 40
contact_width_mm = 0.25
terminal_offset_mm = -0.9
terminal_reference = "A"
mask_margin_mm = 0.05

[header]
table = "Socket, row 1"
contact_width_mm = 0.2
"""
    )


def test_a_pattern_names_its_sources_in_the_order_of_its_figures() -> None:
    pattern = replace(shipped_pattern(), name="mine", title="Mine", summary="", revision=None)
    text = pattern_text(pattern)

    assert text.startswith(
        "# A land pattern for a4s-gui. Lengths are millimetres, x along the rows.\n\n"
        'name = "mine"\ntitle = "Mine"\n\n[sources.source-1]\n'
    )
    sources = dict.fromkeys(pattern.sources.values())
    names = re.findall(r"^\[sources\.(.+)\]$", text, re.MULTILINE)
    assert names == [f"source-{number}" for number in range(1, len(sources) + 1)]
    first = next(iter(pattern.sources))
    assert f'{first.partition(".")[2]} = {{ value = 0.23, source = "source-1" }}' in text


def test_no_dust_of_calculations_is_written() -> None:
    text = pattern_text(edited(shipped_pattern(), {"socket.contact_width_mm": 0.1 + 0.2}))

    assert "\ncontact_width_mm = { value = 0.3, source = " in text


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("GPD_Pocket-mods", "gpd-pocket-mods"),
        ("  Board 7 (β, rev. 2)!", "board-7-rev-2"),
        (80 * "A", 60 * "a"),
    ],
)
def test_a_reading_s_file_is_called_by_its_name(name: str, stem: str) -> None:
    assert reading_stem(name) == stem
