"""The evidence: every reading as it was read, and every shipped pattern made of readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair, Source
from a4s_gui.catalog.records import DataError
from a4s_gui.errors import A4sError
from a4s_gui.export.reading_writer import save_readings
from a4s_gui.geometry.footprint import Pad, footprint
from a4s_gui.geometry.land_pattern.editing import OWN_FIGURE, Taken, edited, figure_value
from a4s_gui.geometry.land_pattern.evidence import FigureEvidence, collect_evidence, taken_edits
from a4s_gui.geometry.land_pattern.field_readings import (
    Reading,
    ReadingKind,
    completed_rows,
    own_readings,
    read_readings,
    shipped_readings,
)
from a4s_gui.geometry.land_pattern.pattern import HalfPattern, LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.land_pattern.ways import typed_value
from a4s_gui.geometry.numbering import Numbering
from tests.every import for_each

PATTERNS = {name: shipped_pattern(name) for name in shipped_pattern_names()}

# contact width, height, rows, inner, outer; terminals the same; mm
TABLE: Mapping[tuple[str, Half], tuple[float, ...]] = {
    ("GPD_Pocket-mods", Half.SOCKET): (0.23, 0.65, 2.25, 1.6, 2.9, 0.9, 0.9, 2.0, 1.1, 2.9),
    ("Inkplate 5", Half.SOCKET): (0.23, 0.8, 2.4, 1.6, 3.2, 1.0, 1.1, 2.2, 1.1, 3.3),
    ("picowalker-hardware", Half.SOCKET): (0.23, 0.5, 2.4, 1.9, 2.9, 0.9, 0.92, 1.98, 1.06, 2.9),
    ("GPD_Pocket-mods", Half.HEADER): (0.23, 0.65, 1.75, 1.1, 2.4, 0.45, 0.9, 1.5, 0.6, 2.4),
    ("dash_connector", Half.HEADER): (0.23, 0.65, 1.75, 1.1, 2.4, 0.45, 0.53, 1.13, 0.6, 1.66),
    ("epdiy-hardware", Half.HEADER): (0.23, 0.65, 1.75, 1.1, 2.4, 0.45, 0.53, 1.13, 0.6, 1.66),
}


@cache
def every_figure() -> dict[str, FigureEvidence]:
    """Return the evidence of every figure that was read anywhere."""
    return {one.figure: one for one in collect_evidence(shipped_readings(), [*PATTERNS.values()])}


PADS_OF = {
    "gpd-pocket": ("GPD_Pocket-mods", "GPD_Pocket-mods"),
    "transcribed": ("picowalker-hardware", "epdiy-hardware"),
    "inkplate-5": ("Inkplate 5", "dash_connector"),
}


@pytest.mark.parametrize(("key", "expected"), TABLE.items(), ids=str)
def test_readings_are_as_they_were_read(key: tuple[str, Half], expected: tuple[float, ...]) -> None:
    (found,) = (r for r in shipped_readings() if (r.name, r.half) == key)

    *sizes, offset = found.figures.values()
    assert tuple(sizes) == expected
    assert (found.terminal_reference, offset) == (
        ("A", -0.9) if found.half is Half.SOCKET else ("C", 0.0)
    )


def test_the_product_page_states_one_figure() -> None:
    (page,) = (r for r in shipped_readings() if r.kind is ReadingKind.MANUFACTURER)

    assert dict(page.figures) == {"contact_outer_mm": 2.9}


@for_each("pair", load_catalog().pairs, lambda pair: pair.id)
def test_the_default_pads_of_every_pair(pair: Pair) -> None:
    def edges(pads: tuple[Pad, ...]) -> tuple[float, ...]:
        pad = next(pad for pad in pads if pad.y_mm > 0 and pad.x_mm > 0)
        return (pad.width_mm, 2 * pad.rect.top_mm, 2 * pad.rect.bottom_mm, 2 * abs(pad.x_mm))

    socket, header = (footprint(c, PATTERNS["default"], Numbering()) for c in pair.connectors)
    a_mm, c_mm = pair.socket.dimensions_mm.A, pair.header.dimensions_mm.C
    assert edges(socket.contacts)[:3] == pytest.approx((0.23, 1.6, 2.9), abs=0.01)
    assert edges(socket.terminals) == pytest.approx((0.9, 1.1, 2.9, a_mm - 0.9), abs=0.01)
    assert edges(header.contacts)[:3] == pytest.approx((0.23, 1.1, 2.4), abs=0.01)
    assert edges(header.terminals) == pytest.approx((0.45, 0.6, 1.66, c_mm), abs=0.01)


@pytest.mark.parametrize(("name", "readings"), PADS_OF.items(), ids=str)
def test_named_patterns_equal_their_readings(name: str, readings: tuple[str, str]) -> None:
    for half, reading in zip(Half, readings, strict=True):
        found = tuple(
            typed_value(PATTERNS[name], f"{half}.{pad}_{figure}_mm")
            for pad in ("contact", "terminal")
            for figure in ("width", "height", "rows", "inner", "outer")
        )
        assert found == TABLE[reading, half]


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_every_shipped_pattern_is_made_of_readings_that_exist(pattern: LandPattern) -> None:
    known = {(r.source.document, r.half): r for r in shipped_readings()}
    for half in Half:
        for figure in (f.name for f in fields(HalfPattern) if not f.name.endswith("ratio")):
            value = figure_value(pattern, f"{half}.{figure}")
            documents = pattern.source_of(half, figure).documents
            assert documents
            for document in documents:
                reading = known[document, half]
                read = reading.figures.get(figure, reading.terminal_reference)
                assert read == value, f"{pattern.name}: {half}.{figure}, {document}"


def test_the_evidence_says_where_readings_differ_and_who_uses_them() -> None:
    header = every_figure()["header.terminal_height_mm"]
    used = {one.reading.name: (one.value_mm, one.used_by) for one in header.evidence}

    assert not header.agree
    assert header.values_mm == (0.53, 0.9)
    assert used == {
        "GPD_Pocket-mods": (0.9, ("gpd-pocket",)),
        "epdiy-hardware": (0.53, ("default", "inkplate-5", "transcribed")),
        "dash_connector": (0.53, ("default", "inkplate-5")),
    }
    assert every_figure()["header.contact_rows_mm"].agree
    assert every_figure()["socket.contact_inner_mm"].values_mm == (1.6, 1.9)
    assert every_figure()["socket.terminal_offset_mm"].evidence[0].reference == "A"
    assert [one.used_by for one in every_figure()["common.mask_margin_mm"].evidence] == [
        ("default", "gpd-pocket", "inkplate-5", "transcribed")
    ]


def test_a_former_name_finds_the_default_and_is_not_listed() -> None:
    assert shipped_pattern("dash-connector") == PATTERNS["default"]
    assert "dash-connector" not in PATTERNS
    assert PATTERNS["default"].label == "default, revision 2"


OWN = """
name = "My board 7"
document = "Board 7, caliper"
kind = "measured"
[socket]
table = "Caliper, 2026"
contact_inner_mm = 1.7
contact_outer_mm = 2.9
[header]
table = "Caliper, 2026"
contact_width_mm = 0.25
"""


def own(tmp_path: Path, text: str = OWN) -> tuple[Reading, ...]:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return read_readings(path)


def test_readings_of_the_user_s_own_join_the_shipped_ones(tmp_path: Path) -> None:
    socket, header = own(tmp_path)

    assert (socket.half, header.half, socket.own) == (Half.SOCKET, Half.HEADER, True)
    assert dict(socket.figures) == {
        "contact_height_mm": 0.6,
        "contact_rows_mm": 2.3,
        "contact_inner_mm": 1.7,
        "contact_outer_mm": 2.9,
    }
    found = collect_evidence((*shipped_readings(), *own_readings(tmp_path)), [])
    (figure,) = (one for one in found if one.figure == "header.contact_width_mm")
    assert [one.reading.name for one in figure.evidence][-1] == "My board 7"
    assert not figure.agree


def test_own_readings_are_written_and_read_back(tmp_path: Path) -> None:
    readings = own(tmp_path)
    path = save_readings(tmp_path / "new folder", readings)

    assert path.name == "my-board-7.toml"
    assert own_readings(path.parent) == readings
    assert [r.figures for r in own_readings(path.parent)] == [r.figures for r in readings]
    for reading in shipped_readings():
        again = read_readings(save_readings(tmp_path / "all", [reading]), own=False)
        assert again == (reading,)
    with pytest.raises(A4sError, match="give it a name"):
        save_readings(tmp_path, [*own(tmp_path, OWN.replace("My board 7", "…"))])


def test_no_folder_is_no_reading(tmp_path: Path) -> None:
    assert own_readings(tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('kind = "measured"', 'kind = "hearsay"', "kind: expected manufacturer or"),
        (
            *("1.7", "1.7\ncontact_height_mm = 0.5"),
            "contact_outer_mm: expected 2.7 mm, as follows from the other figures, found 2.9",
        ),
        ("0.25", "-0.25", "header, contact_width_mm: expected a number above 0"),
        (
            *("contact_width_mm", "contact_with_mm"),
            "header, contact_width_mm: expected at least one of contact_width_mm, contact_height_",
        ),
        ("Board 7, caliper", "a; b", "document: expected one document"),
        ('[socket]\ntable = "Caliper, 2026"', "[socket]", "socket, table: expected a text"),
        ("0.25", "0.25\nterminal_offset_mm = 0.1", "terminal_reference: expected A or B or C"),
    ],
)
def test_a_damaged_reading_names_the_figure(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in OWN
    with pytest.raises(DataError, match=expected):
        own(tmp_path, OWN.replace(old, new, 1))


def test_a_file_without_a_half_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        DataError, match="socket: expected a table of this name, or one named header"
    ):
        own(tmp_path, OWN[: OWN.index("[socket]")])


def test_a_value_that_is_taken_over_has_its_reading_s_source() -> None:
    taken = {one.reading.name: one for one in every_figure()["socket.terminal_offset_mm"].evidence}
    edits = taken_edits(PATTERNS["default"], "socket.terminal_offset_mm", taken["Inkplate 5"])
    assert set(edits) == {"socket.terminal_offset_mm", "socket.terminal_reference"}
    outer = next(
        one
        for one in every_figure()["socket.contact_outer_mm"].evidence
        if one.reading.name == "Inkplate 5"
    )
    changed = edited(
        PATTERNS["transcribed"],
        taken_edits(PATTERNS["transcribed"], "socket.contact_outer_mm", outer),
    )
    rows = changed.sources["socket.contact_rows_mm"]
    before = PATTERNS["transcribed"].sources["socket.contact_rows_mm"]
    assert rows.documents == (outer.reading.source.document, *before.documents)
    (again,) = (
        one
        for one in collect_evidence([outer.reading], [changed])
        if one.figure == "socket.contact_outer_mm"
    )
    assert again.evidence[0].used_by == ("transcribed",)


def test_a_reading_of_one_s_own_is_told_by_its_name() -> None:
    source = Source("Caliper", "Socket, read by the user")
    figures = {"contact_width_mm": 0.25}
    own = Reading("Board 7; b", ReadingKind.MEASURED, Half.SOCKET, None, source, figures, own=True)
    (evidence,) = collect_evidence([own], [])
    changed = edited(
        PATTERNS["default"],
        taken_edits(PATTERNS["default"], evidence.figure, evidence.evidence[0]),
    )
    assert changed.sources[evidence.figure].documents == ("Board 7, b (Caliper)",)
    (seen,) = collect_evidence([own], [changed])
    assert seen.evidence[0].used_by == ("default",)


def test_only_an_offset_is_added_to_a_dimension() -> None:
    for figure, found in every_figure().items():
        expected = {"socket": "A", "header": "C"} if figure.endswith("terminal_offset_mm") else {}
        assert {one.reference for one in found.evidence} == {expected.get(found.part, "")}


def test_each_figure_is_called_by_its_half_and_its_name() -> None:
    labels = {figure: found.label for figure, found in every_figure().items()}

    assert len(set(labels.values())) == len(labels)
    assert labels["socket.contact_rows_mm"] == "socket: contact rows, centre to centre"
    assert labels["header.terminal_offset_mm"] == (
        "header: terminal centres along the rows, added to a dimension"
    )
    assert labels["common.mask_margin_mm"] == "common: solder-mask opening beyond the pad"


def test_what_is_taken_over_names_the_place_it_was_read_at() -> None:
    offsets = every_figure()["socket.terminal_offset_mm"].evidence
    inkplate = next(one for one in offsets if one.reading.name == "Inkplate 5")
    pattern = PATTERNS["transcribed"]

    assert taken_edits(pattern, "socket.terminal_offset_mm", inkplate) == {
        "socket.terminal_offset_mm": Taken(-0.9, inkplate.reading.source),
        "socket.terminal_reference": Taken("A", inkplate.reading.source),
    }
    outer = every_figure()["socket.contact_outer_mm"].evidence[0]
    rows = taken_edits(pattern, "socket.contact_outer_mm", outer)["socket.contact_rows_mm"]
    assert isinstance(rows, Taken)
    before = pattern.sources["socket.contact_rows_mm"].table
    assert rows.source.table == f"Worked out from an edge: {outer.reading.source.table}; {before}"


def test_a_pattern_uses_a_reading_by_its_value_and_its_source() -> None:
    figure = "header.contact_width_mm"
    (reading,) = (r for r in shipped_readings() if (r.name, r.half) == ("dash_connector", "header"))
    default = PATTERNS["default"]
    typed = replace(default, name="typed", sources={**default.sources, figure: OWN_FIGURE})
    other = edited(replace(default, name="other"), {figure: Taken(0.2, reading.source)})

    used = {
        one.figure: one.evidence[0].used_by
        for one in collect_evidence([reading], [default, typed, other])
    }
    assert used[figure] == ("default",)
    assert used["header.contact_height_mm"] == ("default", "typed", "other")


@given(st.integers(1, 2_000), st.integers(1, 5_000), st.sets(st.integers(0, 3)))
def test_of_height_rows_and_edges_any_two_tell_the_others(
    height_um: int, rows_um: int, told: set[int]
) -> None:
    every = (height_um, rows_um, rows_um - height_um, rows_um + height_um)
    stated = [um / 1000 if place in told else None for place, um in enumerate(every)]

    found = completed_rows(*stated)
    assert list(found) == (stated if len(told) < 2 else [um / 1000 for um in every])
