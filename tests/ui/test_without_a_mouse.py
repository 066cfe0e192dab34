"""The jobs of a first afternoon without a mouse: by keys alone, and as a screen reader does them.

Each is undone afterwards, in the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from a4s_gui.session.session_text import encode_session
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.widgets.tables.table_model import TableModel
from tests.ui.hands import Hands, Keys, Reader, in_dialog, wait_for

Job = Callable[[Hands, Path], None]
_MOST_STEPS = 30

pytestmark = pytest.mark.usefixtures("busy_hand")


def _export(hands: Hands, file: Path) -> None:
    def save() -> None:
        hands.fill("File", str(file))
        hands.press("Save")

    in_dialog(hands, lambda: hands.do("File > Export drawing"), save)


def _cells(model: TableModel) -> list[str]:  # type: ignore[type-arg] # of any rows
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [str(model.index(row, column).data()) for row in rows for column in columns]


def find_24_pins_at_0_8_mm_on_4_mm_tape_and_export(hands: Hands, folder: Path) -> None:
    hands.press("24 pins")
    hands.press("0.8 mm mated height")
    hands.press("4 mm packaging")
    assert hands.window.windowTitle().startswith("AXE524127D + AXE624124D")
    _export(hands, folder / "found.pdf")
    assert (folder / "found.pdf").read_bytes().startswith(b"%PDF")


def carry_2_a_on_8_contacts_under_8_mm(hands: Hands, _folder: Path) -> None:
    hands.fill("Longest", "8")
    hands.fill("Current", "2")
    hands.fill("Contacts", "8")
    count = hands.window.chip_line.count
    wait_for(lambda: len(hands.window.chip_line.chips.buttons) == 3)
    assert hands.window.controller.pair in hands.window.controller.result.rows
    assert count.text() == f"{len(hands.window.controller.result.rows)} of 72 pairs"


def see_which_header_pad_meets_socket_pad_7(hands: Hands, _folder: Path) -> None:
    hands.do("Drawing > Pad map")
    hands.take_row("Pad map", "7")
    assert "Socket pad 7 meets header pad 7" in hands.window.status_line.message.whole


def save_a_longer_toe_under_a_name_and_as_kicad_files(hands: Hands, folder: Path) -> None:
    called = f"longer-toe-by-{type(hands).__name__.lower()}"

    def save() -> None:
        hands.fill("Name", called)
        hands.press("Save")

    hands.do("Drawing > Land pattern")
    length_mm = hands.window.controller.pattern.socket.contact_height_mm + 0.05
    hands.fill("Socket contact pad, across the rows", f"{length_mm:.3f}")
    in_dialog(hands, lambda: hands.press("Save as…"), save)
    assert hands.window.controller.state.pattern_name == called
    assert hands.window.controller.pattern.socket.contact_height_mm == pytest.approx(length_mm)
    _export(hands, folder / "longer.kicad_mod")
    assert len(list(folder.glob("*.kicad_mod"))) == 2


def compare_40_pins_in_both_heights(hands: Hands, _folder: Path) -> None:
    hands.press("40 pins")
    hands.press("8 mm packaging")
    hands.press("0.8 mm mated height")
    hands.press("+ Compare")
    hands.press("0.8 mm mated height")
    hands.press("1.0 mm mated height")
    hands.press("+ Compare")
    hands.do("Pairs > Compare")
    panel = hands.window.panels["compare"].panel_as(ComparePanel)
    assert hands.window.controller.state.compared == ("AXE540127/AXE640124", "AXE540127/AXE640224")
    assert {"0.8 mm", "1.0 mm"} <= set(_cells(panel.table.rows))


def read_a_bill_with_old_numbers(hands: Hands, _folder: Path) -> None:
    QGuiApplication.clipboard().setText("J1;AXE540124;4\nJ2;AXE640124;4\n")
    hands.do("Pairs > Part list")
    hands.press("Paste")
    panel = hands.window.panels["part-list"].panel_as(PartListPanel)
    wait_for(lambda: panel.list_model.rowCount() == 2)
    said = "\n".join(_cells(panel.list_model))
    assert "AXE540127" in said
    assert "AXE640124" in said


def order_12_000_pieces(hands: Hands, _folder: Path) -> None:
    hands.do("Pairs > Ordering")
    hands.fill("Pieces of the socket", "12000")
    panel = hands.window.panels["ordering"].panel_as(OrderingPanel)
    assert "15,000" in "\n".join(_cells(panel.orders))
    hands.press("Copy BOM lines")
    assert "AXE540127" in QGuiApplication.clipboard().text()


def measure_a_distance(hands: Hands, _folder: Path) -> None:
    hands.do("Drawing > Pad map")
    hands.take_row("Pad map", "1")
    hands.take_from_menu("Drawing", "Measure from its centre")
    hands.take_row("Pad map", "3")
    hands.take_from_menu("Drawing", "Measure to its centre")
    hands.take_from_menu("Drawing", "Copy lengths")
    # Two pads further along the row of odd numbers is one pitch.
    assert "dx 0.400  dy 0.000" in QGuiApplication.clipboard().text()


JOBS = (
    find_24_pins_at_0_8_mm_on_4_mm_tape_and_export,
    carry_2_a_on_8_contacts_under_8_mm,
    see_which_header_pad_meets_socket_pad_7,
    save_a_longer_toe_under_a_name_and_as_kicad_files,
    compare_40_pins_in_both_heights,
    read_a_bill_with_old_numbers,
    # The Part list, once it was shown, has a button of the same name.
    pytest.param(order_12_000_pieces, marks=pytest.mark.own_window),
    measure_a_distance,
)


@pytest.mark.parametrize("way", [Keys, Reader])
@pytest.mark.parametrize("job", JOBS)
def test_a_job_is_done_and_undone(
    job: Job, way: type[Hands], window: MainWindow, tmp_path: Path
) -> None:
    hands, controller = way(window), window.controller
    at_first = encode_session(controller.state)
    job(hands, tmp_path)
    for _ in range(_MOST_STEPS):
        if controller.history.past:
            hands.do("Edit > Undo")
    assert encode_session(controller.state) == at_first
