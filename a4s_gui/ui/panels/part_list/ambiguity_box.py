"""The box beside a list: what a doubtful line may have meant, to choose from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from a4s_gui.catalog.part_list.line import ListLine
from a4s_gui.catalog.wording import printable
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import fill_box, set_tip, wrapped

_REASON_CHARACTERS = 160
_ROOMY = 28
"""From so many characters of width on, a reason is a few lines."""


class AmbiguityBox(QWidget):
    """Offers the suggestions for one line; hidden while there is nothing to choose."""

    chosen = Signal(str)
    """The part number that is meant; empty to leave the line doubtful."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.reason = text_label(bold=True), text_label(dim=True)
        self.choices = QListWidget()
        self.choices.setAccessibleName("What the line may mean")
        set_tip(
            self.choices, "Choose the part number that this line means; its text stays as it is"
        )
        self.choices.itemClicked.connect(self._choose)
        self.choices.itemActivated.connect(self._choose)
        parts = (self.title, self.reason, self.choices)
        fill_box(QVBoxLayout(self), *parts, grow=self.choices, spacing=3)
        self.setFocusProxy(self.choices)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return a width in which a part number can be read."""
        return QSize(self.fontMetrics().averageCharWidth() * 18, 60)

    def sizeHint(self) -> QSize:
        """Return a width for a reason in a few lines."""
        return QSize(self.fontMetrics().averageCharWidth() * 34, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the reason to the tip where it would take the room of the choices."""
        super().resizeEvent(event)
        self.reason.setVisible(self.width() >= self.fontMetrics().averageCharWidth() * _ROOMY)

    def show_line(self, line: ListLine | None, chosen: str | None) -> None:
        """Offer what a line, as it was read, may mean; nothing where that is clear.

        ``chosen`` is the part number that was chosen for it.
        """
        self.choices.clear()
        self.setVisible(line is not None)
        if line is None:
            return
        none = "" if line.suggestions else " (nothing is near)"
        self.title.setText(f"Line {line.number}: which is meant?{none}")
        self.reason.setText(printable(line.reason, _REASON_CHARACTERS))
        for label in (self.title, self.reason):
            label.setToolTip(wrapped(line.reason))
        self.choices.setVisible(bool(line.suggestions))
        for part in line.suggestions:
            self._offer(part, part, is_chosen=part == chosen)
        if chosen is None:
            self.choices.setCurrentRow(0)  # where the arrow keys begin, and Return takes it
        else:
            self._offer("Leave it doubtful", "", is_chosen=False)

    def _offer(self, text: str, part: str, *, is_chosen: bool) -> None:
        item = QListWidgetItem(f"{text} (chosen)" if is_chosen else text)
        item.setData(Qt.ItemDataRole.UserRole, part)
        self.choices.addItem(item)
        if is_chosen:
            self.choices.setCurrentItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
