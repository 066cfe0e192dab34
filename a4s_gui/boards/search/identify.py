"""Finding the connectors of this series among the components of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a4s_gui.boards.data import check_data
from a4s_gui.boards.model import BoardFile, BoardFileError, Component, PinList
from a4s_gui.boards.search.connector import Found, IdentifiedBy, in_number_order
from a4s_gui.boards.search.contact_rows import ContactRows, find_contact_rows
from a4s_gui.boards.search.patterns import connector_of, nearest_fits
from a4s_gui.boards.search.recognition import Scheme, recognise
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.part_numbers.lookup import find_part
from a4s_gui.catalog.part_numbers.part_number import PartNumber, PartNumberError
from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, frozen, replace
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW, Numbering

_NUMBER = re.compile(r"AXE[ -]?[56]E?[0-9]{4,5}D?", re.IGNORECASE)
_LEAST_SHARE = 0.75
"""Of its contacts that a connector found by geometry alone must have."""
_TERMINALS, _LEAST_TERMINALS = 4, 2
_FURTHEST_UM = 250.0
"""By geometry alone, pads that are on average further off every land pattern are another part's."""
_MOST_STRAYS = 4
"""Pads of a component found by geometry alone that are neither contact nor terminal."""


@frozen(slots=False)
class Searcher:
    """Looks for connectors of the catalog.

    ``parts`` are numbers that the user gives; each is taken for the connectors of its half and
    pins, and for pin lists that name none. ``numbering`` is that of pin lists, which have no pads
    to see it from.
    """

    catalog: Catalog
    parts: tuple[PartNumber, ...] = ()
    numbering: Numbering = field(default_factory=Numbering)

    def search(self, files: Sequence[BoardFile]) -> tuple[Found, ...]:
        """Return the connectors of some files, in their order.

        A :class:`BoardFileError` says that a file holds none, or that a pin list is of no part that
        is known, another :class:`A4sError` that a number which the user gave is no connector's of
        these.
        """
        unnamed = iter(self.parts)
        found = [
            replace(one, file_index=index)
            for index, file in enumerate(files)
            for one in (
                [self._pin_list(file.name, file.pin_list, unnamed)]
                if file.pin_list
                else self._connectors(file)
            )
        ]
        for part in self.parts:
            if all(one.part != str(part.today()) for one in found):
                raise A4sError(
                    f"--part {part}: no {part.pins}-pin {part.half} is in "
                    f"{' or '.join(file.name for file in files)}; leave it out to see what is"
                )
        return tuple(found)

    def _connectors(self, file: BoardFile) -> list[Found]:
        found = [one for c in file.components if (one := self._connector(file.name, c))]
        if not found:
            raise BoardFileError(
                f"{file.name}: expected a connector of this series, by number or as two rows at "
                "0.40 mm with soldering terminals, found none; write the part number into the "
                "value of the one that is meant"
            )
        return found

    def _connector(self, file: str, component: Component) -> Found | None:
        rows, scheme = None, None
        seen = find_contact_rows(component)
        if seen is not None:
            rows, scheme = recognise(seen)
        named = list(self._named(component))
        identity = self._identity(component, rows, named)
        if identity is None:
            return None
        half, pins, part, by = identity
        contacts = rows.contacts if rows else {}
        return Found(
            file,
            0,
            component.reference,
            half,
            pins,
            part,
            by,
            scheme,
            component,
            rows,
            {site: pad.number for site, pad in contacts.items()},
            {site: pad.net for site, pad in contacts.items()},
            _nets(component, rows),
            _said(named),
        )

    def _identity(
        self,
        component: Component,
        rows: ContactRows | None,
        named: Sequence[tuple[str, PartNumber]],
    ) -> tuple[Half, int, str | None, IdentifiedBy] | None:
        measured = self._measured(rows) if rows else None
        if named:
            # A text may name the mate as well: the half that is drawn is meant.
            kind, part = next(((k, p) for k, p in named if measured == (p.half, p.pins)), named[0])
            given = self._given(part.half, part.pins)
            by = IdentifiedBy.OPTION if given else IdentifiedBy(kind)
            return part.half, part.pins, str((given or part).today()), by
        if measured is None or any(
            check_data().other_series.search(text) for _, text in component.texts
        ):
            return None
        given = self._given(*measured)
        by = IdentifiedBy.OPTION if given else IdentifiedBy.GEOMETRY
        return *measured, str(given.today()) if given else None, by

    def _given(self, half: Half, pins: int) -> PartNumber | None:
        return next((p for p in self.parts if (p.half, p.pins) == (half, pins)), None)

    def _named(self, component: Component) -> Iterator[tuple[str, PartNumber]]:
        """Yield the part numbers of the catalog that stand in a component's texts."""
        for kind, text in component.texts:
            for match in _NUMBER.finditer(text):
                try:
                    yield kind, find_part(self.catalog, match[0])
                except PartNumberError:
                    continue

    def _measured(self, rows: ContactRows) -> tuple[Half, int] | None:
        """Return the half and pins that pads look like, ``None`` if they look like neither."""
        pins = 2 * rows.columns
        is_whole = (
            len(rows.contacts) >= _LEAST_SHARE * pins
            and len(rows.terminals) >= _LEAST_TERMINALS
            and len(rows.strays) <= _MOST_STRAYS
        )
        if not is_whole:
            return None
        connectors = [connector_of(self.catalog, half, pins) for half in Half]
        fits = [nearest_fits(rows, c)[0] for c in connectors if c is not None]
        if not fits:
            return None
        half, best = min(zip(Half, fits, strict=True), key=lambda one: one[1].total_mm)
        typical_um = 1000 * best.total_mm / (len(best.contacts) + len(best.terminals))
        return (half, pins) if typical_um <= _FURTHEST_UM else None

    def _pin_list(self, file: str, pins: PinList, unnamed: Iterator[PartNumber]) -> Found:
        if pins.part:
            part = self._part_of(file, pins.part)
        else:
            given = next(unnamed, None)
            if given is None:
                raise BoardFileError(
                    f"{file}, line 1: expected part,NUMBER as in part,AXE540127, found a pin; "
                    "write that line above it, or give --part on the command line"
                )
            part = given
        scheme = Scheme(self.numbering.rows, self.numbering.pin_1_of(part.half))
        numbers = {
            (row, column): str(self.numbering.number_at(part.half, part.pins, row, column))
            for row in (TOP_ROW, BOTTOM_ROW)
            for column in range(part.pins // 2)
        }
        number = str(part.today())
        by = IdentifiedBy.VALUE if pins.part else IdentifiedBy.OPTION
        return Found(
            file,
            0,
            number,
            part.half,
            part.pins,
            number,
            by,
            scheme,
            numbers=numbers,
            nets_at={site: pins.nets.get(n, "") for site, n in numbers.items()},
            nets={pin: net for pin, net in pins.nets.items() if net},
            doubled=pins.doubled,
            unknown=_unknown_pins(pins, part.pins),
            unlisted=tuple(sorted(set(numbers.values()) - pins.nets.keys(), key=int)),
        )

    def _part_of(self, file: str, number: str) -> PartNumber:
        try:
            return find_part(self.catalog, number)
        except PartNumberError as error:
            raise BoardFileError(f"{file}, line 1: {error}") from None


def read_parts(catalog: Catalog, texts: Sequence[str]) -> tuple[PartNumber, ...]:
    """Read the numbers that the user gives; raises as :func:`find_part`."""
    return tuple(find_part(catalog, text) for text in texts)


def _said(named: Sequence[tuple[str, PartNumber]]) -> tuple[PartNumber, ...]:
    """Return what goes into the bill of materials; a footprint's name where nothing does."""
    in_bill = tuple(part for kind, part in named if kind != IdentifiedBy.FOOTPRINT)
    return in_bill or tuple(part for _, part in named)


def _unknown_pins(listed: PinList, pins: int) -> tuple[str, ...]:
    """Return the pins of a list that a part does not have.

    Its four terminals may be counted on after the contacts, or have names.
    """
    known = {str(n) for n in range(1, pins + _TERMINALS + 1)}
    others = [pin for pin in listed.nets if pin not in known]
    named = [pin for pin in others if not pin.isdecimal()]
    return tuple(others if len(named) > _TERMINALS else [p for p in others if p not in named])


def _nets(component: Component, rows: ContactRows | None) -> dict[str, str]:
    pads = rows.pads if rows else component.pads
    nets: dict[str, str] = {}
    for pad in sorted(pads, key=lambda pad: in_number_order(pad.number)):
        if pad.net and pad.number:
            nets.setdefault(pad.number, pad.net)
    return nets
