"""Spreadsheets (``.xlsx``, ``.xls``, ``.ods``) as tables with tabs, by calamine."""

from __future__ import annotations

import io
import zipfile

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.part_list.part_list import PartListError
from a4s_gui.catalog.wording import printable

BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""Of a zip archive (``.xlsx``, ``.ods``) and of a compound file (``.xls``)."""
_LARGEST_UNPACKED = 100_000_000
_LARGEST_WHOLE = 1e15
"""Numbers up to here are exact in a spreadsheet."""


def spreadsheet_table(content: bytes, name: str) -> str:
    """Return all sheets, one below the other: a line a row, empty ones too, a tab between cells.

    Hidden ones, which nobody sees who counts the pieces, are left out where any other is there; the
    last line then says how many.
    A :class:`PartListError` refuses what is damaged, protected, no spreadsheet, or unpacks to more
    than 100 MB.
    """
    _refuse_bombs(content, name)
    # Not at the start of the program, and not for texts.
    from python_calamine import CalamineError, SheetVisibleEnum, load_workbook  # noqa: PLC0415

    try:
        with load_workbook(io.BytesIO(content)) as book:
            seen = [s.name for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
            names = seen or book.sheet_names
            sheets = [book.get_sheet_by_name(sheet).to_python() for sheet in names]
            hidden = len(book.sheet_names) - len(names)
    except (CalamineError, OSError, ValueError) as error:
        what = f"is no spreadsheet that can be read ({printable(str(error), 120)})"
        raise PartListError(f"{name}: {what}; save it again, or as CSV") from None
    if hidden:
        sheets.append([[f"Hidden sheets, left out: {hidden}"]])
    return tab_separated([_text(cell) for cell in cells] for sheet in sheets for cells in sheet)


def _text(cell: object) -> str:
    """Return a cell in one line; whole numbers, which are all floats there, without a point."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_WHOLE:
        return str(int(cell))
    return " ".join(str(cell).split())


def _refuse_bombs(content: bytes, name: str) -> None:
    if not content.startswith(BEGINNINGS[0]):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        what = "is no spreadsheet that can be read"
        raise PartListError(f"{name}: {what}; save it again, or as CSV") from None
    if unpacked > _LARGEST_UNPACKED:
        raise PartListError(f"{name}: unpacks to {unpacked // 1_000_000} MB; save it as CSV")
