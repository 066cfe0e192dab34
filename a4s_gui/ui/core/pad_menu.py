"""What can be done with a pad of the drawn pair, wherever it is pointed at."""

from __future__ import annotations

from functools import partial

from a4s_gui.catalog.numbers import plain_number
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.geometry.footprint import Pad, PadRole, footprint
from a4s_gui.session import reducers
from a4s_gui.session.state import PadKey
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.menus import Entry, Item, literal


def pad_of(spec: DrawingSpec | None, key: PadKey) -> Pad | None:
    """Return a pad of the drawn pair, ``None`` where there is none of that place."""
    if spec is None:
        return None
    pads = footprint(spec.pair.connector(key.half), spec.pattern, spec.numbering).pads
    return pads[key.index] if key.index < len(pads) else None


def pad_figures(key: PadKey, pad: Pad) -> str:
    """Return a pad's number, place and size with their units.

    The place is that of the pad's centre from the connector's, x right, y down, in the top view of
    its own board.
    """
    lengths = (pad.x_mm, pad.y_mm, pad.width_mm, pad.height_mm)
    named = zip(("x", "y", "width", "height"), lengths, strict=True)
    figures = ", ".join(f"{name} {plain_number(mm, 6)} mm" for name, mm in named)
    return f"{capitalize_first(pad_name(key, pad))}: {figures}"


def pad_name(key: PadKey, pad: Pad) -> str:
    """Return ``socket pad 12``, or ``socket terminal MP1``."""
    what = "pad" if pad.role is PadRole.CONTACT else "terminal"
    return f"{key.half} {what} {pad.number}"


def pad_items(controller: Controller, key: PadKey) -> list[Item]:
    """Return what can be done with a pad: selecting it, looking it up, copying what it is."""
    pad = pad_of(controller.spec, key)
    if pad is None:
        return []
    select = partial(controller.apply, reducers.show_pad, key)
    return [
        Entry(f"&Select {literal(pad_name(key, pad))}", select),
        Entry("Show in the pad &map", partial(_show_in_map, controller, key)),
        None,
        *copy_items(controller, key),
    ]


def copy_items(controller: Controller, key: PadKey) -> list[Item]:
    """Return what can be copied of a pad: its figures, and its net where one is known."""
    spec = controller.spec
    pad = pad_of(spec, key)
    if spec is None or pad is None:
        return []
    net = spec.net_of(key.half, pad.number)
    name, figures = pad_name(key, pad), pad_figures(key, pad)
    items = [_copy(controller, f"Copy &figures of {literal(name)}", figures)]
    return [*items, _copy(controller, f"Copy &net {literal(net)}", net)] if net else list(items)


def _copy(controller: Controller, text: str, copied: str) -> Entry:
    return Entry(text, partial(copy_text, controller, copied, f"Copied: {copied}"))


def _show_in_map(controller: Controller, key: PadKey) -> None:
    controller.apply(reducers.show_pad, key)
    controller.panel_asked.emit("pad-map")
