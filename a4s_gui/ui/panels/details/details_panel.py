"""The panel of the chosen pair: all that is known of it, and a question."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.errors import A4sError
from a4s_gui.session.changes import Change
from a4s_gui.session.settings_table import EXPLAINED
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.pages.page_browser import PageBrowser
from a4s_gui.ui.pages.searched_text import Part, SearchedText
from a4s_gui.ui.panels.details.current_box import CurrentBox
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, set_tip
from a4s_gui.ui.widgets.spare_time import SpareTime

if TYPE_CHECKING:
    from a4s_gui.report.pair_chapters import Chapter

_WIDEST_LINE = "Contact resistance, at most  150 V AC, 1 min"
_LEAST_LINES = 35
"""A panel lower than so many lines has no room for the formula of the answer."""
_WHAT = ("figure or note", "figures and notes")
_MOST_PAGES = 8
"""So many are kept, those made ready among them."""


class DetailsPanel(LazyPanel):
    """Shows the chosen pair's figures and rules as text that can be searched and copied."""

    def __init__(self, controller: Controller, settings: Settings) -> None:
        super().__init__()
        self._controller = controller
        self._settings = settings
        self._unfolded: set[str] = set()
        self._shown: Pair | None = None
        self._worked_out: dict[str, tuple[Chapter, ...]] = {}
        self._worked_out_for: object = None
        self._spare_time = SpareTime(self._make_ready, self)
        self.explain_button = QCheckBox("Formulas")
        self.page = SearchedText("figures")
        self.current_box = CurrentBox(controller)
        self._build()
        self._connect()

    @property
    def browser(self) -> PageBrowser:
        """The text with all figures."""
        return self.page.browser

    def is_ready(self, pair: Pair) -> bool:
        """Return whether a pair's page has been worked out, and would be shown at once."""
        return pair.id in self._worked_out

    def copy(self, chapter_id: str = "") -> None:
        """Copy what is shown, or one chapter of it, with formulas and sources."""
        # Imported when asked for: the window stands before.
        from a4s_gui.report.pair_chapters import chapters_as_text, count  # noqa: PLC0415

        pair = self._controller.pair
        if pair is None:
            return
        try:
            chapters = [c for c in self._chapters(pair) if chapter_id in ("", c.id)]
        except A4sError as error:
            self._controller.message.emit(str(error))
            return
        text = chapters_as_text(pair, self._controller.pattern, chapters)
        what = "All figures"
        if chapter_id:
            what = ", ".join(chapter.title for chapter in chapters)
        elif self.page.words:
            what = pluralize(count(chapters), *_WHAT)
        copy_text(self._controller, text, f"{what} copied, with formulas and sources")

    def sizeHint(self) -> QSize:
        """Return a size in which hardly a line of figures breaks."""
        longest = self.fontMetrics().horizontalAdvance(_WIDEST_LINE)
        return QSize(
            longest + 4 * MARGIN_PX + self.browser.verticalScrollBar().sizeHint().width(), 500
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the answer short where the figures would have no room left."""
        super().resizeEvent(event)
        self.current_box.set_brief(brief=self.height() < _LEAST_LINES * self.fontMetrics().height())

    def update_view(self) -> None:
        """Show what is known of the pair that is chosen now.

        Laying it out takes as long as drawing the pair: the window and the drawing come first.
        """
        self.current_box.refresh()
        before, self._shown = self._shown, self._controller.pair
        if self._shown is None:
            self.page.show_message("Choose a pair in the table to see all that is known of it.")
            return
        self._show_page(self._shown, sight_first=self._shown is not before)
        self._spare_time.wait_for_it()

    def show_problem(self, error: A4sError) -> None:
        """Say where the figures would stand why they do not."""
        self.page.show_message(str(error))

    def _build(self) -> None:
        explain = self.explain_button
        explain.setChecked(self._settings.get(EXPLAINED))
        set_tip(explain, "Show formulas and conditions below the figures, source tables too")
        self.page.add_switch(explain)
        self.give_keys_to(self.browser)
        # A scroll bar that comes and goes would have every page laid out twice.
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        items = (self.page, line, self.current_box)
        fill_box(QVBoxLayout(self), *items, grow=self.page, spacing=0)

    def _connect(self) -> None:
        self.explain_button.toggled.connect(self._explain)
        self.page.searched.connect(self.refresh)
        self.page.copy_asked.connect(self.copy)
        self.page.link_clicked.connect(self._follow_link)
        self.current_box.changed.connect(self.invalidate)
        self._controller.follow(("pair_id", "pattern", "filter"), self._follow)

    def _follow(self, change: Change) -> None:
        self.browser.put_off_rest()
        if change.fields & {"pair_id", "pattern"} or self.current_box.question is not None:
            self.invalidate()

    def _explain(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        self._settings.set(EXPLAINED, on)
        self.invalidate()

    def _chapters(self, pair: Pair) -> tuple[Chapter, ...]:
        """Return what is shown: everything, or what the searched words stand in."""
        # Imported when asked for, as above.
        from a4s_gui.report.knowledge_sections import answer_section  # noqa: PLC0415
        from a4s_gui.report.pair_chapters import found_chapters, pair_chapters  # noqa: PLC0415

        controller, asked = self._controller, self.current_box.question
        answers = [answer_section(pair, asked)] if asked is not None else []
        every = pair_chapters(pair, controller.knowledge, controller.pattern, answers)
        return found_chapters(every, self.page.words) if self.page.words else every

    def _show_page(self, pair: Pair, *, sight_first: bool) -> None:
        # Imported with the first figures, as above.
        from a4s_gui.report.pair_chapters import count  # noqa: PLC0415
        from a4s_gui.ui.pages.page_html import Colours  # noqa: PLC0415
        from a4s_gui.ui.pages.section_html import chapters_html  # noqa: PLC0415

        chapters, words = self._kept_chapters(pair), self.page.words
        # What was found may stand in a condition or a source: it is marked there. What is unfolded
        # is copied: the rest of the page is written later.
        explained = self.explain_button.isChecked() or bool(words)
        unfolded = {chapter.id for chapter in chapters} if words else frozenset(self._unfolded)
        colours = Colours.of(self.palette())
        pieces = chapters_html(chapters, colours, explained=explained, unfolded=unfolded)
        parts = tuple(Part(chapter.id, chapter.title) for chapter in chapters)
        self.page.show_found(pieces, parts, count(chapters), _WHAT, sight_first=sight_first)

    def _kept_chapters(self, pair: Pair) -> tuple[Chapter, ...]:
        """Return what a pair's page shows, worked out once while all else stays as it is."""
        worked_out_for = (self._controller.pattern, self.current_box.question, self.page.words)
        if worked_out_for != self._worked_out_for:
            self._worked_out_for = worked_out_for
            self._worked_out.clear()
        if pair.id not in self._worked_out:
            self._worked_out[pair.id] = self._chapters(pair)
            for oldest in list(self._worked_out)[:-_MOST_PAGES]:
                del self._worked_out[oldest]
        return self._worked_out[pair.id]

    def _make_ready(self) -> None:
        """Make one page ready that may be wanted next: that of a row beside the chosen one."""
        if not self.isVisible() or self._stale:
            return
        missing = (pair for pair in self._beside() if not self.is_ready(pair))
        pair = next(missing, None)
        if pair is not None:
            with suppress(A4sError):  # it is told when the page is asked for
                self._kept_chapters(pair)
                self._spare_time.go_on()

    def _beside(self) -> list[Pair]:
        rows, chosen = self._controller.result.rows, self._controller.pair
        here = rows.index(chosen) if chosen in rows else 0
        places = (here + 1, here - 1, here + 2)
        return [rows[place] for place in places if 0 <= place < len(rows)]

    def _follow_link(self, address: str) -> None:
        from a4s_gui.ui.pages.page_html import COPY, SOURCE  # noqa: PLC0415 - as above

        if address.startswith(COPY):
            self.copy(address.removeprefix(COPY))
        elif address.startswith(SOURCE):
            self._unfolded ^= {address.removeprefix(SOURCE)}
            self.refresh()
