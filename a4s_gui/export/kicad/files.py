"""KiCad footprints, ``.kicad_mod``: one file for each half."""

from __future__ import annotations

from a4s_gui.export.halves import check_one_half, footprint_of, mates_of
from a4s_gui.export.kicad.footprint import footprint_name, footprint_text
from a4s_gui.export.layout import Layout
from a4s_gui.export.naming import drawing_stem
from a4s_gui.export.request import ExportRequest


def kicad_bytes(layout: Layout) -> bytes:
    """Return the footprint of the half that the view names; scale and layers do not matter.

    Raises as :func:`check_one_half`.
    """
    check_one_half(layout)
    request = layout.request
    half = footprint_of(request.spec)
    mates, nets = mates_of(request, half.connector), request.spec.nets.get(half.half, {})
    return footprint_text(half, mates, nets=nets).encode("utf-8")


def kicad_stem(request: ExportRequest) -> str:
    """Return the file's name without its suffix: KiCad takes it for the footprint's name."""
    if request.spec.view.half is None:
        return drawing_stem(request)
    return footprint_name(footprint_of(request.spec))
