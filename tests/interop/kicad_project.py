"""A project of KiCad with every symbol of a library on one sheet, written by hand."""

from __future__ import annotations

import re
import uuid
from pathlib import Path

_STEP_MM = 50.8
_COLUMNS = 30


def write_project(folder: Path, name: str, library: str) -> Path:
    """Write a project of a library in the same folder; return its schematic.

    Each symbol of ``library``.kicad_sym stands once on the sheet, as J1, J2 and so on.
    """
    text = (folder / f"{library}.kicad_sym").read_text(encoding="utf-8")
    symbols = {found[1]: found[0] for found in re.finditer(r'(?m)^  \(symbol "([^"]+)".*$', text)}
    embedded = "\n".join(symbols.values()).replace('  (symbol "', f'  (symbol "{library}:')
    root = uuid.uuid5(uuid.NAMESPACE_URL, name)
    placed = [
        _placed(index, f"{library}:{symbol}", line, f"{root}", name)
        for index, (symbol, line) in enumerate(symbols.items())
    ]
    lines = [
        f'(kicad_sch (version 20231120) (generator "eeschema") (uuid "{root}") (paper "A0")',
        f"(lib_symbols\n{embedded}\n)",
        *placed,
        '(sheet_instances (path "/" (page "1")))\n)',
    ]
    schematic = folder / f"{name}.kicad_sch"
    schematic.write_text("\n".join(lines), encoding="utf-8")
    schematic.with_suffix(".kicad_pro").write_text("{}", encoding="utf-8")
    for table, kind, suffix in (("fp", "fp", "pretty"), ("sym", "sym", "kicad_sym")):
        row = f'(lib (name "{library}")(type "KiCad")(uri "${{KIPRJMOD}}/{library}.{suffix}"))'
        (folder / f"{table}-lib-table").write_text(f"({kind}_lib_table {row})", encoding="utf-8")
    return schematic


def _placed(index: int, ident: str, symbol: str, root: str, project: str) -> str:
    footprint = re.search(r'\(property "Footprint" "([^"]+)"', symbol)
    assert footprint
    x, y = (_STEP_MM * (1 + place) for place in (index % _COLUMNS, index // _COLUMNS))
    reference, value = f"J{index + 1}", ident.partition(":")[2]
    return (
        f'(symbol (lib_id "{ident}") (at {x:g} {3 * y:g} 0) (unit 1) (in_bom yes) (on_board yes)'
        f' (dnp no) (uuid "{uuid.uuid5(uuid.NAMESPACE_URL, root + ident)}")'
        f' (property "Reference" "{reference}" (at {x:g} 0 0))'
        f' (property "Value" "{value}" (at {x:g} 0 0))'
        f' (property "Footprint" "{footprint[1]}" (at {x:g} 0 0))'
        f' (instances (project "{project}" (path "/{root}" (reference "{reference}") (unit 1)))))'
    )
