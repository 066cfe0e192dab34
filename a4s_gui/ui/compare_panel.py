"""The panel of compare."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from a4s_gui.ui.controller import Controller
from a4s_gui.ui.settings import Settings


class ComparePanel(QWidget):
    """Not filled yet."""

    def __init__(
        self, controller: Controller, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._settings = settings
