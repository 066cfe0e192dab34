"""Saves pictures of the real window on one screen; run.py says which screens there are.

take.py FOLDER NAME THEME
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.land_pattern.ways import Way
from a4s_gui.session import reducers
from a4s_gui.session import settings_table as table
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS
from tests.boards.example_boards import write_example_boards
from tests.pictures.guide import BILL, wait_for

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
            panel = window.docks.bring_up(spec.name)
            for state, fill in _STATES.get(spec.name, {"": _leave}).items():
                fill(panel, Path(user))
                _save(window, folder / f"{name}-panel-{spec.name}{state}.png")
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
    controller.apply(reducers.ask, sockets="12000", headers="12500")
    for pair in controller.catalog.pairs[:3]:
        controller.apply(reducers.compare_pair, pair.id)


def _leave(_panel: QWidget, _folder: Path) -> None:
    """Show a panel as it is."""


def _read_bill(panel: QWidget, _folder: Path) -> None:
    assert isinstance(panel, PartListPanel)
    panel.read_text(BILL)
    panel.table.go_to(3)


def _type_by(way: Way, panel: QWidget, _folder: Path) -> None:
    assert isinstance(panel, PatternPanel)
    panel.ways[way].trigger()


def _read_boards(panel: QWidget, folder: Path) -> None:
    assert isinstance(panel, BoardsPanel)
    panel.read_files(write_example_boards(folder))
    wait_for(panel.checker.done)


def _show_tab(tab: str, panel: QWidget, _folder: Path) -> None:
    assert isinstance(panel, BoardsPanel)
    panel.found.tabs.setCurrentWidget(getattr(panel.found, tab))


_STATES: dict[str, dict[str, Callable[[QWidget, Path], None]]] = {
    "part-list": {"": _read_bill},
    "land-pattern": {f"-{way}": partial(_type_by, way) for way in Way},
    "boards": {
        "-none": _leave,
        "": _read_boards,
        "-findings": partial(_show_tab, "findings"),
        "-mating": partial(_show_tab, "mating"),
    },
}
"""What is done in a panel before its pictures, by what their names end in."""


def _save(window: MainWindow, path: Path) -> None:
    while window.drawing is None:
        QApplication.processEvents()
    QTest.qWait(_REST_MS)
    if not window.grab().save(str(path)):
        raise OSError(f"{path}: cannot be written")
    print(path, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
