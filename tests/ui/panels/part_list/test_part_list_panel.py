"""The panel of pasted lists: read, answered, kept to, copied; what is no list is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.part_list import MOST_LINES
from a4s_gui.drawing.palette import DARK, LIGHT
from a4s_gui.drawing.style import ColorRole
from a4s_gui.session import reducers
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import window_palette
from a4s_gui.ui.panels.part_list import list_reader
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from tests.ui.file_dialogs import choose_file
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up

LIST = """Reference,Part,Quantity
J1,AXE540127,2
J2,AXE640134,2
J3,AXE640124,2
R1,10k,40
J4,AXE534124,1
"""
"""Two halves of one pair, a doubtful header (function 3), a resistor and a socket of 2013."""


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog)


@pytest.fixture(scope="module")
def kept(controller: Controller, kept_settings: Settings, keep: Keeper) -> PartListPanel:
    made = PartListPanel(controller, kept_settings)
    keep(made)
    QAbstractItemModelTester(
        made.list_model, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    return made


@pytest.fixture
def panel(kept: PartListPanel, controller: Controller) -> PartListPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    kept.clear()
    kept.buttons.hide_ignored.setChecked(False)
    take_up(kept)
    begin_again(controller, State())
    kept.resize(850, 190)
    QApplication.processEvents()
    return kept


@pytest.fixture
def seen(panel: PartListPanel) -> PartListPanel:
    """Return the panel as one that is looked at."""
    panel.setUpdatesEnabled(True)
    return panel


def _start_pasting(panel: PartListPanel, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.mouseClick(panel.buttons.paste, Qt.MouseButton.LeftButton)


def _paste(panel: PartListPanel, text: str) -> None:
    """Paste a list and let it be read: on a busy machine a short one takes several slices too."""
    _start_pasting(panel, text)
    while panel.reader.is_reading:
        QGuiApplication.processEvents()


def _cells(panel: PartListPanel, row: int) -> list[str]:
    model = panel.list_model
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def _click(panel: PartListPanel, row: int) -> None:
    index = panel.list_model.index(row, 2)
    panel.table.scrollTo(index)
    place = panel.table.visualRect(index).center()
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def _switch(panel: PartListPanel) -> None:
    place = QPoint(8, panel.buttons.only_listed.height() // 2)
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel.buttons.only_listed, Qt.MouseButton.LeftButton, modifier, place)


def _choices(panel: PartListPanel) -> list[str]:
    choices = panel.ambiguity.choices
    return [choices.item(row).text() for row in range(choices.count())]


def _click_choice(panel: PartListPanel, row: int) -> None:
    choices = panel.ambiguity.choices
    place = choices.visualItemRect(choices.item(row)).center()
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def _save(panel: PartListPanel, path: Path) -> str:
    QTest.mouseClick(panel.buttons.save, Qt.MouseButton.LeftButton)
    return choose_file(panel, path)


def test_it_says_at_first_what_to_do(panel: PartListPanel) -> None:
    assert panel.empty.isVisible()
    assert "Ctrl+V" in panel.empty.text()
    assert panel.summary.text() == "No list yet"
    assert not panel.buttons.only_listed.isEnabled()
    assert not panel.buttons.copy.isEnabled()


def test_each_line_says_what_became_of_it(seen: PartListPanel) -> None:
    _paste(seen, LIST)

    assert seen.table.isVisible()
    assert seen.summary.text() == "3 resolved, 1 doubtful, 2 ignored; pairs meant: 2"
    assert _cells(seen, 0)[:3] == ["1", "ignored", "Reference,Part,Quantity"]
    assert _cells(seen, 1)[:5] == [
        "2", "resolved", "J1,AXE540127,2", "AXE540127", "AXE540127/AXE640124",
    ]  # fmt: skip
    assert "function: “3” is not possible here" in _cells(seen, 2)[6]
    assert "perhaps AXE640124" in _cells(seen, 2)[6]
    assert _cells(seen, 4)[6] == "no A4S part number in it"
    assert "AXE534124 is the number of 2013" in _cells(seen, 5)[6]


def test_states_differ_in_colour_as_well(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    colours = [
        panel.list_model.index(row, 1).data(Qt.ItemDataRole.ForegroundRole) for row in (1, 2, 4)
    ]

    assert len({QColor(colour).name() for colour in colours}) == 3
    assert colours[1] == QColor(LIGHT.inks[ColorRole.PIN_1])


def test_a_click_on_a_line_chooses_its_pair(panel: PartListPanel, controller: Controller) -> None:
    _paste(panel, LIST)
    _click(panel, 5)
    assert controller.state.pair_id == "AXE534127/AXE634124"
    assert not panel.ambiguity.isVisible()
    _click(panel, 4)
    assert controller.state.pair_id == "AXE534127/AXE634124"


def test_the_arrow_keys_choose_as_well(panel: PartListPanel, controller: Controller) -> None:
    _paste(panel, "AXE510127\nAXE512127\n")
    panel.table.setFocus()
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert controller.state.pair_id == "AXE512127/AXE612124"


def test_a_doubtful_line_is_resolved_by_a_choice(
    seen: PartListPanel, controller: Controller
) -> None:
    _paste(seen, LIST)
    _click(seen, 2)
    assert seen.ambiguity.title.text() == "Line 3: which is meant?"
    assert "function" in seen.ambiguity.reason.text()
    assert _choices(seen)[0] == "AXE640124"
    _click_choice(seen, 0)
    assert _cells(seen, 2)[1:4] == ["resolved", "J2,AXE640134,2", "AXE640124"]
    assert _cells(seen, 2)[6].startswith("AXE640124 chosen; doubted was AXE640134: function")
    assert seen.summary.text() == "4 resolved, 2 ignored; pairs meant: 2"
    assert controller.state.pair_id == "AXE540127/AXE640124"
    assert not seen.buttons.next_doubtful.isEnabled()


def test_a_choice_can_be_changed_and_taken_back(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    _click(panel, 2)
    _click_choice(panel, 0)
    assert _choices(panel)[0] == "AXE640124 (chosen)"
    _click_choice(panel, 1)
    assert _cells(panel, 2)[3] == _choices(panel)[1].removesuffix(" (chosen)")
    _click_choice(panel, panel.ambiguity.choices.count() - 1)
    assert _cells(panel, 2)[1] == "doubtful"
    assert panel.summary.text() == "3 resolved, 1 doubtful, 2 ignored; pairs meant: 2"


def test_ambiguous_lines_are_corrected_by_keyboard_alone(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    QTest.keyClick(panel.buttons.next_doubtful, Qt.Key.Key_Space)
    assert panel.ambiguity.choices.hasFocus()
    QTest.keyClick(panel.ambiguity.choices, Qt.Key.Key_Return)
    assert _cells(panel, 2)[3] == "AXE640124"
    assert panel.table.hasFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.ambiguity.choices.hasFocus()


def test_the_table_of_pairs_is_kept_to_the_list_and_let_go(
    panel: PartListPanel, controller: Controller, qtbot: QtBot
) -> None:
    _paste(panel, LIST)
    with qtbot.waitSignal(controller.message) as told:
        _switch(panel)
    assert told.args == ["The table of pairs is kept to the list: 2 rows"]
    assert [pair.id for pair in controller.result.rows] == [
        "AXE534127/AXE634124",
        "AXE540127/AXE640124",
    ]
    assert panel.buttons.only_listed.isChecked()
    _switch(panel)
    assert len(controller.result.rows) == 72
    assert not panel.buttons.only_listed.isChecked()


def test_the_table_of_pairs_follows_a_choice(panel: PartListPanel, controller: Controller) -> None:
    _paste(panel, "AXE540127\nAXE610134\n")
    _switch(panel)
    assert len(controller.result.rows) == 2
    _click(panel, 1)
    _click_choice(panel, 0)
    assert len(controller.result.rows) == 3
    assert panel.buttons.only_listed.isChecked()


def test_ignored_lines_can_be_left_out(panel: PartListPanel, tmp_path: Path) -> None:
    _paste(panel, LIST)
    _click(panel, 2)
    QTest.keyClick(panel.buttons.hide_ignored, Qt.Key.Key_Space)
    assert [_cells(panel, row)[0] for row in range(panel.list_model.rowCount())] == list("2346")
    assert panel.table.currentIndex().row() == 1
    _click_choice(panel, 0)
    assert _cells(panel, 1)[:4] == ["3", "resolved", "J2,AXE640134,2", "AXE640124"]
    _save(panel, tmp_path / "list.tsv")
    assert len((tmp_path / "list.tsv").read_text(encoding="utf-8").splitlines()) == 7
    QTest.keyClick(panel.buttons.hide_ignored, Qt.Key.Key_Space)
    assert panel.list_model.rowCount() == 6
    assert panel.table.currentIndex().row() == 2
    assert _cells(panel, 2)[1] == "resolved"


def test_another_list_takes_the_place_in_the_table_of_pairs(
    panel: PartListPanel, controller: Controller
) -> None:
    _paste(panel, LIST)
    _switch(panel)
    _paste(panel, "AXE5E8026")
    assert [pair.pins for pair in controller.result.rows] == [80]
    QTest.mouseClick(panel.buttons.clear, Qt.MouseButton.LeftButton)
    assert len(controller.result.rows) == 72
    assert panel.empty.isVisible()


def test_the_button_shows_what_others_did(panel: PartListPanel, controller: Controller) -> None:
    _paste(panel, LIST)
    _switch(panel)
    controller.apply(reducers.clear_filters)
    assert not panel.buttons.only_listed.isChecked()


def test_ctrl_v_pastes_wherever_the_keys_go(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    QGuiApplication.clipboard().setText("AXE512127")
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert panel.list_model.rowCount() == 1


@pytest.mark.parametrize("empty", ["", "  \n\t\n"])
def test_an_empty_clipboard_is_refused_and_the_list_stays(panel: PartListPanel, empty: str) -> None:
    _paste(panel, LIST)
    _paste(panel, empty)
    assert panel.problem.isVisible()
    assert "there is no text to read" in panel.problem.text()
    assert panel.list_model.rowCount() == 6
    _paste(panel, "AXE512127")
    assert not panel.problem.isVisible()


def test_too_many_lines_are_refused_and_the_list_stays(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    _paste(panel, "AXE540127\n" * (MOST_LINES + 1))
    assert "5,001 lines are more than the 5,000" in panel.problem.text()
    assert panel.list_model.rowCount() == 6
    assert panel.summary.text().startswith("3 resolved")


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("-5\n٣\n４\nhello", "4 ignored; pairs meant: 0"),
        ("AXE54٠127", "1 doubtful; pairs meant: 0"),
        ("AXE９９９９９９９９９９９９", "1 doubtful; pairs meant: 0"),
    ],
)
def test_what_is_no_part_number_is_said_line_by_line(
    panel: PartListPanel, text: str, summary: str
) -> None:
    _paste(panel, text)
    assert panel.summary.text() == summary
    assert not panel.buttons.only_listed.isEnabled()
    assert all(_cells(panel, row)[6] for row in range(panel.list_model.rowCount()))


def test_a_long_doubtful_list_is_read_while_the_window_answers(
    panel: PartListPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_reader, "_SLICE_MS", 0)
    lines = [f"AXE5{n:05d}" for n in range(1, 100)]
    _start_pasting(panel, "\n".join(lines))
    assert panel.reader.is_reading
    assert panel.summary.text().startswith("Reading: ")
    assert panel.summary.text().endswith("of 99 lines")
    with qtbot.waitSignal(panel.reader.done, timeout=60_000):
        pass
    assert panel.list_model.rowCount() == 99


def test_reading_is_stopped(panel: PartListPanel) -> None:
    _start_pasting(panel, "\n".join(f"AXE5{n:05d}" for n in range(1, 1000)))
    assert panel.reader.is_reading
    QTest.mouseClick(panel.buttons.clear, Qt.MouseButton.LeftButton)
    assert not panel.reader.is_reading
    assert panel.list_model.rowCount() == 0
    assert panel.summary.text() == "No list yet"


def test_it_is_gone_through_by_tab(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    panel.table.selectRow(2)
    panel.buttons.paste.setFocus()
    ways: list[object] = [QApplication.focusWidget()]
    for _ in range(9):
        QTest.keyClick(ways[-1], Qt.Key.Key_Tab)  # type: ignore[call-overload]
        ways.append(QApplication.focusWidget())
    assert ways == [
        panel.buttons.paste,
        panel.buttons.open,
        panel.buttons.only_listed,
        panel.buttons.hide_ignored,
        panel.buttons.next_doubtful,
        panel.buttons.clear,
        panel.buttons.copy,
        panel.buttons.save,
        panel.table,
        panel.ambiguity.choices,
    ]


def test_everything_has_room_in_a_narrow_panel(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    panel.resize(430, 160)
    _click(panel, 2)
    QApplication.processEvents()
    assert (panel.width(), panel.height()) == (430, 160)
    assert panel.table.width() > 90
    choices = panel.ambiguity.choices
    assert choices.height() > 2 * choices.sizeHintForRow(0)
    assert not panel.ambiguity.reason.isVisible()
    assert "function" in panel.ambiguity.title.toolTip()


def test_where_there_is_no_room_the_rest_is_told_beneath(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    panel.resize(800, 200)
    _click(panel, 1)
    QApplication.processEvents()
    assert panel.table.horizontalScrollBar().maximum() == 0
    assert panel.table.hidden_columns
    assert f"Pairs: {panel.list_model.index(1, 4).data()}" in panel.rest.whole
    panel.resize(1600, 200)
    QApplication.processEvents()
    assert panel.rest.isHidden()


def test_the_colours_follow_the_theme(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    before = QApplication.palette()
    QApplication.setPalette(window_palette(dark=True))
    doubtful = panel.list_model.index(2, 1).data(Qt.ItemDataRole.ForegroundRole)
    QApplication.setPalette(before)
    assert doubtful == QColor(DARK.inks[ColorRole.PIN_1])


def _drop(panel: PartListPanel, data: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    place = QPoint(20, 20)
    enter = QDragEnterEvent(place, action, data, buttons, keys)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(panel, QDropEvent(place, action, data, buttons, keys))


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_text_is_dropped(panel: PartListPanel) -> None:
    data = QMimeData()
    data.setText(LIST)
    _drop(panel, data)
    assert panel.list_model.rowCount() == 6


def test_a_file_is_dropped(panel: PartListPanel, tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_text(LIST, encoding="utf-8")
    _drop(panel, _files(path))
    assert panel.summary.text().startswith("3 resolved")


def test_files_that_are_no_list_are_refused(panel: PartListPanel, tmp_path: Path) -> None:
    picture = tmp_path / "board.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    _drop(panel, _files(picture))
    assert panel.problem.text().startswith("board.png: is not text")
    _drop(panel, _files(picture, picture))
    assert "these are 2 files" in panel.problem.text()
    _drop(panel, _files(tmp_path))
    assert "is not a file that can be read" in panel.problem.text()
    assert panel.list_model.rowCount() == 0


def test_a_file_is_opened(panel: PartListPanel, tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_text("AXE540127", encoding="utf-8")
    QTest.mouseClick(panel.buttons.open, Qt.MouseButton.LeftButton)
    choose_file(panel, path)
    assert panel.list_model.rowCount() == 1


def test_the_list_is_copied_and_saved_with_its_choices(
    panel: PartListPanel, controller: Controller, tmp_path: Path, qtbot: QtBot
) -> None:
    _paste(panel, LIST.replace(",", "\t"))
    _click(panel, 2)
    _click_choice(panel, 0)
    QTest.mouseClick(panel.buttons.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    rows = [line.split("\t") for line in copied.splitlines()]
    assert rows[0] == ["Line", "State", "Text", "Part numbers", "Pairs", "Quantity", "Note"]
    assert rows[3][:5] == ["3", "resolved", "J2 AXE640134 2", "AXE640124", "AXE540127/AXE640124"]
    assert {len(row) for row in rows} == {7}
    path = tmp_path / "list.tsv"
    with qtbot.waitSignal(controller.saved):
        _save(panel, path)
    assert path.read_text(encoding="utf-8") == copied


def test_the_list_is_saved_where_the_user_says(
    panel: PartListPanel, controller: Controller, tmp_path: Path, qtbot: QtBot
) -> None:
    _paste(panel, LIST)
    path = tmp_path / "corrected.tsv"
    with qtbot.waitSignal(controller.saved) as saved:
        assert _save(panel, path) == "a4s-part-list.tsv"
    assert saved.args == [path]
    assert (
        path.read_text(encoding="utf-8").splitlines()[2].startswith("2\tresolved\tJ1,AXE540127,2")
    )


def test_selected_lines_are_copied_by_key(panel: PartListPanel) -> None:
    _paste(panel, LIST)
    _click(panel, 1)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3


def test_a_list_that_cannot_be_saved_says_why(panel: PartListPanel, tmp_path: Path) -> None:
    _paste(panel, LIST)
    _save(panel, tmp_path / "missing" / "list.tsv")
    assert "does not exist" in panel.problem.text()


def test_the_pieces_of_the_list_are_ordered(panel: PartListPanel, controller: Controller) -> None:
    asked: list[str] = []
    controller.panel_asked.connect(asked.append)
    assert not panel.buttons.order.isEnabled()
    _paste(panel, LIST)

    QTest.mouseClick(panel.buttons.order, Qt.MouseButton.LeftButton)

    assert dict(controller.state.wanted) == {"AXE540127": 2, "AXE640124": 2, "AXE534127": 1}
    assert controller.state.pair_id == "AXE540127/AXE640124"
    assert asked == ["ordering"]


def test_files_of_the_pairs_of_the_list_are_asked_for(
    panel: PartListPanel, controller: Controller
) -> None:
    asked: list[list[str]] = []
    controller.export_asked.connect(asked.append)
    assert not panel.buttons.export.isEnabled()
    _paste(panel, "AXE540127/AXE640124\nAXE510127/AXE610124")

    QTest.mouseClick(panel.buttons.export, Qt.MouseButton.LeftButton)

    assert asked == [["AXE510127/AXE610124", "AXE540127/AXE640124"]]


def test_a_number_that_may_be_two_is_asked(panel: PartListPanel) -> None:
    _paste(panel, "AXE540127 D\nAXE640124")
    _click(panel, 0)

    offered = [panel.ambiguity.choices.item(row).text() for row in range(2)]
    assert offered == ["AXE540127", "AXE540127D"]


def test_a_narrow_panel_tells_what_its_summary_has_no_room_for(
    panel: PartListPanel, qtbot: QtBot
) -> None:
    panel.resize(panel.buttons.width() + 140, panel.height())
    qtbot.waitUntil(lambda: panel.summary.width() < 140)
    panel.read_text("AXE510127\nAXE610124\nAXE999\n")
    qtbot.waitUntil(lambda: "resolved" in panel.summary.toolTip())
    assert panel.summary.text().endswith("…")
    assert panel.summary.toolTip() == "2 resolved, 1 doubtful; pairs meant: 1"


def test_letters_that_become_larger_cut_no_button_number_or_state(
    panel: PartListPanel, qtbot: QtBot
) -> None:
    _paste(panel, LIST)
    rows_px, large = panel.table.rowHeight(0), panel.font()
    large.setPointSize(round(large.pointSize() * 1.6))
    panel.setFont(large)

    def shown_whole() -> bool:
        beside = panel.buttons.visibleRegion().boundingRect().width()
        return beside >= panel.buttons.minimumSizeHint().width()

    qtbot.waitUntil(shown_whole)
    for button in panel.buttons.findChildren(QPushButton):
        assert button.width() > button.fontMetrics().horizontalAdvance(button.text())
    assert panel.table.rowHeight(0) > rows_px
    assert panel.table.horizontalScrollBar().maximum() == 0
    metrics = panel.table.fontMetrics()
    for column in range(2):
        texts = [_cells(panel, row)[column] for row in range(6)]
        assert panel.table.columnWidth(column) > max(map(metrics.horizontalAdvance, texts)), column


def test_the_text_takes_the_room_that_hidden_columns_leave(panel: PartListPanel) -> None:
    _paste(panel, "J1,socket with header,AXE540127 / AXE640124,5\n")
    table = panel.table
    assert len(table.hidden_columns) == 2  # the pairs and the notes
    for column in (2, 3):
        wanted = table.fontMetrics().horizontalAdvance(_cells(panel, 0)[column])
        assert table.columnWidth(column) > wanted
    assert table.horizontalHeader().length() == table.viewport().width()
