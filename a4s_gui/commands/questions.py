"""The questions that ``show`` answers beside the pair: is the current enough, what to order."""

from __future__ import annotations

import argparse

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.orders.ordering import all_orders
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.report.knowledge_records import answer_record, order_record
from a4s_gui.report.knowledge_sections import answer_section, orders_sections
from a4s_gui.report.records import Record
from a4s_gui.report.sections import Section


class Questions:
    """What the options of ``add_questions`` ask of one pair."""

    def __init__(self, pair: Pair, catalog: Catalog, options: argparse.Namespace) -> None:
        self._pair = pair
        self._catalog = catalog
        self._current = (
            None if options.current is None else CurrentQuestion(options.current, options.contacts)
        )
        self._pieces: int | None = options.pieces
        self.knowledge = Knowledge(catalog)

    def sections(self) -> tuple[Section, ...]:
        """Return the answers for people."""
        found: tuple[Section, ...] = ()
        if self._current is not None:
            found += (answer_section(self._pair, self._current),)
        if self._pieces is not None:
            found += orders_sections(self._catalog, self._pair, self.knowledge, self._pieces)
        return found

    def record(self) -> Record:
        """Return the answers for programs: keys only for what was asked."""
        found: Record = {}
        if self._current is not None:
            found["current_needed"] = answer_record(self._pair, self._current)
        if self._pieces is not None:
            rules = self.knowledge.order_rules
            orders = all_orders(self._catalog, self._pair, self._pieces, rules)
            found["orders"] = [order_record(order) for order in orders]
        return found
