"""The status bar: one message, the cursor's place and the drawing's scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStatusBar, QWidget

from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.announce import announce
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.layouts import fill_box

_MESSAGE_MS = 15_000
_CURSOR_TIP = (
    "Cursor from the centre of the nearest half: x right, y down; seen from below, x left, so that "
    "a pad is where tips and files say"
)


class StatusLine(QStatusBar):
    """Shows messages, and the tips of what is pointed at."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.message = ElidedLabel()
        self.open_folder = tool_button("Open folder", "Open the folder of the file that was saved")
        self.copy_lengths = tool_button()
        self.cursor_place = QLabel()
        self.scale = QLabel()
        self._said, self._hint = "", ""
        self._folder = Path()
        self._fade = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._fade.timeout.connect(lambda: self.show_message(""))
        self._build()
        # Tips of actions and buttons arrive as Qt's own temporary messages.
        self.messageChanged.connect(self._show_tip)
        controller.message.connect(self.show_message)
        controller.saved.connect(self.show_saved)
        self.open_folder.clicked.connect(self._open_folder)
        controller.follow(("filter", "pair_id"), lambda: self.show_message(""))
        self.show_cursor(None)

    def show_message(self, text: str) -> None:
        """Show one message for a while."""
        self._said = text
        self.open_folder.hide()
        self.message.show_text(text or self._hint)
        if text:
            announce(self.message, text)
            self._fade.start()

    def show_saved(self, path: Path) -> None:
        """Say which file was written, with a button that opens its folder."""
        self.show_message(f"Saved {path.name} in {path.parent}")
        self._folder = path.parent
        self.open_folder.show()

    def set_hint(self, text: str) -> None:
        """Show what is pointed at, selected or measured, for as long as it is; none if empty."""
        self._hint = text
        self.message.show_text(text or self._said)

    def offer_copy(self, action: QAction) -> None:
        """Have a button that copies what is measured, while something is."""
        self.copy_lengths.setDefaultAction(action)
        self.copy_lengths.setVisible(action.isEnabled())
        action.enabledChanged.connect(self.copy_lengths.setVisible)

    def show_cursor(self, place: object) -> None:
        """Show the cursor's place, ``(x_mm, y_mm)``, or none."""
        text = ""
        if isinstance(place, tuple):
            x_mm, y_mm = place
            text = f"x {_signed(x_mm)}  y {_signed(y_mm)} mm"
        self.cursor_place.setText(text)

    def show_scale(self, scale: float) -> None:
        """Show the drawing's scale, n of n:1."""
        self.scale.setText(format_scale(scale))

    def changeEvent(self, event: QEvent) -> None:
        """Have room for place and scale in letters of any size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        metrics = self.fontMetrics()
        self.cursor_place.setMinimumWidth(metrics.horizontalAdvance("x −00.00  y −00.00 mm"))
        # Of one size whatever it says: else each new scale has the whole window laid out.
        self.scale.setFixedSize(metrics.horizontalAdvance("0.000:1"), metrics.height())

    def _build(self) -> None:
        inside = QWidget()
        self._make_room()
        for label, name, tip in (
            (self.message, "Message", ""),
            (self.cursor_place, "Cursor", _CURSOR_TIP),
            (self.scale, "Scale", "Scale on the screen"),
        ):
            label.setAccessibleDescription(name)
            label.setToolTip(tip)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.cursor_place.setAlignment(right)
        self.scale.setAlignment(right)
        self.open_folder.hide()
        # The drawing above keeps its height when a button comes or goes.
        inside.setMinimumHeight(self.open_folder.sizeHint().height())
        self.copy_lengths.hide()
        fill_box(
            QHBoxLayout(inside),
            *(self.message, self.open_folder, self.copy_lengths),
            *(self.cursor_place, _rule(), self.scale),
            grow=self.message,
            margins=(8, 0, 4, 0),
            spacing=10,
        )
        self.addPermanentWidget(inside, 1)

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - not at the start
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_tip(self, tip: str) -> None:
        self.message.show_text(tip or self._hint or self._said)


def _signed(value_mm: float) -> str:
    """Return a coordinate with a true minus sign and no ``-0.00``."""
    return f"{round(value_mm, 2) + 0.0:.2f}".replace("-", "−")


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.VLine)
    rule.setFrameShadow(QFrame.Shadow.Sunken)
    return rule
