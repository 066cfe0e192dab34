"""Reading land patterns: the shipped ones of ``resources/land_patterns`` and any file like them."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import Record, read_toml
from a4s_gui.geometry.land_pattern import (
    CommonFigures,
    HalfPattern,
    LandPattern,
    LandPatternError,
    check_common,
    check_half,
)
from a4s_gui.resources import resource_path

DEFAULT_PATTERN = "default"
_PARTS: tuple[tuple[str, type], ...] = (
    (Half.SOCKET, HalfPattern),
    (Half.HEADER, HalfPattern),
    ("common", CommonFigures),
)


def shipped_pattern_names() -> tuple[str, ...]:
    """Return the names of the shipped patterns, the default first.

    Raises
    ------
    ResourceError
        The folder of the shipped patterns is missing.
    """
    names = sorted(path.stem for path in resource_path("land_patterns").glob("*.toml"))
    return tuple(sorted(names, key=lambda name: (name != DEFAULT_PATTERN, name)))


def shipped_pattern(name: str = DEFAULT_PATTERN) -> LandPattern:
    """Read a shipped pattern by its name.

    Raises
    ------
    DataError, LandPatternError
        The file is damaged; the message names file, entry, field and what was expected.
    ResourceError
        There is no such file.
    """
    return read_pattern(resource_path("land_patterns", f"{name}.toml"))


def read_pattern(path: Path) -> LandPattern:
    """Read a land-pattern file and check it.

    Raises
    ------
    DataError
        A figure is missing, unknown or of the wrong kind.
    LandPatternError
        The figures cannot be on a board: negative sizes, pads that overlap.
    """
    root = read_toml(path)
    base = shipped_pattern(root.text("base")) if root.has("base") else None
    sources = _read_sources(root.record("sources"))
    found_sources: dict[str, Source] = dict(base.sources) if base else {}
    parts = {}
    for part, kind in _PARTS:
        inherited = getattr(base, part) if base else None
        record = root.record(part) if root.has(part) or base is None else Record(path, part, {})
        values = {}
        for figure in fields(kind):
            if inherited is not None and not record.has(figure.name):
                values[figure.name] = getattr(inherited, figure.name)
                continue
            entry = record.record(figure.name)
            is_text = figure.name == "terminal_reference"
            values[figure.name] = (
                entry.choice("value", ("A", "B", "C")) if is_text else entry.number("value")
            )
            source = entry.choice("source", tuple(sources))
            found_sources[f"{part}.{figure.name}"] = sources[source]
            entry.done()
        record.done()
        parts[part] = kind(**values)
    pattern = LandPattern(
        name=root.text("name"),
        title=root.text("title"),
        summary=root.text_or("summary"),
        socket=parts[Half.SOCKET],
        header=parts[Half.HEADER],
        common=parts["common"],
        sources=found_sources,
    )
    root.done()
    try:
        for half in Half:
            check_half(half, pattern.half(half))
        check_common(pattern.common)
    except LandPatternError as error:
        raise LandPatternError(f"{path}: {error.field}", error.reason) from None
    return pattern


def _read_sources(record: Record) -> dict[str, Source]:
    sources = {}
    for name in record:
        entry = record.record(name)
        sources[name] = Source(entry.text("document"), entry.text("table"), entry.text_or("note"))
        entry.done()
    return sources
