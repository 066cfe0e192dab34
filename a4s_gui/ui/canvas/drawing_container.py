"""The place of the drawing: a picture of it at first, then the view that can be moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from a4s_gui.catalog.model import Pair
from a4s_gui.debug_log import timed
from a4s_gui.drawing.palette import Palette
from a4s_gui.drawing.screen.layout import lay_out, screen_spec
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.viewport import ZOOM_STEP, Viewport, screen_px_per_mm
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.session.changes import Field
from a4s_gui.session.selectors import board_over
from a4s_gui.ui.canvas.picture import Picture, RenderStyle
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.widgets.layouts import fill_box

if TYPE_CHECKING:
    from a4s_gui.ui.canvas.drawing_view import DrawingView

_AFTER_PANELS_MS = 20
"""The panels are made first: loading the view takes longer than all of them."""
_DRAWN: tuple[Field, ...] = (
    "pair_id",
    "view",
    "layers",
    "numbering",
    "seen_from",
    "from_below",
    "pattern",
    "pad",
    "board",
    "lit_figure",
)
"""What the drawing follows."""


class DrawingContainer(LazyPanel):
    """Loads the drawing late and passes on to it what the window asks for.

    ``neighbours`` returns the pairs that may be chosen next, the likeliest first; ``near`` is a
    scale at which the first drawing may fit, n of n:1.
    """

    made = Signal(object)
    """The :class:`~a4s_gui.ui.canvas.drawing_view.DrawingView`, before it shows anything."""
    ready = Signal()
    """The drawing is in its place."""
    failed = Signal(str)
    """Why there is no drawing, in one line."""

    def __init__(
        self,
        controller: Controller,
        palette: Palette,
        neighbours: Callable[[], Sequence[Pair]],
        near: float,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._palette = palette
        self._neighbours = neighbours
        self._near = near
        self._shown_first: tuple[ScreenLayout, Picture] | None = None
        self._view: DrawingView | None = None
        self._soon.setInterval(_AFTER_PANELS_MS)
        self.setMinimumSize(200, 160)
        self._column = fill_box(QVBoxLayout(self))
        controller.follow(_DRAWN, self.show_choice)

    @property
    def view(self) -> DrawingView | None:
        """The drawing; ``None`` until the window has been painted once."""
        return self._view

    def show_choice(self) -> None:
        """Draw what is chosen; its neighbours are what is chosen next, mostly."""
        spec = self._controller.spec
        if self._view is None or spec is None:
            return
        state = self._controller.state
        board = board_over(state, spec.pair)
        self._view.show_board(spec, board.pads if board else ())
        self._view.light(state.lit_figure)
        self._view.pointing.select(state.pad)
        self._view.prefetch([replace(spec, pair=pair, nets={}) for pair in self._neighbours()])

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        if self._view is not None:
            self._view.set_palette(palette)

    def fit(self) -> None:
        """Show the whole drawing."""
        if self._view is not None:
            self._view.fit()

    def zoom(self, steps: int) -> None:
        """Show the drawing larger by some steps, or smaller."""
        if self._view is not None:
            self._view.zoom_by(ZOOM_STEP**steps)

    @property
    def is_measuring(self) -> bool:
        """Whether clicks measure."""
        return self._view is not None and self._view.pointing.measurement is not None

    @property
    def has_lengths(self) -> bool:
        """Whether something is measured that could be copied."""
        measured = self._view.pointing.measurement if self._view else None
        return measured is not None and bool(measured.text)

    def measure(self, *, on: bool) -> None:
        """Have clicks measure, or select pads."""
        if self._view is not None:
            self._view.pointing.set_measuring(on)
            self._view.setFocus()

    def copy_lengths(self) -> None:
        """Copy what is measured."""
        if self._view is not None:
            self._view.pointing.copy()

    def escape(self) -> bool:
        """End what was begun by pointing; False where nothing was."""
        return self._view is not None and self._view.pointing.escape()

    def update_view(self) -> None:
        """Load the view where that has not been done.

        pyqtgraph takes 0.3 s to load: the window with the drawing is on the screen by then.
        """
        if self._view is None:
            with timed("drawing", "loading"):
                self._load()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the drawing with the window's first paint; the view covers it afterwards."""
        if self._view is None:
            self._paint_first()
        super().paintEvent(event)

    def show_problem(self, error: A4sError) -> None:
        """Say why there is no drawing."""
        self.failed.emit(str(error))

    def _paint_first(self) -> None:
        spec = self._controller.spec
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.background))
        # Loading the view says what is wrong with the font.
        with suppress(A4sError), timed("drawing", "first picture"):
            if spec is not None:
                self._shown_first = _first_picture(spec, self, self._palette, self._near)
                self._shown_first[1].paint_on_screen(painter)
        painter.end()

    def _load(self) -> None:
        from a4s_gui.ui.canvas.drawing_menu import DrawingMenu  # noqa: PLC0415 - see above
        from a4s_gui.ui.canvas.drawing_view import DrawingView  # noqa: PLC0415 - see above

        view = DrawingView(self._near, self)
        view.set_palette(self._palette)
        DrawingMenu(self._controller, view)
        self._view = view
        self.made.emit(view)
        self._column.addWidget(view)
        view.show()  # a layout would do so later; in its size the drawing is laid out but once
        if self._shown_first is not None:
            view.take_over(*self._shown_first)
            self._shown_first = None
        self.show_choice()
        self.ready.emit()


def _first_picture(
    spec: DrawingSpec, place: QWidget, palette: Palette, near: float
) -> tuple[ScreenLayout, Picture]:
    """Return what fills a widget with a drawing, as the view that takes it over would make it.

    ``near`` is a scale to try first.
    """
    px_per_mm = screen_px_per_mm(place.logicalDpiX())
    viewport = Viewport(place.width(), place.height(), px_per_mm, px_per_mm)
    layout = lay_out(screen_spec(spec, viewport), viewport, near)
    look = RenderStyle(palette, place.devicePixelRatioF())
    picture = Picture(layout.scene, layout.strip, layout.fitted, look)
    picture.rasterise()
    return layout, picture
