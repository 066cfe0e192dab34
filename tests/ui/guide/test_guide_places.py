"""What can have the keys has a place in the guide, and F1 opens it there, in dialogs too."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from a4s_gui.ui.dialogs.help_dialogs import ErrorDialog
from a4s_gui.ui.guide.guide_pages import FIRST, Place, read_pages
from a4s_gui.ui.guide.guide_places import GUIDE_PLACES, place_of
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.land_pattern.save_pattern_dialog import SavePatternDialog
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS, PanelSpec

_UI = Path(__file__).resolve().parents[3] / "a4s_gui" / "ui"


def classes() -> dict[str, list[str]]:
    """Return the classes of the window, each with the names of what it is derived from."""
    found = {}
    for path in sorted(_UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef):
                found[node.name] = [ast.unparse(base) for base in node.bases]
    return found


def test_every_panel_and_dialog_has_a_place() -> None:
    panels = {spec.factory.partition(":")[2] for spec in PANELS}
    dialogs = {name for name, bases in classes().items() if "QDialog" in bases}

    assert len(dialogs) >= 5
    assert (panels | dialogs) - set(GUIDE_PLACES) == set()


def test_every_place_exists_and_is_that_of_a_class() -> None:
    known = {section.place for page in read_pages().values() for section in page.sections}

    assert {name: at for name, at in GUIDE_PLACES.items() if Place.of(at) not in known} == {}
    assert set(GUIDE_PLACES) <= set(classes())


def _press_help(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_F1)


def _place(window: MainWindow) -> Place:
    assert window.dialogs.guide is not None
    assert window.dialogs.guide.isVisible()
    return window.dialogs.guide.place


@pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.name)
def test_f1_opens_the_place_of_the_panel_that_has_the_keys(
    window: MainWindow, qtbot: QtBot, spec: PanelSpec
) -> None:
    name, factory = spec.name, spec.factory
    window.docks.bring_up(name)
    inner = _inner(window.panels[name], qtbot)
    _press_help(inner)
    wanted = {GUIDE_PLACES[factory.partition(":")[2]]}
    if name == "boards":  # its list of pins has the keys before there is a board
        wanted.add(GUIDE_PLACES["PinListView"])
    shown = _place(window)
    assert shown in {Place.of(at) for at in wanted}


def test_f1_in_the_drawing_the_search_and_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    window.search.setFocus()
    _press_help(window.search)
    assert _place(window) == Place("window", "search")
    assert isinstance(window.drawing, DrawingView)
    assert place_of(window.drawing) == Place("window", "drawing")
    assert place_of(window) == place_of(None) == Place(FIRST)


def test_f1_in_a_dialog_opens_the_guide_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[Place | str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        try:
            _press_in(dialog, qtbot)
            seen.append(_place(window))
            guide = window.dialogs.guide
            assert guide is not None
            QTest.keyClicks(guide.search, "svg")
            seen.append(guide.search.text())
        finally:
            dialog.reject()

    QTimer.singleShot(0, read)
    window.dialogs.export()
    assert seen == [Place("exports"), "svg"]


@pytest.mark.parametrize("action", ["about", "shortcuts"])
def test_f1_in_the_dialogs_of_the_help_menu(window: MainWindow, action: str, qtbot: QtBot) -> None:
    window.named_actions[action].trigger()
    dialog = window.dialogs.open_help
    assert dialog is not None
    _press_in(dialog, qtbot)
    assert _place(window) == Place.of(GUIDE_PLACES[type(dialog).__name__])
    dialog.reject()


def test_f1_where_a_land_pattern_is_saved_or_an_error_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.panels["land-pattern"].panel_as(PatternPanel)
    library = PatternLibrary(Path("none"))
    for dialog in (
        SavePatternDialog(library, window.controller.pattern, panel),
        ErrorDialog("summary", "details", window),
    ):
        dialog.open()
        _press_in(dialog, qtbot)
        assert _place(window) == Place.of(GUIDE_PLACES[type(dialog).__name__])
        dialog.reject()
        dialog.deleteLater()


def _press_in(dialog: QDialog, qtbot: QtBot) -> None:
    """Press the key of the guide in a dialog as soon as it has the keys."""
    _press_help(_inner(dialog, qtbot))


def _inner(around: QWidget, qtbot: QtBot) -> QWidget:
    """Return what has the keys as soon as that is within a widget."""

    def has_keys() -> bool:
        inner = QApplication.focusWidget()
        return inner is not None and around.isAncestorOf(inner)

    qtbot.waitUntil(has_keys)
    inner = QApplication.focusWidget()
    assert inner is not None
    return inner
