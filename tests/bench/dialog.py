"""The export dialog: from another scale or view to its new preview, in the processor's time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.sheet.sheet import sheet_around
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.render.qt.painter import paint_sheet
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from tests.bench.result import Result

_CHANGES = 40
_PREVIEW_PX = (364, 284)


def preview() -> Iterator[Result]:
    """Yield the figure of the preview."""
    app = QApplication.instance() or QApplication([])
    pair = resolve(load_catalog(), ["AXE540127"])[0].pair
    spec = DrawingSpec(pair, shipped_pattern())
    took_ms: list[float] = []
    least_ms: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        dialog = ExportDialog(spec, Settings(Path(folder) / "settings.ini"))
        dialog.show()
        app.processEvents()
        for number in range(_CHANGES):
            scale = 11 + number % 7
            begun = time.process_time()
            _build_and_paint(spec, scale)
            least_ms.append((time.process_time() - begun) * 1e3)
            begun = time.process_time()
            dialog.form.scale.setEditText(f"{scale}:1")
            app.processEvents()
            took_ms.append((time.process_time() - begun) * 1e3)
        dialog.close()
    yield Result.of("export dialog: another scale", took_ms, least_ms, aim=1.3)


def _build_and_paint(spec: DrawingSpec, scale: float) -> None:
    """Do the least that shows a drawing: build its scene, and paint it as large as the preview."""
    scene = build_scene(spec, scale)
    sheet = sheet_around(scene)
    pixmap = QPixmap(*_PREVIEW_PX)
    pixmap.fill()
    px_per_mm = min(_PREVIEW_PX[0] / sheet.width_mm, _PREVIEW_PX[1] / sheet.height_mm)
    painter = QPainter(pixmap)
    paint_sheet(painter, scene, sheet, PAPER, px_per_mm, finest_px=0.5)
    painter.end()
