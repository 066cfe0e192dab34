"""The tool bar: search, views, layers, numbering, export and zoom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from a4s_gui.drawing.spec import View
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.shell.search_line import SearchLine

_ICON_PX = 20


class ToolBar(QToolBar):
    """Holds the search line and what is used most of the menus.

    Parameters
    ----------
    search
        The search line.
    actions
        All actions by their id.
    menus
        The menus by their place, for the buttons that open one.
    """

    def __init__(
        self,
        search: SearchLine,
        actions: Mapping[str, QAction],
        menus: Mapping[Menu, QMenu],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Tool bar", parent)
        self.setObjectName("tool-bar")
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._menu_buttons: dict[str, QToolButton] = {}
        self.addWidget(search)
        self.addAction(actions["reset"])
        self.addSeparator()
        for view in View:
            self._add_with_text(actions[f"view.{view}"])
        self.turn_over = QToolButton()
        self.turn_over.setDefaultAction(actions["turn-over"])
        self.turn_over.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        place = self.addWidget(self.turn_over)
        place.setVisible(actions["turn-over"].isEnabled())
        actions["turn-over"].enabledChanged.connect(place.setVisible)
        self.addSeparator()
        self._add_menu("layers", "Layers", "Show and hide layers", menus[Menu.LAYERS])
        self._add_menu("numbering", "Numbers", "How pins are numbered", menus[Menu.NUMBERING])
        self.addSeparator()
        for name in ("fit", "zoom-in", "zoom-out", "measure"):
            self.addAction(actions[name])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._add_with_text(actions["export"], "Export")
        self.addAction(actions["copy-picture"])
        self._add_menu("theme", "", "Light or dark", menus[Menu.THEME])
        self._name_buttons()

    def show_theme(self, palette: QPalette) -> None:
        """Draw the icons of the buttons that open menus."""
        for name, button in self._menu_buttons.items():
            button.setIcon(icon(name, palette))

    def _add_with_text(self, action: QAction, text: str = "") -> None:
        if text:
            action.setIconText(text)
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _add_menu(self, name: str, text: str, tip: str, menu: QMenu) -> None:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setStatusTip(tip)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
        )
        self._menu_buttons[name] = button
        self.addWidget(button)

    def _name_buttons(self) -> None:
        for button in self.findChildren(QToolButton):
            name = button.text().replace("&", "") or button.toolTip()
            button.setAccessibleName(name)
            if button.objectName() != "qt_toolbar_ext_button":
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
