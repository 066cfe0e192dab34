"""What is known of a pair beyond its own figures, in sections like those of the pair.

No Qt: the window and the command line show the same sections.
"""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.calculations.current import RETURN_NOTE, current_figures
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.rating_lines import RatingGroup
from a4s_gui.catalog.derived import Derived, format_number, pluralize, signed
from a4s_gui.catalog.model import Half, Pair, Source
from a4s_gui.catalog.orders.ordering import Order, OrderUnit, all_orders, smallest_order
from a4s_gui.catalog.selection.alternatives import Alternative, alternatives
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.geometry.board_area import added_board, board_figures
from a4s_gui.geometry.design_rules.result import DesignRuleResult
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.report.sections import Figure, Section

NONE = "none"


def rating_sections(pair: Pair, knowledge: Knowledge) -> tuple[Section, ...]:
    """Return the ratings with their conditions, a section a group."""
    return tuple(_rating_section(group) for group in knowledge.ratings.lines(pair))


def current_section(pair: Pair) -> Section:
    """Return how much current the pair carries, with the formulas."""
    figures = tuple(derived_figure(figure) for figure in current_figures(pair))
    return Section("Current of this pair", figures, note=RETURN_NOTE)


def answer_section(pair: Pair, question: CurrentQuestion) -> Section:
    """Return the answer to a question about current."""
    answer = question.answer(pair)
    contacts = pluralize(question.contacts_of(pair), "contact")
    asked = f"{format_number(question.amperes)} A on {contacts}"
    figure = Figure(asked, ("yes" if answer.enough else "no",), (answer.source,), answer.formula)
    return Section("Current needed", (figure,), note=answer.why)


def board_section(pair: Pair, pattern: LandPattern) -> Section:
    """Return what the pair takes of its boards."""
    figures = tuple(derived_figure(figure) for figure in board_figures(pair, pattern))
    return Section("Board area", figures)


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
        figures.append(Figure(test.name, (test.duration.text,), (test.source,), note))
    return Section("Environmental tests", tuple(figures), note="Header and socket mated.")


def material_section(knowledge: Knowledge, halves: Iterable[Half] = tuple(Half)) -> Section:
    """Return materials and platings of some halves."""
    wanted = set(halves)
    figures = []
    for part in knowledge.materials:
        if not wanted & set(part.halves):
            continue
        of_half = f", {part.halves[0]}" if len(part.halves) == 1 else ""
        text = ", ".join(text for text in (part.material, part.plating) if text)
        figures.append(Figure(part.name + of_half, (text,), (part.source,), part.remark))
    return Section("Materials and plating", tuple(figures))


def ordering_section(pair: Pair, knowledge: Knowledge) -> Section:
    """Return in which units the pair is sold."""
    rules = knowledge.order_rules
    samples = Figure(
        "Mounting samples", (f"units of {rules.sample_unit_pieces} pieces",), (rules.sample_source,)
    )
    return Section("Ordering", (derived_figure(smallest_order(pair)), samples))


def orders_sections(
    catalog: Catalog, pair: Pair, knowledge: Knowledge, pieces: int
) -> tuple[Section, ...]:
    """Return what to order for some pieces: every packaging, and samples where they are few.

    Raises
    ------
    OrderError
        ``pieces`` is not a whole number from 0 up.
    """
    orders = all_orders(catalog, pair, pieces, knowledge.order_rules)
    return tuple(_order_section(order) for order in orders)


def alternatives_section(pair: Pair, catalog: Catalog, pattern: LandPattern) -> Section:
    """Return what else fits, and what there is not."""
    others = alternatives(catalog, pair)
    figures = [_alternative(pair, other, pattern) for other in others.found]
    source = (pair.sources["part_numbers"],)
    for absent in others.absent:
        name = str(absent.kind).capitalize()
        figures.append(Figure(name, (NONE,), source, absent.reason))
    return Section("Alternatives", tuple(figures))


def check_section(check: DesignRuleResult) -> Section:
    """Return a design rule that is worked out for the pair."""
    figures = tuple(derived_figure(figure) for figure in check.figures)
    return Section(check.note.text.partition(".")[0], figures, note=check.verdict)


def derived_figure(derived: Derived) -> Figure:
    """Return a worked-out figure as a line with its formula beneath."""
    return Figure(derived.name, (derived.text,), (derived.source,), derived.formula)


def _rating_section(group: RatingGroup) -> Section:
    figures = tuple(
        Figure(
            line.name,
            (line.quantity.text,),
            (line.source,),
            "; ".join(text for text in (line.formula, line.condition) if text),
        )
        for line in group.lines
    )
    return Section(group.title, figures)


def _order_section(order: Order) -> Section:
    half = order.socket
    kind = {
        OrderUnit.REEL: f"{order.pair.packaging_pitch_mm} mm packaging",
        OrderUnit.LOT: "inspection type",
        OrderUnit.SAMPLE: "as mounting samples",
    }[order.unit]
    figures = tuple(derived_figure(figure) for figure in half.figures)
    return Section(f"{pluralize(half.wanted, 'piece')} of each half, {kind}", figures)


def _alternative(pair: Pair, other: Alternative, pattern: LandPattern) -> Figure:
    added = [d for d in added_board(pair, other.pair, pattern) if d.value]
    changes = [*other.changes, *map(_added, added)]
    note = f"stays: {', '.join(other.stays)}. Changes: {', '.join(changes)}"
    sources: dict[Source, None] = dict.fromkeys([other.pair.sources["part_numbers"]])
    sources |= dict.fromkeys(d.source for d in added)
    return Figure(str(other.kind).capitalize(), (other.pair.numbers,), tuple(sources), note)


def _added(figure: Derived) -> str:
    """Return what is added in a few words: ``socket body length +0.4 mm``."""
    name = figure.name[:1].lower() + figure.name[1:].replace(", added", "")
    return f"{name} {signed(figure)}"
