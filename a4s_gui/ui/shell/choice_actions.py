"""The actions that change what is chosen: what each sends to the controller, what each shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller

_NEEDING_A_PAIR = ("export", "copy-picture", "compare-pair")
_OF_THE_MATED_VIEW = ("turn-over", *(f"seen-from.{half}" for half in Half))


class ChoiceActions:
    """Connects views, layers, sides and numbering with the controller, and checks what holds.

    Parameters
    ----------
    actions
        All actions of the window, by their ids.
    controller
        Holds what is chosen.
    """

    def __init__(self, actions: Mapping[str, QAction], controller: Controller) -> None:
        self._actions = actions
        self._controller = controller
        for name, deed in self._deeds().items():
            actions[name].triggered.connect(deed)

    def show_state(self, state: State) -> None:
        """Check what a state has chosen, and offer what it leaves to be done."""
        actions = self._actions
        for name in (
            f"view.{state.view}",
            f"seen-from.{state.seen_from}",
            f"rows.{state.numbering.rows}",
            f"header.{state.numbering.header}",
        ):
            actions[name].setChecked(True)
        for layer in Layer:
            actions[f"layer.{layer}"].setChecked(layer in state.layers)
        for name in _OF_THE_MATED_VIEW:
            actions[name].setEnabled(state.view is View.MATED)
        for name in _NEEDING_A_PAIR:
            actions[name].setEnabled(self._controller.pair is not None)

    def _deeds(self) -> dict[str, Callable[..., object]]:
        controller = self._controller
        deeds: dict[str, Callable[..., object]] = {
            "reset": controller.reset,
            "turn-over": controller.turn_over,
        }
        for view in View:
            deeds[f"view.{view}"] = lambda _=False, v=view: controller.set_view(v)
        for half in Half:
            deeds[f"seen-from.{half}"] = lambda _=False, h=half: controller.set_seen_from(h)
        for layer in Layer:
            deeds[f"layer.{layer}"] = lambda on, at=layer: controller.set_layer(at, shown=on)
        for rows in RowScheme:
            deeds[f"rows.{rows}"] = lambda _=False, s=rows: controller.set_rows_scheme(s)
        for header in HeaderScheme:
            deeds[f"header.{header}"] = lambda _=False, s=header: controller.set_header_scheme(s)
        return deeds
