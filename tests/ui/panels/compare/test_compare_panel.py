"""Pairs side by side in the window: added, read, copied, saved, taken out again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QSplitterHandle
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.palette import DARK, LIGHT
from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.style import ColorRole
from a4s_gui.session import reducers
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import window_palette
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from tests.every import for_each
from tests.ui.file_dialogs import choose_file
from tests.ui.panels.conftest import show_once

SMALL, MIDDLE, LARGE = "AXE510127/AXE610124", "AXE540127/AXE640124", "AXE580127/AXE680124"
HIGHER, NEXT = "AXE540127/AXE640224", "AXE512127/AXE612124"
_Role = Qt.ItemDataRole
_RGB = QImage.Format.Format_RGB32


@pytest.fixture
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog, State(pair_id=MIDDLE))


@pytest.fixture
def panel(controller: Controller, qtbot: QtBot) -> ComparePanel:
    made = ComparePanel(controller, Settings())
    qtbot.addWidget(made)
    made.resize(850, 190)
    show_once(made)
    assert made.add_button.isEnabled()
    QAbstractItemModelTester(
        made.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    return made


@pytest.fixture
def seen(panel: ComparePanel) -> ComparePanel:
    """Return the panel as one that is looked at: its picture takes long to be laid out."""
    panel.setUpdatesEnabled(True)
    return panel


def _compare(panel: ComparePanel, controller: Controller, *ids: str) -> None:
    controller.apply(reducers.compare_pairs, ids)
    panel.refresh()


def _rows(panel: ComparePanel) -> dict[str, list[str]]:
    """Return the values of the shown figures by their names, without the headings of groups."""
    model = panel.table.rows
    return {
        str(model.headerData(row, Qt.Orientation.Vertical)): [
            str(model.index(row, column).data()) for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
        if row not in model.headings
    }


def _row(panel: ComparePanel, name: str) -> int:
    model = panel.table.rows
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    return names.index(name)


def _heads(panel: ComparePanel) -> list[str]:
    model = panel.table.rows
    return [
        str(model.headerData(column, Qt.Orientation.Horizontal))
        for column in range(model.columnCount())
    ]


def test_at_first_it_says_what_to_do_and_it_follows_once_it_is_painted(
    seen: ComparePanel, controller: Controller, qtbot: QtBot
) -> None:
    assert seen.empty.isVisible()
    assert "Ctrl+K" in seen.empty.text()
    assert not seen.picture.isVisible()
    assert not seen.export_button.isEnabled()
    QTest.mouseClick(seen.add_button, Qt.MouseButton.LeftButton)
    assert [pair.id for pair in controller.compared] == [MIDDLE]

    qtbot.waitUntil(lambda: _heads(seen) == ["AXE540127\nAXE640124"])
    assert not seen.empty.isVisible()
    assert seen.picture.isVisible()
    assert _rows(seen)["Socket A"] == ["10.50 mm"]
    assert "Add another" in seen.summary.whole
    assert not seen.everything.isEnabled(), "one pair alone shows all its figures"
    controller.apply(reducers.compare_pair, LARGE)
    qtbot.waitUntil(lambda: _heads(seen) == ["AXE540127\nAXE640124", "AXE580127\nAXE680124"])


def test_unseen_it_does_nothing(catalog: Catalog, qtbot: QtBot) -> None:
    controller = Controller(catalog, State(pair_id=MIDDLE))
    panel = ComparePanel(controller, Settings())
    controller.setParent(panel)
    qtbot.addWidget(panel)
    controller.apply(reducers.compare_pairs, [SMALL, LARGE])
    controller.apply(reducers.choose_pair, LARGE)
    QApplication.processEvents()
    assert panel.table.rows.rowCount() == 0


def test_only_what_differs_is_shown_or_all_of_it(
    panel: ComparePanel, controller: Controller
) -> None:
    _compare(panel, controller, MIDDLE, HIGHER)
    assert _rows(panel) == {
        "Mated height": ["0.8 mm", "1.0 mm"],
        "Header height above board": ["0.65 mm", "0.85 mm derived"],
    }
    assert panel.summary.whole == "2 of 52 differ"
    QTest.mouseClick(panel.everything, Qt.MouseButton.LeftButton)
    shown = _rows(panel)
    assert shown["Pins"] == ["40", "40"]
    assert shown["Rated voltage"] == ["at most 60 V", "at most 60 V"]
    assert len(shown) == 52
    model = panel.table.rows
    fonts = {
        name: model.index(_row(panel, name), 0).data(_Role.FontRole)
        for name in ("Mated height", "Pins")
    }
    bold = {name: isinstance(font, QFont) and font.bold() for name, font in fonts.items()}
    assert bold == {"Mated height": True, "Pins": False}, "what differs stands out"


def test_rows_stand_under_their_headings_and_tell_formula_condition_and_source(
    panel: ComparePanel, controller: Controller
) -> None:
    _compare(panel, controller, SMALL, LARGE)
    model = panel.table.rows
    heads = [model.headerData(row, Qt.Orientation.Vertical) for row in model.headings]
    assert heads == ["Pair", "Outline", "Electrical", "Mechanical", "Tape and reel", "Board area"]
    for row in model.headings:
        assert not model.index(row, 0).flags() & Qt.ItemFlag.ItemIsSelectable
        assert panel.table.columnSpan(row, 0) == 2

    QTest.keyClick(panel.everything, Qt.Key.Key_Space)

    def tip(name: str, column: int) -> list[str]:
        return str(model.index(_row(panel, name), column).data(_Role.ToolTipRole)).splitlines()

    assert tip("Composite insertion force", 1)[:3] == [
        LARGE,
        "Composite insertion force: at most 96 N",
        "Formula: 1.2 N × 80 contacts = 96 N",
    ]
    assert tip("Dielectric strength", 0)[2].startswith("Condition: applied for 1 min")
    assert tip("Socket A", 0)[2].startswith("Source: Panasonic A4S datasheet, 2016: Dimensions")
    assert max(map(len, tip("Socket A", 0))) <= 90, "Qt breaks no lines of plain text"
    assert "GPD_Pocket-mods" in " ".join(tip("Socket land pattern area", 0))


def test_what_is_not_stated_for_one_pair_is_said(
    panel: ComparePanel, controller: Controller
) -> None:
    _compare(panel, controller, MIDDLE, "AXE5E4026/AXE6E4026")
    index = panel.table.rows.index(_row(panel, "Tape width"), 1)
    assert index.data() == "not stated"
    assert "does not state it" in index.data(_Role.ToolTipRole)
    assert index.data(_Role.ForegroundRole) is not None


def test_a_click_on_a_head_chooses_its_pair(panel: ComparePanel, controller: Controller) -> None:
    _compare(panel, controller, SMALL, MIDDLE)
    heads = panel.table.heads
    model = panel.table.rows
    assert model.headerData(1, Qt.Orientation.Horizontal, _Role.FontRole) is not None
    place = QPoint(heads.sectionViewportPosition(0) + 30, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.pair_id == SMALL
    panel.refresh()
    assert model.headerData(0, Qt.Orientation.Horizontal, _Role.FontRole) is not None
    assert model.headerData(1, Qt.Orientation.Horizontal, _Role.FontRole) is None


def test_it_works_by_keys_alone(panel: ComparePanel, controller: Controller) -> None:
    _compare(panel, controller, SMALL, LARGE)
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.table.rows.index(_row(panel, "Pins"), 1))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert controller.state.pair_id == LARGE
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert [pair.id for pair in controller.compared] == [SMALL]
    panel.refresh()
    QTest.keyClick(panel.add_button, Qt.Key.Key_Space)
    assert [pair.id for pair in controller.compared] == [SMALL, LARGE]


def test_the_crosses_in_the_heads_follow_the_table_when_tabbing(
    panel: ComparePanel, controller: Controller, qtbot: QtBot
) -> None:
    _compare(panel, controller, SMALL, LARGE)
    panel.activateWindow()
    panel.table.setFocus()
    qtbot.waitUntil(panel.table.hasFocus)
    for button in panel.table.heads.buttons:
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert [pair.id for pair in controller.compared] == [SMALL]


def test_cells_are_copied_with_their_headings_and_each_head_takes_its_pair_out(
    panel: ComparePanel, controller: Controller
) -> None:
    _compare(panel, controller, SMALL, MIDDLE, LARGE)
    panel.copy_table.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"Group\tFigure\t{SMALL}\t{MIDDLE}\t{LARGE}"
    assert "Outline\tSocket A\t4.50 mm\t10.50 mm\t18.50 mm" in lines
    table = panel.table
    for name in ("Socket A", "Header A"):
        for column in (0, 2):
            index = table.rows.index(_row(panel, name), column)
            table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        f"Group\tFigure\t{SMALL}\t{LARGE}",
        "Outline\tSocket A\t4.50 mm\t18.50 mm",
        "Outline\tHeader A\t3.80 mm\t17.80 mm",
    ]

    buttons = [button for button in panel.table.heads.buttons if button.isVisible()]
    assert [button.accessibleName() for button in buttons] == [
        f"Remove {name}" for name in (SMALL, MIDDLE, LARGE)
    ]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    panel.refresh()
    assert [pair.id for pair in controller.compared] == [SMALL, LARGE]
    assert [button.isVisible() for button in panel.table.heads.buttons] == [True, True, False]
    for button in panel.table.heads.buttons[:2]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        panel.refresh()


def test_the_menu_of_a_cell_does_what_its_head_does(
    panel: ComparePanel, controller: Controller
) -> None:
    _compare(panel, controller, SMALL, LARGE)
    menu = panel.table.context_menu(panel.table.rows.index(_row(panel, "Pins"), 0))
    copy, draw, remove = menu.actions()
    assert [draw.text(), remove.text()] == [f"&Draw {SMALL}", f"&Take {SMALL} out"]
    copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("Group\tFigure")
    draw.trigger()
    assert controller.state.pair_id == SMALL
    remove.trigger()
    assert [pair.id for pair in controller.compared] == [LARGE]


def _saved(panel: ComparePanel, action: QAction, path: Path) -> str:
    action.trigger()
    return choose_file(panel, path)


def test_the_table_is_saved_as_csv_or_why_it_cannot_be_is_said_in_the_panel(
    panel: ComparePanel, controller: Controller, tmp_path: Path, qtbot: QtBot
) -> None:
    _compare(panel, controller, MIDDLE, HIGHER)
    with qtbot.waitSignal(controller.saved) as saved:
        _saved(panel, panel.save_table, tmp_path / "differing.csv")
    assert saved.args == [tmp_path / "differing.csv"]
    QTest.keyClick(panel.everything, Qt.Key.Key_Space)
    _saved(panel, panel.save_table, tmp_path / "all.csv")
    tables = {}
    for name in ("differing", "all"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            tables[name] = list(csv.reader(stream))
    assert tables["all"][0] == ["Group", "Figure", "Unit", MIDDLE, HIGHER]
    # Three ranges of temperature have a row for each of their ends, the height one for what is
    # derived.
    assert (len(tables["differing"]), len(tables["all"])) == (1 + 3 + 1, 1 + 54 + 3 + 1)

    _saved(panel, panel.save_table, tmp_path / "gone" / "table.csv")
    assert str(tmp_path / "gone") in panel.problem.text()
    assert panel.problem.isVisible()


def test_the_picture_is_saved_in_the_format_of_its_name_or_refused_in_the_panel(
    panel: ComparePanel, controller: Controller, tmp_path: Path
) -> None:
    _compare(panel, controller, SMALL, NEXT)
    _saved(panel, panel.save_picture, tmp_path / "picture.doc")
    assert "known: .svg, .png, .pdf" in panel.problem.text()
    assert not list(tmp_path.glob("picture*"))
    for suffix, start in {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}.items():
        suggested = _saved(panel, panel.save_picture, tmp_path / f"picture.{suffix}")
        assert suggested == "compare-AXE510127-AXE512127.svg"
        assert (tmp_path / f"picture.{suffix}").read_bytes().startswith(start)
        assert panel.problem.isHidden()


def test_the_picture_is_copied(panel: ComparePanel, controller: Controller, qtbot: QtBot) -> None:
    _compare(panel, controller, SMALL, NEXT)
    with qtbot.waitSignal(controller.message) as said:
        panel.copy_picture.trigger()
    data = QGuiApplication.clipboard().mimeData()
    image = QImage.fromData(data.data("image/png"))
    assert image == data.imageData()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    assert bytes(data.data("application/pdf").data()).startswith(b"%PDF-")
    assert said.args[0].startswith(f"Copied a picture of {image.width()} × {image.height()} px")
    # At 20:1 and 300 dpi the longest socket is 4.90 mm × 20 = 98 mm of paper, 1157 px.
    assert 1157 < image.width() < 2000


def _texts(panel: ComparePanel) -> list[str]:
    scene = panel.picture.scene
    if scene is None:  # not painted since it changed
        return []
    return [shape.text for shape in scene.shapes() if isinstance(shape, Text)]


def test_the_picture_names_every_pair_and_the_longest_and_pads_their_origin(
    seen: ComparePanel, controller: Controller, qtbot: QtBot
) -> None:
    _compare(seen, controller, SMALL, LARGE)
    qtbot.waitUntil(lambda: "longest socket A 18.50" in _texts(seen))
    seen.resize(850, 120)
    qtbot.waitUntil(lambda: {"AXE510127", "AXE580127"} <= set(_texts(seen)))
    seen.resize(1200, 500)
    qtbot.waitUntil(lambda: "AXE580127 + AXE680124, 80 pins, 0.8 mm" in _texts(seen))
    assert "longest header A 17.80" in _texts(seen)
    assert "longest header 17.80 mm" in seen.picture.accessibleDescription()

    seen.resize(850, 190)
    QTest.keyClick(seen.pads, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Pads: not of the manufacturer's drawing." in _texts(seen))
    assert "GPD_Pocket-mods" in seen.picture.toolTip()


@for_each("dark", [False, True])
def test_the_picture_is_drawn_in_the_windows_colours(
    panel: ComparePanel, controller: Controller, *, dark: bool
) -> None:
    panel.setPalette(window_palette(dark=dark))
    _compare(panel, controller, SMALL, LARGE)
    colours = DARK if dark else LIGHT
    image = panel.picture.grab().toImage()
    assert image.pixelColor(0, 0) == QColor(colours.background)
    wanted = QColor(colours.inks[ColorRole.COMPARED_1])
    found = set(memoryview(image.convertToFormat(_RGB).constBits()).cast("I"))
    near = min(
        abs(QColor(c).red() - wanted.red())
        + abs(QColor(c).green() - wanted.green())
        + abs(QColor(c).blue() - wanted.blue())
        for c in found
    )
    assert near < 90, "a line between two rows of pixels is drawn lighter on both"


def test_another_land_pattern_changes_its_figures(
    panel: ComparePanel, controller: Controller
) -> None:
    _compare(panel, controller, SMALL, LARGE)
    before = _rows(panel)["Socket land pattern area"]
    controller.try_apply(reducers.edit_figures, {"socket.contact_height_mm": 0.8})
    panel.refresh()
    assert _rows(panel)["Socket land pattern area"] != before


def test_the_picture_leaves_the_table_the_width_of_its_pairs_but_not_where_a_hand_divided_it(
    panel: ComparePanel, controller: Controller
) -> None:
    panel.resize(900, 190)
    _compare(panel, controller, SMALL, LARGE)
    table = panel.table
    assert table.width() >= table.whole_width_px
    assert panel.picture.width() >= 400
    _compare(panel, controller, SMALL, MIDDLE, HIGHER, LARGE)
    assert 580 <= table.width() <= 604  # two thirds: the rest is the picture's
    panel.resize(1200, 190)
    assert table.width() >= table.whole_width_px

    panel.resize(900, 190)
    _compare(panel, controller, SMALL, LARGE)
    handle = panel.findChildren(QSplitterHandle)[-1]
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(150, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    narrow = panel.picture.width()
    assert narrow < 350
    _compare(panel, controller, SMALL, MIDDLE)
    assert panel.picture.width() == narrow


@for_each("width", [560, 700, 850])
def test_how_many_figures_differ_is_read_in_any_width(
    panel: ComparePanel, controller: Controller, width: int
) -> None:
    panel.resize(width, 190)
    _compare(panel, controller, MIDDLE, HIGHER)
    QTest.qWait(20)
    assert panel.summary.text() == panel.summary.whole == "2 of 52 differ"


def test_without_room_for_both_figures_or_outlines_have_all_of_it(
    seen: ComparePanel, controller: Controller, qtbot: QtBot
) -> None:
    seen.resize(640, 160)
    _compare(seen, controller, SMALL, MIDDLE, LARGE)
    figures, outlines = seen.shown.buttons
    assert seen.table.isVisible()
    assert not seen.picture.isVisible()
    seen.table.setFocus()
    figures.setFocus()
    QTest.keyClick(figures, Qt.Key.Key_Right)
    assert outlines.hasFocus()
    assert not seen.table.isVisible()
    assert seen.picture.width() == 640
    qtbot.waitUntil(lambda: seen.picture.scene is not None and seen.picture.scene.scale > 3)
    QTest.mouseClick(figures, Qt.MouseButton.LeftButton)
    assert seen.table.isVisible()
    seen.resize(640, 500)
    assert seen.picture.isVisible()
    assert seen.picture.geometry().bottom() < seen.table.mapTo(seen, QPoint(0, 0)).y()
    assert not seen.shown.isVisible()
    seen.resize(900, 160)
    assert seen.picture.isVisible()
    assert seen.picture.geometry().right() < seen.table.mapTo(seen, QPoint(0, 0)).x()


def test_keys_that_were_in_the_figures_go_to_the_choice_of_outlines(
    panel: ComparePanel, controller: Controller
) -> None:
    panel.resize(640, 160)
    _compare(panel, controller, SMALL, LARGE)
    panel.setFocus()
    assert panel.table.hasFocus()
    QTest.mouseClick(panel.shown.buttons[1], Qt.MouseButton.LeftButton)
    assert panel.shown.buttons[1].hasFocus()
