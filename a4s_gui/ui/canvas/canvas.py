"""The surface of the drawing: pyqtgraph's view box, and the user's gestures as signals.

pyqtgraph maps millimetres to pixels and repaints; its own mouse handling, menu, axes and automatic
range stay off, since a drawing to scale is moved by other rules than a plot.
"""

from __future__ import annotations

from typing import Protocol, cast

import PySide6.QtCore  # noqa: F401 - first: pyqtgraph takes the binding that is loaded already

# isort: split
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QStyleOptionGraphicsItem, QWidget

from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.ui.canvas.picture import screen_transform
from a4s_gui.ui.widgets.menus import is_by_key

_ZOOM_A_NOTCH = 1.2
_ANGLE_A_NOTCH = 120.0
"""Eighths of a degree that one notch of a wheel turns."""
_PIXELS_A_NOTCH = 60.0
"""Of touchpads that report pixels only."""
_PAN_A_KEY_PX = 48.0
_CLICK_PX = 4
"""A hand that clicks moves the mouse no further."""
_EVERYWHERE = QRectF(-1e4, -1e4, 2e4, 2e4)
"""Millimetres; a drawing's grid has no edge, so that panning never changes what an item covers."""

_PAN_KEYS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: _ZOOM_A_NOTCH,
    Qt.Key.Key_Equal: _ZOOM_A_NOTCH,
    Qt.Key.Key_Minus: 1 / _ZOOM_A_NOTCH,
    Qt.Key.Key_Underscore: 1 / _ZOOM_A_NOTCH,
}
_FIT_KEYS = {Qt.Key.Key_F, Qt.Key.Key_Home, Qt.Key.Key_0}
_PAN_BUTTONS = {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}


class Paintable(Protocol):
    """What paints in mm of the part: a picture, or a scene painter."""

    def paint(self, painter: QPainter) -> None:
        """Paint; the painter's unit is 1 mm of the part."""


