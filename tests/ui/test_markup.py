"""What comes from users and files is shown as it is: markup in it is never read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as TextQt  # which has mightBeRichText
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half, Source
from a4s_gui.errors import A4sError
from a4s_gui.export.pattern_writer import write_own_file
from a4s_gui.export.reading_writer import add_reading
from a4s_gui.geometry.land_pattern.field_readings import ReadingKind
from a4s_gui.geometry.land_pattern.own_reading import ReadFigure
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.land_pattern.writing import pattern_text
from a4s_gui.session import reducers
from a4s_gui.ui.core.settings import Settings, default_path
from a4s_gui.ui.dialogs import taken_picture
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.panels.evidence.evidence_panel import EvidencePanel
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.app import show_fatal
from a4s_gui.ui.shell.layers.own_presets import OwnPresets
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS
from a4s_gui.user_files import user_reading_folder
from tests.boards.synthesis import Placed, board_text, library_pads
from tests.ui.conftest import assert_none_left, keeping
from tests.ui.kept import open_window

MARK = "<b>x</b><img src='file:///etc/passwd'>"
FILE = "<b>x<img src=y>"
PAIR = "AXE524127/AXE624124"
_MARKED = re.compile(r"<\u2060?img|&lt;(?:\u2060|&#8288;)?img")
_OBJECT = "\ufffc"
"""What stands for a picture in a document."""


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give a window on own readings whose names are markup; what a test puts in stays."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("markup")))
        file = default_path()
        file.parent.mkdir(parents=True)
        file.write_text(f"[window]\ntheme={FILE}\n", encoding="utf-8")
        read = ReadFigure(
            MARK, MARK, ReadingKind.MEASURED, Half.SOCKET, "socket.contact_width_mm", 0.2
        )
        add_reading(user_reading_folder(), read)
        window = open_window(qapp, PAIR, Settings())
        with keeping(window):
            yield window
    assert_none_left()


@pytest.fixture(autouse=True)
def own_settings() -> None:
    """Leave all tests the window's user."""


def shows_a_picture(text: str, kind: Qt.TextFormat) -> bool:
    """Return whether a text is shown with a picture: as HTML, or where Qt takes it for that."""
    rich = kind is Qt.TextFormat.RichText
    if not rich and (kind is Qt.TextFormat.PlainText or not TextQt.mightBeRichText(text)):
        return False
    document = QTextDocument()
    document.setHtml(text)
    return _OBJECT in document.toPlainText()


def places(widget: QWidget) -> Iterator[tuple[str, Qt.TextFormat]]:
    """Yield the texts that a widget shows, and how."""
    tips = [widget.toolTip(), *(action.toolTip() for action in widget.actions())]
    if isinstance(widget, QLabel):
        yield widget.text(), widget.textFormat()
    if isinstance(widget, QTextBrowser):
        yield widget.toHtml(), Qt.TextFormat.RichText
        tips += tips_of(widget.document())
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        tips += tips_in(widget.model())
    yield from ((tip, Qt.TextFormat.AutoText) for tip in tips)


def tips_of(document: QTextDocument) -> Iterator[str]:
    block: QTextBlock = document.begin()
    while block.isValid():
        for part in block:  # type: ignore[attr-defined]  # says PySide6
            yield part.fragment().charFormat().toolTip()
        block = block.next()


