"""The editor of one figure of the land pattern, with its source and what it was before."""

from __future__ import annotations

from math import isclose

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.advice import advice
from a4s_gui.geometry.land_pattern.editing import FIGURES, OWN_FIGURE, Figure, FigureValue
from a4s_gui.geometry.land_pattern.figure_text import (
    figure_text,
    read_figure,
    reason_beneath,
    stepped,
    text_with_unit,
)
from a4s_gui.geometry.land_pattern.pattern import TERMINAL_REFERENCES, LandPatternError
from a4s_gui.geometry.land_pattern.ways import figures_behind, typed_edits, typed_value
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.figure_field import FigureField, field_width_px
from a4s_gui.ui.widgets.labels import set_bold, smaller
from a4s_gui.ui.widgets.layouts import fill_box, set_tip, wrapped

_BUTTON_PX = 28
"""What the arrows of a field take beside its text."""
_DUST_MM = 2e-6
"""What a length that is worked out may be off by rounding."""


class FigureEditor(QWidget):
    """Changes one figure while it is typed, in any way of typing.

    What is impossible stays in the field with the reason beneath it, and the drawing keeps the last
    possible figure; Escape brings that back. The controller holds the pattern, this shows it.
    """

    accepted = Signal(str)
    """The name of the figure that was changed: what was refused before may be possible now."""

    def __init__(self, controller: Controller, figure: Figure) -> None:
        super().__init__()
        self._controller = controller
        self.figure = figure
        self.refused = False
        """Whether the field holds something impossible, which is not drawn."""
        self.field: FigureField | None = None
        self.choice: QComboBox | None = None
        self._source_shown: object = None
        self.reset_button = tool_button()
        self.source = SourceLabel()
        self.problem = ProblemLabel()
        self._build(self._make_input())
        self.show_figure(force=True)

    @property
    def differs(self) -> bool:
        """Whether the figure is not the shipped pattern's."""
        return self._value != self._base_value

    def show_figure(self, *, force: bool = False) -> None:
        """Show the figure as it is drawn; what was refused stays, unless ``force`` is given."""
        value = self._value
        if force:
            self.refused = False
        if self.choice is not None:
            self.choice.setCurrentText(str(value))
        elif self.field is not None and not self.refused and (force or not self._reads_as(value)):
            self.field.show_text(figure_text(self.figure, value))
        if not self.refused:
            self._show_advice(value)
        self._show_source()

    def fold_source(self, *, folded: bool) -> None:
        """Leave the source away where it stands above already; the field's tip keeps it."""
        self.source.setVisible(not folded)

    def retry(self) -> None:
        """Try once more what was refused; another figure has changed."""
        if self.refused and self.field is not None:
            self._commit(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light the figure up in the drawing while the keys are in its field."""
        if event.type() is QEvent.Type.FocusIn:
            self._controller.light_figure(self.figure.name)
        elif event.type() is QEvent.Type.FocusOut:
            self._controller.light_figure("")
        return super().eventFilter(watched, event)

    @property
    def _value(self) -> FigureValue:
        return typed_value(self._controller.pattern_choice.changed, self.figure.name)

    @property
    def _base_value(self) -> FigureValue:
        return typed_value(self._controller.pattern_choice.base, self.figure.name)

    def _make_input(self) -> QWidget:
        made: QWidget
        if self.figure.unit:
            self.field = made = FigureField()
            made.typed.connect(self._commit)
            made.stepped.connect(self._step)
            made.left.connect(self._show_accepted)
            made.cancelled.connect(lambda: self.show_figure(force=True))
        else:
            self.choice = made = QComboBox()
            made.addItems(list(TERMINAL_REFERENCES))
            made.textActivated.connect(self._commit)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(f"{self.figure.part.capitalize()} {self.figure.label}")
        made.installEventFilter(self)
        return made

    def _build(self, made: QWidget) -> None:
        self.reset_button.setIcon(icon("reset"))
        self.reset_button.clicked.connect(self._reset)
        made.setMinimumWidth(made.fontMetrics().horizontalAdvance("0.8888") + _BUTTON_PX)
        made.setMaximumWidth(field_width_px(made))
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = fill_box(QHBoxLayout(), made, self.reset_button, grow=made, spacing=2)
        row.addStretch(1)
        column = QVBoxLayout(self)
        fill_box(column, row, self.source, self.problem, spacing=1)
        column.addStretch(1)
        self.setFocusProxy(made)

    def _reads_as(self, value: FigureValue) -> bool:
        """Return whether the text is one way to write a value: typing on must be possible."""
        try:
            typed = read_figure(self.figure, self.field.text()) if self.field else None
        except LandPatternError:
            return False
        # An edge is worked out of rows and height, each rounded to the nanometre.
        return typed is not None and isclose(typed, float(value), rel_tol=0, abs_tol=_DUST_MM)

    def _commit(self, text: str) -> None:
        try:
            value: FigureValue = read_figure(self.figure, text) if self.figure.unit else text
            self.refused = False
            self._apply(value)
        except LandPatternError as error:
            self._refuse(error)
            return
        self._show_advice(value)
        self.accepted.emit(self.figure.name)

    def _apply(self, value: FigureValue) -> None:
        edits = typed_edits(self._controller.pattern_choice.changed, self.figure.name, value)
        self._controller.try_apply(reducers.edit_figures, edits)

    def _step(self, steps: int) -> None:
        """Step from what is typed, where that is a number, else from what is drawn."""
        if self.field is None:
            return
        try:
            value = read_figure(self.figure, self.field.text())
        except LandPatternError:
            value = float(self._value)
        text = figure_text(self.figure, stepped(self.figure, value, steps))
        self.field.show_text(text)
        self.field.selectAll()
        self._commit(text)

    def _show_accepted(self) -> None:
        """Write an accepted figure out in full."""
        if not self.refused:
            self.show_figure(force=True)

    def _reset(self) -> None:
        try:
            self._apply(self._base_value)
        except LandPatternError as error:
            self._refuse(error)
            return
        self.show_figure(force=True)
        self.accepted.emit(self.figure.name)

    def _refuse(self, error: LandPatternError) -> None:
        self.refused = self.field is not None
        if self.choice is not None:
            self.choice.setCurrentText(str(self._value))
        kept = text_with_unit(self.figure, self._value)
        reason = reason_beneath(self.figure, error, FIGURES)
        self.problem.show_error(A4sError(f"{reason}. Drawn: {kept}"))

    def _show_advice(self, value: FigureValue) -> None:
        found = advice(self.figure.name, value)
        if found:
            self.problem.show_error(A4sError(found))
        else:
            self.problem.clear()

    def _show_source(self) -> None:
        choice = self._controller.pattern_choice
        behind = figures_behind(self.figure.name)
        sources = dict.fromkeys(choice.changed.sources[name] for name in behind)
        shown = (self.differs, self._base_value, choice.base.title, tuple(sources))
        if shown == self._source_shown:  # a key in one figure changes hardly another one
            return
        self._source_shown = shown
        # Who made a document stands in brackets behind its name; the tip has that.
        every = (document for source in sources for document in source.documents)
        documents = "; ".join(dict.fromkeys(one.partition(" (")[0] for one in every))
        tip = "\n".join(map(str, sources))
        shipped = text_with_unit(self.figure, self._base_value)
        self.source.show_source(
            f"shipped: {shipped}; {documents}" if self.differs else documents,
            tip,
            own=OWN_FIGURE in sources,
        )
        for made in filter(None, (self.field, self.choice)):
            set_tip(made, tip)
            set_bold(made, on=self.differs)
        self.reset_button.setVisible(self.differs)
        back = f"Back to {shipped}, as in the shipped pattern “{choice.base.title}”"
        self.reset_button.setToolTip(wrapped(back))
        self.reset_button.setAccessibleName(f"Reset {self.figure.part} {self.figure.label}")


class SourceLabel(ElidedLabel):
    """A source in small letters, with its table in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(smaller(self.font(), 0.85))

    def show_source(self, text: str, tip: str, *, own: bool) -> None:
        """Show a source, in the colour of links where it is the user."""
        self.setForegroundRole(
            QPalette.ColorRole.Link if own else QPalette.ColorRole.PlaceholderText
        )
        self.show_text(text, tip)
