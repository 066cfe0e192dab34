"""Tables as text, columns apart by tabs or commas: what spreadsheets take, and what they give."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_FORMULA = re.compile(r"\s*(?:[=@]|[+-].*[(!|])", re.DOTALL)


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as text to paste; no cell may hold a tab or a line end."""
    return "".join("\t".join(row) + "\n" for row in rows)


def comma_separated(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV as RFC 4180 has it, but that lines end in a line feed alone.

    Texts that a spreadsheet would run are guarded.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(guarded, rows))
    return text.getvalue()


def guarded(row: Iterable[T]) -> list[T | str]:
    """Return a row in which what a spreadsheet would run has an apostrophe before it.

    Names of nets come from files of others. ``+3V3`` and ``-12V`` are left as they are: without
    a call or a reference they do nothing.
    """
    return [f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell for cell in row]


def decode_table(content: bytes) -> str:
    """Return the text of a table, whichever of the usual programs wrote it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # a spreadsheet's "Unicode"
        return content.decode("utf-16", errors="replace")
    for encoding, zeros in (("utf-16-le", content[1:200:2]), ("utf-16-be", content[0:200:2])):
        if zeros and not any(zeros):  # Latin text without a byte-order mark
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets of Western systems write; part numbers are alike in all of them.
        return content.decode("cp1252", errors="replace")
