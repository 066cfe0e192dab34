"""A KiCad library in one go: what belongs together finds each other, and the package."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from itertools import product
from pathlib import PurePosixPath

import pytest

from a4s_gui.export.library import library_makers, package_bytes, package_name
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
)
from tests.every import thinned
from tests.export.kicad_reader import ReadFootprint
from tests.export.symbol_reader import ReadSymbol, read_symbols

RequestFor = Callable[..., ExportRequest]
NAME = "Connector_Panasonic_A4S"
GENERIC_FILTER = "Connector*:*_2x??-1MP*"
"""Of KiCad's own ``Connector_Generic_MountingPin:Conn_02x…`` symbols."""


def read(files: dict[str, bytes]) -> tuple[dict[str, ReadFootprint], dict[str, ReadSymbol]]:
    footprints = {
        PurePosixPath(path).stem: ReadFootprint(data)
        for path, data in files.items()
        if path.endswith(".kicad_mod")
    }
    (symbols,) = (data for path, data in files.items() if path.endswith(".kicad_sym"))
    return footprints, read_symbols(symbols)


def _files(requests: Sequence[ExportRequest], *suffixes: str) -> dict[str, bytes]:
    """Make the files of a library, or those of some kinds."""
    makers = library_makers(requests).items()
    return {path: make() for path, make in makers if path.endswith(suffixes or "")}


def symbols_of(*requests: ExportRequest) -> dict[str, ReadSymbol]:
    (symbols,) = _files(requests, ".kicad_sym").values()
    return read_symbols(symbols)


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    "schemes", thinned(product(RowScheme, HeaderScheme, Pin1, TerminalScheme), 5)
)
def test_every_pin_finds_its_pad(request_for: RequestFor, schemes: tuple[object, ...]) -> None:
    request = request_for("AXE510127/AXE610124", numbering=Numbering(*schemes))  # type: ignore[arg-type]
    footprints, symbols = read(_files([request], ".kicad_mod", ".kicad_sym"))

    assert len(symbols) == len(footprints) == 2
    for symbol in symbols.values():
        library, _, name = symbol.properties["Footprint"].partition(":")
        assert library == NAME
        numbers = {pad.number for pad in footprints[name].pads()}
        assert set(symbol.pins) == numbers
        places = {(x, y) for _, x, y in symbol.pins.values()}
        assert len(places) == len(numbers)
        assert all(value / 1.27 == round(value / 1.27) for place in places for value in place)


def test_symbols_of_all_numberings_have_names_of_their_own(request_for: RequestFor) -> None:
    """One with a pin for all terminals is not replaced by one with a pin for each."""
    names: list[str] = []
    for rows, pin_1, terminals in product(RowScheme, Pin1, TerminalScheme):
        numbering = Numbering(rows, pin_1=pin_1, terminals=terminals)
        request = request_for("AXE510127/AXE610124", numbering=numbering)
        names += symbols_of(request)
    assert len(set(names)) == len(names) == 2 * 3 * 2 * 3


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        (RowScheme.ODD_EVEN, ["1", "3", "5", "7", "9"]),
        (RowScheme.LOOP, ["1", "2", "3", "4", "5"]),
        (RowScheme.ROW_BY_ROW, ["1", "2", "3", "4", "5"]),
    ],
)
def test_pins_stand_as_in_kicads_generic_symbols(
    request_for: RequestFor, rows: RowScheme, left: list[str]
) -> None:
    request = request_for("AXE510127/AXE610124", numbering=Numbering(rows))
    symbols = symbols_of(request)
    symbol = next(iter(symbols.values()))
    contacts = {number: pin for number, pin in symbol.pins.items() if number != "MP"}

    def column(x_mm: float) -> list[str]:
        found = [(-y, number) for number, (_, x, y) in contacts.items() if x == x_mm]
        return [number for _, number in sorted(found)]

    assert column(-5.08) == left
    right = [n for n in map(str, range(1, 11)) if n not in left]
    assert column(7.62) == (right[::-1] if rows is RowScheme.LOOP else right)
    assert symbol.pins["MP"][0] == "MountPin"
    assert symbol.pins["1"][0] == "Pin_1"


