"""The tool bar: the pairs before and after, search, export, the picture and the theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.shell.search_line import SearchLine
from a4s_gui.ui.shell.strips.tool_buttons import ICON_PX, menu_button, name_buttons
from a4s_gui.ui.widgets.drag_source import DragSource


class ToolBar(QToolBar):
    """Holds the search line and what concerns the whole window.

    ``drag_picture`` is called with the button that copies the picture, where that is dragged
    instead.
    """

    def __init__(
        self,
        search: SearchLine,
        actions: Mapping[str, QAction],
        menus: Mapping[Menu, QMenu],
        drag_picture: Callable[[QWidget], None],
    ) -> None:
        super().__init__("Tool bar")
        self.setObjectName("tool-bar")
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        theme_button = menu_button("theme", "", "Choose light or dark colours", menus[Menu.THEME])
        theme_button.setAccessibleName("Theme")
        for name in ("back", "forward"):
            self.addAction(actions[name])
        self.addWidget(search)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        export = actions["export"]
        export.setIconText("Export")
        self.addAction(export)
        button = self.widgetForAction(export)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addAction(actions["copy-picture"])
        picture = self.widgetForAction(actions["copy-picture"])
        if isinstance(picture, QToolButton):
            DragSource(picture, partial(drag_picture, picture))
        self.addWidget(theme_button)
        name_buttons(self)
