"""``a4s-gui show``: what is known beyond the pair's own figures, and questions answered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalog.pairs import KNOWLEDGE
from tests.commands.conftest import Cli

PAIR = "AXE540127/AXE640124"


def show(cli: Cli, *arguments: str) -> Any:
    ended = cli("show", *arguments, "--json")
    assert ended.status == 0
    return ended.json


def by(key: str, entries: list[Any]) -> dict[str, Any]:
    found = {entry[key]: entry for entry in entries}
    assert len(found) == len(entries)
    return found


def test_ratings_carry_conditions_and_sources(cli: Cli) -> None:
    ratings = by("id", show(cli, PAIR)["rating_details"])

    voltage = ratings["dielectric-strength"]
    assert (voltage["value"], voltage["unit"], voltage["group"]) == (150.0, "V AC", "Electrical")
    assert [(c["name"], c["value"], c["unit"]) for c in voltage["conditions"]] == [
        ("applied for", 1.0, "min"),
        ("detection current", 1.0, "mA"),
    ]
    assert ratings["insertion-force"]["formula"] == "1.2 N × 40 contacts = 48 N"
    assert ratings["weight-socket"]["text"] == "not stated"
    assert ratings["weight-socket"]["value"] is None
    assert all(entry["source"]["document"] for entry in ratings.values())


def test_what_is_worked_out_carries_its_formula(cli: Cli) -> None:
    shown = show(cli, PAIR)

    current = by("name", shown["current"]["figures"])
    assert current["Current a contact, all alike"]["value"] == 0.125
    assert current["Contacts at full current"]["formula"] == "5 A ÷ 0.3 A, rounded down = 16"
    assert "return" in shown["current"]["note"]
    forces = by("name", shown["forces"])
    assert forces["Removal force, at least"]["value"] == 6.6
    board = by("name", shown["board"])
    assert board["Header land pattern area"]["value"] == 23.16
    worked_out = [*current.values(), *forces.values(), *board.values()]
    assert all(figure["formula"] and figure["source"]["table"] for figure in worked_out)


def test_the_board_follows_the_land_pattern_that_is_named(cli: Cli) -> None:
    board = by("name", show(cli, PAIR, "--land-pattern", "inkplate-5")["board"])

    assert board["Socket land pattern width"]["value"] == 3.3


def test_tests_materials_and_notes(cli: Cli) -> None:
    shown = show(cli, PAIR)

    tests = by("id", shown["environmental_tests"])
    assert tests["humidity"]["standard"] == "IEC 60068-2-78"
    assert tests["hydrogen-sulphide"]["standard"] is None
    assert len(tests["thermal-shock"]["steps"]) == 4
    materials = by("id", shown["materials"])
    assert materials["body"]["plating_base"] is None
    assert materials["soldering-terminals-header"]["halves"] == ["header"]
    notes = by("id", shown["design_notes"])
    every = {n.id: n.computed for group in KNOWLEDGE.design_notes for n in group.notes}
    assert {i: note["worked_out"] is not None for i, note in notes.items()} == every
    assert notes["stiffener"]["layer"] == "stiffener"
    assert notes["stiffener"]["worked_out"]["figures"][0]["value"] == 11.5
    assert {"slim", "rohs"} <= set(by("id", shown["features"]))


def test_ordering_and_alternatives(cli: Cli) -> None:
    shown = show(cli, PAIR)

    assert shown["ordering"]["smallest_order"]["value"] == 5000
    assert shown["ordering"]["mounting_sample_pieces"] == 50
    assert shown["ordering"]["other_packagings"] == ["AXE540127D/AXE640124D"]
    assert "reel-units" in by("id", shown["ordering"]["rules"])
    others = by("kind", shown["alternatives"]["found"])
    assert others["other mated height"]["header"] == "AXE640224"
    adds = by("name", others["more pins"]["adds"])
    assert adds["Socket land pattern, added area"]["value"] == 2.32
    assert shown["alternatives"]["absent"] == []
    absent = by("kind", show(cli, "AXE516127/AXE616124")["alternatives"]["absent"])
    assert "14 and 20" in absent["other mated height"]["reason"]


def test_an_inspection_pair_has_its_own(cli: Cli) -> None:
    shown = show(cli, "AXE5E4026")

    assert "mating-cycles-inspection" in by("id", shown["rating_details"])
    assert shown["ordering"]["smallest_order"]["value"] == 50
    removal = by("name", shown["forces"])["Removal force, at least"]
    assert removal["value"] is None
    assert "inspection" in removal["formula"]
    assert {"inspection-only", "many-cycles"} <= set(by("id", shown["features"]))


def test_nothing_is_answered_that_was_not_asked(cli: Cli) -> None:
    assert {"current_needed", "orders"}.isdisjoint(show(cli, PAIR))


@pytest.mark.parametrize(
    ("asked", "enough", "needed"),
    [
        (["--current", "2", "--contacts", "7"], True, 7),
        (["--current", "2 A", "--contacts", "6"], False, 7),
        (["--current", "5"], True, 17),
        (["--current", "5.1"], False, None),
        (["--current", "1", "--contacts", "41"], False, 4),
    ],
)
def test_is_the_current_enough(
    cli: Cli, asked: list[str], enough: bool, needed: int | None
) -> None:
    answer = show(cli, PAIR, *asked)["current_needed"]

    assert (answer["enough"], answer["contacts_needed"]) == (enough, needed)
    assert answer["why"]
    assert answer["formula"]


def test_what_to_order(cli: Cli) -> None:
    orders = show(cli, PAIR, "--pieces", "12,000")["orders"]

    assert [(o["unit"], o["units"], o["pieces_ordered"], o["excess"]) for o in orders] == [
        ("reel", 3, 15_000, 3_000),
        ("reel", 1, 15_000, 3_000),
    ]
    lines = orders[1]["bill_of_materials"]
    assert [line["Part number"] for line in lines] == ["AXE540127D", "AXE640124D"]
    few = show(cli, "AXE5E4026", "--pieces", "20")["orders"]
    assert [(o["unit"], o["pieces_ordered"]) for o in few] == [("lot", 50), ("sample unit", 50)]


def test_the_page_answers_first_and_then_tells_all(cli: Cli) -> None:
    page = cli("show", PAIR, "--current", "2", "--contacts", "6", "--pieces", "1").out

    assert page.index("Current needed") < page.index("Electrical") < page.index("Board design")
    for words in (
        "it takes 7 contacts",
        "1 piece of each half, 8 mm packaging",
        "4,999 pieces",
        "1.2 N × 40 contacts = 48 N",
        "MIL-STD-202F",
        "palladium",
        "AXE540127D + AXE640124D",
        "10.5 mm + 2 × 0.5 mm = 11.5 mm",
        "relative humidity 40 to 60 %",
    ):
        assert words in page
    text = " ".join(page.split())
    for group in (*KNOWLEDGE.design_notes, *KNOWLEDGE.order_rules.notes):
        for note in group.notes:
            if note.product is None:
                assert note.text in text
