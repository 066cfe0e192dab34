"""The rows of docs/coverage.md: what of the datasheet lives where, and where it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Row:
    datasheet: str
    homes: tuple[str, ...]
    """Files, or entries as ``file: id``."""
    places: tuple[str, ...]
    worked_out: bool


def _row(line: str) -> Row:
    datasheet, data, window = (cell.strip() for cell in line.strip("|").split(" | "))
    homes = []
    for quoted in re.findall(r"`([^`]+)`", data):
        name, _, ids = quoted.partition(": ")
        homes += [f"{name}: {entry}" for entry in ids.split(", ")] if ids else [name]
    places = window.removesuffix(", worked out")
    return Row(datasheet, tuple(homes), tuple(places.split("; ")), places != window)


ROWS = [
    _row(line)
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| datasheet", "| ---"))
]
