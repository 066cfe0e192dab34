"""Everything the catalog knows beyond the pairs, each file read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.environment import EnvironmentalTest, read_tests
from a4s_gui.catalog.data.materials import Material, read_materials
from a4s_gui.catalog.data.notes import NoteGroup, read_note_groups
from a4s_gui.catalog.data.order_rules import OrderRules, read_order_rules
from a4s_gui.catalog.data.rating_lines import RatingTable
from a4s_gui.catalog.records import Record, read_toml
from a4s_gui.resources import resource_path


class Searchable(Protocol):
    """What can be searched, such as notes."""

    @property
    def words(self) -> str:
        """Everything that a search looks at."""


Item = TypeVar("Item", bound=Searchable)


def matching(items: Iterable[Item], text: str) -> tuple[Item, ...]:
    """Return the items in which every word of a text stands; case does not matter."""
    words = text.casefold().split()
    return tuple(item for item in items if all(word in item.words.casefold() for word in words))


class Knowledge:
    """The files beside the catalog, read one by one when they are first asked for.

    The first window needs none of them; keep one object and ask it when something is shown. They
    name the sources of the checked catalog, and are in ``folder``, or where the shipped ones are.
    """

    def __init__(self, catalog: Catalog, folder: Path | None = None) -> None:
        self._catalog = catalog
        self._folder = folder

    @cached_property
    def ratings(self) -> RatingTable:
        """The characteristics with their conditions.

        A damaged file is a :class:`DataError` with entry and field, a missing one a
        ``ResourceError``.
        """
        return RatingTable(self._open("ratings.toml"), self._catalog.sources)

    @cached_property
    def tests(self) -> tuple[EnvironmentalTest, ...]:
        """The environmental tests; raises as :attr:`ratings`."""
        return read_tests(self._open("environment.toml"), self._catalog.sources)

    @cached_property
    def materials(self) -> tuple[Material, ...]:
        """Materials and platings; raises as :attr:`ratings`."""
        return read_materials(self._open("materials.toml"))

    @cached_property
    def order_rules(self) -> OrderRules:
        """Order units and packing; raises as :attr:`ratings`."""
        return read_order_rules(self._open("ordering.toml"))

    @cached_property
    def design_notes(self) -> tuple[NoteGroup, ...]:
        """The rules for design, mounting and handling; raises as :attr:`ratings`."""
        return self._read_notes("design_notes.toml")

    @cached_property
    def features(self) -> tuple[NoteGroup, ...]:
        """What the product lines are for and what sets them apart; raises as :attr:`ratings`."""
        return self._read_notes("features.toml")

    def _read_notes(self, name: str) -> tuple[NoteGroup, ...]:
        root = self._open(name)
        groups = read_note_groups(root)
        root.done()
        return groups

    def _open(self, name: str) -> Record:
        path = resource_path("catalog", name) if self._folder is None else self._folder / name
        return read_toml(path)
