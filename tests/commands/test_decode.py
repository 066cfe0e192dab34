"""``a4s-gui decode``: a part number, field by field."""

from __future__ import annotations

from tests.commands.conftest import Cli


def test_json_names_each_field_and_the_mates(cli: Cli) -> None:
    ended = cli("decode", "axe5-40 127", "--json")

    assert (ended.status, ended.messages) == (0, [])
    assert ended.json["part_number"] == "AXE540127"
    fields = ended.json["fields"]
    assert "".join(field["characters"] for field in fields) == "AXE540127"
    assert [field["name"] for field in fields][:3] == ["series", "half", "pins"]
    assert all(field["meaning"] and field["source"]["document"] for field in fields)
    assert [pair["header"] for pair in ended.json["pairs"]] == ["AXE640124", "AXE640224"]
    assert ended.json["notes"] == []


def test_each_field_of_an_inspection_type_says_which_table_it_comes_from(cli: Cli) -> None:
    fields = cli("decode", "AXE5E4026", "--json").json["fields"]

    tables = {field["name"]: field["source"]["table"] for field in fields}
    assert tables["series"] == "Ordering information"
    assert tables["product"] == tables["ending"] != "Ordering information"
    assert "inspection" in tables["ending"]


def test_a_header_has_one_mate(cli: Cli) -> None:
    (pair,) = cli("decode", "AXE640124D", "--json").json["pairs"]

    assert (pair["socket"], pair["packaging_pitch_mm"]) == ("AXE540127D", 4)


def test_a_former_number_says_what_it_is_today(cli: Cli) -> None:
    decoded = cli("decode", "AXE534124", "--json").json

    assert decoded["part_number"] == "AXE534124"
    assert {pair["socket"] for pair in decoded["pairs"]} == {"AXE534127"}
    assert "AXE534127" in decoded["notes"][0]


def test_the_page_for_people(cli: Cli) -> None:
    page = cli("decode", "AXE5E4026").out

    assert page.splitlines()[0] == "AXE5E4026"
    for word in ("inspection", "40 contacts", "AXE6E4026", "not stated"):
        assert word in page
