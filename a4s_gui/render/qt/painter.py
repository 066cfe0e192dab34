"""The one painter: draws a scene with a QPainter, for the window and for every picture file."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.palette import Palette
from a4s_gui.drawing.scene import Circle, Line, Polygon, RectangleItem, Scene, Shape, Text
from a4s_gui.drawing.style import Style
from a4s_gui.render.qt.font import text_outlines


class ScenePainter:
    """A scene made ready for painting in one palette: shapes of one style together.

    Painting it again costs no more than the drawing itself.

    Parameters
    ----------
    scene
        What to draw.
    palette
        Its colours.
    finest_pen_mm
        The thinnest pen the device can show, in mm of paper: thinner ones are drawn this wide.
    """

    def __init__(self, scene: Scene, palette: Palette, finest_pen_mm: float = 0.0) -> None:
        self._scale = scene.scale
        self._palette = palette
        self._finest_pen_mm = finest_pen_mm
        self._runs: list[_Run] = []
        for shape in scene.shapes():
            self._add(shape)

    def paint(self, painter: QPainter) -> None:
        """Draw the scene; the painter's unit is 1 mm of the part, its origin the scene's."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in self._runs:
            run.paint(painter)

    def _add(self, shape: Shape) -> None:
        style = Style(shape.ink, fill=1.0) if isinstance(shape, Text) else shape.style
        kind = QPainterPath if isinstance(shape, Text | Circle) else type(shape)
        last = self._runs[-1] if self._runs else None
        if last is None or last.style != style or last.kind is not kind:
            hair = style.pen_mm <= self._finest_pen_mm
            last = _Run(style, kind, self._pen(style), self._brush(style), hair=hair)
            self._runs.append(last)
        last.add(shape, self._scale)

    def _pen(self, style: Style) -> QPen:
        if style.pen_mm <= 0:
            return QPen(Qt.PenStyle.NoPen)
        width_mm = max(style.pen_mm, self._finest_pen_mm)
        pen = QPen(QColor(self._palette.inks[style.ink]), width_mm / self._scale)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if strokes_mm := style.dash.strokes_mm:
            pen.setDashPattern([length / width_mm for length in strokes_mm])
        return pen

    def _brush(self, style: Style) -> QBrush:
        if style.fill <= 0:
            return QBrush(Qt.BrushStyle.NoBrush)
        colour = QColor(self._palette.inks[style.ink])
        colour.setAlphaF(style.fill)
        return QBrush(colour)


class _Run:
    """Neighbouring shapes of one kind and style, drawn with one call.

    ``hair`` lines are as thin as the device can show.
    """

    def __init__(
        self, style: Style, kind: type, pen: QPen, brush: QBrush, *, hair: bool = False
    ) -> None:
        self.style = style
        self.kind = kind
        self._pen = pen
        self._brush = brush
        self._hair = hair
        self._rects: list[QRectF] = []
        self._lines: list[QLineF] = []
        self._polygons: list[QPolygonF] = []
        self._paths: list[QPainterPath] = []
        self._texts: list[tuple[QTransform, tuple[QPainterPath, ...]]] = []

    def add(self, shape: Shape, scale: float) -> None:
        match shape:
            case RectangleItem():
                rect = shape.rect
                self._rects.append(QRectF(rect.left_mm, rect.top_mm, rect.width_mm, rect.height_mm))
            case Line():
                self._lines.append(QLineF(shape.x1_mm, shape.y1_mm, shape.x2_mm, shape.y2_mm))
            case Polygon():
                self._polygons.append(QPolygonF([QPointF(x, y) for x, y in shape.points_mm]))
            case Circle():
                centre = QPointF(shape.x_mm, shape.y_mm)
                path = QPainterPath()
                path.addEllipse(centre, shape.radius_mm, shape.radius_mm)
                self._paths.append(path)
            case Text():
                self._texts.append((text_transform(shape, scale), text_outlines(shape.text)))

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._brush)
        if self._rects:
            painter.drawRects(self._rects)
        if self._lines:
            # Smoothing would spread a hair line over two rows of pixels, each half as dark.
            level = self._hair and all(_is_level(line) for line in self._lines)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, not level)
            painter.drawLines(self._lines)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for polygon in self._polygons:
            painter.drawPolygon(polygon)
        for path in self._paths:
            painter.drawPath(path)
        if self._texts:
            base = painter.worldTransform()
            for place, outlines in self._texts:
                painter.setWorldTransform(place * base)
                for outline in outlines:
                    painter.drawPath(outline)
            painter.setWorldTransform(base)


def text_transform(text: Text, scale: float) -> QTransform:
    """Return what takes :func:`text_outlines` to a text's place, in mm of the part."""
    width_mm = text_width_mm(text.text, text.height_mm)
    place = QTransform.fromTranslate(text.x_mm, text.y_mm)
    if text.vertical:
        place.rotate(-90)
    place.scale(1 / scale, 1 / scale)
    place.translate(-text.before * width_mm, 0)
    place.scale(text.height_mm, text.height_mm)
    return place


def _is_level(line: QLineF) -> bool:
    return line.dx() == 0 or line.dy() == 0
