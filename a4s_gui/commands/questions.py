"""The questions that ``show`` answers beside the pair: is the current enough, what to order."""

from __future__ import annotations

import argparse

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.current import Answer, enough_current
from a4s_gui.catalog.knowledge import Knowledge
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.ordering import all_orders
from a4s_gui.export.knowledge_records import answer_record, order_record
from a4s_gui.export.knowledge_sections import answer_section, orders_sections
from a4s_gui.export.records import Record
from a4s_gui.export.sections import Section


class Questions:
    """What the options of ``add_questions`` ask of one pair."""

    def __init__(self, pair: Pair, catalog: Catalog, options: argparse.Namespace) -> None:
        self._pair = pair
        self._catalog = catalog
        self._current: float | None = options.current
        self._contacts: int = pair.pins if options.contacts is None else options.contacts
        self._pieces: int | None = options.pieces
        self.knowledge = Knowledge(catalog)

    def sections(self) -> tuple[Section, ...]:
        """Return the answers for people."""
        found: tuple[Section, ...] = ()
        answer = self._answer()
        if answer is not None and self._current is not None:
            found += (answer_section(answer, self._current, self._contacts),)
        if self._pieces is not None:
            found += orders_sections(self._catalog, self._pair, self.knowledge, self._pieces)
        return found

    def record(self) -> Record:
        """Return the answers for programs: keys only for what was asked."""
        found: Record = {}
        answer = self._answer()
        if answer is not None and self._current is not None:
            found["current_needed"] = answer_record(answer, self._current, self._contacts)
        if self._pieces is not None:
            rules = self.knowledge.order_rules
            orders = all_orders(self._catalog, self._pair, self._pieces, rules)
            found["orders"] = [order_record(order) for order in orders]
        return found

    def _answer(self) -> Answer | None:
        if self._current is None:
            return None
        return enough_current(self._pair, self._current, self._contacts)
