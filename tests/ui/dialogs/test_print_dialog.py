"""Printing: through Qt's own print path to PDF, and measured there."""

from __future__ import annotations

import re
import zlib
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs import print_dialog
from a4s_gui.ui.dialogs.print_dialog import PrintDialog

_POINTS_PER_MM = 72 / MM_PER_INCH
_MATRIX = re.compile(rb"([-\d.]+) [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ cm")


@pytest.fixture
def spec(controller: Controller) -> DrawingSpec:
    controller.apply(reducers.choose_pair, "AXE530127/AXE630124")
    assert controller.spec is not None
    return controller.spec


@pytest.fixture
def dialog(spec: DrawingSpec, settings: Settings, qtbot: QtBot) -> PrintDialog:
    dialog = PrintDialog(spec, settings)
    qtbot.addWidget(dialog)
    return dialog


def printed(dialog: PrintDialog, path: Path) -> bytes:
    """Print to a PDF file as the print dialog does, and return it."""
    dialog.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer.setOutputFileName(str(path))
    dialog.preview.print_()
    return path.read_bytes()


def content(pdf: bytes) -> bytes:
    """Return what is drawn on the page."""
    for found in re.finditer(rb"stream\r?\n", pdf):
        packed = zlib.decompressobj()
        try:
            text = packed.decompress(pdf[found.end() :])
        except zlib.error:
            continue
        if b" cm" in text:
            return text
    raise AssertionError("no page in the file")


def page_mm(pdf: bytes) -> tuple[float, float]:
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert found is not None
    return float(found[1]) / _POINTS_PER_MM, float(found[2]) / _POINTS_PER_MM


def test_what_does_not_fit_is_said_and_not_printed(dialog: PrintDialog) -> None:
    dialog.paper.setCurrentText("Letter")
    dialog.scale.setEditText("100:1")
    assert "too large for Letter; choose a scale of at most" in dialog.problem.text()
    assert not dialog.print_button.isEnabled()
    dialog.scale.setEditText("many")
    assert not dialog.print_button.isEnabled()
    dialog.scale.setEditText("2,5")
    assert dialog.print_button.isEnabled()


def test_the_sheet_is_shown_larger_than_it_must_be_where_the_screen_has_room(
    spec: DrawingSpec, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "_PREVIEW", QSize(200, 200))
    shown = PrintDialog(spec, settings)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.preview.height() > shown.preview.minimumHeight()


def test_the_scale_follows_the_paper_until_one_is_typed_and_the_preview_both(
    dialog: PrintDialog, qtbot: QtBot
) -> None:
    previewed: list[QPrinter] = []
    dialog.preview.paintRequested.connect(previewed.append)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert len(previewed) == 1
    dialog.paper.setCurrentText("A3")
    suggested = dialog.scale.currentText()
    dialog.paper.setCurrentText("A4")
    assert dialog.scale.currentText() != suggested
    assert len(previewed) > 1
    field = dialog.scale.lineEdit()
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "1:1")
    dialog.paper.setCurrentText("A3")
    assert dialog.words == "1:1 on A3"


def test_cancel_prints_nothing(dialog: PrintDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert dialog.result() == 0


def _printer_dialog(dialog: PrintDialog, qtbot: QtBot) -> QPrintDialog:
    dialog.buttons.accepted.emit()
    qtbot.waitUntil(lambda: dialog.findChild(QPrintDialog) is not None)
    asked = dialog.findChild(QPrintDialog)
    assert asked is not None
    return asked


def test_the_chosen_printer_prints_a_millimetre_as_one_on_the_paper_with_what_the_user_says(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    for paper, scale in (
        (Paper.A4, 1.0),
        (Paper.A3, 10.0),
        (Paper.LETTER, 14.0),
        (Paper.TABLOID, 20.0),
    ):
        dialog.paper.setCurrentText(str(paper))
        dialog.scale.setEditText(f"{scale:g}:1")
        pdf = printed(dialog, tmp_path / "print.pdf")
        assert paper.size_mm is not None
        # Qt rounds pages to points.
        assert sorted(page_mm(pdf)) == pytest.approx(sorted(paper.size_mm), abs=0.4), paper
        assert dialog.words == f"{scale:g}:1 on {paper}"
        drawn = content(pdf)
        page, sheet = (float(m[1]) for m in islice(_MATRIX.finditer(drawn), 2))
        points_per_part_mm = page * sheet
        assert points_per_part_mm / _POINTS_PER_MM == pytest.approx(scale, rel=1e-5)
        # The bar that is measured with a ruler is drawn in the same unit, 10 mm of paper long.
        bar = f"{10 / scale:.4f}"
        level = re.findall(rb"\n([-\d.]+) ([-\d.]+) m\n([-\d.]+) \2 l", drawn)
        lengths = {f"{abs(float(x2) - float(x1)):.4f}" for x1, _y, x2 in level}
        assert bar in lengths, scale

    dialog.labels.project.setText("Watch")
    assert dialog.print_button.isEnabled()
    path = tmp_path / "drawing.pdf"
    dialog.printer.setOutputFileName(str(path))
    asked = _printer_dialog(dialog, qtbot)
    assert not path.exists()
    with qtbot.waitSignal(dialog.printed) as told:
        asked.done(QDialog.DialogCode.Accepted)
    assert told.args == [dialog.words]
    assert content(path.read_bytes()) != drawn, "in the title block"


def test_the_window_may_close_while_the_printer_is_asked_for(
    spec: DrawingSpec, settings: Settings, qtbot: QtBot
) -> None:
    """A loop of its own for the printer's dialog went on with dialogs that were gone."""
    window = QWidget()
    dialog = PrintDialog(spec, settings, window)
    asked = _printer_dialog(dialog, qtbot)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(asked)
    assert not isValid(dialog)
