"""A page of rich text that keeps its place when it is shown anew, and marks searched words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from a4s_gui.ui.widgets.menus import is_by_key

_MOST_MARKS = 400
"""A single letter stands everywhere: marking it at every place would only stall."""

MOST_PAGES = 8
"""So many are kept, those made ready among them: a page with its layout takes half a megabyte."""


class PageBrowser(QTextBrowser):
    """Shows pages of one kind after one another; links and the menu are left to the owner."""

    menu_asked = Signal(str, object)
    """The menu of a part is asked for, by its name, at a QPoint of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, QTextDocument] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        # Qt's own way breaks a figure that has no room: 0.23 × 0.65 would read 0.23 × 0.6.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_html(self, html: str, words: str) -> None:
        """Show a page at the place where the last one was, with some words marked."""
        bar = self.verticalScrollBar()
        where = bar.value()
        link = self._selected_link()
        self.setDocument(self._page(html))
        if link is not None:
            self._select_link(link)
        self.mark(words)
        # Whoever compares pairs looks at one place of the page.
        bar.setValue(where)

    def part_at(self, place: QPoint | None) -> str:
        """Return the name of the part (``<a name="...">``) at a place in pixels, or at the cursor.

        Empty above the first part.
        """
        cursor = self.textCursor() if place is None else self.cursorForPosition(place)
        names = [name for start, name in _names(self.document()) if start <= cursor.position()]
        return names[-1] if names else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the part that is pointed at, or that the keys are in."""
        by_key = is_by_key(event)
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        part = self.part_at(None if by_key else event.pos())
        self.menu_asked.emit(part, place if by_key else event.globalPos())

    def make_ready(self, html: str) -> None:
        """Read a page that may be shown next: reading takes longer than showing it."""
        page = self._page(html)
        page.documentLayout().setPaintDevice(self.viewport())

    def changeEvent(self, event: QEvent) -> None:
        """Forget the pages of another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep(self.document())

    def _page(self, html: str) -> QTextDocument:
        """Return a page that is ready, or make it."""
        page = self._pages.pop(html, None)
        if page is None:
            page = QTextDocument(self)
            page.setUndoRedoEnabled(False)
            page.setDefaultFont(self.font())
            page.setDocumentMargin(self.document().documentMargin())
            page.setDefaultTextOption(self.document().defaultTextOption())
            # Before there is a layout: it would be laid out as wide as it likes, and then again.
            page.setTextWidth(self.viewport().width())
            page.setHtml(html)
        self._pages[html] = page  # the last one now
        self._keep(self.document(), *list(self._pages.values())[-MOST_PAGES:])
        return page

    def _keep(self, *pages: QTextDocument) -> None:
        for html, page in list(self._pages.items()):
            if page not in pages:
                del self._pages[html]
                page.deleteLater()

    def go_to_top(self) -> None:
        """Go to the beginning, with the keys too."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def mark(self, words: str) -> None:
        """Mark the words of a search wherever they stand, and nothing else."""
        palette = self.palette()
        marks: list[QTextEdit.ExtraSelection] = []
        for word in dict.fromkeys(words.split()):
            cursor = self.document().find(word)
            while not cursor.isNull() and len(marks) < _MOST_MARKS:
                marks.append(_mark(cursor, palette))
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def _selected_link(self) -> int | None:
        """Return where the link begins that the keys are on, ``None`` where they are on none."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        starts = (link.start for link in _links(self.document()))
        return start if cursor.hasSelection() and start in starts else None

    def _select_link(self, start: int) -> None:
        """Select the first link that ends behind a place, or the last one: the keys go on there.

        Qt's own search for the next link begins at the top where nothing is selected.
        """
        links = list(_links(self.document()))
        if links:
            found = next((link for link in links if link.stop > start), links[-1])
            cursor = self.textCursor()
            cursor.setPosition(found.start)
            cursor.setPosition(found.stop, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)


def _links(document: QTextDocument) -> Iterator[range]:
    """Yield the places of the links, in their order."""
    for fragment in _fragments(document):
        if fragment.charFormat().anchorHref():
            yield range(fragment.position(), fragment.position() + fragment.length())


def _names(document: QTextDocument) -> Iterator[tuple[int, str]]:
    """Yield where each named place is, and its names, in their order."""
    for fragment in _fragments(document):
        for name in fragment.charFormat().anchorNames():
            yield fragment.position(), name


def _fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """Yield the pieces of a text that look alike, in their order.

    By Qt's own pieces of text: a cursor that is moved character by character over a table can stay
    where it is and yet say that it moved.
    """
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            yield pieces.fragment()
            pieces += 1
        block = block.next()


def _mark(cursor: QTextCursor, palette: QPalette) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    form = cursor.charFormat()
    form.setBackground(palette.color(QPalette.ColorRole.Highlight))
    form.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    mark.format = form
    return mark
