"""The fields of the pieces wanted: of the socket, and of the header where it is another number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.user_numbers import PIECES, NumberError, read_count
from a4s_gui.ui.widgets.layouts import caption_of, fill_box, set_tip
from a4s_gui.ui.widgets.line_edits import LONGEST_NUMBER, TypedField

_WIDEST = "1,000,000,000"
_PROMPTS = {
    Half.SOCKET: ("pieces", "Sockets wanted; as many headers where none are typed"),
    Half.HEADER: ("as many", "Headers wanted; leave empty for as many as sockets"),
}


class PiecesFields(QWidget):
    """Two lines for whole numbers; the header's may stay empty."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = {half: TypedField(LONGEST_NUMBER) for half in Half}
        layout = fill_box(QHBoxLayout(self), spacing=6)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(_WIDEST) + 2 * metrics.height()
        for half, line in self.lines.items():
            prompt, tip = _PROMPTS[half]
            line.setPlaceholderText(prompt)
            set_tip(line, tip)
            line.setClearButtonEnabled(True)
            line.setMaximumWidth(width)
            line.setMinimumWidth(width * 3 // 4)  # as wide as the side panels are at first
            line.typed.connect(self.typed)
            layout.addWidget(caption_of(line, _caption(half), f"Pieces of the {half}"))
            layout.addWidget(line)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.lines[Half.SOCKET])

    @property
    def are_empty(self) -> bool:
        """Whether nothing is typed at all."""
        return not any(line.text().strip() for line in self.lines.values())

    def set_pieces(self, sockets: int, headers: int) -> None:
        """Fill in how many of each half are wanted, without telling."""
        self.show_texts(f"{sockets:,}", "" if headers == sockets else f"{headers:,}")

    @property
    def texts(self) -> tuple[str, str]:
        """What is typed for sockets and for headers."""
        return self.lines[Half.SOCKET].text(), self.lines[Half.HEADER].text()

    def show_texts(self, sockets: str, headers: str) -> bool:
        """Show what is held elsewhere, without telling; return whether it is anything else."""
        if self.texts == (sockets, headers):
            return False
        self.lines[Half.SOCKET].show_text(sockets)
        self.lines[Half.HEADER].show_text(headers)
        return True

    def read(self) -> tuple[int, int]:
        """Return how many sockets and how many headers are wanted.

        The :class:`NumberError` for a field with no number of pieces begins with its caption.
        """
        sockets = self._read(Half.SOCKET)
        if not self.lines[Half.HEADER].text().strip():
            return sockets, sockets
        return sockets, self._read(Half.HEADER)

    def _read(self, half: Half) -> int:
        try:
            return read_count(self.lines[half].text(), PIECES)
        except NumberError as error:
            raise NumberError(_caption(half), error.reason) from error


def _caption(half: Half) -> str:
    return f"{str(half).capitalize()}s"
