"""A test over many values fails for each that it should fail for, and says for which."""

from __future__ import annotations

import inspect

import pytest

from tests.every import for_each


def test_every_value_is_tried_and_those_that_fail_are_named() -> None:
    seen = []

    @for_each("number", range(5), lambda number: f"no. {number}")
    def check(catalog: str, number: int) -> None:
        seen.append((catalog, number))
        assert number % 2 == 0

    with pytest.raises(AssertionError) as caught:
        check(catalog="a4s")
    assert caught.value.__notes__ == ["2 of 5 number: no. 1, no. 3"]
    assert seen == [("a4s", number) for number in range(5)]
    assert list(inspect.signature(check).parameters) == ["catalog"]


def test_several_arguments_are_given_at_once() -> None:
    seen = []

    @for_each("typed, reason", [("1", "a"), ("2", "b")])
    def check(typed: str, reason: str) -> None:
        seen.append(typed + reason)

    check()
    assert seen == ["1a", "2b"]


def test_another_error_ends_the_test_at_once_and_is_named_too() -> None:
    @for_each("number", [1, 0, 2])
    def check(number: int) -> None:
        assert 1 / number

    with pytest.raises(ZeroDivisionError) as caught:
        check()
    assert caught.value.__notes__ == ["number: 0"]
