"""Land patterns that were saved in the window, used by their name on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.user_files import user_pattern_folder
from tests.commands.conftest import Cli

PAIR = "AXE540127/AXE640124"


@pytest.fixture
def mine(own_folder: Path) -> PatternLibrary:
    library = PatternLibrary(user_pattern_folder())
    save_pattern(library, edited(shipped_pattern(), {"socket.contact_width_mm": 0.25}), "mine")
    assert (own_folder / "land_patterns" / "mine.toml").is_file()
    return library


def _width(cli: Cli, *options: object) -> object:
    shown = cli("show", PAIR, "--json", *options).json
    return shown["land_pattern"]["socket"][0]["width_mm"]


def test_a_saved_pattern_is_used_by_its_name(cli: Cli, mine: PatternLibrary) -> None:
    assert _width(cli, "--land-pattern", "mine") == 0.25
    assert _width(cli) == 0.23
    shown = cli("show", PAIR, "--json", "--land-pattern", "mine").json
    assert shown["land_pattern_figures"]["name"] == "mine"
    source = shown["sources"]["land_pattern.socket.contact_width_mm"]
    assert source["document"] == "Own figure"


def test_a_saved_pattern_is_used_as_a_file(cli: Cli, mine: PatternLibrary) -> None:
    assert _width(cli, "--land-pattern", mine.path_of("mine")) == 0.25


def test_a_file_is_found_in_the_folder_one_is_in(
    cli: Cli, mine: PatternLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").write_bytes(mine.path_of("mine").read_bytes())
    monkeypatch.chdir(tmp_path)
    assert _width(cli, "--land-pattern", "plain") == 0.25
    (tmp_path / "default").write_text("no pattern", encoding="utf-8")
    assert _width(cli, "--land-pattern", "default") == 0.23, "a name goes before a file"


def test_exports_are_made_with_it(cli: Cli, mine: PatternLibrary, tmp_path: Path) -> None:
    file = tmp_path / "a.kicad_mod"
    assert cli("export", "AXE540127", "--land-pattern", "mine", "-o", file).status == 0
    assert "(size 0.25 0.65)" in file.read_text(encoding="utf-8")


def test_help_and_refusals_name_it(cli: Cli, mine: PatternLibrary) -> None:
    assert "mine" in cli("show", "--help").out
    (message,) = cli("show", PAIR, "--land-pattern", "yours").messages
    assert "yours" in message
    assert "mine" in message


def test_a_damaged_one_is_named_by_its_file(cli: Cli, mine: PatternLibrary) -> None:
    mine.path_of("mine").write_text("name = ", encoding="utf-8")
    ended = cli("show", PAIR, "--land-pattern", "mine")
    assert ended.status == 2
    assert "mine.toml" in ended.messages[0]


def test_nobody_s_home_is_no_crash(cli: Cli) -> None:
    ended = cli("show", PAIR, "--land-pattern", "~nobody-of-this-name/own.toml")
    assert ended.status == 2
    assert len(ended.messages) == 1
    assert "own.toml" in ended.messages[0]


def test_settings_that_may_not_be_seen_count_as_none(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As those of another user are; nobody can see into a folder of a name that is too long."""
    monkeypatch.setenv("XDG_CONFIG_HOME", f"/{'x' * 300}")
    pins = Path(__file__).parents[1] / "boards" / "pins.csv"
    for command in (("show", PAIR), ("evidence",), ("check", pins)):
        ended = cli(*command)
        assert (ended.status, ended.messages) == (0, [])


def test_a_folder_that_may_not_be_seen_is_named(cli: Cli, tmp_path: Path) -> None:
    place = tmp_path / ("x" * 300)
    for command, status, said in (
        (("list", "--land-pattern", place / "a.toml"), 2, "a.toml: cannot be read"),
        (("export", PAIR, "-o", place / "a", "--format", "svg"), 1, "a: "),
    ):
        ended = cli(*command)
        assert (ended.status, ended.out, len(ended.messages)) == (status, "", 1)
        assert said in ended.messages[0]
    assert "choose" in ended.messages[0]
