"""Which half a view shows, for formats of which a file holds one half."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.model import Connector
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import Layout
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import replace
from a4s_gui.geometry.footprint import Footprint, footprint


def check_one_half(layout: Layout) -> None:
    """Refuse a view that is not of one half.

    Raises
    ------
    A4sError
        The view shows both halves, or none on its board; the message says what to do.
    """
    _refuse_without_pads(layout.request)
    if layout.request.spec.view.half is None:
        raise A4sError(
            "such a file holds one half: choose the view socket or header, or a folder for both"
        )


def halves_of(request: ExportRequest) -> tuple[ExportRequest, ...]:
    """Return the request for each half that a view shows: a file each.

    Raises
    ------
    A4sError
        The view shows no half on its board.
    """
    _refuse_without_pads(request)
    if request.spec.view.half is not None:
        return (request,)
    views = (View.SOCKET, View.HEADER)
    return tuple(replace(request, spec=replace(request.spec, view=view)) for view in views)


def footprint_of(spec: DrawingSpec) -> Footprint:
    """Return the half that a view of one half shows, with its land pattern and numbering."""
    connector = spec.pair.connector(spec.view.halves[0])
    return footprint(connector, spec.pattern, spec.numbering)


def mates_of(request: ExportRequest, connector: Connector) -> list[str]:
    """Return every half that a connector mates with, whichever pair it is exported from."""
    pairs = [pair for pair in request.related if connector in pair.connectors]
    other = connector.half.mate
    return [
        mate.connector(other).part_number
        + ("" if mate.mated_height_mm is None else f" ({format_height(mate.mated_height_mm)})")
        for mate in pairs or [request.spec.pair]
    ]


def halves_of_all(requests: Sequence[ExportRequest]) -> tuple[ExportRequest, ...]:
    """Return the request for each half of some pairs, those that several pairs share once."""
    found = {
        footprint_of(half.spec).connector.part_number: half
        for request in requests
        for half in halves_of(request)
    }
    return tuple(found.values())


def _refuse_without_pads(request: ExportRequest) -> None:
    view = request.spec.view
    if not view.shows_pads:
        raise A4sError(
            f"the {view} shows no half on its board; choose the view pair, socket or header"
        )
