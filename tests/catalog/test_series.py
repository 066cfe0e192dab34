"""The series as data: what the shipped file says, and what is said of one that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.data.notes import Note
from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.records import DataError
from a4s_gui.catalog.series import read_series, shipped_series
from a4s_gui.resources import resource_path
from tests.catalog.pairs import CATALOG, inspection, standard

SHIPPED = resource_path("catalog", "series.toml").read_text(encoding="utf-8")
SERIES = shipped_series()


def test_the_shipped_series() -> None:
    assert (SERIES.maker, SERIES.name, SERIES.prefix) == ("Panasonic", "A4S", "AXE")
    assert (SERIES.pitch_mm, SERIES.default_mated_height_mm) == (0.4, 0.8)
    assert SERIES.products[Product.STANDARD].mating_cycles == 30
    assert SERIES.products[Product.INSPECTION].mating_cycles == 3_000
    rules = [SERIES.outlines[half] for half in Half]
    reach = [(rule.A_beyond_B_mm, rule.C_beyond_B_mm) for rule in rules]
    assert reach == [(2.9, 1.8), (2.2, 1.6)]


def test_every_part_of_the_catalog_is_of_the_series() -> None:
    assert CATALOG.series is SERIES
    assert all(pair.series is pair.header.series is SERIES for pair in CATALOG.pairs)
    assert all(part.startswith(SERIES.prefix) for part in CATALOG.part_numbers)
    assert (standard(40).minimum_lot_pieces, inspection(40).minimum_lot_pieces) == (None, 50)


def note(note_id: str) -> Note:
    knowledge = Knowledge(CATALOG)
    groups = (*knowledge.design_notes, *knowledge.order_rules.notes)
    (found,) = (note for group in groups for note in group.notes if note.id == note_id)
    return found


def test_notes_that_repeat_a_figure_of_the_series_agree_with_it() -> None:
    reach, *_ = note("stiffener").figures
    (lot,) = note("inspection-lot").figures
    tolerances = [
        line.quantity
        for group in Knowledge(CATALOG).ratings.lines(standard(40))
        for line in group.lines
        if line.id == "general-tolerance"
    ]

    assert (reach.low, reach.high) == (SERIES.stiffener.least_mm, SERIES.stiffener.most_mm)
    assert lot.low == SERIES.products[Product.INSPECTION].minimum_lot_pieces
    assert [t.plus for t in tolerances] == [SERIES.outline_tolerance_mm]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("pitch_mm = 0.4\n", "", "pitch_mm: expected a number above 0, but it is missing"),
        ("pitch_mm = 0.4", "pitch_mm = -0.4", "pitch_mm: expected a number above 0, found -0.4"),
        ('prefix = "AXE"', 'prefix = ""', "prefix: expected a text, found ''"),
        ('prefix = "AXE"', 'prefix = "AXE"\nweight = 1', "weight: expected no such field here"),
        (
            'source = "title"',
            'source = "hearsay"',
            "source: expected the name of a table under sources, found 'hearsay'",
        ),
        (
            "A_beyond_B_mm = 2.9\n",
            "",
            "outlines, entry 1, A_beyond_B_mm: expected a number above 0, but it is missing",
        ),
        (
            'half = "header"',
            'half = "socket"',
            "outlines, entry 2, half: expected one entry only for each half, found 'socket'",
        ),
        (
            'product = "inspection"',
            'product = "standard"',
            "products, entry 2, product: expected one entry only for each product, found",
        ),
        (
            SHIPPED[SHIPPED.rindex("[[products]]") :],
            "",
            "products: expected an entry for the inspection, found [{",
        ),
        (
            "mating_cycles = 3000",
            "mating_cycles = 3000.5",
            "products, entry 2, mating_cycles: expected a whole number above 0, found 3000.5",
        ),
        (
            "most_mm = 1.0",
            "most_mm = 0.5",
            "stiffener, most_mm: expected a number above least_mm, found 0.5",
        ),
    ],
)
def test_a_series_that_cannot_be(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in SHIPPED
    path = tmp_path / "series.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read_series(path)

    assert str(caught.value).startswith(f"{path}: {expected}")


def test_another_pitch_is_refused_with_the_catalog_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "series.toml"
    path.write_text(SHIPPED.replace("pitch_mm = 0.4", "pitch_mm = 0.35"), encoding="utf-8")
    other = read_series(path)
    monkeypatch.setattr("a4s_gui.catalog.data.load.shipped_series", lambda: other)

    with pytest.raises(DataError, match=r"B: expected 1\.4, 0\.35 x \(10/2 - 1\), found 1\.6"):
        load_catalog(resource_path("catalog", "a4s.toml"))
