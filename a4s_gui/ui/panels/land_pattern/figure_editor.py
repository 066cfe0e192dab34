"""The editor of one figure of the land pattern, with its source and what it was before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.advice import advice
from a4s_gui.geometry.land_pattern.editing import (
    FIGURES,
    OWN_FIGURE,
    Figure,
    FigureValue,
    figure_value,
)
from a4s_gui.geometry.land_pattern.figure_text import (
    figure_text,
    read_figure,
    reason_beneath,
    stepped,
    text_with_unit,
)
from a4s_gui.geometry.land_pattern.pattern import TERMINAL_REFERENCES, LandPatternError
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.figure_field import FigureField, field_width_px
from a4s_gui.ui.widgets.labels import set_bold, text_label


class FigureEditor(QWidget):
    """Changes one figure while it is typed.

    What is impossible stays in the field with the reason beneath it, and the drawing keeps the last
    possible figure; Escape brings that back. The controller holds the figure, this shows it.
    """

    accepted = Signal(str)
    """The name of the figure that was changed: what was refused before may be possible now."""

    def __init__(
        self, controller: Controller, figure: Figure, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._figure = figure
        self._refused = False
        self.name = text_label(capitalize_first(figure.label))
        self.field: FigureField | None = None
        self.choice: QComboBox | None = None
        self.reset_button = QToolButton()
        self.source = SourceLabel()
        self.problem = ProblemLabel()
        self._build(self._make_input())
        self.show_figure(force=True)

    @property
    def figure(self) -> Figure:
        """Which figure this edits."""
        return self._figure

    @property
    def refused(self) -> bool:
        """Whether the field holds something impossible, which is not drawn."""
        return self._refused

    def show_figure(self, *, force: bool = False) -> None:
        """Show the figure as it is drawn; what was refused stays, unless ``force`` is given."""
        value = self._value
        if force:
            self._refused = False
        if self.choice is not None:
            self.choice.setCurrentText(str(value))
        elif self.field is not None and not self._refused and (force or not self._reads_as(value)):
            self.field.show_text(figure_text(self._figure, value))
        if not self._refused:
            self._show_advice(value)
        self._show_source(value)

    def retry(self) -> None:
        """Try once more what was refused; another figure has changed."""
        if self._refused and self.field is not None:
            self._commit(self.field.text())

    def show_theme(self) -> None:
        """Draw the button in the colours that hold now."""
        self.reset_button.setIcon(icon("reset", self.palette()))
        self._show_source(self._value)

    @property
    def _value(self) -> FigureValue:
        return figure_value(self._controller.pattern_choice.changed, self._figure.name)

    def _make_input(self) -> QWidget:
        made: QWidget
        if self._figure.unit:
            self.field = made = FigureField()
            made.typed.connect(self._commit)
            made.stepped.connect(self._step)
            made.left.connect(self._settle)
            made.cancelled.connect(lambda: self.show_figure(force=True))
        else:
            self.choice = made = QComboBox()
            made.addItems(list(TERMINAL_REFERENCES))
            made.textActivated.connect(self._commit)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.setFixedWidth(field_width_px(made))
        made.setAccessibleName(f"{self._figure.part.capitalize()} {self._figure.label}")
        return made

    def _build(self, made: QWidget) -> None:
        self.name.setBuddy(made)
        unit = QLabel(self._figure.unit)
        unit.setFixedWidth(self.fontMetrics().horizontalAdvance("mm") + 2)
        self.reset_button.setAutoRaise(True)
        self.reset_button.clicked.connect(self._reset)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.name, 0, 0, 1, 4)
        for column, widget in enumerate((made, unit, self.source, self.reset_button)):
            grid.addWidget(widget, 1, column)
        grid.addWidget(self.problem, 2, 0, 1, 4)
        self.setFocusProxy(made)
        self.show_theme()

    def _reads_as(self, value: FigureValue) -> bool:
        """Return whether the text is one way to write a value: typing on must be possible."""
        try:
            return self.field is not None and read_figure(self._figure, self.field.text()) == value
        except LandPatternError:
            return False

    def _commit(self, text: str) -> None:
        try:
            value: FigureValue = read_figure(self._figure, text) if self._figure.unit else text
            self._refused = False
            self._controller.try_apply(reducers.edit_figures, {self._figure.name: value})
        except LandPatternError as error:
            self._refuse(error)
            return
        self._show_advice(value)
        self.accepted.emit(self._figure.name)

    def _step(self, steps: int) -> None:
        """Step from what is typed, where that is a number, else from what is drawn."""
        if self.field is None:
            return
        try:
            value = read_figure(self._figure, self.field.text())
        except LandPatternError:
            value = float(self._value)
        text = figure_text(self._figure, stepped(self._figure, value, steps))
        self.field.show_text(text)
        self.field.selectAll()
        self._commit(text)

    def _settle(self) -> None:
        """Write an accepted figure out in full."""
        if not self._refused:
            self.show_figure(force=True)

    def _reset(self) -> None:
        try:
            shipped = self._controller.pattern_choice.shipped(self._figure.name)
            self._controller.try_apply(reducers.edit_figures, shipped)
        except LandPatternError as error:
            self._refuse(error)
            return
        self.show_figure(force=True)
        self.accepted.emit(self._figure.name)

    def _refuse(self, error: LandPatternError) -> None:
        self._refused = self.field is not None
        if self.choice is not None:
            self.choice.setCurrentText(str(self._value))
        kept = text_with_unit(self._figure, self._value)
        reason = reason_beneath(self._figure, error, FIGURES)
        self.problem.show_error(A4sError(f"{reason}. Drawn: {kept}"))

    def _show_advice(self, value: FigureValue) -> None:
        found = advice(self._figure.name, value)
        if found:
            self.problem.show_error(A4sError(found))
        else:
            self.problem.clear()

    def _show_source(self, value: FigureValue) -> None:
        choice = self._controller.pattern_choice
        source = choice.changed.sources[self._figure.name]
        base = figure_value(choice.base, self._figure.name)
        differs = value != base
        shipped = text_with_unit(self._figure, base)
        self.source.show_source(
            f"shipped: {shipped}; {source.document}" if differs else source.document,
            str(source),
            own=source == OWN_FIGURE,
        )
        set_bold(self.name, on=differs)
        self.reset_button.setVisible(differs)
        tip = f"Back to {shipped}, as in the shipped pattern “{choice.base.title}”"
        self.reset_button.setToolTip(tip)
        self.reset_button.setAccessibleName(f"{self._figure.part.capitalize()}: {tip}")


class SourceLabel(ElidedLabel):
    """A source in small letters, with its table in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self.setFont(font)

    def show_source(self, text: str, tip: str, *, own: bool) -> None:
        """Show a source, in the colour of links where it is the user."""
        self.setForegroundRole(
            QPalette.ColorRole.Link if own else QPalette.ColorRole.PlaceholderText
        )
        self.show_text(text, tip)
