"""The design notes: read, searched, copied, and shown in the drawing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.design_notes.design_notes_panel import DesignNotesPanel
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up

PAIR = "AXE540127/AXE640124"
AT_FIRST = State(pair_id=PAIR)


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog, AT_FIRST)


@pytest.fixture(scope="module")
def kept(controller: Controller, keep: Keeper) -> DesignNotesPanel:
    made = DesignNotesPanel(controller)
    made.resize(320, 700)
    keep(made)
    return made


@pytest.fixture
def panel(kept: DesignNotesPanel, controller: Controller) -> DesignNotesPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    take_up(kept)
    kept.page.search.clear()
    kept.setPalette(QPalette())
    begin_again(controller, AT_FIRST)
    QApplication.processEvents()
    kept.page.browser.go_to_top()
    assert "Board design" in _shown(kept)
    return kept


def _shown(panel: DesignNotesPanel) -> str:
    return panel.page.browser.toPlainText().replace("\xa0", " ")


def _follow(panel: DesignNotesPanel, text: str) -> None:
    """Take the link with a text, as a click on it does."""
    found = panel.page.browser.document().find(text)
    assert not found.isNull()
    panel.page.browser.anchorClicked.emit(QUrl(found.charFormat().anchorHref()))


def test_rules_stand_with_number_figures_and_source_one_click_away(
    panel: DesignNotesPanel, controller: Controller
) -> None:
    shown = _shown(panel)
    assert "1 Join two boards by one connector pair only." in shown
    assert "at most 260 °C" in shown
    assert "Source: Panasonic A4S datasheet, 2016: Soldering, hand soldering" in shown
    rule = panel.page.browser.document().find("Work with a clean tip")
    assert "Soldering, hand soldering, rule 5" in rule.charFormat().toolTip()
    groups = controller.knowledge.design_notes
    for group in groups:
        assert f'href="{group.id}"' in panel.page.jumps.text()
    bar = panel.page.browser.verticalScrollBar()
    places = []
    for group in groups[:-2]:
        panel.page.jumps.linkActivated.emit(group.id)
        places.append(bar.value())
    assert places == sorted(set(places))


def test_what_is_worked_out_says_for_what_and_how_and_follows_edits_and_pairs(
    panel: DesignNotesPanel, controller: Controller, qtbot: QtBot
) -> None:
    shown = _shown(panel)
    assert shown.startswith("For AXE540127 + AXE640124 on “Boards in the field”\n")
    assert "Worked out for this pair and land pattern\nAn error of 0.2 to 0.3 mm" in shown
    assert "An error of 0.2 to 0.3 mm is wider than the gap" in shown
    assert "pitch 0.4 mm − pad 0.23 mm = 0.17 mm" in shown
    assert "10.5 mm + 2 × 0.5 mm = 11.5 mm" in shown
    gap = panel.page.browser.document().find("Socket, gap between contact pads")
    assert "Source: GPD_Pocket-mods" in gap.charFormat().toolTip()

    controller.try_apply(reducers.edit_figures, {"socket.contact_width_mm": 0.2})
    qtbot.waitUntil(lambda: "pitch 0.4 mm − pad 0.2 mm = 0.2 mm" in _shown(panel))
    assert "“Boards in the field (edited)”" in _shown(panel)
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    qtbot.waitUntil(lambda: "4.5 mm + 2 × 0.5 mm = 5.5 mm" in _shown(panel))


def test_a_search_narrows_counts_marks_and_is_copied(panel: DesignNotesPanel) -> None:
    QTest.keyClicks(panel.page.search, "ionizer")
    assert panel.page.found.text() == "1 design note found"
    assert "In dry air" in _shown(panel)
    assert "Board design" not in _shown(panel)
    assert "Placement" in panel.page.jumps.text()
    assert "Safety" not in panel.page.jumps.text()
    assert [m.cursor.selectedText() for m in panel.page.browser.extraSelections()] == ["ionizer"]
    QTest.mouseClick(panel.page.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.count("\n- ") == 1
    assert "40 to 60 %" in text


def test_what_is_nowhere_is_said_so_until_all_is_shown_again(panel: DesignNotesPanel) -> None:
    for typed in ("xyzzy", "٣", "４", "−1", "<b>", "9" * 150):
        panel.page.search.selectAll()
        panel.page.search.insert(typed)  # as a paste does: the test's keyboard knows Latin only
        assert panel.page.found.text() == "Nothing found", typed
        assert f"No design note has “{typed}”." in _shown(panel).replace("\n", "")
        assert not panel.page.copy_button.isEnabled()
    QTest.keyClick(panel.page.search, Qt.Key.Key_Escape)
    assert "Board design" in _shown(panel)
    assert panel.page.copy_button.isEnabled()


def test_all_or_a_group_is_copied_with_sources(
    panel: DesignNotesPanel, controller: Controller, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.message) as said:
        QTest.mouseClick(panel.page.copy_button, Qt.MouseButton.LeftButton)
    assert said.args is not None
    notes = sum(len(group.notes) for group in controller.knowledge.design_notes)
    assert said.args[0] == f"{notes} design notes copied, with figures and sources"
    text = QGuiApplication.clipboard().text()
    assert "Board design" in text
    assert "Safety" in text
    panel.page.link_clicked.emit("copy:cleaning")
    text = QGuiApplication.clipboard().text()
    assert "Cleaning" in text
    assert "Safety" not in text
    assert "  Source: Panasonic A4S datasheet, 2016: Cleaning flux from PC board, rule 1" in text


def test_a_rule_is_shown_in_the_drawing_and_hidden_again(
    panel: DesignNotesPanel, controller: Controller, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.message) as said:
        _follow(panel, "Show in the drawing: stiffener")
    assert Layer.STIFFENER in controller.state.layers
    assert said.args == ["Stiffener in the drawing: the dashed frame around the pads"]
    qtbot.waitUntil(lambda: "In the drawing: the dashed frame" in _shown(panel))
    panel.page.search.setText("polyimide")
    _follow(panel, "hide")
    assert Layer.STIFFENER not in controller.state.layers


def test_every_layer_that_a_rule_names_can_be_shown_and_the_tape_gives_way_to_it(
    panel: DesignNotesPanel, controller: Controller
) -> None:
    controller.apply(reducers.set_view, View.TAPE)
    _follow(panel, "Show in the drawing: stencil")
    assert controller.state.view is View.PAIR
    assert Layer.PASTE in controller.state.layers
    layers = {
        n.layer for group in controller.knowledge.design_notes for n in group.notes if n.layer
    }
    for layer in Layer:
        controller.apply(reducers.set_layer, layer, shown=False)
    for name in layers:
        panel.page.link_clicked.emit(f"show:{name}")
    assert controller.state.layers == {Layer(name) for name in layers}


def test_links_are_taken_by_key_and_the_keys_go_on_from_there(
    panel: DesignNotesPanel, controller: Controller, qtbot: QtBot
) -> None:
    panel.page.search.setText("polyimide")
    browser = panel.page.browser
    browser.setFocus()
    for _ in range(2):  # past the group's own link, which copies it
        QTest.keyClick(browser, Qt.Key.Key_Tab)
    QTest.keyClick(browser, Qt.Key.Key_Return)
    assert Layer.STIFFENER in controller.state.layers
    qtbot.waitUntil(lambda: "In the drawing: the dashed frame" in _shown(panel))
    QTest.keyClick(browser, Qt.Key.Key_Return)
    assert Layer.STIFFENER not in controller.state.layers
    qtbot.waitUntil(lambda: "Show in the drawing: stiffener" in _shown(panel))
    QTest.keyClick(browser, Qt.Key.Key_Backtab)
    QTest.keyClick(browser, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text().startswith("AXE540127 + AXE640124, land pattern")


def test_a_damaged_file_is_named_where_the_rules_would_stand(
    catalog: Catalog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "design_notes.toml").write_text('document = ""', encoding="utf-8")
    damaged = Knowledge(catalog, tmp_path)
    monkeypatch.setattr(Controller, "knowledge", property(lambda _self: damaged))
    panel = DesignNotesPanel(Controller(catalog, State(pair_id=PAIR)))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: "design_notes.toml" in _shown(panel))
    assert not panel.page.copy_button.isEnabled()


def test_the_page_takes_the_colours_of_the_theme(panel: DesignNotesPanel, qtbot: QtBot) -> None:
    dark = QPalette(panel.palette())
    dark.setColor(QPalette.ColorRole.Midlight, Qt.GlobalColor.darkMagenta)
    panel.setPalette(dark)
    qtbot.waitUntil(lambda: "#800080" in panel.page.browser.toHtml())


def test_without_a_pair_it_says_what_to_do(catalog: Catalog, qtbot: QtBot) -> None:
    panel = DesignNotesPanel(Controller(catalog))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: "Choose a pair" in _shown(panel))
    assert not panel.page.copy_button.isEnabled()
