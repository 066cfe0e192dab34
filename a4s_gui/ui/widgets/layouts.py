"""Putting widgets into rows and columns, and saying what they are for."""

from __future__ import annotations

from functools import lru_cache
from textwrap import fill
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QWidget,
)

from a4s_gui.ui.widgets.labels import never_rich
from a4s_gui.ui.widgets.menus import plain

BoxT = TypeVar("BoxT", bound=QBoxLayout)

MARGIN_PX = 8
"""Around what stands in a panel."""
_FRAME = QSize(16, 40)
"""What a window manager puts around a window, which nobody tells before it is shown."""
_AROUND_FORM = QSize(24, 140)
"""What a dialog has around its form: margins, heading, buttons."""
_TIP_WIDTH = 90
"""Characters in a line of a tip: Qt breaks the lines of rich text only."""


def fill_box(
    box: BoxT,
    *items: QWidget | QLayout,
    grow: QWidget | QLayout | None = None,
    margins: tuple[int, int, int, int] | None = (0, 0, 0, 0),
    spacing: int | None = None,
) -> BoxT:
    """Put items into a row or column and return it.

    ``grow`` takes the room that is left. Margins (left, top, right, bottom) and spacing are pixels;
    ``None`` is the style's own, as a dialog has them.
    """
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)
    if grow is not None:
        box.setStretchFactor(grow, 1)
    return box


def row_at_left(
    *widgets: QWidget,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int | None = None,
) -> QHBoxLayout:
    """Return a row of widgets as wide as they are, for a place that is wider."""
    row = fill_box(QHBoxLayout(), *widgets, margins=margins, spacing=spacing)
    row.addStretch(1)
    return row


def add_row(
    form: QFormLayout, text: str, widget: QWidget, field: QWidget | QLayout | None = None
) -> QLabel:
    """Add a row with a caption, see :func:`caption_of`, and return that.

    ``field`` is what stands in the row where that is more than the widget.
    """
    label = caption_of(widget, text)
    if isinstance(field, QLayout):
        form.addRow(label, field)
    else:
        form.addRow(label, field or widget)
    return label


def caption_of(widget: QWidget, text: str, name: str = "") -> QLabel:
    """Return a label whose key goes to a widget, which is called as it says, or by its ``name``."""
    label = QLabel(text)
    label.setBuddy(widget)
    widget.setAccessibleName(name or plain(text))
    return label


def room_on_screen(widget: QWidget) -> QSize:
    """Return how large a window may be, within its frame, on the screen of a widget."""
    return widget.screen().availableSize() - _FRAME


def scroll_down(area: QScrollArea, inside: QWidget) -> None:
    """Have an area as wide as it is show a widget that may be higher than it."""
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area that scrolls a widget as soon as it has no room for all of it."""
    area = QScrollArea()
    scroll_down(area, inside)
    return area


class FittingArea(QScrollArea):
    """Shows a form whole, however it grows, and scrolls only what the screen has no room for."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        scroll_down(self, inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def event(self, event: QEvent) -> bool:
        """Follow the form when it needs more room, or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the size of the form, as far as the screen has room."""
        return self._on_screen(self._inside.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the form, as far as the screen has room."""
        return self._on_screen(self._inside.minimumSizeHint())

    def _on_screen(self, wanted: QSize) -> QSize:
        room = room_on_screen(self) - _AROUND_FORM
        bar_px = self.verticalScrollBar().sizeHint().width()
        width = wanted.width()
        height = max(wanted.height(), self._inside.heightForWidth(width))  # -1 where none counts
        sizes = (
            width + (bar_px if height > room.height() else 0),
            height + (bar_px if width > room.width() else 0),
        )
        return QSize(*sizes).boundedTo(room)


def set_tip(widget: QWidget, tip: str) -> None:
    """Explain a widget in its tool tip and, for the keys, in the status line."""
    widget.setToolTip(wrapped(tip))
    widget.setStatusTip(tip)


@lru_cache(maxsize=1024)
def wrapped(tip: str) -> str:
    """Return a plain tip in lines that cover little of what is beneath it."""
    return never_rich("\n".join(fill(line, _TIP_WIDTH) for line in tip.split("\n")))
