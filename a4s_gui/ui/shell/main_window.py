"""The window: panels around the drawing, and how its parts are connected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from zlib import crc32

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLayout, QMainWindow, QMenu, QToolBar, QVBoxLayout, QWidget

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import Layer
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.session import reducers
from a4s_gui.session import settings_table as table
from a4s_gui.ui.canvas.drawing_container import DrawingContainer
from a4s_gui.ui.canvas.outside_bar import OutsideBar
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_kinds import dropped_files, kind_of, no_panel_reads
from a4s_gui.ui.core.icons import set_frame_icons
from a4s_gui.ui.core.notice_bar import NoticeBar
from a4s_gui.ui.core.session_file import SessionFile
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.shell.actions.context import ActionContext, compare_selected
from a4s_gui.ui.shell.actions.menus import fill_menu_bar
from a4s_gui.ui.shell.actions.qt_actions import BoundActions, make_actions
from a4s_gui.ui.shell.docks import Docks
from a4s_gui.ui.shell.panels import PANELS, PanelContext, make_places
from a4s_gui.ui.shell.search_line import SearchLine
from a4s_gui.ui.shell.session_keeper import SessionKeeper
from a4s_gui.ui.shell.status_line import StatusLine
from a4s_gui.ui.shell.strips.chip_line import ChipLine
from a4s_gui.ui.shell.strips.pair_strip import PairStrip
from a4s_gui.ui.shell.strips.tool_buttons import reach_rest_last
from a4s_gui.ui.shell.strips.view_bar import ViewBar
from a4s_gui.ui.shell.tool_bar import ToolBar
from a4s_gui.ui.shell.window_dialogs import WindowDialogs
from a4s_gui.ui.widgets.key_focus import WindowKeys
from a4s_gui.ui.widgets.layouts import fill_box, room_on_screen

if TYPE_CHECKING:
    from a4s_gui.ui.canvas.drawing_view import DrawingView
    from a4s_gui.ui.panels.details.details_panel import DetailsPanel
    from a4s_gui.ui.panels.filters.filters_panel import FiltersPanel
    from a4s_gui.ui.panels.pairs.pairs_panel import PairsPanel
    from a4s_gui.ui.panels.pairs.pairs_table import PairsTable

_FIRST_SIZE = QSize(1480, 920)
_LEAST_SIZE = QSize(640, 480)
_HINT = (
    "Set Filters or type a part number.",
    "Pick a row of Pairs: drawing and exports follow.",
    "F1: guide. Ctrl+Z: undo.",
)
"""For a first start, until it is closed."""
_LOW_PX = 760
"""In a window lower than this the hint is one line: the drawing needs the room."""
_LAYOUT_VERSION = crc32(" ".join(f"{p.name}@{p.side.value}" for p in PANELS).encode()) & 0x7FFF
"""Another one for other panels or sides: a layout without them cannot be restored."""
_MADE_READY = 3
"""So many drawings, of 2 MB, are made ready while nothing else is to do: of the nearest rows."""


class _FileReader(Protocol):
    """A panel that reads files."""

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read them, or say in one line why not."""


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
        session: SessionFile,
    ) -> None:
        super().__init__()
        controller.setParent(self)
        theme.setParent(self)
        self.controller = controller
        self._settings = settings
        self.theme = theme
        self._keeper = SessionKeeper(controller, session, self)
        self.search = SearchLine(controller)
        self.panels = make_places(PanelContext(controller, settings, library))
        self.notice = NoticeBar(self)
        self.refusal = NoticeBar(self)
        self.hint = NoticeBar(self)
        self.outside_bar = OutsideBar(controller, self)
        self.status_line = StatusLine(controller)
        self.stage = DrawingContainer(
            controller, theme.drawing_palette, self._neighbours, settings.get(table.DRAWING_SCALE)
        )
        self.named_actions = make_actions(self)
        self.dialogs = WindowDialogs(self, controller, settings)
        menus = self._build()
        self._context = ActionContext(
            self,
            controller,
            settings,
            theme,
            self.search,
            self.tool_bar,
            self.docks,
            self.panels,
            self.stage,
            self.dialogs,
        )
        self._bound_actions = BoundActions(self.named_actions, self._context)
        WindowKeys(self, self.named_actions.values())
        self.status_line.offer_copy(self.named_actions["copy-measure"])
        self._connect(menus)
        self._show_theme()
        self._show_title()
        self._restore()
        self.setTabOrder(self.chip_line.undo_button, self.search)  # from it Tab goes to the filters
        for bar in self.findChildren(QToolBar):
            reach_rest_last(bar)

    @property
    def filters(self) -> FiltersPanel:
        """The panel of filters, made now if it was never seen."""
        from a4s_gui.ui.panels.filters.filters_panel import FiltersPanel  # noqa: PLC0415 - not at the start

        return self.panels["filters"].panel_as(FiltersPanel)

    @property
    def details(self) -> DetailsPanel:
        """The panel of the pair, made now if it was never seen."""
        return self._context.details

    @property
    def pairs(self) -> PairsPanel:
        """The panel of the table of pairs, made now if it was never seen."""
        return self._context.pairs

    @property
    def table(self) -> PairsTable:
        """The table of pairs."""
        return self._context.table

    @property
    def drawing(self) -> DrawingView | None:
        """The drawing; ``None`` until the window has been painted once."""
        return self.stage.view

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - as Qt has it
        """Come or go, and the panels with it."""
        with self.docks.looked_at_once():
            super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keys to the search at first."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.search.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what the next window opens with; while many files are written, ask first."""
        if not self.dialogs.may_close():
            event.ignore()
            return
        settings = self._settings
        settings.set(table.GEOMETRY, bytes(self.saveGeometry().data()))
        settings.set(table.LAYOUT, bytes(self.docks.saved(_LAYOUT_VERSION).data()))
        if self.drawing is not None:
            settings.set(table.DRAWING_SCALE, self.drawing.fitted_scale)
        if self.panels["pairs"].is_made:
            settings.set(table.TABLE, self.table.saved_columns())
        settings.save()
        self._keeper.close()
        self.dialogs.close_guide()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the side panels beside the drawing, or as drawers over it."""
        super().resizeEvent(event)
        self.hint.put(self._hint_text())
        self.docks.fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Escape what was begun in the drawing, wherever the keys go by now."""
        escape = event.key() == Qt.Key.Key_Escape
        if not escape or not (self.stage.escape() or self.docks.drawers.shut()):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that no panel under the mouse takes, but no picture that leaves the window."""
        if event.source() is None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give files to the panel that reads them."""
        event.acceptProposedAction()
        self._read_files(dropped_files(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Show whether the window has the whole screen now; give larger letters their room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._bound_actions.refresh()
        elif event.type() is QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self.docks.follow_font)  # the panels have their letters then

    def _build(self) -> dict[Menu, QMenu]:
        self.setObjectName("main-window")
        layout = self.layout()
        if layout is not None:  # Qt would keep the window too wide to become narrow, see Docks.fit
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(_LEAST_SIZE)
        self.setAcceptDrops(True)
        actions = self.named_actions
        menus = fill_menu_bar(self.menuBar(), actions)
        self.tool_bar = ToolBar(self.search, actions, menus, self.dialogs.drag_picture)
        self.addToolBar(self.tool_bar)
        self.pair_strip = PairStrip(self.controller, actions["pin-pair"], actions["compare-pair"])
        self.view_bar = ViewBar(actions, menus)
        self.chip_line = ChipLine(self.controller, actions["reset"], actions["undo"])
        notices = (self.notice, self.refusal, self.hint)
        centre = QWidget()
        above = (*notices, self.pair_strip, self.view_bar, self.outside_bar)
        parts = (*above, self.stage, self.chip_line)
        fill_box(QVBoxLayout(centre), *parts, grow=self.stage, spacing=0)
        self.setCentralWidget(centre)
        self.docks = Docks(self, self.panels, self.stage)
        self.setStatusBar(self.status_line)
        view_menu = menus[Menu.VIEW]
        first = view_menu.actions()[0]
        tool_bar_toggle = self.tool_bar.toggleViewAction()
        tool_bar_toggle.setStatusTip("Show or hide the tool bar")
        view_menu.insertActions(first, [*self.docks.toggles(), tool_bar_toggle])
        view_menu.insertSeparator(first)
        return menus

    def _connect(self, menus: dict[Menu, QMenu]) -> None:
        self.controller.changed.connect(self._bound_actions.refresh)
        # Whoever goes on has read why files were refused.
        self.controller.changed.connect(self.refusal.hide)
        self.controller.message.connect(self.refusal.hide)
        self.controller.follow(("pair_id", "pinned"), self._show_title)
        self.controller.panel_asked.connect(self.docks.bring_up)
        self.theme.changed.connect(self._show_theme)
        self.stage.made.connect(self._connect_view)
        self.stage.ready.connect(self.drawing_ready)
        self.stage.failed.connect(self.notice.show_message)
        self.hint.closed.connect(partial(self._settings.set, table.HINT, value=False))
        self.search.down_pressed.connect(self._enter_table)
        self.search.returnPressed.connect(self._end_search)
        self.search.typed.connect(self._show_pairs)
        self.pair_strip.explain_asked.connect(self.search.explain_number)
        self.search.lines_pasted.connect(self._read_list)
        self.controller.export_asked.connect(self.dialogs.export_pairs)
        self.panels["pairs"].made.connect(self._take_table)
        once = Qt.ConnectionType.SingleShotConnection
        layers = menus[Menu.LAYERS]
        layers.aboutToShow.connect(partial(self._complete_layers, layers), once)

    def _end_search(self) -> None:
        """Draw what is found, and go on in the table."""
        self.controller.take_nearest()
        self._enter_table()

    def _show_title(self) -> None:
        pair = self.controller.pair
        pinned = " (pinned)" if self.controller.state.pinned else ""
        name = f"{pair.numbers}{pinned} – " if pair else ""
        self.setWindowTitle(f"{name}A4S selector")

    def _complete_layers(self, layers: QMenu) -> None:
        """Put the stiffener's margin beneath its switch, and the user's presets at the end."""
        from a4s_gui.ui.shell.layers.own_presets import OwnPresets  # noqa: PLC0415 - not at the start
        from a4s_gui.ui.shell.layers.stiffener_entry import StiffenerEntry  # noqa: PLC0415 - as above

        layers.addMenu(OwnPresets(self.controller, self._settings, self))
        listed = layers.actions()
        switch = listed.index(self.named_actions[f"layer.{Layer.STIFFENER}"])
        layers.insertAction(listed[switch + 1], StiffenerEntry(self.controller, layers))

    def _connect_view(self, view: DrawingView) -> None:
        say = self.controller.message.emit
        view.scale_changed.connect(self.status_line.show_scale)
        pointing = view.pointing
        pointing.cursor_moved.connect(self.status_line.show_cursor)
        pointing.status_changed.connect(self.status_line.set_hint)
        pointing.pad_clicked.connect(lambda pad: self.controller.apply(reducers.select_pad, pad))
        pointing.measured.connect(self._bound_actions.refresh)
        pointing.copied.connect(lambda text: say(f"Copied: {text}"))
        pointing.measuring_changed.connect(self._bound_actions.refresh)

    def _neighbours(self) -> list[Pair]:
        return self.table.pairs_around(_MADE_READY)

    def _take_table(self) -> None:
        """Give the table its columns back, and have it compare."""
        self.table.compare_asked.connect(partial(compare_selected, self._context))
        self.search.explaining_changed.connect(self.pairs.advice.set_quiet)
        self.table.restore_columns(self._settings.get(table.TABLE))

    def _read_list(self, text: str) -> None:
        """Read several lines that were pasted into the search line as a part list."""
        from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel  # noqa: PLC0415 - not at the start

        self.panels["part-list"].panel_as(PartListPanel).read_text(text)
        self.docks.bring_up("part-list")
        self.controller.message.emit("Several lines were pasted; they go to the part list")

    def _read_files(self, paths: Sequence[Path]) -> None:
        """Bring up the panel that reads files, and have it read them."""
        kind = kind_of(paths)
        if kind is None:
            self.refusal.show_message(no_panel_reads(paths))
        else:
            self.refusal.hide()
            cast("_FileReader", self.docks.bring_up(kind.panel)).read_files(paths)

    def _show_pairs(self) -> None:
        """Bring up the table, where another tab hides what a search finds."""
        self.docks.show_in_front("pairs")

    def _enter_table(self) -> None:
        self._show_pairs()
        self.table.enter()

    def _show_theme(self) -> None:
        self._bound_actions.refresh()
        set_frame_icons(self)
        self.stage.set_palette(self.theme.drawing_palette)

    def _restore(self) -> None:
        self.resize(_FIRST_SIZE.boundedTo(room_on_screen(self)))
        self.restoreGeometry(QByteArray(self._settings.get(table.GEOMETRY)))
        self.docks.restore(QByteArray(self._settings.get(table.LAYOUT)), _LAYOUT_VERSION)
        self.hint.show_message(self._hint_text() if self._settings.get(table.HINT) else "")

    def _hint_text(self) -> str:
        return (" " if self.height() < _LOW_PX else "\n").join(_HINT)
