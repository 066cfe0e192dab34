"""A library of all pairs, written as a user does: KiCad reads it, and every pin finds its pad."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.cli import main
from tests.export.symbol_reader import read_symbols
from tests.interop.programs import KiCad
from tests.interop.test_kicad import SCRIPT

pytestmark = pytest.mark.interop

NAME = "Connector_Panasonic_A4S"
PARTS = {half.part_number for pair in load_catalog().pairs for half in pair.connectors}


@pytest.mark.parametrize("numbering", ["odd-even,mating", "loop,alike", "row-by-row,lower-left"])
def test_kicad_reads_it_and_every_pin_finds_its_pad(tmp_path: Path, numbering: str) -> None:
    library, work = tmp_path / "library", tmp_path / "work"
    work.mkdir()
    command = ["export", "--all", "--library", str(library), "--numbering", numbering]
    assert main(command) == 0
    run = KiCad("6").python(SCRIPT, library / f"{NAME}.pretty", work)
    assert (run.returncode, run.stderr) == (0, "")
    said = json.loads(run.stdout)
    assert said["violations"] == []
    footprints = {entry["name"]: entry for entry in said["footprints"]}
    symbols = read_symbols((library / f"{NAME}.kicad_sym").read_bytes())

    assert {s.properties["Manufacturer Part Number"] for s in symbols.values()} == PARTS
    assert len(symbols) == len(footprints) == len(PARTS)
    for symbol in symbols.values():
        nickname, _, name = symbol.properties["Footprint"].partition(":")
        assert nickname == NAME
        assert set(symbol.pins) == {pad["number"] for pad in footprints[name]["pads"]}
        (model,) = footprints[name]["models"]
        folder, _, path = model.partition("/")
        assert folder == "${KICAD6_3DMODEL_DIR}"
        assert (library / path).is_file()
