"""The drawing on the screen: the chosen pair to scale, zoomed, panned and pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from a4s_gui.debug_log import timed
from a4s_gui.drawing.items.lit_figure import lit_items
from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.palette import LIGHT, Palette
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.description import describe_drawing
from a4s_gui.drawing.screen.layout import lay_out, screen_spec, still_fits
from a4s_gui.drawing.screen.screen_layout import ScreenLayout, following
from a4s_gui.drawing.screen.viewport import LARGEST_SCALE, Viewport, screen_px_per_mm
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.frozen import replace
from a4s_gui.render.qt.font import text_outlines
from a4s_gui.session.settings_table import DRAWING_SCALE
from a4s_gui.session.shown_board import FoundPad
from a4s_gui.ui.canvas.canvas import Canvas, Paintable, SceneItem
from a4s_gui.ui.canvas.overlay import Overlay, found_items, found_styles
from a4s_gui.ui.canvas.picture import Picture, PictureCache, RenderStyle
from a4s_gui.ui.canvas.pointing import Pointing
from a4s_gui.ui.widgets.announce import describe_as_graphic
from a4s_gui.ui.widgets.layouts import fill_box
from a4s_gui.ui.widgets.spare_time import SpareTime

_MOST_WAYS = 6
"""So many layouts of different kinds are kept to suppose scales from: of two views or three, the
halves side by side and not, with a tape and without."""


class DrawingView(QWidget):
    """Shows one drawing at a time, at a scale that the user changes and the view keeps.

    Text and arrows keep their size on the screen while the part grows, as in a CAD program. Until
    the user zooms or pans, every drawing is fitted into the view, whatever changes. After that the
    view stays where it is, for the other pairs too that are shown well there; another kind of view
    is fitted anew. The smallest scale is that of the whole drawing.

    ``near`` is a scale at which the first drawing may fit, n of n:1.

    A drawing font that is missing or damaged is a :class:`ResourceError`.
    """

    scale_changed = Signal(float)
    """n of n:1."""
    _resized = Signal()

    def __init__(self, near: float = DRAWING_SCALE.default, parent: QWidget | None = None) -> None:
        text_outlines("0")  # where the font is missing, better now than while painting
        super().__init__(parent)
        self._near = near
        self._asked: DrawingSpec | None = None
        self._layout: ScreenLayout | None = None
        self._left: ScreenLayout | None = None
        """What a layer has moved: without it the drawing goes back there."""
        self._scene: Scene | None = None
        self._picture: Picture | None = None
        self._painted: Picture | None = None
        self._viewport = Viewport(1.0, 1.0, screen_px_per_mm(self.logicalDpiX()), 1.0)
        self._look = RenderStyle(LIGHT, 1.0)
        self._follows_fit = True
        self._is_resized = False
        self._shelf = PictureCache()
        self._laid_out: list[ScreenLayout] = []
        self._expected: list[DrawingSpec] = []
        self._described: tuple[DrawingSpec, Scene] | None = None
        self._found_pads: tuple[FoundPad, ...] = ()
        self._lit_figure = ""
        self._labels: tuple[Picture, OverLabels] | None = None
        self._spare_time = SpareTime(self._prefetch_next, self)
        self.canvas = Canvas()
        """The surface that is painted and takes the mouse and the keys."""
        self.pointing = Pointing(self.canvas, self)
        """What the mouse means: pads, and places to measure between."""
        self.canvas.setAccessibleName("Drawing")
        describe_as_graphic(self.canvas)
        self._drawing = SceneItem()
        self.canvas.add(self._drawing)
        fill_box(QVBoxLayout(self), self.canvas)
        self.setFocusProxy(self.canvas)
        self.setMinimumSize(QSize(200, 160))
        self.set_palette(LIGHT)
        self.canvas.resized.connect(self._resize)
        # Queued, it comes before a paint, and after all sizes that a window's layout goes through.
        self._resized.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self.canvas.zoom_asked.connect(self._zoom)
        self.canvas.key_zoom_asked.connect(self.zoom_by)
        self.canvas.pan_asked.connect(self._pan)
        self.canvas.fit_asked.connect(self.fit)
        self.pointing.changed.connect(lambda: self._repaint(self._picture))
        self.canvas.about_to_paint.connect(self._prepare)

    @property
    def viewport(self) -> Viewport:
        """What is shown where, at what scale."""
        self._catch_up()
        return self._viewport

    @property
    def fitted_scale(self) -> float:
        """At which all of the drawing is shown, n of n:1."""
        self._catch_up()
        return self._layout.scale if self._layout else self._near

    @property
    def spec(self) -> DrawingSpec | None:
        """What is drawn, as it was asked for."""
        return self._asked

    @property
    def strip_px(self) -> float:
        """How high the strip below the drawing is, with scale bar, legend and notes."""
        self._catch_up()
        return self._layout.strip_px if self._layout else 0.0

    @property
    def follows_fit(self) -> bool:
        """Whether all is shown, as large as it fits, until the user zooms or pans."""
        self._catch_up()
        return self._follows_fit

    @property
    def scene(self) -> Scene | None:
        """The drawing at the present scale; ``None`` before the first."""
        self._catch_up()
        return self._scene

    @Slot(object)
    def show_spec(self, spec: DrawingSpec) -> None:
        """Show another drawing, or the same with other layers."""
        self._catch_up()
        before, self._asked = self._asked, spec
        if spec == before and self._scene is not None:
            return
        if before is None or before.view is not spec.view:
            self._follows_fit = True
        elif before.pair is spec.pair and self._layout and self._scene:
            # Layers and numbers that come and go move no view that the user chose, nor needlessly
            # one that is fitted.
            wanted = screen_spec(spec, self._viewport)
            if self._follows_fit and self._left and self._left.is_for(wanted, self._viewport):
                self._layout, self._left = self._left, None
                self._show(self._layout.fitted, self._layout.scene)
                return
            layout = self._layout.with_spec(wanted)
            scene = layout.scene_at(self._viewport.scale)
            if not self._follows_fit or still_fits(layout, self._viewport, scene):
                seen = following(self._viewport, self._scene, scene)
                self._layout = layout
                self._show(seen, scene)
                return
            self._left = self._layout
        self._lay_out()

    def show_board(self, spec: DrawingSpec, pads: tuple[FoundPad, ...]) -> None:
        """Show a drawing with the pads that a board has over it, which its legend names."""
        over = found_styles(pads, spec.view.halves)
        self.show_spec(replace(spec, over=over) if over else spec)
        self.show_found_pads(pads)

    def show_found_pads(self, pads: tuple[FoundPad, ...]) -> None:
        """Lay the outlines of pads that a board has over the drawing."""
        if pads != self._found_pads:
            self._found_pads = pads
            self._repaint(self._picture)

    def light(self, figure: str) -> None:
        """Light up a figure of the land pattern, by its name; empty for none."""
        if figure != self._lit_figure:
            self._lit_figure = figure
            self._repaint(self._picture)

    @Slot(object)
    def prefetch(self, specs: Sequence[DrawingSpec]) -> None:
        """Make drawings ready while nothing else is to do, the likeliest next choice first."""
        self._expected = list(specs)
        self._spare_time.wait_for_it()

    def take_over(self, layout: ScreenLayout, picture: Picture) -> None:
        """Have at hand what was shown in the view's place before; of another size it is of no use.

        That is how the window begins.
        """
        if layout.is_as_large(self._viewport) and picture.look == self._look:
            self._laid_out = [layout]
            self._shelf.keep(layout, picture)

    def is_ready(self, spec: DrawingSpec) -> bool:
        """Return whether a drawing could be shown fitted at once."""
        return self._shelf.find(screen_spec(spec, self._viewport)) is not None

    @Slot()
    def fit(self) -> None:
        """Show the whole drawing as large as it fits, and keep it so until the user zooms."""
        self._follows_fit = True
        self._lay_out()

    @Slot(float)
    def zoom_by(self, factor: float) -> None:
        """Zoom about the cursor where it is over the drawing, else about the middle."""
        middle = (self._viewport.width_px / 2, self._viewport.height_px / 2)
        self._zoom(factor, *(self.pointing.place_px or middle))

    @Slot(object)
    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._look = replace(self._look, palette=palette)
        self._shelf.clear()
        self.canvas.setBackground(palette.background)
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End what was begun by pointing with Escape, copy what is measured with Ctrl+C."""
        escaped = event.key() == Qt.Key.Key_Escape and self.pointing.escape()
        copied = event.matches(QKeySequence.StandardKey.Copy) and self.pointing.copy()
        if not escaped and not copied:
            super().keyPressEvent(event)

    def _resize(self, width_px: float, height_px: float) -> None:
        seen = self._viewport
        pixel_ratio, px_per_mm = self._resolution()
        self._look = replace(self._look, pixel_ratio=pixel_ratio)
        self._shelf.clear()
        self._viewport = Viewport(
            width_px,
            height_px,
            px_per_mm,
            seen.scale * px_per_mm,
            seen.centre_x_mm,
            seen.centre_y_mm,
        )
        if not self._is_resized:
            self._is_resized = True
            self._resized.emit()

    @Slot()
    def _catch_up(self) -> None:
        """Lay the drawing out for the size that the view has by now.

        A window goes through several sizes of it until all around has its place.
        """
        if self._is_resized:
            self._is_resized = False
            self.canvas.set_viewport(self._viewport)
            self._lay_out()

    def _resolution(self) -> tuple[float, float]:
        """Return device pixels to a logical one, and logical ones to a millimetre of paper."""
        return self.devicePixelRatioF(), screen_px_per_mm(self.logicalDpiX())

    def _zoom(self, factor: float, x_px: float, y_px: float) -> None:
        self._catch_up()
        scale = min(self._viewport.scale * factor, LARGEST_SCALE)
        if self._layout is not None and scale <= self._layout.scale:
            self.fit()
        else:
            self._move(self._viewport.zoomed(scale, x_px, y_px))

    def _pan(self, dx_px: float, dy_px: float) -> None:
        self._catch_up()
        self._move(self._viewport.panned(dx_px, dy_px))

    def _move(self, viewport: Viewport) -> None:
        """Go where the user wants to, as far as the drawing stays in view."""
        if self._layout is None or self._scene is None:
            return
        self._follows_fit = False
        scene = self._scene
        if viewport.scale != self._viewport.scale:
            scene = self._layout.scene_at(viewport.scale)
        self._show(viewport.holding(scene.bounds), scene)

    def _lay_out(self) -> None:
        """Fit the drawing to the view, and show that or what the user had zoomed to."""
        if self._asked is None:
            return
        spec = screen_spec(self._asked, self._viewport)
        ready = self._shelf.find(spec)
        near = self.fitted_scale if self._painted else self._near
        with timed("drawing", "layout"):
            self._layout = ready[0] if ready else self._laid_out_near(spec, near)
        fitted = self._layout.fitted
        if not self._follows_fit and self._scene is not None:
            scene = self._layout.scene_at(max(self._viewport.scale, fitted.scale))
            seen = following(self._viewport, self._scene, scene)
            if self._layout.shows_well(seen, scene):
                self._show(seen.holding(scene.bounds), scene)
                return
        self._follows_fit = True
        self._show(fitted, self._layout.scene, ready[1] if ready else None)

    def _laid_out_near(self, spec: DrawingSpec, near: float) -> ScreenLayout:
        """Lay a drawing out; what is shown and the last of each other kind suggest its scale."""
        shown = [self._layout] if self._layout else []
        layout = lay_out(spec, self._viewport, near, [*shown, *self._laid_out])
        others = (before for before in self._laid_out if not before.is_like(layout.drawn))
        self._laid_out = [layout, *others][:_MOST_WAYS]
        return layout

    def _show(self, viewport: Viewport, scene: Scene, picture: Picture | None = None) -> None:
        rescaled = viewport.scale != self._viewport.scale
        self._viewport, self._scene = viewport, scene
        self.canvas.set_viewport(viewport)
        self._repaint(picture)
        if rescaled:
            self.scale_changed.emit(viewport.scale)
        if self._asked is not None:
            self.pointing.update_scene(self._asked, scene, viewport, self.strip_px)
            self._describe(self._asked, scene)

    def _describe(self, spec: DrawingSpec, scene: Scene) -> None:
        """Say in words what is drawn; while it is only moved that stays the same."""
        before = self._described
        if before is None or before[0] is not spec or before[1] is not scene:
            self._described = (spec, scene)
            text = describe_drawing(spec, scene, self._viewport.scale)
            self.canvas.setAccessibleDescription(text)

    def _repaint(self, picture: Picture | None = None) -> None:
        """Paint soon: a picture that is ready, or one that is made when it comes to it."""
        self._picture = picture
        self._drawing.layers = ()
        self._drawing.update()

    def _prepare(self) -> None:
        """Make what is about to be painted, once for all changes since the last time."""
        seen = self._viewport
        if (self._look.pixel_ratio, seen.paper_px_per_mm) != self._resolution():
            # The window has moved to a screen of another resolution.
            self._resize(seen.width_px, seen.height_px)
        self._catch_up()
        if self._drawing.layers or self._scene is None or self._layout is None:
            return
        if self._picture is None:
            with timed("drawing", "picture"):
                self._picture = self._made(self._layout, self._scene)
            self._spare_time.wait_for_it()
        self._painted = self._picture
        self._drawing.layers = (self._picture, *self._overlay(self._picture))

    def _made(self, layout: ScreenLayout, scene: Scene) -> Picture:
        """Return the picture of what is shown; that of a whole drawing is kept for the next time.

        It is painted once then, and copied from now on.
        """
        strip = layout.strip_of(scene)
        picture = Picture(scene, strip, self._viewport, self._look, self._painted)
        if picture.viewport == layout.fitted and scene is layout.scene:
            picture.rasterise()
            self._shelf.keep(layout, picture)
        return picture

    def _overlay(self, picture: Picture) -> Sequence[Paintable]:
        seen, scene = picture.viewport, self._scene
        if scene is None:
            return ()
        if self._labels is None or self._labels[0] is not picture:
            text_mm = ON_PAPER.at_least(seen.least_lettering_mm).text_mm
            made = OverLabels(seen.scale, picture.clear_mm, text_mm, scene.items)
            self._labels = (picture, made)
        labels = self._labels[1]
        labels.clear()
        found = found_items(scene, self._found_pads)
        lit = lit_items(scene.placed, self._lit_figure, labels)
        # The outline of a pad that deviates is seen where its finding has it selected.
        items = [*lit, *self.pointing.items(labels), *found]
        return (Overlay(items, picture),) if items else ()

    def _prefetch_next(self) -> None:
        """Raster what is shown, then what is expected, one drawing at a time."""
        picture, layout = self._picture, self._layout
        if picture is None or layout is None or not self.isVisible():
            return
        if not picture.ready:
            with timed("drawing", "raster"):
                picture.rasterise()
            self._spare_time.go_on()
        elif self._follows_fit:
            beside = self._shelf.room_for(picture) - 1
            wanted = (screen_spec(spec, self._viewport) for spec in self._expected[:beside])
            missing = next((spec for spec in wanted if self._shelf.find(spec) is None), None)
            if missing is not None:
                layout = self._laid_out_near(missing, layout.scale)
                picture = Picture(layout.scene, layout.strip, layout.fitted, self._look)
                picture.rasterise()
                self._shelf.keep(layout, picture)
                self._spare_time.go_on()
