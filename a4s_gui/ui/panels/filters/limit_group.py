"""What the board allows, in the filter panel: sizes, current, contacts, and what is measured."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.user_numbers import CONTACTS, CURRENT, LENGTH, WIDTH
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.session import reducers
from a4s_gui.session.selectors import is_filtered
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.filters.group_head import GroupHead
from a4s_gui.ui.panels.filters.limit_field import LimitField
from a4s_gui.ui.widgets.layouts import fill_box, row_at_left, set_tip

_TITLE = "What the board allows"
_FIELDS = {
    Limit.LENGTH: ("Longest", LENGTH, "Longest half of a pair, along the rows, in mm"),
    Limit.WIDTH: ("Widest", WIDTH, "Widest half of a pair, across the rows, in mm"),
    Limit.CURRENT: (
        "Current",
        CURRENT,
        "Total current in A or mA, shared evenly by the contacts below, or by all",
    ),
    Limit.CONTACTS: ("Contacts", CONTACTS, "Least number of contacts; they share the current"),
}


class FitGroup(QWidget):
    """Sends the limits that are typed to the controller and shows what each leaves."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self.fields = {limit: LimitField(*entry) for limit, entry in _FIELDS.items()}
        self._head = GroupHead(_TITLE)
        self.clear_button = self._head.clear_button
        self.body, self.land = QRadioButton("Body"), QRadioButton("Land pattern")
        self._build()
        self._connect()
        self.show_filter(controller.state)

    def show_filter(self, state: State) -> None:
        """Show the limits of a state and what the query gave for them."""
        limits, found = state.filter.limits, self._controller.result.limits
        open_all = not is_filtered(state)
        for limit, field in self.fields.items():
            field.show_limit(limits, limits.value(limit), found.get(limit), force=open_all)
        on_land = isinstance(limits.measure, LandMeasure)
        (self.land if on_land else self.body).setChecked(True)
        self.clear_button.setVisible(limits.are_set)

    def changeEvent(self, event: QEvent) -> None:
        """Have room for the captions in letters of any size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._align_captions()

    def _build(self) -> None:
        set_tip(self.body, "Longest and widest are those of the bodies")
        set_tip(self.land, "Longest and widest are those of the land pattern that is drawn")
        for button in (self.body, self.land):
            button.setAccessibleName(f"Measure the {button.text().lower()}")
        measure = row_at_left(QLabel("Of the"), self.body, self.land, spacing=8)
        self._align_captions()
        column = fill_box(QVBoxLayout(self), self._head, spacing=3)
        for limit, field in self.fields.items():
            column.addWidget(field)
            if limit is Limit.WIDTH:
                column.addLayout(measure)
        self.setAccessibleName(_TITLE)

    def _align_captions(self) -> None:
        captions = [field.caption for field in self.fields.values()]
        widest = max(caption.sizeHint().width() for caption in captions)
        for caption in captions:
            caption.setFixedWidth(widest)

    def _connect(self) -> None:
        for limit, field in self.fields.items():
            field.answered.connect(lambda value, at=limit: self._set(at, value))
        self.clear_button.clicked.connect(self._clear)
        # Not clicked: a screen reader toggles without a click.
        self.land.toggled.connect(self._measure)

    def _measure(self, on_land: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        """Measure something else; what comes back from the controller is what holds already."""
        controller = self._controller
        if on_land != isinstance(controller.state.filter.limits.measure, LandMeasure):
            controller.apply(reducers.measure_land, controller.pattern if on_land else None)

    def _set(self, limit: Limit, value: float | None) -> None:
        whole = limit is Limit.CONTACTS
        self._controller.apply(
            reducers.set_limit, limit, int(value) if whole and value is not None else value
        )

    def _clear(self) -> None:
        self._controller.apply(reducers.clear_limits)
        for field in self.fields.values():
            field.revert()