def tips_in(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    tip = Qt.ItemDataRole.ToolTipRole
    is_list = isinstance(model, QAbstractListModel)
    columns = range(1 if is_list else model.columnCount(QModelIndex()))
    yield from (str(model.headerData(n, Qt.Orientation.Horizontal, tip) or "") for n in columns)
    for row in range(min(model.rowCount(QModelIndex()), 200)):
        yield from (str(model.data(model.index(row, n), tip) or "") for n in columns)


def marked() -> int:
    """Hold all that is shown, or was before, to be no markup; return where some would be."""
    seen = 0
    for widget in QApplication.allWidgets():
        for text, kind in places(widget):
            if _MARKED.search(text):
                named = f"{type(widget).__name__} {widget.accessibleName()}: {text[:400]!r}"
                assert not shows_a_picture(text, kind), named
                seen += 1
    return seen


def test_notices_messages_and_presets(window: MainWindow) -> None:
    assert f"window/theme is “{FILE}”" in window.notice.label.text()
    assert OwnPresets(window.controller, Settings(), window).keep(MARK)
    window.controller.message.emit(MARK)
    window.notice.show_message(MARK)
    window.controller.saved.emit(Path("boards", FILE))
    assert marked()


def test_a_land_pattern(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / f"{FILE}.toml"
    shipped = shipped_pattern()
    sources = {name: Source(MARK, MARK, MARK) for name in shipped.sources}
    made = replace(shipped, name=MARK, title=MARK, summary=MARK, sources=sources)
    write_own_file(path, pattern_text(made))
    window.docks.bring_up("land-pattern")
    window.panels["land-pattern"].panel_as(PatternPanel).read_files([path])
    window.controller.apply(reducers.edit_figures, {"socket.contact_width_mm": 0.24})
    assert window.controller.pattern.title.startswith(MARK)
    show_all(window)
    assert marked()


def show_all(window: MainWindow) -> None:
    for spec in PANELS:
        window.docks.bring_up(spec.name)
        QApplication.processEvents()


def test_readings(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.bring_up("evidence")
    panel = window.panels["evidence"].panel_as(EvidencePanel)
    qtbot.waitUntil(panel.isVisible)
    panel.halves[Half.SOCKET].trigger()
    own = panel.model.place_of(lambda row: row.one is not None and row.one.reading.own)
    assert own >= 0
    panel.table.go_to(own)
    assert panel.remove_button.isEnabled()
    marked()
    panel.remove_button.click()
    box = panel.findChildren(QMessageBox)[-1]
    assert MARK in box.text()
    assert marked()
    box.reject()
    panel.add_button.click()
    marked()


def test_boards(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    nets = {str(n): f"{MARK}{n}".replace('"', "'") for n in range(1, 25)}
    files = []
    for half, side in ((Half.SOCKET, "front"), (Half.HEADER, "back")):
        pads = library_pads(half, 24)
        pads[6] = replace(pads[6], y=pads[6].y - 0.06)
        placed = Placed(FILE, pads, side, value=MARK, name=MARK, nets=nets)
        files.append(tmp_path / f"{FILE}{half}.kicad_pcb")
        files[-1].write_text(board_text(placed), encoding="utf-8")
    window.docks.bring_up("boards")
    panel = window.panels["boards"].panel_as(BoardsPanel)
    with qtbot.waitSignal(panel.checker.done):
        panel.read_files(files)
    assert panel.found.connectors.rowCount() == 2
    for tab in range(panel.found.tabs.count()):
        panel.found.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        marked()
    show_all(window)
    assert marked()


def test_what_is_typed_and_pasted(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.bring_up("part-list")
    panel = window.panels["part-list"].panel_as(PartListPanel)
    panel.read_text(f"Reference,MPN\n{MARK},{MARK}\n{FILE},AXE5{MARK}\nJ1,AXE5{FILE}\n")
    qtbot.waitUntil(lambda: panel.list_model.rowCount() > 0)
    for row in range(panel.list_model.rowCount()):
        panel.table.go_to(row)
        QApplication.processEvents()
        marked()
    window.controller.apply(reducers.set_text, MARK)
    show_all(window)
    for field in window.findChildren(QLineEdit):
        if field.isEnabled() and not field.isReadOnly():
            field.setFocus()
            field.setText(MARK)
            field.textEdited.emit(MARK)
            QApplication.processEvents()
    assert marked()


def test_questions_and_warnings(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def answer(_parent: object, _title: str, text: str, *_buttons: object) -> object:
        said.append(text)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    monkeypatch.setattr(QMessageBox, "warning", answer)
    spec = window.controller.spec
    assert spec is not None
    dialog = ExportDialog(spec, Settings(), (), window)
    dialog.show()
    path = tmp_path / f"{FILE}.png"
    path.write_bytes(b"")
    dialog.form.file.setText(str(path))
    dialog.save_button.click()
    marked()
    dialog.form.file.setText(str(tmp_path / FILE / f"{FILE}.png"))
    dialog.save_button.click()
    assert marked()
    dialog.reject()

    def refuse(*_arguments: object) -> None:
        raise A4sError(MARK)

    monkeypatch.setattr(taken_picture, "take_picture", refuse)
    taken_picture.copy_picture(window, window.controller, Settings())
    monkeypatch.setattr(QApplication, "platformName", lambda: "seen")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    show_fatal(A4sError(MARK))
    assert len(said) == 3
    assert not any(TextQt.mightBeRichText(text) for text in said)
