"""A library as the command line of a newer KiCad takes it: symbols, footprints, boards, models."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from a4s_gui.boards.check import CheckOptions, check
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.cli import main
from tests.interop.kicad_project import write_project
from tests.interop.open_cascade import run_script
from tests.interop.programs import KiCad

pytestmark = pytest.mark.interop

SCRIPT = Path(__file__).parent / "make_project_board.py"
NAME = "Connector_Panasonic_A4S"
CATALOG = load_catalog()
NEWER_FORMATS = 20240000
"""Footprints and symbols of KiCad 8 and 9 have dates from 2024 on."""


@dataclass(frozen=True)
class Project:
    """A library, a schematic with each of its symbols, and the board that belongs to it."""

    folder: Path
    board: Path
    symbols: int


def made_project(kicad: KiCad, folder: Path, *options: str) -> Project:
    assert main(["export", "--library", str(folder), *options]) == 0
    schematic = write_project(folder, "all", NAME)
    netlist, board = folder / "netlist.xml", schematic.with_suffix(".kicad_pcb")
    words = ("sch", "export", "netlist", "--format", "kicadxml", "-o", netlist, schematic)
    kicad.cli(folder, *words)
    run = kicad.python(SCRIPT, netlist, folder / f"{NAME}.pretty", board)
    assert (run.returncode, run.stderr) == (0, "")
    return Project(folder, board, len(list((folder / f"{NAME}.pretty").iterdir())))


def checked(kicad: KiCad, board: Path) -> dict[str, Counter[str]]:
    """Return how many of each kind KiCad's check finds: in the rules, and against the schematic."""
    report = board.with_suffix(".json")
    words = ("--schematic-parity", "--severity-all", "--format", "json", "-o", report, board)
    kicad.cli(board.parent, "pcb", "drc", *words)
    said: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return {
        key: Counter(f"{one['type']}: {one['description']}" for one in said[key])
        for key in ("violations", "schematic_parity")
    }


@pytest.fixture(scope="module")
def library(kicad_9: KiCad, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the library of all parts."""
    return made_project(kicad_9, tmp_path_factory.mktemp("all"), "--all")


@pytest.fixture(scope="module")
def pair(kicad_9: KiCad, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return one pair, on one board."""
    folder = tmp_path_factory.mktemp("pair")
    return made_project(kicad_9, folder, "AXE540127", "--height", "0.8")


def test_every_pin_of_every_symbol_finds_its_pad(kicad_9: KiCad, library: Project) -> None:
    assert library.symbols == 129
    assert checked(kicad_9, library.board) == {"violations": {}, "schematic_parity": {}}


@pytest.mark.parametrize(
    "options", [("loop,alike", "MP1"), ("row-by-row,lower-left", "continue")], ids=" ".join
)
def test_and_in_every_numbering(kicad_9: KiCad, tmp_path: Path, options: tuple[str, str]) -> None:
    numbering, terminals = options
    words = ("--numbering", numbering, "--terminals", terminals)
    made = made_project(kicad_9, tmp_path, "--all", "--pins", "10,40,80", *words)
    assert checked(kicad_9, made.board) == {"violations": {}, "schematic_parity": {}}


def test_a_pad_with_another_number_would_be_found(
    kicad_9: KiCad, pair: Project, tmp_path: Path
) -> None:
    board = copied(pair, tmp_path, lambda text: text.replace('(pad "7" ', '(pad "77" ', 1))
    assert sum(checked(kicad_9, board)["schematic_parity"].values()) > 0


def test_a_mask_margin_of_the_board_would_be_found(
    kicad_9: KiCad, pair: Project, tmp_path: Path
) -> None:
    """A web of 0.07 mm, which the files of this program once had of their own accord."""
    margin = "(pad_to_mask_clearance 0.05)"
    board = copied(
        pair, tmp_path, lambda text: text.replace("(pad_to_mask_clearance 0)", margin, 1)
    )
    found = checked(kicad_9, board)["violations"]
    assert sum(n for what, n in found.items() if what.startswith("solder_mask_bridge")) == 76


def copied(project: Project, folder: Path, change: Any) -> Path:
    """Copy a project, its board changed."""
    for file in project.folder.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    board = folder / project.board.name
    before = board.read_text(encoding="utf-8")
    board.write_text(change(before), encoding="utf-8")
    assert board.read_text(encoding="utf-8") != before
    return board


def test_footprints_that_it_writes_anew_are_the_same(kicad_9: KiCad, library: Project) -> None:
    """Read with the program's own check: what a newer KiCad makes of a file is what is meant."""
    upgraded = library.folder / "upgraded.pretty"
    pretty = library.folder / f"{NAME}.pretty"
    kicad_9.cli(library.folder, "fp", "upgrade", "--force", "-o", upgraded, pretty)
    files = sorted(upgraded.glob("*.kicad_mod"))

    assert {file.name for file in files} == {file.name for file in pretty.iterdir()}
    for file in files:
        version = re.search(r"\(version (\d+)\)", file.read_text(encoding="utf-8"))
        assert version
        assert int(version[1]) > NEWER_FORMATS
        (audit,) = check([read_board_file(str(file))], CATALOG, CheckOptions()).audits
        assert audit.connector.part
        assert audit.connector.part in file.name
        assert audit.fit is not None
        assert audit.fit.contacts_um == audit.fit.terminals_um == 0
        assert audit.nearest == "default"
        assert not audit.has_errors


def test_it_draws_every_symbol_and_every_footprint(kicad_9: KiCad, library: Project) -> None:
    folder, symbols, footprints = library.folder, library.folder / "sym", library.folder / "fp"
    kicad_9.cli(folder, "sym", "export", "svg", "-o", symbols, folder / f"{NAME}.kicad_sym")
    kicad_9.cli(folder, "fp", "export", "svg", "-o", footprints, folder / f"{NAME}.pretty")
    drawn = {path.stem for path in footprints.iterdir()}
    assert drawn == {path.stem for path in (folder / f"{NAME}.pretty").iterdir()}
    assert len(list(symbols.iterdir())) == library.symbols


def test_its_own_model_of_a_board_has_both_halves_on_it(kicad_9: KiCad, pair: Project) -> None:
    """Heights over the upper side of the board: the socket's 0.77 mm is the largest."""
    model = pair.folder / "board.step"
    folder = f"KICAD6_3DMODEL_DIR={pair.folder}"
    said = kicad_9.cli(
        pair.folder, "pcb", "export", "step", "-f", "-D", folder, "-o", model, pair.board
    )
    assert "Adding component J1." in said
    assert "Adding component J2." in said
    assert "not found" not in said.lower()
    lines = [
        f"stepread {model} m *",
        'puts "VALID [checkshape m_1]"',
        "explode m_1 so",
        'puts "SOLIDS [llength [directory m_1_*]]"',
        'puts "BOX [bounding m_1 -optimal]"',
    ]
    found = run_script(lines, pair.folder)
    assert "This shape seems to be valid" in found
    solids = re.search(r"^SOLIDS (\d+)$", found, re.MULTILINE)
    assert solids
    assert int(solids[1]) == 1 + 2 * (1 + 40 + 4)
    box = re.search(r"^BOX (.*)$", found, re.MULTILINE)
    assert box
    assert float(box[1].split()[5]) == pytest.approx(1.6 + 0.77, abs=0.05)
