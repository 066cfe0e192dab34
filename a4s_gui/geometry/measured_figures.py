"""What geometry knows of a pair beyond the catalog's figures: derived heights, board area."""

from __future__ import annotations

from a4s_gui.catalog.comparison.pair_figures import HEIGHT_ABOVE_BOARD, OUTLINE
from a4s_gui.catalog.figure import Figure, FigureGroup
from a4s_gui.catalog.model import Connector, Pair
from a4s_gui.geometry.board_area import board_figures
from a4s_gui.geometry.body import pair_heights
from a4s_gui.geometry.land_pattern.pattern import LandPattern


def measured_figures(pair: Pair, pattern: LandPattern) -> tuple[FigureGroup, ...]:
    """Return the heights that are derived, named as those of the catalog, and the board area."""
    heights = (
        derived_height(connector, pair, f"{connector.half}") for connector in pair.connectors
    )
    derived = tuple(figure for figure in heights if figure is not None)
    return (FigureGroup(OUTLINE, derived), board_figures(pair, pattern))


def derived_height(connector: Connector, pair: Pair, of: str = "") -> Figure | None:
    """Return how high a half stands, in mm, where that is derived; ``None`` where it is not.

    ``of`` stands in front of the figure's name.
    """
    heights = pair_heights(pair)
    if heights is None:
        return None
    height = heights.of(connector.half)
    if not height.derived:
        return None
    name = f"{of.capitalize()} {HEIGHT_ABOVE_BOARD}".strip()
    return Figure(
        name, height.value_mm, "mm", (height.source,), height.formula, decimals=2, derived=True
    )