class SceneItem(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """Everything that is drawn in the view box."""

    def __init__(self) -> None:
        super().__init__()
        self.layers: tuple[Paintable, ...] = ()
        """What the next painting shows, the lowest first."""
        self.to_px = QTransform()
        """Millimetres of the part to pixels of the view; the canvas sets it."""

    def boundingRect(self) -> QRectF:
        """Cover everything: the grid has no edge."""
        return _EVERYWHERE

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint all; the painter's unit is 1 mm of the part."""
        # pyqtgraph finds the scales along x and y by different ways, and they differ in their last
        # bit: enough for a hair line to fall into the next row, or for a dash to begin elsewhere
        # than in the picture that was made ready.
        painter.save()
        painter.setWorldTransform(self.to_px)
        for layer in self.layers:
            layer.paint(painter)
        painter.restore()


class Canvas(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """A view box over the whole widget. Pixels are logical ones from its upper left corner."""

    resized = Signal(float, float)
    """Width and height in pixels."""
    zoom_asked = Signal(float, float, float)
    """A factor, and the pixel that is to keep its place."""
    key_zoom_asked = Signal(float)
    """A factor."""
    pan_asked = Signal(float, float)
    """How far the drawing is to move, in pixels."""
    fit_asked = Signal()
    measure_asked = Signal()
    """Measuring is to begin, or to end."""
    pointed = Signal(object)
    """(x, y) of the mouse in pixels, or None when it has left."""
    clicked = Signal(float, float)
    """The left button was pressed and let go at a pixel, without dragging."""
    freed = Signal(bool)
    """Whether Shift is held, so that nothing is snapped to."""
    tip_asked = Signal(object)
    """The mouse has rested; its place on the screen as a QPoint."""
    menu_asked = Signal(object, bool)
    """The menu is asked for: its place on the screen as a QPoint, and whether by key."""
    about_to_paint = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = pg.ViewBox(
            lockAspect=True, enableMouse=False, invertY=True, enableMenu=False, defaultPadding=0
        )
        self._box.disableAutoRange()
        self.setCentralItem(self._box)
        # The drawing covers the whole view: comparing regions would cost more than it saves.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        # One stop of the keys: QGraphicsView makes its viewport another. Its proxy takes both over.
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._items: list[SceneItem] = []
        self._dragged_from: QPointF | None = None
        self._dragging = False
        self._measuring = False
        self._free = False
        self._rest_cursor()
        self.scene().sigPrepareForPaint.connect(self.about_to_paint)

    def add(self, item: SceneItem) -> None:
        """Put an item into the view box, above those that are there."""
        self._items.append(item)
        self._box.addItem(item, ignoreBounds=True)

    def set_viewport(self, viewport: Viewport) -> None:
        """Show the millimetres that a viewport of this widget's size shows."""
        area = viewport.area()
        half_width, half_height = area.width_mm / 2, area.height_mm / 2
        self._box.setRange(
            xRange=(area.x_mm - half_width, area.x_mm + half_width),
            yRange=(area.y_mm - half_height, area.y_mm + half_height),
            padding=0,
        )
        # Else pyqtgraph moves the items when it comes to painting, and all is painted twice.
        self._box.prepareForPaint()
        for item in self._items:
            item.to_px = screen_transform(viewport)

    def mm_at(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Return the millimetres that pyqtgraph shows at a pixel."""
        place = self._box.mapSceneToView(self.mapToScene(0, 0) + QPointF(x_px, y_px))
        return place.x(), place.y()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Say the new size."""
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls this itself, without an event, while it is made
            self.resized.emit(self.width(), self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the cursor; with Shift, or turned sideways, pan."""
        turned = event.angleDelta()
        dx, dy = turned.x() / _ANGLE_A_NOTCH, turned.y() / _ANGLE_A_NOTCH
        if turned.isNull():
            moved = event.pixelDelta()
            dx, dy = moved.x() / _PIXELS_A_NOTCH, moved.y() / _PIXELS_A_NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan_asked.emit((dx or dy) * _PAN_A_KEY_PX, 0.0)
        elif dy:
            place = event.position()
            self.zoom_asked.emit(_ZOOM_A_NOTCH**dy, place.x(), place.y())
        elif dx:
            self.pan_asked.emit(dx * _PAN_A_KEY_PX, 0.0)
        event.accept()

    def set_measuring(self, on: bool) -> None:  # noqa: FBT001 - as the slot that calls it
        """Take two quick clicks for two clicks, and show a cross to aim with."""
        self._measuring = on
        self._rest_cursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the drawing, or to click."""
        if event.button() in _PAN_BUTTONS:
            self._dragged_from = event.position()
            self._dragging = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the drawing, and say where the mouse is."""
        place = event.position()
        self._see_shift(event.modifiers())
        if self._dragged_from is not None:
            moved = place - self._dragged_from
            if self._dragging or moved.manhattanLength() > _CLICK_PX:
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._dragged_from = place
                self.pan_asked.emit(moved.x(), moved.y())
        self.pointed.emit((place.x(), place.y()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging; without having dragged, it was a click."""
        self._see_shift(event.modifiers())
        pressed = self._dragged_from is not None
        if not any(event.buttons() & button for button in _PAN_BUTTONS):
            self._dragged_from = None
            self._rest_cursor()
        if pressed and not self._dragging and event.button() is Qt.MouseButton.LeftButton:
            place = event.position()
            self.clicked.emit(place.x(), place.y())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole drawing; while measuring, begin the second click."""
        if self._measuring:
            self.mousePressEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.fit_asked.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_asked.emit(event.globalPos(), is_by_key(event))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse has left."""
        self.pointed.emit(None)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan by the arrows, zoom by plus and minus, fit by F, Home or 0, measure by M."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Shift:
            self._set_free(free=True)
        if key in _FIT_KEYS:
            self.fit_asked.emit()
        elif key == Qt.Key.Key_M:
            self.measure_asked.emit()
        elif key in _ZOOM_KEYS:
            self.key_zoom_asked.emit(_ZOOM_KEYS[key])
        elif key in _PAN_KEYS:
            dx, dy = _PAN_KEYS[key]
            self.pan_asked.emit(dx * _PAN_A_KEY_PX, dy * _PAN_A_KEY_PX)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Say that Shift is let go."""
        if event.key() == Qt.Key.Key_Shift:
            self._set_free(free=False)
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by a pinch on a touchpad; ask for the tool tip."""
        if event.type() is QEvent.Type.NativeGesture:
            gesture = cast(QNativeGestureEvent, event)
            if gesture.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                place = gesture.position()
                self.zoom_asked.emit(1.0 + gesture.value(), place.x(), place.y())
                return True
        if event.type() is QEvent.Type.ToolTip:
            self.tip_asked.emit(cast(QHelpEvent, event).globalPos())
            return True
        return bool(super().viewportEvent(event))

    def _see_shift(self, modifiers: Qt.KeyboardModifier) -> None:
        """Notice Shift that was pressed while the keys went elsewhere."""
        self._set_free(free=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def _set_free(self, *, free: bool) -> None:
        if free != self._free:
            self._free = free
            self.freed.emit(free)

    def _rest_cursor(self) -> None:
        cross, arrow = Qt.CursorShape.CrossCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(cross if self._measuring else arrow)
