"""A drawing as DXF for CAD programs: millimetres of the part, y up, dimensions that measure."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import ezdxf
from ezdxf.document import Drawing

from a4s_gui import PROGRAM
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import one_line
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.export.facts import properties_of
from a4s_gui.export.layout import Layout
from a4s_gui.render.dxf.entities import DxfSink

DXF_VERSION = "R2010"
"""Old enough for every CAD program in use, new enough for UTF-8, colours and transparency."""
_MILLIMETRES, _METRIC = 4, 1


def dxf_bytes(layout: Layout) -> bytes:
    """Return a drawing as the bytes of a DXF file.

    The model is 1:1 in millimetres of the part, x to the right and y up, at every scale. The
    scale decides how large texts, arrows and dashes are in the model: a plot at n:1 shows them as
    the sheet does. The grid is left out unless layers were chosen that hold it.
    """
    document = _document(layout)
    # ezdxf would add the classes in use in the order of a set, another one in every process.
    for dxftype in sorted(document.entitydb.dxf_types_in_use()):
        document.classes.add_class(dxftype)
    text = io.StringIO()
    with _without_date():
        document.write(text)
    return document.encode(text.getvalue())


def _document(layout: Layout) -> Drawing:
    scene = layout.scene
    with _without_date():
        document = ezdxf.new(DXF_VERSION, units=_MILLIMETRES)
    document.header["$MEASUREMENT"] = _METRIC
    bounds = scene.bounds
    # The header's extents are written from the model space's own, whatever the header says.
    document.modelspace().reset_extents(
        (bounds.left_mm, -bounds.bottom_mm, 0.0), (bounds.right_mm, -bounds.top_mm, 0.0)
    )
    for key, value in _properties(layout).items():
        document.header.custom_vars.append(key, one_line(value))
    DxfSink(document, scene).draw()
    document.set_modelspace_vport(
        height=bounds.height_mm * 1.05, center=(bounds.x_mm, -bounds.y_mm)
    )
    return document


def _properties(layout: Layout) -> dict[str, str]:
    """Return what the file's properties say."""
    spec = layout.request.spec
    return {
        **properties_of(spec),
        "Model": "1:1 in millimetres of the part",
        "Plot scale": f"{format_scale(layout.scene.scale)}, for texts and arrows as on the sheet",
        "Land pattern": f"{spec.pattern.label}: {spec.pattern.title}, "
        f"{spec.pattern.provenance(*Half)}",
        "Numbering": spec.numbering_words,
        "Software": PROGRAM,
    }


@contextmanager
def _without_date() -> Iterator[None]:
    """Keep ezdxf from writing the time and random ids, so that the same input gives same bytes."""
    before = ezdxf.options.write_fixed_meta_data_for_testing
    ezdxf.options.write_fixed_meta_data_for_testing = True
    try:
        yield
    finally:
        ezdxf.options.write_fixed_meta_data_for_testing = before
