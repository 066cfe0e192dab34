"""Saves pictures of the real window on one screen; run.py says which screens there are.

take.py FOLDER NAME THEME
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.session import settings_table as table
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS

_REST_MS = 300
"""Within this time the drawing and a panel that is brought up are on the screen."""
_PARTS = {10: "AXE510127", 40: "AXE540127", 80: "AXE580127"}


def main(folder: Path, name: str, theme: str) -> None:
    """Open the window at its first size; save it with each panel, view and number of pins."""
    app = make_application()
    with tempfile.TemporaryDirectory() as user:
        settings = Settings(Path(user) / "settings.ini")
        settings.set(table.THEME, theme)
        settings.set(table.HINT, value=False)
        window = make_window(app, _PARTS[40], settings)
        window.show()
        _save(window, folder / f"{name}-window.png")
        for pins, part in _PARTS.items():
            pair = resolve(window.controller.catalog, [part])[0].pair
            window.controller.apply(reducers.choose_pair, pair.id)
            _save(window, folder / f"{name}-{pins}-pins.png")
        for view in View:
            window.controller.apply(reducers.set_view, view)
            _save(window, folder / f"{name}-view-{view}.png")
        _ask(window)
        for spec in PANELS:
            window.docks.bring_up(spec.name)
            _save(window, folder / f"{name}-panel-{spec.name}.png")
        window.close()


def _ask(window: MainWindow) -> None:
    """Choose so much that every panel has something to show."""
    controller = window.controller
    controller.apply(reducers.set_view, View.PAIR)
    controller.apply(reducers.set_text, "AXE5")
    for facet in controller.result.facets:
        values = [value for value in controller.result.facets[facet] if value.enabled]
        if len(values) > 1 and not facet.startswith("pins_"):
            controller.apply(reducers.click_value, facet, values[0])
    for pair in controller.catalog.pairs[:3]:
        controller.apply(reducers.compare_pair, pair.id)


def _save(window: MainWindow, path: Path) -> None:
    while window.drawing is None:
        QApplication.processEvents()
    QTest.qWait(_REST_MS)
    if not window.grab().save(str(path)):
        raise OSError(f"{path}: cannot be written")
    print(path, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
