"""The one painter: draws a scene with a QPainter, for the window and for every picture file."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.palette import Palette
from a4s_gui.drawing.scene import Circle, Line, Polygon, RectangleItem, Scene, Text
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.drawing.style import Style
from a4s_gui.render.qt.font import text_outlines
from a4s_gui.render.sink import Sink, draw_scene


class ScenePainter(Sink):
    """A scene made ready for painting in one palette: shapes of one style together.

    Painting it again costs no more than the drawing itself. ``finest_pen_mm`` is the thinnest pen
    that the device can show, in mm of paper: thinner ones are drawn this wide.
    """

    def __init__(self, scene: Scene, palette: Palette, finest_pen_mm: float = 0.0) -> None:
        self._scale = scene.scale
        self._palette = palette
        self._finest_pen_mm = finest_pen_mm
        self._runs: list[_Run] = []
        self._run: _Run | None = None
        self._looks: dict[Style, _Look] = {}
        self._look: _Look
        draw_scene(scene, self)

    def paint(self, painter: QPainter) -> None:
        """Draw the scene; the painter's unit is 1 mm of the part, its origin the scene's."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in self._runs:
            run.paint(painter)

    def begin_style(self, style: Style) -> None:
        """Take the pen and the brush of a style."""
        look = self._looks.get(style)
        if look is None:
            hair = style.pen_mm <= self._finest_pen_mm
            look = self._looks[style] = _Look(self._pen(style), self._brush(style), hair)
        self._look, self._run = look, None

    def rectangle(self, shape: RectangleItem) -> None:
        """Add a rectangle."""
        rect = shape.rect
        box = QRectF(rect.left_mm, rect.top_mm, rect.width_mm, rect.height_mm)
        self._run_of(QRectF).rects.append(box)

    def line(self, shape: Line) -> None:
        """Add a straight line."""
        line = QLineF(shape.x1_mm, shape.y1_mm, shape.x2_mm, shape.y2_mm)
        self._run_of(QLineF).lines.append(line)

    def polygon(self, shape: Polygon) -> None:
        """Add a closed polygon."""
        polygon = QPolygonF([QPointF(x, y) for x, y in shape.points_mm])
        self._run_of(QPolygonF).polygons.append(polygon)

    def circle(self, shape: Circle) -> None:
        """Add a circle."""
        path = QPainterPath()
        path.addEllipse(QPointF(shape.x_mm, shape.y_mm), shape.radius_mm, shape.radius_mm)
        self._run_of(QPainterPath).paths.append(path)

    def text(self, shape: Text) -> None:
        """Add a line of text, its letters as outlines."""
        placed = (text_transform(shape, self._scale), shape.text)
        self._run_of(Text).texts.append(placed)

    def _run_of(self, kind: type) -> _Run:
        """Return the run that neighbouring shapes of a kind and the style at hand share."""
        if self._run is None or self._run.kind is not kind:
            self._run = _Run(kind, self._look)
            self._runs.append(self._run)
        return self._run

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


class _Look(NamedTuple):
    """How the shapes of a style are drawn; ``hair`` lines are as thin as the device can show."""

    pen: QPen
    brush: QBrush
    hair: bool


class _Run:
    """Neighbouring shapes of one kind and style, drawn with one call."""

    def __init__(self, kind: type, look: _Look) -> None:
        self.kind = kind
        self.look = look
        self.rects: list[QRectF] = []
        self.lines: list[QLineF] = []
        self.polygons: list[QPolygonF] = []
        self.paths: list[QPainterPath] = []
        self.texts: list[tuple[QTransform, str]] = []

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.look.pen)
        painter.setBrush(self.look.brush)
        if self.rects:
            painter.drawRects(self.rects)
        if self.lines:
            # Smoothing would spread a hair line over two rows of pixels, each half as dark.
            level = self.look.hair and all(_is_level(line) for line in self.lines)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, not level)
            painter.drawLines(self.lines)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for polygon in self.polygons:
            painter.drawPolygon(polygon)
        for path in self.paths:
            painter.drawPath(path)
        if self.texts:
            base = painter.worldTransform()
            for place, text in self.texts:
                painter.setWorldTransform(place * base)
                for outline in text_outlines(text):
                    painter.drawPath(outline)
            painter.setWorldTransform(base)


def paint_sheet(
    painter: QPainter,
    scene: Scene,
    sheet: Sheet,
    palette: Palette,
    px_per_mm: float,
    *,
    finest_px: float = 1.0,
) -> None:
    """Draw a scene on its sheet, whose upper left corner is the painter's origin.

    The painter's unit is the device's pixel, of which there are ``px_per_mm`` to a millimetre of
    paper. Pens thinner than ``finest_px`` are drawn this wide.
    """
    painter.scale(px_per_mm * sheet.scale, px_per_mm * sheet.scale)
    painter.translate(-sheet.left_mm, -sheet.top_mm)
    ScenePainter(scene, palette, finest_pen_mm=finest_px / px_per_mm).paint(painter)


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
