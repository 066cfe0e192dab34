"""Hard tests: how long they go on, a little in the suite, for long in ``make endure``."""

from __future__ import annotations

import os
from collections.abc import Callable

from a4s_gui.errors import A4sError

SHARE = float(os.environ.get("A4S_ENDURE", "0.0006"))
"""Of the full number; ``make endure`` takes 1."""


def count(full: int, least: int = 1) -> int:
    """Return how often something is tried that ``make endure`` tries so often."""
    return max(least, round(full * SHARE))


def refusal(act: Callable[[], object]) -> str:
    """Return what is said where something is refused, nothing where it is not."""
    try:
        act()
    except A4sError as error:
        return str(error)
    return ""
