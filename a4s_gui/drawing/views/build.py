"""The views of a pair, each a function from a drawing's specification and a scale to a scene."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.spec import DrawingSpec, View

_Builder = Callable[[DrawingSpec, float, float], Scene]
_BUILDERS = {
    View.PAIR: "pair_view:pair_scene",
    View.SOCKET: "pair_view:pair_scene",
    View.HEADER: "pair_view:pair_scene",
    View.MATED: "mated_view:mated_scene",
    View.SECTION: "section_view:section_scene",
    View.TAPE: "tape_view:tape_scene",
}
"""Each view's function, imported when the view is first drawn: the window opens with one."""


def build_scene(spec: DrawingSpec, scale: float, layout_scale: float | None = None) -> Scene:
    """Return the scene of a drawing, for a paper scale of ``scale``:1.

    The distance between the halves of the pair view depends on the room their dimensions take, and
    so on the scale; ``layout_scale`` keeps the distance of another scale, so that zooming does not
    move the header against the socket.
    """
    return _builder(spec.view)(spec, scale, layout_scale or scale)


@cache
def _builder(view: View) -> _Builder:
    module, _, name = _BUILDERS[view].partition(":")
    found: _Builder = getattr(import_module(f"{__package__}.{module}"), name)
    return found
