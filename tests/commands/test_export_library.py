"""``a4s-gui export --library``, and files that are there already."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import Cli

PAIR = "AXE510127/AXE610124"
NAME = "Connector_Panasonic_A4S"


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Have the application of the widget tests first: a process can have one only."""


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_library_of_one_pair(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    ended = cli("export", PAIR, "--library", folder)

    assert (ended.status, ended.out) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{NAME}.3dshapes",
        f"{NAME}.kicad_sym",
        f"{NAME}.pretty",
    ]
    assert ended.messages == [f"a4s-gui: wrote 5 files into {folder}"]
    assert len(contents(folder)) == 2 + 2 + 1
    first = contents(folder)
    ended = cli("export", PAIR, "--library", folder)
    assert ended.messages == [
        f"a4s-gui: wrote 0 files into {folder}; 5 files with that content there already"
    ]
    assert contents(folder) == first


def test_a_package_beside_it(cli: Cli, tmp_path: Path) -> None:
    assert cli("export", PAIR, "--library", tmp_path, "--package").status == 0
    (package,) = tmp_path.glob("*.zip")
    assert "metadata.json" in zipfile.ZipFile(package).namelist()


def test_another_library_replaces_one_only_when_asked(cli: Cli, tmp_path: Path) -> None:
    assert cli("export", PAIR, "--library", tmp_path).status == 0
    before = contents(tmp_path)
    other = ("export", "AXE512127/AXE612124", "--library", tmp_path)

    ended = cli(*other)

    assert ended.status == 1
    assert f"{NAME}.kicad_sym: is there already with other content; --force" in ended.messages[-1]
    assert contents(tmp_path) == before
    assert cli(*other, "--force").status == 0
    assert len(contents(tmp_path)) == 4 + 4 + 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([PAIR], "name a file or folder with -o, or a --library"),
        ([PAIR, "-o", "a.svg", "--package"], "--package: a package is made of a library"),
        ([PAIR, "-o", "a.svg", "--library", "b"], "-o: a library has none"),
        ([PAIR, "--library", "b", "--view", "header"], "--view: a library has none"),
        ([PAIR, "--library", "b", "--format", "step"], "--format: a library has none"),
        ([PAIR, "--library", "b", "--name", "{pins}"], "--name: a library has none"),
        ([PAIR, "--library", "b", "--from-below"], "--from-below: a library has none"),
    ],
)
def test_what_contradicts_itself_is_refused(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = cli("export", *arguments)
    assert ended.status == 2
    assert says in ended.messages[-1]
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_leaves_nothing(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.pretty").write_text("a file")
    ended = cli("export", PAIR, "--library", tmp_path)
    assert ended.status == 1
    assert "is a file, not a folder" in ended.messages[-1]
    assert list(contents(tmp_path)) == [f"{NAME}.pretty"]


@pytest.mark.parametrize("suffix", ["svg", "dxf", "pads.csv"])
def test_a_file_with_other_content_is_replaced_only_when_asked(
    cli: Cli, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    assert cli("export", PAIR, "-o", path).status == 0
    before = path.read_bytes()
    assert cli("export", PAIR, "-o", path).status == 0, "the same content is no loss"
    other = ("export", PAIR, "-o", path, "--land-pattern", "inkplate-5")

    ended = cli(*other)

    assert ended.status == 1
    assert ended.messages[-1].endswith(
        f"{path}: is there already with other content; --force replaces it, or name another"
    )
    assert path.read_bytes() == before
    assert cli(*other, "--force").status == 0
    assert path.read_bytes() != before


def test_of_many_none_is_written_where_one_would_be_replaced(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "AXE512127-AXE612124.pads.csv").write_text("my own notes")
    ended = cli("export", "--pins", "10,12", "--all", "--format", "pads.csv", "-o", tmp_path)
    assert ended.status == 1
    assert len(list(tmp_path.iterdir())) == 1
