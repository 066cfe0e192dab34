"""What is known of a pair beyond its own figures, as plain values for programs.

Every figure keeps its parts, its text and its source; what is not stated is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from a4s_gui.catalog.calculations.current import RETURN_NOTE, current_figures
from a4s_gui.catalog.calculations.forces import composite_forces
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.notes import notes_for
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.orders.bill_of_materials import BOM_COLUMNS, bom_rows
from a4s_gui.catalog.orders.ordering import Order, other_packagings, smallest_order
from a4s_gui.catalog.part_list.part_list import ListLine
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.catalog.selection.alternatives import Alternatives, alternatives
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.geometry.board_area import added_board, board_figures
from a4s_gui.geometry.design_rules.rules import design_rule_results
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.report.figure_records import (
    derived_record,
    note_records,
    quantity_record,
    rating_records,
)
from a4s_gui.report.records import Record, clean, pair_record, source_record


def pair_knowledge(
    pair: Pair, catalog: Catalog, knowledge: Knowledge, pattern: LandPattern
) -> Record:
    """Return everything that is known of one pair on one land pattern."""
    checks = design_rule_results(knowledge.design_notes, pair, pattern)
    found: Record = clean(
        {
            **worked_out(pair, catalog, knowledge, pattern),
            **shared_knowledge(knowledge, tuple(Half)),
            "rating_details": rating_records(knowledge.ratings.lines(pair)),
            "features": note_records(notes_for(knowledge.features, pair)),
            "design_notes": note_records(notes_for(knowledge.design_notes, pair), checks),
        }
    )
    return found


def part_knowledge(
    part: PartNumber, catalog: Catalog, knowledge: Knowledge, pattern: LandPattern
) -> Record:
    """Return what is known of one half: of each of its pairs, and of the part itself.

    ``pairs`` are those of :func:`a4s_gui.report.records.part_record`, with what is worked out for
    each.
    """
    pairs = catalog.pairs_of(str(part.today()))
    notes = notes_for(knowledge.design_notes, pairs[0])
    own = [replace(g, notes=tuple(n for n in g.notes if part.half in n.halves)) for g in notes]
    found: Record = clean(
        {
            "pairs": [
                pair_record(pair)
                | worked_out(pair, catalog, knowledge, pattern)
                | {"rating_details": rating_records(knowledge.ratings.lines(pair))}
                for pair in pairs
            ],
            **shared_knowledge(knowledge, (part.half,)),
            "features": note_records(notes_for(knowledge.features, pairs[0])),
            "design_notes": note_records(own),
        }
    )
    return found


def worked_out(pair: Pair, catalog: Catalog, knowledge: Knowledge, pattern: LandPattern) -> Record:
    """Return what the program works out for a pair, each figure with its formula."""
    rules = knowledge.order_rules
    found: Record = clean(
        {
            "current": {
                "figures": [derived_record(d) for d in current_figures(pair)],
                "note": RETURN_NOTE,
            },
            "forces": [derived_record(force.derived) for force in composite_forces(pair)],
            "board": [derived_record(d) for d in board_figures(pair, pattern)],
            "ordering": {
                "smallest_order": derived_record(smallest_order(pair)),
                "other_packagings": [other.id for other in other_packagings(catalog, pair)],
                "mounting_sample_pieces": rules.sample_unit_pieces,
                "rules": note_records(notes_for(rules.notes, pair)),
            },
            "alternatives": alternatives_record(pair, alternatives(catalog, pair), pattern),
        }
    )
    return found


def shared_knowledge(knowledge: Knowledge, halves: Iterable[Half]) -> Record:
    """Return what holds for all pairs: tests, and the materials of some halves."""
    wanted = set(halves)
    return {
        "environmental_tests": [
            {
                "id": test.id,
                "name": test.name,
                "state": test.state,
                "duration": quantity_record(test.duration),
                "standard": test.standard or None,
                "conditions": [quantity_record(q) for q in test.conditions],
                "steps": [
                    {
                        "name": step.name,
                        "temperature": quantity_record(step.temperature)
                        if step.temperature.is_stated
                        else None,
                        "duration": quantity_record(step.duration),
                    }
                    for step in test.steps
                ],
                "limits": [quantity_record(q) for q in test.limits],
                "remark": test.remark or None,
                "source": source_record(test.source),
            }
            for test in knowledge.tests
        ],
        "materials": [
            {
                "id": part.id,
                "name": part.name,
                "halves": [str(half) for half in part.halves],
                "material": part.material,
                "plating_base": part.base or None,
                "plating_surface": part.surface or None,
                "remark": part.remark or None,
                "source": source_record(part.source),
            }
            for part in knowledge.materials
            if wanted & set(part.halves)
        ],
    }


def alternatives_record(pair: Pair, others: Alternatives, pattern: LandPattern) -> Record:
    """Return what else fits, with what it adds, and what there is not."""
    return {
        "found": [
            {
                "kind": str(other.kind),
                "socket": other.pair.socket.part_number,
                "header": other.pair.header.part_number,
                "stays": list(other.stays),
                "changes": list(other.changes),
                "adds": [derived_record(d) for d in added_board(pair, other.pair, pattern)],
            }
            for other in others.found
        ],
        "absent": [{"kind": str(none.kind), "reason": none.reason} for none in others.absent],
    }


def answer_record(pair: Pair, question: CurrentQuestion) -> Record:
    """Return the answer to a question about current."""
    answer = question.answer(pair)
    return {
        "amperes": question.amperes,
        "contacts": question.contacts_of(pair),
        "enough": answer.enough,
        "why": answer.why,
        "formula": answer.formula,
        "capacity_a": answer.capacity_a,
        "contacts_needed": answer.contacts_needed,
        "source": source_record(answer.source),
    }


def order_record(order: Order) -> Record:
    """Return an order of both halves, with its lines of a bill of materials."""
    return {
        "socket": order.socket.connector.part_number,
        "header": order.header.connector.part_number,
        "unit": str(order.unit),
        "pieces_wanted": order.socket.wanted,
        "pieces_ordered": order.socket.pieces,
        "units": order.socket.units,
        "outer_cartons": order.socket.outer_cartons,
        "excess": order.socket.excess,
        "figures_each_half": [derived_record(d) for d in order.socket.figures],
        "bill_of_materials": [
            dict(zip(BOM_COLUMNS, row, strict=True)) for row in bom_rows([order])
        ],
    }


def list_line_record(line: ListLine) -> Record:
    """Return one line of a pasted list and what became of it."""
    return {
        "line": line.number,
        "text": line.text,
        "state": str(line.state),
        "part_numbers": list(line.parts),
        "pairs": list(line.pairs),
        "reason": line.reason or None,
        "suggestions": list(line.suggestions),
        "note": line.note or None,
    }
