"""Reads a DXF drawing as a CAD program shows it: blocks where they are inserted."""

from __future__ import annotations

from collections.abc import Iterator

from ezdxf.document import Drawing
from ezdxf.entities import DXFEntity, Insert, LWPolyline

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer

Box = tuple[float, float, float, float]


def shown(document: Drawing) -> Iterator[DXFEntity]:
    """Yield all that the model shows, the content of inserted blocks at its place."""
    for entity in document.modelspace():
        if isinstance(entity, Insert):
            yield from entity.virtual_entities()
        else:
            yield entity


def on_layer(document: Drawing, kind: str, layer: Layer, *halves: Half) -> list[DXFEntity]:
    """Return the entities of a kind on a layer, of both halves and of neither unless named."""
    names = {f"{layer}-{half}" for half in halves or Half} | (set() if halves else {str(layer)})
    return [
        entity
        for entity in shown(document)
        if entity.dxftype() == kind and entity.dxf.layer in names
    ]


def boxes(document: Drawing, layer: Layer, *halves: Half) -> list[Box]:
    """Return left, bottom, right and top of each closed outline on a layer."""
    found = []
    for line in on_layer(document, "LWPOLYLINE", layer, *halves):
        assert isinstance(line, LWPolyline)
        assert line.closed
        xs, ys = zip(*line.get_points("xy"), strict=True)
        found.append((min(xs), min(ys), max(xs), max(ys)))
    return found
