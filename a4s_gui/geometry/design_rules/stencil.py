"""The rules about the paste stencil, worked out: openings, thickness, paste on each pad."""

from __future__ import annotations

from a4s_gui.catalog.data.notes import Note
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_mm, format_unit
from a4s_gui.geometry.design_rules.result import (
    CheckedFigure,
    DesignRuleResult,
    figure_at,
    with_checks,
)
from a4s_gui.geometry.design_rules.soldering import area_ratio, mask_web
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.shapes import round_mm
from a4s_gui.geometry.stencil import stencil_openings


def paste_volumes(note: Note, _pair: Pair, pattern: LandPattern) -> DesignRuleResult:
    """Work out how much paste each pad gets."""
    figures = []
    thickness_mm = pattern.common.paste_thickness_um / 1000
    for half in Half:
        for opening in stencil_openings(half, pattern):
            width, height, share = opening.pad_width_mm, opening.pad_height_mm, opening.share
            volume = round(width * height * share * thickness_mm, 6)
            formula = (
                f"{format_mm(width)} × {format_mm(height)} × {format_unit(100 * share, '%')} × "
                f"{format_mm(thickness_mm)} = {format_mm(volume)}³"
            )
            name = f"{half.capitalize()}, paste on a {opening.role} pad"
            source = pattern.source_of(half, f"{opening.role}_paste_ratio")
            figures.append(Figure(name, volume, "mm³", (source,), formula))
    thickness = format_unit(pattern.common.paste_thickness_um, "µm")
    verdict = f"The land pattern's stencil is {thickness} thick, with the openings below."
    result = DesignRuleResult(note, tuple(figures), verdict)
    return with_checks(result, (mask_web(half, pattern) for half in Half))


def openings(note: Note, _pair: Pair, pattern: LandPattern) -> DesignRuleResult:
    """Work out the openings of a note's halves; hold shares and thickness against the rule's."""
    figures, wrong = [], []
    ratios: list[CheckedFigure] = []
    for half in note.halves:
        both = stencil_openings(half, pattern)
        ratios += map(area_ratio, both)
        for opening in both:
            source = pattern.source_of(half, f"{opening.role}_paste_ratio")
            share = format_unit(100 * opening.share, "%")
            for side, length, shrunk in (
                ("along the rows", opening.pad_width_mm, opening.width_mm),
                ("across them", opening.pad_height_mm, opening.height_mm),
            ):
                value = round(shrunk, 4)
                formula = f"{format_mm(length)} × √{share} = {format_mm(value)}"
                name = f"{half.capitalize()}, opening over a {opening.role} pad, {side}"
                figures.append(Figure(name, value, "mm", (source,), formula))
        drawn = (pattern.common.paste_thickness_um, *(100 * opening.share for opening in both))
        for place, value in enumerate(drawn):
            rule = figure_at(note, place)
            if rule.value is not None and round_mm(value - rule.value):
                wrong.append(f"{rule.name} {format_unit(value, rule.unit)} instead of {rule.text}")
    verdict = "The land pattern has these shares, at this thickness."
    if wrong:
        verdict = f"The land pattern differs: {', '.join(wrong)}."
    return with_checks(DesignRuleResult(note, tuple(figures), verdict), ratios)


def thickness(note: Note, _pair: Pair, pattern: LandPattern) -> DesignRuleResult:
    """Hold the stencil's thickness against the recommended one."""
    recommended, drawn = figure_at(note, 0), pattern.common.paste_thickness_um
    if recommended.value is None:
        return DesignRuleResult(
            note, (), f"The land pattern's stencil is {format_unit(drawn, 'µm')} thick."
        )
    more = round_mm(drawn - recommended.value)
    formula = f"{format_unit(drawn, 'µm')} − {recommended.text} = {format_unit(more, 'µm')}"
    source = pattern.sources["common.paste_thickness_um"]
    held = f"not {recommended.text}: ask" if more else "as recommended"
    verdict = f"The land pattern's stencil is {format_unit(drawn, 'µm')} thick, {held}."
    figure = Figure("Stencil beyond the recommended thickness", more, "µm", (source,), formula)
    return DesignRuleResult(note, (figure,), verdict)
