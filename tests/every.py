"""One test that holds for each of many values, and names all those for which it does not."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")
Test = Callable[..., None]


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
