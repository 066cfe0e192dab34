"""The pad table and the pad map as a spreadsheet reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.export.tables.pad_tables import pad_map_table, pad_table
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
)

RequestFor = Callable[..., ExportRequest]
Records = list[dict[str, str]]


def read(suffix: str, request: ExportRequest) -> Records:
    """Read a file as a program does that follows RFC 4180; its lines end as in all our CSVs."""
    data = format_for(suffix).write(request)
    text = data.decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_pad_table_has_every_pad_of_both_halves(catalog: Catalog, pattern: LandPattern) -> None:
    for pair in catalog.pairs:
        rows = read("pads.csv", ExportRequest(DrawingSpec(pair, pattern)))
        assert len(rows) == 2 * (pair.pins + 4)
        for connector in pair.connectors:
            of_half = [row for row in rows if row["half"] == connector.half]
            assert {row["part_number"] for row in of_half} == {connector.part_number}
            numbers = [row["number"] for row in of_half if row["role"] == "contact"]
            assert numbers == [str(n + 1) for n in range(pair.pins)]
            assert [r["number"] for r in of_half if r["role"] == "terminal"] == ["MP"] * 4


def test_the_pad_table_gives_the_figures_of_the_boards(request_for: RequestFor) -> None:
    rows = read("pads.csv", request_for("AXE510127/AXE610124"))
    expected = ["socket", "AXE510127", "1", "contact", "-0.8", "-1.125", "0.23", "0.65"]
    assert list(rows[0].values())[:8] == expected
    header_terminals = [r for r in rows if (r["half"], r["role"]) == ("header", "terminal")]
    assert {(r["x_mm"], r["y_mm"]) for r in header_terminals} == {
        ("-1.6", "-0.565"),
        ("1.6", "-0.565"),
        ("1.6", "0.565"),
        ("-1.6", "0.565"),
    }
    for row in rows:
        pad = float(row["width_mm"]) * float(row["height_mm"])
        opening = float(row["paste_width_mm"]) * float(row["paste_height_mm"])
        full = (row["half"], row["role"]) == ("header", "terminal")
        assert opening / pad == pytest.approx(1.0 if full else 0.7, abs=1e-4)


@pytest.mark.parametrize("rows", list(RowScheme))
def test_the_pad_map_says_n_meets_n_by_default(request_for: RequestFor, rows: RowScheme) -> None:
    found = read("padmap.csv", request_for(numbering=Numbering(rows)))
    assert [row["socket_pad"] for row in found] == [*(str(n + 1) for n in range(40)), *["MP"] * 4]
    assert all(row["socket_pad"] == row["header_pad"] for row in found)
    assert {row["agrees"] for row in found} == {"yes"}


def test_the_pad_map_shows_that_halves_numbered_alike_swap_pins(request_for: RequestFor) -> None:
    numbering = Numbering(header=HeaderScheme.SAME)
    found = read("padmap.csv", request_for(numbering=numbering))
    assert [(row["socket_pad"], row["header_pad"]) for row in found[:4]] == [
        ("1", "2"),
        ("2", "1"),
        ("3", "4"),
        ("4", "3"),
    ]
    assert {row["agrees"] for row in found if row["role"] == "contact"} == {"no"}
    for row in found:
        # the header lies face down: what is above the long axis on one board is below on the other
        assert float(row["socket_y_mm"]) * float(row["header_y_mm"]) < 0
    assert [row["x_mm"] for row in found[:4]] == ["-3.8", "-3.8", "-3.4", "-3.4"]


def test_the_pad_map_names_both_parts_and_has_the_terminals_of_each_corner(
    request_for: RequestFor,
) -> None:
    found = read("padmap.csv", request_for("AXE510127/AXE610124"))
    parts = {(row["socket_part_number"], row["header_part_number"]) for row in found}
    terminals = [row for row in found if row["role"] == "terminal"]
    assert parts == {("AXE510127", "AXE610124")}
    assert len(found) == 10 + 4
    assert all(row["x_mm"] == row["header_x_mm"] for row in found if row not in terminals)
    assert len({(row["x_mm"], row["socket_y_mm"]) for row in terminals}) == 4
    for row in terminals:
        assert float(row["x_mm"]) * float(row["header_x_mm"]) > 0
        assert float(row["socket_y_mm"]) * float(row["header_y_mm"]) < 0


def test_tables_do_not_depend_on_the_view_and_are_named_after_the_pair(
    request_for: RequestFor,
) -> None:
    for suffix in ("pads.csv", "padmap.csv"):
        kind = format_for(suffix)
        pair, tape = (request_for(view=view) for view in (View.PAIR, View.TAPE))
        assert kind.write(pair) == kind.write(tape)
        assert kind.file_name(tape) == f"AXE540127-AXE640124.{suffix}"


def test_rows_can_be_pasted_into_a_spreadsheet(request_for: RequestFor) -> None:
    spec = request_for("AXE510127/AXE610124").spec
    for table in (pad_table(spec), pad_map_table(spec)):
        pasted = [line.split("\t") for line in tab_separated(table).splitlines()]
        assert pasted == [list(row) for row in table]
        assert {len(row) for row in pasted} == {len(table[0])}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("pads.csv", "pads.csv"),
        (".padmap.csv", "padmap.csv"),
        (Path("x/AXE540127-AXE640124.pads.csv"), "pads.csv"),
        (Path("A.PADMAP.CSV"), "padmap.csv"),
        (Path("pads.csv"), "pads.csv"),
        (Path("pads.csv.svg"), "svg"),
    ],
)
def test_a_suffix_of_two_parts_names_its_format(name: Path | str, suffix: str) -> None:
    assert format_for(name).suffix == suffix


def test_own_land_patterns_are_in_the_table(request_for: RequestFor) -> None:
    request = request_for()
    socket = replace(request.spec.pattern.socket, contact_height_mm=0.8, contact_rows_mm=2.4)
    spec = replace(request.spec, pattern=replace(request.spec.pattern, socket=socket))
    first = read("pads.csv", replace(request, spec=spec))[0]
    assert (first["y_mm"], first["height_mm"]) == ("-1.2", "0.8")


@pytest.mark.parametrize("terminals", list(TerminalScheme))
def test_the_tables_follow_the_numbering(
    request_for: RequestFor, terminals: TerminalScheme
) -> None:
    numbering = Numbering(RowScheme.ROW_BY_ROW, HeaderScheme.SAME, Pin1.LOWER_LEFT, terminals)
    request = request_for("AXE510127/AXE610124", numbering=numbering)
    rows = [r for r in read("pads.csv", request) if r["half"] == "socket"]

    places = {r["number"]: (r["x_mm"], r["y_mm"]) for r in rows}
    assert (places["1"], places["6"]) == (("-0.8", "1.125"), ("-0.8", "-1.125"))
    first = {"MP": "MP", "MP1": "MP1", "continue": "11"}[terminals]
    assert first in places
    if terminals is not TerminalScheme.SHARED:
        assert places[first] == ("-1.8", "1")
    found = [(r["socket_pad"], r["header_pad"]) for r in read("padmap.csv", request)]
    assert found[:2] == [("1", "6"), ("2", "7")]
