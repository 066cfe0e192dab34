"""The views of a pair, each a function from a drawing's specification and a scale to a scene."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.geometry.shapes import Rectangle

_Builder = Callable[[DrawingSpec, float, float], Scene]
_Boxer = Callable[[DrawingSpec, float], Rectangle]
_VIEWS = {
    View.PAIR: "pair",
    View.SOCKET: "pair",
    View.HEADER: "pair",
    View.MATED: "mated",
    View.SECTION: "section",
    View.TAPE: "tape",
}
"""Each view's module, imported when the view is first drawn: the window opens with one."""
VAST_SCALE = 1e6
"""The room that text and dimensions take is next to nothing."""


def build_scene(spec: DrawingSpec, scale: float, layout_scale: float | None = None) -> Scene:
    """Return the scene of a drawing, for a paper scale of ``scale``:1.

    The distance between the halves of the pair view depends on the room their dimensions take, and
    so on the scale; ``layout_scale`` keeps the distance of another scale, so that zooming does not
    move the header against the socket.
    """
    build: _Builder = _of(spec.view, "scene")
    return build(spec, scale, layout_scale or scale)


def parts_box(spec: DrawingSpec, layout_scale: float = VAST_SCALE) -> Rectangle:
    """Return the box around the parts as they stand at a scale, without text and dimensions.

    At the vast one no room is left between them: that is what grows on paper with the scale.
    """
    box: _Boxer = _of(spec.view, "box")
    return box(spec, layout_scale)


@cache
def _of(view: View, what: str) -> Callable[..., Any]:
    """Return a view's function: its ``scene``, or the ``box`` around its parts at a scale."""
    name = _VIEWS[view]
    found: Callable[..., Any] = getattr(
        import_module(f"{__package__}.{name}_view"), f"{name}_{what}"
    )
    return found
