"""How the pins of a pin list are numbered: no file of that kind says it."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.layouts import MARGIN_PX, caption_of, fill_box, set_tip

_AS_DRAWN = "as the drawing: {}"
_CHOICES = tuple(Numbering(*words) for words in product(RowScheme, HeaderScheme, Pin1))


class ListNumbering(QWidget):
    """A choice of numberings, of which the first one is that of the drawing."""

    changed = Signal()
    """Pin lists are to be taken as numbered otherwise."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._own = controller.state.own_numbering
        self.choice = QComboBox()
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tip(self.choice, "How a pin list is numbered; the list itself does not say")
        self.choice.addItems(["", *(one.describe_contacts() for one in _CHOICES)])
        self.choice.activated.connect(self.changed)
        caption = caption_of(self.choice, "Pin &lists numbered", "Numbering of pin lists")
        margins = (MARGIN_PX, 0, MARGIN_PX, 0)
        row = QHBoxLayout(self)
        fill_box(row, caption, self.choice, grow=self.choice, margins=margins, spacing=MARGIN_PX)
        self._show_own()
        controller.follow(("numbering", "board"), self._follow)

    @property
    def numbering(self) -> Numbering:
        """The numbering that is chosen."""
        place = self.choice.currentIndex()
        return _CHOICES[place - 1] if place > 0 else self._own

    def _follow(self) -> None:
        """Take over another numbering that the user chose, not one that a board brought along."""
        own = self._controller.state.own_numbering
        if own != self._own:
            self._own = own
            self._show_own()
            if self.choice.currentIndex() == 0:
                self.changed.emit()

    def _show_own(self) -> None:
        self.choice.setItemText(0, _AS_DRAWN.format(self._own.describe_contacts()))
