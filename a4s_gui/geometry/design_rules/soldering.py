"""Joints, solder mask and stencil of a pair, each figure with its level, and the rules on them."""

from __future__ import annotations

from functools import cache

from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Half, Pair, Source
from a4s_gui.catalog.numbers import format_mm, format_number
from a4s_gui.catalog.records import read_sources, read_toml, source_of
from a4s_gui.catalog.series import shipped_series
from a4s_gui.frozen import frozen
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.design_rules.result import CheckedFigure, Level
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.joints import Joint, joints
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.shapes import round_mm
from a4s_gui.geometry.stencil import Opening
from a4s_gui.resources import resource_path

_SQUARE_CORNERS = "of a rectangular opening with square corners; rounded ones give a little more"


@frozen
class Limit:
    """A figure that something is held against, and who asks for it."""

    value: float
    source: Source


@frozen
class SolderingLimits:
    """What joints, mask and stencil are held against."""

    stencil_area_ratio: Limit
    mask_web_mm: Limit
    heel_beyond_pad_mm: Limit


@cache
def soldering_limits() -> SolderingLimits:
    """Return the limits of ``resources/catalog/soldering.toml``; raises as :func:`body_figures`."""
    root = read_toml(resource_path("catalog", "soldering.toml"))
    sources = read_sources(root.record("sources"))

    records = map(root.record, ("stencil_area_ratio", "mask_web", "heel_beyond_pad"))
    limits = [record.whole(Limit, source=source_of(record, sources)) for record in records]
    root.done()
    return SolderingLimits(*limits)


def joint_checks(pair: Pair, pattern: LandPattern) -> tuple[CheckedFigure, ...]:
    """Return toe, heel and sides of every kind of joint of a pair."""
    return tuple(
        checked
        for connector in pair.connectors
        for joint in joints(connector, pattern)
        for checked in (_on_the_pad(joint.toe), _heel(joint), *map(_on_the_pad, joint.sides))
    )


def mask_web(half: Half, pattern: LandPattern) -> CheckedFigure:
    """Return the web of solder mask between two neighbouring contacts of a half."""
    pad_mm, margin_mm = pattern.half(half).contact_width_mm, pattern.common.mask_margin_mm
    pitch_mm = shipped_series().pitch_mm
    web_mm = round_mm(pitch_mm - pad_mm - 2 * margin_mm)
    formula = (
        f"pitch {format_mm(pitch_mm)} − pad {format_mm(pad_mm)} − 2 × {format_mm(margin_mm)} "
        f"= {format_mm(web_mm)}"
    )
    source = pattern.sources["common.mask_margin_mm"]
    name = f"{str(half).capitalize()}, solder mask between contacts"
    figure = Figure(name, web_mm, "mm", (source,), formula)
    wanted = soldering_limits().mask_web_mm.value
    if web_mm <= 0:
        return CheckedFigure(figure, Level.WARNING, "the openings of neighbours run together")
    if web_mm < wanted:
        remark = f"many fabricators want {format_mm(wanted)}: ask yours"
        return CheckedFigure(figure, Level.NOTE, remark)
    return CheckedFigure(figure)


def area_ratio(opening: Opening) -> CheckedFigure:
    """Return the area ratio of one stencil opening, and what would pass where it is too small."""
    width, height = format_number(opening.width_mm), format_number(opening.height_mm)
    thickness = format_number(opening.thickness_um / 1000)
    ratio = opening.area_ratio
    formula = (
        f"{width} × {height} / (2 × ({width} + {height}) × {thickness}) = {format_number(ratio)}"
    )
    limit = soldering_limits().stencil_area_ratio
    name = f"{opening.half.capitalize()} {opening.role}, stencil area ratio"
    figure = Figure(name, ratio, "", (limit.source,), formula, _SQUARE_CORNERS)
    if ratio > limit.value:
        return CheckedFigure(figure)
    return CheckedFigure(figure, Level.WARNING, _what_would_pass(opening, limit.value))


def _what_would_pass(opening: Opening, wanted: float) -> str:
    words = [f"{opening.passing_thickness_um(wanted)} µm at this share"]
    share = opening.passing_share(wanted)
    if share is not None:
        words.append(f"{format_number(100 * share)} % of the pad at this thickness")
    cut = format_number(round(opening.area_ratio_length_cut, 2))
    return (
        f"more than {format_number(wanted)} is asked for: {' or '.join(words)} would pass; "
        f"with only the length cut it is {cut}"
    )


def _on_the_pad(figure: Figure) -> CheckedFigure:
    if figure.amount < 0:
        return CheckedFigure(figure, Level.WARNING, "the metal reaches beyond its pad")
    return CheckedFigure(figure)


def _heel(joint: Joint) -> CheckedFigure:
    """Check a heel; that a contact's pad begins under the mould is worth knowing."""
    heel_mm, allowed_mm = joint.heel.amount, soldering_limits().heel_beyond_pad_mm.value
    under_mm = round_mm(body_figures().half(joint.half).underside_to_mm - joint.pad_from_mm)
    if heel_mm < 0:
        level = Level.WARNING if heel_mm < -allowed_mm else Level.NOTE
        return CheckedFigure(joint.heel, level, "the metal's heel reaches beyond its pad")
    if joint.role is PadRole.CONTACT and under_mm > 0:
        remark = f"the pad begins {format_mm(under_mm)} under the mould"
        return CheckedFigure(joint.heel, Level.NOTE, remark)
    return CheckedFigure(joint.heel)
