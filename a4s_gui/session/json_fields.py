"""Typed reading of what stands in a JSON object: a wrong kind is an error that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from a4s_gui.catalog.numbers import is_number

T = TypeVar("T")


class WrongFieldError(ValueError):
    """A field is missing or of another kind; the message names it."""


class Fields:
    """The fields of one JSON object.

    Every method raises a :class:`WrongFieldError` where a field is missing or of another kind, also
    where it is made of no object.
    """

    def __init__(self, held: object, name: str = "the file") -> None:
        if not isinstance(held, dict):
            raise WrongFieldError(f"{name} is no object")
        self._held: dict[str, Any] = held

    def __iter__(self) -> Iterator[str]:
        yield from self._held

    def __contains__(self, name: str) -> bool:
        return name in self._held

    def inside(self, name: str) -> Fields:
        """Return an object that stands inside."""
        return Fields(self._held.get(name), name)

    def text(self, name: str) -> str:
        """Return a text."""
        return self._one(name, _text)

    def text_or_none(self, name: str) -> str | None:
        """Return a text, ``None`` where the field holds nothing."""
        return self._one_or_none(name, _text)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        return self._one(name, _flag)

    def number(self, name: str) -> float:
        """Return a finite number."""
        return self._one(name, _number)

    def number_or_none(self, name: str) -> float | None:
        """Return a finite number, ``None`` where the field holds nothing."""
        return self._one_or_none(name, _number)

    def whole(self, name: str) -> int:
        """Return a whole number."""
        return self._one(name, _whole)

    def whole_or_none(self, name: str) -> int | None:
        """Return a whole number, ``None`` where the field holds nothing."""
        return self._one_or_none(name, _whole)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return self._many(name, _text)

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return a list of finite numbers."""
        return self._many(name, _number)

    def wholes(self, name: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        return self._many(name, _whole)

    def _one(self, name: str, read: Callable[[object], T]) -> T:
        try:
            return read(self._held.get(name))
        except WrongFieldError as error:
            raise ValueError(f"{name} is {error}") from None

    def _one_or_none(self, name: str, read: Callable[[object], T]) -> T | None:
        return None if self._held.get(name) is None else self._one(name, read)

    def _many(self, name: str, read: Callable[[object], T]) -> tuple[T, ...]:
        found = self._held.get(name)
        if not isinstance(found, list):
            raise WrongFieldError(f"{name} is no list")
        try:
            return tuple(read(member) for member in found)
        except WrongFieldError as error:
            raise ValueError(f"{name}: a member is {error}") from None


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise WrongFieldError("no text")
    return found


def _flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise WrongFieldError("neither true nor false")
    return found


def _number(found: object) -> float:
    if not is_number(found):
        raise WrongFieldError("no number")
    return float(found)


def _whole(found: object) -> int:
    if isinstance(found, bool) or not isinstance(found, int):
        raise WrongFieldError("no whole number")
    return found
