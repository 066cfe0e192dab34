"""The names files get when the user names none: no two different contents under one name."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from functools import cache

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import (
    DEFAULT_PATTERN,
    shipped_pattern,
    shipped_pattern_names,
)
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme, TerminalScheme

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "a4s_gui/kicad")
"""Of all ids and digests in exported files."""
_NOT_FOR_NAMES = re.compile(r"[^A-Za-z0-9.+-]+")
_ROW_OPTIONS = {RowScheme.ODD_EVEN: "", RowScheme.LOOP: "Loop", RowScheme.ROW_BY_ROW: "RowByRow"}
_PIN_1_OPTIONS = {Pin1.UPPER_LEFT: "", Pin1.LOWER_LEFT: "LowerLeft"}
_NUMBERING_OPTIONS = {*_ROW_OPTIONS.values(), *_PIN_1_OPTIONS.values(), "Alike", "4MP"}
_CONTINUED_OPTION = re.compile(r"[0-9]+-[0-9]+")


def drawing_stem(request: ExportRequest) -> str:
    """Return ``AXE540127-AXE640124-pair`` for a drawing, and what is not the default after it."""
    spec = request.spec
    is_header_side = spec.view is View.MATED and spec.seen_from is not Half.SOCKET
    seen = [f"from-{spec.seen_from}"] if is_header_side else []
    if spec.from_below:
        seen.append("from-below")
    return "-".join(
        [joined_numbers(spec.pair), str(spec.view), *seen, *_drawn_options(spec, spec.view.halves)]
    )


def pair_stem(request: ExportRequest) -> str:
    """Return ``AXE540127-AXE640124`` for what is the same in every view of a pair."""
    return "-".join([joined_numbers(request.spec.pair), *_drawn_options(request.spec, tuple(Half))])


def joined_numbers(pair: Pair) -> str:
    """Return ``AXE540127-AXE640124``."""
    return "-".join(connector.part_number for connector in pair.connectors)


def part_stem(footprint: Footprint) -> str:
    """Return ``AXE540127`` for what is of one half, and what is not the default after it."""
    number, pins = footprint.connector.part_number, footprint.connector.pins
    options = _options(footprint.pattern, footprint.numbering, (footprint.half,), pins)
    return "_".join([number, *options])


def pin_name(number: str) -> str:
    """Return what a pin is called where no net is known: as in KiCad's generic connectors."""
    return f"Pin_{number}" if number.isdecimal() else "MountPin"


def variant_options(
    pattern: LandPattern, numbering: Numbering, halves: Sequence[Half], pins: int
) -> list[str]:
    """Return what tells a variant of some halves from the default numbering and land pattern."""
    options = [_ROW_OPTIONS[numbering.rows], _PIN_1_OPTIONS[numbering.pin_1]]
    if Half.HEADER in halves and numbering.header is HeaderScheme.SAME:
        options.append("Alike")
    if numbering.terminals is TerminalScheme.CONTINUED:
        options.append(f"{pins + 1}-{pins + 4}")
    return [*filter(None, options), *_pattern_options(pattern, halves)]


def _drawn_options(spec: DrawingSpec, halves: Sequence[Half]) -> list[str]:
    return _options(spec.pattern, spec.numbering, halves, spec.pair.pins)


def _options(
    pattern: LandPattern, numbering: Numbering, halves: Sequence[Half], pins: int
) -> list[str]:
    options = variant_options(pattern, numbering, halves, pins)
    # In a footprint's name the number of mounting pads says it.
    return ["4MP", *options] if numbering.terminals is TerminalScheme.SINGLE else options


def _pattern_options(pattern: LandPattern, halves: Sequence[Half]) -> list[str]:
    """Return what tells a pattern from the default one, and figures that were changed in it.

    A name that is not wholly letters and digits, or that a numbering has, is told by its digest.
    """
    if pattern.name == DEFAULT_PATTERN:
        options = []
    else:
        plain = _NOT_FOR_NAMES.sub("-", pattern.name).strip("-")
        taken = plain in _NUMBERING_OPTIONS or _CONTINUED_OPTION.fullmatch(plain)
        unlike = taken or plain != pattern.name
        options = [f"{plain}-{_digest(pattern.name)}".lstrip("-") if unlike else plain]
    shipped = _shipped().get(pattern.name)
    if shipped is not None:
        figures = (*map(pattern.half, halves), pattern.common)
        if figures != (*map(shipped.half, halves), shipped.common):
            options.append(f"Edited-{_digest(repr(figures))}")
    return options


@cache
def _shipped() -> Mapping[str, LandPattern]:
    """Return the shipped patterns by their names: thousands of files may be named in one go."""
    return {name: shipped_pattern(name) for name in shipped_pattern_names()}


def _digest(text: str) -> str:
    return uuid.uuid5(NAMESPACE, text).hex[:8]
