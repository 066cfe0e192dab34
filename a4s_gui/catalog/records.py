"""Typed reading of TOML tables: each complaint names file, entry, field and expectation."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from a4s_gui.catalog.model import Source
from a4s_gui.catalog.numbers import is_number
from a4s_gui.catalog.wording import printable
from a4s_gui.debug_log import log
from a4s_gui.errors import A4sError
from a4s_gui.frozen import MISSING, fields
from a4s_gui.small_file import read_small_file

Built = TypeVar("Built")


class DataError(A4sError):
    """A data file that cannot be trusted; the message names file, entry, field and expectation."""


def read_toml(path: Path) -> Record:
    """Read a TOML file as one record; a byte-order mark, as some editors write it, is allowed.

    A file that is missing, unreadable, not UTF-8 or not TOML is a :class:`DataError`.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise DataError(f"{path}: is a device, not a file")
        log("file", "reading %s", path)
        content = read_small_file(path)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        # Not as "utf-8-sig": Python would load that codec for it at every start.
        text = content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 text, at byte {error.start}") from error
    try:
        return Record(path, "", _parsed(text))
    except RecursionError as error:
        raise DataError(f"{path}: is not valid TOML: nested too deeply") from error
    except ValueError as error:  # TOMLDecodeError, or an integer of more digits than Python reads
        raise DataError(f"{path}: is not valid TOML: {printable(str(error), 120)}") from error


