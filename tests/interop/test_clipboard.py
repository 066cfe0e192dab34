"""The copied drawing, and the copied comparison, as Inkscape opens them."""

from __future__ import annotations

from pathlib import Path

import pytest
from machine import Machine
from PySide6.QtGui import QGuiApplication, QImage

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_DPI
from a4s_gui.ui.core.clipboard import PICTURE_TYPES
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.taken_picture import copy_picture
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from tests.interop.programs import run_other
from tests.interop.rendered import PDFTOCAIRO, InkArray, Picture, assert_same, pdf_picture

pytestmark = [pytest.mark.interop, pytest.mark.usefixtures("qapp")]

DPI = 254.0
"""Ten pixels a millimetre of paper."""
LETTERING = 0.01
"""No more of a page is the edges of its letters."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    kept = Settings(tmp_path / "settings.ini")
    kept.set(EXPORT_DPI, DPI)
    return kept


@pytest.fixture
def controller() -> Controller:
    made = Controller(load_catalog())
    made.apply(reducers.choose_pair, "AXE540127/AXE640124")
    return made


@pytest.fixture(params=["drawing", "comparison"])
def copied(
    request: pytest.FixtureRequest, controller: Controller, settings: Settings, tmp_path: Path
) -> dict[str, Path]:
    """Return what is on the clipboard, each format as a file."""
    if request.param == "drawing":
        copy_picture(None, controller, settings)
    else:
        controller.apply(reducers.compare_pairs, ["AXE540127/AXE640124", "AXE520127/AXE620124"])
        panel = ComparePanel(controller, settings)
        panel.copy_picture.trigger()
        panel.deleteLater()
    clipboard = QGuiApplication.clipboard()
    files = {suffix: tmp_path / f"copied.{suffix}" for suffix in PICTURE_TYPES}
    for suffix, file in files.items():
        file.write_bytes(bytes(clipboard.mimeData().data(PICTURE_TYPES[suffix]).data()))
    clipboard.clear()
    return files


def opened_in_inkscape(machine: Machine, file: Path, *words: str) -> Picture:
    """Let Inkscape open a file and make a picture of its page."""
    target = file.with_name(f"opened-{file.name}.png")
    drawn = (f"--export-filename={target}", f"--export-dpi={DPI:g}", "--export-background=white")
    run_other(machine, file.parent, "inkscape", "--export-area-page", *drawn, *words, file)
    return Picture(QImage(str(target)), DPI / 25.4)


def of_one_size(one: Picture, other: Picture) -> tuple[InkArray, InkArray]:
    """Return the ink of two pictures of a page, which may differ by a pixel in size."""
    rows, columns = map(min, zip(one.ink.shape, other.ink.shape, strict=True))
    assert max(one.ink.shape[0], other.ink.shape[0]) - rows <= 1
    assert max(one.ink.shape[1], other.ink.shape[1]) - columns <= 1
    return one.ink[:rows, :columns], other.ink[:rows, :columns]


def test_the_svg_opens_and_looks_as_the_png(others: Machine, copied: dict[str, Path]) -> None:
    png = Picture(QImage(str(copied["png"])), DPI / 25.4)
    assert_same(*of_one_size(opened_in_inkscape(others, copied["svg"]), png))


def test_the_pdf_opens_and_looks_as_it_prints(others: Machine, copied: dict[str, Path]) -> None:
    page = pdf_picture(copied["pdf"], DPI, PDFTOCAIRO)
    assert_same(*of_one_size(opened_in_inkscape(others, copied["pdf"], "--pdf-poppler"), page))
    # Opened to be edited it is lettered in a font that the machine has: lines and pads are alike.
    edited, printed = of_one_size(opened_in_inkscape(others, copied["pdf"]), page)
    assert edited.mean() == pytest.approx(printed.mean(), rel=0.03)
    assert (abs(edited - printed) > 0.5).mean() < LETTERING
