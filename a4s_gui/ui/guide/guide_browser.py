"""A page of the guide as rich text, in the colours of the theme, its pictures as wide as fits."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

from a4s_gui.errors import ResourceError
from a4s_gui.resources import read_guide
from a4s_gui.ui.guide.guide_pages import slug_of
from a4s_gui.ui.pages.page_browser import PageBrowser, blocks_of

_MARGIN_PX = 16
_INDENT_PX = 48
"""Of what stands in a list, pictures too."""
_LINE_HEIGHT_PERCENT = 115
_CELL_PX = 4
_KEY = re.compile(r"<kbd>(.*?)</kbd>")
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in Qt's text for a picture."""
_Heights = QTextBlockFormat.LineHeightTypes


class GuideBrowser(PageBrowser):
    """Shows one page; links are left to the owner."""

    recoloured = Signal()
    """Other colours hold now: the page is to be shown anew."""

    def __init__(self) -> None:
        super().__init__()
        self.document().setDocumentMargin(_MARGIN_PX)
        self.setAccessibleName("Page of the guide")
        self._pictures: dict[str, QImage] = {}
        self._shown = ""

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning, with nothing marked; the same again is not read again."""
        if text != self._shown:
            self.document().setMarkdown(
                _KEY.sub(r"`\1`", text), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            )
            self._dress()
            self._shown = text
        self.setExtraSelections([])
        self.go_to_top()

    def go_to_heading(self, slug: str, words: str = "") -> None:
        """Bring a heading to the top of the view, and the first of some words after it into it.

        ``slug`` is the heading as links name it, empty for the beginning of the page; the words
        that are searched for are all marked.
        """
        self.mark(words)
        start = next((b for b in blocks_of(self.document()) if slug and _slug(b) == slug), None)
        cursor = QTextCursor(start or self.document().begin())
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - _MARGIN_PX if start else 0)
        found = [self.document().find(word, cursor) for word in words.split()]
        places = [at for at in found if not at.isNull()]
        if places:
            first = min(places, key=QTextCursor.selectionStart)
            first.setPosition(first.selectionStart())
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide, made small enough for the view; nothing else is loaded."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or ":" in address:
            return None
        try:
            if address not in self._pictures:
                data = QByteArray(read_guide(*address.split("/")))
                self._pictures[address] = QImage.fromData(data)
        except ResourceError:  # the text is worth reading without it
            return None
        return self._fitted(self._pictures[address])

    def changeEvent(self, event: QEvent) -> None:
        """Say when other colours hold: Qt keeps those that links had at first."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._shown = ""
            self.recoloured.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pictures as wide as fits now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def _fitted(self, picture: QImage) -> QImage:
        """Return a picture at its own size or as wide as the view, in the screen's own pixels."""
        ratio = self.devicePixelRatioF()
        room_px = self.viewport().width() - 2 * _MARGIN_PX - _INDENT_PX
        width_px = round(min(picture.width(), max(room_px, _MARGIN_PX)) * ratio)
        # Qt's text would scale it without smoothing.
        fitted = picture.scaledToWidth(width_px, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def _fit_pictures(self) -> None:
        kind = QTextDocument.ResourceType.ImageResource
        for address, picture in self._pictures.items():
            self.document().addResource(kind.value, QUrl(address), self._fitted(picture))
        self.document().markContentsDirty(0, self.document().characterCount())

    def _dress(self) -> None:
        """Give code a ground of its own, tables thin lines, and lines some room."""
        ground = self.palette().color(QPalette.ColorRole.Midlight)
        all_at_once = QTextCursor(self.document())
        all_at_once.beginEditBlock()  # else Qt lays the page out after each of its paragraphs
        for block in list(blocks_of(self.document())):
            cursor = QTextCursor(block)
            form = QTextBlockFormat()
            if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage):
                form.setBackground(ground)
            elif _PICTURE in block.text():
                form.setBottomMargin(_MARGIN_PX)
            else:
                form.setLineHeight(_LINE_HEIGHT_PERCENT, _Heights.ProportionalHeight.value)
            cursor.mergeBlockFormat(form)
        edge = self.palette().color(QPalette.ColorRole.Mid)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame, edge)
        all_at_once.endEditBlock()

    def sizeHint(self) -> QSize:
        """Return a width at which the lines of the guide's commands need no break."""
        return QSize(self.fontMetrics().averageCharWidth() * 110, 640)


def _dress_table(table: QTextTable, edge: QColor) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderBrush(edge)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(_CELL_PX)
    table.setFormat(form)


def _slug(block: QTextBlock) -> str:
    return slug_of(block.text()) if block.blockFormat().headingLevel() else ""
