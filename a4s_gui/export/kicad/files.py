"""KiCad footprints, ``.kicad_mod``: one file for each half."""

from __future__ import annotations

from dataclasses import replace

from a4s_gui.catalog.model import Connector, Half
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.kicad.footprint import footprint_name, footprint_text
from a4s_gui.export.layout import Layout
from a4s_gui.export.naming import drawing_stem
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.footprint import Footprint, footprint

_ONE_HALF = {View.SOCKET: Half.SOCKET, View.HEADER: Half.HEADER}


def kicad_bytes(layout: Layout) -> bytes:
    """Return the footprint of the half that the view names; scale and layers do not matter.

    Raises
    ------
    A4sError
        The view shows both halves, or none on its board.
    """
    check_one_half(layout)
    half = _footprint(layout.request.spec)
    return footprint_text(half, _mates(layout.request, half.connector)).encode("utf-8")


def check_one_half(layout: Layout) -> None:
    """Refuse a view that is not of one half.

    Raises
    ------
    A4sError
        The view shows both halves, or none on its board; the message says what to do.
    """
    _refuse_without_pads(layout.request)
    if layout.request.spec.view not in _ONE_HALF:
        raise A4sError(
            "a KiCad footprint is one half: choose the view socket or header, or a folder for both"
        )


def halves_of(request: ExportRequest) -> tuple[ExportRequest, ...]:
    """Return the request for each half that a view shows: a file each.

    Raises
    ------
    A4sError
        The view shows no half on its board.
    """
    _refuse_without_pads(request)
    if request.spec.view in _ONE_HALF:
        return (request,)
    return tuple(replace(request, spec=replace(request.spec, view=view)) for view in _ONE_HALF)


def kicad_stem(request: ExportRequest) -> str:
    """Return the file's name without its suffix: KiCad takes it for the footprint's name."""
    if request.spec.view not in _ONE_HALF:
        return drawing_stem(request)
    return footprint_name(_footprint(request.spec))


def _refuse_without_pads(request: ExportRequest) -> None:
    view = request.spec.view
    if not view.shows_pads:
        raise A4sError(f"the {view} has no footprint; choose the view pair, socket or header")


def _footprint(spec: DrawingSpec) -> Footprint:
    connector = spec.pair.connector(_ONE_HALF[spec.view])
    return footprint(connector, spec.pattern, spec.numbering)


def _mates(request: ExportRequest, connector: Connector) -> list[str]:
    """Return every half that the connector mates with, whichever pair it is exported from."""
    pairs = [pair for pair in request.related if connector in pair.connectors]
    other = Half.HEADER if connector.half is Half.SOCKET else Half.SOCKET
    return [
        mate.connector(other).part_number
        + ("" if mate.mated_height_mm is None else f" ({format_height(mate.mated_height_mm)})")
        for mate in pairs or [request.spec.pair]
    ]
