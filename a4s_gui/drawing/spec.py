"""What a drawing is asked to show: everything it depends on but its scale."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from math import inf

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer, PlacedFootprint
from a4s_gui.drawing.standards import ON_PAPER, TextHeights
from a4s_gui.drawing.style import Style
from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, frozen
from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import Numbering


@frozen
class ViewWords:
    """What a view is called, wherever it is spoken of."""

    title: str
    """In a menu: ``Pair``."""
    tip: str
    """What is seen: ``Both halves at one scale, socket first``."""
    on_sheet: str
    """The same in a title block; ``{seen_from}`` stands for the half whose board one looks at,
    ``{look}`` and ``{side}`` for the side of it."""


class View(StrEnum):
    """What a drawing shows."""

    PAIR = "pair"
    """Both halves at one scale, the socket above or left of the header, each on its own board."""
    SOCKET = "socket"
    HEADER = "header"
    MATED = "mated"
    """Both halves on top of each other, as they mate."""
    SECTION = "section"
    """Both halves cut, each on its board and mated: what stands how high."""
    TAPE = "tape"
    """Both halves in their embossed tape, and the reel."""

    @property
    def words(self) -> ViewWords:
        """What the view is called."""
        return _WORDS[self]

    @property
    def half(self) -> Half | None:
        """The one half that it shows on its board, if any."""
        return _HALF.get(self)

    @property
    def halves(self) -> tuple[Half, ...]:
        """The halves that it shows, the socket first."""
        return tuple(Half) if self.half is None else (self.half,)

    @property
    def shows_pads(self) -> bool:
        """Whether boards are seen from above, and so can be seen from below."""
        return self in (View.PAIR, View.SOCKET, View.HEADER, View.MATED)


_WORDS = {
    View.PAIR: ViewWords(
        "Pair", "Both halves at one scale, socket first", "{look} of each half's board"
    ),
    View.SOCKET: ViewWords(
        "Socket", "The socket alone, top view of its board", "socket, {look} of its board"
    ),
    View.HEADER: ViewWords(
        "Header", "The header alone, top view of its board", "header, {look} of its board"
    ),
    View.MATED: ViewWords(
        "Mated",
        "Both halves on each other, as they mate",
        "mated, from {side} the {seen_from}'s board",
    ),
    View.SECTION: ViewWords(
        "Section",
        "Both halves cut across a contact and along the parts, alone and mated",
        "sections across a contact and along the parts",
    ),
    View.TAPE: ViewWords(
        "Tape", "Both halves in their embossed tape, and the reel", "embossed tape and reel"
    ),
}
_HALF = {View.SOCKET: Half.SOCKET, View.HEADER: Half.HEADER}
MOST_NET_LETTERS = 24
"""Of the names of nets at a pad: longer ones would push the dimensions off the sheet."""


@frozen(slots=False)
class DrawingSpec:
    """Everything a drawing depends on but its scale."""

    pair: Pair
    pattern: LandPattern
    view: View = View.PAIR
    layers: frozenset[Layer] = DEFAULT_LAYERS
    numbering: Numbering = field(default_factory=Numbering)
    seen_from: Half = Half.SOCKET
    """Above whose board one looks at the mated pair."""
    from_below: bool = False
    """Whether each half is seen through its board, left and right swapped."""
    side_by_side: bool = False
    """Whether the header stands beside the socket, not below it: pair view and sections."""
    notes_width_mm: float = 150.0
    """Paper width that the notes may take, where the picture is narrower."""
    caption_mm: float = 80.0
    """Paper width that a caption may take, where the part is narrower."""
    brief_notes: bool = False
    """Only the land pattern's origin and the numbering, and these for a strip of a window's own:
    the scene hands them on, and leaves the grid to the window."""
    short_remarks: bool = False
    """Whether an asterisk stands for the words behind a length, and for the notes that say them."""
    longest_mm: float = inf
    """How long sections along the parts are drawn at most, in mm of the part: the middle of longer
    ones is left out. For a window only: in a file each length is what it measures."""
    cramped: bool = False
    """No dimensions and no room for them, where a window is too small; the notes say so."""
    sizes: TextHeights = ON_PAPER
    """How high its texts are."""
    with_title_block: bool = False
    """A title block says what is drawn, how it is numbered and where the land pattern comes from;
    the other notes stand beside it."""
    over: tuple[Style, ...] = ()
    """The outlines that a window lays over the pads, for its legend."""
    nets: Mapping[Half, Mapping[str, str]] = field(default_factory=dict, hash=False)
    """The name of the net on each pad, by half and pad number, as far as it is known."""
    plain_nets: Mapping[Half, Mapping[str, str]] = field(default_factory=dict, hash=False)
    """The same as nets of two boards are compared, where that is told: without the path of a sheet,
    and none that a program made up."""
    net_letters: int = MOST_NET_LETTERS
    """So many of a name are written at a pad, or of two that differ there. A window has room for
    fewer, or none; its tips have the rest."""

    @property
    def is_dimensioned(self) -> bool:
        """Whether dimensions are shown."""
        return Layer.DIMENSIONS in self.layers and not self.cramped

    def net_of(self, half: Half, number: str) -> str:
        """Return the net on a pad; empty where none is known."""
        return self.nets.get(half, {}).get(number, "")

    def placed(self, footprint: Footprint, *, mirrored: bool = False) -> PlacedFootprint:
        """Return a half at the origin of a scene, seen as the drawing asks, with its nets."""
        nets = self.nets.get(footprint.half, {})
        return PlacedFootprint(footprint, 0.0, 0.0, mirrored, self.from_below, nets)

    @property
    def numbering_words(self) -> str:
        """The numbering, and from where pin 1 is seen there, unless it is so in this drawing."""
        turned = self.from_below or (self.view is View.MATED and self.seen_from is Half.HEADER)
        return self.numbering.describe(turned=turned)

    @property
    def view_name(self) -> str:
        """The view and, where it is not from above, its side: ``header``, ``header from below``."""
        return f"{self.view} from below" if self.from_below else str(self.view)

    @property
    def view_words(self) -> str:
        """What is seen, in a few words, as a title block has it."""
        return self.view.words.on_sheet.format(
            seen_from=self.seen_from,
            look="view from below" if self.from_below else "top view",
            side=self.side,
        )

    @property
    def side(self) -> str:
        """From which side of its board each half is seen: ``above`` or ``below``."""
        return "below" if self.from_below else "above"


def check_side(view: View, seen_from: Half | None, *, from_below: bool) -> None:
    """Refuse a side of the boards that a view does not have.

    Raises
    ------
    A4sError
        Only the mated view has a side, only boards from above can be seen from below.
    """
    if seen_from and view is not View.MATED:
        raise A4sError("--seen-from: only the mated view has a side; add --view mated")
    if from_below and not view.shows_pads:
        raise A4sError(f"--from-below: the {view} view shows no board; choose another view")
