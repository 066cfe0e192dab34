"""The panel of alternatives: read, chosen, compared and copied as a user does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.selection.alternatives import AlternativeKind
from a4s_gui.session import reducers
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.alternatives.alternatives_columns import COLUMNS
from a4s_gui.ui.panels.alternatives.alternatives_panel import AlternativesPanel
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up

PAIR = "AXE540127/AXE640124"
AT_FIRST = State(pair_id=PAIR)
INSPECTION = "AXE5E4026/AXE6E4026"
_TITLES = [column.title for column in COLUMNS]


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog, AT_FIRST)


@pytest.fixture(scope="module")
def kept(controller: Controller, keep: Keeper) -> AlternativesPanel:
    made = AlternativesPanel(controller)
    keep(made)
    QAbstractItemModelTester(
        made.alternatives, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    return made


@pytest.fixture
def panel(kept: AlternativesPanel, controller: Controller) -> AlternativesPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    take_up(kept)
    begin_again(controller, AT_FIRST)
    kept.resize(850, 190)
    kept.alternatives.show_rows(())  # forgets which kind was looked at
    kept.refresh()
    QApplication.processEvents()
    return kept


def _row(panel: AlternativesPanel, kind: AlternativeKind) -> int:
    return [row.kind for row in panel.alternatives.rows].index(kind)


def _cell(panel: AlternativesPanel, kind: AlternativeKind, title: str) -> str:
    index = panel.alternatives.index(_row(panel, kind), _TITLES.index(title))
    return str(index.data())


def _tip(panel: AlternativesPanel, kind: AlternativeKind, title: str) -> str:
    index = panel.alternatives.index(_row(panel, kind), _TITLES.index(title))
    return str(index.data(Qt.ItemDataRole.ToolTipRole))


def _place(panel: AlternativesPanel, kind: AlternativeKind) -> QPoint:
    index = panel.alternatives.index(_row(panel, kind), 1)
    panel.table.scrollTo(index)
    return panel.table.visualRect(index).center()


def _click(panel: AlternativesPanel, kind: AlternativeKind) -> None:
    place = _place(panel, kind)
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _chosen(controller: Controller, qtbot: QtBot, panel: AlternativesPanel, wanted: str) -> None:
    assert controller.state.pair_id == wanted
    qtbot.waitUntil(lambda: all(row.chosen.id == wanted for row in panel.alternatives.rows))


def test_every_kind_has_its_row(panel: AlternativesPanel) -> None:
    shown = [str(panel.alternatives.index(row, 0).data()) for row in range(5)]
    assert shown == [
        "Other mated height",
        "Other packaging",
        "Inspection type",
        "Fewer pins",
        "More pins",
    ]
    assert panel.summary.text().startswith("Beside AXE540127 + AXE640124, on the land pattern")


def test_a_row_says_what_it_is_and_what_changes(panel: AlternativesPanel) -> None:
    kind = AlternativeKind.INSPECTION
    assert _cell(panel, kind, "Socket") == "AXE5E4026"
    assert _cell(panel, kind, "Header") == "AXE6E4026"
    assert _cell(panel, kind, "Height") == "–"
    assert "3,000 mating cycles" in _cell(panel, kind, "Changes")
    assert "AXE5E4026" not in _cell(panel, kind, "Changes")
    assert _cell(panel, kind, "Stays") == "foot pattern and outline of both halves"


def test_what_the_board_must_add_is_told_with_formula_and_source(panel: AlternativesPanel) -> None:
    kind = AlternativeKind.MORE_PINS
    assert _cell(panel, kind, "Pins") == "44"
    # 11.3 × 2.9 − 10.5 × 2.9 mm² for the socket, 10.45 × 2.4 − 9.65 × 2.4 mm² for the header.
    assert _cell(panel, kind, "Socket adds") == "+0.8 mm, +2.32 mm²"
    assert _cell(panel, kind, "Header adds") == "+0.8 mm, +1.92 mm²"
    assert _cell(panel, AlternativeKind.FEWER_PINS, "Socket adds") == "−0.8 mm, −2.32 mm²"
    assert _cell(panel, AlternativeKind.HEIGHT, "Socket adds") == "0"
    tip = _tip(panel, kind, "Socket adds")
    assert "Socket body, added area: 28.25 mm² − 26.25 mm² = 2 mm²" in tip
    assert "Socket land pattern, added area: 32.77 mm² − 30.45 mm² = 2.32 mm²" in tip
    assert "Source: Panasonic A4S datasheet" in tip
    assert "GPD_Pocket-mods" in tip
    assert max(map(len, tip.splitlines())) <= 90


def test_cells_that_differ_from_the_chosen_pair_stand_out(panel: AlternativesPanel) -> None:
    def bold(title: str) -> bool:
        row = _row(panel, AlternativeKind.HEIGHT)
        font = panel.alternatives.index(row, _TITLES.index(title)).data(Qt.ItemDataRole.FontRole)
        return isinstance(font, QFont) and font.bold()

    assert {title for title in _TITLES[1:6] if bold(title)} == {"Header", "Height"}
    assert "chosen: 0.8" in _tip(panel, AlternativeKind.HEIGHT, "Height")


def test_an_absent_kind_gives_its_reason_and_cannot_be_chosen(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.choose_pair, "AXE580127/AXE680124")
    qtbot.waitUntil(lambda: "AXE580127" in panel.summary.text())
    kind = AlternativeKind.MORE_PINS
    assert _cell(panel, kind, "Socket") == "none: 80 pins are the most of its kind"
    _click(panel, kind)
    assert not panel.choose_button.isEnabled()
    assert not panel.compare_button.isEnabled()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert controller.state.pair_id == "AXE580127/AXE680124"


def test_a_button_chooses(panel: AlternativesPanel, controller: Controller, qtbot: QtBot) -> None:
    _click(panel, AlternativeKind.INSPECTION)
    QTest.mouseClick(panel.choose_button, Qt.MouseButton.LeftButton)
    _chosen(controller, qtbot, panel, INSPECTION)
    assert "Standard type" in [row.title for row in panel.alternatives.rows]


def test_a_double_click_chooses(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    place = _place(panel, AlternativeKind.PACKAGING)
    _click(panel, AlternativeKind.PACKAGING)
    QTest.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    _chosen(controller, qtbot, panel, "AXE540127D/AXE640124D")


def test_keys_alone_go_up_pin_count_by_pin_count(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_End)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    _chosen(controller, qtbot, panel, "AXE544127/AXE644124")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    _chosen(controller, qtbot, panel, "AXE550127/AXE650124")


def test_an_alternative_is_compared_with_the_chosen_pair(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    _click(panel, AlternativeKind.HEIGHT)
    with qtbot.waitSignal(controller.message) as said:
        QTest.mouseClick(panel.compare_button, Qt.MouseButton.LeftButton)
    assert controller.state.compared == (PAIR, "AXE540127/AXE640224")
    assert said.args == ["AXE540127 + AXE640224 is in Compare now, 2 of 4"]
    with qtbot.waitSignal(controller.message) as said:
        QTest.mouseClick(panel.compare_button, Qt.MouseButton.LeftButton)
    assert said.args is not None
    assert "is there already" in said.args[0]


def test_the_formula_of_a_cell_is_told_to_the_keys(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_End)
    with qtbot.waitSignal(controller.message) as said:
        for _ in range(_TITLES.index("Socket adds")):
            QTest.keyClick(panel.table, Qt.Key.Key_Right)
    assert said.args is not None
    assert "Socket land pattern, added length: 11.3 mm − 10.5 mm = 0.8 mm" in said.args[0]


def test_a_row_has_a_menu(panel: AlternativesPanel, controller: Controller) -> None:
    _click(panel, AlternativeKind.HEIGHT)
    menu = panel.table.context_menu(panel.table.currentIndex())
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Copy AXE640224"].trigger()
    assert QGuiApplication.clipboard().text() == "AXE640224"
    actions["Add to comparison"].trigger()
    assert controller.state.compared == (PAIR, "AXE540127/AXE640224")
    actions["Copy rows"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Alternative\tSocket\tHeader")
    actions["Choose"].trigger()
    assert controller.state.pair_id == "AXE540127/AXE640224"


def test_rows_are_copied_with_headings_formulas_and_sources(panel: AlternativesPanel) -> None:
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == [*_TITLES, "Formulas", "Sources"]
    assert len(lines) == 6
    last = lines[-1].split("\t")
    assert last[:4] == ["More pins", "AXE544127", "AXE644124", "44"]
    assert "11.3 mm − 10.5 mm = 0.8 mm" in last[-2]
    assert "Panasonic A4S datasheet" in last[-1]


def test_selected_rows_alone_are_copied(panel: AlternativesPanel) -> None:
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Home)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == ["Other mated height", "Other packaging"]


def test_an_edited_pad_counts_at_once(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    controller.try_apply(reducers.edit_figures, {"socket.contact_height_mm": 0.75})
    # The rows are 2.25 mm apart: 0.8 mm × (2.25 + 0.75) mm.
    qtbot.waitUntil(
        lambda: _cell(panel, AlternativeKind.MORE_PINS, "Socket adds") == "+0.8 mm, +2.4 mm²"
    )
    assert "(edited)" in panel.summary.text()


def test_without_a_pair_there_is_nothing_to_do(catalog: Catalog, qtbot: QtBot) -> None:
    panel = AlternativesPanel(Controller(catalog))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: "Choose a pair" in panel.summary.text())
    buttons = (panel.choose_button, panel.compare_button, panel.copy_button)
    assert not any(button.isEnabled() for button in buttons)


def test_in_a_side_column_nothing_scrolls_sideways_and_all_is_told(
    panel: AlternativesPanel,
) -> None:
    panel.resize(panel.sizeHint())
    QTest.qWait(10)
    assert panel.table.horizontalScrollBar().maximum() == 0
    panel.table.go_to(_row(panel, AlternativeKind.MORE_PINS))
    told = panel.rest.text()
    assert "Pins: 44" in told
    assert panel.rest.y() - panel.table.geometry().bottom() < 10
    assert panel.summary.height() < 3 * panel.fontMetrics().height()
    assert f"Changes: {_cell(panel, AlternativeKind.MORE_PINS, 'Changes')}" in told
    panel.resize(3000, 300)
    QTest.qWait(10)
    assert panel.rest.isHidden()
    assert not panel.table.hidden_columns


def test_in_a_side_column_a_reason_is_told_whole(
    panel: AlternativesPanel, controller: Controller, qtbot: QtBot
) -> None:
    panel.resize(panel.sizeHint())
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    qtbot.waitUntil(lambda: panel.alternatives.rows[0].chosen.pins == 10)
    panel.table.go_to(_row(panel, AlternativeKind.FEWER_PINS))
    assert panel.rest.text() == "10 pins are the fewest of its kind"
