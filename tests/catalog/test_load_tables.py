"""A damaged table of the catalog file is refused: sources, groups, bodies, tapes, ratings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalog.damage import damaged

DAMAGE = {
    "groups, group 1": [
        (
            'source = "product_types_8mm"',
            'source = "hearsay"',
            "source: expected the name of a table under sources, found 'hearsay'",
        ),
        (
            'source = "product_types_8mm"\n',
            "",
            "source: expected the name of a table under sources, but it is missing",
        ),
        (
            'product = "standard"',
            'product = "gold"',
            "product: expected standard or inspection, found 'gold'",
        ),
        (
            'product = "standard"',
            'product = ["standard"]',
            "product: expected standard or inspection, found ['standard']",
        ),
        (
            "mated_height_mm = 0.8\n",
            "",
            "mated_height_mm: expected a number above 0, but it is missing",
        ),
        (
            "packaging_pitch_mm = 8\n",
            "packaging_pitch_mm = 12\n",
            ("packaging_pitch_mm: expected a packaging that has a table under tapes, found 12"),
        ),
        (
            "pieces_per_reel = 5000\n",
            "pieces_per_reel = 2000\n",
            "pieces_per_reel: expected 5000, as in the taping table, found 2000",
        ),
        (
            "pieces_per_outer_carton = 10000\n",
            "pieces_per_outer_carton = 12000\n",
            "pieces_per_outer_carton: expected whole reels of 5000, found 12000",
        ),
    ],
    "sources, ordering": [
        ('table = "Ordering information"\n', "", "table: expected a text, but it is missing"),
        (
            'table = "Ordering information"\n',
            'table = "Ordering information"\npage = 2\n',
            "page: expected no such field here (known: document, note, table)",
        ),
    ],
    "groups, group 1, pairs, pair 1": [
        (
            "mated_height_mm = 0.8\n",
            "mated_height_mm = 1.2\n",
            "socket: expected a half that mates at 1.2 mm, found 'AXE510127'",
        ),
        (
            "mated_heights_mm = [0.8, 1.0]",
            "mated_heights_mm = [1.0]",
            "pins: expected a row under dimensions for the socket at 0.8 mm, found 10",
        ),
    ],
    "groups, group 4": [
        (
            'product = "inspection"\n',
            'product = "inspection"\nmated_height_mm = 0.8\n',
            "mated_height_mm: expected no such field here (known: pairs, product, source)",
        ),
    ],
    "dimensions, entry 1": [
        (
            "mated_heights_mm = [0.8, 1.0]",
            "mated_heights_mm = [0.8, -1.0]",
            "mated_heights_mm: expected a list of numbers above 0, found [0.8, -1.0]",
        ),
        (
            "mated_heights_mm = [0.8, 1.0]",
            "mated_heights_mm = []",
            "mated_heights_mm: expected a list of numbers above 0, found []",
        ),
    ],
    "groups, group 4, pairs, pair 1": [
        (
            "same_as_mated_height_mm = 0.8",
            "same_as_mated_height_mm = 0.9",
            "pins: expected a row under dimensions for the socket at 0.9 mm, found 10",
        ),
    ],
    "bodies, rows, row 1": [
        (
            '{ half = "socket", width_mm = 2.5',
            '{ half = "socket", mated_height_mm = 0.8, width_mm = 2.5',
            (
                "mated_height_mm: expected no such field here (known: half, "
                "height_above_board_mm, width_mm)"
            ),
        ),
    ],
    "bodies, rows, row 3": [
        (
            '{ half = "header", mated_height_mm = 1.0, width_mm = 2.0 }',
            '{ half = "header", mated_height_mm = 0.8, width_mm = 2.0 }',
            "half: expected one row only for each half and mated height, found 'header'",
        ),
    ],
    "groups, group 2, pairs, pair 1": [
        (
            '{ half = "header", mated_height_mm = 1.0, width_mm = 2.0 }',
            '{ half = "header", mated_height_mm = 1.2, width_mm = 2.0 }',
            ("header: expected a row under bodies for the header at 1.0 mm, found 'AXE610224'"),
        ),
    ],
    "groups, group 1, pairs, pair 8": [
        (
            "pins_from = 26, pins_to = 70",
            "pins_from = 24, pins_to = 70",
            ("pins: expected one row of the 8 mm taping table that covers it, not 2, found 24"),
        ),
    ],
    "groups, group 1, pairs, pair 21": [
        (
            "pins_from = 26, pins_to = 70",
            "pins_from = 26, pins_to = 64",
            ("pins: expected one row of the 8 mm taping table that covers it, not 0, found 70"),
        ),
    ],
    "tapes, entry 1, rows, row 2": [
        (
            "pins_from = 26, pins_to = 70",
            "pins_from = 70, pins_to = 26",
            "pins_to: expected at least pins_from, 70, found 26",
        ),
    ],
    "tapes, entry 2": [
        (
            "packaging_pitch_mm = 4\npieces_per_reel = 15000\nsource",
            "packaging_pitch_mm = 8\npieces_per_reel = 15000\nsource",
            "packaging_pitch_mm: expected one table only for each packaging, found 8",
        ),
    ],
    "tapes, entry 1, rows, row 1": [
        (
            "tape_width_mm = 16.0",
            "tape_width_mm = -16.0",
            "tape_width_mm: expected a number above 0, found -16.0",
        ),
    ],
    "ratings": [
        (
            "rated_voltage_v = 60\n",
            "",
            "rated_voltage_v: expected a number above 0, but it is missing",
        ),
        (
            "rated_voltage_v = 60\n",
            "rated_voltage_v = -60\n",
            "rated_voltage_v: expected a number above 0, found -60",
        ),
        (
            "temperature_c_min = -55",
            "temperature_c_min = nan",
            "temperature_c_min: expected a number, found nan",
        ),
        (
            "temperature_c_max = 85",
            "temperature_c_max = -85",
            "temperature_c_max: expected a number above temperature_c_min, -55, found -85",
        ),
    ],
    "ratings, weights, entry 2": [
        (
            "[[ratings.weights]]\n",
            (
                "[[ratings.weights]]\npins = 20\nsocket_g = 1\nheader_g = 1\nsource = "
                '"ordering"\n[[ratings.weights]]\n'
            ),
            "pins: expected one entry only for each number of pins, found 20",
        ),
    ],
    "": [
        ('edition = "2016"\n', "", "edition: expected a text, but it is missing"),
        ('edition = "2016"\n', "edition = 2016\n", "edition: expected a text, found 2016"),
        (
            'edition = "2016"\n',
            'edition = "2016"\nlanguage = "en"\n',
            (
                "language: expected no such field here (known: bodies, dimensions, edition, "
                "groups, inspection_dimensions, ratings, sources, tapes)"
            ),
        ),
        (
            'edition = "2016"\n',
            'edition = "2016"\n"two\\nlines" = 1\n',
            (
                "two lines: expected no such field here (known: bodies, dimensions, edition, "
                "groups, inspection_dimensions, ratings, sources, tapes)"
            ),
        ),
    ],
}


@pytest.mark.parametrize(
    ("place", "old", "new", "expected"),
    [(place, *case) for place, cases in DAMAGE.items() for case in cases],
)
def test_an_entry_that_cannot_be(
    tmp_path: Path, place: str, old: str, new: str, expected: str
) -> None:
    assert damaged(tmp_path, (old, new)) == (f"{place}, {expected}" if place else expected)
