"""Two connectors on each other: which contacts meet, and whether their nets are the same.

Both are in their own frames, pin 1 at the left end. Face down, the header is mirrored about its
long axis: the ends stay, the rows swap. Numbers play no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from math import atan2, degrees

from a4s_gui.boards.geometry_2d import Point
from a4s_gui.boards.nets import NetNames
from a4s_gui.boards.search.connector import Found, in_number_order
from a4s_gui.boards.search.contact_rows import Site
from a4s_gui.catalog.model import Half
from a4s_gui.frozen import frozen
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW
from a4s_gui.geometry.shapes import round_mm


class Arrangement(StrEnum):
    """How the header would have to be arranged; only turned needs no new board."""

    AS_DRAWN = "as-drawn"
    ROWS_SWAPPED = "rows-swapped"
    ENDS_SWAPPED = "ends-swapped"
    TURNED = "turned"


class State(StrEnum):
    """What two contacts that meet have in common."""

    SAME = "same"
    DIFFERENT = "different"
    OPEN = "open"


_MOVES: Mapping[Arrangement, Callable[[Site, int], Site]] = {
    Arrangement.AS_DRAWN: lambda site, _: site,
    Arrangement.TURNED: lambda site, n: (1 - site[0], n - 1 - site[1]),
    Arrangement.ROWS_SWAPPED: lambda site, _: (1 - site[0], site[1]),
    Arrangement.ENDS_SWAPPED: lambda site, n: (site[0], n - 1 - site[1]),
}
"""Which of the header's contacts comes to a site; in the order in which they are proposed."""


@frozen
class MetContacts:
    """Two contacts that meet; ``None`` where a pad is missing or has no net."""

    socket_pad: str | None
    socket_net: str | None
    header_pad: str | None
    header_net: str | None
    state: State


@frozen
class TurnedNets:
    """Two nets that would meet if the header were turned by half a turn.

    ``hazard``: one of them is taken for a supply, and they are not the same.
    """

    socket_net: str
    header_net: str
    hazard: bool


@frozen
class BoardOffset:
    """How the header's board lies over the socket's.

    It is turned over about its own x axis if ``is_turned_over`` says so, then turned
    counter-clockwise by ``angle_deg``; its origin then is at ``offset_mm``. All of it as the
    socket's board is seen from the front.
    """

    offset_mm: Point
    angle_deg: float
    is_turned_over: bool


@frozen
class NearMatch:
    """An arrangement in which most nets that meet would be the same, but not all."""

    arrangement: Arrangement
    same: int
    different: int


@frozen(slots=False)
class Mating:
    """One socket with one header of as many pins.

    ``nearly`` is told where no arrangement matches, and one has at most half as many different nets
    as there are.
    """

    socket: Found
    header: Found
    pads: tuple[MetContacts, ...]
    would_match: Arrangement | None
    turned: tuple[TurnedNets, ...]
    nearly: NearMatch | None = None
    is_best: bool = False

    def count(self, state: State) -> int:
        """Return how many contacts are in a state."""
        return sum(pad.state is state for pad in self.pads)

    @property
    def offset(self) -> BoardOffset | None:
        """How the boards lie; ``None`` where a half is not on a board."""
        components = (self.socket.component, self.header.component)
        are_placed = all(one is not None and one.is_placed for one in components)
        return board_offset(self.socket, self.header) if are_placed else None


def mate(socket: Found, header: Found, names: NetNames) -> Mating:
    """Put a header on a socket of as many pins."""
    met, turned = tuple(_met(socket, header, names)), tuple(_turned(socket, header, names))
    arranged = {one: _arranged(socket, header, names, move) for one, move in _MOVES.items()}
    match = next((one for one, nets in arranged.items() if _matches(nets)), None)
    nearly = _nearly(arranged) if match is None else None
    return Mating(socket, header, met, match, turned, nearly)


def met_site(site: Site) -> Site:
    """Return the header's contact, in its own frame, that a socket's contact meets."""
    row, column = site
    return 1 - row, column


