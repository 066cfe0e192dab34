"""How the pins of a file are numbered: one box for each thing that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from a4s_gui.geometry.numbering import SCHEMES, SUBJECTS, Numbering, Scheme


class NumberingFields(QWidget):
    """Boxes of pin 1, rows, header and terminals, with the words of the menu *Numbers*."""

    changed = Signal()
    """Another scheme was chosen."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[type[Scheme], QComboBox] = {}
        for place, (kind, group) in enumerate(SCHEMES.items()):
            box = self.boxes[kind] = QComboBox()
            box.setAccessibleName(f"Numbers: {SUBJECTS[kind]}")
            for row, (scheme, words) in enumerate(group.items()):
                box.addItem(words.title, scheme)
                box.setItemData(row, words.tip, Qt.ItemDataRole.ToolTipRole)
                if numbering.has(scheme):
                    box.setCurrentIndex(row)
            box.currentIndexChanged.connect(self.changed)
            grid.addWidget(box, place // 2, place % 2)
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def numbering(self) -> Numbering:
        """What the boxes say."""
        chosen = Numbering()
        for kind, box in self.boxes.items():
            chosen = chosen.with_scheme(list(SCHEMES[kind])[box.currentIndex()])
        return chosen
