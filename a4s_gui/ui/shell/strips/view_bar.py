"""The bar above the drawing: views, layers, numbering, zoom and measuring, each in its place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolBar

from a4s_gui.drawing.spec import View
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.shell.strips.tool_buttons import ICON_PX, menu_button, name_buttons
from a4s_gui.ui.widgets.segments import Segments

_TOOLS = ("fit", "zoom-in", "zoom-out", "measure")
_Style = Qt.ToolButtonStyle


class ViewBar(QToolBar):
    """Holds what changes how the pair is drawn. Nothing in it ever moves another thing."""

    def __init__(self, actions: Mapping[str, QAction], menus: Mapping[Menu, QMenu]) -> None:
        super().__init__("Drawing bar")
        self.setObjectName("view-bar")
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.views = Segments("View", [actions[f"view.{view}"] for view in View])
        self.addWidget(self.views)
        for name in ("turn-over", "from-below"):
            self.addAction(actions[name])
        self.addSeparator()
        layers, numbering = menus[Menu.LAYERS], menus[Menu.NUMBERING]
        self._menu_buttons = (
            menu_button("layers", "Layers", "Show and hide layers", layers),
            menu_button("numbering", "Numbers", "How pins are numbered", numbering),
        )
        for button in self._menu_buttons:
            self.addWidget(button)
        self.addSeparator()
        for name in _TOOLS:
            self.addAction(actions[name])
        name_buttons(self)
        self._roomy_px = self.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the menus away where there is no room for them."""
        super().resizeEvent(event)
        roomy = event.size().width() >= self._roomy_px
        for button in self._menu_buttons:
            button.setToolButtonStyle(
                _Style.ToolButtonTextBesideIcon if roomy else _Style.ToolButtonIconOnly
            )
