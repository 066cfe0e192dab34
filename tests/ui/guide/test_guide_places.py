"""What can have the keys has a place in the guide, and F1 opens it there, in dialogs too."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

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
from a4s_gui.ui.shell.panels import PANELS

_CLASS = re.compile(r"^ *class (\w+)(?:\(([^)]*)\))?:", re.MULTILINE)
_UI = Path(__file__).resolve().parents[3] / "a4s_gui" / "ui"


@cache
def classes() -> dict[str, list[str]]:
    """Return the classes of the window, each with the names of what it is derived from."""
    texts = (path.read_text(encoding="utf-8") for path in _UI.rglob("*.py"))
    found = (_CLASS.findall(text) for text in texts)
    return {name: re.findall(r"\w+", bases) for one in found for name, bases in one}


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


def test_f1_opens_the_place_of_what_has_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    assert window.hint.isHidden(), "the three lines that name F1 were closed for good"
    window.search.setFocus()
    _press_help(window.search)
    assert _place(window) == Place("window", "search")
    for spec in PANELS:
        window.activateWindow()
        window.docks.bring_up(spec.name)
        _press_help(_inner(window.panels[spec.name], qtbot))
        wanted = {GUIDE_PLACES[spec.factory.partition(":")[2]]}
        if spec.name == "boards":  # its list of pins has the keys before there is a board
            wanted.add(GUIDE_PLACES["PinListView"])
        assert _place(window) in {Place.of(at) for at in wanted}, spec.name
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


def test_f1_in_the_dialogs_of_the_help_menu_of_saving_a_pattern_and_of_an_error(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.panels["land-pattern"].panel_as(PatternPanel)
    for action in ("about", "shortcuts"):
        window.named_actions[action].trigger()
        asked = window.dialogs.open_help
        assert asked is not None
        _check_help_in(asked, window, qtbot)
    library = PatternLibrary(Path("none"))
    for dialog in (
        SavePatternDialog(library, window.controller.pattern, panel),
        ErrorDialog("summary", "details", window),
    ):
        dialog.open()
        _check_help_in(dialog, window, qtbot)
        dialog.deleteLater()


def _check_help_in(dialog: QDialog, window: MainWindow, qtbot: QtBot) -> None:
    _press_in(dialog, qtbot)
    assert _place(window) == Place.of(GUIDE_PLACES[type(dialog).__name__])
    dialog.reject()


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
