"""``a4s-gui export``: pictures as files, one or many."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.writing import pattern_text
from tests.commands.conftest import Cli
from tests.export.png_reader import SIGNATURE, dpi, size, texts

SMALL = ["--scale", "4", "--dpi", "60"]
PAIR = "AXE540127/AXE640124"


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Have the application of the widget tests first: a process can have one only."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_part_to_one_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.png"

    ended = cli("export", PAIR, "-o", path)

    assert (ended.status, ended.out) == (0, "")
    assert ended.messages == [f"a4s-gui: wrote {path}"]
    assert dpi(path.read_bytes()) == pytest.approx((300, 300), abs=0.02)
    assert texts(path.read_bytes())["Scale"] == "20:1"
    assert size(path.read_bytes())[0] > 2480


def test_choices_reach_the_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    options = ["--view", "header", "--numbering", "loop,alike", "--land-pattern", "gpd-pocket"]

    cli("export", "AXE540127", "--height", "1.0", "-o", path, *options, *SMALL)

    said = texts(path.read_bytes())
    assert (said["Header"], said["View"], said["Scale"]) == ("AXE640224", "header", "4:1")
    assert "loop" in said["Numbering"]
    assert "gpd-pocket" in said["Land pattern"]
    assert dpi(path.read_bytes()) == pytest.approx((60, 60), abs=0.02)


@pytest.mark.parametrize("view", list(View))
def test_every_view_has_a_size_to_print(cli: Cli, tmp_path: Path, view: View) -> None:
    path = tmp_path / "a.png"

    assert (
        cli("export", "AXE580127/AXE680124", "--view", view, "-o", path, "--dpi", "72").status == 0
    )

    width_px, height_px = size(path.read_bytes())
    assert width_px / 72 * 25.4 < 594  # A2
    assert height_px / 72 * 25.4 < 420


def test_layers_by_name(cli: Cli, tmp_path: Path) -> None:
    said = (Layer.GRID, "all", "default", "body", "copper,numbers", "default, paste")
    for layers in said:
        path = tmp_path / f"{layers}.png"
        assert cli("export", PAIR, "-o", path, "--layers", layers, *SMALL).status == 0

    pictures = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(pictures) == len(said), "each shows something else"


def test_an_svg_has_a_background_for_those_who_ask(cli: Cli, tmp_path: Path) -> None:
    bare, white = tmp_path / "bare.svg", tmp_path / "white.svg"
    body = ("export", PAIR, "--layers", "body", "-o")

    assert cli(*body, bare).status == 0
    assert cli(*body, white, "--background", "white").status == 0

    assert 'id="paper"' not in bare.read_text(encoding="utf-8")
    assert 'id="paper"' in white.read_text(encoding="utf-8")
    ended = cli("export", PAIR, "-o", tmp_path / "a.pads.csv", "--background", "white")
    assert "only an .svg has one" in ended.messages[0]
    assert cli("export", PAIR, "-o", bare, "--background", "black").status == 2


def test_several_parts_into_a_new_folder(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    ended = cli(
        "export", "AXE510127/AXE610224", "-o", folder, "AXE6E1026", "--format", "png", *SMALL
    )

    assert ended.status == 0
    assert names(folder) == ["AXE510127-AXE610224-pair.png", "AXE5E1026-AXE6E1026-pair.png"]
    assert ended.messages == [f"a4s-gui: wrote 2 files into {folder}"]


def test_all_that_the_filters_leave(cli: Cli, tmp_path: Path) -> None:
    filters = ("--pins", "10", "--product", "standard")
    ended = cli("export", "--all", *filters, "--format", "PNG", "-o", tmp_path, *SMALL)

    assert ended.status == 0
    assert len(names(tmp_path)) == 3
    assert ended.messages == [f"a4s-gui: wrote 3 files into {tmp_path}"]
    assert all((tmp_path / name).read_bytes().startswith(SIGNATURE) for name in names(tmp_path))


def test_one_part_into_a_folder(cli: Cli, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "new"):
        cli("export", PAIR, "--format", "png", "-o", folder, *SMALL)
        assert (folder / "AXE540127-AXE640124-pair.png").is_file()


def test_a_format_beside_a_file_name_that_has_it(cli: Cli, tmp_path: Path) -> None:
    assert cli("export", PAIR, "--format", "png", "-o", tmp_path / "a.png", *SMALL).status == 0
    assert (tmp_path / "a.png").is_file()


def test_the_note_about_the_height_comes_with_the_file(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", "AXE540127", "-o", tmp_path / "a.png", *SMALL)

    assert ended.status == 0
    assert "--height 1.0" in ended.messages[0]
    assert ended.messages[1].endswith("a.png")


def test_an_old_picture_is_replaced_when_asked(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    assert cli("export", PAIR, "-o", path, *SMALL).status == 1
    assert path.read_bytes() == b"old"
    cli("export", PAIR, "-o", path, *SMALL, "--force")

    assert path.read_bytes().startswith(SIGNATURE)
    assert names(tmp_path) == ["a.png"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("nowhere/a.png", "does not exist"),
        ("file/a.png", "is a file, not a folder"),
        ("x" * 256 + ".png", "name is too long"),
        ("/proc/a.png", "no file can be made"),
    ],
)
def test_a_file_that_cannot_be_written(cli: Cli, tmp_path: Path, target: str, reason: str) -> None:
    (tmp_path / "file").write_text("here")

    ended = cli("export", PAIR, "-o", tmp_path / target, *SMALL)

    assert (ended.status, ended.out) == (1, "")
    (message,) = ended.messages
    assert reason in message
    assert names(tmp_path) == ["file"]


def test_a_folder_that_cannot_be_made(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    for folder in (tmp_path / "no" / "where", tmp_path / "file" / "in"):
        ended = cli("export", "--all", "--pins", "10", "--format", "png", "-o", folder, *SMALL)
        assert (ended.status, len(ended.messages)) == (1, 1)

    assert names(tmp_path) == ["file"]


def test_a_folder_made_in_vain_is_removed(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    ten = ("--all", "--pins", "10")
    ended = cli("export", *ten, "--format", "png", "-o", tmp_path / "new", *SMALL)

    assert ended.status == 1
    (message,) = ended.messages
    assert "disk is full" in message
    assert names(tmp_path) == []


def test_nothing_is_written_where_one_picture_would_be_too_large(cli: Cli, tmp_path: Path) -> None:
    # 10 pins fit, 80 do not.
    ended = cli(
        "export", "--all", "--pins", "10,80", "--format", "png", "-o", tmp_path / "new",
        "--dpi", "600", "--scale", "80",
    )  # fmt: skip

    assert ended.status == 2
    (message,) = ended.messages
    assert "too large" in message
    assert names(tmp_path) == []


def test_a_pair_without_a_tape_is_told_of(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", "AXE5E4026", "--view", "tape", "-o", tmp_path / "a.png", *SMALL)

    assert ended.status == 0
    assert "no tape packaging is stated" in ended.messages[0]


def test_without_a_mated_height_the_section_is_of_the_halves_and_the_status_says_so(
    cli: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    ended = cli("export", "AXE5E4026", "--view", "section", "-o", path)

    assert ended.status == 2
    assert path.exists()
    (message,) = [text for text in ended.messages if "wrote" not in text]
    assert "AXE5E4026/AXE6E4026: no mated height is stated" in message


def test_from_below_reaches_the_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    ended = cli("export", PAIR, "--view", "header", "--from-below", "-o", path)

    assert ended.status == 0
    assert "header from below view" in path.read_text("utf-8")
    told = cli("export", PAIR, "--view", "header", "--from-below", "-o", tmp_path / "a.kicad_mod")
    assert "--from-below: does not count for a .kicad_mod" in told.messages[0]


@pytest.mark.parametrize(
    ("suffix", "option", "told"),
    [
        ("svg", ("--dpi", "300"), "--dpi: does not count for a .svg"),
        ("kicad_mod", ("--scale", "10"), "--scale: does not count for a .kicad_mod"),
    ],
)
def test_an_option_that_does_not_count_is_told_of(
    cli: Cli, tmp_path: Path, suffix: str, option: tuple[str, str], told: str
) -> None:
    path = tmp_path / f"a.{suffix}"

    ended = cli("export", "AXE540127", "--height", "0.8", *option, "-o", path)

    assert ended.status == 0
    assert path.is_file()
    assert any(message.startswith(f"a4s-gui: {told}") for message in ended.messages)


def test_letters_that_the_drawing_font_lacks_are_named(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    said = ("--project", "基板 A Ж　Ω 基", "--author", "Łukasz")

    ended = cli("export", PAIR, *said, "-o", path)

    missing = "the drawing font has no 基, 板; boxes stand for them"
    assert ended.messages == [f"a4s-gui: --project: {missing}", f"a4s-gui: wrote {path}"]


def test_letters_of_a_land_pattern_are_named_where_they_are_drawn(
    cli: Cli, tmp_path: Path, pattern: LandPattern
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(pattern_text(replace(pattern, name="own", title="基板 of mine")), "utf-8")

    told = {
        suffix: cli("export", PAIR, "--land-pattern", own, "-o", tmp_path / f"a.{suffix}").messages
        for suffix in ("svg", "dxf")
    }

    missing = "land pattern own: the drawing font has no 基, 板; boxes stand for them"
    assert told["svg"] == [f"a4s-gui: {missing}", f"a4s-gui: wrote {tmp_path / 'a.svg'}"]
    assert told["dxf"] == [f"a4s-gui: wrote {tmp_path / 'a.dxf'}"]
