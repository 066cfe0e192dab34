"""``evidence``: all readings, for programs and for people."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Cli

OWN = """
name = "My board"
document = "My board"
kind = "measured"
[header]
table = "Caliper"
terminal_height_mm = 0.6
"""


def test_as_json_one_object_a_figure_and_reading(cli: Cli) -> None:
    found = cli("evidence", "--json").json

    (one,) = (
        record
        for record in found
        if (record["figure"], record["reading"]) == ("header.terminal_height_mm", "dash_connector")
    )
    assert one["value_mm"] == 0.53
    assert one["source"].startswith("kicad-boards / dash_connector (nqbit): KiCad file")
    assert "default" in one["used_by"]
    assert {tuple(record) for record in found} == {
        ("figure", "reading", "value_mm", "source", "used_by")
    }


def test_as_text_grouped_by_figure_with_what_is_used_marked(cli: Cli) -> None:
    lines = cli("evidence").out.splitlines()

    start = lines.index("header: terminal pad, across the rows: readings differ, 0.53 to 0.90")
    rows = [line.split() for line in lines[start + 1 : start + 4]]
    assert [row[:3] for row in rows] == [
        ["0.90", "GPD_Pocket-mods", "10"],
        ["*", "0.53", "epdiy-hardware"],
        ["*", "0.53", "dash_connector"],
    ]
    assert "header: contact pad, along the rows: 3 readings agree" in lines
    assert any("A -0.90" in line for line in lines)
    assert any(line.startswith("  default, revision 2: ") for line in lines)
    assert "not of the manufacturer's drawing" in lines[-1]


def test_the_user_s_own_readings_are_among_them(cli: Cli, own_folder: Path) -> None:
    folder = own_folder / "readings"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(OWN, encoding="utf-8")

    found = cli("evidence", "--json").json
    values = [r["value_mm"] for r in found if r["figure"] == "header.terminal_height_mm"]
    assert values == [0.9, 0.53, 0.53, 0.6]

    (folder / "mine.toml").write_text(OWN.replace("0.6", "-1"), encoding="utf-8")
    ended = cli("evidence")
    assert ended.status == 2
    assert "mine.toml: header, terminal_height_mm: expected a number above 0" in ended.messages[0]
