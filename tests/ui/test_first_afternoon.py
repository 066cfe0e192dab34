"""The jobs of a first afternoon, done with the window's own widgets; each is undone, and survives.

Most are a list of steps: done, taken back and brought back, and done again with a restart in the
middle.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.session.session_text import encode_session
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.land_pattern.save_pattern_dialog import SavePatternDialog
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.main_window import MainWindow

WindowMaker = Callable[..., MainWindow]
Step = Callable[[MainWindow], object]
_LEFT, _CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _wait(until: Callable[[], bool]) -> None:
    for _ in range(1_000):
        if until():
            return
        QTest.qWait(5)
    pytest.fail("nothing comes of it")


def _click(widget: QWidget) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    # A check box is clicked on its box, not in the middle of the line.
    place = QPoint(8, widget.height() // 2)
    QTest.mouseClick(widget, _LEFT, pos=place)


def _type(field: object, text: str) -> None:
    assert isinstance(field, QLineEdit)
    assert field.isVisible()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def _filter(facet: Facet, wanted: object, window: MainWindow) -> None:
    buttons = window.filters.group(facet).buttons
    button = next(button for button in buttons if button.value.value == wanted)
    _wait(button.isVisible)  # what lies below is shown after what is above
    _click(button)


def _limit(limit: Limit, text: str, window: MainWindow) -> None:
    field = window.filters.fit.fields[limit].field
    _wait(field.isVisible)
    window.filters.ensureWidgetVisible(field)
    _type(field, text)


def _panel_in_front(name: str, window: MainWindow) -> QWidget:
    window.named_actions[name].trigger()
    panel = window.panels[name].panel
    _wait(lambda: not panel.visibleRegion().isEmpty())
    QApplication.processEvents()
    return panel


def _with_keys(dialog: QWidget) -> QWidget:
    inside: QWidget | None = dialog.focusWidget()
    return dialog if inside is None else inside


def _in_export_dialog(window: MainWindow, act: Callable[[ExportDialog], None]) -> list[Path]:
    """Open the dialog by Ctrl+E, do something in it, and return what it has saved."""
    saved: list[Path] = []

    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        try:
            assert QTest.qWaitForWindowActive(dialog)
            act(dialog)
            saved.extend([dialog.saved] if dialog.saved else [])
        finally:
            dialog.reject()

    QTimer.singleShot(0, window, fill_in)
    _press(Qt.Key.Key_E, _CONTROL)
    return saved


def _export(window: MainWindow, suffix: str, target: Path) -> list[Path]:
    """Save what is drawn."""

    def fill_in(dialog: ExportDialog) -> None:
        form = dialog.form
        kinds = [form.format.itemText(row) for row in range(form.format.count())]
        form.format.setCurrentIndex([kind.endswith(f"(.{suffix})") for kind in kinds].index(True))
        form.file.selectAll()
        QTest.keyClicks(form.file, str(target))
        _click(dialog.save_button)

    return _in_export_dialog(window, fill_in)


def _measure(window: MainWindow) -> None:
    drawing = window.drawing
    assert drawing is not None
    assert drawing.scene is not None
    socket = next(p for p in drawing.scene.placed if p.footprint.half is Half.SOCKET)
    pads = {pad.number: rect for pad, rect in socket.pads()}
    for number in ("1", "3"):
        x_px, y_px = drawing.viewport.to_px(pads[number].left_mm, pads[number].top_mm)
        place = QPoint(round(x_px), round(y_px))
        QTest.mouseMove(drawing.canvas.viewport(), place)
        QTest.mouseClick(drawing.canvas.viewport(), _LEFT, pos=place)


def _choose_pad(number: str, window: MainWindow) -> None:
    panel = _panel_in_front("pad-map", window)
    assert isinstance(panel, PadMapPanel)
    model = panel.table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == number)
    panel.table.selectRow(row)


def _more_toe(window: MainWindow) -> None:
    """Make the socket's contact lands 0.05 mm longer at the toe: the rows stay where they end."""
    panel = _panel_in_front("land-pattern", window)
    assert isinstance(panel, PatternPanel)
    editor = panel.editors["socket.contact_height_mm"]
    height_mm = window.controller.pattern.socket.contact_height_mm
    assert editor.field is not None
    _type(editor.field.findChild(QLineEdit), f"{height_mm + 0.05:.3f}")


def _paste_bill(window: MainWindow) -> None:
    panel = _panel_in_front("part-list", window)
    assert isinstance(panel, PartListPanel)
    QApplication.clipboard().setText("J1;AXE540124;4\nJ2;AXE640124;4\n")
    panel.paste()
    _wait(lambda: panel.list_model.rowCount() == 2)


