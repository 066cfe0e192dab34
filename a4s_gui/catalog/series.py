"""The series as the shipped files describe it: ``resources/catalog/series.toml``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from a4s_gui.catalog.model import (
    Half,
    OtherSeries,
    OutlineRule,
    Product,
    ProductLine,
    SeenEnding,
    Series,
    StiffenerRange,
)
from a4s_gui.catalog.records import Record, read_sources, read_toml, source_of
from a4s_gui.resources import resource_path

Part = TypeVar("Part", OutlineRule, StiffenerRange, ProductLine, OtherSeries, SeenEnding)
Key = TypeVar("Key", bound=StrEnum)


@cache
def shipped_series() -> Series:
    """Return the series; its file is read once.

    A damaged file is a :class:`DataError`, a missing one a :class:`ResourceError`.
    """
    return read_series(resource_path("catalog", "series.toml"))


def read_series(path: Path) -> Series:
    """Read a file that describes a series.

    A :class:`DataError` says too that a half or product line is missing or stands twice, or that
    the stiffener's range is none.
    """
    root = read_toml(path)
    sources = read_sources(root.record("sources"))

    def built(kind: type[Part], entry: Record) -> Part:
        return entry.whole(kind, source=source_of(entry, sources))

    outlines = _one_each(root, "outlines", "half", Half)
    products = _one_each(root, "products", "product", Product)
    series = root.build(
        Series,
        outlines={half: built(OutlineRule, entry) for half, entry in outlines.items()},
        stiffener=built(StiffenerRange, root.record("stiffener")),
        products={product: built(ProductLine, entry) for product, entry in products.items()},
        other_series=tuple(built(OtherSeries, entry) for entry in root.records("other_series")),
        seen_endings=tuple(built(SeenEnding, entry) for entry in root.records("seen_endings")),
        source=source_of(root, sources),
    )
    if series.stiffener.least_mm >= series.stiffener.most_mm:
        root.record("stiffener").fail("most_mm", "a number above least_mm")
    root.done()
    return series


def _one_each(root: Record, field: str, key: str, keys: type[Key]) -> dict[Key, Record]:
    """Return the tables of a list, of which each key has one."""
    found: dict[Key, Record] = {}
    for entry in root.records(field):
        name = keys(entry.choice(key, tuple(keys)))
        if name in found:
            entry.fail(key, f"one entry only for each {key}")
        found[name] = entry
    for name in keys:
        if name not in found:
            root.fail(field, f"an entry for the {name}")
    return found
