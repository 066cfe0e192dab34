"""S-expressions as KiCad writes them: nested lists of words, quoted texts and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from a4s_gui.catalog.numbers import plain_number


class Word(str):
    """A token that is written without quotes, such as ``smd`` or ``pad``."""

    __slots__ = ()


Node: TypeAlias = "str | int | float | Sequence[Node]"
"""A list whose first item is its :class:`Word`; plain ``str`` is quoted when written."""

_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"},
)


def format_length(value: float) -> str:
    """Return a number with at most six decimals, no needless zeros and no ``-0``.

    Six decimals of a millimetre are one nanometre, KiCad's own unit.
    """
    return plain_number(value, 6)


def quoted(text: str) -> str:
    """Return a text in quotes, the backslash escaped before what it escapes."""
    return f'"{text.translate(_ESCAPES)}"'


def on_one_line(node: Node) -> str:
    """Return a node and all that is in it on one line."""
    match node:
        case Word():
            return str(node)
        case str():
            return quoted(node)
        case int() | float():
            return format_length(node)
        case _:
            return f"({' '.join(on_one_line(item) for item in node)})"


def document(head: Sequence[Node], children: Sequence[Node]) -> str:
    """Return a file: the head opens the outermost list, each child stands on a line of its own."""
    lines = [f"({' '.join(on_one_line(item) for item in head)}"]
    lines += [f"  {on_one_line(child)}" for child in children]
    return "\n".join([*lines, ")", ""])
