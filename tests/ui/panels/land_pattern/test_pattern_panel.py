"""The land-pattern panel, used by typing and clicking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Connector, Half
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.geometry.land_pattern import pattern as pattern_module
from a4s_gui.geometry.land_pattern.editing import FIGURES, edited, figure_value
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import HalfPattern, check_half
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.land_pattern.figure_editor import FigureEditor
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.land_pattern.save_pattern_dialog import SavePatternDialog
from tests.every import for_each

WIDTH = "socket.contact_width_mm"
HEIGHT = "socket.contact_height_mm"
ROWS = "socket.contact_rows_mm"
MARGIN = "common.stiffener_margin_mm"
REFERENCE = "header.terminal_reference"


def _line(editor: FigureEditor) -> QLineEdit:
    assert editor.field is not None
    line = editor.field.findChild(QLineEdit)
    assert line is not None
    return line


def _type(panel: PatternPanel, name: str, text: str) -> FigureEditor:
    """Type a text over what is in a figure's field, pasted at once: every key draws anew."""
    editor = _begin(panel, name)
    if text:
        QApplication.clipboard().setText(text)
        QTest.keyClick(_line(editor), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.keyClick(_line(editor), Qt.Key.Key_Delete)
    return editor


def _begin(panel: PatternPanel, name: str) -> FigureEditor:
    """Go to a figure's field, ready to type over what stands there."""
    editor = panel.editors[name]
    _line(editor).setFocus()
    _line(editor).selectAll()
    return editor


def _leave(editor: FigureEditor) -> None:
    QTest.keyClick(_line(editor), Qt.Key.Key_Return)


def _press(panel: PatternPanel, word: str) -> None:
    """Press a button of the question that is open."""
    box = panel.findChildren(QMessageBox)[-1]
    button = next(b for b in box.buttons() if word in b.text().replace("&", ""))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_figure_is_shown_with_its_unit_and_source(panel: PatternPanel) -> None:
    pattern = shipped_pattern()
    assert set(panel.editors) == {figure.name for figure in FIGURES}
    assert _line(panel.editors[WIDTH]).text() == "0.23"
    assert _line(panel.editors["socket.terminal_offset_mm"]).text() == "−0.90"
    assert _line(panel.editors["header.terminal_paste_ratio"]).text() == "100"
    choice = panel.editors[REFERENCE].choice
    assert choice is not None
    assert choice.currentText() == "C"
    for name, editor in panel.editors.items():
        assert editor.source.whole == "; ".join(
            document.partition(" (")[0] for document in pattern.sources[name].documents
        )
        assert pattern.sources[name].table in " ".join(editor.source.toolTip().split())
        assert editor.reset_button.isHidden()
    assert panel.standing.text() == "As shipped."


def test_the_pattern_follows_every_key_which_reads_no_folder_and_checks_once(
    panel: PatternPanel, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []
    controller.follow(
        ("pattern",), lambda: seen.append(controller.pattern.socket.contact_height_mm)
    )
    editor = _begin(panel, HEIGHT)
    QTest.keyClicks(_line(editor), "0.712")
    assert seen == [0.7, 0.71, 0.712]
    assert _line(editor).text() == "0.712", "nothing is written over what is being typed"
    _begin(panel, HEIGHT)
    QTest.keyClicks(_line(editor), "0,7")
    assert _line(editor).text() == "0,7"
    _leave(editor)
    assert _line(editor).text() == "0.70"
    assert seen[-1] == 0.7

    _type(panel, HEIGHT, "0.7")
    asked: list[str] = []
    glob = Path.glob

    def counted_glob(path: Path, pattern: str) -> object:
        asked.append("glob")
        return glob(path, pattern)

    def counted_check(half: Half, pattern: HalfPattern, *connectors: Connector) -> None:
        asked.append(half)
        check_half(half, pattern, *connectors)

    monkeypatch.setattr(Path, "glob", counted_glob)
    monkeypatch.setattr(pattern_module, "check_half", counted_check)
    QTest.keyClicks(_line(panel.editors[HEIGHT]), "1")
    assert controller.pattern.socket.contact_height_mm == 0.71
    assert asked == ["socket", "header"]


def test_the_list_has_what_others_have_saved(panel: PatternPanel, library: PatternLibrary) -> None:
    save_pattern(library, edited(shipped_pattern(), {WIDTH: 0.25}), "theirs")
    panel.patterns.showPopup()
    assert _names(panel)[-1] == "theirs"
    panel.patterns.hidePopup()
    library.path_of("theirs").unlink()
    panel.hide()
    panel.show()
    assert "theirs" not in _names(panel)


def test_own_figures_are_marked_and_taken_back_by_one_click_each_or_for_all(
    panel: PatternPanel,
    controller: Controller,
) -> None:
    editor = _type(panel, WIDTH, "0.25")
    assert editor.source.whole == "shipped: 0.23 mm; Own figure"
    assert _line(editor).font().bold()
    assert panel.standing.text() == (
        "1 figure differs from the shipped “Boards in the field”. Not saved."
    )
    QTest.mouseClick(editor.reset_button, Qt.MouseButton.LeftButton)
    assert _line(editor).text() == "0.23"
    assert controller.pattern == shipped_pattern()
    assert editor.reset_button.isHidden()
    assert not _line(editor).font().bold()

    _type(panel, WIDTH, "0.25")
    _type(panel, "header.contact_width_mm", "wide")
    QTest.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert controller.pattern == shipped_pattern()
    assert not any(editor.refused for editor in panel.editors.values())
    assert panel.standing.text() == "As shipped."
    assert not panel.reset_button.isEnabled()
    assert panel.revert_button.isHidden()


@for_each(
    "name, text, reason",
    [
        (WIDTH, "0.4", "pitch of 0.4 mm"),
        (WIDTH, "0", "above 0"),
        (WIDTH, "-0.2", "above 0"),
        (WIDTH, "", "a number is missing"),
        (WIDTH, "wide", "“wide” is not a number"),
        (WIDTH, "٠٫٢", "is not a number"),
        (WIDTH, "99999999999999999999", "more than 100 mm"),
        (ROWS, "0.5", "Contact pad, across the rows".lower()),
        ("socket.terminal_offset_mm", "-3", "would overlap or touch"),
        ("header.terminal_paste_ratio", "100.1", "more than 100 %"),
        ("header.terminal_paste_ratio", "0", "above 0"),
        ("common.mask_margin_mm", "-0.1", "from 0 up"),
        ("common.paste_thickness_um", "0", "above 0"),
    ],
)
def test_what_is_impossible_is_refused_where_it_is_typed(
    panel: PatternPanel, controller: Controller, name: str, text: str, reason: str
) -> None:
    editor = _type(panel, name, text)
    value = figure_value(controller.pattern, name)
    assert editor.refused
    assert reason in editor.problem.text()
    assert editor.problem.isVisible()
    assert _line(editor).text() == text
    _leave(editor)
    assert _line(editor).text() == text, "it stays until the user changes it"
    for other in panel.editors.values():
        assert other is editor or not other.refused
    QTest.keyClick(_line(editor), Qt.Key.Key_Escape)
    assert not editor.refused
    assert editor.problem.isHidden()
    assert figure_value(controller.pattern, name) == value


def test_the_last_possible_figure_stays_drawn_until_what_was_refused_is_possible(
    panel: PatternPanel,
    controller: Controller,
) -> None:
    editor = _type(panel, WIDTH, "0.3")
    assert not editor.refused
    _type(panel, WIDTH, "0.4")
    assert controller.pattern.socket.contact_width_mm == 0.3
    assert "Drawn: 0.30 mm" in editor.problem.text()
    QTest.keyClick(_line(editor), Qt.Key.Key_Backspace)
    QTest.keyClick(_line(editor), Qt.Key.Key_3)
    assert not editor.refused
    assert editor.problem.isHidden()
    assert controller.pattern.socket.contact_width_mm == 0.3

    refused = _type(panel, HEIGHT, "2.5")
    assert refused.refused
    _type(panel, ROWS, "3.5")
    assert not refused.refused
    assert refused.problem.isHidden()
    assert controller.pattern.socket.contact_height_mm == 2.5


def test_arrows_step_by_a_hundredth_but_no_wheel_over_a_field_without_the_keys(
    panel: PatternPanel,
    controller: Controller,
) -> None:
    field = panel.editors[WIDTH].field
    assert field is not None
    panel.patterns.setFocus()
    place = QPointF(10, 10)
    event = QWheelEvent(
        place,
        QPointF(field.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert controller.pattern == shipped_pattern()

    editor = panel.editors[WIDTH]
    line = _line(editor)
    line.setFocus()
    assert editor.field is not None
    QTest.keyClick(editor.field, Qt.Key.Key_Up)
    assert controller.pattern.socket.contact_width_mm == 0.24
    assert line.text() == "0.24"
    for _ in range(3):
        QTest.keyClick(editor.field, Qt.Key.Key_Down)
    assert controller.pattern.socket.contact_width_mm == 0.21
    _type(panel, WIDTH, "0.39")
    QTest.keyClick(editor.field, Qt.Key.Key_Up)
    assert editor.refused
    QTest.keyClick(editor.field, Qt.Key.Key_Down)
    assert not editor.refused
    assert controller.pattern.socket.contact_width_mm == 0.39
    _type(panel, WIDTH, "wide")
    QTest.keyClick(editor.field, Qt.Key.Key_Down)
    assert line.text() == "0.38", "from what is drawn where no number is typed"


def test_the_stiffener_may_leave_its_range_with_a_warning_terminals_take_another_dimension(
    panel: PatternPanel,
    controller: Controller,
) -> None:
    editor = _type(panel, MARGIN, "1.2")
    assert controller.pattern.common.stiffener_margin_mm == 1.2
    assert editor.problem.text() == "The datasheet recommends 0.5 to 1.0 mm"
    assert not editor.refused
    _type(panel, MARGIN, "0.6")
    assert editor.problem.isHidden()

    choice = panel.editors[REFERENCE].choice
    assert choice is not None
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_A)
    assert controller.pattern.header.terminal_reference == "A"
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert controller.pattern.header.terminal_reference == "A"
    assert choice.currentText() == "A", "beside the contacts there is no room at B"
    assert "would overlap or touch" in panel.editors[REFERENCE].problem.text()


def _names(panel: PatternPanel) -> list[str]:
    texts = [panel.patterns.itemText(i) for i in range(panel.patterns.count())]
    return [text for text in texts if text]


def _choose(panel: PatternPanel, name: str) -> None:
    panel.patterns.setFocus()
    panel.patterns.setCurrentIndex(panel.patterns.findData(name))
    panel.patterns.activated.emit(panel.patterns.currentIndex())


def test_another_pattern_is_chosen_and_edits_wait_for_their_own(panel: PatternPanel) -> None:
    _type(panel, WIDTH, "0.25")
    assert _names(panel) == ["default (edited)", "gpd-pocket", "inkplate-5", "transcribed"]
    _choose(panel, "inkplate-5")
    assert _line(panel.editors[HEIGHT]).text() == "0.80"
    assert _line(panel.editors[WIDTH]).text() == "0.23"
    summary = shipped_pattern("inkplate-5").summary
    assert panel.summary.text() == f"Revision 2. {summary}"
    assert panel.standing.text() == "As shipped."
    assert _names(panel)[0] == "default (edited)"
    _choose(panel, "default")
    assert _line(panel.editors[WIDTH]).text() == "0.25"
    assert panel.patterns.currentText() == "default (edited)"


@pytest.fixture
def save(panel: PatternPanel, qtbot: QtBot) -> Callable[[], SavePatternDialog]:
    def open_dialog() -> SavePatternDialog:
        QTest.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
        dialog = panel.findChildren(SavePatternDialog)[-1]
        assert dialog.isVisible()
        return dialog

    return open_dialog


def _save_button(dialog: SavePatternDialog):  # type: ignore[no-untyped-def]
    return dialog.buttons.button(dialog.buttons.StandardButton.Save)


def test_a_pattern_is_saved_under_a_possible_name_and_found_by_it(
    panel: PatternPanel,
    controller: Controller,
    library: PatternLibrary,
    save: Callable[[], SavePatternDialog],
) -> None:
    _type(panel, WIDTH, "0.25")
    dialog = save()
    for impossible in ("default", "Inkplate-5", "-a", "a/b", "a.toml", "my fab"):
        dialog.name.clear()
        QTest.keyClicks(dialog.name, impossible)
        assert not _save_button(dialog).isEnabled(), impossible
        assert dialog._checked.problem.isVisible()
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert dialog.isVisible()
    assert "letters, digits" in dialog._checked.problem.text()
    assert library.own_names() == ()
    dialog.name.clear()
    QTest.keyClicks(dialog.name, "my-fab")
    assert dialog._checked.problem.isHidden()
    QTest.mouseClick(_save_button(dialog), Qt.MouseButton.LeftButton)
    assert library.load("my-fab").socket.contact_width_mm == 0.25
    assert library.load("my-fab").title == "my-fab"
    assert panel.patterns.currentText() == "my-fab"
    assert _names(panel) == [*("default", "gpd-pocket", "inkplate-5", "transcribed", "my-fab")]
    assert controller.pattern.title == "my-fab"
    assert panel.standing.text() == "1 figure differs from the shipped “Boards in the field”."


def test_an_own_pattern_is_replaced_and_deleted_after_asking_and_reverted_without(
    panel: PatternPanel,
    controller: Controller,
    library: PatternLibrary,
    save: Callable[[], SavePatternDialog],
) -> None:
    assert not panel.delete_button.isEnabled()
    dialog = save()
    QTest.keyClicks(dialog.name, "mine")
    dialog.buttons.accepted.emit()
    _type(panel, WIDTH, "0.25")
    dialog = save()
    assert dialog.name.text() == "mine"
    dialog.buttons.accepted.emit()
    _press(panel, "Cancel")
    assert library.load("mine").socket.contact_width_mm == 0.23
    dialog.buttons.accepted.emit()
    _press(panel, "Replace")
    assert library.load("mine").socket.contact_width_mm == 0.25
    assert controller.pattern.title == "mine"
    assert not controller.pattern_choice.is_edited

    assert panel.revert_button.isVisible()
    assert not panel.revert_button.isEnabled()
    _type(panel, WIDTH, "0.27")
    QTest.mouseClick(panel.revert_button, Qt.MouseButton.LeftButton)
    assert _line(panel.editors[WIDTH]).text() == "0.25"
    QTest.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert _line(panel.editors[WIDTH]).text() == "0.23"
    assert panel.patterns.currentText() == "mine (edited)"

    QTest.mouseClick(panel.delete_button, Qt.MouseButton.LeftButton)
    _press(panel, "Cancel")
    assert library.own_names() == ("mine",)
    QTest.mouseClick(panel.delete_button, Qt.MouseButton.LeftButton)
    _press(panel, "Delete")
    assert library.own_names() == ()
    assert panel.patterns.currentText() == "default"
    assert controller.pattern == shipped_pattern()
    assert not panel.delete_button.isEnabled()


def test_a_folder_that_cannot_be_made_keeps_the_dialog(
    panel: PatternPanel, library: PatternLibrary, save: Callable[[], SavePatternDialog]
) -> None:
    library.folder.write_text("in the way", encoding="utf-8")
    dialog = save()
    QTest.keyClicks(dialog.name, "mine")
    dialog.buttons.accepted.emit()
    assert dialog.isVisible()
    assert str(library.folder) in dialog.problem.text()
    dialog.reject()


def test_a_file_is_drawn_and_listed(
    panel: PatternPanel,
    controller: Controller,
    library: PatternLibrary,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    file = tmp_path / "our board.toml"
    file.write_text(
        'name = "ours"\ntitle = "Our board"\nbase = "default"\n'
        '[sources.me]\ndocument = "Drawing 7"\ntable = "rev. 3"\n'
        '[socket]\ncontact_height_mm = { value = 0.7, source = "me" }\n',
        encoding="utf-8",
    )
    panel.read_files([file])
    assert panel.patterns.currentText() == "our board.toml"
    assert panel.editors[HEIGHT].source.whole == "shipped: 0.65 mm; Drawing 7"
    assert not panel.delete_button.isEnabled()
    with qtbot.waitSignal(controller.message) as said:
        panel.read_files([tmp_path / "gone.toml"])
    assert said.args is not None
    assert "gone.toml" in said.args[0]
    assert panel.patterns.currentText() == "our board.toml"


def test_the_panel_is_as_wide_as_its_dock_allows(panel: PatternPanel) -> None:
    """Sources give way; no button is pushed out of sight."""
    for name in panel.editors:
        if name.endswith("_width_mm"):
            _type(panel, name, "0.3")
    panel.resize(260, 600)
    shown = [e.reset_button for e in panel.editors.values() if not e.reset_button.isHidden()]
    assert len(shown) == 4
    for button in shown:
        assert button.mapTo(panel, QPoint(button.width(), 0)).x() <= panel.width()


def test_a_file_is_chosen_in_a_dialog(
    panel: PatternPanel, library: PatternLibrary, tmp_path: Path, qtbot: QtBot
) -> None:
    save_pattern(library, edited(shipped_pattern(), {WIDTH: 0.25}), "mine")
    QTest.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    dialog = panel.findChildren(QFileDialog)[-1]
    assert dialog.isVisible()
    assert Path(dialog.directory().absolutePath()) == library.folder
    dialog.fileSelected.emit(str(library.path_of("mine")))
    dialog.reject()
    assert panel.patterns.currentText() == "mine.toml"
    assert _line(panel.editors[WIDTH]).text() == "0.25"
