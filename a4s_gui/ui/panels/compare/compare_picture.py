"""The outlines of the compared pairs, as large as the panel has room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.viewport import LEAST_LETTERING_PX, screen_px_per_mm
from a4s_gui.drawing.sheet.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.drawing.views.compare_view import CompareSpec, Key, compare_scenes, names_of, notes_of
from a4s_gui.frozen import replace
from a4s_gui.render.qt.painter import ScenePainter
from a4s_gui.ui.core.theme import drawing_colours
from a4s_gui.ui.widgets.announce import describe_as_graphic
from a4s_gui.ui.widgets.labels import never_rich

_MARGIN_MM = 1.5
_LIKELY_SCALE = 5.0
_WORTH_A_FULL_KEY = 0.85
"""The full key may take this much of the size that the picture has with the brief one."""


class ComparePicture(QWidget):
    """Shows a comparison's picture; it is laid out when it is painted, for the size it has then."""

    def __init__(self) -> None:
        super().__init__()
        self._spec: CompareSpec | None = None
        self.scene: Scene | None = None
        """What was painted last; ``None`` without any pair and before the first paint."""
        self.setAccessibleName("Outlines of the compared pairs")
        describe_as_graphic(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 90)

    def show_spec(self, spec: CompareSpec | None) -> None:
        """Show another comparison, or nothing."""
        self._spec = spec
        self.scene = None
        said = ""
        if spec is not None:
            socket, header = (
                max(pair.connector(half).body_length_mm for pair in spec.pairs) for half in Half
            )
            longest = f"Longest socket {socket:.2f} mm, longest header {header:.2f} mm"
            said = "\n".join((*names_of(spec.pairs), longest, *notes_of(spec)))
        self.setToolTip(never_rich(said))
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the longest pair needs to be read."""
        return QSize(360, 170)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out anew when it is painted."""
        self.scene = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, as large as there is room."""
        colours = drawing_colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.background))
        if self._spec is None:
            return
        paper_px = screen_px_per_mm(self.logicalDpiX())
        if self.scene is None:
            sizes = ON_PAPER.at_least(LEAST_LETTERING_PX / paper_px)
            spec = replace(self._spec, sizes=sizes)
            self.scene = _laid_out(spec, self.width() / paper_px, self.height() / paper_px)
        scene = self.scene
        sheet = sheet_around(scene, _MARGIN_MM)
        smaller = min(
            1.0,
            self.width() / (sheet.width_mm * paper_px),
            self.height() / (sheet.height_mm * paper_px),
        )
        px_per_mm = scene.scale * paper_px * smaller
        middle = scene.picture or scene.bounds
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(px_per_mm, px_per_mm)
        painter.translate(-middle.x_mm, -scene.bounds.y_mm)
        finest_mm = 1 / (paper_px * smaller * self.devicePixelRatioF())
        ScenePainter(scene, colours, finest_mm).paint(painter)


def _laid_out(spec: CompareSpec, width_mm: float, height_mm: float) -> Scene:
    """Return the picture for a size of paper, with as much of a key as leaves it large."""
    room_mm = max(width_mm - 2 * _MARGIN_MM, 1.0)

    def largest(key: Key, near: float) -> Scene:
        build = compare_scenes(replace(spec, width_mm=room_mm, key=key))
        return build(fitting_scale(build, width_mm, height_mm, _MARGIN_MM, near=near))

    brief = largest(Key.BRIEF, _LIKELY_SCALE)
    if not _fits(brief, width_mm, height_mm):
        # A sheet that is only shown smaller would not have the scale that it states.
        return largest(Key.NONE, brief.scale)
    full = largest(Key.FULL, brief.scale)
    worth_it = full.scale >= brief.scale * _WORTH_A_FULL_KEY
    return full if worth_it and _fits(full, width_mm, height_mm) else brief


def _fits(scene: Scene, width_mm: float, height_mm: float) -> bool:
    sheet = sheet_around(scene, _MARGIN_MM)
    return sheet.width_mm <= width_mm and sheet.height_mm <= height_mm
