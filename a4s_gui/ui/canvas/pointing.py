"""Pointing at the drawing: which pad is meant, what it meets, and measuring."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.measurement import Mark, Measurement, hidden_before_mm
from a4s_gui.drawing.scene import Primitive, Scene
from a4s_gui.drawing.screen.screen_layout import nearest_placed
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.snap_targets import snap_targets
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.geometry.mating import MatedPads
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.geometry.snap import SnapTarget, snap
from a4s_gui.session.state import PadKey
from a4s_gui.ui.canvas.canvas import Canvas
from a4s_gui.ui.canvas.overlay import overlay_items
from a4s_gui.ui.canvas.pad_tip import (
    HoveredPad,
    coppers_of,
    hovered_pad,
    mated_pads,
    pad_tip,
    pad_words,
)

_SNAP_PX = 9.0
_AT_MM = 0.001
"""What is no further away stands at the same place."""
_WITHIN_BREAK = "Nothing to measure between the break lines: the part goes on there, not drawn"
_TIP_AWAY_PX = 60
"""How far from the mouse a tip may stand, to leave free what is pointed at."""


class Pointing(QObject):
    """Turns the mouse over a canvas into pads and lengths, for the drawing that it shows."""

    changed = Signal()
    """What lies over the drawing is to be painted anew."""
    cursor_moved = Signal(object)
    """(x, y) in mm from the nearest half's centre, x right (from below left), y down; or None."""
    pad_hovered = Signal(object)
    """The :class:`~a4s_gui.ui.canvas.pad_tip.HoveredPad` under the cursor, or None."""
    pad_clicked = Signal(object)
    """The :class:`~a4s_gui.session.state.PadKey` that was clicked, or None beside all pads."""
    status_changed = Signal(str)
    """One line: what is measured, else what is pointed at, else what is selected."""
    measured = Signal(str)
    """The lengths that could be copied; empty where nothing is measured."""
    copied = Signal(str)
    """The lengths that were copied."""
    measuring_changed = Signal(bool)
    """Whether clicks measure."""

    def __init__(self, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._spec: DrawingSpec | None = None
        self._scene: Scene | None = None
        self._viewport: Viewport | None = None
        self._place_px: tuple[float, float] | None = None
        self._clear_px = 0.0
        self._free = False
        self._hovered: HoveredPad | None = None
        self._hovered_meeting: MatedPads | None = None
        self._selected: PadKey | None = None
        self._selected_meeting: MatedPads | None = None
        self._measurement: Measurement | None = None
        self._targets: tuple[SnapTarget, ...] = ()
        self._said = ""
        canvas.pointed.connect(self._point)
        canvas.clicked.connect(self._click)
        canvas.tip_asked.connect(self._show_tip)
        canvas.freed.connect(self._set_free)
        canvas.measure_asked.connect(lambda: self.set_measuring(self._measurement is None))

    @property
    def place_px(self) -> tuple[float, float] | None:
        """Where the mouse is over the drawing, in pixels."""
        return self._place_px

    @property
    def measurement(self) -> Measurement | None:
        """What is measured; ``None`` while clicks select pads."""
        return self._measurement

    @property
    def hovered(self) -> HoveredPad | None:
        """The pad under the mouse."""
        return self._hovered

    def measure_from(self, pad: HoveredPad) -> None:
        """Begin to measure at the centre of a pad."""
        self.set_measuring(on=True)
        if self._measurement is not None:
            self._take(self._measurement.cleared(), _centre_of(pad, self._targets))

    @property
    def is_begun(self) -> bool:
        """Whether a measurement has its start and waits for its end."""
        begun = self._measurement
        return begun is not None and begun.start is not None and not begun.fixed

    def measure_to(self, pad: HoveredPad) -> None:
        """End what is begun at the centre of a pad."""
        if self._measurement is not None:
            self._take(self._measurement, _centre_of(pad, self._targets))

    def update_scene(
        self, spec: DrawingSpec, scene: Scene, viewport: Viewport, strip_px: float
    ) -> None:
        """Take over what is shown where by now; below it is a strip of so many pixels."""
        self._clear_px = viewport.height_px - strip_px
        before, self._spec = self._spec, spec
        old, self._scene = self._scene, scene
        self._viewport = viewport
        if self._measurement is not None and scene is not old:
            self._targets = snap_targets(scene)
            self._measurement = _carried_over(self._measurement, (before, old), (spec, scene))
        if spec is not before:
            self._find_meetings()
        self._point(self._place_px)

    def select(self, pad: PadKey | None) -> None:
        """Keep a pad highlighted, with the one that it meets; or none."""
        if pad != self._selected:
            self._selected = pad
            self._find_meetings()
            self._tell()
            self.changed.emit()

    def set_measuring(self, on: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Have clicks measure, or select pads."""
        if on == (self._measurement is not None):
            return
        self._measurement = Measurement() if on else None
        self._targets = snap_targets(self._scene) if on and self._scene else ()
        self._canvas.set_measuring(on)
        self._point(self._place_px)
        self.changed.emit()
        self.measuring_changed.emit(on)

    def escape(self) -> bool:
        """Drop what is begun: a measurement, then measuring, then the selection; False if none."""
        if self._measurement is None:
            if self._selected is None:
                return False
            self.pad_clicked.emit(None)
        elif self._measurement.start is None:
            self.set_measuring(False)
        else:
            self._measurement = self._measurement.cleared()
            self._tell()
            self.changed.emit()
        return True

    def copy(self) -> bool:
        """Copy what is measured as text; False where nothing is."""
        text = self._measurement.text if self._measurement else ""
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)
        return bool(text)

    def items(self, labels: OverLabels) -> list[Primitive]:
        """Return what lies over the drawing."""
        if self._scene is None:
            return []
        selected: list[Rectangle] = []
        hovered: list[Rectangle] = []
        if self._selected is not None:
            selected = coppers_of(self._scene, self._selected, self._selected_meeting)
        if self._hovered is not None and self._measurement is None:
            hovered = coppers_of(self._scene, self._hovered.key, self._hovered_meeting)
        return overlay_items(selected, hovered, self._measurement, labels)

    def _find_meetings(self) -> None:
        spec, hovered, selected = self._spec, self._hovered, self._selected
        self._hovered_meeting = mated_pads(spec, hovered.key) if spec and hovered else None
        self._selected_meeting = mated_pads(spec, selected) if spec and selected else None

    def _point(self, place_px: tuple[float, float] | None) -> None:
        """Follow the mouse, or the drawing that moves under it."""
        if place_px is not None and place_px[1] >= self._clear_px:
            place_px = None  # what lies under the strip is not seen
        self._place_px = place_px
        place: tuple[float, float] | None = None
        hovered: HoveredPad | None = None
        if place_px is not None and self._scene is not None and self._viewport is not None:
            x_mm, y_mm = self._viewport.to_mm(*place_px)
            hovered = hovered_pad(self._scene, x_mm, y_mm)
            nearest = nearest_placed(self._scene, x_mm, y_mm)
            hidden_mm = hidden_before_mm(self._scene.breaks, x_mm, y_mm)
            if nearest:
                # From below as well as in the half's own view, as tips and files have its pads.
                side = -1 if nearest.from_below else 1
                place = (side * (x_mm - nearest.x_mm), y_mm - nearest.y_mm)
            elif hidden_mm is not None:
                place = (x_mm + hidden_mm, y_mm)
        self.cursor_moved.emit(place)
        if hovered != self._hovered:
            self._hovered = hovered
            self._find_meetings()
            self.pad_hovered.emit(hovered)
            self.changed.emit()
        if self._measurement is not None:
            measurement = self._measurement.pointed(self._mark())
            if measurement != self._measurement:
                self._measurement = measurement
                self.changed.emit()
        self._tell()

    def _mark(self) -> Mark | None:
        """Return the place to measure from or to that the mouse means; none within a break."""
        if self._place_px is None or self._viewport is None or self._scene is None:
            return None
        x_mm, y_mm = self._viewport.to_mm(*self._place_px)
        reach_mm = 0.0 if self._free else _SNAP_PX / self._viewport.px_per_mm
        found = snap(self._targets, x_mm, y_mm, reach_mm) if reach_mm else None
        x_mm, y_mm = (found.x_mm, found.y_mm) if found else (x_mm, y_mm)
        hidden_mm = hidden_before_mm(self._scene.breaks, x_mm, y_mm)
        return None if hidden_mm is None else Mark(x_mm, y_mm, found, hidden_mm)

    def _click(self, x_px: float, y_px: float) -> None:
        self._point((x_px, y_px))
        mark = self._mark()
        if self._measurement is None:
            self.pad_clicked.emit(self._hovered.key if self._hovered else None)
        elif mark is not None:
            self._take(self._measurement, mark)

    def _take(self, measurement: Measurement, place: Mark) -> None:
        """Go on from a measurement with a place that was clicked or named."""
        self._measurement = measurement.clicked(place)
        self._tell()
        self.changed.emit()

    def _set_free(self, free: bool) -> None:  # noqa: FBT001 - a slot
        self._free = free
        self._point(self._place_px)

    def _tell(self) -> None:
        said = self._words()
        if said != self._said:
            self._said = said
            self.status_changed.emit(said)
            self.measured.emit(self._measurement.text if self._measurement else "")

    def _words(self) -> str:
        if self._measurement is not None:
            within_break = self._place_px is not None and self._measurement.pointer is None
            return _WITHIN_BREAK if within_break else self._measurement.status_text()
        if self._spec is None:
            return ""
        if self._hovered is not None:
            return pad_words(self._spec, self._hovered.key, self._hovered_meeting)
        if self._selected is not None:
            return pad_words(self._spec, self._selected, self._selected_meeting)
        return ""

    def _show_tip(self, place: QPoint) -> None:
        if self._hovered is None or self._viewport is None or self._measurement is not None:
            QToolTip.hideText()
            return
        copper = self._hovered.copper
        left, top = self._viewport.to_px(copper.left_mm, copper.top_mm)
        right, bottom = self._viewport.to_px(copper.right_mm, copper.bottom_mm)
        stays_over = QRect(QPoint(int(left), int(top)), QPoint(int(right), int(bottom)))
        nets = self._spec.nets if self._spec else {}
        tip = pad_tip(self._hovered, self._hovered_meeting, nets)
        # Beside the pad, not over it and its neighbours: Qt puts a tip a little beneath the place.
        beside = self._canvas.viewport().mapToGlobal(stays_over.bottomRight())
        QToolTip.showText(_farther(place, beside), tip, self._canvas.viewport(), stays_over)


def _centre_of(pad: HoveredPad, targets: tuple[SnapTarget, ...]) -> Mark:
    x_mm, y_mm = pad.copper.x_mm, pad.copper.y_mm
    return Mark(x_mm, y_mm, snap(targets, x_mm, y_mm, _AT_MM))


def _farther(place: QPoint, other: QPoint) -> QPoint:
    """Return the place to the right of and below both, within a hand's breadth of the first."""
    return QPoint(
        min(max(place.x(), other.x()), place.x() + _TIP_AWAY_PX),
        min(max(place.y(), other.y()), place.y() + _TIP_AWAY_PX),
    )


def _carried_over(
    measurement: Measurement,
    before: tuple[DrawingSpec | None, Scene | None],
    after: tuple[DrawingSpec, Scene],
) -> Measurement:
    """Return what is left of a measurement in another scene: its places go with their halves.

    Nothing is where another part is drawn, or the same one with other pads.
    """
    (old_spec, old), (spec, scene) = before, after
    if old_spec is None or old is None:
        return Measurement()
    parts, old_parts = (
        [(p.footprint, p.mirrored, p.from_below) for p in shown.placed] for shown in (scene, old)
    )
    # Of the tape, which shows no pads, whatever can be measured must be where it was.
    moved = not parts and snap_targets(old) != snap_targets(scene)
    if (
        moved
        or parts != old_parts
        or (old_spec.pair.id, old_spec.view) != (spec.pair.id, spec.view)
    ):
        return Measurement()

    def move(mark: Mark) -> Mark:
        nearest = nearest_placed(old, mark.x_mm, mark.y_mm)
        if nearest is None:
            return mark
        now = scene.placed[old.placed.index(nearest)]
        return mark.moved(now.x_mm - nearest.x_mm, now.y_mm - nearest.y_mm)

    return measurement.moved(move)
