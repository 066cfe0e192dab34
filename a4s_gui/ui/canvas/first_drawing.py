"""The drawing as the first paint of the window shows it, before pyqtgraph is loaded."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from a4s_gui.drawing.palette import Palette
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.viewport import Viewport, screen_px_per_mm
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.ui.canvas.picture import Picture, RenderStyle


def first_picture(spec: DrawingSpec, place: QWidget, palette: Palette, near: float) -> Picture:
    """Return what fills a widget with a drawing, as the view that takes over will show it.

    ``near`` is a scale to try first.

    Raises
    ------
    ResourceError
        The drawing font is missing or damaged.
    """
    px_per_mm = screen_px_per_mm(place.logicalDpiX())
    viewport = Viewport(place.width(), place.height(), px_per_mm, px_per_mm)
    layout = lay_out(screen_spec(spec, viewport), viewport, near)
    return Picture(layout.scene, layout.fitted, RenderStyle(palette, place.devicePixelRatioF()))
