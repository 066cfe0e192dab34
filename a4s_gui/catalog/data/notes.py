"""Rules and remarks in the program's own words, each with its figures and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.data.quantity import Quantity, read_quantities
from a4s_gui.catalog.model import Half, Pair, Product, Source
from a4s_gui.catalog.records import Record
from a4s_gui.frozen import frozen, replace


@frozen
class Note:
    """One rule.

    ``product`` and ``halves`` say what it holds for, ``None`` and both halves for everything.
    ``layer`` is the name of the drawing layer that shows it, empty where none does; ``computed``
    tells that :mod:`a4s_gui.geometry.design_rules.rules` works it out for a pair. ``rule`` is the
    number or name of the rule in its section, empty where it has none.
    """

    id: str
    text: str
    source: Source
    rule: str = ""
    figures: tuple[Quantity, ...] = ()
    product: Product | None = None
    halves: tuple[Half, ...] = tuple(Half)
    layer: str = ""
    computed: bool = False

    def holds_for(self, pair: Pair) -> bool:
        """Return whether the rule concerns a pair."""
        return self.product in (None, pair.product)

    @property
    def words(self) -> str:
        """Everything that a search in the notes looks at."""
        return " ".join((self.text, *map(str, self.figures), str(self.source)))


@frozen
class NoteGroup:
    """Notes that belong together, under one heading; ``source`` is the section they follow."""

    id: str
    title: str
    source: Source
    notes: tuple[Note, ...]


def notes_for(groups: Iterable[NoteGroup], pair: Pair) -> tuple[NoteGroup, ...]:
    """Return the notes that concern a pair, without groups that have none."""
    found = (
        replace(group, notes=tuple(n for n in group.notes if n.holds_for(pair))) for group in groups
    )
    return tuple(group for group in found if group.notes)


def read_note_groups(root: Record) -> tuple[NoteGroup, ...]:
    """Read ``document`` and ``groups`` of a file of notes; equal ids are a ``DataError`` too."""
    document = root.text("document")
    taken: set[str] = set()
    return tuple(_read_group(entry, document, taken) for entry in root.records("groups", "group"))


def read_id(entry: Record, taken: set[str]) -> str:
    """Take the ``id`` of an entry and remember it; one that is taken is a :class:`DataError`."""
    found = entry.text("id")
    if found in taken:
        entry.fail("id", "an id that no other entry of the file has")
    taken.add(found)
    return found


def read_halves(entry: Record) -> tuple[Half, ...]:
    """Take the list ``halves``, both halves where it is absent."""
    if not entry.offers("halves"):
        return tuple(Half)
    return tuple(Half(name) for name in entry.choices("halves", tuple(Half)))


def read_product(entry: Record) -> Product | None:
    """Take ``product``, ``None`` where it is absent: any."""
    return Product(entry.choice("product", tuple(Product))) if entry.offers("product") else None


def _read_group(entry: Record, document: str, taken: set[str]) -> NoteGroup:
    group = read_id(entry, taken)
    title, section = entry.text("title"), entry.text("section")
    product = read_product(entry)
    notes = []
    for record in entry.records("notes", "note"):
        note = read_id(record, taken)
        rule = record.text_or("rule")
        table = section
        if rule:
            table = f"{section}, rule {rule}" if rule[0].isdigit() else f"{section}, {rule}"
        notes.append(
            record.whole(
                Note,
                id=note,
                source=Source(document, table),
                figures=read_quantities(record, "figures"),
                product=product,
                halves=read_halves(record),
            )
        )
    entry.done()
    return NoteGroup(group, title, Source(document, section), tuple(notes))
