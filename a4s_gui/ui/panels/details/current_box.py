"""The box that answers whether the chosen pair carries a current, and finds the pairs that do."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from a4s_gui.catalog.calculations.current import RETURN_NOTE
from a4s_gui.catalog.numbers import format_number, pluralize
from a4s_gui.catalog.selection.current_question import CurrentQuestion, carrying, narrowed
from a4s_gui.catalog.user_numbers import CONTACTS, CURRENT, NumberError, read_count, read_number
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import (
    MARGIN_PX,
    caption_of,
    fill_box,
    row_at_left,
    set_tip,
    wrapped,
)
from a4s_gui.ui.widgets.line_edits import LONGEST_NUMBER, ClearingField

_ALL = "all"
"""What an empty field of contacts means."""


class CurrentBox(QWidget):
    """Takes a current and a number of contacts; they hold for every pair that is chosen.

    Whoever owns it calls :meth:`refresh` when another pair or filter holds and the box is seen.
    """

    changed = Signal()
    """Another question is asked, or none, see :attr:`question`."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self.question: CurrentQuestion | None = None
        """What is asked; ``None`` where nothing is, or nothing that can be read."""
        self._brief = False
        self.current, self.contacts = _Field(), _Field()
        self.problem = ProblemLabel()
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        self.answer = text_label(rich=True, flags=selectable)
        self.reasons = text_label(rich=True, dim=True, flags=selectable)
        self.pairs_button = QPushButton()
        self._build()
        self.current.typed.connect(self._read)
        self.contacts.typed.connect(self._read)
        self.pairs_button.clicked.connect(self._show_pairs)
        controller.follow(("questions",), self._show_question)
        self.refresh()
        self._show_question()

    def set_brief(self, *, brief: bool) -> None:
        """Leave formula and source to the tool tip: there is no room for them."""
        if brief != self._brief:
            self._brief = brief
            self.refresh()

    def refresh(self) -> None:
        """Answer for the pair and the filter that hold now."""
        pair, asked = self._controller.pair, self.question
        answered = asked is not None and pair is not None
        self.answer.setVisible(answered)
        self.pairs_button.setVisible(answered)
        self.reasons.setVisible(answered and not self._brief)
        if asked is None or pair is None:
            self.answer.clear()
            self.reasons.clear()
            return
        answer = asked.answer(pair)
        word = "Yes" if answer.enough else "No"
        self.answer.setText(f"<b>{word}.</b> {escape(answer.why)}")
        lines = (capitalize_first(answer.formula), RETURN_NOTE, f"Source: {answer.source}")
        self.reasons.setText(f"<small>{'<br>'.join(map(escape, lines))}</small>")
        self.answer.setToolTip(wrapped("\n".join(lines)))
        self._offer_pairs(asked)

    def _build(self) -> None:
        line = fill_box(QHBoxLayout(), spacing=4)
        for text, field, name, tip, held in (
            (
                "&I need",
                self.current,
                "Current needed",
                "In A or mA; the answer is for the chosen pair",
                CURRENT.example,
            ),
            (
                "A o&n",
                self.contacts,
                "Contacts that share the current",
                "Left empty, all contacts of the pair share it",
                _ALL,
            ),
        ):
            field.setPlaceholderText(held)
            set_tip(field, tip)
            line.addWidget(caption_of(field, text, name))
            line.addWidget(field)
        line.addWidget(QLabel("contacts"))
        line.addStretch(1)
        for label in (self.answer, self.reasons):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.answer.setAccessibleDescription("Answer")
        self.reasons.setAccessibleDescription("Formula and source of the answer")
        items = (line, self.problem, self.answer, self.reasons, row_at_left(self.pairs_button))
        margins = (MARGIN_PX, 6, MARGIN_PX, 6)
        fill_box(QVBoxLayout(self), *items, margins=margins, spacing=3)

    def _show_question(self) -> None:
        """Show what is asked, where it is not what was typed here."""
        asked = self._controller.state.questions
        if (self.current.text(), self.contacts.text()) == (asked.current, asked.contacts):
            return
        self.current.show_text(asked.current)
        self.contacts.show_text(asked.contacts)
        self._read()

    def _read(self) -> None:
        """Take what is typed; where it cannot be, say why and answer nothing."""
        amperes, contacts = self.current.text(), self.contacts.text()
        self._controller.apply(reducers.ask, current=amperes, contacts=contacts)
        before, self.question = self.question, None
        self.problem.clear()
        if amperes.strip() or contacts.strip():
            try:
                count = read_count(contacts, CONTACTS) if contacts.strip() else None
                self.question = CurrentQuestion(read_number(amperes, CURRENT), count)
            except NumberError as error:
                self.problem.show_error(error)
        self.refresh()
        if self.question != before:
            self.changed.emit()

    def _offer_pairs(self, asked: CurrentQuestion) -> None:
        """Say on the button what a click leads to; where it leads nowhere, why."""
        held = self._controller.state.filter
        found = carrying(self._controller.catalog.pairs, held, asked)
        tip = f"Keep the table to the pairs that carry {format_number(asked.amperes)} A"
        tip += "" if asked.contacts is None else f" on {pluralize(asked.contacts, 'contact')}"
        if narrowed(held, asked) == held:
            text, tip = "Sho&w all pairs again", "Lift the limit of current from the filters"
        elif found.pairs:
            text = f"Sho&w the {pluralize(found.pairs, 'pair')} that can"
        else:
            text = "No pair can under these filters" if found.filtered else "No pair can"
            tip = found.reason
        self.pairs_button.setText(text)
        set_tip(self.pairs_button, tip)
        self.pairs_button.setEnabled(found.pairs > 0)

    def _show_pairs(self) -> None:
        asked = self.question
        if asked is None:
            return
        held = self._controller.state.filter
        if narrowed(held, asked) == held:
            self._controller.apply(reducers.need_current, None)
        else:
            self._controller.apply(reducers.need_current, asked)


class _Field(ClearingField):
    """A short line for a number, which Esc clears."""

    def __init__(self) -> None:
        super().__init__(LONGEST_NUMBER)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0000 mA") + 12)
