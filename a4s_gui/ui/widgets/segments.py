"""Choices side by side of which one holds: radio buttons without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from a4s_gui.ui.widgets.layouts import fill_box

T = TypeVar("T")
_ROUND_PX = 3.0
_BESIDE_PX = 8
_ABOVE_PX = 4


def exclusive_actions(parent: QObject, words: Mapping[T, tuple[str, str]]) -> dict[T, QAction]:
    """Return actions that exclude each other, by text and tip; the first is checked at first."""
    group = QActionGroup(parent)
    actions: dict[T, QAction] = {}
    for choice, (text, tip) in words.items():
        actions[choice] = action = QAction(text, group, checkable=True, checked=not actions)
        action.setToolTip(tip)
        action.setStatusTip(tip)
    return actions


class Segments(QWidget):
    """Buttons of actions that exclude each other; one stop of the Tab key, walked by the arrows."""

    def __init__(self, name: str, actions: Iterable[QAction]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons = [Segment(action) for action in actions]
        fill_box(QHBoxLayout(self), *self.buttons, margins=(2, 2, 2, 2), spacing=0)


class Segment(QAbstractButton):
    """Shows an action that excludes others as a radio button.

    A tool button is a check box to whoever cannot see it, whatever it excludes. What Qt says of an
    exclusive button of another kind is true; an accessible interface written in Python would be
    asked for every widget of the program, and every one that it ever made would stay in memory.
    """

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.addAction(action)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Not clicked: a screen reader toggles without a click.
        self.toggled.connect(self._choose)
        action.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        """Return the room of the text."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _BESIDE_PX
        return QSize(width, metrics.height() + 2 * _ABOVE_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing is ever cut off."""
        return self.sizeHint()

    def _show(self) -> None:
        action = self._action
        self.setText(action.iconText())
        # Qt's own tip of an action is its text.
        self.setToolTip(action.toolTip() if action.toolTip() != self.text() else "")
        self.setStatusTip(action.statusTip())
        self.setAccessibleName(action.iconText())
        self.setEnabled(action.isEnabled())
        self.setChecked(action.isChecked())

    def _choose(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        if on and not self._action.isChecked():
            self._action.trigger()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, on the colour of what is chosen where it is."""
        palette, role = self.palette(), QPalette.ColorRole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = role.ButtonText
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            ink = role.HighlightedText
            painter.setBrush(palette.color(role.Highlight))
            painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)
        elif self.underMouse():
            painter.setBrush(palette.color(role.Midlight))
            painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)
        painter.setPen(palette.color(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            # Not by the style, see ValueButton: all of its enums take a tenth of the start.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(ink), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), _ROUND_PX, _ROUND_PX)
