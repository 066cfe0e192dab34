"""docs/glossary.md held to the code, and the words that were given up kept out of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| ([a-z0-9 ]+) \| `(\w+)` \| (.+) \|$", re.MULTILINE)
GIVEN_UP = (
    r"_?deeds?|tell|told|put_out|begun_large|as_asked|SeenPanel|LatePanel|outdate|Shelf|WayOn|"
    r"AnsweredList|finished_scene|laid_out_at|write_whole|naming_missing_libraries|settle|intents|"
    r"PadMeeting|HeadedModel|BoardCheck|Derived|PairFigure|DrawingStage"
)


def rows() -> list[tuple[str, str, str]]:
    return ROW.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))


@cache
def names() -> frozenset[str]:
    """Return every name that the program gives to something."""
    return frozenset(_names())


def _names() -> Iterator[str]:
    for path in sorted((ROOT / "a4s_gui").rglob("*.py")):
        yield path.stem
        for node in _nodes(ast.parse(path.read_bytes())):
            match node:
                case ast.ClassDef() | ast.FunctionDef():
                    yield node.name
                case ast.Name(ctx=ast.Store()):
                    yield node.id
                case ast.Attribute(ctx=ast.Store()):
                    yield node.attr
                case ast.arg():
                    yield node.arg


def _nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield every node, as ``ast.walk`` does in twice the time."""
    ahead: list[ast.AST] = [tree]
    while ahead:
        node = ahead.pop()
        yield node
        for value in vars(node).values():
            if isinstance(value, ast.AST):
                ahead.append(value)
            elif isinstance(value, list):
                ahead += [one for one in value if isinstance(one, ast.AST)]


def test_every_word_of_the_glossary_stands_in_the_code() -> None:
    assert len(rows()) > 30
    assert [word for word, name, _ in rows() if name not in names()] == []


def test_a_word_has_one_line_and_the_lines_their_order() -> None:
    words = [word for word, _, _ in rows()]

    assert words == sorted(set(words))


def test_no_word_that_was_given_up_has_come_back() -> None:
    assert sorted(name for name in names() if re.fullmatch(GIVEN_UP, name)) == []
