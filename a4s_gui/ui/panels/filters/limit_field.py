"""One limit of the board: typed, counted as a facet's value is, refused where it is typed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from a4s_gui.catalog.numbers import format_number, pluralize, with_unit
from a4s_gui.catalog.selection.board_limits import Limits, describe_limit
from a4s_gui.catalog.selection.limit_feedback import LimitState
from a4s_gui.catalog.user_numbers import NumberError, NumberKind, read_number
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.widgets.labels import smaller, text_label
from a4s_gui.ui.widgets.layouts import caption_of, set_tip
from a4s_gui.ui.widgets.line_edits import LONGEST_NUMBER, TypedField

_PAUSE_MS = 400
"""A number is often typed through others that leave nothing: 1, 10, 10.5."""


class LimitField(QWidget):
    """The field of one limit, with its unit, how many pairs keep to it, and a suggestion.

    What cannot be read stays in the field with the reason beneath it, and the last possible limit
    holds; Escape brings that back. An empty field leaves the question open.
    """

    answered = Signal(object)
    """The limit in the unit of its kind, ``None`` for none."""

    def __init__(self, caption: str, kind: NumberKind, tip: str) -> None:
        super().__init__()
        self._kind = kind
        self._unit = "" if kind.whole else kind.unit
        self._tip = tip
        self._value: float | None = None
        self._state: LimitState | None = None
        self.refused = False
        """Whether the field holds what cannot be read, which limits nothing."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        self.field = _Field(LONGEST_NUMBER)
        self.caption = caption_of(self.field, caption)
        self.count = text_label(wrap=False, dim=True)
        self.problem = ProblemLabel()
        self.suggestion = text_label(rich=True, flags=Qt.TextInteractionFlag.TextBrowserInteraction)
        self._build()
        self.field.typed.connect(lambda _: self._pause.start())
        self.field.editingFinished.connect(self._commit)
        self.field.cancelled.connect(self.revert)
        self.suggestion.linkActivated.connect(lambda _: self._set_nearest())

    def show_limit(
        self, limits: Limits, value: float | None, state: LimitState | None, *, force: bool = False
    ) -> None:
        """Show the limit that holds and what it does to the rows.

        What was refused stays while the limit is the same, unless ``force`` is given.
        """
        changed = value != self._value
        self._value, self._state = value, state
        # Others change the filter too while something is being typed here.
        if force or changed or not (self.refused or self._pause.isActive()):
            self.revert()
        if state is None:
            self._explain(self._tip)
            self.count.clear()
            self.suggestion.hide()
            return
        what = describe_limit(limits, state.limit)
        rest = pluralize(state.rows_without, "pair")
        self._explain(f"{capitalize_first(what)}: {state.rows} of the {rest} that all else leaves")
        self.count.setText(str(state.rows))
        self._show_suggestion(state)

    def revert(self) -> None:
        """Show the limit that holds; what reads as the same stays as it was typed."""
        self._pause.stop()
        self.refused = False
        self.problem.clear()
        if not self._reads_as(self._value):
            # Thousands apart could be read in two ways.
            text = "" if self._value is None else format_number(self._value).replace(",", "")
            self.field.show_text(text)

    def _build(self) -> None:
        self.field.setPlaceholderText("any")
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(self.fontMetrics().horizontalAdvance("88.88") * 2)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("88"))
        self.count.setFont(smaller(self.count.font(), 0.82))
        self.suggestion.hide()
        unit = QLabel(self._unit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, part in enumerate((self.caption, self.field, unit, self.count)):
            grid.addWidget(part, 0, place)
        unit.setMinimumWidth(self.fontMetrics().horizontalAdvance("mm"))
        grid.addWidget(self.problem, 1, 0, 1, 4)
        grid.addWidget(self.suggestion, 2, 0, 1, 4)
        self.setFocusProxy(self.field)
        self._explain(self._tip)

    def _explain(self, tip: str) -> None:
        for widget in (self.field, self.count):
            set_tip(widget, tip)
        self.field.setAccessibleDescription(tip)

    def _commit(self) -> None:
        """Send what is typed, or say why it cannot be."""
        self._pause.stop()
        text = self.field.text().strip()
        try:
            value = read_number(text, self._kind) if text else None
        except NumberError as error:
            self.refused = True
            still = "" if self._value is None else f"; still {self._text_in_force()}"
            self.problem.show_error(NumberError(self.caption.text(), f"{error.reason}{still}"))
            return
        self.refused = False
        self.problem.clear()
        if value != self._value:
            self.answered.emit(value)

    def _reads_as(self, value: float | None) -> bool:
        text = self.field.text().strip()
        try:
            return (read_number(text, self._kind) if text else None) == value
        except NumberError:
            return False

    def _text_in_force(self) -> str:
        return with_unit(format_number(self._value or 0), self._unit)

    def _show_suggestion(self, state: LimitState) -> None:
        self.suggestion.setVisible(bool(state.reason))
        text = escape(f"{capitalize_first(state.reason)}.")
        if state.nearest is not None:
            nearest = with_unit(format_number(state.nearest), self._unit).replace(" ", "&nbsp;")
            text += f' <a href="nearest">Set&nbsp;{nearest}</a>'
        self.suggestion.setText(text)

    def _set_nearest(self) -> None:
        if self._state is not None and self._state.nearest is not None:
            self.answered.emit(self._state.nearest)


class _Field(TypedField):
    """A line that is given up by Escape where something was typed."""

    cancelled = Signal()

    def sizeHint(self) -> QSize:
        """Return no more than the least width: the panel is as wide as its pins."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
