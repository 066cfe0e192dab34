"""The evidence panel, used by mouse and keys: all readings on one scale, and one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.cli import main
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.style import ColorRole
from a4s_gui.export.reading_writer import add_reading
from a4s_gui.geometry.land_pattern.evidence import collect_evidence
from a4s_gui.geometry.land_pattern.field_readings import ReadingKind, shipped_readings
from a4s_gui.geometry.land_pattern.own_reading import ReadFigure
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.land_pattern.writing import pattern_text
from a4s_gui.session import reducers
from a4s_gui.session.session_text import decode_session, encode_session
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.evidence.add_reading_dialog import AddReadingDialog
from a4s_gui.ui.panels.evidence.evidence_panel import EvidencePanel
from a4s_gui.ui.panels.evidence.evidence_rows import EvidenceRow
from a4s_gui.user_files import user_reading_folder
from tests.ui.panels.conftest import show_once

HEIGHT = "header.terminal_height_mm"
OUTER = "socket.contact_outer_mm"


@pytest.fixture
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog)


@pytest.fixture
def panel(controller: Controller, qtbot: QtBot) -> EvidencePanel:
    return _shown(controller, qtbot)


def _shown(controller: Controller, qtbot: QtBot) -> EvidencePanel:
    made = EvidencePanel(controller)
    qtbot.addWidget(made)
    made.resize(364, 640)
    made.refresh()
    show_once(made)
    return made


def _rows(panel: EvidencePanel, figure: str) -> list[EvidenceRow]:
    _show_half(panel, figure)
    return [row for row in panel.model.rows if row.figure.figure == figure and row.one]


def _show_half(panel: EvidencePanel, figure: str) -> None:
    half = figure.partition(".")[0]
    if half in set(Half):
        panel.halves[Half(half)].trigger()


def _go_to(panel: EvidencePanel, figure: str, name: str) -> None:
    """Click a reading."""
    _show_half(panel, figure)
    place = panel.model.place_of(
        lambda row: (
            row.figure.figure == figure and row.one is not None and row.one.reading.name == name
        )
    )
    assert place >= 0
    panel.table.scrollTo(panel.model.index(place, 0))
    middle = panel.table.visualRect(panel.model.index(place, 0)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    panel.table.setFocus()


def _dialog(panel: EvidencePanel) -> AddReadingDialog:
    QTest.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    return panel.findChildren(AddReadingDialog)[-1]


def _fill(dialog: AddReadingDialog, name: str, source: str, value: str) -> None:
    field = dialog.name.lineEdit()
    assert isinstance(field, QLineEdit)
    for line, text in ((field, name), (dialog.document, source), (dialog.value, value)):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)


def _save(dialog: AddReadingDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_reading_of_every_figure_stands_there(panel: EvidencePanel) -> None:
    shown = set()
    for half in Half:
        panel.halves[half].trigger()
        shown |= {(row.figure.figure, row.one.reading.name) for row in panel.model.rows if row.one}
    found = collect_evidence(shipped_readings(), [])
    assert shown == {(one.figure, e.reading.name) for one in found for e in one.evidence}
    assert panel.summary.text().startswith("23 figures were read; the readings differ in 12.")


def test_the_used_reading_is_marked_and_what_agrees_is_told(panel: EvidencePanel) -> None:
    rows = _rows(panel, HEIGHT)
    marks = {r.one.reading.name: (r.is_used, r.is_drawn) for r in rows if r.one}
    assert marks == {
        "GPD_Pocket-mods": (False, False),
        "epdiy-hardware": (True, True),
        "dash_connector": (True, True),
    }
    assert rows[0].verdict == "0.53–0.90"
    assert _rows(panel, "header.contact_width_mm")[0].verdict == "agree"
    outer = {r.one.reading.name: (r.is_used, r.is_drawn) for r in _rows(panel, OUTER) if r.one}
    assert outer["product page"] == (False, True), "the same length, but not where it is from"
    assert outer["GPD_Pocket-mods"] == (True, True)


def test_all_readings_stand_on_one_scale(panel: EvidencePanel) -> None:
    scale, cell = panel.table.scale, QRectF(0, 0, 133, 20)
    gaps = set()
    for figure in (HEIGHT, "header.terminal_rows_mm", "header.terminal_outer_mm"):
        for row in _rows(panel, figure):
            assert row.one is not None
            assert 0 < scale.place_px(row, row.one.value_mm, cell) < 133
            at, beside = (scale.place_px(row, row.one.value_mm + more, cell) for more in (0.0, 0.1))
            gaps.add(round(beside - at, 3))
    assert len(gaps) == 1, "0.1 mm is as long everywhere"


def test_the_drawn_figure_is_painted_through_its_readings(panel: EvidencePanel) -> None:
    (row, *_) = _rows(panel, HEIGHT)
    place = panel.model.place_of(lambda one: one == row)
    panel.table.scrollTo(panel.model.index(place, 1))
    cell = panel.table.visualRect(panel.model.index(place, 1))
    picture = panel.table.viewport().grab(cell).toImage()
    x = panel.table.scale.place_px(row, row.drawn_mm, QRectF(0, 0, cell.width(), cell.height()))
    wanted = QColor(LIGHT.inks[ColorRole.MEASURE]).hue()
    assert abs(picture.pixelColor(round(x), 2).hue() - wanted) < 25


def test_a_reading_is_taken_into_the_pattern(panel: EvidencePanel, controller: Controller) -> None:
    panel.setUpdatesEnabled(True)
    _go_to(panel, HEIGHT, "GPD_Pocket-mods")
    assert "AXE610124" in panel.source.text()
    assert controller.state.lit_figure == HEIGHT
    QTest.mouseClick(panel.use_button, Qt.MouseButton.LeftButton)
    panel.refresh()
    assert controller.pattern.header.terminal_height_mm == 0.9
    assert [r.is_drawn for r in _rows(panel, HEIGHT)] == [True, False, False]
    _go_to(panel, OUTER, "Inkplate 5")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    # The inner edge stays at 1.60.
    assert controller.pattern.socket.contact_rows_mm == 2.4
    assert controller.pattern.socket.contact_height_mm == 0.8
    sources = controller.pattern.sources
    (board,) = sources[HEIGHT].documents
    assert board.startswith("GPD_Pocket-mods"), "the reading stays the source"
    # Its inner edge is that of the pattern: rows and height are those of the board.
    assert sources["socket.contact_rows_mm"].document.startswith("Inkplate 5")
    assert "Own figure" not in pattern_text(controller.pattern)
    (kept,) = decode_session(encode_session(controller.state))[0].edits.values()
    assert kept == controller.state.pattern_edits, "the next window knows where they are from"
    controller.undo()
    controller.undo()
    assert controller.pattern == shipped_pattern()
    panel.only_differing.setFocus()
    assert controller.state.lit_figure == ""


def test_a_reading_that_cannot_be_drawn_is_refused(
    panel: EvidencePanel, controller: Controller
) -> None:
    controller.apply(reducers.edit_figures, {"header.terminal_rows_mm": 0.8})
    panel.refresh()
    _go_to(panel, HEIGHT, "GPD_Pocket-mods")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert "the two terminals of one end would overlap" in panel.problem.text()
    assert controller.pattern.header.terminal_height_mm == 0.53


def test_only_figures_in_which_readings_differ(panel: EvidencePanel) -> None:
    QTest.mouseClick(panel.only_differing, Qt.MouseButton.LeftButton)
    assert panel.model.rows
    assert not any(row.figure.agree for row in panel.model.rows)


def test_a_reading_of_one_s_own_is_added_seen_listed_and_removed(
    panel: EvidencePanel, controller: Controller, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    _go_to(panel, HEIGHT, "epdiy-hardware")
    dialog = _dialog(panel)
    assert (dialog.half.currentText(), dialog.figure.currentData()) == (
        "Header",
        "terminal_height_mm",
    )
    _fill(dialog, "Board 7", "Caliper, 2026", "0,6")
    QTest.keyClicks(dialog.read_on, "AXE5")
    assert len(dialog.problems) == 1
    dialog.read_on.selectAll()
    QTest.keyClicks(dialog.read_on, "axe640124")
    _save(dialog)
    (own,) = (row for row in _rows(panel, HEIGHT) if row.one and row.one.reading.own)
    assert own.one is not None
    assert own.one.value_mm == 0.6
    texts = [panel.model.columns[0].text(row) for row in panel.model.rows]
    assert "Board 7 (yours)" in texts
    assert main(["evidence"]) == 0
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "0.60 Board 7 40 pins measured by the user" in rows
    assert main(["evidence", "--json"]) == 0
    assert "Caliper, 2026: Header AXE640124, read by the user" in capsys.readouterr().out
    again = _shown(controller, qtbot)
    assert len(_rows(again, HEIGHT)) == 4, "the next window has it"
    _go_to(panel, HEIGHT, "Board 7")
    assert "Header AXE640124" in panel.source.text()
    assert "40 pins" in panel.source.text()
    _removed(panel, "header: terminal pad, across the rows.")
    assert len(_rows(panel, HEIGHT)) == 3
    assert list(user_reading_folder().iterdir()) == []


def _removed(panel: EvidencePanel, said: str) -> None:
    """Remove what the keys are on, and answer the question that says so."""
    QTest.mouseClick(panel.remove_button, Qt.MouseButton.LeftButton)
    box = panel.findChildren(QMessageBox)[-1]
    assert said in box.text()
    remove = next(b for b in box.buttons() if "Remove" in b.text())
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    panel.refresh()


def test_one_figure_is_removed_and_the_others_stay(panel: EvidencePanel) -> None:
    for figure, value in (("terminal_height_mm", 0.6), ("terminal_rows_mm", 1.2)):
        name = f"header.{figure}"
        read = ReadFigure("Board 7", "Caliper", ReadingKind.MEASURED, Half.HEADER, name, value)
        add_reading(user_reading_folder(), read)
    panel.hide()
    panel.show()
    panel.refresh()
    _go_to(panel, HEIGHT, "Board 7")
    _removed(panel, "what follows from it: terminal pads, inner edge to inner edge; terminal")
    own = [r.figure.figure for r in panel.model.rows if r.one and r.one.reading.own]
    assert own == ["header.terminal_rows_mm"]


def test_all_of_a_half_is_removed_at_once(panel: EvidencePanel) -> None:
    for figure in ("terminal_height_mm", "contact_width_mm"):
        name = f"header.{figure}"
        read = ReadFigure("Board 7", "Caliper", ReadingKind.MEASURED, Half.HEADER, name, 0.3)
        add_reading(user_reading_folder(), read)
    panel.hide()
    panel.show()
    panel.refresh()
    _go_to(panel, HEIGHT, "Board 7")
    menu = panel.table.context_menu(panel.table.currentIndex())
    next(a for a in menu.actions() if "all of this reading" in a.text()).trigger()
    box = panel.findChildren(QMessageBox)[-1]
    QTest.mouseClick(
        next(b for b in box.buttons() if "Remove" in b.text()), Qt.MouseButton.LeftButton
    )
    assert list(user_reading_folder().iterdir()) == []


def test_what_two_windows_add_is_kept(
    panel: EvidencePanel, controller: Controller, qtbot: QtBot
) -> None:
    other = ReadFigure(
        "Board 7", "Caliper", ReadingKind.MEASURED, Half.HEADER, "header.contact_width_mm", 0.25
    )
    dialog = _dialog(panel)
    add_reading(user_reading_folder(), other)  # meanwhile, in another window
    _fill(dialog, "Board 7", "Caliper", "0.6")
    dialog.half.setCurrentIndex(1)
    _save(dialog)
    assert [r.one.value_mm for r in _rows(panel, "header.contact_width_mm") if r.one][-1] == 0.25
    assert len(_rows(panel, HEIGHT)) == 4


def test_the_dialog_says_in_each_field_what_is_wrong(panel: EvidencePanel) -> None:
    dialog = _dialog(panel)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert dialog.problems == []
    assert not save.isEnabled()
    _fill(dialog, "Inkplate 5", "a; b", "wide")
    assert [text.partition(":")[0] for text in dialog.problems] == [
        "reading “Inkplate 5”",
        "a source is one document, without a semicolon",
        "“wide” is not a number; type one such as 0.23",
    ]
    _fill(dialog, "Board 7", "Caliper", "-1")
    assert dialog.problems == []
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem.text() == (
        "Socket: terminal pad, across the rows: -1 mm is not a length above 0"
    )
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_damaged_file_is_put_aside_and_said(controller: Controller, qtbot: QtBot) -> None:
    folder = user_reading_folder()
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("name = 7", encoding="utf-8")
    panel = _shown(controller, qtbot)
    assert "mine.toml: " in panel.problem.text()
    assert "kept as mine-1.damaged" in panel.problem.text()
    assert len(_rows(panel, HEIGHT)) == 3


def test_a_value_far_off_does_not_press_the_others_together(
    panel: EvidencePanel, tmp_path: Path
) -> None:
    far = ReadFigure("Slip", "Caliper", ReadingKind.MEASURED, Half.HEADER, HEIGHT, 53.0)
    add_reading(user_reading_folder(), far)
    panel.hide()
    panel.show()
    panel.refresh()
    _show_half(panel, HEIGHT)
    assert panel.table.scale.span_mm < 1.2
    panel.setUpdatesEnabled(True)
    assert not panel.grab().isNull()
