"""What the tests of the filters share: the panel."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.filters.filters_panel import FiltersPanel
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog)


@pytest.fixture(scope="module")
def kept(controller: Controller, keep: Keeper) -> FiltersPanel:
    made = FiltersPanel(controller)
    made.resize(made.sizeHint())
    keep(made)
    return made


@pytest.fixture
def panel(kept: FiltersPanel, controller: Controller) -> FiltersPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    take_up(kept)
    begin_again(controller, State())
    for field in kept.fit.fields.values():
        field.revert()
    return kept


@pytest.fixture
def seen(panel: FiltersPanel) -> FiltersPanel:
    """Return the panel on the screen."""
    panel.setUpdatesEnabled(True)
    QApplication.processEvents()
    return panel
