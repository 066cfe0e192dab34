"""The columns of a pasted list: what each line says, what became of it, and why."""

from __future__ import annotations

from collections.abc import Callable

from a4s_gui.catalog.numbers import format_number
from a4s_gui.catalog.part_list.line import LineState, ListLine
from a4s_gui.catalog.wording import first_of, printable
from a4s_gui.drawing.style import ColorRole
from a4s_gui.ui.core.theme import mark_colour
from a4s_gui.ui.widgets.tables.table_model import LEFT, RIGHT, Column

_CELL_CHARACTERS = 200
"""A cell shows no more of a line; its tip has the rest."""
_TIP_CHARACTERS = 1_000
_NAMED = 3
"""So many part numbers or pairs stand in a cell; ``AXE5*`` means dozens."""
_COLORS = {
    LineState.RESOLVED: ColorRole.MASK,
    LineState.DOUBTFUL: ColorRole.PIN_1,
    LineState.IGNORED: ColorRole.PASTE,
}


def _column(
    title: str,
    tip: str,
    whole: Callable[[ListLine], str],
    text: Callable[[ListLine], str] | None = None,
) -> Column[ListLine]:
    """Return a column of texts that are copied whole, and shortened in tips and cells."""
    return Column(
        title,
        tip,
        text or (lambda line: printable(whole(line), _CELL_CHARACTERS)),
        explain=lambda line: printable(whole(line), _TIP_CHARACTERS),
        # A tab within a line would begin a new cell.
        copied=lambda line: " ".join(whole(line).split()),
    )


def _names(title: str, tip: str, names: Callable[[ListLine], tuple[str, ...]]) -> Column[ListLine]:
    return _column(
        title,
        tip,
        lambda line: ", ".join(names(line)),
        lambda line: first_of(names(line), _NAMED),
    )


def _note(line: ListLine) -> str:
    """Return all that is to be known of a line, in one."""
    parts = [line.reason, line.note]
    if line.suggestions and line.state is LineState.DOUBTFUL:
        parts.insert(1, f"perhaps {' or '.join(line.suggestions)}")
    return "; ".join(part for part in parts if part)


COLUMNS: tuple[Column[ListLine], ...] = (
    Column("Line", "Number of the line in the list", lambda line: str(line.number), RIGHT),
    Column(
        "State",
        "Resolved, doubtful, or ignored",
        lambda line: line.state,
        LEFT,
        color=lambda line: mark_colour(_COLORS[line.state]),
        bold=lambda line: line.state is LineState.DOUBTFUL,
    ),
    _column("Text", "What the line says", lambda line: line.text),
    _names("Part numbers", "What it means today", lambda line: line.parts),
    _names("Pairs", "The pairs meant", lambda line: line.pairs),
    Column(
        "Quantity",
        "Pieces of each part, by its column of quantities or its references",
        lambda line: "" if line.quantity is None else format_number(line.quantity),
        RIGHT,
    ),
    _column("Note", "Why it is doubted or ignored, and what else to know", _note),
)
