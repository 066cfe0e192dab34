"""A page of text in parts: a search narrows it and marks its words, links jump to each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.frozen import frozen
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.pages.page_browser import PageBrowser
from a4s_gui.ui.pages.page_html import COPY, Colours, link
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box
from a4s_gui.ui.widgets.line_edits import SearchField
from a4s_gui.ui.widgets.menus import Entry, Item, Submenu, build_menu, literal, pop_up

_LINKS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_CLEAR = "clear:"
"""The address of the link that ends a search."""


@frozen
class Part:
    """A part of the page: the name of its place (``<a name="...">``) and its title."""

    place: str
    title: str


class SearchedText(QWidget):
    """A field to search in, links to the parts, and the text itself.

    Whoever owns it renders the page: at :attr:`searched` for other words, and whenever the page is
    out of date otherwise.

    ``what`` is searched, as ``design notes``.
    """

    searched = Signal()
    """Other words are searched for, see :attr:`words`."""
    copy_asked = Signal()
    """All that is shown is to be copied."""
    link_clicked = Signal(str)
    """A link in the text was clicked or taken by key; its address."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.parts: tuple[Part, ...] = ()
        """The parts of the page that can be jumped to, in their order."""
        self.search = SearchField(f"Search the {what}", "All words must match; Esc clears")
        copies = f"Copy the {what} that are shown, with their sources, as text"
        self.copy_button = tool_button("Copy", copies)
        self.found = text_label(wrap=False, dim=True)
        self.jumps = text_label(rich=True, flags=_LINKS)
        self.browser = PageBrowser()
        self._line = QHBoxLayout()
        self._build(what)
        self._show_jumps()
        self.search.textChanged.connect(self._search)

    @property
    def words(self) -> str:
        """What is searched for, without blanks around it; empty for everything."""
        return self.search.text().strip()

    def add_switch(self, switch: QWidget) -> None:
        """Put a switch of the owner's beside the search."""
        self._line.insertWidget(1, switch)

    def show_page(
        self,
        pieces: Iterable[str],
        parts: Sequence[Part],
        found: str = "",
        *,
        sight_first: bool = False,
    ) -> None:
        """Show a page, in pieces, at the place where the last one was.

        Each of the ``parts`` that can be jumped to has a place ``<a name="...">``. How much was
        ``found`` is shown while something is searched for. What is out of sight may be read a
        moment later where ``sight_first`` says so.
        """
        self.browser.show_pieces(pieces, self.words, sight_first=sight_first)
        if tuple(parts) != self.parts:  # the keys may be on one of the links
            self.parts = tuple(parts)
            self._show_jumps()
        self.found.setText(found)
        self.found.setVisible(bool(self.words))

    def show_found(
        self,
        pieces: Iterable[str],
        parts: Sequence[Part],
        number: int,
        what: tuple[str, str],
        *,
        sight_first: bool = False,
    ) -> None:
        """Show a page and how much of it there is; where nothing is found, say so in its place.

        ``number`` is how much was found of ``what`` is searched, in words: one, and several. All
        else is as for :meth:`show_page`.
        """
        self.copy_button.setEnabled(number > 0)
        if number:
            said = f"{pluralize(number, *what)} found"
            self.show_page(pieces, parts, said, sight_first=sight_first)
            return
        colour = Colours.of(self.palette()).link
        clear = f'<a href="{_CLEAR}" style="color:{colour}">Show all again</a>'
        nothing = f"<p>No {what[0]} has “{escape(self.words)}”. {clear}</p>"
        self.show_page([nothing], parts, "Nothing found")

    def show_message(self, text: str) -> None:
        """Show a message where the page would stand: there is nothing to search or copy."""
        self.copy_button.setEnabled(False)
        self.show_page([f"<p>{escape(text)}</p>"], ())

    def jump_to(self, place: str) -> None:
        """Bring a part to the top of the view."""
        self.browser.scrollToAnchor(place)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours that hold now; the page itself is its owner's."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_jumps()

    def _build(self, what: str) -> None:
        self.setFocusProxy(self.search)
        self.copy_button.setIcon(icon("copy"))
        self.copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy_button.clicked.connect(self.copy_asked)
        self.found.hide()
        self.jumps.setAccessibleDescription("Go to")
        # A long list of titles breaks into more lines rather than keep the window wide.
        self.jumps.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.jumps.linkActivated.connect(self.jump_to)
        self.browser.setAccessibleName(what.capitalize())
        self.browser.document().setDocumentMargin(MARGIN_PX)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.menu_asked.connect(self._show_menu)
        fill_box(self._line, self.search, self.copy_button, grow=self.search)
        parts = (self._line, self.found, self.jumps)
        top = fill_box(QVBoxLayout(), *parts, margins=(MARGIN_PX, 4, MARGIN_PX, 4), spacing=3)
        fill_box(QVBoxLayout(self), top, self.browser, grow=self.browser, spacing=0)

    def _show_jumps(self) -> None:
        colours = Colours.of(self.palette())
        # A title stays in one line: a link in two pieces looks like two links. Words stand before
        # the first: from a link at the very beginning Shift+Tab would never leave the label.
        in_one_line = ((part.place, part.title.replace(" ", "\xa0")) for part in self.parts)
        links = (link(place, title, colours) for place, title in in_one_line)
        self.jumps.setText(f"<small>Go to {' · '.join(links)}</small>")
        self.jumps.setVisible(bool(self.parts))

    def _search(self) -> None:
        self.browser.go_to_top()
        self.searched.emit()

    def menu_items(self, place: str) -> list[Item]:
        """Return what can be done with a part of the page, by the name of its place, and with all.

        Its heading has the same link to copy it.
        """
        browser = self.browser
        selected = browser.textCursor().hasSelection()
        titles = {part.place: part.title for part in self.parts}
        copy = partial(self.link_clicked.emit, f"{COPY}{place}")
        parts = tuple(
            Entry(literal(title), partial(self.jump_to, name)) for name, title in titles.items()
        )
        return [
            Entry("&Copy", browser.copy, selected),
            *([Entry(f"Copy &part “{literal(titles[place])}”", copy)] if place in titles else []),
            Entry("Copy &all with sources", self.copy_asked.emit, self.copy_button.isEnabled()),
            None,
            *([Submenu("&Go to", parts)] if parts else []),
            Entry("&Select all", browser.selectAll),
        ]

    def _show_menu(self, place: str, where: QPoint) -> None:
        pop_up(build_menu(self, self.menu_items(place)), where)

    def _follow(self, address: QUrl) -> None:
        if address.toString() == _CLEAR:
            self.search.clear()
        else:
            self.link_clicked.emit(address.toString())
