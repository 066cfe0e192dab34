"""Which shipped pattern another one is held against, and taking figures back from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from a4s_gui.geometry.land_pattern import LandPattern
from a4s_gui.geometry.pattern_edit import differences, figure_value
from a4s_gui.geometry.pattern_file import shipped_pattern, shipped_pattern_names


def base_of(pattern: LandPattern) -> LandPattern:
    """Return the shipped pattern that one is, or else differs least from.

    Of several that are as near, the first one in the order in which they are offered.

    Raises
    ------
    ResourceError, DataError, LandPatternError
        A shipped pattern is missing or damaged.
    """
    names = shipped_pattern_names()
    if pattern.name in names:
        shipped = shipped_pattern(pattern.name)
        if not differences(pattern, shipped):
            return shipped
    return min(map(shipped_pattern, names), key=lambda base: len(differences(pattern, base)))


def with_sources_of(pattern: LandPattern, base: LandPattern, figures: Iterable[str]) -> LandPattern:
    """Return the pattern with the base's source for each named figure that is the base's own."""
    sources = dict(pattern.sources)
    for name in figures:
        if figure_value(pattern, name) == figure_value(base, name):
            sources[name] = base.sources[name]
    return replace(pattern, sources=sources)
