"""Typed reading of TOML tables: each complaint names file, entry, field and expectation."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from a4s_gui.errors import A4sError


class DataError(A4sError):
    """A data file that cannot be trusted; the message names file, entry, field and expectation."""


def read_toml(path: Path) -> Record:
    """Read a TOML file as one record.

    Raises
    ------
    DataError
        The file is missing, unreadable, not UTF-8 or not TOML.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 text at byte {error.start}") from error
    try:
        return Record(path, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: is not valid TOML: {error}") from error


class Record:
    """One table of a data file, with its place in it.

    Reading a field takes it; :meth:`done` then refuses what nobody asked for, so that a misspelt
    key is never silently ignored.
    """

    def __init__(self, path: Path, place: str, table: Mapping[str, Any]) -> None:
        self.path = path
        self.place = place
        self._table = table
        self._taken: set[str] = set()

    def fail(self, field: str, expected: str) -> NoReturn:
        """Raise the complaint about one field of this record."""
        where = f"{self.place}, " if self.place else ""
        found = f", found {self._table[field]!r}" if field in self._table else ""
        raise DataError(f"{self.path}: {where}{field}: expected {expected}{found}")

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the fields, in the file's order."""
        yield from self._table

    def has(self, field: str) -> bool:
        """Say whether the field is there."""
        return field in self._table

    def _take(self, field: str, expected: str, valid: Callable[[Any], bool]) -> Any:
        self._taken.add(field)
        if field not in self._table or not valid(self._table[field]):
            self.fail(field, expected)
        return self._table[field]

    def text(self, field: str) -> str:
        """Take a text that is not empty."""
        value: str = self._take(field, "a text", lambda v: isinstance(v, str) and bool(v.strip()))
        return value

    def text_or(self, field: str, default: str = "") -> str:
        """Take a text if there is one."""
        return self.text(field) if self.has(field) else default

    def number(self, field: str) -> float:
        """Take any number."""
        return float(self._take(field, "a number", _is_number))

    def positive(self, field: str) -> float:
        """Take a number above zero."""
        return float(self._take(field, "a number above 0", lambda v: _is_number(v) and v > 0))

    def positive_or_none(self, field: str) -> float | None:
        """Take a number above zero, or ``None`` where the field is absent: not stated."""
        return self.positive(field) if self.has(field) else None

    def count(self, field: str) -> int:
        """Take a whole number above zero."""
        return int(
            self._take(
                field,
                "a whole number above 0",
                lambda v: isinstance(v, int) and not isinstance(v, bool) and v > 0,
            )
        )

    def count_or_none(self, field: str) -> int | None:
        """Take a whole number above zero, or ``None`` where the field is absent: not stated."""
        return self.count(field) if self.has(field) else None

    def choice(self, field: str, allowed: tuple[str, ...]) -> str:
        """Take one of the texts allowed."""
        value: str = self._take(field, " or ".join(allowed), lambda v: v in allowed)
        return value

    def numbers(self, field: str) -> tuple[float, ...]:
        """Take a list of numbers that is not empty."""
        found = self._take(
            field,
            "a list of numbers",
            lambda v: isinstance(v, list) and bool(v) and all(map(_is_number, v)),
        )
        return tuple(map(float, found))

    def record(self, field: str, place: str | None = None) -> Record:
        """Take a table inside this one."""
        table = self._take(field, "a table", lambda v: isinstance(v, dict))
        return Record(self.path, place or self._inside(field), table)

    def records(self, field: str, name: str = "entry") -> list[Record]:
        """Take a list of tables that is not empty."""
        tables = self._take(
            field,
            "a list of tables",
            lambda v: isinstance(v, list) and bool(v) and all(isinstance(t, dict) for t in v),
        )
        return [
            Record(self.path, f"{self._inside(field)}, {name} {i}", table)
            for i, table in enumerate(tables, 1)
        ]

    def done(self) -> None:
        """Refuse every field that was not taken.

        Raises
        ------
        DataError
            A field of this record is unknown.
        """
        for field in self._table:
            if field not in self._taken:
                self.fail(field, f"no such field (known: {', '.join(sorted(self._taken))})")

    def _inside(self, field: str) -> str:
        return f"{self.place}, {field}" if self.place else field


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
