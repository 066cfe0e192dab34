"""Bad input: one line that says what is wrong and what to do, status 2, nothing on output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Cli

PAIR = "AXE540127/AXE640124"
EXPORT = ["export", PAIR, "-o", "a.png"]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "--pins", "abc"], ["abc", "10-40", "a4s-gui list --help"]),
        (["list", "--pins", "40-10"], ["backwards", "10-40"]),
        (["list", "--pins", ""], ["--pins"]),
        (["list", "--pins", "٤٠"], ["--pins"]),
        (["list", "--pins", "1" * 5000], ["--pins"]),
        (["list", "--height", "0.9"], ["0.9", "0.8 or 1.0"]),
        (["list", "--packaging", "5"], ["5", "8 or 4"]),
        (["list", "--product", "gold"], ["gold", "standard or inspection"]),
        (["list", "--json", "--csv"], ["--json", "--csv"]),
        (["list", "--pin", "40"], ["--pin"]),
        (["list", "AXE540127"], ["AXE540127", "a4s-gui list --help"]),
        (["export", PAIR, "--format", "svg", "-o", ""], ["-o", "path is empty"]),
        (["export", PAIR, "--library", ""], ["--library", "path is empty"]),
        (["compare", PAIR, "-o", " "], ["-o", "path is empty"]),
        (["show"], ["PART", "a4s-gui show --help"]),
        (["show", "AXE541127"], ["pins", "41"]),
        (["show", "AXE540124D"], ["surface"]),
        (["show", "AXE690124"], ["pins", "nearest"]),
        (["show", "AXE636224"], ["mated height", "nearest"]),
        (["show", "AXE518127D"], ["package", "nearest"]),
        (["show", "rubbish"], ["rubbish", "AXE"]),
        (["show", ""], ["part number"]),
        (["show", "AXE54\n0129"], ["surface"]),
        (["show", "AXE540127", "AXE550127"], ["2 pairs", "AXE550127"]),
        (["show", "AXE540127/AXE650124"], ["AXE540127"]),
        (["show", "AXE640124", "--height", "1.0"], ["1.0 mm"]),
        (["show", PAIR, "--numbering", "odd"], ["odd", "odd-even"]),
        (["show", PAIR, "--numbering", "loop,odd-even"], ["exclude each other"]),
        (["show", PAIR, "--land-pattern", "ours"], ["ours", "default", "inkplate-5"]),
        (["show", PAIR, "--land-pattern", "ours.toml"], ["ours.toml"]),
        (["show", PAIR, "--land-pattern", "/dev/zero"], ["/dev/zero", "a device"]),
        ([*EXPORT, "--seen-from", "header"], ["--seen-from", "--view mated"]),
        ([*EXPORT, "--view", "tape", "--from-below"], ["--from-below", "tape view"]),
        (["decode"], ["PART"]),
        (["decode", "AXE5401"], ["function"]),
        (["decode", PAIR], ["2 part numbers"]),
        (["export"], ["part numbers", "a4s-gui export --help"]),
        (["export", "-o", "a.png"], ["--all"]),
        (["export", PAIR, "--all", "-o", "a.png"], ["--all"]),
        (["export", PAIR], ["-o"]),
        (["export", PAIR, "-o", "a"], ["suffix", ".png", "--format"]),
        (["export", PAIR, "-o", "a.bmp"], [".bmp", ".png"]),
        (["export", PAIR, "-o", "."], ["folder", "--format", "png"]),
        (["export", PAIR, "-o", "a.png", "--format", "bmp"], ["bmp", ".png"]),
        (["export", "--all", "-o", "a.png", "--format", "png"], ["folder"]),
        (["export", "--all", "-o", "out"], ["--format", "png"]),
        (["export", "--all", "--pins", "11", "-o", "out", "--format", "png"], ["nothing", "11"]),
        ([*EXPORT, "--scale", "0"], ["--scale", "from 1 to 1,000"]),
        ([*EXPORT, "--scale", "-1"], ["--scale", "from 1 to 1,000"]),
        ([*EXPORT, "--scale", "nan"], ["--scale", "nan"]),
        ([*EXPORT, "--scale", "1e9"], ["scale", "without an exponent"]),
        ([*EXPORT, "--scale", "20:2"], ["scale", ":2"]),
        ([*EXPORT, "--dpi", "inf"], ["--dpi", "inf"]),
        ([*EXPORT, "--dpi", "5"], ["--dpi", "from 10 to 10,000 dpi"]),
        ([*EXPORT, "--dpi", "many"], ["--dpi", "many"]),
        ([*EXPORT, "--dpi", "9000"], ["px", "at most", "dpi"]),
        ([*EXPORT, "--view", "below"], ["below", "pair", "socket", "header"]),
        ([*EXPORT, "--layers", "gold"], ["gold", "copper"]),
        ([*EXPORT, "--layers", ","], ["layer", "copper"]),
        (["lsit"], ["lsit", "list, show, decode, compare, export"]),
        (
            ["exprot", "AXE540127", "-o", "a.svg"],
            ["exprot", "is neither a part number nor a command"],
        ),
        (["AXE999127"], ["half", "nearest"]),
        (["--verson"], ["--verson", "a4s-gui --help"]),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else None,
)
def test_bad_input_is_refused_in_one_line(
    cli: Cli, tmp_path: Path, arguments: list[str], words: list[str]
) -> None:
    ended = cli(*arguments)

    assert (ended.status, ended.out) == (2, "")
    (message,) = ended.messages
    assert message.startswith("a4s-gui")
    for word in words:
        assert word in message
    assert list(tmp_path.iterdir()) == []


def test_an_impossible_land_pattern_is_refused(cli: Cli, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = (
        'name = "own"\ntitle = "Own"\nbase = "default"\n[sources.me]\ndocument = "a"\ntable = "b"\n'
    )
    for figure, reason in (
        ("contact_width_mm = { value = 0.5, source = 'me' }", "contact_width_mm"),
        ("terminal_offset_mm = { value = -3.0, source = 'me' }", "terminal_offset_mm"),
        ("contact_widht_mm = { value = 0.2, source = 'me' }", "contact_widht_mm"),
    ):
        own.write_text(f"{text}[socket]\n{figure}\n", encoding="utf-8")
        for command in (["show", PAIR], ["export", PAIR, "-o", "a.png"]):
            ended = cli(*command, "--land-pattern", own)
            assert ended.status == 2
            (message,) = ended.messages
            assert reason in message
    assert [path.name for path in tmp_path.iterdir()] == ["own.toml"]


@pytest.mark.parametrize("arguments", [["--help"], *([c, "--help"] for c in ("list", "show"))])
def test_help_is_output(cli: Cli, arguments: list[str]) -> None:
    ended = cli(*arguments)

    assert (ended.status, ended.messages) == (0, [])
    assert ended.out.startswith("usage: a4s-gui")


def test_help_names_every_command(cli: Cli) -> None:
    for command in ("list", "show", "decode", "export"):
        assert f"\n  {command} " in cli("--help").out


def test_a_file_of_the_users_is_not_taken_for_a_folder(cli: Cli, tmp_path: Path) -> None:
    notes = tmp_path / "notes.xyz"
    notes.write_text("mine")

    ended = cli("export", PAIR, "--format", "png", "-o", notes)

    assert ended.status == 2
    assert "notes.xyz: is a file" in ended.messages[0]
    assert notes.read_text() == "mine"
