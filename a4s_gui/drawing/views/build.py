"""The views of a pair, each a function from a drawing's specification and a scale to a scene."""

from __future__ import annotations

from collections.abc import Callable

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.mated_view import mated_scene
from a4s_gui.drawing.views.pair_view import pair_scene
from a4s_gui.drawing.views.section_view import section_scene
from a4s_gui.drawing.views.tape_view import tape_scene

_BUILDERS: dict[View, Callable[[DrawingSpec, float, float], Scene]] = {
    View.PAIR: pair_scene,
    View.SOCKET: pair_scene,
    View.HEADER: pair_scene,
    View.MATED: mated_scene,
    View.SECTION: section_scene,
    View.TAPE: tape_scene,
}


def build_scene(spec: DrawingSpec, scale: float, layout_scale: float | None = None) -> Scene:
    """Return the scene of a drawing, for a paper scale of ``scale``:1.

    The distance between the halves of the pair view depends on the room their dimensions take, and
    so on the scale; ``layout_scale`` keeps the distance of another scale, so that zooming does not
    move the header against the socket.
    """
    return _BUILDERS[spec.view](spec, scale, layout_scale or scale)
