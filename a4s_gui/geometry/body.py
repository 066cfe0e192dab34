"""One half's body in the top view of its own board, and the heights of a pair, in mm.

Origin at the connector's centre, x to the right along the rows, y down. Outlines are those of two
CAD models (see :mod:`a4s_gui.geometry.body_figures`), placed by the tables' dimensions A, B and C.
"""

from __future__ import annotations

from functools import lru_cache

from a4s_gui.catalog.model import Connector, Half, Pair, Source
from a4s_gui.catalog.numbers import format_mm
from a4s_gui.frozen import frozen
from a4s_gui.geometry.body_figures import HalfFigures, body_figures
from a4s_gui.geometry.shapes import Rectangle, round_mm

Point = tuple[float, float]
"""x and y in mm, y down; in sections y or x and z, up from the half's own board."""


@frozen
class BodyLead:
    """One contact's lead: what lies on the board, and how far it comes down from the mould.

    ``bend`` reaches from the mould to ``foot``; it is ``None`` where the lead lies on the board
    from the mould on.
    """

    foot: Rectangle
    bend: Rectangle | None


@frozen
class BodyTerminal:
    """One soldering terminal: ``tab`` lies on the board, centred on +-C/2.

    ``metal_from_mm`` and ``metal_to_mm`` are the ends of its metal along x, smaller one first.
    """

    tab: Rectangle
    metal_from_mm: float
    metal_to_mm: float


@frozen
class BodyHeight:
    """How high a half stands above its own board; ``formula`` is empty where that was read."""

    value_mm: float
    source: Source
    formula: str = ""

    @property
    def derived(self) -> bool:
        """Whether it is derived, not read."""
        return bool(self.formula)


@frozen
class PairHeights:
    """Heights of a pair whose mated height is stated."""

    mated_mm: float
    socket: BodyHeight
    header: BodyHeight

    def of(self, half: Half) -> BodyHeight:
        """Return the height of one half."""
        return self.socket if half is Half.SOCKET else self.header

    @property
    def derived(self) -> bool:
        """Whether a height is derived, not read."""
        return self.socket.derived or self.header.derived

    @property
    def gap_mm(self) -> float:
        """From the socket's highest point to the header's board."""
        return round_mm(self.mated_mm - self.socket.value_mm)

    @property
    def overlap_mm(self) -> float:
        """How deep one half stands in the other."""
        return round_mm(self.socket.value_mm + self.header.value_mm - self.mated_mm)


@frozen
class Body:
    """One half's body.

    ``leads`` are those of the upper row (the smaller y) from left to right, then the lower row's;
    ``terminals`` start at the upper left and run clockwise, as a footprint's.
    """

    connector: Connector
    figures: HalfFigures
    source: Source
    mould: tuple[Point, ...]
    """The housing with its end blocks, a closed polygon, clockwise from the upper left."""
    leads: tuple[BodyLead, ...]
    terminals: tuple[BodyTerminal, ...]

    @property
    def bounds(self) -> Rectangle:
        """A along the rows, lead tip to lead tip across them: 2.50 or 2.00 mm."""
        return Rectangle(0.0, 0.0, self.connector.body_length_mm, self.figures.width_mm)


def body(connector: Connector) -> Body:
    """Return the body of one half; raises as :func:`body_figures`."""
    return _laid_out(connector, connector.series.pitch_mm)


@lru_cache(maxsize=256)
def _laid_out(connector: Connector, pitch_mm: float) -> Body:
    """Return the body; each drawing asks for it several times, each change of a scale anew."""
    known = body_figures()
    figures = known.half(connector.half)
    columns = connector.pins // 2
    leads = tuple(
        _lead(figures, round_mm(pitch_mm * (column - (columns - 1) / 2)), side)
        for side in (-1, 1)
        for column in range(columns)
    )
    terminals = tuple(
        _terminal(figures, connector, sign_x, sign_y)
        for sign_x, sign_y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    )
    mould = _mould(figures, connector.body_length_mm / 2)
    return Body(connector, figures, known.source(connector.half), mould, leads, terminals)


def pair_heights(pair: Pair) -> PairHeights | None:
    """Return the heights of a pair; ``None`` where no mated height is stated.

    The header was read at one mated height only. At another its walls still stand on the slot's
    floor, as the foot pattern and the socket are the same: its height is derived from that.
    """
    if pair.mated_height_mm is None:
        return None
    known = body_figures()
    socket = BodyHeight(known.socket.height_mm, known.socket_source)
    return PairHeights(pair.mated_height_mm, socket, _header_height(pair.mated_height_mm))


def height_mm(connector: Connector, heights: PairHeights | None) -> float:
    """Return how high a half is drawn: as in its pair, or as read where nothing is stated."""
    if heights is None:
        return body_figures().half(connector.half).height_mm
    return heights.of(connector.half).value_mm


def _header_height(mated_mm: float) -> BodyHeight:
    known = body_figures()
    if mated_mm == known.header_inside.read_at_mated_height_mm:
        return BodyHeight(known.header.height_mm, known.header_source)
    floor_mm = known.socket_inside.slot_floor_mm
    value = round_mm(mated_mm - floor_mm)
    formula = (
        f"mated height {format_mm(mated_mm)} − slot floor {format_mm(floor_mm)} "
        f"= {format_mm(value)}"
    )
    return BodyHeight(value, known.socket_source, formula)


def _lead(figures: HalfFigures, x_mm: float, side: int) -> BodyLead:
    def strip(from_mm: float, to_mm: float) -> Rectangle:
        return _strip(x_mm, figures.lead_width_mm, side, from_mm, to_mm)

    bent = figures.lead_bend_mm < figures.lead_from_mm
    return BodyLead(
        strip(figures.lead_from_mm, figures.lead_to_mm),
        strip(figures.lead_bend_mm, figures.lead_from_mm) if bent else None,
    )


def _terminal(figures: HalfFigures, connector: Connector, sign_x: int, sign_y: int) -> BodyTerminal:
    centre_mm = sign_x * connector.dimensions_mm.C / 2
    reach_mm = figures.terminal_from_mm, figures.terminal_to_mm
    tab = _strip(centre_mm, figures.terminal_width_mm, sign_y, *reach_mm)
    end_mm = connector.body_length_mm / 2
    reach = sorted(
        round_mm(sign_x * (end_mm - from_end_mm))
        for from_end_mm in (figures.metal_from_end_mm, figures.metal_to_end_mm)
    )
    return BodyTerminal(tab, *reach)


def _strip(x_mm: float, width_mm: float, side: int, from_mm: float, to_mm: float) -> Rectangle:
    """Return what lies between two distances off the long axis, above (-1) or below it (1)."""
    return Rectangle(
        round_mm(x_mm), round_mm(side * (from_mm + to_mm) / 2), width_mm, round_mm(to_mm - from_mm)
    )


def _mould(figures: HalfFigures, end_mm: float) -> tuple[Point, ...]:
    """Return the housing's outline; its blocks are wider (header) or narrower (socket)."""
    middle, block = figures.mould_width_mm / 2, figures.block_width_mm / 2
    inner, outer = end_mm - figures.block_from_end_mm, end_mm - figures.block_to_end_mm
    right = [(inner, middle), (inner, block), (outer, block)]
    if figures.block_to_end_mm:
        right += [(outer, middle), (end_mm, middle)]
    upper = [(x, -y) for x, y in right]
    upper = [(-x, y) for x, y in reversed(upper)] + upper
    lower = [(x, -y) for x, y in reversed(upper)]
    return tuple((round_mm(x), round_mm(y)) for x, y in (*upper, *lower))
