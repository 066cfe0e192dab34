"""The panel of filters: facets, each value with its count, and what the board allows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.model import Product
from a4s_gui.catalog.numbers import format_height, pluralize
from a4s_gui.catalog.selection.query import Facet, FacetValue
from a4s_gui.session import reducers
from a4s_gui.session.selectors import is_filtered
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.filters.facet_group import FacetGroup
from a4s_gui.ui.panels.filters.limit_group import FitGroup
from a4s_gui.ui.panels.filters.value_menu import value_items
from a4s_gui.ui.widgets.labels import never_rich, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, caption_of, fill_box, scroll_down, set_tip
from a4s_gui.ui.widgets.menus import build_menu, pop_up

_PIN_COLUMNS = 5


class FiltersPanel(QScrollArea):
    """Sends every click to the controller and shows the facets that come back."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._inside = QWidget()
        facets = controller.result.facets
        self._groups = {
            Facet.PINS: FacetGroup(
                "Pins", facets[Facet.PINS], lambda v: f"{v.value}", columns=_PIN_COLUMNS
            ),
            Facet.HEIGHT: FacetGroup(
                "Mated height", facets[Facet.HEIGHT], lambda v: format_height(float(v.value))
            ),
            Facet.PACKAGING: FacetGroup(
                "Packaging", facets[Facet.PACKAGING], lambda v: f"{v.value} mm tape pitch"
            ),
            Facet.PRODUCT: FacetGroup(
                "Product", facets[Facet.PRODUCT], lambda v: Product(str(v.value)).words
            ),
        }
        self._bounds = {
            Facet.PINS_FROM: BoundBox("From", facets[Facet.PINS_FROM]),
            Facet.PINS_TO: BoundBox("to", facets[Facet.PINS_TO]),
        }
        self.fit = FitGroup(controller)
        self.listed = ListedLine()
        self.reset_button = QPushButton("&Reset")
        set_tip(self.reset_button, "Show all pairs again; the chosen pair stays")
        self._build()
        self._connect()
        self._show()

    def group(self, facet: Facet) -> FacetGroup:
        """Return the group of one facet (pins, height, packaging, product)."""
        return self._groups[facet]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keys to the first value that can be picked, or to what is picked beside it."""
        stops = (group.tab_stop for group in self._groups.values())
        (next(filter(None, stops), None) or self.reset_button).setFocus(reason)

    def sizeHint(self) -> QSize:
        """Return the width that shows all without a scroll bar across."""
        inside = self._inside.sizeHint()
        return QSize(inside.width() + self.verticalScrollBar().sizeHint().width(), inside.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the full width, any height."""
        inside = self._inside.minimumSizeHint()
        return QSize(inside.width() + self.verticalScrollBar().sizeHint().width(), 120)

    def _build(self) -> None:
        bounds = QWidget()
        line = fill_box(QHBoxLayout(bounds), margins=(0, 3, 0, 0), spacing=6)
        for box in self._bounds.values():
            line.addWidget(box.label)
            line.addWidget(box, 1)
        self._groups[Facet.PINS].add_below(bounds)
        groups = (self.listed, *self._groups.values(), self.fit)
        column = fill_box(QVBoxLayout(self._inside), *groups, margins=(MARGIN_PX,) * 4, spacing=10)
        column.addStretch(1)
        column.addWidget(self.reset_button)
        scroll_down(self, self._inside)
        self.setAccessibleName("Filters")

    def _connect(self) -> None:
        controller = self._controller
        for facet, group in self._groups.items():
            group.clicked.connect(
                lambda value, f=facet: controller.apply(reducers.click_value, f, value)
            )
            group.refused.connect(controller.message)
            group.menu_asked.connect(partial(self._show_menu, facet))
            if facet is not Facet.PINS:
                group.clear_asked.connect(lambda f=facet: controller.apply(reducers.clear_facet, f))
        self._groups[Facet.PINS].clear_asked.connect(self._clear_pins)
        for facet, box in self._bounds.items():
            box.chosen.connect(lambda pins, f=facet: controller.apply(reducers.set_bound, f, pins))
        self.listed.lift_button.clicked.connect(lambda: controller.apply(reducers.set_pair_ids, ()))
        self.reset_button.clicked.connect(lambda: controller.apply(reducers.reset))
        controller.follow(("filter",), self._show)

    def _show_menu(self, facet: Facet, value: FacetValue, place: QPoint) -> None:
        clear = self._groups[facet].clear_asked.emit
        pop_up(build_menu(self, value_items(self._controller, facet, value, clear)), place)

    def _clear_pins(self) -> None:
        for facet in (Facet.PINS, Facet.PINS_FROM, Facet.PINS_TO):
            self._controller.apply(reducers.clear_facet, facet)

    def _show(self) -> None:
        state, facets = self._controller.state, self._controller.result.facets
        bounded = state.filter.pins_from is not None or state.filter.pins_to is not None
        for facet, group in self._groups.items():
            is_set = bool(state.filter.pins) or bounded if facet is Facet.PINS else None
            group.show_values(facets[facet], is_set=is_set)
        for facet, box in self._bounds.items():
            box.show_values(facets[facet])
        self.fit.show_filter(state)
        self.listed.show_pairs(len(state.filter.pair_ids))
        self.reset_button.setEnabled(is_filtered(state))


class ListedLine(QFrame):
    """Says that the pairs are confined to a list; hidden where they are not."""

    def __init__(self) -> None:
        super().__init__()
        self.label = text_label()
        self.lift_button = QToolButton()
        self.lift_button.setText("All pairs")
        set_tip(self.lift_button, "Show pairs that are not in the list as well")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        line = QHBoxLayout(self)
        fill_box(line, self.label, self.lift_button, grow=self.label, margins=(6, 3, 3, 3))
        self.hide()

    def show_pairs(self, listed: int) -> None:
        """Show to how many pairs the rows are confined, 0 for all."""
        self.label.setText(f"In the list of {pluralize(listed, 'pair')}")
        self.setVisible(listed > 0)


class BoundBox(QComboBox):
    """The least or the most number of pins; bounds that lead nowhere cannot be picked."""

    chosen = Signal(object)
    """The number of pins, or ``None`` for any."""

    def __init__(self, caption: str, values: Sequence[FacetValue]) -> None:
        super().__init__()
        self.label = caption_of(self, caption, f"Pins {caption.lower()}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem("any", None)
        for value in values:
            self.addItem(str(value.value), value.value)
        self.show_values(values)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """Show which bound holds and which can be picked."""
        model = self.model()
        current = 0
        for row, value in enumerate(values, 1):
            if value.selected:
                current = row
            item = model.item(row) if isinstance(model, QStandardItemModel) else QStandardItem()
            item.setEnabled(value.enabled or value.selected)
            item.setToolTip(never_rich(value.reason))
        self.setCurrentIndex(current)
        self.setToolTip(values[current - 1].label if current else "Any number of pins")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll unless the box is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
