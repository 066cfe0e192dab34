"""Which shipped pattern another one is held against, and taking figures back from it."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.editing import differences, figure_value
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import (
    DEFAULT_PATTERN,
    shipped_pattern,
    shipped_pattern_names,
)


def base_of(pattern: LandPattern) -> LandPattern:
    """Return the shipped pattern that one is, or else differs least from.

    Of several that are as near, the first one in the order in which they are offered. A shipped
    pattern that cannot be read is told of where it is chosen; here it is passed over, but for the
    default: see :func:`shipped_pattern` for what that raises.
    """
    names = shipped_pattern_names()
    if pattern.name in names:
        shipped = _shipped(pattern.name)
        if shipped is not None and not differences(pattern, shipped):
            return shipped
    others = [shipped for name in names if (shipped := _shipped(name)) is not None]
    return min(others, key=lambda base: len(differences(pattern, base)))


def _shipped(name: str) -> LandPattern | None:
    try:
        return shipped_pattern(name)
    except A4sError:
        if name == DEFAULT_PATTERN:
            raise
        return None


def with_sources_of(pattern: LandPattern, base: LandPattern, figures: Iterable[str]) -> LandPattern:
    """Return the pattern with the base's source for each named figure that is the base's own."""
    sources = dict(pattern.sources)
    for name in figures:
        if figure_value(pattern, name) == figure_value(base, name):
            sources[name] = base.sources[name]
    return replace(pattern, sources=sources)
