"""The buttons beside a pasted list."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QPushButton,
    QWidget,
)

from a4s_gui.catalog.part_list import LineState, PartList


class PartListButtons(QWidget):
    """What can be done with a list; what the present one leaves nothing to do for is grey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paste = QPushButton("&Paste")
        self.open = QPushButton("&Open…")
        self.only_listed = QCheckBox("Only these pa&irs")
        self.next_doubtful = QPushButton("Next &doubtful")
        self.copy = QPushButton("&Copy")
        self.save = QPushButton("&Save…")
        self.clear = QPushButton("C&lear")
        tips: dict[QAbstractButton, str] = {
            self.paste: "Read the list that is on the clipboard (Ctrl+V)",
            self.open: "Read a list from a text or CSV file",
            self.only_listed: "Show only the pairs of this list in the table of pairs",
            self.next_doubtful: "Go to the next doubtful line, to choose what it means",
            self.copy: "Copy the selected lines, or all, for a spreadsheet",
            self.save: "Save the whole list as text with tabs",
            self.clear: "Forget this list, or stop reading one; the table shows all pairs",
        }
        for button, tip in tips.items():
            button.setToolTip(tip)
            button.setStatusTip(tip)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.paste, 0, 0)
        grid.addWidget(self.open, 0, 1)
        grid.addWidget(self.only_listed, 1, 0, 1, 2)
        grid.addWidget(self.next_doubtful, 2, 0, 1, 2)
        grid.addWidget(self.copy, 3, 0)
        grid.addWidget(self.save, 3, 1)
        grid.addWidget(self.clear, 4, 0, 1, 2)
        grid.setRowStretch(5, 1)

    def show_list(self, found: PartList) -> None:
        """Offer what can be done with a list."""
        for button in (self.copy, self.save, self.clear):
            button.setEnabled(bool(found.lines))
        self.next_doubtful.setEnabled(bool(found.of_state(LineState.DOUBTFUL)))
        self.only_listed.setEnabled(bool(found.pair_ids))
