"""S-expressions as KiCad writes them: nested lists of words, quoted texts and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from a4s_gui.catalog.numbers import plain_number
from a4s_gui.catalog.wording import one_line


class Word(str):
    """A token that is written without quotes, such as ``smd`` or ``pad``."""

    __slots__ = ()


Node: TypeAlias = "str | int | float | Sequence[Node]"
"""A text, which is quoted, a :class:`Word`, a number, or a list that begins with its name."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_DECIMALS = 6
"""Of a millimetre: one nanometre is KiCad's own unit."""


def quoted(text: str) -> str:
    """Return a text in quotes; of control characters KiCad reads only those that can be escaped."""
    return f'"{one_line(text.translate(_ESCAPES))}"'


def on_one_line(node: Node) -> str:
    """Return a node and all that is in it on one line."""
    match node:
        case Word():
            return str(node)
        case str():
            return quoted(node)
        case int() | float():
            return plain_number(node, _DECIMALS)
        case _:
            return f"({_items(node)})"


def document(head: Sequence[Node], children: Sequence[Node]) -> str:
    """Return a file: the head opens the outermost list, each child stands on a line of its own."""
    lines = [f"({_items(head)}"]
    lines += [f"  {on_one_line(child)}" for child in children]
    return "\n".join([*lines, ")", ""])


def _items(node: Sequence[Node]) -> str:
    name, *items = node
    return " ".join([str(name), *map(on_one_line, items)])