def _type_pieces(window: MainWindow) -> None:
    panel = _panel_in_front("ordering", window)
    assert isinstance(panel, OrderingPanel)
    _type(panel.pieces.lines[Half.SOCKET], "12000")


def _compare_row(height_mm: float, window: MainWindow) -> None:
    """Choose the standard pair of one height on 8 mm tape in the table, and set it down."""
    window.docks.bring_up("pairs")
    rows = window.table.pairs_model.rows
    place = next(
        place
        for place, pair in enumerate(rows)
        if (pair.mated_height_mm, pair.packaging_pitch_mm) == (height_mm, 8)
    )
    index = window.table.model().index(place, 0)
    place_px = window.table.visualRect(index).center()
    QTest.mouseClick(window.table.viewport(), _LEFT, pos=place_px)
    window.table.setFocus()
    window.named_actions["compare-pair"].trigger()


FIND_24: list[Step] = [
    partial(_filter, Facet.PINS, 24),
    partial(_filter, Facet.HEIGHT, 0.8),
    partial(_filter, Facet.PACKAGING, 4),
]
CARRY_2_A: list[Step] = [
    partial(_limit, Limit.CURRENT, "2"),
    partial(_limit, Limit.CONTACTS, "8"),
    partial(_limit, Limit.LENGTH, "8"),
]
COMPARE_40: list[Step] = [
    partial(_filter, Facet.PINS, 40),
    partial(_compare_row, 0.8),
    partial(_compare_row, 1.0),
]


def _found_and_exported(window: MainWindow, folder: Path) -> None:
    assert [pair.id for pair in window.controller.result.rows] == ["AXE524127D/AXE624124D"]
    assert window.windowTitle().startswith("AXE524127D + AXE624124D")
    saved = _export(window, "pdf", folder / "found.pdf")
    assert saved == [folder / "found.pdf"]
    assert saved[0].read_bytes().startswith(b"%PDF")


def _2_a_on_8_contacts_under_8_mm(window: MainWindow, _folder: Path) -> None:
    rows = window.controller.result.rows
    every = window.controller.catalog.pairs
    short = [p for p in every if max(c.body_length_mm for c in p.connectors) <= 8]
    assert rows
    assert set(rows) == {pair for pair in short if pair.pins >= 8}
    assert window.controller.pair in rows, "the drawing follows"
    assert window.chip_line.count.text() == f"{len(rows)} of {len(every)} pairs"
    texts = [button.text() for button in window.chip_line.chips.buttons]
    assert len(texts) == 3, texts


def _a_longer_toe(window: MainWindow, _folder: Path) -> None:
    shipped_mm = shipped_pattern().socket.contact_height_mm
    assert window.controller.pattern.socket.contact_height_mm == pytest.approx(shipped_mm + 0.05)


def _both_heights_are_compared(window: MainWindow, _folder: Path) -> None:
    panel = _panel_in_front("compare", window)
    assert isinstance(panel, ComparePanel)
    assert window.controller.state.compared == ("AXE540127/AXE640124", "AXE540127/AXE640224")
    _wait(lambda: panel.summary.text() != "")
    assert panel.isVisible()
    model = panel.table.model()
    rows = [[model.index(row, c).data() for c in range(2)] for row in range(model.rowCount())]
    assert ["0.8 mm", "1.0 mm"] in rows


