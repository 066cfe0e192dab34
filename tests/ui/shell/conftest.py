"""The window while a hand is at work: nothing is made ready beforehand, since it never rests."""

from __future__ import annotations

import pytest

from a4s_gui.ui.widgets import spare_time


@pytest.fixture(autouse=True)
def busy_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no spare time; what is done in it is tested with the drawing and the details."""
    monkeypatch.setattr(spare_time, "_REST_MS", 60_000)
