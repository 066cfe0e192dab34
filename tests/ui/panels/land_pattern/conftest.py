"""What the tests of the land pattern share: the panel, and a folder for a user's own patterns."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.ways import Way
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> PatternLibrary:
    return PatternLibrary(tmp_path_factory.mktemp("library") / "own")


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication, library: PatternLibrary) -> Controller:
    """Return a controller for which no time goes by: it is as if all were typed at once."""
    return Controller(catalog, load_pattern=library.find, clock=lambda: 0.0)


@pytest.fixture(scope="module")
def kept(
    controller: Controller, kept_settings: Settings, library: PatternLibrary, keep: Keeper
) -> PatternPanel:
    made = PatternPanel(controller, kept_settings, library)
    keep(made)
    return made


@pytest.fixture
def panel(kept: PatternPanel, controller: Controller, library: PatternLibrary) -> PatternPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    take_up(kept)
    if library.folder.is_file():
        library.folder.unlink()
    shutil.rmtree(library.folder, ignore_errors=True)
    # How often it was read is no choice.
    begin_again(controller, State(pattern_reading=controller.state.pattern_reading))
    kept.ways[Way.PADS].trigger()  # drops what was refused
    kept.problem.clear()
    kept.patterns.about_to_open.emit()
    kept.resize(364, 560)  # a side column, or a drawer of a window of 1024 by 700
    QApplication.processEvents()
    return kept