def _old_numbers_say_what_they_are_now(window: MainWindow, _folder: Path) -> None:
    model = window.panels["part-list"].panel_as(PartListPanel).list_model
    shown = "\n".join(
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    assert "AXE540127" in shown
    assert "AXE640124" in shown


def _reels_and_cartons(window: MainWindow, _folder: Path) -> None:
    panel = window.panels["ordering"].panel_as(OrderingPanel)
    _wait(lambda: panel.orders.rowCount() > 0)
    pair = window.controller.pair
    assert pair is not None
    assert pair.pieces_per_reel is not None
    reels = -(-12_000 // pair.pieces_per_reel)
    shown = [panel.orders.index(0, column).data() for column in range(panel.orders.columnCount())]
    assert any(str(reels) in str(text) for text in shown), shown


Done = Callable[[MainWindow, Path], None]
JOBS: dict[str, tuple[list[Step], Done]] = {
    "find 24 pins, 0.8 mm, 4 mm tape": (FIND_24, _found_and_exported),
    "2 A on 8 contacts under 8 mm": (CARRY_2_A, _2_a_on_8_contacts_under_8_mm),
    "toe + 0.05 mm": ([_more_toe], _a_longer_toe),
    "40 pins in both heights": (COMPARE_40, _both_heights_are_compared),
    "a bill with old numbers": ([_paste_bill], _old_numbers_say_what_they_are_now),
    "12,000 pieces": ([_type_pieces], _reels_and_cartons),
}


def _do(steps: list[Step], window: MainWindow) -> None:
    for step in steps:
        step(window)
        QApplication.processEvents()


def _undo(window: MainWindow, left: int) -> None:
    """Take back all but the steps that were there before."""
    while len(window.controller.history.past) > left:
        window.named_actions["undo"].trigger()


def test_each_job_is_done_undone_and_survives_a_restart_in_its_middle(
    make: WindowMaker, tmp_path: Path
) -> None:
    window = make("AXE640124")
    at_first = window.controller.state
    for job, (steps, check) in JOBS.items():
        window.controller.apply(lambda _: at_first)
        done = _done_and_undone(window, steps, partial(check, window, tmp_path))
        middle = (len(steps) + 1) // 2
        _do(steps[:middle], window)
        window.close()
        window = make()
        _do(steps[middle:], window)
        assert encode_session(window.controller.state) == done, job


def _done_and_undone(window: MainWindow, steps: list[Step], check: Callable[[], None]) -> str:
    """Do a job, check it, take it back, bring it back and take it back; return how it ended."""
    before = len(window.controller.history.past)
    states = [encode_session(window.controller.state)]
    for step in steps:
        _do([step], window)
        states.append(encode_session(window.controller.state))
    assert len(set(states)) == len(states), "every step changes something"
    check()
    _undo(window, before)
    assert encode_session(window.controller.state) == states[0]
    while window.controller.history.future:
        window.named_actions["redo"].trigger()
    assert encode_session(window.controller.state) == states[-1]
    _undo(window, before)
    return states[-1]


def test_the_same_by_keyboard_alone(window: MainWindow, tmp_path: Path) -> None:
    window.search.setFocus()
    QTest.keyClicks(window.search, "24 pins 0.8mm 4mm")
    _press(Qt.Key.Key_Return)
    assert window.windowTitle().startswith("AXE524127D + AXE624124D")
    assert window.table.hasFocus()

    def fill_in(dialog: ExportDialog) -> None:
        for _ in range(30):
            if dialog.focusWidget() is dialog.form.file:
                break
            QTest.keyClick(_with_keys(dialog), Qt.Key.Key_Tab)
        field = dialog.focusWidget()
        assert field is dialog.form.file
        QTest.keyClick(field, Qt.Key.Key_A, _CONTROL)
        QTest.keyClicks(field, str(tmp_path / "found.png"))
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert _in_export_dialog(window, fill_in) == [tmp_path / "found.png"]
    assert (tmp_path / "found.png").stat().st_size > 0


def test_which_header_pad_meets_socket_pad_7(window: MainWindow) -> None:
    _choose_pad("7", window)
    panel = window.panels["pad-map"].panel_as(PadMapPanel)
    row = panel.table.currentIndex().row()
    titles = [panel.table.model().headerData(c, Qt.Orientation.Horizontal) for c in range(2)]
    cells = [panel.table.model().index(row, column).data() for column in range(2)]
    assert dict(zip(titles, cells, strict=True)) == {"Socket": "7", "Header": "7"}
    assert window.controller.state.pad is not None
    assert "Socket pad 7 meets header pad 7" in window.status_line.message.whole


def test_a_longer_toe_is_saved_under_a_name_and_as_kicad_files(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    before_mm = window.controller.pattern.socket.contact_height_mm
    _more_toe(window)
    panel = window.panels["land-pattern"].panel_as(PatternPanel)
    _click(panel.save_button)
    dialog = panel.findChildren(SavePatternDialog)[-1]
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "longer-toe")
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    _click(save)
    assert window.controller.state.pattern_name == "longer-toe"
    assert window.controller.state.pattern_edits == {}
    assert window.controller.pattern.socket.contact_height_mm == pytest.approx(before_mm + 0.05)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    _export(window, "kicad_mod", tmp_path)
    footprints = sorted(path.name for path in tmp_path.rglob("*.kicad_mod"))
    assert len(footprints) == 2
    assert any("AXE540127" in name for name in footprints)


def test_a_distance_is_measured_and_copied(window: MainWindow) -> None:
    window.named_actions["measure"].trigger()
    _measure(window)
    window.named_actions["copy-measure"].trigger()
    # Two pads further along the row of odd numbers is one pitch.
    assert "0.400" in QApplication.clipboard().text()
