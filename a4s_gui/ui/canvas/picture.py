"""What a view shows of a drawing, ready to be painted, and pictures kept for the next choice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from a4s_gui.drawing.bounds import text_boxes
from a4s_gui.drawing.items.grid import grid_lines
from a4s_gui.drawing.palette import Palette
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.frozen import frozen
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.render.qt.painter import ScenePainter

_MOST_PIXELS_KEPT = 16_000_000
"""64 MB: some ten drawings in a large window, three on a whole screen of four times the pixels."""


@frozen(slots=False)
class RenderStyle:
    """How drawings look on a screen: colours, and device pixels to a logical one."""

    palette: Palette
    pixel_ratio: float


def screen_transform(viewport: Viewport) -> QTransform:
    """Return what takes millimetres of the part to logical pixels of a view."""
    transform = QTransform.fromTranslate(viewport.width_px / 2, viewport.height_px / 2)
    transform.scale(viewport.px_per_mm, viewport.px_per_mm)
    return transform.translate(-viewport.centre_x_mm, -viewport.centre_y_mm)


class Picture:
    """A scene in a viewport, above its strip.

    Painting works in mm of the part, or with a raster made before.
    """

    def __init__(
        self,
        scene: Scene,
        strip: Scene | None,
        viewport: Viewport,
        look: RenderStyle,
        like: Picture | None = None,
    ) -> None:
        self.scene = scene
        self.strip = strip
        self.viewport = viewport
        self.look = look
        self._raster: QPixmap | None = None
        self.pixel_mm = 1 / (viewport.paper_px_per_mm * look.pixel_ratio)
        self._drawing: ScenePainter = (
            like._drawing
            if like and self._draws_like(like)
            else ScenePainter(scene, look.palette, self.pixel_mm)
        )
        self._strip = ScenePainter(self.strip, look.palette, self.pixel_mm) if self.strip else None
        self._grid: ScenePainter | None = None
        if scene.has_grid:  # it has no edge: it is drawn for what the view shows
            texts = text_boxes(scene.items, scene.scale)
            lines = grid_lines(viewport.area(), viewport.scale, texts)
            under = Scene(viewport.scale, lines, viewport.area())
            self._grid = ScenePainter(under, look.palette, self.pixel_mm)

    @property
    def ready(self) -> bool:
        """Whether painting is only copying."""
        return self._raster is not None

    @property
    def pixels(self) -> int:
        """How many device pixels the view has."""
        return round(self.viewport.width_px * self.viewport.height_px * self.look.pixel_ratio**2)

    def _draws_like(self, other: Picture) -> bool:
        return (self.scene is other.scene) and (self.look, self.pixel_mm) == (
            other.look,
            other.pixel_mm,
        )

    @property
    def clear_mm(self) -> Rectangle:
        """What of the drawing is seen above the strip."""
        area = self.viewport.area()
        high_mm = self.strip.bounds.height_mm if self.strip else 0.0
        return Rectangle.from_edges(
            area.left_mm, area.top_mm, area.right_mm, area.bottom_mm - high_mm
        )

    def paint(self, painter: QPainter) -> None:
        """Paint over the whole view; the painter's unit is 1 mm of the part."""
        if self._raster is not None:
            painter.save()
            painter.resetTransform()
            painter.drawPixmap(QPointF(0, 0), self._raster)
            painter.restore()
            return
        if self._grid is not None:
            self._grid.paint(painter)
        self._drawing.paint(painter)
        if self._strip is not None:
            clear = self.clear_mm
            painter.save()
            painter.translate(clear.left_mm, clear.bottom_mm)
            self._strip.paint(painter)
            painter.restore()

    def paint_on_screen(self, painter: QPainter) -> None:
        """Paint over the whole view; the painter's unit is a logical pixel."""
        painter.setWorldTransform(screen_transform(self.viewport), combine=True)
        self.paint(painter)

    def rasterise(self) -> None:
        """Paint once for all, so that painting from now on is copying pixels."""
        viewport, ratio = self.viewport, self.look.pixel_ratio
        raster = QPixmap(round(viewport.width_px * ratio), round(viewport.height_px * ratio))
        raster.setDevicePixelRatio(ratio)
        raster.fill(QColor(self.look.palette.background))
        painter = QPainter(raster)
        # As a widget is painted: without a clip Qt blends translucent fills one level off.
        painter.setClipRect(QRectF(0, 0, viewport.width_px, viewport.height_px))
        self.paint_on_screen(painter)
        painter.end()
        self._raster = raster


class PictureCache:
    """Drawings made ready for one size and look of the view, until too many pixels are kept."""

    def __init__(self) -> None:
        self._kept: list[tuple[ScreenLayout, Picture]] = []

    def find(self, spec: DrawingSpec) -> tuple[ScreenLayout, Picture] | None:
        """Return what is ready for a drawing, if anything."""
        for i, (layout, _) in enumerate(self._kept):
            if layout.spec == spec:
                self._kept.append(self._kept.pop(i))
                return self._kept[-1]
        return None

    def room_for(self, picture: Picture) -> int:
        """Return how many drawings of a picture's size can be kept at a time."""
        return _MOST_PIXELS_KEPT // max(picture.pixels, 1)

    def keep(self, layout: ScreenLayout, picture: Picture) -> None:
        """Keep a drawing; those that were not used for longest go."""
        self._kept.append((layout, picture))
        while sum(kept.pixels for _, kept in self._kept) > _MOST_PIXELS_KEPT:
            del self._kept[0]

    def clear(self) -> None:
        """Drop everything: size or look of the view have changed."""
        self._kept.clear()
