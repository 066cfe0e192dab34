"""Which land pattern the pads of a connector are nearest to, and how far they are off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from a4s_gui.boards.data import check_data
from a4s_gui.boards.search.contact_rows import ContactRows, Corner, Site
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Connector, Half
from a4s_gui.frozen import field, frozen
from a4s_gui.geometry.footprint import Footprint, footprint
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.geometry.shapes import Rectangle

_SAME_MM = 1e-5
"""Sums of deviations nearer to each other than this are equal."""


@frozen(slots=False)
class Fit:
    """A connector's pads held against one land pattern, in the part's frame.

    ``contacts`` and ``terminals`` hold the found and the expected rectangle of each pad.
    """

    pattern: LandPattern
    contacts: Mapping[Site, tuple[Rectangle, Rectangle]] = field(hash=False)
    terminals: Mapping[Corner, tuple[Rectangle, Rectangle]] = field(hash=False)

    @property
    def contacts_um(self) -> float | None:
        """The largest distance of a contact pad's edge from the pattern's, in um."""
        return _largest_um(self.contacts)

    @property
    def terminals_um(self) -> float | None:
        """The same of the terminals; ``None`` where none was found."""
        return _largest_um(self.terminals)

    @cached_property
    def total_mm(self) -> float:
        """The pads' deviations together: one pad that is off does not decide on the pattern."""
        return sum(
            edge_distance_mm(*pair) for pair in (*self.contacts.values(), *self.terminals.values())
        )


def edge_distance_mm(found: Rectangle, expected: Rectangle) -> float:
    """Return the largest distance of one of a pad's edges from where it is expected, in mm."""
    # The farther of two edges is off by the centre's distance and half of what the size is off.
    return max(
        abs(found.x_mm - expected.x_mm) + abs(found.width_mm - expected.width_mm) / 2,
        abs(found.y_mm - expected.y_mm) + abs(found.height_mm - expected.height_mm) / 2,
    )


def fit(rows: ContactRows, connector: Connector, pattern: LandPattern) -> Fit:
    """Hold pads against a pattern for a connector with as many columns."""
    expected = footprint(connector, pattern, Numbering())
    contacts, terminals = _expected_contacts(expected), _expected_terminals(expected)
    return Fit(
        pattern,
        {s: (rect, contacts[s]) for s, rect in rows.contact_rects.items() if s in contacts},
        {corner: (rect, terminals[corner]) for corner, rect in rows.terminal_rects.items()},
    )


def nearest_fits(rows: ContactRows, connector: Connector) -> tuple[Fit, tuple[str, ...]]:
    """Return the fit of the nearest shipped pattern, and the names of others that fit as well."""
    fits = [fit(rows, connector, pattern) for pattern in ranked_patterns()]
    least = min(one.total_mm for one in fits)
    best = [one for one in fits if one.total_mm - least < _SAME_MM]
    return best[0], tuple(one.pattern.name for one in best[1:])


@cache
def ranked_patterns() -> tuple[LandPattern, ...]:
    """Return the shipped patterns in the order in which equals are named; an alias is none."""
    order = check_data().pattern_order

    def rank(name: str) -> tuple[int, str]:
        return order.index(name) if name in order else len(order), name

    patterns = ((name, shipped_pattern(name)) for name in sorted(shipped_pattern_names(), key=rank))
    return tuple(pattern for name, pattern in patterns if pattern.name == name)


def connector_of(catalog: Catalog, half: Half, pins: int) -> Connector | None:
    """Return a connector of the catalog with so many pins; all of them have one outline."""
    return next((pair.connector(half) for pair in catalog.pairs if pair.pins == pins), None)


def _expected_contacts(expected: Footprint) -> dict[Site, Rectangle]:
    rows = [
        sorted((p for p in expected.contacts if (p.y_mm > 0) is lower), key=lambda p: p.x_mm)
        for lower in (False, True)
    ]
    return {(row, i): pad.rect for row, pads in enumerate(rows) for i, pad in enumerate(pads)}


def _expected_terminals(expected: Footprint) -> dict[Corner, Rectangle]:
    return {
        (1 if pad.x_mm > 0 else -1, 1 if pad.y_mm > 0 else -1): pad.rect
        for pad in expected.terminals
    }


def _largest_um(pads: Mapping[Site, tuple[Rectangle, Rectangle]]) -> float | None:
    distances = [edge_distance_mm(*pair) for pair in pads.values()]
    return round(1000 * max(distances), 3) if distances else None