def _sites(socket: Found) -> list[Site]:
    """Return the socket's sites in the order of their numbers, unnumbered ones last."""
    sites = [(r, c) for r in (TOP_ROW, BOTTOM_ROW) for c in range(socket.columns)]
    return sorted(sites, key=lambda s: (in_number_order(socket.numbers.get(s, "")), s[1], s[0]))


def _met(socket: Found, header: Found, names: NetNames) -> Iterator[MetContacts]:
    for site in _sites(socket):
        other = met_site(site)
        socket_net, header_net = socket.nets_at.get(site), header.nets_at.get(other)
        yield MetContacts(
            socket.numbers.get(site),
            socket_net or None,
            header.numbers.get(other),
            header_net or None,
            _state(names.net(socket_net or ""), names.net(header_net or "")),
        )


def _state(one: str, other: str) -> State:
    if not one or not other:
        return State.OPEN
    return State.SAME if one == other else State.DIFFERENT


def _arranged(
    socket: Found, header: Found, names: NetNames, move: Callable[[Site, int], Site]
) -> list[tuple[str, str]]:
    """Return the nets that meet in an arrangement, where both contacts have one."""
    pairs = (
        (names.net(net), names.net(header.nets_at.get(move(met_site(site), socket.columns), "")))
        for site, net in socket.nets_at.items()
    )
    return [(one, other) for one, other in pairs if one and other]


def _matches(nets: Sequence[tuple[str, str]]) -> bool:
    """Return whether all nets that meet are the same; one net alone tells nothing."""
    return all(one == other for one, other in nets) and len({one for one, _ in nets}) > 1


def _nearly(arranged: Mapping[Arrangement, Sequence[tuple[str, str]]]) -> NearMatch | None:
    def differing(nets: Sequence[tuple[str, str]]) -> int:
        return sum(one != other for one, other in nets)

    best = min(arranged, key=lambda one: differing(arranged[one]))
    nets, different = arranged[best], differing(arranged[best])
    same = {one for one, other in nets if one == other}
    if len(same) < 2 or 2 * different > differing(arranged[Arrangement.AS_DRAWN]):
        return None
    return NearMatch(best, len(nets) - different, different)


def _turned(socket: Found, header: Found, names: NetNames) -> Iterator[TurnedNets]:
    """Yield the nets that meet when the header is turned, each two once."""
    seen = set()
    move = _MOVES[Arrangement.TURNED]
    for site in _sites(socket):
        one = socket.nets_at.get(site, "")
        other = header.nets_at.get(move(met_site(site), socket.columns), "")
        net, other_net = names.net(one), names.net(other)
        if not net or not other_net or (one, other) in seen:
            continue
        seen.add((one, other))
        supply = names.is_supply(one) or names.is_supply(other)
        yield TurnedNets(one, other, supply and net != other_net)


def board_offset(socket: Found, header: Found) -> BoardOffset | None:
    """Return how the header's board lies over the socket's when the two are mated.

    Each board is laid over the socket's frame: the header's through its own frame, mirrored about
    the long axis.
    """
    if socket.rows is None or header.rows is None:
        return None
    socket_rows, header_rows = socket.rows, header.rows

    def laid(x_mm: float, y_mm: float) -> Point:
        x, y = header_rows.place_of(x_mm, y_mm)
        return socket_rows.board_place(x, -y)

    origin, along = laid(0.0, 0.0), laid(1.0, 0.0)
    across = laid(0.0, 1.0)
    ax, ay = along[0] - origin[0], along[1] - origin[1]
    bx, by = across[0] - origin[0], across[1] - origin[1]
    angle = round(degrees(atan2(-ay, ax)), 3) % 360
    return BoardOffset((round_mm(origin[0]), round_mm(origin[1])), angle, ax * by - ay * bx < 0)


def possible_matings(
    connectors: Sequence[Found], files: int, names: NetNames
) -> tuple[Mating, ...]:
    """Mate every socket with every header of as many pins.

    With two files, those of one with those of the other; with one, those within it.
    """
    found = []
    sockets, headers = ([one for one in connectors if one.half is half] for half in Half)
    for socket in sockets:
        for header in headers:
            if socket.pins != header.pins or not socket.numbers or not header.numbers:
                continue
            if files == 1 or socket.file_index != header.file_index:
                found.append(mate(socket, header, names))
    return tuple(found)
