"""The chosen pair that the dialogs are about, and the dialog that exports it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_FOLDER
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from tests.ui.dialogs.filled_in import PAIR


@pytest.fixture
def settings(own_settings: Path, tmp_path: Path) -> Settings:
    """Return settings for a folder of the test's, and for pictures that are soon packed."""
    kept = Settings(own_settings)
    kept.set(EXPORT_FOLDER, str(tmp_path))
    kept.set(EXPORT_DPI, 75.0)
    return kept


@pytest.fixture
def chosen(controller: Controller) -> Controller:
    controller.apply(reducers.choose_pair, PAIR)
    return controller


@pytest.fixture
def spec(chosen: Controller) -> DrawingSpec:
    assert chosen.spec is not None
    return chosen.spec


@pytest.fixture
def dialog(spec: DrawingSpec, chosen: Controller, settings: Settings, qtbot: QtBot) -> ExportDialog:
    """Return the dialog that exports the chosen pair, shown."""
    shown = ExportDialog(spec, settings, chosen.catalog.related(spec.pair))
    qtbot.addWidget(shown)
    shown.show()
    return shown
