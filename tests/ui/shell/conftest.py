"""The window while a hand is at work."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def at_work(busy_hand: None) -> None:
    """Leave no spare time."""
