"""The window of the guide: its pages, a search over all of them, back and forward."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.frozen import frozen, replace
from a4s_gui.session import settings_table as table
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.guide.guide_browser import GuideBrowser
from a4s_gui.ui.guide.guide_pages import FIRST, JOBS, REFERENCE, Hit, Place, find, read_pages
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import fill_box, room_on_screen
from a4s_gui.ui.widgets.line_edits import SearchField
from a4s_gui.ui.widgets.tables.table_model import bold_font

_FIRST_SIZE = QSize(1080, 760)
_LIST_PX = 240
_SEARCH_TIP = "All words must be in a section; Return goes to it (Ctrl+F)"
_PLACE_ROLE = Qt.ItemDataRole.UserRole


@frozen
class _Visit:
    """A place that was looked at, and how far down its page was scrolled when it was left."""

    place: Place
    scrolled: int | None = None


class GuideWindow(QWidget):
    """A window of its own: a dialog keeps the keys from the window, yet not from its help."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._pages = read_pages()
        self._visits: list[_Visit] = []
        self._at = -1
        self._hits: list[Hit] = []
        self.back_button = tool_button(tip="Back to the page before (Alt+Left)", name="Back")
        self.forward_button = tool_button(tip="Forward again (Alt+Right)", name="Forward")
        self.search = SearchField("Search the guide", _SEARCH_TIP)
        self.smaller_button = tool_button(tip="Smaller text (Ctrl+-)", name="Smaller text")
        self.larger_button = tool_button(tip="Larger text (Ctrl++)", name="Larger text")
        self.contents = QListWidget()
        self.found = text_label(wrap=False)
        self.browser = GuideBrowser()
        self._build()
        self._connect()
        self.browser.zoomIn(settings.get(table.GUIDE_ZOOM))
        self._list_contents()
        self.resize(_FIRST_SIZE.boundedTo(room_on_screen(self)))
        self.restoreGeometry(QByteArray(settings.get(table.GUIDE_GEOMETRY)))

    @property
    def place(self) -> Place:
        """The page and heading that are shown, as they were gone to."""
        return self._visits[self._at].place if self._visits else Place(FIRST)

    def go(self, place: Place) -> None:
        """Show a place; *Back* leads to where one was before."""
        self._leave()
        self._visits = [*self._visits[: self._at + 1], _Visit(place)]
        self._at += 1
        self._arrive()

    def open_at(self, place: Place) -> None:
        """Show a place in front of other windows; nothing is searched, the keys are on the page."""
        self.search.clear()
        self.go(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) through what was looked at; at its ends nothing happens."""
        if 0 <= self._at + by < len(self._visits):
            self._leave()
            self._at += by
            self._arrive()

    def zoom(self, by: int) -> None:
        """Make the text larger (1) or smaller (-1), within reason; 0 gives the first size."""
        old = self._settings.get(table.GUIDE_ZOOM)
        low, high = table.GUIDE_ZOOM.least or 0, table.GUIDE_ZOOM.most or 0
        new = int(min(max(old + by, low), high)) if by else table.GUIDE_ZOOM.default
        self._settings.set(table.GUIDE_ZOOM, new)
        self.browser.zoomIn(new - old)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._settings.set(table.GUIDE_GEOMETRY, bytes(self.saveGeometry().data()))
        super().closeEvent(event)

    def _build(self) -> None:
        self.setWindowTitle("Guide")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        for button, name in (
            (self.back_button, "back"),
            (self.forward_button, "forward"),
            (self.smaller_button, "zoom-out"),
            (self.larger_button, "zoom-in"),
        ):
            button.setIcon(icon(name))
        self.contents.setAccessibleName("Contents")
        self.contents.setWordWrap(True)
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setSpacing(2)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setContentsMargins(8, 2, 8, 2)
        top = fill_box(
            QHBoxLayout(),
            *(self.back_button, self.forward_button),
            *(self.search, self.smaller_button, self.larger_button),
            grow=self.search,
            margins=(6, 6, 6, 4),
        )
        beside = QWidget()
        fill_box(QVBoxLayout(beside), self.found, self.contents, grow=self.contents)
        parts = QSplitter()
        parts.addWidget(beside)
        parts.addWidget(self.browser)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setSizes([_LIST_PX, _FIRST_SIZE.width() - _LIST_PX])
        fill_box(QVBoxLayout(self), top, parts, grow=parts, spacing=0)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.step(-1))
        self.forward_button.clicked.connect(lambda: self.step(1))
        self.smaller_button.clicked.connect(lambda: self.zoom(-1))
        self.larger_button.clicked.connect(lambda: self.zoom(1))
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._take)
        self.contents.itemClicked.connect(self._go_to_item)
        self.contents.itemActivated.connect(self._go_to_item)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.recoloured.connect(self._show_anew)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Alt+Left", lambda: self.step(-1)),
            ("Alt+Right", lambda: self.step(1)),
            ("Ctrl+F", self.search.begin),
            ("Ctrl++", lambda: self.zoom(1)),
            ("Ctrl+=", lambda: self.zoom(1)),
            ("Ctrl+-", lambda: self.zoom(-1)),
            ("Ctrl+0", lambda: self.zoom(0)),
            ("F1", lambda: self.open_at(Place(FIRST))),
            ("Esc", self.close),
        )
        for text, do in keys:
            QShortcut(QKeySequence(text), self).activated.connect(do)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.contents.setFocus)

    def _leave(self) -> None:
        if self._visits:
            scrolled = self.browser.verticalScrollBar().value()
            self._visits[self._at] = replace(self._visits[self._at], scrolled=scrolled)

    def _arrive(self) -> None:
        if not self._visits:
            return
        visit = self._visits[self._at]
        page = self._pages.get(visit.place.page, self._pages[FIRST])
        self.setWindowTitle(f"{page.title} – Guide")
        self.browser.show_markdown(page.markdown)
        self.browser.go_to_heading(visit.place.slug, self.search.text())
        if visit.scrolled is not None:
            self.browser.verticalScrollBar().setValue(visit.scrolled)
        self.back_button.setEnabled(self._at > 0)
        self.forward_button.setEnabled(self._at + 1 < len(self._visits))
        if not self._hits:
            self._mark_page(page.name)

    def _show_anew(self) -> None:
        self._leave()
        self._arrive()

    def _follow(self, address: QUrl) -> None:
        """Go where a link leads: within the guide, or by the browser that the user has chosen."""
        if address.scheme():
            QDesktopServices.openUrl(address)
        else:
            self.go(Place.of(address.toString(), self.place.page))

    def _search(self) -> None:
        """List what is found in place of the contents."""
        self._hits = find(tuple(self._pages.values()), self.search.text())
        self.found.setVisible(bool(self.search.text().strip()))
        if not self.search.text().strip():
            self._list_contents()
            self.browser.mark("")
            return
        number = len(self._hits)
        found = pluralize(number, "section") if number else "Nothing has all of these words"
        self.found.setText(found)
        self.contents.clear()
        for hit in self._hits:
            self._list(f"{hit.title}\n{hit.excerpt}", hit.section.place)
        self.contents.setCurrentRow(0)

    def _take(self) -> None:
        """Go to the hit that is selected, the first where none was."""
        item = self.contents.currentItem()
        if self._hits and item is not None:
            self._go_to_item(item)

    def _go_to_item(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE_ROLE)
        if isinstance(place, Place):
            self.go(place)

    def _list_contents(self) -> None:
        self.contents.clear()
        self.found.hide()
        self._list(self._pages[FIRST].title, Place(FIRST))
        for heading, names in (("Jobs", JOBS), ("Reference", REFERENCE)):
            self._list(heading, None)
            for name in names:
                self._list(self._pages[name].title, Place(name))
        self._mark_page(self.place.page)

    def _list(self, text: str, place: Place | None) -> None:
        """Add a line to the list: one that leads somewhere, or a heading."""
        item = QListWidgetItem(text, self.contents)
        item.setData(_PLACE_ROLE, place)
        if place is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(bold_font())

    def _mark_page(self, name: str) -> None:
        for row in range(self.contents.count()):
            place = self.contents.item(row).data(_PLACE_ROLE)
            if isinstance(place, Place) and place.page == name:
                self.contents.setCurrentRow(row)
