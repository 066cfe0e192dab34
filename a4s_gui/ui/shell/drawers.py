"""The side panels of a narrow window: a rail of icons, and a drawer that opens over the drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.core.lazy_panel import PanelPlace
from a4s_gui.ui.shell.panels import PANELS, PanelSpec
from a4s_gui.ui.shell.strips.tool_buttons import ICON_PX, name_buttons
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, set_tip

_LEFT_FREE_PX = 60
"""So much of the drawing stays in sight beside a drawer."""


class Drawers(QObject):
    """Opens one side panel at a time beside the rail; both are there in a narrow window only.

    ``drawing`` is what the panels of the pair leave the strips above free of; ``give_back`` takes a
    panel's place back, by its name, when its drawer is shut.
    """

    def __init__(
        self,
        window: QMainWindow,
        places: Mapping[str, PanelPlace],
        drawing: QWidget,
        give_back: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._drawing = drawing
        self._give_back = give_back
        self._specs = {spec.name: spec for spec in PANELS if spec.is_beside}
        self._open = ""
        self.rail = Rail(list(self._specs.values()), self.toggle)
        window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.rail.hide()
        self.drawer = Drawer(window, self.shut)

    @property
    def open_panel(self) -> str:
        """The name of the panel that is open, empty for none."""
        return self._open

    def toggle(self, name: str) -> None:
        """Open a panel's drawer, or shut it."""
        if self._open == name:
            self.shut()
        else:
            self.open(name)

    def open(self, name: str) -> None:
        """Open a panel's drawer in place of another one."""
        if self._open != name:
            self.shut()
            self._open = name
            self._drawing.installEventFilter(self)
            self.drawer.hold(self._specs[name].title, self._places[name])
        self._places[name].panel.show()  # how wide it is shows when it is made
        self._place()
        self.drawer.show()
        self.drawer.raise_()
        self.rail.check(name)

    def shut(self) -> bool:
        """Shut the drawer, and give the keys to its button; False where none is open."""
        name, self._open = self._open, ""
        if not name:
            return False
        self._drawing.removeEventFilter(self)
        focus = QApplication.focusWidget()
        had_keys = focus is not None and self.drawer.isAncestorOf(focus)
        self.drawer.hide()
        self._give_back(name)
        self.rail.check("")
        if had_keys:
            self.rail.buttons[name].setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the drawing, and stay above a panel that has come to the front."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
            self.drawer.raise_()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Lie beside the rail; who filters sees the table, who reads of the pair its views."""
        centre = self._window.centralWidget()
        if centre is None:
            return
        over = QRect(centre.geometry())
        if self._specs[self._open].side is Qt.DockWidgetArea.LeftDockWidgetArea:
            over.setBottom(self._drawing.mapTo(self._window, self._drawing.rect().bottomLeft()).y())
        else:
            over.setTop(self._drawing.mapTo(self._window, QPoint(0, 0)).y())
            over.setBottom(self._window.statusBar().y() - 1)
        wanted = self._places[self._open].sizeHint().width() + 2 * self.drawer.frameWidth()
        over.setWidth(min(wanted, over.width() - _LEFT_FREE_PX))
        self.drawer.setGeometry(over)


class Drawer(QFrame):
    """Holds the place of one panel under its title."""

    def __init__(self, window: QMainWindow, shut: Callable[[], bool]) -> None:
        super().__init__(window)
        self._shut = shut
        self.title = text_label(wrap=False, bold=True)
        self.close_button = tool_button(tip="Close this panel", name="Close")
        self.close_button.setIcon(icon("close"))
        self.close_button.clicked.connect(shut)
        parts = (self.title, self.close_button)
        head = fill_box(QHBoxLayout(), *parts, grow=self.title, margins=(MARGIN_PX, 2, 2, 0))
        self._column = fill_box(QVBoxLayout(self), head, spacing=0)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.hide()

    def hold(self, title: str, place: PanelPlace) -> None:
        """Show a panel's place."""
        self.title.setText(title)
        self._column.addWidget(place, 1)
        place.setEnabled(True)
        place.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut by Escape."""
        if event.key() != Qt.Key.Key_Escape or not self._shut():
            super().keyPressEvent(event)


class Rail(QToolBar):
    """A button for each side panel, at the left edge of the window."""

    def __init__(self, specs: list[PanelSpec], toggle: Callable[[str], None]) -> None:
        super().__init__("Panels")
        self.setObjectName("rail")
        self.setMovable(False)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.buttons: dict[str, QToolButton] = {}
        self._toggle = toggle
        self._open = ""
        for spec in specs:
            button = QToolButton()
            button.setCheckable(True)
            button.setText(spec.short_title)
            if spec.icon:
                button.setIcon(icon(spec.icon))
            button.setAccessibleName(spec.title)
            set_tip(button, f"{spec.title}: {spec.tip}")
            button.setAccessibleDescription(spec.tip)
            # Not clicked: a screen reader toggles without a click.
            button.toggled.connect(partial(self._toggled, spec.name))
            self.buttons[spec.name] = button
            self.addWidget(button)
        name_buttons(self)

    def check(self, name: str) -> None:
        """Mark the button of the panel that is open."""
        self._open = name
        for other, button in self.buttons.items():
            button.setChecked(other == name)

    def _toggled(self, name: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        if on != (name == self._open):
            self._toggle(name)
