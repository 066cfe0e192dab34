"""What the buttons of the bars have in common: size, menus, names for those who cannot see them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.widgets.layouts import set_tip
from a4s_gui.ui.widgets.menus import plain

ICON_PX = 20

_REST = "qt_toolbar_ext_button"
"""Qt's name of the button at a bar's end that leads to what the bar has no room for."""


def menu_button(name: str, text: str, tip: str, menu: QMenu) -> QToolButton:
    """Return a button with the icon of a name that opens a menu, without a text the icon alone."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setText(text)
    set_tip(button, tip)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    return button


def name_buttons(bar: QWidget) -> None:
    """Name all buttons of a bar, and let the Tab key reach them."""
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if button.objectName() == _REST:
            button.setAccessibleName("More")
            set_tip(button, "More: what this bar has no room for")
        elif not button.accessibleName():
            button.setAccessibleName(plain(button.text()))


def reach_rest_last(bar: QToolBar) -> None:
    """Have Tab reach what leads to buttons without room behind all others; Qt makes it first.

    It holds from when the bar has its place in a window: that puts the keys in order anew.
    """
    rest, *_, last = bar.findChildren(QToolButton)
    QWidget.setTabOrder(last, rest)
