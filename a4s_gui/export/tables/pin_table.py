"""The pins of one half as KiCad's symbol editor takes them into its pin table."""

from __future__ import annotations

from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.export.halves import check_one_half, footprint_of
from a4s_gui.export.layout import Layout
from a4s_gui.export.naming import drawing_stem, part_stem, pin_name
from a4s_gui.export.request import ExportRequest

PIN_COLUMNS = ("Number", "Name", "Electrical Type")
"""By the names of the pin table's own columns, in English, which every language of KiCad knows."""


def pins_bytes(layout: Layout) -> bytes:
    """Return a pin for each number of the half that the view names, as the bytes of a CSV file.

    A pin is named after its net where that is known. Raises as :func:`check_one_half`.
    """
    check_one_half(layout)
    spec = layout.request.spec
    part = footprint_of(spec)
    numbers = (*(pad.number for pad in part.contacts), *part.terminal_numbers)
    rows = ((n, spec.net_of(part.half, n) or pin_name(n), "Passive") for n in numbers)
    return comma_separated([PIN_COLUMNS, *rows]).encode()


def pins_stem(request: ExportRequest) -> str:
    """Return the file's name without its suffix: the part, and what is not the default."""
    if request.spec.view.half is None:
        return drawing_stem(request)
    return part_stem(footprint_of(request.spec))
