"""The rules about forces and currents, worked out for a pair."""

from __future__ import annotations

from a4s_gui.catalog.calculations.current import contacts_at_full_current, rated_current_in_all
from a4s_gui.catalog.calculations.forces import insertion_force, removal_force
from a4s_gui.catalog.data.notes import Note
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_a
from a4s_gui.geometry.design_rules.result import DesignRuleResult
from a4s_gui.geometry.land_pattern.pattern import LandPattern


def check_retention(note: Note, pair: Pair, _pattern: LandPattern) -> DesignRuleResult:
    """Say how much the contacts alone hold two boards together."""
    force = removal_force(pair)
    if force.value is None:
        why = "No holding force is warranted for this pair: the fixing takes all of it."
        return DesignRuleResult(note, (), why)
    verdict = f"The contacts alone hold with at least {force.text}: the fixing takes the rest."
    return DesignRuleResult(note, (force,), verdict)


def check_insertion(note: Note, pair: Pair, _pattern: LandPattern) -> DesignRuleResult:
    """Say how hard the halves are to press together."""
    force = insertion_force(pair)
    if force.value is None:
        return DesignRuleResult(note, (), "No insertion force is stated for this pair.")
    verdict = f"It takes up to {force.text} to press this pair together: support both boards."
    return DesignRuleResult(note, (force,), verdict)


def check_currents(note: Note, pair: Pair, _pattern: LandPattern) -> DesignRuleResult:
    """Say what current the pair carries, and on how many contacts at a time."""
    total, full = rated_current_in_all(pair), contacts_at_full_current(pair)
    each = format_a(pair.ratings.rated_current_a_per_contact)
    verdict = f"This pair carries {total.text} in all, its full {each} on {full.text} at a time."
    return DesignRuleResult(note, (total, full), verdict)
