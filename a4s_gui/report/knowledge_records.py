"""What is known of a pair beyond its own figures, as plain values for programs.

Every figure keeps its parts, its text and its source; what is not stated is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from a4s_gui.catalog.calculations.current import RETURN_NOTE, current_figures
from a4s_gui.catalog.calculations.forces import composite_forces
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.environment import EnvironmentalTest
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.materials import Material
from a4s_gui.catalog.data.notes import Note, NoteGroup, notes_for
from a4s_gui.catalog.data.rating_lines import RatingLine
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.orders.bill_of_materials import BOM_COLUMNS, bom_rows
from a4s_gui.catalog.orders.ordering import Order, smallest_order
from a4s_gui.catalog.part_list.line import ListLine
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.catalog.selection.alternatives import Alternatives, alternatives
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.frozen import replace
from a4s_gui.geometry.board_area import added_board, board_figures
from a4s_gui.geometry.design_rules.result import DesignRuleResult
from a4s_gui.geometry.design_rules.rules import design_rule_results
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.report.records import Record, pair_record, plain


def pair_knowledge(
    pair: Pair, catalog: Catalog, knowledge: Knowledge, pattern: LandPattern
) -> Record:
    """Return everything that is known of one pair on one land pattern."""
    checks = design_rule_results(knowledge.design_notes, pair, pattern)
    return {
        **worked_out(pair, catalog, knowledge, pattern),
        **shared_knowledge(knowledge, tuple(Half)),
        "rating_details": rating_records(pair, knowledge),
        "features": note_records(notes_for(knowledge.features, pair)),
        "design_notes": note_records(notes_for(knowledge.design_notes, pair), checks),
    }


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
    return {
        "pairs": [
            pair_record(pair)
            | worked_out(pair, catalog, knowledge, pattern)
            | {"rating_details": rating_records(pair, knowledge)}
            for pair in pairs
        ],
        **shared_knowledge(knowledge, (part.half,)),
        "features": note_records(notes_for(knowledge.features, pairs[0])),
        "design_notes": note_records(own),
    }


def worked_out(pair: Pair, catalog: Catalog, knowledge: Knowledge, pattern: LandPattern) -> Record:
    """Return what the program works out for a pair, each figure with its formula."""
    rules = knowledge.order_rules
    return {
        "current": {"figures": plain(current_figures(pair)), "note": RETURN_NOTE},
        "forces": [plain(force) for force in composite_forces(pair).values()],
        "board": plain(board_figures(pair, pattern).figures),
        "ordering": {
            "smallest_order": plain(smallest_order(pair)),
            "other_packagings": [other.id for other in catalog.other_packagings(pair)],
            "mounting_sample_pieces": rules.sample_unit_pieces,
            "rules": note_records(notes_for(rules.notes, pair)),
        },
        "alternatives": alternatives_record(pair, alternatives(catalog, pair), pattern),
    }


def shared_knowledge(knowledge: Knowledge, halves: Iterable[Half]) -> Record:
    """Return what holds for all pairs: tests, and the materials of some halves."""
    wanted = set(halves)
    return {
        "environmental_tests": [_test(test) for test in knowledge.tests],
        "materials": [_material(m) for m in knowledge.materials if wanted & set(m.halves)],
    }


def rating_records(pair: Pair, knowledge: Knowledge) -> list[Record]:
    """Return the ratings of a pair with their conditions and the headings of their groups."""
    groups = knowledge.ratings.lines(pair)
    return [{"group": group.title} | _rating(line) for group in groups for line in group.lines]


def note_records(
    groups: Iterable[NoteGroup], checks: Mapping[str, DesignRuleResult] = MappingProxyType({})
) -> list[Record]:
    """Return notes with the headings of their groups; worked-out ones with the result."""
    return [_note(group, note, checks.get(note.id)) for group in groups for note in group.notes]


def alternatives_record(pair: Pair, others: Alternatives, pattern: LandPattern) -> Record:
    """Return what else fits, and the kinds of which there is nothing."""
    return {
        "found": [
            {
                "kind": str(other.kind),
                "socket": other.pair.socket.part_number,
                "header": other.pair.header.part_number,
                "stays": list(other.stays),
                "changes": list(other.changes),
                "adds": [
                    plain(figure)
                    for board in added_board(pair, other.pair, pattern).values()
                    for figure in board.figures
                ],
            }
            for other in others.found
        ],
        "absent": plain(others.absent),
    }


def answer_record(pair: Pair, question: CurrentQuestion) -> Record:
    """Return the answer to a question about current."""
    return {
        "amperes": question.amperes,
        "contacts": question.contacts_of(pair),
        **plain(question.answer(pair)),
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
        "figures_each_half": plain(order.socket.figures),
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
        "quantity": line.quantity,
    }


def _test(test: EnvironmentalTest) -> Record:
    steps = [
        plain(step) | ({} if step.temperature.is_stated else {"temperature": None})
        for step in test.steps
    ]
    optional = {"standard": test.standard or None, "remark": test.remark or None}
    record: Record = plain(test)
    return record | optional | {"steps": steps}


def _material(part: Material) -> Record:
    return {
        "id": part.id,
        "name": part.name,
        "halves": plain(part.halves),
        "material": part.material,
        "plating_base": part.base or None,
        "plating_surface": part.surface or None,
        "remark": part.remark or None,
        "source": plain(part.source),
    }


def _rating(line: RatingLine) -> Record:
    return {
        "id": line.id,
        **plain(line.quantity),
        "name": line.name,
        "conditions": plain(line.conditions),
        "standard": line.standard or None,
        "remark": line.remark or None,
        "formula": line.formula or None,
        "source": plain(line.source),
    }


def _note(group: NoteGroup, note: Note, check: DesignRuleResult | None) -> Record:
    worked_out = None
    if check is not None:
        worked_out = {
            "verdict": check.verdict,
            "level": check.level,
            "figures": plain(check.figures),
        }
    return {
        "group": group.title,
        "id": note.id,
        "text": note.text,
        "figures": plain(note.figures),
        "halves": plain(note.halves),
        "layer": note.layer or None,
        "worked_out": worked_out,
        "source": plain(note.source),
    }
