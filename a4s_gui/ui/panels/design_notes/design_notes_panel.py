"""The panel of design notes: the rules for board, mounting and use, worked out for the pair."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.report.design_notes import ShownGroup, count, narrowed, notes_as_text, shown_groups
from a4s_gui.session import reducers
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.pages.notes_html import HIDE, SHOW, notes_html
from a4s_gui.ui.pages.page_html import COPY, Colours
from a4s_gui.ui.pages.searched_text import Part, SearchedText
from a4s_gui.ui.widgets.layouts import fill_box

_NOTHING = "Choose a pair in the table to see the rules that concern it."
_WHAT = ("design note", "design notes")


class DesignNotesPanel(LazyPanel):
    """Shows the rules that concern the chosen pair, in groups, and finds words in them."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self.page = SearchedText("design notes")
        fill_box(QVBoxLayout(self), self.page)
        self.give_keys_to(self.page)
        self.page.searched.connect(self.refresh)
        self.page.copy_asked.connect(self.copy)
        self.page.link_clicked.connect(self._follow)
        controller.follow(("pair_id", "pattern", "layers"), self.invalidate)

    def copy(self, group_id: str = "") -> None:
        """Copy the rules that are shown, or those of one group, with figures and sources."""
        pair = self._controller.pair
        if pair is None:
            return
        groups = [group for group in self._groups() if group_id in ("", group.id)]
        text = notes_as_text(pair, self._controller.pattern, groups)
        copied = f"{pluralize(count(groups), 'design note')} copied, with figures and sources"
        copy_text(self._controller, text, copied)

    def show_layer(self, layer: Layer) -> None:
        """Show a layer in the drawing, in a view that has it, and say what is seen there."""
        if not self._controller.state.view.shows_pads:
            self._controller.apply(reducers.set_view, View.PAIR)
        self._controller.apply(reducers.set_layer, layer, shown=True)
        words = layer.words
        self._controller.message.emit(f"{words.items.capitalize()} in the drawing: {words.seen}")

    def _groups(self) -> tuple[ShownGroup, ...]:
        """Return the rules that are shown."""
        pair = self._controller.pair
        if pair is None:
            return ()
        every = shown_groups(pair, self._controller.knowledge, self._controller.pattern)
        return narrowed(every, self.page.words)

    def update_view(self) -> None:
        """Show the rules that concern the pair that is chosen now."""
        controller = self._controller
        pair = controller.pair
        if pair is None:
            self.page.show_message(_NOTHING)
            return
        groups = self._groups()
        about = f"For {pair.numbers} on “{controller.pattern.title}”"
        html = notes_html(groups, controller.state.layers, Colours.of(self.palette()), about)
        parts = [Part(group.id, group.title) for group in groups]
        self.page.show_found([html], parts, count(groups), _WHAT)

    def show_problem(self, error: A4sError) -> None:
        """Say where the rules would stand why they do not."""
        self.page.show_message(str(error))

    def _follow(self, address: str) -> None:
        for begin, act in (
            (COPY, self.copy),
            (SHOW, lambda name: self.show_layer(Layer(name))),
            (
                HIDE,
                lambda name: self._controller.apply(reducers.set_layer, Layer(name), shown=False),
            ),
        ):
            if address.startswith(begin):
                act(address.removeprefix(begin))
