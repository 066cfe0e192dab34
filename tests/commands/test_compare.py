"""``a4s-gui compare``: the figures that differ, for people and programs, and their picture."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.commands.conftest import Cli

pytestmark = pytest.mark.usefixtures("qapp")  # a process can have one application only
MIDDLE, HIGHER = "AXE540127/AXE640124", "AXE540127/AXE640224"


@pytest.fixture
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_shows_what_differs(cli: Cli) -> None:
    ended = cli("compare", "AXE640124", "AXE640224")
    lines = ended.out.splitlines()

    assert ended.status == 0
    assert lines[0].split() == [MIDDLE, HIGHER]
    figures = [" ".join(line.split()) for line in lines[1:]]
    assert "Mated height 0.8 mm 1.0 mm" in figures
    assert "Header height above board 0.65 mm 0.85 mm derived" in figures
    assert "3 of 54 figures differ" in figures
    assert not any(line.startswith("Pins ") for line in figures)
    assert lines[-1] == (
        "Compared on the land pattern “default”. The land pattern's figures are not of the "
        "manufacturer's drawing; check them before use."
    )


def test_all_shows_the_rest_as_well(cli: Cli) -> None:
    out = cli("compare", "AXE640124", "AXE640224", "--all").out

    assert "Pins 40 40" in [" ".join(line.split()) for line in out.splitlines()]


def test_json_gives_each_value_with_formula_and_source(cli: Cli) -> None:
    found = cli("compare", "AXE510127", "AXE580127", "--json", "--all").json
    figures = {(f["group"], f["name"]): f for f in found["figures"]}

    assert found["pairs"] == [
        {"socket": "AXE510127", "header": "AXE610124"},
        {"socket": "AXE580127", "header": "AXE680124"},
    ]
    force = figures["Mechanical", "Composite insertion force"]
    assert force["differs"] is True
    assert [value["text"] for value in force["values"]] == ["at most 12 N", "at most 96 N"]
    assert force["values"][1]["formula"] == "1.2 N × 80 contacts = 96 N"
    assert "datasheet" in force["values"][1]["source"]
    weight = figures["Mechanical", "Weight of the socket"]
    assert [value["text"] for value in weight["values"]].count(None) >= 1
    assert figures["Outline", "Socket body width"]["differs"] is False
    assert found["land_pattern"]["name"] == "default"


def test_csv_is_a_table_with_one_head(cli: Cli) -> None:
    rows = list(csv.reader(io.StringIO(cli("compare", "AXE640124", "AXE640224", "--csv").out)))

    assert rows[0] == ["Group", "Figure", "Unit", MIDDLE, HIGHER]
    assert ["Pair", "Mated height", "mm", "0.8", "1"] in rows
    assert len(rows) == 1 + 4


def test_a_derived_height_is_marked_in_csv_and_json_too(cli: Cli) -> None:
    rows = list(csv.reader(io.StringIO(cli("compare", "AXE640124", "AXE640224", "--csv").out)))
    name = "Header height above board"
    assert ["Outline", name, "mm", "0.65", ""] in rows
    assert ["Outline", f"{name}, derived", "mm", "", "0.85"] in rows

    found = cli("compare", "AXE640124", "AXE640224", "--json").json
    (height,) = (figure for figure in found["figures"] if figure["name"] == name)
    assert [value["text"] for value in height["values"]] == ["0.65 mm", "0.85 mm derived"]
    assert height["values"][1]["formula"] == "mated height 1 mm − slot floor 0.15 mm = 0.85 mm"


def test_filters_and_land_pattern_hold(cli: Cli) -> None:
    higher = cli("compare", "AXE540127", "AXE580127", "--height", "1.0", "--json").json
    assert [pair["header"] for pair in higher["pairs"]] == ["AXE640224", "AXE680224"]
    assert cli("compare", "AXE540127", "AXE580127").messages, "it is said which height is meant"

    def area(*options: str) -> str:
        rows = cli("compare", "AXE640124", "AXE680124", "--csv", *options).out.splitlines()
        return next(row for row in rows if "Socket land pattern area" in row)

    assert area() != area("--land-pattern", "inkplate-5")


@pytest.mark.parametrize(
    ("suffix", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_a_picture_is_written(cli: Cli, tmp_path: Path, suffix: str, start: bytes) -> None:
    files = [tmp_path / f"{number}.{suffix}" for number in range(2)]
    for file in files:
        ended = cli("compare", "AXE640124", "AXE680124", "-o", file, "--pads", "--dpi", 100)
        assert (ended.status, ended.out, ended.messages) == (0, "", [f"a4s-gui: wrote {file}"])
    assert files[0].read_bytes().startswith(start)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_picture_replaces_another_file_only_when_asked(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text("mine")
    asked = ("compare", "AXE640124", "AXE680124", "-o", path)

    ended = cli(*asked)
    assert ended.status == 1
    assert ended.messages[-1].endswith(
        "a.svg: is there already with other content; --force replaces it, or name another"
    )
    assert path.read_text() == "mine"
    assert cli(*asked, "--force").status == 0
    assert cli(*asked).status == 0, "the same content is no loss"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["AXE540127"], 2, "at least two"),
        (["AXE540127", "AXE640124"], 2, "at least two"),
        (["AXE510127", "AXE512127", "AXE514127", "AXE516127", "AXE518127"], 2, "at most 4"),
        (["AXE540127", "AXE999127"], 2, "AXE999127"),
        (["AXE640124", "AXE680124", "--pads"], 2, "add -o PATH"),
        (["AXE640124", "AXE680124", "-o", "x.dxf"], 2, "known: .svg, .png, .pdf"),
        (["AXE640124", "AXE680124", "-o", "x"], 2, "no suffix"),
        (["AXE640124", "AXE680124", "-o", "x.svg", "--all"], 2, "--all is of the table"),
        (["AXE640124", "AXE680124", "-o", "gone/x.svg"], 1, "gone"),
        (["AXE640124", "AXE680124", "-o", "x.png", "--scale", "1000"], 2, "too large"),
        (
            ["AXE640124", "AXE680124", "-o", "x.png", "--scale", "100000"],
            2,
            "allowed is from 1 to 1,000",
        ),
        (["AXE640124", "AXE680124", "--json", "--csv"], 2, "not allowed with"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    cli: Cli, own_place: Path, arguments: list[str], status: int, said: str
) -> None:
    ended = cli("compare", *arguments)

    assert (ended.status, ended.out) == (status, "")
    assert said in ended.messages[-1]
    assert not list(own_place.iterdir())
