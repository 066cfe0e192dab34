"""The ratings of a pair as lines to read: name, figure, conditions, standard, formula, source."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.calculations.forces import composite_forces
from a4s_gui.catalog.data.notes import read_id, read_product
from a4s_gui.catalog.data.quantity import Quantity, read_quantities, read_quantity
from a4s_gui.catalog.model import Pair, Product, Ratings, Source
from a4s_gui.catalog.records import Record, source_of
from a4s_gui.frozen import by_name, fields, frozen

_FIGURES = tuple(field.name for field in fields(Ratings))
_PAIR_SOURCES = ("socket_dimensions", "header_dimensions", "mating_cycles", "ratings", "body")


@frozen
class RatingLine:
    """One rating of one pair.

    ``quantity`` carries no name of its own; it is not stated where the datasheet states none for
    this pair. ``formula`` is empty where the figure stands in the table as it is.
    """

    id: str
    name: str
    quantity: Quantity
    source: Source
    conditions: tuple[Quantity, ...] = ()
    standard: str = ""
    remark: str = ""
    formula: str = ""

    @property
    def condition(self) -> str:
        """Conditions, remark and standard in one line."""
        texts = [f"{c.name} {c.text}" for c in self.conditions]
        return "; ".join(text for text in (", ".join(texts), self.remark, self.standard) if text)


@frozen
class RatingGroup:
    """Ratings that belong together, under one heading."""

    id: str
    title: str
    lines: tuple[RatingLine, ...]


@frozen
class _Entry:
    """One entry of the file; its figures are looked up for each pair anew."""

    record: Record
    id: str
    product: Product | None


class RatingTable:
    """The file ``ratings.toml``: which figures are shown under which name and conditions.

    Made of the file and the catalog's sources by name. A :class:`DataError` refuses a figure or
    source too that the catalog does not have, and two entries with one id.
    """

    def __init__(self, root: Record, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._groups: list[tuple[str, str, list[_Entry]]] = []
        taken: set[str] = set()
        for group in root.records("groups", "group"):
            head = read_id(group, taken), group.text("title")
            entries = [
                _Entry(record, read_id(record, taken), read_product(record))
                for record in group.records("ratings", "rating")
            ]
            self._groups.append((*head, entries))
            group.done()
            for entry in entries:
                self._line(entry, dict.fromkeys(_FIGURES), None)
                entry.record.done()
        root.done()

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every entry, in the file's order."""
        return tuple(entry.id for _, _, entries in self._groups for entry in entries)

    def lines(self, pair: Pair) -> tuple[RatingGroup, ...]:
        """Return the ratings of one pair, grouped."""
        figures = by_name(pair.ratings)
        groups = []
        for group, title, entries in self._groups:
            fitting = [entry for entry in entries if entry.product in (None, pair.product)]
            lines = tuple(self._line(entry, figures, pair) for entry in fitting)
            groups.append(RatingGroup(group, title, lines))
        return tuple(groups)

    def _line(
        self, entry: _Entry, figures: Mapping[str, float | None], pair: Pair | None
    ) -> RatingLine:
        """Read one entry with the figures of a pair, or only check it."""
        record = entry.record
        formulas = {} if pair is None else {i: f.formula for i, f in composite_forces(pair).items()}
        return record.build(
            RatingLine,
            id=entry.id,
            quantity=read_quantity(record, figures, named=False),
            source=self._source(record, pair),
            conditions=read_quantities(record, "conditions", figures),
            formula=formulas.get(entry.id, ""),
        )

    def _source(self, record: Record, pair: Pair | None) -> Source:
        if not record.offers("pair_source"):
            return source_of(record, self._sources)
        name = record.choice("pair_source", _PAIR_SOURCES)
        return next(iter(self._sources.values())) if pair is None else pair.sources[name]
