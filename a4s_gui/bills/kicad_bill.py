"""KiCad's netlists as tables with tabs: the XML of its bills of materials, and ``.net`` files."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from a4s_gui.boards.model import BoardFileError
from a4s_gui.boards.reading.s_expression import Node, SExpressions
from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.part_list.part_list import PartListError

XML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<export\b", re.DOTALL)
"""What KiCad's XML netlist begins with."""
NETLIST = re.compile(r"\s*\(export\b")
"""What KiCad's own netlist begins with."""
_FIXED = ("Reference", "Value", "Footprint", "Datasheet")


def xml_table(text: str, name: str) -> str:
    """Return a heading and a row for each component; damaged XML is a :class:`PartListError`."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:  # KiCad writes none, and they can be bombs
        raise PartListError(f"{name}: declares entities, which no bill does; save it as CSV")
    try:
        # The text was decoded already; what it says of its encoding holds no longer.
        root = ET.fromstring(re.sub(r"^\s*<\?xml.*?\?>", "", text, flags=re.DOTALL))  # noqa: S314 - without entities
    except ET.ParseError as error:
        raise PartListError(f"{name}: is damaged XML ({error}); export the bill anew") from None
    return _table([_of_element(comp) for comp in root.iterfind("./components/comp")])


def netlist_table(text: str, name: str) -> str:
    """Return a heading and a row for each component; a damaged file is a ``PartListError``."""
    expressions = SExpressions(text.encode(), name)
    try:
        _, start = expressions.root()
        nodes = [
            expressions.node(at, end)
            for child, begin, _ in expressions.children(start)
            if child == "components"
            for _, at, end in expressions.children(begin)
        ]
    except BoardFileError as error:
        raise PartListError(f"{error}; export the netlist anew") from None
    return _table([_of_node(node) for node in nodes])


def _of_element(comp: ET.Element) -> dict[str, str]:
    known = {name: comp.findtext(name.lower()) or "" for name in _FIXED[1:]}
    fields = {
        field.get("name") or "": field.text or "" for field in comp.iterfind("./fields/field")
    }
    fields["DNP"] = "yes" if comp.find("./property[@name='dnp']") is not None else ""
    return fields | known | {_FIXED[0]: comp.get("ref") or ""}


def _of_node(comp: Node) -> dict[str, str]:
    known = {name: _atom(comp.child(name.lower())) for name in _FIXED[1:]}
    fields = comp.child("fields")
    named = {} if fields is None else {_name(field): field.atom(0) for field in fields.nodes}
    flags = [_name(node) for node in comp.nodes if node.name == "property"]
    named["DNP"] = "yes" if "dnp" in flags else ""
    return named | known | {_FIXED[0]: _atom(comp.child("ref"))}


def _name(node: Node) -> str:
    return _atom(node.child("name"))


def _atom(node: Node | None) -> str:
    return "" if node is None else node.atom(0)


def _table(components: list[dict[str, str]]) -> str:
    names = dict.fromkeys((*_FIXED, *(name for one in components for name in one)))
    rows = [list(names), *([one.get(name, "") for name in names] for one in components)]
    return tab_separated([" ".join(cell.split()) for cell in row] for row in rows)
