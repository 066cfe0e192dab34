"""Any text at all, read as a part number, a number or a list: an answer or one line."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import pytest

from a4s_gui.catalog import user_numbers
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.part_list import read_list
from a4s_gui.catalog.part_numbers.completion import complete
from a4s_gui.catalog.part_numbers.lookup import find_part
from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from a4s_gui.catalog.part_numbers.text_search import text_test
from a4s_gui.catalog.selection.resolve import resolve
from tests.endure.trials import count, refusal

_FULL = 1_000_000
_PIECES = (
    *("AXE", "axe", "5", "6", "40", "127", "124", "D", "A", "*", "?", "/", "-", "_", " ", ".", ","),
    *("0.8", "0,8", "1", "mm", "mA", "A", "pins", "pin", "pcs", "dpi", ":1", "socket", "header"),
    *("Panasonic", "taxes", "AXT624124", "J1", "\t", "\n", ";", '"', "'", "=", "(", "%s", "{0}"),
    *("\0", "\u202e", "\u00a0", "\ufeff", "٣", "５", "Ａ", "ß", "İ", "👩‍🔧", "1e400", "nan", "-1"),
    *("AXE540127", "AXE640124", "AXE524127D", "AXE5**127", "a" * 300, "9" * 40),
)


def strings(seed: str, number: int) -> list[str]:
    """Return random texts, of pieces that mean something and of any characters."""
    chance = random.Random(seed)
    made = []
    for _ in range(number):
        pieces = chance.choices(_PIECES, k=chance.randint(0, 7))
        if chance.random() < 0.3:
            pieces.append(chr(chance.choice((chance.randrange(256), chance.randrange(0xD800)))))
        made.append("".join(pieces))
    return made


_NUMBERS = {
    name: kind
    for name, kind in vars(user_numbers).items()
    if isinstance(kind, user_numbers.NumberKind)
}


def _numbers(text: str) -> None:
    for kind in _NUMBERS.values():
        read = user_numbers.read_count if kind.whole else user_numbers.read_number
        assert refusal(partial(read, text, kind)).isprintable()


_READERS: dict[str, Callable[[Catalog, str], object]] = {
    "part number": find_part,
    "pair": lambda catalog, text: resolve(catalog, [text]),
    "completion": complete,
    "nearest": nearest_part_numbers,
    "search": lambda catalog, text: [pair for pair in catalog.pairs[::9] if text_test(text)(pair)],
    "list": read_list,
    "number": lambda _catalog, text: _numbers(text),
}


@pytest.mark.parametrize("reader", list(_READERS))
def test_any_text_has_an_answer(catalog: Catalog, reader: str) -> None:
    for number, text in enumerate(strings(reader, count(_FULL // len(_READERS)))):
        said = refusal(partial(_READERS[reader], catalog, text))
        assert said.isprintable(), f"{number}: {text!r}: {said}"
