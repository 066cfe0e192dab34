"""The design rules that can be worked out for a pair on its land pattern, by their notes' ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from a4s_gui.catalog.calculations.current import contacts_at_full_current, rated_current_in_all
from a4s_gui.catalog.calculations.forces import insertion_force, removal_force
from a4s_gui.catalog.data.notes import Note, NoteGroup
from a4s_gui.catalog.data.quantity import Quantity
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_a, format_mm
from a4s_gui.geometry.design_rules import stencil
from a4s_gui.geometry.design_rules.result import (
    CheckedFigure,
    DesignRuleResult,
    Level,
    figure_at,
    with_checks,
)
from a4s_gui.geometry.design_rules.soldering import joint_checks
from a4s_gui.geometry.joints import placement_limits
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_size import land_size
from a4s_gui.geometry.shapes import round_mm


def design_rule_results(
    groups: Iterable[NoteGroup], pair: Pair, pattern: LandPattern
) -> Mapping[str, DesignRuleResult]:
    """Return every rule that can be worked out, by the id of its note."""
    notes = {note.id: note for group in groups for note in group.notes}
    return {
        note_id: work_out(notes[note_id], pair, pattern)
        for note_id, work_out in _CHECKS.items()
        if note_id in notes
    }


def _placement(note: Note, pair: Pair, pattern: LandPattern) -> DesignRuleResult:
    """Hold the error of placement machines against the gap between contact pads."""
    error = figure_at(note, 0)
    pitch = pair.series.pitch_mm
    figures, tight = [], []
    for half in Half:
        width = pattern.half(half).contact_width_mm
        gap = round_mm(pitch - width)
        formula = f"pitch {format_mm(pitch)} − pad {format_mm(width)} = {format_mm(gap)}"
        source = pattern.source_of(half, "contact_width_mm")
        name = f"{str(half).capitalize()}, gap between contact pads"
        figures.append(Figure(name, gap, "mm", (source,), formula))
        if error.high is not None and gap <= error.high:
            tight.append(str(half))
    verdict = f"The gaps are wider than the error, {error.text}."
    if tight:
        verdict = (
            f"An error of {error.text} is wider than the gap on the {' and the '.join(tight)}: "
            "place more exactly than that, and inspect."
        )
    if error.high is None:
        return DesignRuleResult(note, tuple(figures), verdict)
    courtyard = pattern.common.courtyard_margin_mm
    left = round_mm(courtyard - error.high)
    formula = f"{format_mm(courtyard)} − {format_mm(error.high)} = {format_mm(left)}"
    source = pattern.sources["common.courtyard_margin_mm"]
    figures.append(Figure("Courtyard left at the largest error", left, "mm", (source,), formula))
    enough = "takes it up" if left >= 0 else "is too narrow for it"
    limits = [_reached(one, error.high) for half in Half for one in placement_limits(half, pattern)]
    verdict = f"{verdict} The courtyard {enough}.{_leads_off(limits)}"
    return with_checks(DesignRuleResult(note, tuple(figures), verdict), limits)


def _reached(limit: Figure, error_mm: float) -> CheckedFigure:
    """Mark what the largest error reaches; the part lives with it, so it is no warning."""
    return CheckedFigure(limit, Level.NOTE if limit.amount <= error_mm else Level.FINE)


def _leads_off(limits: Iterable[CheckedFigure]) -> str:
    """Say what the largest error does to the contacts' leads before the solder melts."""
    what = dict.fromkeys(
        f"{one.figure.name.rpartition(', lead ')[2]} at {one.figure.text}"
        for one in limits
        if one.level is Level.NOTE
    )
    if not what:
        return ""
    return f" A lead {', '.join(what)}: self-alignment alone brings it back."


def _origin(note: Note, pair: Pair, pattern: LandPattern) -> DesignRuleResult:
    """Say that the pads are not the manufacturer's, and whose they are; work out their joints."""
    verdict = f"The pads that are drawn are {pattern.provenance(*Half)}: compare before release."
    return with_checks(DesignRuleResult(note, (), verdict), joint_checks(pair, pattern))


def _stiffener(note: Note, pair: Pair, pattern: LandPattern) -> DesignRuleResult:
    """Work out the smallest and largest stiffener of each half, and check the one that is drawn."""
    beyond = figure_at(note, 0)
    figures = []
    for connector in pair.connectors:
        size = land_size(connector, pattern)
        half = str(connector.half).capitalize()
        for word, margin in (("smallest", beyond.low), ("largest", beyond.high)):
            if margin is None:
                continue
            for side, land in (("length", size.length_mm), ("width", size.width_mm)):
                value = round_mm(land + 2 * margin)
                formula = f"{format_mm(land)} + 2 × {format_mm(margin)} = {format_mm(value)}"
                name = f"{half}, {word} stiffener, {side}"
                figures.append(Figure(name, value, "mm", (note.source,), formula))
    drawn = pattern.common.stiffener_margin_mm
    inside = _contains(beyond, drawn)
    verdict = (
        f"The stiffener that is drawn reaches {format_mm(drawn)} beyond the pads, "
        f"{'within' if inside else 'not within'} {beyond.text}."
    )
    return DesignRuleResult(note, tuple(figures), verdict)


def _retention(note: Note, pair: Pair, _pattern: LandPattern) -> DesignRuleResult:
    """Say how much the contacts alone hold two boards together."""
    force = removal_force(pair)
    if force.value is None:
        why = "No holding force is warranted for this pair: the fixing takes all of it."
        return DesignRuleResult(note, (), why)
    verdict = f"The contacts alone hold with at least {force.text}: the fixing takes the rest."
    return DesignRuleResult(note, (force,), verdict)


def _insertion(note: Note, pair: Pair, _pattern: LandPattern) -> DesignRuleResult:
    """Say how hard the halves are to press together."""
    force = insertion_force(pair)
    if force.value is None:
        return DesignRuleResult(note, (), "No insertion force is stated for this pair.")
    verdict = f"It takes up to {force.text} to press this pair together: support both boards."
    return DesignRuleResult(note, (force,), verdict)


def _currents(note: Note, pair: Pair, _pattern: LandPattern) -> DesignRuleResult:
    """Say what current the pair carries, and on how many contacts at a time."""
    total, full = rated_current_in_all(pair), contacts_at_full_current(pair)
    each = format_a(pair.ratings.rated_current_a_per_contact)
    verdict = f"This pair carries {total.text} in all, its full {each} on {full.text} at a time."
    return DesignRuleResult(note, (total, full), verdict)


_CHECKS = {
    "placement-error": _placement,
    "stiffener": _stiffener,
    "keep-pad-sizes": _origin,
    "hold-the-boards": _retention,
    "close-pitch": stencil.paste_volumes,
    "socket-mask": stencil.openings,
    "header-mask": stencil.openings,
    "other-stencils": stencil.thickness,
    "mate-straight": _insertion,
    "stay-within-ratings": _currents,
}


def _contains(quantity: Quantity, value: float) -> bool:
    low, high = quantity.low, quantity.high
    return (low is None or low <= value) and (high is None or value <= high)
