"""The strip above the table: why nothing is found, and links that lead on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from a4s_gui.session import reducers
from a4s_gui.session.search_advice import Advice, Link, Step
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.announce import announce
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box


class AdviceStrip(QFrame):
    """Shows the advice that belongs to the filter; hidden where there is none."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._quiet = False
        self.advice = Advice()
        """What is shown."""
        self.label = text_label(rich=True, flags=Qt.TextInteractionFlag.TextBrowserInteraction)
        self.label.setAccessibleDescription("Advice on the search")
        self.label.linkActivated.connect(self._follow)
        fill_box(QHBoxLayout(self), self.label, margins=(MARGIN_PX, 5, MARGIN_PX, 5))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        controller.follow(("filter",), self._show)
        self._show()

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001 - a slot
        """Say nothing while the search line explains the number itself, or say it again."""
        self._quiet = quiet
        self.setVisible(bool(self.advice) and not quiet)
        if self.isVisible() and self.isEnabled():
            announce(self.label, self.advice.message)

    def _show(self) -> None:
        self.advice = advice = self._controller.advice
        self.set_quiet(self._quiet)
        if advice.nothing_found and not self.isEnabled():  # its panel is behind another one
            self._controller.message.emit(advice.message)
        links = [_link_html(number, link) for number, link in enumerate(advice.links)]
        self.label.setText("&nbsp; ".join([escape(advice.message), *links]))

    def _follow(self, target: str) -> None:
        link = self.advice.links[int(target)]
        if link.step is Step.SEARCH:
            self._controller.apply(reducers.set_text, link.text)
        elif link.step is Step.CLEAR_SEARCH:
            self._controller.apply(reducers.set_text, "")
        else:
            self._controller.apply(reducers.clear_filters)


def _link_html(number: int, link: Link) -> str:
    return f'<a href="{number}">{escape(link.text).replace(" ", "&nbsp;")}</a>'
