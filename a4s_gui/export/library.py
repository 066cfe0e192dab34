"""A KiCad library in one go: footprints, symbols and 3D models of some pairs."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from a4s_gui import __version__
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import format_mm
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.export.halves import footprint_of, halves_of_all, mates_of
from a4s_gui.export.kicad.footprint import LIBRARY, MODEL_FOLDER, footprint_name, footprint_text
from a4s_gui.export.kicad.symbol import SymbolPart, symbols_text
from a4s_gui.export.request import ExportRequest
from a4s_gui.export.step.files import half_step
from a4s_gui.geometry.body import PairHeights, pair_heights

Makers = Mapping[str, Callable[[], bytes]]
"""What makes each file, by its path within the library's folder, apart by ``/``; on any core."""

_IDENTIFIER = "a4s-gui.connector-panasonic-a4s"
_INSTALLED_MODELS = f"${{KICAD6_3RD_PARTY}}/3dmodels/{_IDENTIFIER.replace('.', '_')}"
_INSTALLED_NICKNAME = f"PCM_{LIBRARY}"
"""What KiCad's content manager calls an installed library in its tables."""
_PACKED_IN = {"kicad_mod": "footprints", "kicad_sym": "symbols", "step": "3dmodels"}
_LEAST_KICAD = "6.0"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say: the same library gives the same bytes."""


def library_makers(requests: Sequence[ExportRequest]) -> Makers:
    """Return what makes the files of a library of every half that some requests show.

    Numbering and land pattern are the requests'. The library goes by the name of ``LIBRARY``, so
    that the filters of KiCad's generic connector symbols fit its footprints. Raises as
    :func:`~a4s_gui.export.halves.halves_of`.
    """
    return _makers(requests, MODEL_FOLDER, LIBRARY)


def package_name() -> str:
    """Return the name of the package's file."""
    return f"{LIBRARY}-{__version__}.zip"


def package_bytes(requests: Sequence[ExportRequest]) -> bytes:
    """Return the library of some requests as a zip that KiCad's content manager installs from."""
    # Installed, footprints find models and symbols find footprints by other names.
    makers = _makers(requests, _INSTALLED_MODELS, _INSTALLED_NICKNAME)
    files = {
        f"{_PACKED_IN[path.rpartition('.')[2]]}/{path}": make() for path, make in makers.items()
    }
    files["metadata.json"] = (json.dumps(_metadata(requests), indent=2) + "\n").encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(_entry(path), files[path])
    return packed.getvalue()


def _makers(requests: Sequence[ExportRequest], models: str, nickname: str) -> Makers:
    """Return what makes footprints, models and symbols, which name each other."""
    halves = halves_of_all(requests)
    names = [footprint_name(footprint_of(request.spec)) for request in halves]
    named = list(zip(names, halves, strict=True))
    return {
        **{f"{LIBRARY}.3dshapes/{name}.step": partial(_model, request) for name, request in named},
        **{
            f"{LIBRARY}.pretty/{name}.kicad_mod": partial(_footprint, request, models)
            for name, request in named
        },
        f"{LIBRARY}.kicad_sym": partial(_symbols, halves, nickname),
    }


def _model(request: ExportRequest) -> bytes:
    return half_step(request.spec.pair, footprint_of(request.spec).connector).encode()


def _footprint(request: ExportRequest, models: str) -> bytes:
    half = footprint_of(request.spec)
    return footprint_text(half, mates_of(request, half.connector), models).encode()


def _symbols(halves: Sequence[ExportRequest], nickname: str) -> bytes:
    return symbols_text(list(map(_symbol, halves)), nickname).encode()


def _symbol(request: ExportRequest) -> SymbolPart:
    half, pair = footprint_of(request.spec), request.spec.pair
    mates = tuple(mates_of(request, half.connector))
    return SymbolPart(half, mates, _height_words(pair_heights(pair), half.half))


def _height_words(heights: PairHeights | None, half: Half) -> str:
    if heights is None:
        return NOT_STATED
    height = heights.of(half)
    return format_mm(height.value_mm) + (", derived" if height.derived else "")


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
