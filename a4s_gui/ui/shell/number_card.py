"""The card beneath the search line: the typed part number field by field, and the ways on.

It is a child of the window and takes no focus, so that the keys stay with the search line on every
platform.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.session.part_number_help import PartNumberHelp, Suggestion
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.menus import paint_edge

_LINES = 12
"""So many lines the card has at most, as far as it can help it."""
_FEWEST_WAYS = 3
_WIDTH = 100
"""In characters."""
_MARGINS = 8, 6
_SPACING = 3
"""In pixels, as the margins at the sides, and above and below."""
_COPY = "copy"


class NumberCard(QFrame):
    """Hidden until there is something to explain."""

    chosen = Signal(object)
    """The :class:`Suggestion` that was clicked."""
    text_asked = Signal(str)
    """A text to go on with: what is typed and one choice of the next field."""
    copy_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.explained = PartNumberHelp()
        """What is shown."""
        self._beneath: QWidget | None = None
        self._texts: list[str] = []
        by_mouse = Qt.TextInteractionFlag.LinksAccessibleByMouse
        self.fields, self.foot = (text_label(rich=True, flags=by_mouse) for _ in range(2))
        self.ways = QListWidget()
        self._build()
        self.hide()
        window.installEventFilter(self)

    @property
    def highlighted(self) -> Suggestion | None:
        """The way on that Return would take."""
        row = self.ways.currentRow()
        return self.explained.ways[row] if row >= 0 else None

    def explain(self, explained: PartNumberHelp, beneath: QWidget) -> None:
        """Show what is known of a number beneath a widget; hide where that is nothing."""
        self.explained = explained
        self._beneath = beneath
        self.setVisible(bool(explained))
        if explained:
            self._show()
            self.raise_()

    def step(self, rows: int) -> bool:
        """Highlight the next way on, or the one before; say whether there was one."""
        row = self.ways.currentRow() + rows
        if not -1 <= row < self.ways.count():
            return False
        self.ways.setCurrentRow(row)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beneath the search line when the window's size changes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge that stands out from the drawing beneath, in the dark as well."""
        super().paintEvent(event)
        paint_edge(self)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours that hold now, and stay where it lies among the others.

        Qt brings them from child to child: it would leave out whichever is next to one that moves.
        """
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.explained:
            self._show()

    def _build(self) -> None:
        self.setObjectName("number-card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.fields.setAccessibleDescription("The part number explained")
        self.ways.setAccessibleName("What the part number may become")
        for label in (self.fields, self.foot):
            label.linkActivated.connect(self._follow)
        self.ways.setFrameShape(QFrame.Shape.NoFrame)
        self.ways.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.ways.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ways.setUniformItemSizes(True)
        self.ways.itemClicked.connect(self._choose)
        for part in (self.fields, self.ways, self.foot):
            part.setParent(self)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _show(self) -> None:
        explained = self.explained
        self.fields.setText("".join(self._html()))
        self.fields.setVisible(bool(self.fields.text()))
        self.ways.clear()
        for way in explained.ways:
            self.ways.addItem(QListWidgetItem(f"{way.label}   {way.meaning}"))
        self.ways.setCurrentRow(-1)
        self.ways.setVisible(bool(explained.ways))
        dim = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        source = f"Source: {escape(explained.source)} &nbsp; " if explained.source else ""
        tip = "Copy this explanation as text (Ctrl+C while nothing is selected)"
        self.foot.setText(
            f'<small style="color:{dim}">{source}<a href="{_COPY}">Copy explanation</a></small>'
        )
        self.foot.setToolTip(tip)
        self._place()

    def _html(self) -> Iterator[str]:
        """Yield the number field by field, what may follow, and the remark."""
        explained = self.explained
        dim = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self._texts = []
        rows = [(f.characters or "–", f.name, escape(f.meaning)) for f in explained.fields]
        if explained.next_name:
            rows.append((f"{explained.begun}…", explained.next_name, ", ".join(self._links())))
        if rows:
            yield '<table cellspacing="0" cellpadding="0">'
            for characters, name, meaning in rows:
                yield (
                    f"<tr><td><b>{escape(characters)}</b>&nbsp;&nbsp;&nbsp;</td>"
                    f'<td style="color:{dim}">{escape(name).replace(" ", "&nbsp;")}'
                    f"&nbsp;&nbsp;&nbsp;</td><td>{meaning}</td></tr>"
                )
            yield "</table>"
        if explained.remark:
            remark = escape(explained.remark)
            yield f"<div><b>{remark}</b></div>" if explained.is_wrong else f"<div>{remark}</div>"
        if explained.ways:
            title = escape(capitalize_first(explained.ways_title))
            yield f'<div style="color:{dim}">{title}:</div>'

    def _links(self) -> Iterator[str]:
        for words, text in self.explained.next_pieces():
            if text:
                yield f'<a href="{len(self._texts)}">{escape(words)}</a>'
                self._texts.append(text)
            else:
                yield escape(words)

    def _place(self) -> None:
        """Take the room that is needed beneath the search line, as far as the window has it."""
        window, beneath = self.parentWidget(), self._beneath
        if window is None or beneath is None:
            return
        width = min(self.fontMetrics().averageCharWidth() * _WIDTH, window.width())
        height = self._put_parts(width, window.height())
        corner = window.mapFromGlobal(beneath.mapToGlobal(QPoint(0, beneath.height() + 2)))
        if corner.y() + height > window.height():
            above = window.mapFromGlobal(beneath.mapToGlobal(QPoint(0, -2))).y() - height
            corner.setY(max(0, above))
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        self.setGeometry(corner.x(), corner.y(), width, height)

    def _put_parts(self, width: int, highest: int) -> int:
        """Put the parts below each other, with fewer ways where they would be too high.

        Returns the height of all in pixels. A layout would have each text laid out five times over,
        for heights that nobody asks for: 5 ms for each key.
        """
        left, y = (margin + self.frameWidth() for margin in _MARGINS)
        inside, least = width - 2 * left, 2 * (y + _SPACING)
        tall = self.fields.heightForWidth(inside) if self.fields.text() else 0
        low = self.foot.heightForWidth(inside)
        row = self.ways.sizeHintForRow(0) if self.explained.ways else 0
        room = max(_FEWEST_WAYS, _LINES - 1 - tall // self.fontMetrics().lineSpacing())
        if row:
            room = min(room, len(self.explained.ways), (highest - least - tall - low) // row)
        for part, height in ((self.fields, tall), (self.ways, room * row), (self.foot, low)):
            part.setGeometry(left, y, inside, max(height, 0))
            y += height + _SPACING if height > 0 else 0
        return y - _SPACING + _MARGINS[1] + self.frameWidth()

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.explained.ways[self.ways.row(item)])

    def _follow(self, target: str) -> None:
        if target == _COPY:
            self.copy_asked.emit()
        else:
            self.text_asked.emit(self._texts[int(target)])
