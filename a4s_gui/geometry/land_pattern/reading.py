"""Reading land patterns: the shipped ones of ``resources/land_patterns`` and any file like them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import Record, read_sources, read_toml, source_of
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError
from a4s_gui.frozen import fields
from a4s_gui.geometry.land_pattern.field_readings import Reading, shipped_readings
from a4s_gui.geometry.land_pattern.pattern import (
    TERMINAL_REFERENCES,
    CommonFigures,
    HalfPattern,
    LandPattern,
    LandPatternError,
    check_pattern,
)
from a4s_gui.resources import resource_path

DEFAULT_PATTERN = "default"
ALIASES: Mapping[str, str] = MappingProxyType({"dash-connector": DEFAULT_PATTERN})
"""Former names of shipped patterns, which still find them but are not offered."""
_PARTS: tuple[tuple[str, type], ...] = (
    (Half.SOCKET, HalfPattern),
    (Half.HEADER, HalfPattern),
    ("common", CommonFigures),
)


def shipped_pattern_names() -> tuple[str, ...]:
    """Return the names of the shipped patterns, the default first.

    A missing folder is a :class:`ResourceError`.
    """
    names = (path.stem for path in resource_path("land_patterns").glob("*.toml"))
    return tuple(sorted(names, key=lambda name: (name != DEFAULT_PATTERN, name)))


def current_name(name: str) -> str:
    """Return today's name of a shipped pattern that had another one; any other name as it is."""
    return ALIASES.get(name, name)


def shipped_pattern(name: str = DEFAULT_PATTERN) -> LandPattern:
    """Return a shipped pattern by its name, today's or a former one; its file is read once.

    An :class:`A4sError` names those that there are where there is none of that name; a damaged file
    raises as :func:`read_pattern`, a missing default is a :class:`ResourceError`.
    """
    names = shipped_pattern_names()
    name = current_name(name)
    if name not in (DEFAULT_PATTERN, *names):  # a missing default is the installation's fault
        raise A4sError(
            f"land pattern “{printable(name)}” is unknown; choose from {', '.join(names)}"
        )
    return _read_once(_shipped_path(name))


def _shipped_path(name: str) -> Path:
    return resource_path("land_patterns", f"{name}.toml")


def read_pattern(path: Path) -> LandPattern:
    """Read a land-pattern file and check it.

    A file with a ``base`` gives only the figures in which it differs from that shipped pattern,
    each with a source of its own. A :class:`DataError` refuses a figure that is missing, unknown or
    of the wrong kind, a :class:`LandPatternError` figures that cannot be on a board.
    """
    return _read_pattern(path, ())


_read_once = cache(read_pattern)


def _read_pattern(path: Path, above: tuple[Path, ...]) -> LandPattern:
    """Read a pattern on which the ones in the files ``above`` build."""
    root = read_toml(path)
    base = _read_base(root, (*above, path))
    sources = read_sources(root.record_or_empty("sources"))
    parts: dict[str, Any] = {}
    figure_sources: dict[str, Source] = dict(base.sources) if base else {}
    for part, kind in _PARTS:
        record = root.record(part) if base is None else root.record_or_empty(part)
        inherited = getattr(base, part, None)
        parts[part], own_sources = _read_part(part, record, kind, inherited, sources)
        figure_sources |= {f"{part}.{figure}": source for figure, source in own_sources.items()}
    summary = root.text_or("summary")
    pattern = root.whole(LandPattern, summary=summary, sources=figure_sources, **parts)
    try:
        check_pattern(pattern)
    except LandPatternError as error:
        raise LandPatternError(error.field, error.reason, str(path)) from None
    return pattern


def _read_base(root: Record, above: tuple[Path, ...]) -> LandPattern | None:
    if not root.offers("base"):
        return None
    names = shipped_pattern_names()
    base = current_name(root.choice("base", (*names, *ALIASES), " or ".join(names)))
    path = _shipped_path(base)
    if any(path.samefile(one) for one in above):
        root.fail("base", "a pattern that does not build on this one")
    return _read_pattern(path, above)


def _read_part(
    part: str, record: Record, kind: type, inherited: object | None, sources: Mapping[str, Source]
) -> tuple[object, dict[str, Source]]:
    """Read the figures of one half, or the common ones, and the source of each that is given."""
    values: dict[str, object] = {}
    own_sources: dict[str, Source] = {}
    for figure in (field.name for field in fields(kind)):
        if inherited is not None and not record.offers(figure):
            values[figure] = getattr(inherited, figure)
            continue
        entry = record.record(figure)
        if entry.offers("readings"):
            values[figure], own_sources[figure] = _read_from_readings(entry, f"{part}.{figure}")
        else:
            is_text = figure == "terminal_reference"
            values[figure] = (
                entry.choice("value", TERMINAL_REFERENCES) if is_text else entry.number("value")
            )
            own_sources[figure] = source_of(entry, sources)
        entry.done()
    record.done()
    return kind(**values), own_sources


def _read_from_readings(entry: Record, figure: str) -> tuple[float | str, Source]:
    """Return the value in which the readings that an entry names agree, with their sources."""
    part, _, name = figure.partition(".")
    known = {
        reading.name: reading
        for reading in shipped_readings()
        if part in (reading.half, "common") and _figure_of(reading, figure, name) is not None
    }
    chosen = [known[one] for one in entry.choices("readings", tuple(known))]
    values = {_figure_of(reading, figure, name) for reading in chosen}
    if len(values) != 1:
        entry.fail("readings", f"readings of {name} that agree")
    return next(value for value in values if value is not None), _joined(chosen)


def _figure_of(reading: Reading, figure: str, name: str) -> float | str | None:
    if name == "terminal_reference":
        return reading.terminal_reference or None
    return reading.value(figure)


def _joined(readings: list[Reading]) -> Source:
    """Return the sources of readings as one; :attr:`Source.documents` takes it apart again."""
    if len(readings) == 1:
        return readings[0].source
    documents = "; ".join(reading.source.document for reading in readings)
    return Source(
        documents, "; ".join(reading.source.table for reading in readings), "In agreement"
    )
