"""The land-pattern panel: which pattern is drawn, and every figure of it to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from a4s_gui.errors import A4sError
from a4s_gui.export.pattern_writer import delete_pattern
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN, shipped_pattern_names
from a4s_gui.geometry.land_pattern.ways import Way
from a4s_gui.session import reducers
from a4s_gui.session.changes import Change
from a4s_gui.session.pattern_choice import EDITED
from a4s_gui.session.settings_table import PATTERN_WAY
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import ask_to_open
from a4s_gui.ui.core.file_kinds import PATTERNS, only_one
from a4s_gui.ui.core.lazy_panel import side_panel_size
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.land_pattern.figure_editor import FigureEditor
from a4s_gui.ui.panels.land_pattern.figure_grid import FigureGrid
from a4s_gui.ui.panels.land_pattern.save_pattern_dialog import SavePatternDialog
from a4s_gui.ui.widgets.labels import never_rich, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, row_at_left, scrolled, set_tip
from a4s_gui.ui.widgets.questions import ask_before
from a4s_gui.ui.widgets.segments import Segments, exclusive_actions


class PatternPanel(QWidget):
    """Edits the land pattern; the drawing follows while one types."""

    def __init__(self, controller: Controller, settings: Settings, library: PatternLibrary) -> None:
        super().__init__()
        self._controller = controller
        self._settings = settings
        self._library = library
        self._shipped: tuple[str, ...] = ()
        self._own: tuple[str, ...] = ()
        self.patterns = PatternsBox()
        self.summary, self.standing = text_label(), text_label()
        self.save_button = QPushButton("Save as…")
        self.open_button = QPushButton("Open f&ile…")
        self.delete_button = QPushButton("Delete")
        self.reset_button = QPushButton("Reset a&ll")
        self.revert_button = QPushButton("Revert")
        self.problem = ProblemLabel()
        way = Way(settings.get(PATTERN_WAY))
        self.ways = exclusive_actions(self, {one: (one.words.title, one.words.tip) for one in Way})
        self.ways[way].setChecked(True)
        self.figures = FigureGrid(controller, way)
        self.setFocusProxy(self.patterns)
        self._build()
        self._connect()
        self._read_names()
        self._show()

    def sizeHint(self) -> QSize:
        """Return a size in which most labels stand in one line."""
        return side_panel_size(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for patterns that others have saved meanwhile."""
        super().showEvent(event)
        self._read_names()

    @property
    def editors(self) -> dict[str, FigureEditor]:
        """Every editor that was made, by the name of its figure."""
        return self.figures.editors

    def read_files(self, paths: Sequence[Path]) -> None:
        """Open a land-pattern file and draw it; of several none is opened, which is said."""
        try:
            path = only_one(paths, "land pattern")
        except A4sError as error:
            self.problem.show_error(error)
            return
        self._controller.apply(reducers.set_pattern, str(path.absolute()))
        self._read_names()

    def _build(self) -> None:
        self.patterns.setAccessibleName("Land pattern")  # Qt takes the choice on some systems
        self.patterns.setAccessibleDescription("Land pattern that is drawn")
        self.patterns.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for button, tip in (
            (self.save_button, "Save the figures as a land pattern of your own, under a name"),
            (self.open_button, "Open a land-pattern file and draw it"),
            (self.delete_button, "Delete this land pattern of your own"),
            (self.reset_button, "Reset every figure to the shipped pattern"),
            (self.revert_button, "Reset every figure to what was saved"),
        ):
            set_tip(button, tip)
        back = (self.standing, self.reset_button, self.revert_button)
        top = fill_box(
            QVBoxLayout(),
            *(self.patterns, self.summary, self.problem),
            row_at_left(self.save_button, self.open_button, self.delete_button),
            fill_box(QHBoxLayout(), *back, grow=self.standing),
            margins=(MARGIN_PX, MARGIN_PX, MARGIN_PX, 4),
            spacing=4,
        )
        scroll = scrolled(self.figures)
        ways = Segments("Type by", self.ways.values())
        by = row_at_left(text_label("Type by"), ways, margins=(MARGIN_PX, 0, MARGIN_PX, 4))
        fill_box(QVBoxLayout(self), top, by, scroll, grow=scroll, spacing=0)

    def _connect(self) -> None:
        self._controller.follow(("pattern",), self._follow)
        self.patterns.about_to_open.connect(self._read_names)
        self.patterns.activated.connect(self._choose)
        self.save_button.clicked.connect(self._save)
        self.open_button.clicked.connect(self._open)
        self.delete_button.clicked.connect(self._delete)
        self.reset_button.clicked.connect(self._reset)
        self.revert_button.clicked.connect(self._revert)
        for way, action in self.ways.items():
            action.triggered.connect(partial(self._show_way, way))

    def _follow(self, change: Change) -> None:
        if change.new.edits.keys() != change.old.edits.keys() or "pattern_name" in change.fields:
            self._show_names()
        self._show(force=bool(change.fields & {"pattern_name", "pattern_reading"}))

    def _show(self, *, force: bool = False) -> None:
        """Show the figures; ``force`` drops what was typed and refused in another pattern."""
        choice = self._controller.pattern_choice
        count = len(choice.differences)
        figures = "1 figure differs" if count == 1 else f"{count} figures differ"
        saved = " Not saved." if choice.is_edited else ""
        base = choice.base.title
        self.standing.setText(
            f"{figures} from the shipped “{base}”.{saved}" if count or saved else "As shipped."
        )
        revision = choice.saved.revision
        revised = "" if revision is None else f"Revision {revision}. "
        self.summary.setText(revised + choice.saved.summary)
        self.summary.setVisible(bool(self.summary.text()))
        self.problem.clear()
        self.delete_button.setEnabled(self._controller.state.pattern_name in self._own)
        self.reset_button.setEnabled(count > 0)
        # A shipped pattern is reset to what was read; for any other that is something else.
        shipped = self._controller.state.pattern_name in self._shipped
        self.revert_button.setVisible(not shipped)
        self.revert_button.setEnabled(choice.is_edited)
        self.figures.show_figures(force=force)

    def _show_way(self, way: Way) -> None:
        self._settings.set(PATTERN_WAY, str(way))
        self.figures.show_way(way)

    def _read_names(self) -> None:
        """Read which patterns there are, and list them."""
        self._shipped, self._own = shipped_pattern_names(), self._library.own_names()
        self._show_names()

    def _show_names(self) -> None:
        """List shipped and own patterns, and the file that is drawn, each with its name."""
        state = self._controller.state
        names = [*self._shipped, *self._own]
        if state.pattern_name not in names:
            names.append(state.pattern_name)
        self.patterns.clear()
        for number, name in enumerate(names):
            if number == len(self._shipped):
                self.patterns.insertSeparator(self.patterns.count())
            edited = EDITED if state.edits.get(name) else ""
            self.patterns.addItem(f"{Path(name).name}{edited}", name)
            tip_role = Qt.ItemDataRole.ToolTipRole
            self.patterns.setItemData(self.patterns.count() - 1, never_rich(name), tip_role)
        self.patterns.setCurrentIndex(self.patterns.findData(state.pattern_name))

    def _choose(self, index: int) -> None:
        self._controller.apply(reducers.set_pattern, self.patterns.itemData(index))
        self._read_names()

    def _reset(self) -> None:
        self._controller.apply(reducers.edit_figures, self._controller.pattern_choice.shipped())
        self._show(force=True)

    def _revert(self) -> None:
        self._controller.apply(reducers.forget_edits, self._controller.state.pattern_name)
        self._show(force=True)

    def _save(self) -> None:
        dialog = SavePatternDialog(self._library, self._controller.pattern_choice.changed, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._take_saved)
        dialog.open()

    def _take_saved(self, name: str) -> None:
        self._read_names()
        self._controller.apply(reducers.draw_saved, name)
        self._show()
        self._controller.message.emit(f"Land pattern saved: use it as --land-pattern {name}, too")

    def _open(self) -> None:
        folder, read = self._library.folder, self.read_files
        ask_to_open(
            self, "Open a land pattern", folder, PATTERNS.filters, lambda path: read([path])
        )

    def _delete(self) -> None:
        name = self._controller.state.pattern_name
        ask_before(
            self,
            "Delete the land pattern?",
            f"The land pattern “{name}” and its file are deleted for good.",
            "&Delete",
            lambda: self._delete_now(name),
        )

    def _delete_now(self, name: str) -> None:
        try:
            delete_pattern(self._library, name)
        except A4sError as error:
            self.problem.show_error(error)
            return
        self._read_names()
        self._controller.apply(reducers.replace_deleted, name, DEFAULT_PATTERN)


class PatternsBox(QComboBox):
    """The list of land patterns; what it offers is read anew when it opens."""

    about_to_open = Signal()
    """The user asks for the list."""

    def showPopup(self) -> None:
        """Open the list."""
        self.about_to_open.emit()
        super().showPopup()
