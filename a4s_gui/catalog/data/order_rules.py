"""The rules of ordering and packing: ``resources/catalog/ordering.toml``."""

from __future__ import annotations

from a4s_gui.catalog.data.notes import NoteGroup, read_note_groups
from a4s_gui.catalog.model import Source
from a4s_gui.catalog.records import Record
from a4s_gui.frozen import frozen


@frozen
class OrderRules:
    """Units of mounting samples, in pieces, and what else is said about ordering and packing."""

    sample_unit_pieces: int
    sample_source: Source
    notes: tuple[NoteGroup, ...]


def read_order_rules(root: Record) -> OrderRules:
    """Read the file ``ordering.toml``; raises as :func:`read_note_groups`."""
    notes = read_note_groups(root)
    samples = root.record("mounting_samples")
    rules = OrderRules(
        sample_unit_pieces=samples.count("pieces_a_unit"),
        sample_source=Source(root.text("document"), samples.text("section")),
        notes=notes,
    )
    samples.done()
    root.done()
    return rules
