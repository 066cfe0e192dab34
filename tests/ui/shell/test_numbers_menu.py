"""The menu Numbers, used by the mouse: every numbering of the field, and all that follows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from a4s_gui.drawing.spec import View
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import (
    SCHEMES,
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    Scheme,
    TerminalScheme,
)
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.every import for_each

EVERY = [scheme for group in SCHEMES.values() for scheme in group]
OTHER = (Pin1.LOWER_LEFT, RowScheme.ROW_BY_ROW, HeaderScheme.SAME, TerminalScheme.CONTINUED)


def _choose(window: MainWindow, *schemes: Scheme) -> None:
    """Choose entries of the menu that the button Numbers opens, which stays open meanwhile."""
    buttons = window.view_bar.findChildren(QToolButton)
    menu = next(button.menu() for button in buttons if button.text() == "Numbers")
    menu.popup(window.mapToGlobal(window.rect().center()))
    for scheme in schemes:
        place = menu.actionGeometry(window.named_actions[f"numbering.{scheme}"]).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert menu.isVisible()
    menu.close()


@for_each("scheme", EVERY)
def test_every_scheme_is_an_entry_and_excludes_its_like(window: MainWindow, scheme: Scheme) -> None:
    _choose(window, *OTHER, scheme)
    numbering = window.controller.state.numbering
    assert numbering.has(scheme)
    for one in EVERY:
        assert window.named_actions[f"numbering.{one}"].isChecked() is numbering.has(one)
    assert sum(map(numbering.has, EVERY)) == len(SCHEMES)


def test_map_files_and_command_follow(window: MainWindow) -> None:
    _choose(window, *OTHER)
    numbering = Numbering(
        RowScheme.ROW_BY_ROW, HeaderScheme.SAME, Pin1.LOWER_LEFT, TerminalScheme.CONTINUED
    )
    spec = window.controller.spec
    assert spec is not None
    assert spec.numbering == numbering
    panel = window.panels["pad-map"].panel
    assert isinstance(panel, PadMapPanel)
    panel.refresh()
    assert panel.numbering.text() == f"Numbering: {numbering.describe()}."
    assert [panel.pad_map.index(0, column).data() for column in (0, 1)] == ["1", "21"]
    table = format_for("pads.csv").write(ExportRequest(spec)).decode()
    ends = [line.split(",")[2] for line in table.splitlines() if ",terminal," in line]
    assert sorted(ends) == sorted(["41", "42", "43", "44"] * 2)
    footprint = format_for("kicad_mod").write(ExportRequest(replace(spec, view=View.SOCKET)))
    assert b'(pad "44" ' in footprint
    assert b'(pad "MP"' not in footprint
    window.named_actions["copy-command"].trigger()
    assert (
        QApplication.clipboard()
        .text()
        .endswith(
            "--numbering row-by-row,alike,lower-left --terminals continue "
            "-o AXE540127-AXE640124-pair.png"
        )
    )


def test_it_is_undone_step_by_step(window: MainWindow) -> None:
    _choose(window, Pin1.LOWER_LEFT, TerminalScheme.SINGLE)
    undo, redo = window.named_actions["undo"], window.named_actions["redo"]
    assert undo.text() == "&Undo numbering: Terminals: MP1 to MP4"
    undo.trigger()
    assert window.controller.state.numbering == Numbering(pin_1=Pin1.LOWER_LEFT)
    redo.trigger()
    chosen = window.controller.state.numbering
    assert chosen == Numbering(pin_1=Pin1.LOWER_LEFT, terminals=TerminalScheme.SINGLE)
