"""What actions do it with, and those handlers that take more than a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS
from a4s_gui.drawing.spec import View
from a4s_gui.frozen import frozen
from a4s_gui.session import reducers
from a4s_gui.session import settings_table as table
from a4s_gui.session.state import State
from a4s_gui.session.steps.history import Step
from a4s_gui.ui.canvas.drawing_container import DrawingContainer
from a4s_gui.ui.core import clipboard
from a4s_gui.ui.core.action_spec import ActionSpec
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import PanelPlace
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.shell.docks import Docks
from a4s_gui.ui.shell.search_line import SearchLine
from a4s_gui.ui.shell.tool_bar import ToolBar
from a4s_gui.ui.shell.window_dialogs import WindowDialogs
from a4s_gui.ui.widgets.menus import literal

if TYPE_CHECKING:
    from a4s_gui.ui.panels.details.details_panel import DetailsPanel
    from a4s_gui.ui.panels.pairs.pairs_panel import PairsPanel
    from a4s_gui.ui.panels.pairs.pairs_table import PairsTable

P = ParamSpec("P")


@frozen
class ActionContext:
    """The parts of the window that actions are about."""

    window: QMainWindow
    controller: Controller
    settings: Settings
    theme: Theme
    search: SearchLine
    tool_bar: ToolBar
    docks: Docks
    panels: Mapping[str, PanelPlace]
    stage: DrawingContainer
    dialogs: WindowDialogs

    @property
    def details(self) -> DetailsPanel:
        """The panel of the pair, made now if it was never seen."""
        from a4s_gui.ui.panels.details.details_panel import DetailsPanel  # noqa: PLC0415 - not at the start

        return self.panels["details"].panel_as(DetailsPanel)

    @property
    def pairs(self) -> PairsPanel:
        """The panel of the table of pairs, made now if it was never seen."""
        from a4s_gui.ui.panels.pairs.pairs_panel import PairsPanel  # noqa: PLC0415 - as above

        return self.panels["pairs"].panel_as(PairsPanel)

    @property
    def table(self) -> PairsTable:
        """The table of pairs."""
        return self.pairs.table


Action = ActionSpec[ActionContext]


def applies(
    reducer: Callable[Concatenate[State, P], State], *args: P.args, **kwargs: P.kwargs
) -> Callable[[ActionContext], None]:
    """Return a handler that goes on to the state that a reducer makes."""
    return lambda context: context.controller.apply(reducer, *args, **kwargs)


def holds(condition: Callable[[State], bool]) -> Callable[[ActionContext], bool]:
    """Return a condition of the context that is one of the state."""
    return lambda context: condition(context.controller.state)


def has_pair(state: State) -> bool:
    """Return whether a pair is chosen."""
    return state.pair_id is not None


def shows_mated(state: State) -> bool:
    """Return whether the drawing has two sides to be seen from."""
    return state.view is View.MATED


def undo_text(context: ActionContext) -> str:
    """Return ``Undo`` with what is undone."""
    return _naming("&Undo", context.controller.history.past)


def redo_text(context: ActionContext) -> str:
    """Return ``Redo`` with what is done again."""
    return _naming("&Redo", context.controller.history.future)


def _naming(verb: str, steps: tuple[Step, ...]) -> str:
    # Qt would take an ampersand for the mark of a key.
    return f"{verb} {literal(steps[-1].words)}" if steps else verb


def copy_command(context: ActionContext) -> None:
    """Copy the command that writes the drawing, and say what it cannot hold."""
    from a4s_gui.session.command_line import export_command  # noqa: PLC0415 - not at the start

    controller = context.controller
    if controller.pair is not None:
        clipboard.copy_command(controller, export_command(controller.state, controller.pair))


def copy_list_command(context: ActionContext) -> None:
    """Copy the command that lists the pairs of the table, and say what it cannot hold."""
    from a4s_gui.session.command_line import list_command  # noqa: PLC0415 - not at the start

    controller = context.controller
    clipboard.copy_command(controller, list_command(controller.state, controller.catalog))


def bring_up(context: ActionContext, name: str) -> None:
    """Show a panel in front of the others."""
    context.docks.bring_up(name)


def go_to_search(context: ActionContext) -> None:
    """Go to the search line, ready to type over what stands there."""
    context.tool_bar.show()
    context.search.begin()


def find_figure(context: ActionContext) -> None:
    """Go to the field that searches the details."""
    context.docks.bring_up("details")
    context.details.page.search.begin()


def show_palette(context: ActionContext) -> None:
    """Find a command, a pair, a figure or a note by typing, and do or show it."""
    from a4s_gui.ui.shell.palette.palette_dialog import choose_from_palette  # noqa: PLC0415 - not at the start

    chosen = choose_from_palette(
        context.window,
        context.controller,
        lambda text: _search_panel(context, "details", text),
        lambda text: _search_panel(context, "design-notes", text),
    )
    if chosen is not None:
        chosen()


def _search_panel(context: ActionContext, name: str, text: str) -> None:
    from a4s_gui.ui.pages.searched_text import SearchedText  # noqa: PLC0415 - not at the start

    for page in context.docks.bring_up(name).findChildren(SearchedText):
        page.search.setText(text)


def restore_layout(context: ActionContext) -> None:
    """Put all panels and the tool bar back where they are at first."""
    context.tool_bar.show()
    context.docks.restore()


def toggle_full_screen(context: ActionContext) -> None:
    """Use the whole screen, or give back what is not the window's."""
    context.window.setWindowState(context.window.windowState() ^ Qt.WindowState.WindowFullScreen)


def set_theme(context: ActionContext, mode: str) -> None:
    """Choose and remember ``system``, ``light`` or ``dark``."""
    context.settings.set(table.THEME, mode)
    context.theme.set_mode(mode)


def compare_selected(context: ActionContext) -> None:
    """Compare the selected rows, where none is selected the chosen pair."""
    controller = context.controller
    pair, before = controller.pair, controller.compared
    ids = context.table.selected_ids() or ([pair.id] if pair else [])
    if len(ids) == 1:
        controller.apply(reducers.compare_pair, ids[0])
    else:
        controller.apply(reducers.compare_pairs, ids)
    compared = controller.state.compared
    left_out = sum(name not in compared for name in ids) if len(ids) > 1 else 0
    # Whoever collects row by row stays in the table until there is no room for more.
    collecting = len(ids) == 1 and context.table.hasFocus() and len(compared) < MOST_PAIRS
    if len(compared) > 1 and not collecting:
        context.docks.bring_up("compare")
    elif controller.compared != before:
        controller.message.emit(
            f"{ids[0]} added to the comparison, {len(compared)} of {MOST_PAIRS}; "
            "Ctrl+Shift+K shows it"
        )
    if left_out:
        controller.message.emit(
            f"compare: at most {MOST_PAIRS} pairs fit side by side; "
            f"left out: {left_out} of the {len(ids)} selected"
        )
