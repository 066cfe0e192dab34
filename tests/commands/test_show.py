"""``a4s-gui show``: one pair with all its figures, and where they come from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from a4s_gui.geometry.land_pattern.pattern import CommonFigures, HalfPattern
from tests.commands.conftest import Cli

PAIR = "AXE540127/AXE640124"


def show(cli: Cli, *arguments: str) -> Any:
    ended = cli("show", *arguments, "--json")
    assert ended.status == 0
    return ended.json


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [n for item in value.values() for n in numbers(item)]
    if isinstance(value, list):
        return [n for item in value for n in numbers(item)]
    return [value] if isinstance(value, float) else []


def test_the_objects_of_list_come_first(cli: Cli) -> None:
    listed = cli("list", "--pins", "40", "--height", "0.8", "--packaging", "8", "--json").json[0]
    shown = show(cli, PAIR)

    assert {key: shown[key] for key in listed} == listed
    assert set(shown) >= {*listed, "ratings", "tape", "land_pattern", "sources"}


def test_ratings_and_tape(cli: Cli) -> None:
    shown = show(cli, PAIR)

    assert shown["ratings"]["rated_current_a_per_contact"] == 0.3
    assert shown["ratings"]["rated_current_a_total"] == 5.0
    assert shown["ratings"]["insertion_force_n"] == 48.0
    assert shown["ratings"]["removal_force_n"] == 6.6
    assert shown["ratings"]["mating_cycles"] == 30
    assert shown["tape"] == {
        "type": "I",
        "width_mm": 24.0,
        "hole_lines_mm": None,
        "hole_to_pocket_mm": 11.5,
        "reel_width_mm": 25.4,
        "pocket_pitch_mm": 8,
        "pieces_per_reel": 5000,
    }
    assert show(cli, "AXE580127/AXE680124")["tape"]["hole_lines_mm"] == 28.4


def test_an_inspection_pair_states_no_height_and_no_tape(cli: Cli) -> None:
    shown = show(cli, "AXE5E4026")

    assert shown["tape"] is shown["mated_height_mm"] is shown["packaging_pitch_mm"] is None
    assert shown["minimum_lot_pieces"] == 50
    assert shown["ratings"]["mating_cycles"] == 3000


def test_pads_of_the_boards_in_the_field(cli: Cli) -> None:
    pads = show(cli, "AXE510127/AXE610124")["land_pattern"]

    socket = {pad["number"]: pad for pad in pads["socket"] if pad["role"] == "contact"}
    header = {pad["number"]: pad for pad in pads["header"] if pad["role"] == "contact"}
    assert set(socket) == set(header) == {str(n) for n in range(1, 11)}
    size = {"width_mm": 0.23, "height_mm": 0.65}
    assert socket["1"] == {"number": "1", "role": "contact", "x_mm": -0.8, "y_mm": -1.125} | size
    assert socket["10"] == {"number": "10", "role": "contact", "x_mm": 0.8, "y_mm": 1.125} | size
    # Numbered so that n meets n: in its own top view the header's rows are swapped.
    assert header["1"] == {"number": "1", "role": "contact", "x_mm": -0.8, "y_mm": 0.875} | size
    terminals = {half: [p for p in pads[half] if p["role"] == "terminal"] for half in pads}
    assert {(p["x_mm"], p["y_mm"]) for p in terminals["socket"]} == {
        (x, y) for x in (-1.8, 1.8) for y in (-1.0, 1.0)
    }
    assert {(p["x_mm"], p["y_mm"]) for p in terminals["header"]} == {
        (x, y) for x in (-1.6, 1.6) for y in (-0.565, 0.565)
    }
    assert {(p["number"], p["width_mm"], p["height_mm"]) for p in terminals["socket"]} == {
        ("MP", 0.9, 0.9)
    }


def test_numbers_print_clean(cli: Cli) -> None:
    for part in ("AXE540127/AXE640124", "AXE518127/AXE618124", "AXE580127/AXE680224"):
        text = cli("show", part, "--json").out
        assert not re.search(r"-0\.0\b|\d\.\d{7,}|\de-", text)
        assert all(round(n, 6) == n for n in numbers(json.loads(text)))


def test_numbering_is_a_choice(cli: Cli) -> None:
    alike = show(cli, PAIR, "--numbering", "alike")
    loop = show(cli, PAIR, "--numbering", "loop,mating")

    assert alike["numbering"] == {
        "rows": "odd-even",
        "header": "alike",
        "pin_1": "upper-left",
        "terminals": "MP",
    }
    other = show(cli, PAIR, "--numbering", "lower-left,row-by-row", "--terminals", "continue")
    assert list(other["numbering"].values()) == ["row-by-row", "mating", "lower-left", "continue"]
    socket = {pad["number"]: (pad["x_mm"], pad["y_mm"]) for pad in other["land_pattern"]["socket"]}
    assert (socket["1"], socket["21"]) == ((-3.8, 1.125), (-3.8, -1.125))
    assert (socket["41"], socket["44"]) == ((-4.8, 1.0), (-4.8, -1.0))
    assert alike["land_pattern"]["header"][0]["y_mm"] == -0.875
    right_end = {pad["number"] for pad in loop["land_pattern"]["socket"] if pad["x_mm"] == 3.8}
    assert right_end == {"20", "21"}


def test_a_land_pattern_by_name_and_by_file(cli: Cli, tmp_path: Path) -> None:
    board_3 = show(cli, PAIR, "--land-pattern", "inkplate-5")
    assert board_3["land_pattern_figures"]["name"] == "inkplate-5"
    assert {pad["height_mm"] for pad in board_3["land_pattern"]["socket"]} == {0.80, 1.10}

    former = show(cli, PAIR, "--land-pattern", "dash-connector")
    assert former == show(cli, PAIR)
    figures = former["land_pattern_figures"]
    assert (figures["name"], figures["revision"]) == ("default", 2)

    own = tmp_path / "own.toml"
    own.write_text(
        'name = "own"\ntitle = "Own"\nbase = "default"\n'
        '[sources.me]\ndocument = "Our board"\ntable = "rev. 3"\n'
        '[socket]\ncontact_height_mm = { value = 0.7, source = "me" }\n',
        encoding="utf-8",
    )
    shown = show(cli, PAIR, "--land-pattern", str(own))
    assert shown["land_pattern"]["socket"][0]["height_mm"] == 0.7
    source = shown["sources"]["land_pattern.socket.contact_height_mm"]
    assert source == {"document": "Our board", "table": "rev. 3", "note": ""}


def test_every_figure_has_a_source(cli: Cli) -> None:
    shown = show(cli, PAIR)

    groups = {
        "part_numbers",
        "socket_dimensions",
        "header_dimensions",
        "body",
        "packing",
        "tape",
        "ratings",
        "mating_cycles",
    }
    halves = {
        f"land_pattern.{half}.{figure}"
        for half in ("socket", "header")
        for figure in HalfPattern.__dataclass_fields__
    }
    common = {f"land_pattern.common.{figure}" for figure in CommonFigures.__dataclass_fields__}
    assert set(shown["sources"]) == groups | halves | common
    assert all(source["document"] and source["table"] for source in shown["sources"].values())
    assert "not of the manufacturer's drawing" in shown["land_pattern_figures"]["note"]


def test_the_page_shows_each_figure_with_its_source(cli: Cli) -> None:
    ended = cli("show", PAIR)
    page = ended.out

    assert (ended.status, ended.messages) == (0, [])
    assert page.startswith("AXE540127 + AXE640124: 40 pins, mated height 0.8 mm")
    for figure in ("10.50", "9.80", "0.23 × 0.65", "5,000", "25.4 mm", "0.3 A", "48 N"):
        assert figure in page
    assert "Outline, mm" in page
    assert "not of the manufacturer's drawing" in page
    body, _, sources = page.partition("\nSources\n")
    cited = set(re.findall(r"\[\d+\]", body))
    listed = re.findall(r"\[\d+\]", sources)
    assert cited == set(listed)
    assert len(listed) == len(set(listed))
    assert len(body.splitlines()) > 30


@pytest.mark.parametrize("part", ["AXE640124", "axe 5401-27", "AXE540127+AXE640124"])
def test_a_part_is_found_however_it_is_written(cli: Cli, part: str) -> None:
    assert show(cli, part)["header"] == "AXE640124"


def test_both_halves_are_two_words_too(cli: Cli) -> None:
    ended = cli("show", "AXE540127", "AXE640224", "--json")

    assert (ended.json["header"], ended.messages) == ("AXE640224", [])


def test_a_socket_alone_means_0_8_mm_and_the_user_is_told(cli: Cli) -> None:
    ended = cli("show", "AXE540127", "--json")

    assert ended.json["header"] == "AXE640124"
    (message,) = ended.messages
    assert "0.8 mm is meant" in message
    assert "--height 1.0" in message


def test_the_height_decides_without_a_word(cli: Cli) -> None:
    ended = cli("show", "--height", "1.0", "AXE540127", "--json")

    assert (ended.json["header"], ended.messages) == ("AXE640224", [])


def test_a_former_number_is_resolved_and_the_user_is_told(cli: Cli) -> None:
    ended = cli("show", "AXE534124", "--json")

    assert ended.json["socket"] == "AXE534127"
    (message,) = ended.messages
    assert "AXE534124" in message
    assert "2013" in message


def test_joints_mask_stencil_and_heights(cli: Cli) -> None:
    found = show(cli, PAIR)

    assert found["joints"] == {
        "socket": {
            "contact": {"toe_mm": 0.2, "heel_mm": 0.22, "side_mm": 0.04},
            "terminal": {"toe_mm": 0.2, "heel_mm": 0.47, "side_mm": 0.2},
        },
        "header": {
            "contact": {"toe_mm": 0.2, "heel_mm": 0.03, "side_mm": 0.04},
            "terminal": {"toe_mm": 0.1, "heel_mm": 0.28, "side_mm": 0.15},
        },
    }
    assert found["mask_web_mm"] == 0.07
    stencil = found["stencil"]
    assert (stencil["thickness_um"], stencil["wanted"]) == (120, 0.66)
    assert round(stencil["area_ratio"]["socket"]["contact"], 2) == 0.59
    assert found["heights_mm"] == {
        "socket": 0.77,
        "header": 0.65,
        "derived": False,
        "gap": 0.03,
        "overlap": 0.62,
    }
    higher = show(cli, "AXE540127/AXE640224")["heights_mm"]
    assert (higher["header"], higher["derived"], higher["gap"]) == (0.85, True, 0.23)
    assert show(cli, "AXE5E4026/AXE6E4026")["heights_mm"] is None
