"""The land pattern that is drawn: the one that was chosen, with what was changed in it."""

from __future__ import annotations

from functools import cached_property, lru_cache

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Connector
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.land_pattern.base import base_of, with_sources_of
from a4s_gui.geometry.land_pattern.editing import (
    Difference,
    Taken,
    differences,
    edited,
    figure_value,
)
from a4s_gui.geometry.land_pattern.pattern import LandPattern, check_pattern
from a4s_gui.session.state import NO_EDITS, Edits

EDITED = " (edited)"
"""What a pattern's title ends with while something in it is changed and not saved."""


@frozen(slots=False)
class PatternChoice:
    """A land pattern in the window: as it was read, and with what was changed in it.

    ``changed`` is ``saved`` where nothing was.
    """

    saved: LandPattern
    changed: LandPattern

    @property
    def base(self) -> LandPattern:
        """The shipped pattern that this one is held against."""
        return _base_of(self.saved)

    @property
    def is_edited(self) -> bool:
        """Whether a figure differs from what was read."""
        return bool(differences(self.changed, self.saved))

    @cached_property
    def drawn(self) -> LandPattern:
        """The pattern as drawings and files show it; its title says when it is not saved."""
        if not self.is_edited:
            return self.saved
        return replace(self.changed, title=f"{self.saved.title}{EDITED}")

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What differs from the shipped pattern, saved or not."""
        return differences(self.changed, self.base)

    def shipped(self, *figures: str) -> Edits:
        """Return figures as the shipped pattern has them; all that differ where none is named."""
        names = figures or tuple(found.figure.name for found in self.differences)
        return {name: figure_value(self.base, name) for name in names}

    def with_edits(self, edits: Edits, connectors: tuple[Connector, ...] = ()) -> PatternChoice:
        """Return the choice with other figures changed.

        A shipped figure that is typed again keeps its source, one that was taken over that of its
        reading. Raises as :func:`edited`, also for figures that do not suit all of the
        ``connectors``.
        """
        changed = edited(self.saved, edits, connectors)
        typed = [name for name, edit in edits.items() if not isinstance(edit, Taken)]
        return replace(self, changed=with_sources_of(changed, self.base, typed))


def read_choice(
    saved: LandPattern, edits: Edits = NO_EDITS, connectors: tuple[Connector, ...] = ()
) -> PatternChoice:
    """Return the choice of a pattern that was read; raises as :meth:`PatternChoice.with_edits`."""
    check_pattern(saved, connectors)
    choice = PatternChoice(saved, saved)
    return choice.with_edits(edits, connectors) if edits else choice


@lru_cache(maxsize=8)
def _base_of(saved: LandPattern) -> LandPattern:
    """Look through the shipped patterns once: while one types, this is asked at every key."""
    return base_of(saved)


def connectors_of(catalog: Catalog) -> tuple[Connector, ...]:
    """Return every part of the catalog that a pattern must suit, one of each outline."""
    found = {
        (connector.half, connector.dimensions_mm): connector
        for pair in catalog.pairs
        for connector in pair.connectors
    }
    return tuple(found.values())
