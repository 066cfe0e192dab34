"""A KiCad library in one go: footprints, symbols and 3D models of some pairs."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from a4s_gui import __version__
from a4s_gui.catalog.model import Half
from a4s_gui.export.halves import footprint_of, halves_of_all, mates_of
from a4s_gui.export.kicad.footprint import (
    LIBRARY,
    MODEL_FOLDER,
    footprint_name,
    footprint_text,
)
from a4s_gui.export.kicad.symbol import SymbolPart, symbols_text
from a4s_gui.export.request import ExportRequest
from a4s_gui.export.step.files import half_step
from a4s_gui.export.step.solids import height_mm
from a4s_gui.geometry.body import pair_heights
from a4s_gui.geometry.footprint import Footprint

Files = Mapping[str, bytes]
"""The content of each file by its path within the library's folder, apart by ``/``."""

_IDENTIFIER = "a4s-gui.connector-panasonic-a4s"
_INSTALLED_MODELS = f"${{KICAD6_3RD_PARTY}}/3dmodels/{_IDENTIFIER.replace('.', '_')}"
_INSTALLED_NICKNAME = f"PCM_{LIBRARY}"
"""What KiCad's content manager calls an installed library in its tables."""
_PACKED_IN = {"kicad_mod": "footprints", "kicad_sym": "symbols", "step": "3dmodels"}
_LEAST_KICAD = "6.0"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say: the same library gives the same bytes."""


def library_files(requests: Sequence[ExportRequest]) -> Files:
    """Return the files of a library of every half that some requests show.

    Numbering and land pattern are the requests'. The library goes by the name of ``LIBRARY``, so
    that the filters of KiCad's generic connector symbols fit its footprints.

    Raises
    ------
    A4sError
        A request shows no half on its board.
    """
    models = {
        f"{LIBRARY}.3dshapes/{name}.step": half_step(request.spec.pair, half.connector).encode()
        for name, half, request in _halves(requests)
    }
    return models | _texts(requests, MODEL_FOLDER, LIBRARY)


def package_name() -> str:
    """Return the name of the package's file."""
    return f"{LIBRARY}-{__version__}.zip"


def package_bytes(requests: Sequence[ExportRequest], library: Files) -> bytes:
    """Return a library as a zip that KiCad's content manager installs from.

    Parameters
    ----------
    requests
        What :func:`library_files` was asked for.
    library
        What it returned.
    """
    kept = {path: data for path, data in library.items() if path.endswith(".step")}
    # Installed, footprints find models and symbols find footprints by other names.
    files = kept | _texts(requests, _INSTALLED_MODELS, _INSTALLED_NICKNAME)
    files = {f"{_PACKED_IN[path.rpartition('.')[2]]}/{path}": data for path, data in files.items()}
    files["metadata.json"] = (json.dumps(_metadata(requests), indent=2) + "\n").encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(_entry(path), files[path])
    return packed.getvalue()


def _halves(requests: Sequence[ExportRequest]) -> Iterator[tuple[str, Footprint, ExportRequest]]:
    for request in halves_of_all(requests):
        half = footprint_of(request.spec)
        yield footprint_name(half), half, request


def _texts(requests: Sequence[ExportRequest], models: str, nickname: str) -> dict[str, bytes]:
    """Return footprints and symbols, which name each other and the models."""
    found: dict[str, bytes] = {}
    parts = []
    for name, half, request in _halves(requests):
        pair, mates = request.spec.pair, mates_of(request, half.connector)
        text = footprint_text(half, mates, models)
        found[f"{LIBRARY}.pretty/{name}.kicad_mod"] = text.encode()
        heights = pair_heights(pair)
        derived = half.half is Half.HEADER and heights is not None and heights.header.derived
        parts.append(SymbolPart(half, tuple(mates), height_mm(pair, half.connector), derived))
    found[f"{LIBRARY}.kicad_sym"] = symbols_text(parts, nickname).encode()
    return found


def _metadata(requests: Sequence[ExportRequest]) -> Mapping[str, object]:
    spec = requests[0].spec
    series, pattern = spec.pair.series, spec.pattern
    what = f"{series.maker} {series.name} board-to-board connectors"
    return {
        "$schema": "https://go.kicad.org/pcm/schemas/v1",
        "name": f"{what}, {series.pitch_mm:g} mm pitch",
        "description": f"Footprints, symbols and 3D models of {what}",
        "description_full": (
            f"Footprints, symbols and plain 3D models of {what}. Numbering: "
            f"{spec.numbering.describe()}. Land pattern “{pattern.title}” ({pattern.label}): its "
            f"figures are {pattern.provenance(*Half)}. Check them before use."
        ),
        "identifier": _IDENTIFIER,
        "type": "library",
        "author": {"name": "a4s_gui contributors", "contact": {}},
        "license": "MIT",
        "resources": {"datasheet": series.datasheet},
        "tags": ["connector", "board-to-board", "mezzanine"],
        "versions": [{"version": __version__, "status": "testing", "kicad_version": _LEAST_KICAD}],
    }


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _ZIP_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
    return entry
