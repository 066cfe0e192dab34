"""The chosen pair that the dialogs are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_FOLDER
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings

_PAIR = "AXE540127/AXE640124"


@pytest.fixture
def settings(own_settings: Path, tmp_path: Path) -> Settings:
    """Return settings for a folder of the test's, and for pictures that are soon packed."""
    kept = Settings(own_settings)
    kept.set(EXPORT_FOLDER, str(tmp_path))
    kept.set(EXPORT_DPI, 75.0)
    return kept


@pytest.fixture
def chosen(controller: Controller) -> Controller:
    controller.apply(reducers.choose_pair, _PAIR)
    return controller


@pytest.fixture
def spec(chosen: Controller) -> DrawingSpec:
    assert chosen.spec is not None
    return chosen.spec
