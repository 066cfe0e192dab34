"""The menus of the drawing: of the pad that is meant, and of the whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint

from a4s_gui.drawing.spec import View
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.canvas.pad_tip import HoveredPad, pad_by_key
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.pad_menu import pad_items
from a4s_gui.ui.widgets.menus import Entry, Item, Submenu, build_menu, pop_up

WHOLE: tuple[Item, ...] = (
    Submenu("&View", tuple(f"view.{view}" for view in View)),
    "turn-over",
    "from-below",
    "menu.layers",
    "menu.numbering",
    None,
    "fit",
    "zoom-in",
    "zoom-out",
    None,
    "measure",
    "copy-measure",
    None,
    "copy-picture",
    "export",
    "print",
    "copy-command",
)
"""What can be done with the whole drawing, by the names of the window's actions and menus."""


class DrawingMenu(QObject):
    """Opens the menu of the pad under the mouse, by key of the selected one, or of the drawing."""

    def __init__(self, controller: Controller, view: DrawingView) -> None:
        super().__init__(view)
        self._controller = controller
        self._view = view
        view.canvas.menu_asked.connect(self._show)

    def items(self, pad: HoveredPad | None) -> list[Item]:
        """Return what can be done with a pad, or with the drawing where none is meant."""
        if pad is None:
            return list(WHOLE)
        pointing = self._view.pointing
        measure: list[Item] = [
            Entry("Meas&ure from its centre", partial(pointing.measure_from, pad))
        ]
        if pointing.is_begun:
            measure.insert(0, Entry("Measure &to its centre", partial(pointing.measure_to, pad)))
        return [*pad_items(self._controller, pad.key), None, *measure, "copy-measure", "fit"]

    def _show(self, place: QPoint, by_key: bool) -> None:  # noqa: FBT001 - a slot
        pad = self._selected() if by_key else self._view.pointing.hovered
        if by_key and pad is not None:
            x_px, y_px = self._view.viewport.to_px(pad.copper.x_mm, pad.copper.y_mm)
            place = self._view.canvas.mapToGlobal(QPoint(round(x_px), round(y_px)))
        pop_up(build_menu(self._view, self.items(pad)), place)

    def _selected(self) -> HoveredPad | None:
        key, scene = self._controller.state.pad, self._view.scene
        return pad_by_key(scene, key) if key and scene else None
