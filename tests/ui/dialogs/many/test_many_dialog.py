"""The export of many pairs, asked by typing and clicking, written beside the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from a4s_gui import cli
from a4s_gui.drawing.spec import View
from a4s_gui.export.many.run import Phase, Run
from a4s_gui.export.many.task import Task
from a4s_gui.session.settings_table import (
    EXPORT_FOLDER,
    EXPORT_PROJECT,
    MANY_FORMATS,
    MANY_NAME,
    MANY_VIEWS,
)
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.many import many_dialog
from a4s_gui.ui.dialogs.many.many_dialog import ManyDialog, drawings_of
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.dialogs.filled_in import answer

_LEFT = Qt.MouseButton.LeftButton
Open = Callable[..., ManyDialog]


@pytest.fixture
def open_dialog(
    controller: Controller, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """Show a dialog about the first pairs of the catalog, whose files are made in this process."""

    def run_here(tasks: Sequence[Task], folder: Path, _workers: int) -> Run:
        return Run(tasks, folder, workers=0)

    monkeypatch.setattr(many_dialog, "Run", run_here)

    def show(count: int = 3) -> ManyDialog:
        catalog = controller.catalog
        pairs = catalog.pairs[:count]
        drawings = drawings_of(pairs, catalog, controller.state, controller.pattern)
        dialog = ManyDialog(drawings, settings)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, _LEFT)


def choose(dialog: ManyDialog, formats: tuple[str, ...], views: tuple[View, ...] = ()) -> None:
    for suffix, box in dialog.form.formats.items():
        box.setChecked(suffix in formats)
    for view, box in dialog.form.views.items():
        box.setChecked(view in views)


def type_name(dialog: ManyDialog, text: str) -> None:
    dialog.form.name.selectAll()
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Delete)
    QTest.keyClicks(dialog.form.name, text)


def export(dialog: ManyDialog, qtbot: QtBot) -> str:
    click(dialog.export_button)
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=60_000)
    assert dialog.page.run is not None
    return dialog.page.run.report


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture
def out(tmp_path: Path, settings: Settings) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    settings.set(EXPORT_FOLDER, str(folder))
    return folder


def test_the_same_files_as_on_the_command_line_and_the_choices_are_there_again(
    open_dialog: Open, settings: Settings, out: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(2)
    choose(dialog, ("pdf", "pads.csv", "library"), (View.MATED, View.TAPE))
    assert dialog.form.preview.text().startswith("15 files: AXE510127-AXE610124-mated.pdf … ")
    type_name(dialog, "{pins} pins {view}")
    QTest.keyClicks(dialog.form.labels.project, "Watch, rev. B")

    assert export(dialog, qtbot) == f"15 of 15 files written into {out}"
    found = contents(out)
    assert {"10 pins mated.pdf", "12 pins tape.pdf"} < found.keys()
    assert b"Watch, rev. B" in found["10 pins mated.pdf"]

    other = tmp_path / "other"
    pairs = ("AXE510127/AXE610124", "AXE512127/AXE612124")
    drawn = ("--format", "pdf,pads.csv", "--view", "mated,tape", "--name", "{pins} pins {view}")
    options = (*drawn, "--project", "Watch, rev. B", "-o", str(other))
    assert cli.main(["export", *pairs, *options]) == 0
    assert len(contents(other)) == 6
    assert contents(other).items() <= found.items()
    assert len(found) == 6 + 4 + 4 + 1, "with the library's footprints, models and symbols"

    settings.save()
    again = Settings(settings.path)
    assert again.message == ""
    assert again.get(MANY_VIEWS) == ("mated", "tape")
    assert again.get(MANY_FORMATS) == ("pdf", "pads.csv", "library")
    assert again.get(MANY_NAME) == "{pins} pins {view}"
    assert again.get(EXPORT_PROJECT) == "Watch, rev. B"
    next_dialog = open_dialog(1)
    assert next_dialog.form.labels.project.text() == "Watch, rev. B"
    assert next_dialog.form.formats["pads.csv"].isChecked()


def test_the_fields_that_count_are_shown_and_what_cannot_be_is_said_where_it_stands(
    open_dialog: Open, out: Path
) -> None:
    dialog = open_dialog()
    form = dialog.form
    for formats, paper, scale, dpi in (
        (("png",), False, True, True),
        (("pdf", "svg"), True, True, False),
        (("kicad_mod", "library"), False, False, False),
    ):
        choose(dialog, formats, (View.PAIR,))
        assert form.paper.isVisible() == form.labels.isVisible() == paper
        assert form.scale.isVisible() == scale
        assert form.dpi.isVisible() == dpi
        assert dialog.export_button.isEnabled()

    choose(dialog, ("svg",), ())
    assert dialog.problem.text() == "no view is chosen; choose one to draw"
    choose(dialog, (), (View.PAIR,))
    assert "nothing is chosen" in dialog.problem.text()
    choose(dialog, ("svg",), (View.PAIR, View.MATED))
    type_name(dialog, "../{socket}")
    assert "can hold “/”" in form.name_field.problem.text()
    type_name(dialog, "{socket}")
    assert not form.name_field.problem.isVisible()
    assert "two files would be called AXE510127.svg; add {view}" in dialog.problem.text()
    assert not dialog.export_button.isEnabled()
    type_name(dialog, "{socket}-{header}-{view}")
    assert not dialog.problem.isVisible()
    form.folder.setText(str(out / "missing"))
    assert "no such folder" in form.folder_field.problem.text()
    form.folder.setText(str(out))
    form.scale.setEditText("twenty")
    assert not dialog.export_button.isEnabled()
    form.scale.setEditText("20:1")
    assert dialog.export_button.isEnabled()


def test_what_would_be_replaced_is_asked_once_and_what_failed_can_be_copied(
    open_dialog: Open, out: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    choose(dialog, ("pads.csv",))
    mine = out / "AXE510127-AXE610124.pads.csv"
    mine.write_bytes(b"mine")
    page = dialog.page
    for button in (page.keep, page.replace):
        click(dialog.export_button)
        qtbot.waitUntil(page.replace.isVisible, timeout=30_000)
        assert page.list.toPlainText() == mine.name
        assert "1 file in the folder would be replaced" in page.words.text()
        click(button)
        qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)

        assert (mine.read_bytes() == b"mine") is (button is page.keep)
        assert len(contents(out)) == 3
        click(dialog.export_button)
        assert dialog.form.isVisible()

    mine.unlink()
    mine.mkdir()
    export(dialog, qtbot)
    assert page.words.text() == (
        f"0 of 3 files written into {out}; 2 with that content there already; 1 failed."
    )
    assert page.list.toPlainText() == f"{mine.name}: is a folder; name a file in it"
    click(page.copy)
    assert page.run is not None
    assert QGuiApplication.clipboard().text() == page.run.report


def test_a_question_that_is_there_at_the_first_look_is_asked(
    open_dialog: Open, out: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(1)
    choose(dialog, ("pads.csv",))
    mine = out / "AXE510127-AXE610124.pads.csv"
    mine.write_bytes(b"mine")
    run = Run(dialog.form.tasks(), out, workers=0)
    qtbot.waitUntil(lambda: run.phase is Phase.ASKING)
    dialog.page.follow(run)
    said = dialog.page.list.toPlainText()
    dialog.page.stop()
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert said == mine.name


def test_what_is_stopped_leaves_whole_files_only_and_closing_asks(
    open_dialog: Open, out: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(20)
    choose(dialog, ("svg",), (View.PAIR, View.MATED))
    click(dialog.export_button)
    qtbot.waitUntil(lambda: bool(contents(out)))
    click(dialog.page.stop_button)
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)
    assert "stopped" in dialog.page.words.text()
    assert 0 < len(contents(out)) < 40

    click(dialog.export_button)
    click(dialog.export_button)
    asked = answer(monkeypatch, QMessageBox.StandardButton.No)
    dialog.close()
    assert dialog.isVisible()
    assert dialog.is_running
    assert "files are being written".casefold() in asked[0].casefold()
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    dialog.close()
    assert not dialog.isVisible()
    assert all(data.endswith(b"</svg>\n") for data in contents(out).values())


@pytest.fixture
def stopped(window: MainWindow, qtbot: QtBot) -> Iterator[None]:
    """Write nothing more after the test, even if it has failed: the window would ask for ever."""
    yield
    dialog = window.dialogs.pairs_dialog
    if dialog is not None and dialog.is_running:
        dialog.page.stop()
        qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)


@pytest.mark.usefixtures("stopped")
def test_the_window_stays_alive_and_its_end_leaves_whole_files_only(
    window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are selected, files are written, meanwhile other pairs are drawn; closing asks."""
    monkeypatch.setattr(many_dialog, "cores", lambda: 1)
    flags = QItemSelectionModel.SelectionFlag
    table, button = window.table, window.pairs.export_button
    assert not button.isVisible()
    window.named_actions["export-pairs"].trigger()
    every = window.dialogs.pairs_dialog
    assert every is not None
    assert every.windowTitle() == "Export 72 pairs", "where at most one row is selected"
    every.close()
    for row in range(2, 60):  # so many that they are not all written before they are stopped
        table.selectionModel().select(table.pairs_model.index(row, 0), flags.Select | flags.Rows)
    count = len(table.selected_ids())
    assert button.text() == f"&Export {count} pairs…"
    click(button)
    dialog = window.dialogs.pairs_dialog
    assert dialog is not None
    choose(dialog, ("png",), (View.PAIR,))
    dialog.form.folder.setText(str(out))
    click(dialog.export_button)
    asked = answer(monkeypatch, QMessageBox.StandardButton.No)
    table.step(1)
    assert not window.close()
    assert window.isVisible()
    assert asked
    window.named_actions["export-pairs"].trigger()
    assert window.dialogs.pairs_dialog is dialog, "one run at a time"
    longest, before = 0.0, time.thread_time()  # its own: a busy machine is no fault of the window
    while dialog.is_running and not contents(out):
        QTest.qWait(5)
        now = time.thread_time()
        longest, before = max(longest, now - before), now
    assert longest < 1.0, "painting here would take as long for each file"
    assert dialog.is_running
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    assert window.close()
    assert 0 < len(contents(out)) < count
    assert all(data.endswith(b"IEND\xaeB`\x82") for data in contents(out).values())
