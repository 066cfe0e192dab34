"""The panel of the comparison: up to four pairs side by side, their outlines and what differs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.comparison.compare import Comparison, compare
from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS
from a4s_gui.drawing.views.compare_view import CompareSpec
from a4s_gui.errors import A4sError
from a4s_gui.geometry.measured_figures import measured_figures
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.compare.compare_picture import ComparePicture
from a4s_gui.ui.panels.compare.compare_table import CompareTable
from a4s_gui.ui.panels.compare.save_comparison import SaveComparison
from a4s_gui.ui.widgets.dock_height import DockHeight
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, set_tip
from a4s_gui.ui.widgets.segments import Segments, exclusive_actions

_EMPTY = (
    "Nothing is compared yet. Choose a pair in the table and add it: Ctrl+K.\n"
    f"Several selected rows are added at once, up to {MOST_PAIRS} pairs."
)
_CHOICES = {
    "figures": ("Figures", "Show the table of figures; there is no room for both"),
    "outlines": ("Outlines", "Show the outlines on each other; there is no room for both"),
}
_LEAST_PICTURE_PX = 240
"""The width that the outlines keep where all figures can be seen beside them."""
_WIDE_PX, _HIGH_PX = 800, 400
"""From here on there is room for figures beside outlines, or beneath them; else for one of both."""


class ComparePanel(LazyPanel):
    """Sets pairs side by side; while it is not seen it does nothing."""

    def __init__(self, controller: Controller, settings: Settings) -> None:
        super().__init__()
        self._controller = controller
        self._shown: object = None
        self._comparison: Comparison | None = None
        self.add_button = QPushButton("&Add pair")
        choices = exclusive_actions(self, _CHOICES)
        self.figures, self.outlines = choices.values()
        self.shown = Segments("Shown", choices.values())
        self.everything, self.pads = QCheckBox("All fi&gures"), QCheckBox("Pads")
        self.summary = ElidedLabel()
        self.export_button = QToolButton()
        self.copy_table = QAction("Copy &table", self)
        self.copy_picture = QAction("Copy &picture", self)
        self.save_table = QAction("&Save table as CSV…", self)
        self.save_picture = QAction("Sa&ve picture…", self)
        self.problem = ProblemLabel()
        self.empty = text_label(_EMPTY)
        self.table = CompareTable()
        self.picture = ComparePicture()
        self._pages = QStackedLayout()
        self._beside = QSplitter()
        self._line = QHBoxLayout()
        self._divided_by_hand = False
        self._height = DockHeight(self)
        self._saving = SaveComparison(self, controller, settings, self.problem)
        self.give_keys_to(self.table if controller.compared else self.add_button)
        self._build()
        self.picture.hide()
        self.table.show_theme(self.palette())
        self.add_button.setEnabled(controller.pair is not None)
        self._show_rows()
        self._connect()

    def sizeHint(self) -> QSize:
        """Return a low and wide size, that of a panel below the drawing."""
        return QSize(850, 190)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours that hold now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.table.show_theme(self.palette())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        self._arrange()

    def update_view(self) -> None:
        """Show the pairs that are compared now, and which of them is drawn."""
        self.add_button.setEnabled(self._controller.pair is not None)
        pairs, pattern = self._controller.compared, self._controller.pattern
        if self._shown != (pairs, pattern):
            self._shown = (pairs, pattern)
            self.problem.clear()
            ratings = self._controller.knowledge.ratings if pairs else None
            self._show_pairs(
                compare(pairs, ratings, lambda pair: measured_figures(pair, pattern))
                if ratings
                else None
            )
        self.table.rows.mark_chosen(self._controller.state.pair_id or "")

    def _build(self) -> None:
        for widget, tip in (
            (self.add_button, "Add the chosen pair to the comparison (Ctrl+K)"),
            (self.everything, "Show the figures that do not differ as well"),
            (self.pads, "Show the land patterns too, not only the outlines of the bodies"),
            (self.export_button, "Copy or save the table or the picture"),
        ):
            set_tip(widget, tip)
        menu = QMenu(self.export_button)
        menu.addActions((self.copy_table, self.copy_picture, self.save_table, self.save_picture))
        self.export_button.setText("Export")
        self.export_button.setMenu(menu)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMinimumSize(1, 1)
        self.summary.setIndent(6)
        checks = (self.everything, self.pads)
        items = (self.add_button, self.shown, *checks, self.summary, self.export_button)
        margins = (MARGIN_PX, 4, MARGIN_PX, 4)
        line = self._line
        fill_box(line, *items, grow=self.summary, margins=margins, spacing=MARGIN_PX)
        right = QWidget()
        fill_box(QVBoxLayout(right), line, self.problem, self._pages, grow=self._pages, spacing=0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(self.picture)
        self._beside.addWidget(right)
        fill_box(QVBoxLayout(self), self._beside)

    def _connect(self) -> None:
        controller = self._controller
        controller.follow(("compared", "pair_id", "pattern"), self.invalidate)
        self._beside.splitterMoved.connect(self._divided)
        self.add_button.clicked.connect(self._add)
        self.outlines.toggled.connect(self._choose_shown)
        self.everything.toggled.connect(self._show_rows)
        self.pads.toggled.connect(self._show_picture)
        self.table.chosen.connect(lambda name: controller.apply(reducers.choose_pair, name))
        self.table.dropped.connect(
            lambda pair_id: controller.apply(reducers.drop_compared, pair_id)
        )
        self.table.copy_asked.connect(self._copy_cells)
        self.copy_table.triggered.connect(self._copy_table)
        self.save_table.triggered.connect(self._save_table)
        self.copy_picture.triggered.connect(lambda: self._with_spec(self._saving.copy_picture))
        self.save_picture.triggered.connect(lambda: self._with_spec(self._saving.ask_picture))

    def _divided(self) -> None:
        self._divided_by_hand = True

    def _choose_shown(self, outlines: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        """Show figures or outlines, which need more height than a table."""
        if outlines:
            self._height.raise_to(_HIGH_PX - 1)
        else:
            self._height.put_back()
        self._arrange()

    def _arrange(self) -> None:
        """Show outlines beside the figures, above them, or one of both: what there is room for."""
        is_wide = self.width() >= _WIDE_PX
        has_room, is_full = is_wide or self.height() >= _HIGH_PX, self._comparison is not None
        alone = is_full and not has_room and self.outlines.isChecked()
        directions = Qt.Orientation
        self._beside.setOrientation(directions.Horizontal if is_wide else directions.Vertical)
        if has_room and self._beside.indexOf(self.picture) < 0:
            self._beside.insertWidget(0, self.picture)
        elif not has_room and self._pages.indexOf(self.picture) < 0:
            self._pages.addWidget(self.picture)
        had_keys = self.table.hasFocus()
        shown = self.picture if alone else self.table
        self._pages.setCurrentWidget(shown if is_full else self.empty)
        self.picture.setVisible(is_full and (has_room or alone))
        self.shown.setVisible(is_full and not has_room)
        self.everything.setHidden(alone)
        self.pads.setHidden(is_full and not has_room and not alone)
        segment = self.shown.buttons[1]
        if is_full:
            self.give_keys_to(segment if alone else self.table)
        if had_keys and alone:
            segment.setFocus()
        self._divide()

    def _divide(self) -> None:
        """Give the table the width it needs, and the picture the rest, a third where that lacks.

        How many figures differ is read in any case.
        """
        width = self._beside.width()
        if self._divided_by_hand or not width or self._beside.count() == 1:
            return
        if self._beside.orientation() is Qt.Orientation.Vertical:
            self._beside.setSizes([self._beside.height() // 2] * 2)
            return
        words = self.fontMetrics().horizontalAdvance(f"  {self.summary.whole}  ")
        line = self._line.minimumSize().width() + words
        whole = self.table.whole_width_px
        most = whole if whole <= width - _LEAST_PICTURE_PX else width * 2 // 3
        right = max(min(max(whole, width // 2), most), line)
        self._beside.setSizes([width - right - self._beside.handleWidth(), right])

    def show_problem(self, error: A4sError) -> None:
        """Say above an empty table why the pairs cannot be compared."""
        self._show_pairs(None)
        self.problem.show_error(error)

    def _show_pairs(self, comparison: Comparison | None) -> None:
        self._comparison = comparison
        self._show_rows()
        self._show_picture()
        if comparison is None:
            self.give_keys_to(self.add_button)
        self._arrange()

    def _show_rows(self) -> None:
        found = self._comparison
        # A pair alone differs in nothing: its figures are there to be read.
        alone = found is not None and len(found.pairs) == 1
        self.table.rows.show_comparison(found, everything=alone or self.everything.isChecked())
        self.table.refresh()
        self.everything.setEnabled(found is not None and not alone)
        self.pads.setEnabled(found is not None)
        self.export_button.setEnabled(found is not None)
        self.summary.show_text(self._counted())

    def _show_picture(self) -> None:
        self.picture.show_spec(self._spec())

    def _spec(self) -> CompareSpec | None:
        pairs, pattern = self._controller.compared, self._controller.pattern
        return CompareSpec(pairs, pattern, self.pads.isChecked()) if pairs else None

    def _with_spec(self, act: Callable[[CompareSpec], object]) -> None:
        self.problem.clear()
        spec = self._spec()
        if spec is not None:
            act(spec)

    def _add(self) -> None:
        pair = self._controller.pair
        if pair is not None:
            self._controller.apply(reducers.compare_pair, pair.id)

    def _copy_table(self) -> None:
        self.table.clearSelection()
        self._copy_cells()

    def _copy_cells(self) -> None:
        cells = self.table.rows.copied_cells(self.table.cells_to_copy())
        copy_rows(self._controller, cells, "The comparison is copied, with headings")

    def _save_table(self) -> None:
        self.problem.clear()
        if self._comparison is not None:
            only = not self.everything.isChecked() and len(self._comparison.pairs) > 1
            self._saving.ask_table(self._comparison, only_differing=only)

    def _counted(self) -> str:
        if self._comparison is None:
            return ""
        if len(self._comparison.pairs) == 1:
            return "Add another to see what differs"
        differing, every = self.table.rows.counts
        return f"{differing} of {every} differ"
