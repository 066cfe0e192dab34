"""``a4s-gui list``: every pair with the datasheet's figures, and filters."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.commands.conftest import Cli

ALL_PINS = [10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 40, 44, 50, 54, 60, 64, 70, 80]
PINS_1_0_MM = [10, 12, 14, 20, 24, 26, 30, 32, 40, 44, 50, 54, 60, 70, 80]
PINS_4_MM = [10, 12, 14, 16, 20, 24, 30, 34, 40, 44, 50, 60, 64]


def expected(pins: int, height: float | None, packaging: int | None) -> dict[str, Any]:
    """One object of the list, by the ordering key and the rules of the dimension tables."""
    suffix = "D" if packaging == 4 else ""
    digit = {0.8: "1", 1.0: "2"}.get(height or 0)
    standard = height is not None
    b = 0.4 * (pins / 2 - 1)
    reel = {8: 5000, 4: 15_000}.get(packaging or 0)
    return {
        "socket": f"AXE5{pins}127{suffix}" if standard else f"AXE5E{pins}26",
        "header": f"AXE6{pins}{digit}24{suffix}" if standard else f"AXE6E{pins}26",
        "pins": pins,
        "mated_height_mm": height,
        "product": "standard" if standard else "inspection",
        "packaging_pitch_mm": packaging,
        "pieces_per_reel": reel,
        "pieces_per_outer_carton": None if reel is None else 2 * reel,
        "socket_dimensions_mm": {
            "A": round(b + 2.9, 2),
            "B": round(b, 2),
            "C": round(b + 1.8, 2),
        },
        "header_dimensions_mm": {
            "A": round(b + 2.2, 2),
            "B": round(b, 2),
            "C": round(b + 1.6, 2),
        },
    }


ALL_PAIRS = [
    *(expected(pins, 0.8, 8) for pins in ALL_PINS),
    *(expected(pins, 1.0, 8) for pins in PINS_1_0_MM),
    *(expected(pins, 0.8, 4) for pins in PINS_4_MM),
    *(expected(pins, None, None) for pins in ALL_PINS),
]


def test_json_lists_every_pair_with_the_datasheets_figures(cli: Cli) -> None:
    ended = cli("list", "--json")

    assert (ended.status, ended.messages) == (0, [])
    assert len(ended.json) == 72
    listed = [{key: row[key] for key in ALL_PAIRS[0]} for row in ended.json]
    assert listed == ALL_PAIRS


def test_a_row_as_the_datasheet_prints_it(cli: Cli) -> None:
    (pair,) = cli("list", "--pins", "40", "--height", "0.8", "--packaging", "8", "--json").json

    assert pair == {
        "socket": "AXE540127",
        "header": "AXE640124",
        "pins": 40,
        "mated_height_mm": 0.8,
        "product": "standard",
        "packaging_pitch_mm": 8,
        "pieces_per_reel": 5000,
        "pieces_per_outer_carton": 10000,
        "minimum_lot_pieces": 5000,
        "socket_dimensions_mm": {"A": 10.5, "B": 7.6, "C": 9.4},
        "header_dimensions_mm": {"A": 9.8, "B": 7.6, "C": 9.2},
        "socket_body_mm": {"width": 2.5, "height": 0.77},
        "header_body_mm": {"width": 2.0, "height": 0.65},
    }


def test_kinds_of_numbers(cli: Cli) -> None:
    for pair in cli("list", "--json").json:
        assert type(pair["pins"]) is int
        assert type(pair["mated_height_mm"]) in (float, type(None))
        assert type(pair["packaging_pitch_mm"]) in (int, type(None))
    assert "0000" not in cli("list", "--pins", "10-80", "--product", "inspection", "--json").out


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ([], 72),
        (["--pins", "40"], 4),
        (["--pins", "10-40"], 15 + 9 + 9 + 15),
        (["--pins", "10,20,40"], 12),
        (["--pins", "10-14, 80"], 3 * 4 + 3),
        (["--pins", "10-14,70-80"], 3 * 4 + 2 * 3),
        (["--pins", "37-39,40"], 4),
        (["--height", "0.8"], 35),
        (["--height", "1.0"], 15),
        (["--packaging", "4"], 13),
        (["--packaging", "8"], 37),
        (["--product", "standard"], 50),
        (["--product", "INSPECTION"], 22),
        (["--pins=40", "--height=1.0", "--packaging=8", "--product=standard"], 1),
    ],
)
def test_filters_narrow(cli: Cli, filters: list[str], count: int) -> None:
    ended = cli("list", *filters, "--json")

    assert (ended.status, len(ended.json), ended.messages) == (0, count, [])


@pytest.mark.parametrize(
    ("filters", "hints"),
    [
        (["--pins", "36", "--height", "1.0"], ["36 pins", "1.0 mm", "--height 0.8", "--pins 10, "]),
        (["--pins", "11"], ["11 pins", "--pins 10, 12, "]),
        (["--pins", "37-39"], ["37", "39", "--pins 10, 12, "]),
        (["--pins", "37-38,45-46"], ["--pins 10, 12, "]),
        (["--product", "inspection", "--packaging", "4"], ["4 mm", "--product standard"]),
    ],
)
def test_what_matches_nothing_says_what_would(
    cli: Cli, filters: list[str], hints: list[str]
) -> None:
    as_json, as_csv, as_text = (
        cli("list", *filters, *form) for form in (["--json"], ["--csv"], [])
    )

    assert as_json.json == []
    assert len(as_csv.out.splitlines()) == len(as_text.out.splitlines()) == 1
    for ended in (as_json, as_csv, as_text):
        assert ended.status == 0
        (message,) = ended.messages
        for hint in hints:
            assert hint in message


def test_csv_holds_what_json_holds(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("list", "--csv").out)))
    objects = cli("list", "--json").json

    assert len(rows) == len(objects) == 72
    for row, pair in zip(rows, objects, strict=True):
        assert row["socket"] == pair["socket"]
        assert int(row["pins"]) == pair["pins"]
        assert row["mated_height_mm"] == str(pair["mated_height_mm"] or "")
        assert row["packaging_pitch_mm"] == str(pair["packaging_pitch_mm"] or "")
        for half in ("socket", "header"):
            for name, value in pair[f"{half}_dimensions_mm"].items():
                assert float(row[f"{half}_dimensions_{name}_mm"]) == value


def test_plain_text_is_a_table(cli: Cli) -> None:
    head, row, *rest = cli("list", "--pins", "80", "--height", "1.0").out.splitlines()

    assert head.split()[:3] == ["SOCKET", "HEADER", "PINS"]
    assert row.split()[:3] == ["AXE580127", "AXE680224", "80"]
    assert "18.50 x 2.50" in row
    assert rest == []
