"""A bill of materials as text, from a file or a stream of any kind that is known: bounded."""

from __future__ import annotations

import re
from pathlib import Path

from a4s_gui.bills.kicad_bill import NETLIST, XML, netlist_table, xml_table
from a4s_gui.bills.spreadsheet import BEGINNINGS, spreadsheet_table
from a4s_gui.catalog.delimited import decode_table
from a4s_gui.catalog.part_list.part_list import PartListError
from a4s_gui.catalog.wording import printable
from a4s_gui.debug_log import log

LARGEST_BYTES = 5_000_000
"""A list of the most lines that are read is far smaller."""

_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no program writes into a text."""
_FORMS = "a text, a CSV file, a spreadsheet or a KiCad bill"


def list_text(path: Path) -> str:
    """Return the text of a file: of a spreadsheet or a netlist its table, with tabs.

    A :class:`PartListError` refuses one that cannot be read, is empty, too large, damaged or no
    bill.
    """
    name = printable(path.name)
    if not path.is_file():  # reading a pipe or a device could wait for ever
        raise PartListError(f"{name}: is not a file that can be read; choose {_FORMS}")
    try:
        log("file", "reading %s", path)
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PartListError(f"{name}: cannot be read ({reason}); choose another file") from None
    text = decode_text(content, name)
    if not text.strip():
        raise PartListError(f"{name}: is empty; choose a file with part numbers")
    return text


def decode_text(content: bytes, name: str) -> str:
    """Return the content of a file as text, whichever of the usual programs wrote it.

    ``name`` begins the :class:`PartListError` for what is too large, damaged or no bill.
    """
    if len(content) > LARGEST_BYTES:
        raise PartListError(f"{name}: {_too_large()}")
    if content.startswith(BEGINNINGS):
        return spreadsheet_table(content, name)
    text = decode_table(content)
    if _NOT_TEXT.search(text):
        raise PartListError(f"{name}: is not text; save the parts list as text or CSV")
    if XML.match(text):
        return xml_table(text, name)
    return netlist_table(text, name) if NETLIST.match(text) else text


def check_text(text: str) -> None:
    """Refuse a pasted text that is empty, or larger than a file may be, by a ``PartListError``."""
    if not text.strip():
        raise PartListError("list: there is no text to read; copy some part numbers first")
    if len(text) > LARGEST_BYTES:
        raise PartListError(f"list: {_too_large()}")


def _too_large() -> str:
    return f"is larger than the {LARGEST_BYTES // 1_000_000} MB that a parts list may have"
