"""Tables as text that spreadsheets take: columns apart by tabs or by commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as text to paste; no cell may hold a tab or a line end."""
    return "".join("\t".join(row) + "\n" for row in rows)


def comma_separated(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV as RFC 4180 has it, but that lines end in a line feed alone."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
