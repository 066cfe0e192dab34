"""The panel of the chosen pair: its part numbers, and every figure with its source."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.export.pair_sections import NOT_STATED, sections
from a4s_gui.export.sections import Figure, Section, as_text
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.icons import icon
from a4s_gui.ui.state import State

_MARGIN_PX = 8
_WIDEST_LINE = "Contact resistance, at most  150 V AC, 1 min"


class DetailsPanel(QWidget):
    """Shows the chosen pair's figures as text that can be selected and copied."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._colours = self.palette()
        self._stale = True
        self._figures_soon = QTimer(self)
        self._figures_soon.setSingleShot(True)
        self._figures_soon.setInterval(0)
        self._figures_soon.timeout.connect(self._show_figures)
        self._numbers = {half: QLabel() for half in Half}
        self._copy_buttons = {half: QToolButton() for half in Half}
        self.copy_all_button = QToolButton()
        self.browser = QTextBrowser()
        self._build()
        self._show_numbers()
        controller.changed.connect(self._changed)

    def number_label(self, half: Half) -> QLabel:
        """Return the label with one half's part number."""
        return self._numbers[half]

    def copy_button(self, half: Half) -> QToolButton:
        """Return the button that copies one half's part number."""
        return self._copy_buttons[half]

    def show_theme(self, palette: QPalette) -> None:
        """Draw icons and text in the colours of a palette."""
        self._colours = palette
        for button in (*self._copy_buttons.values(), self.copy_all_button):
            button.setIcon(icon("copy", palette))
        self._stale = True
        self.update()

    def copy_all(self) -> None:
        """Copy all figures as plain text."""
        pair = self._controller.pair
        if pair is not None:
            text = as_text(pair, sections(pair, self._controller.pattern))
            QGuiApplication.clipboard().setText(text)
            self._controller.message.emit("All figures copied, with their sources")

    def sizeHint(self) -> QSize:
        """Return a size in which hardly a line of figures breaks."""
        longest = self.fontMetrics().horizontalAdvance(_WIDEST_LINE)
        return QSize(
            longest + 4 * _MARGIN_PX + self.browser.verticalScrollBar().sizeHint().width(), 500
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the figures up to date after this paint.

        Laying them out takes as long as drawing the pair: the window and the drawing come first,
        and a panel that nobody sees does nothing.
        """
        super().paintEvent(event)
        if self._stale:
            self._figures_soon.start()

    def _build(self) -> None:
        top = QGridLayout()
        top.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, 4)
        top.setHorizontalSpacing(6)
        top.setVerticalSpacing(2)
        for row, half in enumerate(Half):
            caption = QLabel(half.value.capitalize())
            number = self._numbers[half]
            number.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            number.setAccessibleName(f"{half.value.capitalize()} part number")
            font = number.font()
            font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * 1.15)
            number.setFont(font)
            copy = self._copy_buttons[half]
            copy.setAutoRaise(True)
            copy.setToolTip(f"Copy the {half.value}'s part number")
            copy.setAccessibleName(copy.toolTip())
            copy.clicked.connect(lambda _checked=False, h=half: self._copy_number(h))
            top.addWidget(caption, row, 0)
            top.addWidget(number, row, 1)
            top.addWidget(copy, row, 2)
        self.copy_all_button.setText("All figures")
        self.copy_all_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy_all_button.setAutoRaise(True)
        self.copy_all_button.setToolTip("Copy all figures with their sources as text")
        self.copy_all_button.clicked.connect(self.copy_all)
        top.addWidget(self.copy_all_button, 0, 4, 2, 1, Qt.AlignmentFlag.AlignTop)
        top.setColumnStretch(3, 1)
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setAccessibleName("Figures of the chosen pair")
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(_MARGIN_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.browser, 1)

    def _copy_number(self, half: Half) -> None:
        pair = self._controller.pair
        if pair is not None:
            number = pair.connector(half).part_number
            QGuiApplication.clipboard().setText(number)
            self._controller.message.emit(f"{number} copied")

    def _changed(self, new: State, old: State) -> None:
        if (new.pair_id, new.pattern) != (old.pair_id, old.pattern):
            self._show_numbers()
            self._stale = True
            self.update()

    def _show_numbers(self) -> None:
        pair = self._controller.pair
        for half in Half:
            self._numbers[half].setText(pair.connector(half).part_number if pair else "–")
            self._copy_buttons[half].setEnabled(pair is not None)
        self.copy_all_button.setEnabled(pair is not None)

    def _show_figures(self) -> None:
        self._stale = False
        pair = self._controller.pair
        if pair is None:
            self.browser.setHtml("<p>Choose a pair in the table to see its figures.</p>")
            return
        where = self.browser.verticalScrollBar().value()
        self.browser.setHtml(self._html(pair))
        # Whoever compares pairs looks at one place of the panel.
        self.browser.verticalScrollBar().setValue(where)

    def _html(self, pair: Pair) -> str:
        palette = self._colours
        dim = palette.color(QPalette.ColorRole.PlaceholderText).name()
        band = palette.color(QPalette.ColorRole.Midlight).name()
        found = sections(pair, self._controller.pattern)
        return "".join(_section_html(section, dim, band) for section in found)


def _section_html(section: Section, dim: str, band: str) -> str:
    two = len(section.columns) == 2
    # The widths keep the columns of all sections of one kind below each other.
    widths = (44, 28, 28) if two else (60, 40)
    columns = "".join(
        f'<td width="{widths[1]}%" align="right" style="color:{dim}">{escape(column)}</td>'
        for column in section.columns
    )
    # The title of two columns has a line of its own: it is longer than the names below.
    heading = f'<td colspan="{len(widths)}" bgcolor="{band}"><b>{escape(section.heading)}</b></td>'
    under = f"<tr><td></td>{columns}</tr>" if columns else ""
    rows = "".join(_figure_html(figure, dim, widths) for figure in section.figures)
    note = f"{escape(section.note)} " if section.note else ""
    citation = escape("\n".join(str(source) for source in section.sources))
    documents = escape("; ".join(section.documents))
    return (
        f'<table width="100%" cellspacing="0" cellpadding="1" style="margin-top:10px">'
        f"<tr>{heading}</tr>{under}{rows}</table>"
        f'<p style="margin-top:1px; color:{dim}"><small>'
        f'<a title="{citation}" style="color:{dim}; text-decoration:none">{note}'
        f"Source: {documents}</a></small></p>"
    )


def _figure_html(figure: Figure, dim: str, widths: tuple[int, ...]) -> str:
    tips = [str(source) for source in figure.sources]
    tip = escape("\n".join([figure.note, *tips] if figure.note else tips))
    cells = "".join(
        f'<td width="{widths[1]}%" align="right">{_value_html(value, tip, dim)}</td>'
        for value in figure.values
    )
    name = f'<a title="{tip}" style="text-decoration:none; color:{dim}">{escape(figure.name)}</a>'
    return f'<tr><td width="{widths[0]}%">{name}</td>{cells}</tr>'


def _value_html(value: str, tip: str, dim: str) -> str:
    text = escape(value).replace(" ", "&nbsp;")
    if value == NOT_STATED:
        text = f'<i style="color:{dim}">{text}</i>'
    return f'<span title="{tip}">{text}</span>'
