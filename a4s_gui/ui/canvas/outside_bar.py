"""The bar over the drawing that says why it does not follow the filters, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from a4s_gui.session import reducers
from a4s_gui.session.following import Outside, nearest_pair
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.layouts import fill_box, set_tip

_WORDS = {
    Outside.NOTHING_LEFT: "No pair matches; {pair} stays drawn",
    Outside.PINNED: "{pair} is pinned, and outside the filters",
    Outside.CHOSEN: "{pair} is outside the filters",
}
_REST_MS = 250
"""While a search is typed, this long without a key brings the bar: it takes height from the
drawing, which would jump at a key and back at the next."""


class OutsideBar(QFrame):
    """Shown while the drawn pair is not among the rows; in a search, when the hand rests."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.label = ElidedLabel()
        self.nearest_button, self.unpin_button = QPushButton(), QPushButton("Unpin")
        self.clear_button = QPushButton("Clear filters")
        self.rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.rest.timeout.connect(self.show)
        self._build()
        self.nearest_button.clicked.connect(controller.take_nearest)
        self.unpin_button.clicked.connect(self._unpin)
        self.clear_button.clicked.connect(lambda: controller.apply(reducers.reset))
        controller.follow(("filter", "pair_id", "pinned"), self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say what holds now, or hide."""
        controller = self._controller
        why, pair = controller.outside, controller.pair
        self.rest.stop()
        if why is None or pair is None:
            self.hide()
            return
        if self.isHidden() and controller.state.filter.text:
            self.rest.start()
        else:
            self.show()
        self.label.show_text(_WORDS[why].format(pair=pair.numbers))
        nearest = nearest_pair(pair, controller.result.rows)
        self.nearest_button.setVisible(why is Outside.CHOSEN)
        self.nearest_button.setText(f"Draw {nearest.numbers}" if nearest else "")
        self.unpin_button.setVisible(why is Outside.PINNED)

    def _unpin(self) -> None:
        """Let the drawing follow the filters again, at once."""
        self._controller.apply(reducers.toggle_pin)
        self._controller.take_nearest()

    def _build(self) -> None:
        self.label.setAccessibleDescription("Why the drawing is outside the filters")
        tips = {
            self.nearest_button: "Draw the nearest pair in the table",
            self.unpin_button: "Let the drawing follow the filters: draw the nearest pair left",
            self.clear_button: "Show all pairs again; the one that is drawn stays",
        }
        for button, tip in tips.items():
            set_tip(button, tip)
        fill_box(QHBoxLayout(self), self.label, *tips, grow=self.label, margins=(8, 2, 4, 2))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
