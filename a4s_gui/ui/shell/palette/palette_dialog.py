"""The palette on the screen: a line to type in, and beneath it what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.errors import A4sError
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.shell.palette.entries import (
    Entry,
    command_entries,
    found,
    knowledge_entries,
    pair_entries,
)
from a4s_gui.ui.widgets.labels import never_rich, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box
from a4s_gui.ui.widgets.line_edits import SearchField

_WIDTH_PX, _HEIGHT_PX = 760, 420
_TOP_PX = 60
_LINE_PX = 8
"""Between the words of two lines."""
_IN_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PaletteDialog(QDialog):
    """Finds by typing; Return or a click does it, Esc leaves everything as it is.

    ``always`` is searched whatever is typed, and listed as a whole while nothing is; ``by_text``
    finds more by the text itself: the pairs.
    """

    def __init__(
        self, always: Iterable[Entry], by_text: Callable[[str], Iterable[Entry]], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle("Command palette")
        self._always = tuple(always)
        self._by_text = by_text
        self._entries: list[Entry] = []
        self.chosen: Entry | None = None
        """What was chosen; ``None`` until then, and where it was left."""
        self.field = SearchField("Command, part number, figure or note")
        self.list = QTreeWidget()
        self.list.setAccessibleName("What is found")
        self.nothing = text_label("Nothing found. Try fewer letters.", dim=True)
        self._build()
        self.field.textChanged.connect(self._show_found)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self._show_found()
        self._place(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the keys stay in the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _IN_LIST:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        tree = self.list
        tree.setColumnCount(3)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        parts = (self.field, self.nothing, tree)
        fill_box(QVBoxLayout(self), *parts, grow=tree, margins=(MARGIN_PX,) * 4)
        self.nothing.hide()
        # A popup has no frame of its own, and lies over a drawing of the same colour.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet("PaletteDialog { border: 1px solid palette(highlight); }")

    def _place(self, window: QWidget) -> None:
        width = min(_WIDTH_PX, window.width() - 2 * MARGIN_PX)
        self.resize(width, min(_HEIGHT_PX, window.height() - 2 * _TOP_PX))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + _TOP_PX)

    def _show_found(self) -> None:
        text = self.field.text()
        self._entries = found(self._always, text, self._by_text(text))
        self.list.clear()
        height = QSize(0, self.fontMetrics().height() + _LINE_PX)
        for entry in self._entries:
            item = QTreeWidgetItem([_line(entry.title), entry.kind, entry.keys])
            for column in range(3):
                item.setToolTip(column, never_rich(entry.detail))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, _spoken(entry))
            item.setSizeHint(0, height)
            self.list.addTopLevelItem(item)
        self.nothing.setVisible(not self._entries)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _take(self) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._entries):
            self.chosen = self._entries[place]
            self.accept()


def _line(text: str) -> str:
    return " ".join(text.split())


def _spoken(entry: Entry) -> str:
    """Return what is said of a line to those who hear it."""
    return ", ".join(filter(None, (_line(entry.title), entry.kind, entry.keys)))


def choose_from_palette(
    window: QWidget,
    controller: Controller,
    show_figure: Callable[[str], None],
    show_note: Callable[[str], None],
) -> Callable[[], object] | None:
    """Let the user find something, and return what does it; ``None`` where nothing was chosen.

    Named actions of the window are offered. ``show_figure`` and ``show_note`` search for words
    among the details, or the design notes, and show what is found.
    """
    actions = (a for a in window.findChildren(QAction) if a.objectName() not in ("", "palette"))
    entries: list[Entry] = [*command_entries(actions)]
    try:
        entries += knowledge_entries(controller, show_figure, show_note)
    except A4sError as error:  # a file of the program is damaged or missing
        controller.message.emit(str(error))
    dialog = PaletteDialog(entries, partial(pair_entries, controller), window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)  # the guide can be read beside it
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return None if chosen is None else chosen.run
