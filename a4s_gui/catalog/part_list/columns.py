"""What the columns of a bill of materials hold, by its heading, and how many pieces a row means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.part_numbers.recognition import numbers_in
from a4s_gui.catalog.user_numbers import PIECES, NumberError, read_count
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import frozen


class Role(StrEnum):
    """What a column is read for."""

    PART = "part"
    QUANTITY = "quantity"
    REFERENCES = "references"
    NOT_FITTED = "not fitted"
    DESCRIPTION = "description"
    OTHER = "other"


_WORDS = {
    Role.PART: (
        "mpn mfrpart mfrpartno mfrpartnumber mfrpartnum mfrpn mfrno mfr mfgpart mfgpartno mfgpn "
        "mfgpartnumber manufacturerpart manufacturerpartno manufacturerpartnumber manufacturerpn "
        "manufacturersartno manufacturerspartnumber partnumber partno herstellernummer "
        "herstellerteilenummer herstellerartikelnummer référencefabricant"
    ),
    Role.QUANTITY: (
        "qty quantity quantities qnty orderqty orderquantity totalqty totalquantity requestedqty "
        "menge anzahl stückzahl stück stk count pcs pieces qté qte quantité cantidad quantità 数量"
    ),
    Role.REFERENCES: (
        "ref refs reference references refdes designator designators referencedesignator "
        "referencedesignators partreference bezeichner referenz repère 位号"
    ),
    Role.NOT_FITTED: "dnp dni dnf donotpopulate donotfit donotplace notfitted",
    Role.DESCRIPTION: (
        "description desc footprint package datasheet link url remark remarks note notes "
        "beschreibung bezeichnung bemerkung"
    ),
    Role.OTHER: (
        "value val comment part item index libref manufacturer side layer posx posy rot "
        "wert bauteil hersteller pos"
    ),
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_BEGINS = {"qty": Role.QUANTITY, "quantity": Role.QUANTITY, "manufacturerpartn": Role.PART}

_RANGE = re.compile(
    r"([A-Za-z_]{1,6})([0-9]{1,5})\s?(?:-|\u2013|\.\.)\s?([A-Za-z_]{0,6})([0-9]{1,5})"
)
_REFERENCE = re.compile(r"[A-Za-z_]{1,6}[0-9]{1,5}[A-Za-z]?")
_BETWEEN_REFERENCES = re.compile(r"[\s,;]+")
_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
_UNIT = re.compile(
    r"(?<=[0-9])\s*(?:pcs?|pieces?|pces?|ea|each|stk?|stück|stuks?|шт|个|只|個)\.?\Z",
    re.IGNORECASE,
)
"""What stands behind a count in bills of several languages."""
_NO = ("", "0", "no", "false", "n", "fitted")


@frozen
class Columns:
    """The columns of a table by what they hold; none are known before a heading was read."""

    roles: tuple[Role | None, ...] = ()

    def role(self, place: int) -> Role | None:
        """Return the role of a column, ``None`` where it is not known."""
        return self.roles[place] if place < len(self.roles) else None

    def cells(self, role: Role, cells: Sequence[str]) -> list[str]:
        """Return the cells of a row that are of one role and not empty."""
        return [cell for cell, of in zip(cells, self.roles, strict=False) if of is role and cell]


def heading(cells: Sequence[str]) -> Columns | None:
    """Return the columns where a row is a heading, ``None`` where it is none."""
    roles = tuple(map(_role, cells))
    known = [role for role in roles if role is not None]
    if len(known) < 2 or set(known) <= {Role.OTHER, Role.DESCRIPTION}:
        return None
    return Columns(roles)


@lru_cache(maxsize=1_024)  # the cells of a table are much the same
def _role(cell: str) -> Role | None:
    word = "".join(character for character in cell.casefold() if character.isalpha())
    begun = (role for begin, role in _BEGINS.items() if word.startswith(begin))
    return _ROLES.get(word) or next(begun, None)


def count_references(text: str) -> int:
    """Return how many references a cell names; ``J1-J4`` are four."""
    ranged = 0

    def take(match: re.Match[str]) -> str:
        nonlocal ranged
        count = int(match[4]) - int(match[2]) + 1
        if count < 2 or match[3] not in ("", match[1]):
            return match[0]
        ranged += count
        return " "

    rest = _RANGE.sub(take, text)
    return ranged + sum(bool(piece) for piece in _BETWEEN_REFERENCES.split(rest))


def quantity_of(columns: Columns, cells: Sequence[str]) -> tuple[int | None, str]:
    """Return how many pieces a row means, ``None`` where it does not say, and what to note of it.

    That is the column of quantities, else the number of references. Without a heading it is the one
    cell that is a whole number, or the references.
    """
    if any(cell.casefold() not in _NO for cell in columns.cells(Role.NOT_FITTED, cells)):
        return 0, "not fitted, so not counted"
    stated = columns.cells(Role.QUANTITY, cells)
    references = sum(
        map(count_references, filter(_may_name, columns.cells(Role.REFERENCES, cells)))
    )
    if not columns.roles:
        numbers = [cell for cell in cells if _WHOLE_NUMBER.fullmatch(cell)]
        stated = numbers if len(numbers) == 1 else []
        references = sum(count_references(cell) for cell in cells if _are_references(cell))
    if not stated:
        return references or None, ""
    count, note = _read(stated[0])
    if count is not None and references and count != references:
        note = f"quantity {count:,}, but {pluralize(references, 'reference')}"
    return count, note


def _may_name(cell: str) -> bool:
    """Return whether a cell may be references: ``3x AXE640124`` in their column is a line alone."""
    return " " not in cell.strip() or not any(numbers_in(cell))


def _are_references(cell: str) -> bool:
    pieces = [piece for piece in _BETWEEN_REFERENCES.split(cell) if piece]
    return bool(pieces) and all(
        _REFERENCE.fullmatch(piece) or _RANGE.fullmatch(piece) for piece in pieces
    )


def _read(text: str) -> tuple[int | None, str]:
    if re.fullmatch(r"0+(?:[.,]0+)?", text):
        return 0, ""
    try:
        return read_count(re.sub(r"[.,]0{1,2}\Z", "", _UNIT.sub("", text)), PIECES), ""
    except NumberError:
        return None, f"quantity “{printable(text)}” is no whole number"
