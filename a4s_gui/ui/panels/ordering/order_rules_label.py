"""The smallest order of a pair and the rules of ordering that concern it, each with its source."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from a4s_gui.catalog.data.notes import Note, notes_for
from a4s_gui.catalog.data.order_rules import OrderRules
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.catalog.orders.ordering import smallest_order
from a4s_gui.ui.widgets.labels import SELECTABLE
from a4s_gui.ui.widgets.layouts import MARGIN_PX

_NOT_OF_ORDERING = ("tape-and-reel",)
"""Groups that say how the parts are packed; they stand with the tape's figures."""


class OrderRulesLabel(QLabel):
    """A line for each rule; it can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, str, Source]] = []
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        self.setAccessibleDescription("Rules of ordering")
        self.setTextInteractionFlags(SELECTABLE)

    def show_rules(self, pair: Pair, rules: OrderRules) -> None:
        """Show what holds for a pair."""
        smallest = smallest_order(pair)
        self._lines = [(f"{smallest.name} of each half", smallest.formula, smallest.source)]
        for group in notes_for(rules.notes, pair):
            if group.id not in _NOT_OF_ORDERING:
                self._lines += [(group.title, _words(note), note.source) for note in group.notes]
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Write the sources in the grey of the colours that hold now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._lines:
            self._show()

    def _show(self) -> None:
        dim = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self.setText("<br>".join(_line_html(*line, dim) for line in self._lines))


def _words(note: Note) -> str:
    figures = "; ".join(map(str, note.figures))
    return f"{note.text} ({figures})" if figures else note.text


def _line_html(title: str, text: str, source: Source, dim: str) -> str:
    cited = f'<span style="color:{dim}"><small>Source: {escape(str(source))}</small></span>'
    return f"<b>{escape(title)}:</b> {escape(text)} {cited}"
