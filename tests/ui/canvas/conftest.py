"""A view of the drawing alone, with no window around it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from a4s_gui.ui.canvas.drawing_view import DrawingView
from tests.ui.canvas.hand import open_view, spec_of


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    """Return a view of 1000 by 600 pixels that shows the first pair of 10 pins."""
    drawing = open_view(qtbot)
    drawing.show_spec(spec_of(10))
    return drawing