@pytest.mark.parametrize("terminals", TerminalScheme)
@pytest.mark.parametrize("corner", Pin1)
def test_both_symbols_of_a_pair_have_each_number_at_the_same_place(
    request_for: RequestFor, corner: Pin1, terminals: TerminalScheme
) -> None:
    """Who draws both alike connects row by row: pin n of the one is pin n of the other."""
    request = request_for(numbering=Numbering(pin_1=corner, terminals=terminals))
    symbols = symbols_of(request)
    socket, header = symbols.values()
    assert socket.pins == header.pins


def test_symbols_say_what_to_order_and_how_high_it_stands(request_for: RequestFor) -> None:
    pairs = ("AXE540127/AXE640124", "AXE540127/AXE640224", "AXE5E4026/AXE6E4026")
    symbols = symbols_of(*(request_for(pair) for pair in pairs))

    assert set(symbols) == {"AXE540127", "AXE640124", "AXE640224", "AXE5E4026", "AXE6E4026"}
    for name, height in (
        ("AXE540127", "0.77 mm"),
        ("AXE640124", "0.65 mm"),
        ("AXE640224", "0.85 mm, derived"),
        ("AXE5E4026", "not stated"),
        ("AXE6E4026", "not stated"),
    ):
        said = symbols[name].properties
        assert (said["Reference"], said["Value"]) == ("J", name)
        assert (said["Manufacturer"], said["Manufacturer Part Number"]) == ("Panasonic", name)
        assert said["Height"] == height
        assert said["Datasheet"] == "https://industrial.panasonic.com/ac/e/"
        footprint = said["Footprint"].partition(":")[2]
        assert fnmatchcase(footprint, said["ki_fp_filters"])
        others = {other: symbols[other].properties for other in symbols if other != name}
        for other in others.values():
            assert not fnmatchcase(other["Footprint"].partition(":")[2], said["ki_fp_filters"])


def test_footprints_find_their_models_and_fit_the_generic_symbols(request_for: RequestFor) -> None:
    files = _files([request_for()])
    footprints, _ = read(files)

    for name, footprint in footprints.items():
        model = footprint.one("model")[0]
        assert model == f"${{KICAD6_3DMODEL_DIR}}/{NAME}.3dshapes/{name}.step"
        assert f"{NAME}.3dshapes/{name}.step" in files
        assert fnmatchcase(f"{NAME}:{name}", GENERIC_FILTER)
    assert all(path.startswith(f"{NAME}.") for path in files)


def test_the_package_is_one_that_the_content_manager_installs(request_for: RequestFor) -> None:
    """By KiCad's schema of packages, version 1."""
    requests = [request_for()]
    data = package_bytes(requests)
    archive = zipfile.ZipFile(io.BytesIO(data))
    about = json.loads(archive.read("metadata.json"))

    assert package_bytes(requests) == data
    assert re.fullmatch(rf"{NAME}-[\d.]+\.zip", package_name())
    assert {name.partition("/")[0] for name in archive.namelist()} == {
        "metadata.json",
        "footprints",
        "symbols",
        "3dmodels",
    }
    required = "name description description_full identifier type author license resources versions"
    assert set(required.split()) <= set(about)
    assert re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9.]{0,98}[a-zA-Z0-9]", about["identifier"])
    assert about["type"] == "library"
    (version,) = about["versions"]
    assert re.fullmatch(r"\d{1,4}(\.\d{1,4}(\.\d{1,6})?)?", version["version"])
    assert version["kicad_version"] == "6.0"
    assert len(about["description"]) <= 500
    assert len(about["description_full"]) <= 5000
    assert "not of the manufacturer's drawing" in about["description_full"]

    installed = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    footprints, symbols = read(installed)
    folder = about["identifier"].replace(".", "_")
    for name, footprint in footprints.items():
        path = f"{NAME}.3dshapes/{name}.step"
        assert footprint.one("model")[0] == f"${{KICAD6_3RD_PARTY}}/3dmodels/{folder}/{path}"
        assert path in installed
    for symbol in symbols.values():
        assert symbol.properties["Footprint"].startswith(f"PCM_{NAME}:")
