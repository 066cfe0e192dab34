"""A drawing as SVG: millimetres of paper, one group a layer, text as outlines."""

from __future__ import annotations

import html
from collections.abc import Iterable

from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.export.facts import facts_of, title_of
from a4s_gui.export.layout import Layout
from a4s_gui.render.plain_number import format_number
from a4s_gui.render.qt.application import ensure_gui_application
from a4s_gui.render.sink import draw_scene
from a4s_gui.render.svg.sink import SvgSink

_NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)


def svg_bytes(layout: Layout) -> bytes:
    """Return a drawing as the bytes of an SVG file.

    Width, height and ``viewBox`` are millimetres of paper: one millimetre of the part is ``scale``
    of them. Layers are groups named after them, the lowest first; Inkscape shows them as layers.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    request = layout.request
    return svg_of(layout.scene, layout.sheet, title_of(request), facts_of(request))


def svg_of(scene: Scene, sheet: Sheet, title: str, facts: Iterable[str]) -> bytes:
    """Return any scene on its sheet as an SVG file, with a title and a line for each fact.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    ensure_gui_application()
    width, height = format_number(sheet.width_mm), format_number(sheet.height_mm)
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    sink = SvgSink(sheet)
    draw_scene(scene, sink)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg {_NAMESPACES} version="1.1" {size}>',
        f"<title>{html.escape(title, quote=False)}</title>",
        f"<desc>{html.escape(chr(10).join(facts), quote=False)}</desc>",
        f'<rect id="paper" width="{width}" height="{height}" fill="{PAPER.background}"/>',
        *sink.lines,
        "</svg>\n",
    ]
    return "\n".join(lines).encode("utf-8")
