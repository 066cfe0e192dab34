"""The panel of part list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from a4s_gui.ui.controller import Controller


class PartListPanel(QWidget):
    """Not filled yet."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
