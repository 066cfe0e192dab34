"""What the user has chosen, as one frozen value.

What leads from one to the next: :mod:`a4s_gui.session.reducers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.spec import View
from a4s_gui.frozen import field, frozen
from a4s_gui.geometry.land_pattern.editing import Edit
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.session.shown_board import ShownBoard

Edits = Mapping[str, Edit]
"""Figures of a land pattern that were changed and not saved, by name, lengths in mm."""
NO_EDITS: Edits = MappingProxyType({})


@frozen
class PadKey:
    """A pad of the chosen pair: its half, and its place among ``Footprint.pads`` of that half."""

    half: Half
    index: int


@frozen(slots=False)
class ListText:
    """A list of parts as it was pasted or opened, and the corrections of its ambiguous lines.

    ``corrections`` holds part numbers by the numbers of the lines that they are for.
    """

    text: str = ""
    corrections: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)


@frozen
class Questions:
    """What stands in the fields of the questions that hold for every pair, as it was typed."""

    current: str = ""
    contacts: str = ""
    sockets: str = ""
    headers: str = ""


@frozen(slots=False)
class State:
    """Everything the window shows follows from this and the catalog.

    ``pair_id`` is the chosen pair, ``None`` before the first choice. It need not be among the rows
    of the filter: one that is ``pinned``, or chosen by its name, stays drawn.

    ``pattern_name`` is a land pattern's name or a land-pattern file's path. ``edits`` holds what
    was changed in each and not saved, by that name: choosing another pattern loses nothing.
    ``pattern_reading`` counts how often the pattern was found changed when it was read again.
    ``lit_figure`` is the figure of the land pattern that is being looked at, by its name in any way
    of typing, empty for none; the drawing lights it up.

    ``board`` is what boards of others have where the drawing has its pads; it lies over pairs of as
    many pins. ``compared`` holds the ids of the pairs that are set side by side, in the order of
    the columns, ``wanted`` how many pieces of which part numbers a part list orders.
    """

    filter: Filter = field(default_factory=Filter)
    pair_id: str | None = None
    view: View = View.PAIR
    layers: frozenset[Layer] = DEFAULT_LAYERS
    numbering: Numbering = field(default_factory=Numbering)
    pattern_name: str = DEFAULT_PATTERN
    pattern_reading: int = 0
    edits: Mapping[str, Edits] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    seen_from: Half = Half.SOCKET
    from_below: bool = False
    pad: PadKey | None = None
    lit_figure: str = ""
    board: ShownBoard | None = None
    compared: tuple[str, ...] = ()
    wanted: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    pinned: bool = False
    part_list: ListText = field(default_factory=ListText)
    questions: Questions = field(default_factory=Questions)

    @property
    def own_numbering(self) -> Numbering:
        """The numbering that the user chose: not the one that was taken over from a board."""
        board = self.board
        if board is None or board.numbering != self.numbering:
            return self.numbering
        return board.numbering_before or self.numbering

    @property
    def pattern_edits(self) -> Edits:
        """What was changed in the chosen land pattern and not saved."""
        return self.edits.get(self.pattern_name, NO_EDITS)

    @property
    def pattern(self) -> tuple[str, int, Edits]:
        """Everything that the drawn land pattern depends on."""
        return self.pattern_name, self.pattern_reading, self.pattern_edits
