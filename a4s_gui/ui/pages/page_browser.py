"""A page of rich text that keeps its place when it is shown anew, and marks searched words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

_MOST_MARKS = 400
"""A single letter stands everywhere: marking it at every place would only stall."""


class PageBrowser(QTextBrowser):
    """Shows pages of one kind after one another; links are left to the owner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_html(self, html: str, words: str) -> None:
        """Show a page at the place where the last one was, with some words marked."""
        bar = self.verticalScrollBar()
        where = bar.value()
        link = _link_start(self.textCursor())
        self.setHtml(html)
        if link is not None:
            self._take_link(link)
        self._mark(words)
        # Whoever compares pairs looks at one place of the page.
        bar.setValue(where)

    def go_to_top(self) -> None:
        """Go to the beginning, with the keys too."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _take_link(self, start: int) -> None:
        """Select the first link from a place on: the keys go on from the link that was taken.

        Qt's own search for the next link begins at the top where nothing is selected.
        """
        cursor = self.textCursor()
        cursor.setPosition(min(start, self.document().characterCount() - 1))
        on, keep = QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
        while not cursor.charFormat().anchorHref():
            if not cursor.movePosition(on):
                return
        address = cursor.charFormat().anchorHref()
        cursor.setPosition(cursor.position() - 1)
        while cursor.movePosition(on, keep) and cursor.charFormat().anchorHref() == address:
            self.setTextCursor(cursor)

    def _mark(self, words: str) -> None:
        palette = self.palette()
        marks: list[QTextEdit.ExtraSelection] = []
        for word in dict.fromkeys(words.split()):
            cursor = self.document().find(word)
            while not cursor.isNull() and len(marks) < _MOST_MARKS:
                marks.append(_mark(cursor, palette))
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)


def _link_start(cursor: QTextCursor) -> int | None:
    """Return where the link begins that the keys are on, ``None`` where they are on none."""
    on_link = cursor.hasSelection() and bool(cursor.charFormat().anchorHref())
    return cursor.selectionStart() if on_link else None


def _mark(cursor: QTextCursor, palette: QPalette) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    form = cursor.charFormat()
    form.setBackground(palette.color(QPalette.ColorRole.Highlight))
    form.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    mark.format = form
    return mark
