"""Reads a KiCad symbol library back with sexpdata: an independent parser."""

from __future__ import annotations

from dataclasses import dataclass

import sexpdata

from tests.export.kicad_reader import Tree, child


@dataclass(frozen=True)
class ReadSymbol:
    """A symbol: its properties, and its pins by number with name, x and y."""

    name: str
    properties: dict[str, str]
    pins: dict[str, tuple[str, float, float]]


def read_symbols(data: bytes) -> dict[str, ReadSymbol]:
    """Return the symbols of a ``.kicad_sym`` file by name."""
    tree = sexpdata.loads(data.decode("utf-8"))
    assert str(tree[0]) == "kicad_symbol_lib"
    assert child(tree, "version") == [20211014]
    found = [_symbol(node) for node in tree[1:] if str(node[0]) == "symbol"]
    assert len({symbol.name for symbol in found}) == len(found)
    return {symbol.name: symbol for symbol in found}


def _symbol(node: Tree) -> ReadSymbol:
    lists = [item for item in node if isinstance(item, list)]
    properties = [item for item in lists if str(item[0]) == "property"]
    idents = [child(item, "id")[0] for item in properties]
    assert idents == list(range(len(idents)))
    units = [item for item in lists if str(item[0]) == "symbol"]
    assert [unit[1] for unit in units] == [f"{node[1]}_0_1", f"{node[1]}_1_1"]
    pins = [item for item in units[1] if isinstance(item, list) and str(item[0]) == "pin"]
    numbers = {child(pin, "number")[0]: pin for pin in pins}
    assert len(numbers) == len(pins)
    return ReadSymbol(
        node[1],
        {item[1]: item[2] for item in properties},
        {
            number: (child(pin, "name")[0], *map(float, child(pin, "at")[:2]))
            for number, pin in numbers.items()
        },
    )
