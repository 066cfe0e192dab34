"""``a4s-gui export`` of KiCad footprints: one half a file, both into a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Cli
from tests.export.kicad_reader import ReadFootprint

SOCKET = "Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical"
HEADER = "Panasonic_A4S_AXE640124_2x20-1MP_P0.40mm_Vertical"


def name_in(path: Path) -> str:
    return ReadFootprint(path.read_bytes()).name


@pytest.mark.parametrize(("part", "name"), [("AXE540127", SOCKET), ("axe 640124", HEADER)])
def test_one_part_number_means_its_own_half(cli: Cli, tmp_path: Path, part: str, name: str) -> None:
    path = tmp_path / "a.kicad_mod"

    assert cli("export", part, "--height", "0.8", "-o", path).status == 0

    assert name_in(path) == name


def test_a_view_outranks_the_part_number(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.kicad_mod"

    cli("export", "AXE640124", "--view", "socket", "-o", path)

    assert name_in(path) == SOCKET


def test_both_halves_go_into_a_folder(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "a4s.pretty"

    ended = cli("export", "AXE640124", "-o", folder, "--format", "kicad_mod")

    assert ended.status == 0
    assert ended.messages == [f"a4s-gui: wrote 2 files into {folder}"]
    assert {path.stem: name_in(path) for path in folder.iterdir()} == {
        SOCKET: SOCKET,
        HEADER: HEADER,
    }


def test_one_half_goes_into_a_folder_where_a_view_names_it(cli: Cli, tmp_path: Path) -> None:
    options = ["--format", "kicad_mod", "--view", "header"]

    cli("export", "AXE540127/AXE640124", "-o", tmp_path, *options)

    assert [path.stem for path in tmp_path.iterdir()] == [HEADER]


def test_pairs_that_share_a_half_write_it_once(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", "--all", "--pins", "40", "-o", tmp_path / "a", "--format", "kicad_mod")

    assert ended.status == 0
    assert ended.messages == [f"a4s-gui: wrote 7 files into {tmp_path / 'a'}"]
    assert len(list((tmp_path / "a").iterdir())) == 7


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["AXE540127/AXE640124"], "choose the view socket or header"),
        (["AXE640124", "--view", "pair"], "choose the view socket or header"),
        (["AXE640124", "--view", "tape"], "the tape shows no half"),
    ],
)
def test_what_is_not_one_half_is_refused(
    cli: Cli, tmp_path: Path, arguments: list[str], said: str
) -> None:
    ended = cli("export", *arguments, "-o", tmp_path / "a.kicad_mod")

    assert ended.status == 2
    assert len(ended.messages) == 1
    assert said in ended.messages[0]
    assert not list(tmp_path.iterdir())


def test_a_folder_of_tapes_is_refused_before_it_is_made(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", "--all", "--view", "tape", "-o", tmp_path / "a", "--format", "kicad_mod")

    assert ended.status == 2
    assert not list(tmp_path.iterdir())
