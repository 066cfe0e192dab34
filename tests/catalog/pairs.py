"""Pairs of the shipped catalog by what tells them apart."""

from __future__ import annotations

from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair

CATALOG = load_catalog()
KNOWLEDGE = Knowledge(CATALOG)


def standard(pins: int, height_mm: float = 0.8, packaging_mm: int = 8) -> Pair:
    (found,) = (
        pair
        for pair in CATALOG.pairs
        if (pair.pins, pair.mated_height_mm, pair.packaging_pitch_mm)
        == (pins, height_mm, packaging_mm)
    )
    return found


def inspection(pins: int) -> Pair:
    (found,) = CATALOG.pairs_of(f"AXE5E{pins}26")
    return found
