"""The window: panels around the drawing, and what each action does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import Layer
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.session import settings_table as table
from a4s_gui.session.session_store import remember
from a4s_gui.session.state import State
from a4s_gui.ui.canvas.drawing_container import DrawingContainer
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.notice_bar import NoticeBar
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.panels.details.details_panel import DetailsPanel
from a4s_gui.ui.panels.filters.filters_panel import FiltersPanel
from a4s_gui.ui.panels.pairs.advice_strip import AdviceStrip
from a4s_gui.ui.panels.pairs.pairs_table import PairsTable
from a4s_gui.ui.shell.choice_actions import ChoiceActions
from a4s_gui.ui.shell.docks import Docks
from a4s_gui.ui.shell.menus import draw_icons, fill_menu_bar, make_actions
from a4s_gui.ui.shell.panels import Panels
from a4s_gui.ui.shell.search_line import SearchLine
from a4s_gui.ui.shell.status_line import StatusLine
from a4s_gui.ui.shell.tool_bar import ToolBar
from a4s_gui.ui.shell.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from a4s_gui.ui.canvas.drawing_view import DrawingView

_FIRST_SIZE = QSize(1480, 920)
_OUTGROWN = "Part of the drawing is out of view now; F in the drawing shows all of it"
_LAYOUT_VERSION = 2
"""To be counted up with other panels: a layout without them cannot be restored."""
_MADE_READY = 20
"""So many drawings are made ready while nothing else is to do: those of the rows in sight."""


class MainWindow(QMainWindow):
    """Everything around the drawing is there at once; the drawing follows the first paint."""

    drawing_ready = Signal()
    """The drawing is in its place."""

    def __init__(
        self,
        controller: Controller,
        settings: Settings,
        theme: Theme,
        library: PatternLibrary,
    ) -> None:
        super().__init__()
        controller.setParent(self)
        theme.setParent(self)
        self._controller = controller
        self._settings = settings
        self._theme = theme
        self.search = SearchLine(controller)
        self.filters = FiltersPanel(controller)
        self.table = PairsTable(controller)
        self.advice = AdviceStrip(controller, self)
        self.details = DetailsPanel(controller, settings)
        self.panels = Panels(controller, settings, library).late
        self.notice = NoticeBar(self)
        self.status_line = StatusLine(controller)
        self.stage = DrawingContainer(controller, theme.drawing_palette, self._neighbours)
        self.named_actions = make_actions(self)
        self.choices = ChoiceActions(self.named_actions, controller)
        self.dialogs = WindowDialogs(self, controller, settings)
        self._build()
        self._connect()
        self._show_theme()
        self._show(controller.state)
        self._restore()

    @property
    def controller(self) -> Controller:
        """Who holds what is chosen."""
        return self._controller

    @property
    def theme(self) -> Theme:
        """The window's colours."""
        return self._theme

    @property
    def drawing(self) -> DrawingView | None:
        """The drawing; ``None`` until the window has been painted once."""
        return self.stage.view

    def restore_layout(self) -> None:
        """Put all panels and the tool bar back where they are at first."""
        self.tool_bar.show()
        self.docks.restore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what the next window opens with."""
        settings = self._settings
        settings.set(table.GEOMETRY, bytes(self.saveGeometry().data()))
        settings.set(table.LAYOUT, bytes(self.saveState(_LAYOUT_VERSION).data()))
        header = self.table.horizontalHeader()
        settings.set(table.TABLE, bytes(header.saveState().data()))
        remember(settings, self._controller.state)
        settings.save()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Escape what was begun in the drawing, wherever the keys go by now."""
        if event.key() != Qt.Key.Key_Escape or not self.stage.escape():
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("main-window")
        self.setCentralWidget(_stacked(self.notice, self.stage))
        pairs = _stacked(self.advice, self.table)
        menus = fill_menu_bar(self.menuBar(), self.named_actions)
        self.tool_bar = ToolBar(self.search, self.named_actions, menus)
        self.addToolBar(self.tool_bar)
        self._layers_menu = menus[Menu.LAYERS]
        self.docks = Docks(
            self,
            {
                "filters": self.filters,
                "pairs": pairs,
                "details": self.details,
                **self.panels,
            },
        )
        self.named_actions["copy-measure"].setEnabled(False)
        self.status_line.offer_copy(self.named_actions["copy-measure"])
        self.setStatusBar(self.status_line)
        view_menu = menus[Menu.VIEW]
        first = view_menu.actions()[0]
        tool_bar_toggle = self.tool_bar.toggleViewAction()
        tool_bar_toggle.setStatusTip("Show or hide the tool bar")
        view_menu.insertActions(first, [*self.docks.toggles(), tool_bar_toggle])
        view_menu.insertSeparator(first)

    def _connect(self) -> None:
        self._controller.changed.connect(self._changed)
        self._theme.changed.connect(self._show_theme)
        self.stage.made.connect(self._connect_view)
        self.stage.ready.connect(self._add_stiffener)
        self.stage.ready.connect(self.drawing_ready)
        self.stage.failed.connect(self.notice.show_message)
        self.search.down_pressed.connect(self.table.enter)
        self.search.returnPressed.connect(self.table.enter)
        self.search.lines_pasted.connect(self._read_list)
        self.table.compare_asked.connect(self._compare_pair)
        for name, deed in self._deeds().items():
            self.named_actions[name].triggered.connect(deed)

    def _deeds(self) -> dict[str, Callable[..., object]]:
        """Return what every action does that is not about what is chosen, by its id."""
        deeds: dict[str, Callable[..., object]] = {
            "export": self.dialogs.export,
            "copy-picture": self.dialogs.copy_picture,
            "quit": self.close,
            "search": self._go_to_search,
            "previous-pair": lambda: self.table.step(-1),
            "next-pair": lambda: self.table.step(1),
            "copy-rows": self.table.copy_rows,
            "save-table": lambda: self.dialogs.save_table(self.table.pairs_model.rows),
            "restore-layout": self.restore_layout,
            "full-screen": self._full_screen,
            "measure": self._measure,
            "copy-measure": self.stage.copy_lengths,
            "compare-pair": self._compare_pair,
            "details": lambda: self._bring_up("details"),
            "find-figure": self._find_figure,
            "fit": self.stage.fit,
            "zoom-in": lambda: self.stage.zoom(1),
            "zoom-out": lambda: self.stage.zoom(-1),
            "shortcuts": self.dialogs.show_shortcuts,
            "about": self.dialogs.show_about,
        }
        for name in self.panels:
            deeds[name] = lambda _=False, n=name: self._bring_up(n)
        for mode in table.THEME.allowed:
            deeds[f"theme.{mode}"] = lambda _=False, m=mode: self._set_theme(m)
        return deeds

    def _changed(self, new: State, old: State) -> None:
        if replace(new, filter=old.filter) != old:
            self._show(new)

    def _show(self, state: State) -> None:
        pair = self._controller.pair
        name = f"{pair.numbers} – " if pair else ""
        self.setWindowTitle(f"{name}A4S selector")
        self.choices.show_state(state)
        self.tool_bar.show_view(state.view)
        self.stage.show_choice()

    def _add_stiffener(self) -> None:
        """Put the stiffener's margin beneath its switch, in the list of layers."""
        from a4s_gui.ui.shell.stiffener_entry import StiffenerEntry  # noqa: PLC0415 - not at the start

        self.stiffener = StiffenerEntry(self._controller, self._layers_menu)
        listed = self._layers_menu.actions()
        switch = listed.index(self.named_actions[f"layer.{Layer.STIFFENER}"])
        self._layers_menu.insertAction(listed[switch + 1], self.stiffener)

    def _connect_view(self, view: DrawingView) -> None:
        say = self._controller.message.emit
        view.outgrown.connect(lambda: say(_OUTGROWN))
        view.scale_changed.connect(self.status_line.show_scale)
        pointing = view.pointing
        pointing.cursor_moved.connect(self.status_line.show_cursor)
        pointing.status_changed.connect(self.status_line.set_hint)
        pointing.pad_clicked.connect(self._controller.select_pad)
        pointing.measured.connect(
            lambda text: self.named_actions["copy-measure"].setEnabled(bool(text))
        )
        pointing.copied.connect(lambda text: say(f"Copied: {text}"))
        pointing.measuring_changed.connect(self.named_actions["measure"].setChecked)

    def _measure(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        self.named_actions["measure"].setChecked(self.stage.measure(on=on))

    def _neighbours(self) -> list[Pair]:
        return self.table.pairs_around(_MADE_READY)

    def _bring_up(self, name: str) -> None:
        self.docks.bring_up(name)
        late = self.panels.get(name)
        (late.panel if late else self.details).setFocus()

    def _find_figure(self) -> None:
        self._bring_up("details")
        self.details.find_figure()

    def _read_list(self, text: str) -> None:
        """Read several lines that were pasted into the search line as a part list."""
        from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel  # noqa: PLC0415 - not at the start

        panel = self.panels["part-list"].panel
        if isinstance(panel, PartListPanel):
            panel.read_text(text)
            self._bring_up("part-list")
            self._controller.message.emit("Several lines were pasted; they go to the part list")

    def _compare_pair(self) -> None:
        """Compare the selected rows, where none is selected the chosen pair."""
        controller = self._controller
        pair = controller.pair
        before = controller.compared
        ids = self.table.selected_ids() or [pair.id] if pair else []
        controller.compare_pairs(ids)
        count = len(controller.compared)
        # Whoever collects row by row stays in the table until there is no room for more.
        collecting = len(ids) == 1 and self.table.hasFocus() and count < MOST_PAIRS
        if count > 1 and not collecting:
            self.docks.bring_up("compare")
        elif controller.compared != before:
            controller.message.emit(
                f"{ids[0]} is set down to compare, {count} of {MOST_PAIRS}; add others likewise, "
                "Ctrl+Shift+K shows them"
            )

    def _show_theme(self) -> None:
        self.named_actions[f"theme.{self._theme.mode}"].setChecked(True)
        palette = self._theme.palette
        draw_icons(self.named_actions, palette)
        self.tool_bar.show_theme(palette)
        self.notice.show_theme(palette)
        self.stage.set_palette(self._theme.drawing_palette)

    def _set_theme(self, mode: str) -> None:
        self._settings.set(table.THEME, mode)
        self._theme.set_mode(mode)

    def _restore(self) -> None:
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self.restoreGeometry(QByteArray(self._settings.get(table.GEOMETRY)))
        self.restoreState(QByteArray(self._settings.get(table.LAYOUT)), _LAYOUT_VERSION)
        header = self.table.horizontalHeader()
        header.restoreState(QByteArray(self._settings.get(table.TABLE)))

    def _go_to_search(self) -> None:
        self.tool_bar.show()
        self.search.setFocus()
        self.search.selectAll()

    def _full_screen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        if on:
            self.showFullScreen()
        else:
            self.showNormal()


def _stacked(upper: QWidget, lower: QWidget) -> QWidget:
    """Return two widgets above each other, of which the lower one takes the room."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower, 1)
    return both
