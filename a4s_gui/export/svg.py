"""A drawing as SVG: millimetres of paper, one group a layer, text as outlines."""

from __future__ import annotations

import html
from collections.abc import Iterable

from a4s_gui.catalog.numbers import plain_number
from a4s_gui.catalog.wording import one_line
from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.export.facts import facts_of, title_of
from a4s_gui.export.layout import Layout
from a4s_gui.export.request import Background
from a4s_gui.render.qt.application import ensure_gui_application
from a4s_gui.render.sink import draw_scene
from a4s_gui.render.svg.sink import SvgSink

_NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)
_ROLE = 'role="img" aria-labelledby="title" aria-describedby="facts"'
"""For those who hear a page: one picture, with its title and its facts."""


def svg_bytes(layout: Layout) -> bytes:
    """Return a drawing as the bytes of an SVG file.

    Width, height and ``viewBox`` are millimetres of paper: one millimetre of the part is ``scale``
    of them. Layers are groups named after them, the lowest first; Inkscape shows them as layers.
    Raises as :func:`svg_of`.
    """
    request = layout.request
    title, facts = title_of(request), facts_of(request)
    return svg_of(layout.scene, layout.sheet, title, facts, request.background)


def svg_of(
    scene: Scene,
    sheet: Sheet,
    title: str,
    facts: Iterable[str],
    background: Background = Background.NONE,
) -> bytes:
    """Return any scene on its sheet as an SVG file, with a title and a line for each fact.

    Without a background no filled shape covers the sheet: KiCad's board editor would take it for
    a polygon of copper with the pads as holes.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    ensure_gui_application()
    width, height = plain_number(sheet.width_mm), plain_number(sheet.height_mm)
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    sink = SvgSink(sheet)
    draw_scene(scene, sink)
    paper = []
    if background is Background.WHITE:
        fill = PAPER.background
        paper = [f'<rect id="paper" width="{width}" height="{height}" fill="{fill}"/>']
    described = html.escape("\n".join(map(one_line, facts)), quote=False)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg {_NAMESPACES} version="1.1" {size} {_ROLE}>',
        f'<title id="title">{html.escape(one_line(title), quote=False)}</title>',
        f'<desc id="facts">{described}</desc>',
        *paper,
        *sink.lines,
        "</svg>\n",
    ]
    return "\n".join(lines).encode("utf-8")
