"""Changing figures of a land pattern, and saying what is changed against another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from a4s_gui.catalog.model import Connector, Half, Source
from a4s_gui.frozen import fields, frozen, replace
from a4s_gui.geometry.land_pattern.pattern import (
    CommonFigures,
    HalfPattern,
    LandPattern,
    LandPatternError,
    check_pattern,
)

OWN_FIGURE = Source("Own figure", "Set by the user")
"""The source of a figure that the user has changed."""

FigureValue = float | str


@frozen
class Taken:
    """A new value that was taken over from somewhere, which is then its source."""

    value: FigureValue
    source: Source


Edit = FigureValue | Taken
"""A new value of a figure: typed by the user, or taken over."""


@frozen
class Figure:
    """One figure of a land pattern: how it is addressed and what it is.

    ``name`` is ``part.field`` as in the sources of a pattern, ``unit`` is ``mm``, ``µm``, ``%``
    or empty.
    """

    name: str
    label: str
    unit: str

    @property
    def part(self) -> str:
        """``socket``, ``header`` or ``common``."""
        return self.name.partition(".")[0]

    @property
    def field(self) -> str:
        """The name within its part."""
        return self.name.partition(".")[2]


_HALF_LABELS = {
    "contact_width_mm": ("contact pad, along the rows", "mm"),
    "contact_height_mm": ("contact pad, across the rows", "mm"),
    "contact_rows_mm": ("contact rows, centre to centre", "mm"),
    "terminal_width_mm": ("terminal pad, along the rows", "mm"),
    "terminal_height_mm": ("terminal pad, across the rows", "mm"),
    "terminal_rows_mm": ("terminals, centre to centre across the rows", "mm"),
    "terminal_reference": ("terminal centres along the rows: dimension", ""),
    "terminal_offset_mm": ("terminal centres along the rows: added to it", "mm"),
    "contact_paste_ratio": ("paste opening over contact pad", "%"),
    "terminal_paste_ratio": ("paste opening over terminal pad", "%"),
}
_COMMON_LABELS = {
    "mask_margin_mm": ("solder-mask opening beyond the pad", "mm"),
    "paste_thickness_um": ("thickness of the paste mask", "µm"),
    "courtyard_margin_mm": ("courtyard beyond body and pads", "mm"),
    "stiffener_margin_mm": ("FPC stiffener beyond the pattern", "mm"),
}

FIGURES: tuple[Figure, ...] = (
    *(
        Figure(f"{half}.{f.name}", *_HALF_LABELS[f.name])
        for half in Half
        for f in fields(HalfPattern)
    ),
    *(Figure(f"common.{f.name}", *_COMMON_LABELS[f.name]) for f in fields(CommonFigures)),
)
"""Every figure of a land pattern, in the order in which it is shown."""


def figure_value(pattern: LandPattern, name: str) -> FigureValue:
    """Return one figure by its name, ``socket.contact_width_mm``."""
    part, _, field = name.partition(".")
    value: FigureValue = getattr(getattr(pattern, part), field)
    return value


@frozen
class Difference:
    """One figure in which a pattern differs from its base."""

    figure: Figure
    base: FigureValue
    value: FigureValue


def differences(pattern: LandPattern, base: LandPattern) -> tuple[Difference, ...]:
    """Return the figures in which ``pattern`` differs from ``base``."""
    return tuple(
        Difference(figure, before, value)
        for figure in FIGURES
        if (value := figure_value(pattern, figure.name))
        != (before := figure_value(base, figure.name))
    )


def edited(
    pattern: LandPattern, edits: Mapping[str, Edit], connectors: tuple[Connector, ...] = ()
) -> LandPattern:
    """Return the pattern with some figures changed; the source of what is typed is the user.

    ``edits`` are new values by figure name, lengths in mm, ratios as fractions of 1. One that
    repeats the pattern's own figure keeps that figure's source. The ``connectors`` are parts for
    which the result must be possible as well. The :class:`LandPatternError` names a figure that is
    unknown, or with which the result cannot be on a board.
    """
    known = {figure.name: figure for figure in FIGURES}
    changed: dict[str, dict[str, Any]] = {}
    sources = dict(pattern.sources)
    for name, edit in edits.items():
        if name not in known:
            raise LandPatternError(name, "there is no such figure")
        taken = edit if isinstance(edit, Taken) else Taken(edit, OWN_FIGURE)
        value = taken.value
        if value != figure_value(pattern, name):
            changed.setdefault(known[name].part, {})[known[name].field] = value
            sources[name] = taken.source
    parts: dict[str, Any] = {
        part: replace(getattr(pattern, part), **values) for part, values in changed.items()
    }
    result = replace(pattern, **parts, sources=sources)
    check_pattern(result, connectors)
    return result
