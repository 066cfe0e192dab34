"""Putting widgets into rows and columns, and saying what they are for."""

from __future__ import annotations

from functools import lru_cache
from textwrap import fill
from typing import TypeVar

from PySide6.QtCore import Qt
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
_TIP_WIDTH = 90
"""Characters in a line of a tip: Qt breaks the lines of rich text only."""


def fill_box(
    box: BoxT,
    *items: QWidget | QLayout,
    grow: QWidget | QLayout | None = None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int | None = None,
) -> BoxT:
    """Put items into a row or column and return it.

    Parameters
    ----------
    box
        The layout.
    items
        In their order.
    grow
        The one that takes the room that is left.
    margins
        Left, top, right and bottom, in pixels.
    spacing
        Between the items, in pixels; ``None`` for the style's own.
    """
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


def row_at_left(*widgets: QWidget, spacing: int | None = None) -> QHBoxLayout:
    """Return a row of widgets as wide as they are, for a place that is wider."""
    row = fill_box(QHBoxLayout(), *widgets, spacing=spacing)
    row.addStretch(1)
    return row


def add_row(
    form: QFormLayout, text: str, widget: QWidget, field: QWidget | QLayout | None = None
) -> QLabel:
    """Add a row with a label whose key goes to a widget, which is named so; return the label.

    ``field`` is what stands in the row where that is more than the widget.
    """
    label = QLabel(text)
    label.setBuddy(widget)
    widget.setAccessibleName(plain(text))
    if isinstance(field, QLayout):
        form.addRow(label, field)
    else:
        form.addRow(label, field or widget)
    return label


def scroll_down(area: QScrollArea, inside: QWidget) -> None:
    """Have an area as wide as it is show a widget that may be higher than it."""
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def set_tip(widget: QWidget, tip: str) -> None:
    """Explain a widget in its tool tip and, for the keys, in the status line."""
    widget.setToolTip(wrapped(tip))
    widget.setStatusTip(tip)


@lru_cache(maxsize=1024)
def wrapped(tip: str) -> str:
    """Return a plain tip in lines that cover little of what is beneath it."""
    return never_rich("\n".join(fill(line, _TIP_WIDTH) for line in tip.split("\n")))
