"""A panel that is brought up to date when it is seen: one that nobody sees does nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from a4s_gui.errors import A4sError


class SeenPanel(QWidget):
    """Calls :meth:`show_now` after the first paint that follows :meth:`outdate`.

    The paint itself is not held up: window and drawing come first. A tab behind others counts as
    visible but is never painted.
    """

    _stale = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)

    def outdate(self) -> None:
        """Say that what is shown does not hold any more."""
        self._stale = True
        self.update()

    def refresh(self) -> None:
        """Show what holds now, or why that is not possible."""
        self._stale = False
        try:
            self.show_now()
        except A4sError as error:  # a file of the program is damaged or missing
            self.show_problem(error)

    def show_now(self) -> None:
        """Show what holds now.

        Raises
        ------
        A4sError
            A file that is read when it is first needed is damaged or missing.
        """
        raise NotImplementedError

    def show_problem(self, error: A4sError) -> None:
        """Say why there is nothing to show. A panel that reads no such file has no need to."""
        raise error

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the panel up to date after this paint, now that it is seen."""
        super().paintEvent(event)
        if self._stale:
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """Show everything anew in the colours that hold now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.outdate()
