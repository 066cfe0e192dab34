"""Panels that are brought up to date when they are seen, and files that are damaged by then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.errors import A4sError
from a4s_gui.session import reducers
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.alternatives.alternatives_panel import AlternativesPanel
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from a4s_gui.ui.panels.design_notes.design_notes_panel import DesignNotesPanel
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel

PAIR, OTHER = "AXE540127/AXE640124", "AXE544127/AXE644124"

Maker = Callable[[Controller, Settings], LazyPanel]
READING_LATE: dict[str, tuple[Maker, str]] = {
    "design notes": (lambda controller, _: DesignNotesPanel(controller), "design_notes.toml"),
    "ordering": (OrderingPanel, "ordering.toml"),
    "compare": (ComparePanel, "ratings.toml"),
}
"""How each panel that reads a file late is made, and the file."""


class Counting(LazyPanel):
    """Counts how often it was brought up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def update_view(self) -> None:
        self.times += 1


def _said(panel: QWidget) -> str:
    labels = (label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))
    pages = (page.toPlainText() for page in panel.findChildren(QTextBrowser))
    return "\n".join((*labels, *pages))


def test_a_panel_does_nothing_until_it_is_seen(qtbot: QtBot) -> None:
    panel = Counting()
    qtbot.addWidget(panel)
    panel.invalidate()
    QApplication.processEvents()
    assert panel.times == 0
    panel.show()
    qtbot.waitUntil(lambda: panel.times == 1)


def test_many_changes_are_shown_at_once(qtbot: QtBot) -> None:
    panel = Counting()
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.times == 1)
    for _ in range(5):
        panel.invalidate()
    qtbot.waitUntil(lambda: panel.times == 2)
    panel.repaint()
    QApplication.processEvents()
    assert panel.times == 2


def test_a_panel_that_reads_no_file_lets_an_error_through(qtbot: QtBot) -> None:
    class Broken(LazyPanel):
        def update_view(self) -> None:
            raise A4sError("it cannot be")

    panel = Broken()
    qtbot.addWidget(panel)
    with pytest.raises(A4sError, match="it cannot be"):
        panel.refresh()


@pytest.mark.parametrize("name", READING_LATE)
def test_a_damaged_file_is_named_in_the_panel_which_goes_on(
    name: str, catalog: Catalog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, file = READING_LATE[name]
    (tmp_path / file).write_text("damaged = 1\n", encoding="utf-8")
    knowledge = Knowledge(catalog, tmp_path)
    monkeypatch.setattr(Controller, "knowledge", property(lambda _self: knowledge))
    controller = Controller(catalog, State(pair_id=PAIR, compared=(PAIR, OTHER)))
    panel = make(controller, Settings())
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: file in _said(panel))

    monkeypatch.setattr(Controller, "knowledge", property(lambda _self: Knowledge(catalog)))
    controller.apply(reducers.choose_pair, OTHER)
    controller.apply(reducers.drop_compared, PAIR)
    qtbot.waitUntil(lambda: file not in _said(panel))


def test_alternatives_follow_only_where_they_are_seen(catalog: Catalog, qtbot: QtBot) -> None:
    controller = Controller(catalog, State(pair_id=PAIR))
    panel = AlternativesPanel(controller)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.alternatives.rowCount() > 0)
    panel.hide()
    controller.apply(reducers.choose_pair, OTHER)
    QApplication.processEvents()
    assert panel.alternatives.rows[0].chosen.id == PAIR
    panel.show()
    qtbot.waitUntil(lambda: panel.alternatives.rows[0].chosen.id == OTHER)
