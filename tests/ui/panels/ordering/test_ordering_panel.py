"""What to order, typed and clicked as a user does it, against figures worked out by hand."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.orders.bill_of_materials import BOM_COLUMNS
from a4s_gui.report.order_rows import OrderCell, OrderColumn
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from tests.every import for_each
from tests.ui.file_dialogs import choose_file
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper

PAIR = "AXE540127/AXE640124"
AT_FIRST = State(pair_id=PAIR)
OTHER = "AXE540127D/AXE640124D"
INSPECTION = "AXE5E4026/AXE6E4026"
FIGURES = list(OrderColumn)[1:]
LEFT = Qt.MouseButton.LeftButton
_REFUSED = (
    ("many", "“many” is not a number; write a whole number, as in 12000"),
    ("-5", "“-5” is below 0"),
    ("0", "“0” is too small"),
    ("2.5", "“2.5” is not whole"),
    ("12,", "“12,” is not a number"),
    ("9999999999", "“9999999999” is too large"),
    ("9" * 60, "is too long for a number"),
    ("٣", "only the digits 0 to 9 can be read here"),
    ("４０", "only the digits 0 to 9 can be read here"),
    ("1e4", "write the number without an exponent"),
    ("12 reels", "“reels” is not a unit of pieces"),
)
"""What is typed, and why it is no number of pieces."""


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog, AT_FIRST)


@pytest.fixture(scope="module")
def kept(controller: Controller, kept_settings: Settings, keep: Keeper) -> OrderingPanel:
    made = OrderingPanel(controller, kept_settings)
    keep(made)
    return made


@pytest.fixture
def panel(kept: OrderingPanel, controller: Controller, kept_settings: Settings) -> OrderingPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    kept.hide()  # its labels need long to lay their texts out
    begin_again(controller, AT_FIRST)
    kept_settings._file.clear()
    kept._looked_at = None  # it stays while pieces are typed
    kept.refresh()
    return kept


@pytest.fixture
def seen(panel: OrderingPanel) -> OrderingPanel:
    """Return the panel on the screen."""
    panel.resize(850, 300)
    panel.show()
    panel.setUpdatesEnabled(True)
    QApplication.processEvents()
    return panel


def _type(panel: OrderingPanel, text: str, half: Half = Half.SOCKET) -> None:
    """Type over what stands there, pasted at once: every key asks anew."""
    field = panel.pieces.lines[half]
    field.selectAll()
    field.insert(text)


def _cells(panel: OrderingPanel, row: int) -> list[OrderCell]:
    model = panel.orders
    return [model.rows[row].cell(column) for column in FIGURES]


def _heads(panel: OrderingPanel) -> list[str]:
    heads = [row.cell(OrderColumn.PACKAGING) for row in panel.orders.rows]
    return [f"{head.text}: {head.figure.note}" for head in heads]


def _figures(panel: OrderingPanel, row: int) -> list[str]:
    return [cell.text for cell in _cells(panel, row)]


def _formulas(panel: OrderingPanel, row: int) -> list[str]:
    return [cell.figure.note for cell in _cells(panel, row)]


def test_both_packagings_stand_side_by_side(panel: OrderingPanel) -> None:
    QTest.keyClicks(panel.pieces.lines[Half.SOCKET], "12000")
    assert _heads(panel) == [
        "8 mm tape, chosen: AXE540127 + AXE640124, each",
        "4 mm tape: AXE540127D + AXE640124D, each",
    ]
    # 8 mm: 5,000 a reel and 10,000 a carton; 4 mm: 15,000 and 30,000.
    assert _figures(panel, 0) == ["3 reels of 5,000", "15,000", "3,000 (20 %)", "2"]
    assert _figures(panel, 1) == ["1 reel of 15,000", "15,000", "3,000 (20 %)", "1"]


def test_every_figure_shows_its_formula_and_in_its_tip_the_source(panel: OrderingPanel) -> None:
    _type(panel, "12000")
    assert _formulas(panel, 0) == [
        "12,000 pieces ÷ 5,000 per reel, rounded up = 3",
        "3 reels × 5,000 = 15,000",
        "15,000 − 12,000 = 3,000; ÷ 15,000 = 20 %",
        "15,000 pieces ÷ 10,000 per outer carton, rounded up = 2, the last with 5,000",
    ]
    for column in FIGURES:
        tip = panel.orders.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        assert _formulas(panel, 0)[column - 1] in tip
        assert "Source: Panasonic A4S datasheet, 2016: Product types" in tip


def test_formulas_are_drawn_and_not_only_told_of(seen: OrderingPanel) -> None:
    _type(seen, "12000")
    formula = "12,000 pieces ÷ 5,000 per reel, rounded up = 3"
    width = seen.fontMetrics().horizontalAdvance(formula)
    assert seen.table.columnWidth(OrderColumn.ORDER) > 0.8 * width
    assert seen.table.rowHeight(0) > 1.7 * seen.fontMetrics().height()


def test_few_pieces_may_come_as_samples(panel: OrderingPanel) -> None:
    _type(panel, "120")
    assert _heads(panel)[2:] == ["Samples: AXE540127 + AXE640124, each"]
    assert _figures(panel, 2) == ["3 sample units of 50", "150", "30 (20 %)", "–"]
    assert "whole reels" in _formulas(panel, 2)[-1]
    # A reel over half by far stands out; three units of samples do not.
    excess = [_cells(panel, row)[OrderColumn.EXCESS - 1] for row in range(3)]
    assert [cell.large for cell in excess] == [True, True, False]
    assert excess[0].text == "4,880 (98 %), over half"


def test_as_many_as_a_reel_are_no_samples(seen: OrderingPanel) -> None:
    _type(seen, "5000")
    assert len(_heads(seen)) == 2
    assert _figures(seen, 0) == ["1 reel of 5,000", "5,000", "0 (0 %)", "1"]
    _type(seen, "4990")
    assert _figures(seen, 0)[2] == "10 (below 1 %)"


def test_the_inspection_type_comes_in_a_lot(panel: OrderingPanel, controller: Controller) -> None:
    _type(panel, "20")
    controller.apply(reducers.choose_pair, INSPECTION)
    panel.refresh()
    assert _heads(panel)[0] == "Inspection lot, chosen: AXE5E4026 + AXE6E4026, each"
    assert _figures(panel, 0) == ["a lot of 50", "50", "30 (60 %), over half", "–"]
    assert _formulas(panel, 0)[1] == "larger of 20 wanted and 50 a lot = 50"
    assert "at least 50 pieces" in panel.rules.text()
    assert "Inspection type" in panel.rules.text()


def test_other_numbers_of_headers(panel: OrderingPanel) -> None:
    _type(panel, "12000")
    _type(panel, "16000", Half.HEADER)
    assert _heads(panel) == [
        "8 mm tape, chosen: AXE540127",
        "8 mm tape, chosen: AXE640124",
        "4 mm tape: AXE540127D",
        "4 mm tape: AXE640124D",
    ]
    assert _figures(panel, 1) == ["4 reels of 5,000", "20,000", "4,000 (20 %)", "2"]
    assert [line.split("\t")[6] for line in panel.bom.text.splitlines()] == ["15000", "20000"]
    _type(panel, "", Half.HEADER)
    assert len(_heads(panel)) == 2


def test_samples_need_few_of_both_halves(panel: OrderingPanel) -> None:
    _type(panel, "120")
    _type(panel, "6000", Half.HEADER)
    assert not any(head.startswith("Samples") for head in _heads(panel))
    _type(panel, "130", Half.HEADER)
    assert _heads(panel)[-2:] == ["Samples: AXE540127", "Samples: AXE640124"]


@pytest.fixture
def filled(panel: OrderingPanel) -> OrderingPanel:
    """Return the panel with sockets typed."""
    _type(panel, "12000")
    return panel


@for_each("half, refused", product(Half, _REFUSED))
def test_what_is_no_number_is_refused_in_place(
    filled: OrderingPanel, half: Half, refused: tuple[str, str]
) -> None:
    panel, (typed, reason) = filled, refused
    _type(panel, typed, half)
    assert not panel.problem.isHidden()
    assert panel.problem.text().startswith(f"{str(half).capitalize()}s: ")
    assert reason in panel.problem.text()
    # No figure of before may be taken for the answer.
    assert panel.table.isHidden()
    assert panel.bom.text == ""
    assert not panel.copy_bom_button.isEnabled()
    assert "Correct the number" in panel.hint.text()
    _type(panel, "12000", half)
    assert panel.problem.isHidden()
    assert _figures(panel, 0)[0] == "3 reels of 5,000"


def test_headers_alone_ask_for_the_sockets(panel: OrderingPanel) -> None:
    _type(panel, "100", Half.HEADER)
    assert "Sockets: nothing is typed" in panel.problem.text()


def test_an_empty_field_asks_for_pieces_and_complains_of_nothing(panel: OrderingPanel) -> None:
    assert not panel.hint.isHidden()
    assert "Type how many pieces" in panel.hint.text()
    _type(panel, "12000")
    assert panel.hint.isHidden()
    _type(panel, "")
    assert not panel.hint.isHidden()
    assert panel.problem.isHidden()
    assert not panel.copy_button.isEnabled()


def test_pieces_with_thousands_and_a_unit(panel: OrderingPanel) -> None:
    _type(panel, "12,000 pcs")
    assert _figures(panel, 0)[0] == "3 reels of 5,000"


def test_the_smallest_order_and_the_rules_stand_there_before_anything_is_typed(
    panel: OrderingPanel,
) -> None:
    text = panel.rules.text()
    for words in ("1 reel = 5,000 pieces", "50", "Source: Panasonic A4S datasheet, 2016"):
        assert words in text
    assert "Inspection type" not in text


def test_pieces_stay_when_another_pair_is_chosen(
    panel: OrderingPanel, controller: Controller
) -> None:
    _type(panel, "12000")
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    panel.refresh()
    assert "AXE510127" in _heads(panel)[0]
    assert _figures(panel, 0)[0] == "3 reels of 5,000"


def test_a_click_on_another_packaging_offers_to_choose_it(
    seen: OrderingPanel, controller: Controller, qtbot: QtBot
) -> None:
    _type(seen, "12000")
    assert not seen.choose_button.isEnabled()
    place = seen.table.visualRect(seen.orders.index(1, 0)).center()
    QTest.mouseClick(seen.table.viewport(), LEFT, pos=place)
    assert seen.choose_button.isEnabled()
    assert controller.pair is not None
    assert controller.pair.id == PAIR
    QTest.mouseClick(seen.choose_button, LEFT)
    assert controller.pair.id == OTHER
    qtbot.waitUntil(lambda: _heads(seen)[0] == "4 mm tape, chosen: AXE540127D + AXE640124D, each")
    assert not seen.choose_button.isEnabled()


def test_another_packaging_is_chosen_by_keys(panel: OrderingPanel, controller: Controller) -> None:
    _type(panel, "12000")
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert controller.state.pair_id == OTHER


def test_samples_are_no_other_pair_to_choose(panel: OrderingPanel) -> None:
    _type(panel, "120")
    panel.table.go_to(2)
    assert not panel.choose_button.isEnabled()
    assert panel.bom.heading.text() == "Bill of materials, samples"


def test_the_lines_that_are_shown_are_copied(panel: OrderingPanel) -> None:
    _type(panel, "12000")
    QTest.mouseClick(panel.copy_bom_button, LEFT)
    copied = QApplication.clipboard().text()
    assert copied.rstrip("\n") == panel.bom.lines.toPlainText()
    socket, header = (line.split("\t") for line in copied.splitlines())
    assert socket[:3] == ["12000", "Panasonic", "AXE540127"]
    assert header[2] == "AXE640124"
    assert socket[4:] == ["embossed tape, 8 mm pitch", "3 reels of 5000", "15000", "3000"]


def test_both_lines_can_be_seen_whole(seen: OrderingPanel, qtbot: QtBot) -> None:
    _type(seen, "12000")
    lines = seen.bom.lines

    def rows_shown() -> int:
        assert lines.horizontalScrollBar().maximum() == lines.verticalScrollBar().maximum() == 0
        return lines.viewport().height() // lines.fontMetrics().lineSpacing()

    seen.resize(seen.minimumSizeHint().width(), 400)
    qtbot.waitUntil(lambda: rows_shown() > 2)
    seen.resize(1500, 400)
    qtbot.waitUntil(lambda: rows_shown() == 2)


def test_the_lines_are_those_of_the_selected_packaging(panel: OrderingPanel) -> None:
    _type(panel, "12000")
    panel.table.go_to(1)
    QTest.mouseClick(panel.copy_bom_button, LEFT)
    assert "AXE540127D\t" in QApplication.clipboard().text()
    _type(panel, "16000")
    assert "2 reels of 15000" in panel.bom.text


def test_the_table_is_copied_with_formulas_and_sources(panel: OrderingPanel) -> None:
    _type(panel, "12000")
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, *rows = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[-2:] == ["Formula", "Source"]
    assert len(rows) == 2 * len(FIGURES)
    assert rows[0].split("\t")[:4] == [
        "8 mm tape",
        "AXE540127 + AXE640124",
        "Order",
        "3 reels of 5,000",
    ]


def test_the_dialog_saves_what_is_shown(panel: OrderingPanel, tmp_path: Path) -> None:
    _type(panel, "12000")
    QTest.mouseClick(panel.save_bom_button, LEFT)
    path = tmp_path / "bom.csv"
    assert choose_file(panel, path) == "AXE540127-AXE640124-bom.csv"
    with path.open(newline="") as file:
        head, *rows = csv.reader(file)
    assert head[0] == "Reference"
    assert len(head) == 1 + len(BOM_COLUMNS)
    assert rows == [["", *line.split("\t")] for line in panel.bom.text.splitlines()]


def test_a_file_that_cannot_be_written_is_told_of(
    panel: OrderingPanel,
    controller: Controller,
    kept_settings: Settings,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    _type(panel, "12000")
    QTest.mouseClick(panel.save_bom_button, LEFT)
    with qtbot.waitSignal(controller.message) as told:
        choose_file(panel, tmp_path / "missing" / "bom.csv")
    assert "does not exist" in told.args[0]
    QTest.mouseClick(panel.save_bom_button, LEFT)
    with qtbot.waitSignal(controller.saved):
        choose_file(panel, tmp_path / "bom.csv")
    assert kept_settings.get(EXPORT_FOLDER) == str(tmp_path)


def test_nothing_chosen_asks_for_a_pair(
    catalog: Catalog, kept_settings: Settings, qtbot: QtBot
) -> None:
    made = OrderingPanel(Controller(catalog), kept_settings)
    qtbot.addWidget(made)
    made.show()
    _type(made, "12000")
    assert made.hint.text().startswith("Choose a pair")


def test_buttons_go_beneath_the_fields_in_a_narrow_panel(seen: OrderingPanel, qtbot: QtBot) -> None:
    assert seen.copy_button.y() < seen.pieces.geometry().bottom()
    seen.resize(seen.minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: seen.copy_button.y() > seen.pieces.geometry().bottom())
    assert seen.save_bom_button.geometry().right() < seen.width()


def test_pieces_of_a_part_list_fill_the_fields_of_their_pairs(
    panel: OrderingPanel, controller: Controller
) -> None:
    pieces = {"AXE540127": 12, "AXE640124": 15, "AXE510127": 3}
    controller.apply(reducers.order_parts, pieces, ["AXE540127/AXE640124"])

    assert panel.pieces.read() == (12, 15)
    assert "AXE540127 12, AXE640124 15, AXE510127 3" in panel.wanted.text()
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    assert panel.pieces.read() == (3, 3)
    controller.apply(reducers.choose_pair, "AXE520127/AXE620124")
    assert panel.pieces.read() == (3, 3)


def test_in_a_side_column_nothing_scrolls_sideways_and_all_is_told(seen: OrderingPanel) -> None:
    _type(seen, "12000")
    seen.resize(seen.sizeHint())
    QTest.qWait(10)
    assert seen.table.horizontalScrollBar().maximum() == 0
    told = seen.rest.text()
    for cell in _cells(seen, 0):
        assert cell.text in told
        assert cell.figure.note in told
    seen.resize(1600, 400)
    QTest.qWait(10)
    assert seen.rest.isHidden()
    assert not any(seen.table.isColumnHidden(column) for column in OrderColumn)
