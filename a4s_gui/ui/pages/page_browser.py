"""A page of rich text that keeps its place when it is shown anew, and marks searched words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from a4s_gui.ui.widgets.menus import is_by_key

_MOST_MARKS = 400
"""A single letter stands everywhere: marking it at every place would only stall."""

_LINE = re.compile("<(?:tr|p)[ >]")
"""Begins what takes a line at least."""
_REST_MS = 100
"""After so long without another page the part of it is read that is out of sight: no key that
repeats comes behind that."""


class PageBrowser(QTextBrowser):
    """Shows pages of one kind after one another; links and the menu are left to the owner.

    Reading a page and laying it out takes far longer than painting what is seen of it. Of a page
    that follows another while neither keys nor mouse are in it, what is in sight is read first, and
    the rest a moment later, or before anything is done with the page.
    """

    menu_asked = Signal(str, object)
    """The menu of a part is asked for, by its name, at a QPoint of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: list[str] = []
        self._read_px = 0.0
        self._line_px = float(self.fontMetrics().height())
        self._unread: Iterator[str] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.read_rest)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        # Qt's own way breaks a figure that has no room: 0.23 × 0.65 would read 0.23 × 0.6.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.verticalScrollBar().valueChanged.connect(self.read_rest)

    def sizeHint(self) -> QSize:
        """Return the least size: a page takes the room that there is, and scrolls itself."""
        return self.minimumSizeHint()

    def show_pieces(self, pieces: Iterable[str], words: str, *, sight_first: bool = False) -> None:
        """Show a page at the place where the last one was, with some words marked.

        Its pieces of HTML can be read one by one: with ``sight_first`` the rest may come a moment
        later, where nothing is searched or selected in it.
        """
        self._read, self._unread = [], None
        unread = iter(pieces)
        is_used = words or self.hasFocus() or self.textCursor().hasSelection()
        # Whoever has a page read aloud has no sight of it.
        if sight_first and not (is_used or QAccessible.isActive()) and self._show_sight(unread):
            self._unread = unread
            self._rest.start()
            return
        link = self._selected_link()
        self._unread = unread
        self.read_rest()
        if link is not None:
            self._select_link(link)
        self.mark(words)

    def read_rest(self) -> None:
        """Read what is missing of a page that is shown, whatever is in sight staying in place."""
        unread, self._unread = self._unread, None
        if unread is not None:
            self._rest.stop()
            self._put(self._page("".join([*self._read, *unread])))

    @property
    def _seen_px(self) -> int:
        """How much of a page has to be there for what is in sight, from its top."""
        return self.verticalScrollBar().value() + self.viewport().height()

    def put_off_rest(self) -> None:
        """Read what is missing later: another page is about to be shown."""
        if self._unread is not None:
            self._rest.start()

    def _show_sight(self, unread: Iterator[str]) -> bool:
        """Show as many pieces as are in sight, and room for the rest; return whether there is one.

        How high they are is known from those that were read before, of which the lines are as high.
        """
        lines, before_px = 0, self.document().size().height()
        if before_px <= self._seen_px:
            return False
        for piece in unread:
            self._read.append(piece)
            lines += len(_LINE.findall(piece))
            if lines * self._line_px < self._seen_px:
                continue
            page = self._page("".join(self._read))
            page.setTextWidth(self.viewport().width())
            self._read_px = page.size().height()
            self._line_px = self._read_px / lines
            if self._read_px >= self._seen_px:
                break
            page.deleteLater()
        else:
            return False
        if self._read_px >= before_px:
            page.deleteLater()
            return False
        # As long as the last page was: the scroll bar stays as it is.
        _add_room(page, before_px - self._read_px)
        self._put(page)
        return True

    def _page(self, html: str) -> QTextDocument:
        """Return a page that is laid out when it has a width: its own, or that of the view."""
        page = QTextDocument(self)
        page.setUndoRedoEnabled(False)
        page.setDefaultFont(self.font())
        page.setDocumentMargin(self.document().documentMargin())
        page.setDefaultTextOption(self.document().defaultTextOption())
        # No room: Qt lays it out as it comes into the view, and once more as that gives it a width.
        page.setPageSize(QSizeF(0.0, 0.0))
        page.setHtml(html)
        return page

    def _put(self, page: QTextDocument) -> None:
        """Show a page in place of the last one, at the same place: so are pairs compared."""
        bar, before = self.verticalScrollBar(), self.document()
        where, is_ours = bar.value(), before.parent() is self
        self.setDocument(page)
        if is_ours:  # Qt deletes its own
            before.deleteLater()
        # Qt lays out step by step what is out of sight, and says each time how long the page is.
        bar.setMaximum(max(bar.maximum(), round(page.size().height()) - bar.pageStep()))
        bar.setValue(where)

    def part_at(self, place: QPoint | None) -> str:
        """Return the name of the part (``<a name="...">``) at a place in pixels, or at the cursor.

        Empty above the first part.
        """
        self.read_rest()
        cursor = self.textCursor() if place is None else self.cursorForPosition(place)
        names = [name for start, name in _names(self.document()) if start <= cursor.position()]
        return names[-1] if names else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the part that is pointed at, or that the keys are in."""
        by_key = is_by_key(event)
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        part = self.part_at(None if by_key else event.pos())
        self.menu_asked.emit(part, place if by_key else event.globalPos())

    def scrollToAnchor(self, name: str) -> None:
        """Bring a part to the top of the view."""
        self.read_rest()
        super().scrollToAnchor(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have the whole page there: it may be selected or copied."""
        self.read_rest()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the whole page there: the keys go to its links."""
        self.read_rest()
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the whole page there where more of it may be seen."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or self._seen_px > self._read_px:
            self.read_rest()

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


def _add_room(page: QTextDocument, room_px: float) -> None:
    """Make a page longer by an empty line of some height."""
    cursor, form = QTextCursor(page), QTextBlockFormat()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    # The margin below what was the last line counts now.
    room_px = max(0.0, room_px - cursor.blockFormat().bottomMargin())
    form.setLineHeight(room_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.insertBlock(form)


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
    for block in blocks_of(document):
        pieces = block.begin()
        while not pieces.atEnd():
            yield pieces.fragment()
            pieces += 1


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a text, in their order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _mark(cursor: QTextCursor, palette: QPalette) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    form = cursor.charFormat()
    form.setBackground(palette.color(QPalette.ColorRole.Highlight))
    form.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    mark.format = form
    return mark
