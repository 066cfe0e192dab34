"""The time in which nobody waits: what may be wanted next is made ready in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_REST_MS = 150
"""No key that repeats, and no click of a hand in a hurry, comes behind what begins after this."""
_BETWEEN_MS = 20
"""After each piece, for the keys of a hand that types."""


class SpareTime(QTimer):
    """Has one piece made ready at a time, while the hand rests.

    ``make_next`` makes the next piece ready, and calls :meth:`go_on` where there may be another.
    """

    def __init__(self, make_next: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent, singleShot=True)
        self.timeout.connect(make_next)

    def wait_for_it(self) -> None:
        """Begin when the hand has rested; once more from now on, where that was asked before."""
        self.start(_REST_MS)

    def go_on(self) -> None:
        """Make another piece ready, after what came meanwhile."""
        self.start(_BETWEEN_MS)
