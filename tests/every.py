"""One test that holds for each of many values, and names all those for which it does not."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import pytest

from a4s_gui.catalog.model import Pair

T = TypeVar("T")
Test = Callable[..., None]

EXPLORES = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
"""Whether time does not matter: ``make explore``."""
_SOME_PAIRS = {
    "AXE510127/AXE610224",
    "AXE5E2226/AXE6E2226",
    "AXE540127D/AXE640124D",
    "AXE580127/AXE680124",
}
"""10, 22, 40 and 80 pins, both mated heights, both packagings, and one for inspection."""


def thinned(values: Iterable[T], step: int) -> list[T]:
    """Return every so many of the values, from the first; all of them in ``make explore``.

    For products of many things, of which neighbours differ in one. A test of them is marked
    ``hypothesis``, as all that ``make explore`` runs.
    """
    return list(values)[:: 1 if EXPLORES else step]


def for_each(
    arguments: str, values: Iterable[T], name: Callable[[T], object] = str
) -> Callable[[Test], Test]:
    """Run a test once, with every value in turn for one argument or several.

    For values that share all a test needs, such as the pairs of the catalog, or what is typed into
    one field: parameters would set up and take down as much for each. Fixtures are shared.

    Parameters
    ----------
    arguments
        Names of the test's arguments: ``pair``, or ``typed, reason`` where each value is a tuple.
    values
        What to call it with.
    name
        Names a value in the note that a failure carries: the first error, and whom it befell.
    """
    names = arguments.split(", ")
    every = tuple(values)
    assert every

    def decorate(test: Test) -> Test:
        @wraps(test)
        def run(*args: Any, **others: Any) -> None:
            failures: dict[str, AssertionError] = {}
            for value in every:
                given: Any = (value,) if len(names) == 1 else value
                try:
                    test(*args, **others, **dict(zip(names, given, strict=True)))
                except AssertionError as error:
                    failures[str(name(value))] = error
                except Exception as error:
                    error.add_note(f"{arguments}: {name(value)}")
                    raise
            for failure in failures.values():
                count = f"{len(failures)} of {len(every)}"
                failure.add_note(f"{count} {arguments}: {', '.join(failures)}")
                raise failure

        signature = inspect.signature(test)
        left = [p for p in signature.parameters.values() if p.name not in names]
        vars(run)["__signature__"] = signature.replace(parameters=left)
        return run

    return decorate


def for_pairs(pairs: Iterable[Pair]) -> Callable[[Test], Test]:
    """Run a test with four pairs that differ in what counts; ``make explore`` takes every pair.

    For rules of the drawing, which are the same for every pair and take long to look at.
    """
    looked_at = [pair for pair in pairs if EXPLORES or pair.id in _SOME_PAIRS]
    assert len(looked_at) >= len(_SOME_PAIRS)

    def decorate(test: Test) -> Test:
        run = for_each("pair", looked_at, lambda pair: pair.id)(test)
        marked: Test = pytest.mark.hypothesis(run)  # the mark of what `make explore` runs
        return marked

    return decorate
