"""What is known of a pair beyond its own figures, in sections like those of the pair."""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui.catalog.calculations.current import RETURN_NOTE, current_figures
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.comparison.pair_figures import rating_groups
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.figure import Figure, FigureGroup
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_a, pluralize
from a4s_gui.catalog.orders.ordering import Order, OrderUnit, all_orders, smallest_order
from a4s_gui.catalog.selection.alternatives import Alternative, alternatives
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.geometry.board_area import AddedBoard, added_board, board_figures
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.report.sections import Section

NONE = "none"


def rating_sections(pair: Pair, knowledge: Knowledge) -> tuple[Section, ...]:
    """Return the ratings with their conditions, a section a group."""
    return tuple(map(_section, rating_groups(pair, knowledge.ratings)))


def current_section(pair: Pair) -> Section:
    """Return how much current the pair carries, with the formulas."""
    return Section.of("Current of this pair", current_figures(pair), RETURN_NOTE)


def answer_section(pair: Pair, question: CurrentQuestion) -> Section:
    """Return the answer to a question about current."""
    answer = question.answer(pair)
    contacts = pluralize(question.contacts_of(pair), "contact")
    asked = f"{format_a(question.amperes)} on {contacts}"
    enough = "yes" if answer.enough else "no"
    figure = Figure(asked, enough, "", (answer.source,), answer.formula)
    return Section.of("Current needed", (figure,), answer.why)


def board_section(pair: Pair, pattern: LandPattern) -> Section:
    """Return what the pair takes of its boards."""
    return _section(board_figures(pair, pattern))


def environment_section(knowledge: Knowledge) -> Section:
    """Return the environmental tests, each with its conditions and limits."""
    figures = []
    for test in knowledge.tests:
        conditions = [f"{c.name} {c.text}" for c in test.conditions]
        steps = [step.text for step in test.steps]
        limits = [f"{limit.name} {limit.text}" for limit in test.limits]
        note = "; ".join((*steps, *conditions, *([test.standard] if test.standard else [])))
        note += f". Afterwards: {', '.join(limits)}."
        note += f" {test.remark}" if test.remark else ""
        figures.append(Figure(test.name, test.duration.text, "", (test.source,), condition=note))
    return Section.of("Environmental tests", figures, "Header and socket mated.")


def material_section(knowledge: Knowledge) -> Section:
    """Return materials and platings."""
    figures = []
    for part in knowledge.materials:
        of_half = f", {part.halves[0]}" if len(part.halves) == 1 else ""
        text = ", ".join(text for text in (part.material, part.plating) if text)
        figures.append(Figure(part.name + of_half, text, "", (part.source,), condition=part.remark))
    return Section.of("Materials and plating", figures)


def ordering_section(pair: Pair, knowledge: Knowledge) -> Section:
    """Return in which units the pair is sold."""
    rules = knowledge.order_rules
    units = f"units of {rules.sample_unit_pieces} pieces"
    samples = Figure("Mounting samples", units, "", (rules.sample_source,))
    return Section.of("Ordering", (smallest_order(pair), samples))


def orders_sections(
    catalog: Catalog, pair: Pair, knowledge: Knowledge, pieces: int
) -> tuple[Section, ...]:
    """Return what to order for some pieces, a section each of :func:`all_orders`."""
    orders = all_orders(catalog, pair, pieces, knowledge.order_rules)
    return tuple(_order_section(order) for order in orders)


def alternatives_section(pair: Pair, catalog: Catalog, pattern: LandPattern) -> Section:
    """Return what else fits, and what there is not."""
    others = alternatives(catalog, pair)
    figures = [_alternative(pair, other, pattern) for other in others.found]
    sources = (pair.sources["part_numbers"],)
    for absent in others.absent:
        name = capitalize_first(absent.kind)
        figures.append(Figure(name, NONE, "", sources, condition=absent.reason))
    return Section.of("Alternatives", figures)


def _section(group: FigureGroup) -> Section:
    return Section.of(group.title, group.figures)


def _order_section(order: Order) -> Section:
    half = order.socket
    kind = {
        OrderUnit.REEL: f"{order.pair.packaging_pitch_mm} mm packaging",
        OrderUnit.LOT: "inspection type",
        OrderUnit.SAMPLE: "as mounting samples",
    }[order.unit]
    title = f"{pluralize(half.wanted, 'piece')} of each half, {kind}"
    return Section.of(title, half.figures)


def _alternative(pair: Pair, other: Alternative, pattern: LandPattern) -> Figure:
    added = added_board(pair, other.pair, pattern)
    words = (text for half, board in added.items() for text in _added_words(half, board))
    changes = ", ".join((*other.changes, *words))
    note = f"stays: {', '.join(other.stays)}. Changes: {changes}"
    differing = (f for board in added.values() for f in board.figures if f.value)
    sources = (other.pair.sources["part_numbers"], *(figure.source for figure in differing))
    name, numbers = capitalize_first(other.kind), other.pair.numbers
    return Figure(name, numbers, "", tuple(dict.fromkeys(sources)), condition=note)


def _added_words(half: Half, board: AddedBoard) -> Iterator[str]:
    """Yield what is added in a few words: ``socket body length +0.4 mm``."""
    for what, size in (("body", board.body), ("land pattern", board.land_pattern)):
        for side, figure in (("length", size.length), ("area", size.area)):
            if figure.value:
                yield f"{half} {what} {side} {figure.signed}"
