"""Limits of the board, of ``list`` and ``export``: they narrow, and say what would match."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Cli


@pytest.mark.parametrize(
    ("limits", "count"),
    [
        # sockets of at most 9 mm: 10 to 32 pins, 12 at 0.8, 8 at 1.0, 7 in 4 mm, 12 for inspection
        (["--max-length", "9"], 12 + 8 + 7 + 12),
        (["--max-length", "8.9 mm"], 12 + 8 + 7 + 12),
        (["--max-length", "8,89"], 11 + 7 + 7 + 11),
        (["--max-width", "2.5"], 72),
        (["--max-width", "2.9", "--land-pattern", "default"], 72),
        (["--max-length", "4.5", "--land-pattern", "default"], 4),
        (["--current", "5"], 72 - 4 * 4 + 1),
        (["--current", "300mA"], 72),
        (["--current", "2.1", "--contacts", "7"], 72),
        (["--contacts", "70"], 2 + 2 + 2),
        (["--contacts", "70", "--pins", "80", "--product", "inspection"], 1),
    ],
)
def test_limits_narrow(cli: Cli, limits: list[str], count: int) -> None:
    ended = cli("list", *limits, "--json")

    assert (ended.status, ended.messages) == (0, [])
    assert len(ended.json) == count


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (["--max-length", "3"], ["body at most 3 mm long", "--max-length 4.5"]),
        (["--max-width", "2.6", "--land-pattern", "default"], ["land pattern", "--max-width 2.9"]),
        (["--current", "6"], ["more than the 5 A", "--current 5"]),
        (["--current", "2", "--contacts", "4"], ["it takes 7 contacts", "--contacts 7"]),
        (["--contacts", "90"], ["at least 90 contacts", "--contacts 80"]),
        (["--max-length", "9", "--contacts", "60"], ["--max-length 14.5", "--contacts 32"]),
        (["--pins", "80", "--max-length", "9"], ["--pins 10, 12", "--max-length 18.5"]),
    ],
)
def test_limits_that_leave_nothing_say_what_would(
    cli: Cli, limits: list[str], words: list[str]
) -> None:
    ended = cli("list", *limits, "--json")

    assert (ended.status, ended.json) == (0, [])
    (message,) = ended.messages
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "--max-length", "x"], ["--max-length", "“x” is not a number", "list --help"]),
        (["list", "--max-length", ""], ["--max-length", "nothing is typed"]),
        (["list", "--max-length", "2,500"], ["two numbers", "2.500 or 2500"]),
        (["list", "--max-width", "0"], ["--max-width", "too small"]),
        (["list", "--max-width", "9 in"], ["“in” is not a unit"]),
        (["list", "--current=-1"], ["--current", "below 0"]),
        (["list", "--current", "1e3"], ["exponent"]),
        (["list", "--current", "５"], ["only the digits 0 to 9"]),
        (["list", "--current", "9" * 5000], ["too long"]),
        (["export", "--all", "--max-length", "٣", "-o", "x.svg"], ["only the digits 0 to 9"]),
        (["list", "--contacts", "2.5"], ["--contacts", "not whole"]),
        (["list", "--contacts", "1000000"], ["too large"]),
        (["list", "--land-pattern", "nothing"], ["nothing", "default"]),
        (["show", "AXE540127", "--contacts", "8"], ["--current"]),
        (["show", "AXE540127", "--pieces", "many"], ["--pieces", "not a number"]),
        (["show", "AXE540127", "--pieces", "0"], ["--pieces", "too small"]),
        (["show", "AXE540127", "--current", "nan"], ["--current", "not a number"]),
    ],
    ids=lambda value: " ".join(value)[:50] if isinstance(value, list) else None,
)
def test_wrong_numbers_are_refused_in_one_line(
    cli: Cli,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    ended = cli(*arguments)

    assert (ended.status, ended.out) == (2, "")
    (message,) = ended.messages
    assert message.isprintable()
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("limits", "files"),
    [
        (
            ["--max-length", "4.6"],
            {
                "AXE510127-AXE610124.padmap.csv",
                "AXE510127-AXE610224.padmap.csv",
                "AXE510127D-AXE610124D.padmap.csv",
                "AXE5E1026-AXE6E1026.padmap.csv",
            },
        ),
        (
            ["--contacts", "70", "--height", "1.0"],
            {"AXE570127-AXE670224.padmap.csv", "AXE580127-AXE680224.padmap.csv"},
        ),
    ],
)
def test_all_is_exported_that_the_limits_leave(
    cli: Cli, tmp_path: Path, limits: list[str], files: set[str]
) -> None:
    folder = tmp_path / "maps"

    ended = cli("export", "--all", *limits, "--format", "padmap.csv", "-o", str(folder))

    assert ended.status == 0
    assert {path.name for path in folder.iterdir()} == files


def test_the_pads_of_a_drawn_pattern_are_measured(cli: Cli, tmp_path: Path) -> None:
    ten = ("--pins", "10", "--max-width", "2.9")
    arguments = ["export", "--all", *ten, "--format", "padmap.csv", "-o"]

    of_bodies = cli(*arguments, str(tmp_path / "bodies"))
    of_pads = cli(*arguments, str(tmp_path / "pads"), "--land-pattern", "inkplate-5")

    assert of_bodies.status == 0
    assert of_pads.status == 2
    assert "land pattern at most 2.9 mm wide" in of_pads.messages[0]
    assert "--max-width 3.3" in of_pads.messages[0]
    assert not (tmp_path / "pads").exists()


def test_a_named_part_has_to_keep_to_the_limits(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "pair.svg"

    ended = cli("export", "AXE540127/AXE640124", "--max-length", "9", "-o", str(path))

    assert ended.status == 2
    assert "no such pair with body at most 9 mm long" in ended.messages[0]
    assert not path.exists()


def test_help_names_the_limits(cli: Cli) -> None:
    out = cli("list", "--help").out

    for option in ("--max-length", "--max-width", "--current", "--contacts", "--land-pattern"):
        assert option in out
        assert option in cli("export", "--help").out
    for option in ("--pieces", "--current", "--contacts"):
        assert option in cli("show", "--help").out


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--height", "0,8"], 35),
        (["--height", "0.8mm"], 35),
        (["--height", "1 mm"], 15),
        (["--packaging", "4 mm"], 13),
        (["--max-length", "9 mm"], 12 + 8 + 7 + 12),
    ],
)
def test_numbers_are_read_as_the_window_reads_them(
    cli: Cli, filters: list[str], count: int
) -> None:
    assert len(cli("list", *filters, "--json").json) == count


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("options", [["--scale", "1,5"], ["--scale", "3:2"], ["--dpi", "72,5"]])
def test_a_drawing_s_numbers_too(cli: Cli, tmp_path: Path, options: list[str]) -> None:
    file = tmp_path / "a.png"
    ended = cli("export", "AXE510127", "-o", str(file), *options)

    is_ratio = options[-1] == "3:2"  # only N:1 is a scale here
    assert (ended.status, file.exists()) == ((2, False) if is_ratio else (0, True))


@pytest.mark.usefixtures("qapp")
def test_a_scale_may_be_written_as_a_ratio(cli: Cli, tmp_path: Path) -> None:
    for name, scale in (("a", "12.5"), ("b", "12,5:1"), ("c", "12.5 : 1")):
        cli("export", "AXE510127", "-o", str(tmp_path / f"{name}.svg"), "--scale", scale)

    first, *others = (path.read_bytes() for path in sorted(tmp_path.iterdir()))
    assert [other == first for other in others] == [True, True]
