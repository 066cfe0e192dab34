"""S-expressions as KiCad writes them, read a list at a time from a file of any size.

A board is mostly tracks and filled areas. They are stepped over by one regular expression that
takes whole runs of innermost lists at once; only what is asked for becomes objects. Nothing here
calls itself, so depth costs no stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import NoReturn

from a4s_gui.boards.model import BoardFileError
from a4s_gui.catalog.wording import printable

DEEPEST = 200
"""More lists in each other than any program writes; KiCad's own go some 15 deep."""
_FURTHEST = 1e5
"""Numbers beyond are no place, length or angle on a board: 100 m."""

_RUN = re.compile(rb'[^()"]*+(?:\([^()"]*+\)[^()"]*+)*+')
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_TOKEN = re.compile(rb'\s*+(?:([()])|("(?:[^"\\]|\\.)*+")|([^\s()"]++))', re.DOTALL)
_NAME = re.compile(rb'\(\s*+([^\s()"]++)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


class Quoted(str):
    """An atom that stood in quotation marks."""

    __slots__ = ()


class Node:
    """One list: its name, its atoms and the lists in it."""

    __slots__ = ("atoms", "name", "nodes", "start", "text")

    def __init__(self, text: SExpressions, name: str, start: int) -> None:
        self.text = text
        self.name = name
        self.start = start
        self.atoms: list[str] = []
        self.nodes: list[Node] = []

    def child(self, name: str) -> Node | None:
        """Return the first list in this one of that name."""
        return next((node for node in self.nodes if node.name == name), None)

    def atom(self, index: int) -> str:
        """Return an atom after the name, empty if there are fewer."""
        return self.atoms[index] if index < len(self.atoms) else ""

    def number(self, index: int) -> float:
        """Return an atom as a number; one that is missing or no board's is a ``BoardFileError``."""
        try:
            value = float(self.atom(index))
        except ValueError:
            value = float("nan")
        if not isfinite(value) or abs(value) > _FURTHEST:
            found = f"“{printable(self.atom(index))}”" if self.atom(index) else "nothing"
            self.text.fail(self.start, f"a number at place {index + 1} of ({self.name} …", found)
        return value

    def number_or(self, index: int, default: float) -> float:
        """Return an atom as a number, or the default where there are fewer."""
        return self.number(index) if index < len(self.atoms) else default


class SExpressions:
    """The text of one file."""

    def __init__(self, data: bytes, file: str) -> None:
        self.data = data
        self.file = file

    def fail(self, at: int, expected: str, found: str) -> NoReturn:
        """Raise a :class:`BoardFileError` with file, line, what was expected and what is there."""
        line = self.data.count(b"\n", 0, at) + 1
        raise BoardFileError(f"{self.file}, line {line}: expected {expected}, found {found}")

    def root(self) -> tuple[str, int]:
        """Return the name of the one list of the file, and where it begins."""
        start = len(self.data) - len(self.data.lstrip(b"\xef\xbb\xbf \t\r\n"))
        return self.name_at(start), start

    def name_at(self, start: int) -> str:
        """Return the name of the list that begins at a place; empty if it has none."""
        match = _NAME.match(self.data, start)
        return match[1].decode("utf-8", "replace") if match else ""

    def first_atom(self, start: int) -> str:
        """Return the atom behind a list's name; empty if a list or nothing stands there."""
        name = _NAME.match(self.data, start)
        match = _TOKEN.match(self.data, name.end()) if name else None
        return _atom(match) if match and not match[1] else ""

    def children(self, start: int) -> Iterator[tuple[str, int, int]]:
        """Yield name, beginning and end of each list in the list that begins at ``start``.

        A :class:`BoardFileError` says that the file ends within it, or that lists stand too deep.
        """
        at = start + 1
        while True:
            match = _TOKEN.match(self.data, at)
            if match is None:
                self._fail_at_end(at, start)
            if match[1] == b"(":
                end = self.end_of(match.start(1))
                yield self.name_at(match.start(1)), match.start(1), end
                at = end
            elif match[1]:
                return
            else:
                at = match.end()

    def end_of(self, start: int) -> int:
        """Return where the list that begins at ``start`` ends; raises as :meth:`children`."""
        at, depth = start + 1, 1
        while depth:
            at = _RUN.match(self.data, at).end()  # type: ignore[union-attr]  # also fits nothing
            byte = self.data[at : at + 1]
            if byte == b'"':
                string = _STRING.match(self.data, at)
                if string is None:
                    self.fail(at, "a closing quotation mark", "the end of the file")
                at = string.end()
                continue
            if not byte:
                self._fail_at_end(at, start)
            depth += 1 if byte == b"(" else -1
            if depth > DEEPEST:
                self.fail(at, f"at most {DEEPEST} lists in each other", "one more")
            at += 1
        return at

    def node(self, start: int, end: int) -> Node:
        """Return a list, of which beginning and end are known, with all that is in it."""
        open_nodes: list[Node] = []
        node = Node(self, self.name_at(start), start)
        takes_name = False
        for match in _TOKEN.finditer(self.data, start, end):
            if match[1] == b"(":
                node = Node(self, "", match.start(1))
                if open_nodes:
                    open_nodes[-1].nodes.append(node)
                open_nodes.append(node)
                takes_name = True
                continue
            if match[1]:
                node = open_nodes.pop()
            elif takes_name and match[3]:
                open_nodes[-1].name = match[3].decode("utf-8", "replace")
            else:
                open_nodes[-1].atoms.append(_atom(match))
            takes_name = False
        return node

    def _fail_at_end(self, at: int, start: int) -> NoReturn:
        what = "the end of the file" if at >= len(self.data.rstrip()) else "what is no text"
        name = printable(self.name_at(start)) or "list"
        self.fail(at, f"the closing bracket of ({name} …", what)


def _atom(match: re.Match[bytes]) -> str:
    if match[3]:
        return match[3].decode("utf-8", "replace")
    text = match[2][1:-1].decode("utf-8", "replace")
    return Quoted(_ESCAPED.sub(lambda m: _ESCAPES.get(m[1], m[1]), text))
