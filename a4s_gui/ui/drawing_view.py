"""The drawing on the screen: the chosen pair to scale, zoomed, panned and pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from a4s_gui.drawing.grid import grid_lines
from a4s_gui.drawing.painter import ScenePainter
from a4s_gui.drawing.palette import LIGHT, Palette
from a4s_gui.drawing.scene import Box, Ink, Layer, Placed, Scene, Style
from a4s_gui.drawing.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.views import build_scene
from a4s_gui.geometry.shapes import Rect
from a4s_gui.ui.canvas import Canvas, SceneItem
from a4s_gui.ui.pad_tip import HoveredPad, hovered_pad, nearest_placed, pad_tip
from a4s_gui.ui.viewport import Viewport, screen_px_per_mm, within_limits

_HIGHLIGHT = Style(Ink.HIGHLIGHT, pen_mm=0.5, fill=0.45)
_ALL_BUT_THE_GRID = frozenset(Layer) - {Layer.GRID}
"""The grid on the screen has no edge; it is drawn for what the view shows."""
_READABLE_SCALE = 8.0
"""A view too small for the drawing at this scale shows the whole sheet smaller instead: laid out
for a smaller scale, lettering would take all the room and the part none."""


class DrawingView(QWidget):
    """Shows one drawing at a time, at a scale that the user changes and the view keeps.

    Text and arrows keep their size on the screen while the part grows, as in a CAD program. Until
    the user zooms or pans, every drawing is fitted into the view; after that the view stays where
    it is as long as the part can be seen there.
    """

    cursor_moved = Signal(object)
    """(x, y) in mm from the centre of the nearest half, x to the right, y down; None outside."""
    scale_changed = Signal(float)
    """n of n:1."""
    pad_hovered = Signal(object)
    """The :class:`~a4s_gui.ui.pad_tip.HoveredPad` under the cursor, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: DrawingSpec | None = None
        self._scene: Scene | None = None
        self._palette = LIGHT
        self._follows_fit = True
        self._fitted = self._viewport = Viewport(1.0, 1.0, self._paper_px_per_mm(), 1.0)
        self._layout_scale = 1.0
        self._hovered: HoveredPad | None = None
        self._pointer_px: tuple[float, float] | None = None
        self._scene_made_for: tuple[DrawingSpec, float, float] | None = None
        self._painter: ScenePainter | None = None
        self._painter_made_for: tuple[object, ...] = ()
        self._stale = True
        self._canvas = Canvas()
        self._canvas.setAccessibleName("Drawing")
        self._drawing = SceneItem()
        self._canvas.add(self._drawing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas)
        self.setFocusProxy(self._canvas)
        self.setMinimumSize(QSize(200, 160))
        self.set_palette(LIGHT)
        self._canvas.resized.connect(self._resize)
        self._canvas.zoom_asked.connect(self._zoom)
        self._canvas.key_zoom_asked.connect(self.zoom_by)
        self._canvas.pan_asked.connect(self._pan)
        self._canvas.fit_asked.connect(self.fit)
        self._canvas.pointed.connect(self._point)
        self._canvas.tip_asked.connect(self._show_tip)
        self._canvas.about_to_paint.connect(self._prepare)

    @property
    def canvas(self) -> Canvas:
        """The surface that is painted and takes the mouse and the keys."""
        return self._canvas

    @property
    def viewport(self) -> Viewport:
        """What is shown where, at what scale."""
        return self._viewport

    @property
    def scene(self) -> Scene | None:
        """The drawing at the present scale; ``None`` before the first."""
        return self._scene

    @Slot(object)
    def show_spec(self, spec: DrawingSpec) -> None:
        """Show another drawing, or the same with other layers."""
        before, self._spec = self._spec, spec
        if before is not None and before.pair is spec.pair and before.view is spec.view:
            # Layers that come and go do not move the drawing, as long as they find room.
            scene = self._build(spec, self._viewport)
            if not self._follows_fit or self._viewport.shows_all(scene.bounds):
                self._look(self._viewport)
                return
        self._lay_out()

    @Slot()
    def fit(self) -> None:
        """Show the whole drawing as large as it fits, and keep it so until the user zooms."""
        self._follows_fit = True
        self._lay_out()

    @Slot(float)
    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the view, or about the cursor where it is over the drawing."""
        middle = (self._viewport.width_px / 2, self._viewport.height_px / 2)
        self._zoom(factor, *(self._pointer_px or middle))

    @Slot(object)
    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._canvas.setBackground(palette.background)
        self._repaint()

    def event(self, event: QEvent) -> bool:
        """Keep the scale true when the window moves to a screen of another resolution."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._resize(self._viewport.width_px, self._viewport.height_px)
        return super().event(event)

    def _paper_px_per_mm(self) -> float:
        return screen_px_per_mm(self.logicalDpiX())

    def _resize(self, width_px: float, height_px: float) -> None:
        paper_px_per_mm = self._paper_px_per_mm()
        seen = self._viewport
        self._viewport = Viewport(
            width_px,
            height_px,
            paper_px_per_mm,
            seen.scale * paper_px_per_mm,
            seen.centre_x_mm,
            seen.centre_y_mm,
        )
        if self._spec is None:
            self._look(self._viewport)
        else:
            self._lay_out()

    def _zoom(self, factor: float, x_px: float, y_px: float) -> None:
        scale = within_limits(self._viewport.scale * factor, self._fitted.scale)
        self._move(self._viewport.zoomed(scale, x_px, y_px))

    def _pan(self, dx_px: float, dy_px: float) -> None:
        self._move(self._viewport.panned(dx_px, dy_px))

    def _move(self, viewport: Viewport) -> None:
        """Go where the user wants to, as far as the drawing stays in view."""
        if self._spec is not None:
            self._follows_fit = False
            self._look(viewport.holding(self._build(self._spec, viewport).bounds))

    def _lay_out(self) -> None:
        """Fit the drawing to the view, and show that or what the user had zoomed to."""
        if self._spec is None:
            return
        seen, before = self._viewport, self._scene
        self._fitted = self._fit(self._spec)
        if not self._follows_fit and before is not None:
            seen = seen.at_scale(within_limits(seen.scale, self._fitted.scale))
            scene = self._build(self._spec, seen)
            seen = _following(seen, before, scene).holding(scene.bounds)
            if any(seen.shows(_bounds(placed)) for placed in scene.placed):
                self._look(seen)
                return
        self._follows_fit = True
        self._build(self._spec, self._fitted)
        self._look(self._fitted)

    def _fit(self, spec: DrawingSpec) -> Viewport:
        """Return the view of the whole drawing; the halves are laid out for it from now on."""
        viewport = self._viewport
        width_mm, height_mm = viewport.paper_mm
        fitting = fitting_scale(lambda scale: build_scene(spec, scale), width_mm, height_mm)
        scale = self._layout_scale = max(fitting, _READABLE_SCALE)
        sheet = sheet_around(build_scene(spec, scale))
        smaller = min(1.0, width_mm / sheet.width_mm, height_mm / sheet.height_mm)
        area = sheet.area()
        return viewport.at_scale(scale * smaller).centred(area.x_mm, area.y_mm)

    def _build(self, spec: DrawingSpec, viewport: Viewport) -> Scene:
        """Return the drawing for a view's scale; below the fitted one lettering shrinks, too."""
        scale = max(viewport.scale, self._layout_scale)
        made_for = (spec, scale, self._layout_scale)
        if self._scene is None or made_for != self._scene_made_for:
            self._scene_made_for = made_for
            self._scene = build_scene(*made_for)
        return self._scene

    def _look(self, viewport: Viewport) -> None:
        rescaled = viewport.scale != self._viewport.scale
        self._viewport = viewport
        self._canvas.look(viewport)
        self._repaint()
        if rescaled:
            self.scale_changed.emit(viewport.scale)
        self._point(self._pointer_px)

    def _repaint(self) -> None:
        self._stale = True
        self._drawing.update()

    def _prepare(self) -> None:
        """Make ready what is about to be painted, once for all changes since the last time."""
        if not self._stale or self._scene is None or self._spec is None:
            return
        self._stale = False
        scene, viewport, palette = self._scene, self._viewport, self._palette
        pixel_mm = 1 / (viewport.paper_px_per_mm * self.devicePixelRatioF())
        # The scene's paper is shown smaller where the view has no room for it.
        finest_mm = pixel_mm * scene.scale / viewport.scale
        made_for = (scene, palette, finest_mm)
        if self._painter is None or not _same(made_for, self._painter_made_for):
            self._painter_made_for = made_for
            self._painter = ScenePainter(scene.only(_ALL_BUT_THE_GRID), palette, finest_mm)
        grid: tuple[ScenePainter, ...] = ()
        if Layer.GRID in self._spec.layers:
            lines = grid_lines(viewport.area(), viewport.scale)
            under = Scene(viewport.scale, lines, viewport.area())
            grid = (ScenePainter(under, palette, pixel_mm),)
        over: tuple[ScenePainter, ...] = ()
        if self._hovered is not None:
            mark = Box(Layer.COPPER, self._hovered.copper, _HIGHLIGHT)
            over = (ScenePainter(Scene(viewport.scale, (mark,), mark.rect), palette, pixel_mm),)
        self._drawing.painters = (*grid, self._painter, *over)

    def _point(self, place_px: tuple[float, float] | None) -> None:
        """Follow the mouse, or the drawing that moves under it."""
        self._pointer_px = place_px
        scene, place, hovered = self._scene, None, None
        if place_px is not None and scene is not None:
            x_mm, y_mm = self._viewport.to_mm(*place_px)
            hovered = hovered_pad(scene, x_mm, y_mm)
            nearest = nearest_placed(scene, x_mm, y_mm)
            place = (x_mm - nearest.x_mm, y_mm - nearest.y_mm) if nearest else (x_mm, y_mm)
        self.cursor_moved.emit(place)
        if hovered != self._hovered:
            self._hovered = hovered
            self.pad_hovered.emit(hovered)
            self._repaint()

    def _show_tip(self, place: QPoint) -> None:
        if self._hovered is None:
            QToolTip.hideText()
            return
        copper = self._hovered.copper
        left, top = self._viewport.to_px(copper.left_mm, copper.top_mm)
        right, bottom = self._viewport.to_px(copper.right_mm, copper.bottom_mm)
        stays_over = QRect(QPoint(int(left), int(top)), QPoint(int(right), int(bottom)))
        QToolTip.showText(place, pad_tip(self._hovered), self._canvas.viewport(), stays_over)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(a is b or a == b for a, b in zip(one, other, strict=True))


def _bounds(placed: Placed) -> Rect:
    return placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)


def _following(seen: Viewport, before: Scene, after: Scene) -> Viewport:
    """Return a view that stands to a half of the new scene as it stood to that of the old one."""
    left = nearest_placed(before, seen.centre_x_mm, seen.centre_y_mm)
    if left is None:
        return seen
    half = left.footprint.half
    for placed in after.placed:
        if placed.footprint.half is half:
            return seen.centred(
                seen.centre_x_mm + placed.x_mm - left.x_mm,
                seen.centre_y_mm + placed.y_mm - left.y_mm,
            )
    return seen
