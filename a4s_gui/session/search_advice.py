"""What to say beside the search: former numbers, why nothing matches, and what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.part_numbers.lookup import find_part, former_note
from a4s_gui.catalog.part_numbers.part_number import (
    AmbiguousNumberError,
    PartNumberError,
    normalize,
)
from a4s_gui.catalog.part_numbers.recognition import (
    looks_like_number,
    other_series,
    split_numbers,
    with_series,
)
from a4s_gui.catalog.part_numbers.text_search import is_pattern, typed_words
from a4s_gui.catalog.selection.query import Filter, describe, matches
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import frozen, replace


class Step(StrEnum):
    """What a link of the advice does."""

    SEARCH = "search"
    """Search for the link's text."""
    CLEAR_SEARCH = "clear-search"
    CLEAR_FILTERS = "clear-filters"


@frozen
class Link:
    """Something to click."""

    step: Step
    text: str


@frozen
class Advice:
    """One message and the ways on from it; empty where there is nothing to say."""

    message: str = ""
    links: tuple[Link, ...] = ()
    nothing_found: bool = False

    def __bool__(self) -> bool:
        return bool(self.message)


CLEAR_SEARCH = Link(Step.CLEAR_SEARCH, "Clear search")
CLEAR_FILTERS = Link(Step.CLEAR_FILTERS, "Clear filters")
_HOW_TO_SEARCH = (
    "Search by part number, whole or in part (* stands for any characters), "
    "or in words: 40 pins, 0.8mm, 4mm, inspection."
)


def advise(catalog: Catalog, wanted: Filter, rows: Sequence[Pair]) -> Advice:
    """Return what the user should be told about the filter and what it gave."""
    text = wanted.text.strip()
    if rows:
        return _remark(catalog, text) if text else Advice()
    without_text = replace(wanted, text="")
    if not text:
        return Advice(f"No pair has {describe(wanted)}.", (CLEAR_FILTERS,), nothing_found=True)
    alone = [pair for pair in catalog.pairs if matches(pair, Filter(text=wanted.text))]
    if alone:
        pairs = "1 pair matches" if len(alone) == 1 else f"{len(alone)} pairs match"
        message = f"{pairs} “{printable(text)}”, but not with {describe(without_text)}."
        return Advice(message, (CLEAR_FILTERS, CLEAR_SEARCH), nothing_found=True)
    return _nothing_matches(catalog, text)


def completions(catalog: Catalog, text: str, most: int = 10) -> tuple[str, ...]:
    """Return the part numbers that a typed text may become, in the catalog's order.

    Empty for a text without a digit or letter, and where the text is a whole number already.
    """
    typed = normalize(text)
    if not typed:
        return ()
    starting = [n for n in catalog.part_numbers if n.startswith(typed)]
    inside = [n for n in catalog.part_numbers if typed in n and n not in starting]
    if starting == [typed]:
        return ()
    return tuple((starting + inside)[:most])


def _remark(catalog: Catalog, text: str) -> Advice:
    """Say of what was found that a number is a former one, or may be two."""
    notes = []
    for piece in split_numbers(text):
        try:
            part = find_part(catalog, with_series(piece))
        except AmbiguousNumberError as error:
            return _which(error)
        except PartNumberError:
            continue
        if part.former:
            notes.append(f"{former_note(part)}.")
    return Advice(" ".join(notes))


def _which(error: AmbiguousNumberError) -> Advice:
    message = f"The last piece of “{printable(error.text)}” may belong to the number or not. Meant:"
    return Advice(message, tuple(Link(Step.SEARCH, number) for number in error.nearest))


def _nothing_matches(catalog: Catalog, text: str) -> Advice:
    pieces = [piece.strip() for piece in split_numbers(text)]
    errors = [error for piece in pieces if (error := _why_not_found(catalog, piece))]
    wrong = next((e for e in errors if looks_like_number(e.text) or other_series(e.text)), None)
    if isinstance(wrong, AmbiguousNumberError):
        return replace(_which(wrong), nothing_found=True)
    if wrong is not None:
        nearest = tuple(Link(Step.SEARCH, number) for number in wrong.nearest)
        what = f"is no {catalog.series.name} part number: {wrong.field}: {wrong.reason}"
        message = f"“{printable(wrong.text)}” {what}."
        if is_pattern(wrong.text):
            message = f"No part number looks like “{printable(wrong.text)}”."
        if nearest:
            message += " Nearest:"
        return Advice(message, (*nearest, CLEAR_SEARCH), nothing_found=True)
    if errors:
        return Advice(_words_message(catalog, text), (CLEAR_SEARCH,), nothing_found=True)
    links = tuple(Link(Step.SEARCH, piece.upper()) for piece in pieces)
    joined = " and ".join(link.text for link in links)
    message = f"{joined} are not the two halves of one pair. Search for one of them:"
    return Advice(message, (*links, CLEAR_SEARCH), nothing_found=True)


def _why_not_found(catalog: Catalog, piece: str) -> PartNumberError | None:
    # People leave the series out; what is wrong is then a later field.
    whole = with_series(piece) if looks_like_number(piece) else piece
    try:
        find_part(catalog, whole)
    except PartNumberError as error:
        return error
    return None


def _words_message(catalog: Catalog, text: str) -> str:
    """Say which word leads nowhere, or that no pair has all of them."""
    for word in typed_words(text):
        if not any(matches(pair, Filter(text=word)) for pair in catalog.pairs):
            return f"Nothing matches “{printable(word)}”. {_HOW_TO_SEARCH}"
    return f"No pair matches all of “{printable(text)}”. {_HOW_TO_SEARCH}"
