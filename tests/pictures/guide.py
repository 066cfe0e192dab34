"""Takes the pictures of the guide from the real window; run.py says on which screen.

guide.py FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.session import settings_table as table
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow
from tests.boards.example_boards import write_example_boards

_CALM_MS = 500
"""Within this time drawing and panels are on the screen."""
_SIZE_PX = (1240, 800)
BILL = """Designator,Qty,Manufacturer Part Number,Description
J1,1,AXE540127,Socket to the display
J2,1,AXE640124,Header of the display
J3,1,AXE540127 D,Socket to the camera
J4,1,AXE534129,Header of the camera
R1-R8,8,ERJ2GEJ103X,10k
"""


def choose(window: MainWindow, _folder: Path) -> QWidget:
    return window


def check_findings(window: MainWindow, folder: Path) -> QWidget:
    panel = _boards(window, folder)
    panel.found.tabs.setCurrentWidget(panel.found.findings)
    panel.found.findings.table.selectRow(0)
    window.controller.apply(reducers.set_view, View.SOCKET)
    return window


def check_mating(window: MainWindow, folder: Path) -> QWidget:
    panel = _boards(window, folder)
    panel.found.tabs.setCurrentWidget(panel.found.mating)
    window.controller.apply(reducers.set_view, View.MATED)
    return window


def kicad(window: MainWindow, folder: Path) -> QWidget:
    controller = window.controller
    controller.apply(reducers.set_view, View.SOCKET)
    assert controller.spec is not None
    settings = Settings(folder / "dialog.ini")
    settings.set(table.EXPORT_FORMAT, "kicad_mod")
    dialog = ExportDialog(controller.spec, settings, (), window)
    dialog.open()
    return dialog


def order(window: MainWindow, _folder: Path) -> QWidget:
    window.resize(_SIZE_PX[0], 660)
    panel = window.panels["ordering"].panel_as(OrderingPanel)
    window.docks.bring_up("ordering")
    window.resizeDocks([window.docks.dock("ordering")], [560], Qt.Orientation.Horizontal)
    window.controller.apply(reducers.ask, sockets="12000", headers="12500")
    return panel


def bill(window: MainWindow, _folder: Path) -> QWidget:
    window.resize(1600, 800)
    panel = window.panels["part-list"].panel_as(PartListPanel)
    window.docks.bring_up("part-list")
    dock = window.docks.dock("part-list")
    window.resizeDocks([dock], [270], Qt.Orientation.Vertical)
    panel.read_text(BILL)
    QTest.qWait(_CALM_MS)
    panel.table.go_to(3)
    return panel


PICTURES: dict[str, Callable[[MainWindow, Path], QWidget]] = {
    "choose": choose,
    "check-findings": check_findings,
    "check-mating": check_mating,
    "kicad": kicad,
    "order": order,
    "bill": bill,
}
"""Each picture by the name of its file: what is done for it, and the widget that it shows."""


def main(folder: Path) -> None:
    """Write every picture into a folder, each from a new window on the same pair."""
    app = make_application()
    for name, prepare in PICTURES.items():
        with tempfile.TemporaryDirectory() as user:
            settings = Settings(Path(user) / "settings.ini")
            settings.set(table.THEME, "light")
            settings.set(table.HINT, value=False)
            window = make_window(app, None, settings)
            _show(window)
            _save(_picture(prepare(window, Path(user))), folder / f"{name}.png")
            window.close()
            window.deleteLater()


def _show(window: MainWindow) -> None:
    pair = resolve(window.controller.catalog, ["AXE540127"])[0].pair
    window.controller.apply(reducers.choose_pair, pair.id)
    window.resize(*_SIZE_PX)
    window.show()
    while window.drawing is None:
        QApplication.processEvents()


def _boards(window: MainWindow, folder: Path) -> BoardsPanel:
    window.docks.bring_up("boards")
    panel = window.panels["boards"].panel_as(BoardsPanel)
    panel.read_files(write_example_boards(folder))
    wait_for(panel.checker.done)
    return panel


def _picture(widget: QWidget) -> QImage:
    QTest.qWait(_CALM_MS)
    return widget.grab().toImage()


def _save(picture: QImage, path: Path) -> None:
    """Save a picture in all its colours: a rare one may be that of pin 1."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    if not rgb.save(str(path), "PNG", 0):  # type: ignore[call-overload] # quality 0: the smallest
        raise OSError(f"{path}: cannot be written")
    print(path)


def wait_for(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