@lru_cache(maxsize=32)
def _parsed(text: str) -> Mapping[str, Any]:
    """Parse a file's text; records only read it. Land patterns are read again and again."""
    return tomllib.loads(text)


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
        """Raise the :class:`DataError` about one field of this record."""
        found = "but it is missing"
        if field in self._table:
            found = f"found {printable(repr(self._table[field]))}"
        self._complain(field, f"expected {expected}, {found}")

    def _complain(self, field: str, what: str) -> NoReturn:
        raise DataError(f"{self.path}: {self._inside(printable(field))}: {what}")

    def __iter__(self) -> Iterator[str]:
        yield from self._table

    def offers(self, field: str) -> bool:
        """Return whether a field that need not be there is."""
        self._taken.add(field)
        return field in self._table

    def holds_text(self, field: str) -> bool:
        """Return whether a field is there and holds a text."""
        return isinstance(self._table.get(field), str)

    def _take(self, field: str, expected: str, valid: Callable[[Any], bool]) -> Any:
        if not self.offers(field) or not valid(self._table[field]):
            self.fail(field, expected)
        return self._table[field]

    def text(self, field: str) -> str:
        """Return a text that is not empty."""
        value: str = self._take(field, "a text", lambda v: isinstance(v, str) and bool(v.strip()))
        return value

    def text_or(self, field: str, default: str = "") -> str:
        """Return a text if there is one."""
        return self.text(field) if self.offers(field) else default

    def number(self, field: str) -> float:
        """Return any finite number."""
        return float(self._take(field, "a number", is_number))

    def positive(self, field: str) -> float:
        """Return a number above zero."""
        return float(self._take(field, "a number above 0", _is_positive))

    def positive_or_none(self, field: str) -> float | None:
        """Return a number above zero, or ``None`` where the field is absent: not stated."""
        return self.positive(field) if self.offers(field) else None

    def positives(self, field: str) -> tuple[float, ...]:
        """Return a list of numbers above zero that is not empty."""
        found = self._take(
            field,
            "a list of numbers above 0",
            lambda v: isinstance(v, list) and bool(v) and all(map(_is_positive, v)),
        )
        return tuple(map(float, found))

    def count(self, field: str) -> int:
        """Return a whole number above zero."""
        expected = "a whole number above 0"
        return int(self._take(field, expected, lambda v: isinstance(v, int) and _is_positive(v)))

    def choice(self, field: str, allowed: Sequence[str], expected: str = "") -> str:
        """Return one of the texts allowed; ``expected`` describes them where they are many."""
        value: str = self._take(
            field, expected or " or ".join(allowed), lambda v: isinstance(v, str) and v in allowed
        )
        return value

    def choices(self, field: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """Return a list, not empty, of texts allowed."""
        found = self._take(
            field,
            f"a list of {' or '.join(allowed)}",
            lambda v: isinstance(v, list) and bool(v) and all(item in allowed for item in v),
        )
        return tuple(found)

    def flag(self, field: str) -> bool:
        """Return ``true`` or ``false``."""
        return bool(self._take(field, "true or false", lambda v: isinstance(v, bool)))

    def build(self, kind: type[Built], /, **given: Any) -> Built:
        """Return a frozen value; the fields that are not given are taken, each as its type says.

        A text is not empty, a number above zero; fields of other types have to be given. What may
        be ``None`` or has a default need not be there.
        """
        for name, default, take in _fields_of(kind):  # type: ignore[arg-type]  # types are hashable
            if name not in given:
                absent = default is not MISSING and not self.offers(name)
                given[name] = default if absent else take(self, name)
        return kind(**given)

    def whole(self, kind: type[Built], /, **given: Any) -> Built:
        """Return a frozen value as :meth:`build` does, of a table that holds nothing else."""
        built = self.build(kind, **given)
        self.done()
        return built

    def record(self, field: str) -> Record:
        """Return a table inside this one."""
        table = self._take(field, "a table", lambda v: isinstance(v, dict))
        return Record(self.path, self._inside(field), table)

    def record_or_empty(self, field: str) -> Record:
        """Return a table inside this one, an empty one where it is absent."""
        if self.offers(field):
            return self.record(field)
        return Record(self.path, self._inside(field), {})

    def records(self, field: str, name: str = "entry") -> list[Record]:
        """Return a list of tables that is not empty."""
        tables = self._take(
            field,
            "a list of tables",
            lambda v: isinstance(v, list) and bool(v) and all(isinstance(t, dict) for t in v),
        )
        return [
            Record(self.path, f"{self._inside(field)}, {name} {i}", table)
            for i, table in enumerate(tables, 1)
        ]

    def records_or_empty(self, field: str, name: str) -> list[Record]:
        """Return a list of tables, an empty one where it is absent."""
        return self.records(field, name) if self.offers(field) else []

    def done(self) -> None:
        """Refuse every field that was not taken, as unknown, by a :class:`DataError`."""
        for field in self._table:
            if field not in self._taken:
                known = ", ".join(sorted(self._taken))
                self._complain(field, f"expected no such field here (known: {known})")

    def _inside(self, field: str) -> str:
        return f"{self.place}, {field}" if self.place else field


_BY_TYPE: Mapping[str, Callable[[Record, str], Any]] = {
    "str": Record.text,
    "float": Record.positive,
    "int": Record.count,
    "bool": Record.flag,
}


@cache
def _fields_of(kind: Any) -> list[tuple[str, Any, Callable[[Record, str], Any]]]:
    """Return name and default of a frozen class's fields that can be read, and how each is."""
    found = []
    for field in fields(kind):
        types = kind.__annotations__[field.name].split(" | ")  # as it is written
        default = None if "None" in types and field.default is MISSING else field.default
        if types[0] in _BY_TYPE:
            found.append((field.name, default, _BY_TYPE[types[0]]))
    return found


def read_sources(record: Record) -> dict[str, Source]:
    """Read the table of sources that a data file's figures name, by their names in the file."""
    return {name: record.record(name).whole(Source) for name in record}


def source_of(record: Record, sources: Mapping[str, Source]) -> Source:
    """Return the ``source`` field of a record: the name of one of the file's sources."""
    return sources[record.choice("source", tuple(sources), "the name of a table under sources")]


def _is_positive(value: object) -> bool:
    return is_number(value) and value > 0
