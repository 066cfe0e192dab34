"""Every command of the guide and the README, run as it stands there."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.cli import main
from tests.bills.workbook import xlsx
from tests.boards.example_boards import write_example_boards
from tests.boards.synthesis import Placed, d356, library_pads, nets_for
from tests.commands.conftest import Cli

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs" / "guide").glob("*.md"))]
_COMMAND = re.compile(r"^ {4,}(a4s-gui\b.*)$", re.MULTILINE)
_BILL = "Reference,Qty,Part\nJ1,1,AXE540127\nJ2,1,AXE640124\n"
_STATUS = {"check": (0, 3)}
"""What a command may end with beside 0: `check` has found something in the boards of the guide."""


def commands() -> list[str]:
    """Return every command once."""
    found = [text for page in _PAGES for text in _COMMAND.findall(page.read_text("utf-8"))]
    assert len(found) > 40
    return list(dict.fromkeys(" ".join(shlex.split(text, comments=True)) for text in found))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that the guide speaks of."""
    folder = tmp_path_factory.mktemp("guide")
    write_example_boards(folder)
    assert main(["export", "AXE540127", "-o", str(folder / "socket.kicad_mod")]) == 0
    pins = "".join(f"{number},NET{number}\n" for number in range(1, 41))
    (folder / "header-pins.csv").write_text(f"pin,net\n{pins}", encoding="utf-8")
    socket = Placed("J3", library_pads(Half.SOCKET), nets=nets_for(40))
    (folder / "main.d356").write_text(d356(socket), encoding="utf-8")
    (folder / "bom.csv").write_text(_BILL, encoding="utf-8")
    (folder / "bom.xlsx").write_bytes(xlsx([line.split(",") for line in _BILL.splitlines()]))
    return folder


@pytest.fixture
def desk(qapp: object, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of that folder, and go there."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(files, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("command", commands())
def test_a_command_does_what_it_says(
    command: str, desk: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = shlex.split(command)[1:]
    if words and words[-2:-1] == [">"]:
        words = words[:-2]
    if "<" in words:
        monkeypatch.setattr(
            sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(words.pop()).read_bytes()))
        )
        words.remove("<")
    opened: list[object] = []

    def run(*asked: object) -> int:
        opened.append(asked)
        return 0

    monkeypatch.setattr("a4s_gui.ui.shell.app.run", run)
    if "--all" in words and words[0] == "export":
        # All of them take minutes and differ in their pins only; the last one named counts.
        words += ["--pins", "10", "--jobs", "1"]
    if any("png" in word for word in words) and words[0] in ("export", "compare"):
        words += ["--dpi", "50"]  # how long a picture takes hangs on little else
    before = set(desk.rglob("*"))

    ended = cli(*words, *(["--force"] if words[:1] == ["export"] else []))

    assert ended.status in _STATUS.get("".join(words[:1]), (0,)), ended.messages
    writes = any(word in words for word in ("-o", "--library"))
    assert bool(ended.out) or writes or bool(opened)
    assert not writes or ended.messages[0].startswith("a4s-gui: ")
    if writes and "socket.kicad_mod" not in words:
        assert set(desk.rglob("*")) > before


def test_the_check_says_what_the_guide_shows(desk: Path, cli: Cli) -> None:
    page = (_ROOT / "docs" / "guide" / "check.md").read_text("utf-8")
    shown = page.partition("It says:\n")[2].partition("\nMore:")[0]
    said = " ".join(cli("check", "main.kicad_pcb", "display.kicad_pcb").out.split())
    pieces = [" ".join(piece.split()) for piece in shown.split("...")]
    assert len(pieces) > 3
    assert [piece for piece in pieces if piece not in said] == []
