"""One facet in the filter panel: its heading and a button for every value."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QToolTip, QWidget

from a4s_gui.catalog.selection.query import FacetValue
from a4s_gui.ui.panels.filters.group_head import GroupHead
from a4s_gui.ui.panels.filters.value_button import ValueButton
from a4s_gui.ui.widgets.layouts import wrapped


class FacetGroup(QWidget):
    """The values of one facet, to click or to walk with the arrow keys; one stop of the Tab key.

    ``values`` stay the same, only their counts change. With one column they are lines with check
    boxes, else small tiles.
    """

    clicked = Signal(object)
    """The :class:`FacetValue` that was clicked."""
    clear_asked = Signal()
    """The question is to be left open again."""
    menu_asked = Signal(object, object)
    """The menu of a :class:`FacetValue` is asked for, at a QPoint of the screen."""
    refused = Signal(str)
    """A value that leads nowhere was clicked; this is why."""

    def __init__(
        self,
        title: str,
        values: Sequence[FacetValue],
        label: Callable[[FacetValue], str],
        columns: int = 1,
    ) -> None:
        super().__init__()
        self._columns = columns
        head = GroupHead(title)
        self.clear_button = head.clear_button
        self.clear_button.clicked.connect(self.clear_asked)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 if columns > 1 else 1)
        self._grid.addLayout(head, 0, 0, 1, columns)
        self.buttons: list[ValueButton] = []
        """In the order of the values."""
        for place, value in enumerate(values):
            button = ValueButton(value, label(value), chip=columns > 1)
            button.clicked.connect(lambda _checked=False, b=button: self.clicked.emit(b.value))
            button.arrow_pressed.connect(
                lambda columns, rows, at=place: self._move_focus(at, columns, rows)
            )
            self._grid.addWidget(button, 1 + place // columns, place % columns)
            self.buttons.append(button)
        self.setAccessibleName(title)
        self.show_values(values)

    @property
    def tab_stop(self) -> ValueButton | None:
        """The value that Tab goes to; ``None`` where none can be picked."""
        strong = Qt.FocusPolicy.StrongFocus
        return next((b for b in self.buttons if b.focusPolicy() is strong), None)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget beneath the values."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, self._columns)

    def show_values(self, values: Sequence[FacetValue], *, is_set: bool | None = None) -> None:
        """Show the values as the query gave them; ``is_set`` where more than they can be set."""
        for button, value in zip(self.buttons, values, strict=True):
            button.show_value(value)
        chosen = any(value.selected for value in values)
        self.clear_button.setVisible(chosen if is_set is None else is_set)
        self._take_one_tab_stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say why a greyed value leads nowhere: its button lets clicks through to here.

        It lets no question for a menu through, but the click that is one.
        """
        child = self.childAt(event.position().toPoint())
        if not isinstance(child, ValueButton) or child.isEnabled():
            pass
        elif event.button() is Qt.MouseButton.RightButton:
            self.menu_asked.emit(child.value, event.globalPosition().toPoint())
        else:
            below = child.mapToGlobal(QPoint(0, child.height()))
            QToolTip.showText(below, wrapped(child.value.reason), child)
            self.refused.emit(child.value.reason)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the value that is meant."""
        child = self.childAt(event.pos())
        if isinstance(child, ValueButton):
            self.menu_asked.emit(child.value, event.globalPos())

    def _move_focus(self, place: int, columns: int, rows: int) -> None:
        """Focus the next value that can be picked, in a direction from the one at ``place``."""
        step = columns if self._columns > 1 or columns == 0 else 0
        step += rows * self._columns
        if step == 0:
            return
        place += step
        while 0 <= place < len(self.buttons):
            if self.buttons[place].isEnabled():
                self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
                self._take_one_tab_stop()
                return
            place += step

    def _take_one_tab_stop(self) -> None:
        usable = [b for b in self.buttons if b.isEnabled()]
        stop = next((b for b in usable if b.hasFocus()), None)
        stop = stop or next((b for b in usable if b.isChecked()), None)
        stop = stop or (usable[0] if usable else None)
        for button in self.buttons:
            one = button is stop
            policy = Qt.FocusPolicy.StrongFocus if one else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
