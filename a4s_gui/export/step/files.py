"""STEP files, ``.step``: one half on its own board, or the mated pair in the socket's frame."""

from __future__ import annotations

from a4s_gui.catalog.model import Connector, Pair
from a4s_gui.catalog.numbers import format_height, format_mm
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.halves import halves_of
from a4s_gui.export.layout import Layout
from a4s_gui.export.naming import joined_numbers
from a4s_gui.export.request import ExportRequest
from a4s_gui.export.step.part21 import step_text
from a4s_gui.export.step.solids import half_solids, mated_solids
from a4s_gui.geometry.body import height_mm, pair_heights
from a4s_gui.geometry.body_figures import body_figures


def step_bytes(layout: Layout) -> bytes:
    """Return the solids of the half that the view names, or of the mated pair.

    Raises as :func:`check_solids`.
    """
    check_solids(layout)
    pair, view = layout.request.spec.pair, layout.request.spec.view
    half = view.half
    if half is not None:
        return half_step(pair, pair.connector(half)).encode("ascii")
    mated_mm = pair.mated_height_mm or 0.0
    what = f"{pair.series.maker} {pair.series.name} {pair.numbers}, mated at {format_mm(mated_mm)}"
    solids = mated_solids(pair, mated_mm)
    return step_text(
        joined_numbers(pair), f"{what}. {_origin(pair, *pair.connectors)}", solids
    ).encode("ascii")


def half_step(pair: Pair, connector: Connector) -> str:
    """Return the STEP file of one half of a pair, on its own board."""
    series, heights = connector.series, pair_heights(pair)
    height = height_mm(connector, heights)
    high = f"{format_mm(height)} high"
    if heights is None:
        read_mm = body_figures().header_inside.read_at_mated_height_mm
        high += f" as the standard type for {format_height(read_mm)}: its own height is not stated"
    what = f"{series.maker} {series.name} {connector.half} {connector.part_number}"
    description = f"{what}, {high}. {_origin(pair, connector)}"
    return step_text(connector.part_number, description, half_solids(connector, height))


def check_solids(layout: Layout) -> None:
    """Refuse a view that is neither of one half nor of the mated pair.

    Raises
    ------
    A4sError
        It is another one, or no mated height is stated for the pair; the message says what to do.
    """
    spec = layout.request.spec
    if spec.view is View.MATED:
        if spec.pair.mated_height_mm is None:
            raise A4sError(
                f"{spec.pair.id}: no mated height is stated, so it has no mated model; choose the "
                "view socket or header"
            )
    elif spec.view.half is None:
        raise A4sError(
            "a STEP file is one half or the mated pair: choose the view socket, header or mated, "
            "or a folder for both halves"
        )


def models_of(request: ExportRequest) -> tuple[ExportRequest, ...]:
    """Return the request for each model that a view stands for; raise as :func:`halves_of`."""
    return (request,) if request.spec.view is View.MATED else halves_of(request)


def step_stem(request: ExportRequest) -> str:
    """Return the file's name without its suffix; numbering and land pattern do not matter."""
    pair, half = request.spec.pair, request.spec.view.half
    if half is not None:
        return pair.connector(half).part_number
    return f"{joined_numbers(pair)}-{request.spec.view}"


def _origin(pair: Pair, *connectors: Connector) -> str:
    """Say where the figures are from, and which of them are derived."""
    sources = dict.fromkeys(str(body_figures().source(half.half).document) for half in connectors)
    models = f"measured in CAD models of {' and '.join(sources)}"
    words = [
        f"Plain solids: lengths from the datasheet's tables, all else {models}",
        "not the manufacturer's drawing",
        "slopes are steps, springs are left out",
    ]
    heights = pair_heights(pair)
    if heights is not None and heights.header.derived and pair.header in connectors:
        words.append(f"height of the header derived: {heights.header.formula}")
    return f"{'; '.join(words)}."
