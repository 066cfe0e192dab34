"""The ordering key as one table: the fields of a part number, and what may stand in each.

The key is the datasheet's (2016, ordering information): series, half, number of pins, mated height,
function, surface treatment, package. Inspection types read ``AXE5Enn26`` / ``AXE6Enn26``. Reading,
writing, explaining and recognising a number all go by :func:`ordering_key`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.series import shipped_series
from a4s_gui.frozen import frozen

_INSPECTION_TYPES = "product_types_inspection"
_UNEXPLAINED = "the datasheet explains the two digits no further"
_PINS = range(2, 100, 2)


@frozen
class Option:
    """Characters that may stand in a field, and what they mean, as a value and in words.

    ``meaning`` is empty where the field is not there at all. ``source`` is the name of the source
    in :attr:`a4s_gui.catalog.catalog.Catalog.sources`.
    """

    characters: str
    value: Any
    meaning: str
    source: str = "ordering"


@frozen
class KeyField:
    """One field of the key.

    ``attribute`` of a part number takes the option's value; empty where there is but one option.
    ``allowed`` says in a complaint what may stand here, and ``after`` that nothing may follow,
    where that is another matter. ``half`` and ``product`` tell which numbers have the field,
    ``None`` all. ``shape`` is a regular expression for what looks like one of many options.
    """

    name: str
    allowed: str
    options: tuple[Option, ...]
    attribute: str = ""
    half: Half | None = None
    product: Product | None = None
    after: str = ""
    shape: str = ""

    def belongs_to(self, half: Half | None, product: Product | None) -> bool:
        """Return whether a number has the field; ``None`` is what is not known of it yet."""
        is_of_half = self.half is None or self.half is half
        return is_of_half and (self.product is None or self.product is product)

    @property
    def length(self) -> int:
        """The most characters that the field has."""
        return max(len(option.characters) for option in self.options)

    def option_at(self, text: str) -> Option | None:
        """Return the option with which a text begins; ``None`` where there is none."""
        for option in self.options:  # no generator: loading the catalog asks a thousand times
            if text.startswith(option.characters):
                return option
        return None

    def option_of(self, value: object) -> Option:
        """Return the option that means a value."""
        for option in self.options:
            if not self.attribute or option.value == value:
                return option
        raise ValueError(f"{self.name}: no option means {value!r}")


@cache
def ordering_key() -> tuple[KeyField, ...]:
    """Return the fields in their order; of two options that begin alike the longer is first."""
    standard, inspection = Product.STANDARD, Product.INSPECTION
    series = shipped_series()
    part = f"of {series.name}, {series.pitch_mm:g} mm pitch"
    cycles = f"{series.products[inspection].mating_cycles:,} mating cycles"
    bosses = "without positioning bosses"
    gold = "contact and terminal portions gold over nickel"
    barrier = f"{gold}, with nickel barrier"
    former = f"the socket's surface digit in 2013, today 7: {barrier}"
    return (
        _field(
            "series",
            f"{series.prefix}, with which every {series.name} number begins",
            Option(series.prefix, None, f"{series.maker} {series.family}"),
        ),
        _field(
            "half",
            "5 for a socket or 6 for a header",
            Option("5", Half.SOCKET, f"socket {part}"),
            Option("6", Half.HEADER, f"header {part}"),
            attribute="half",
        ),
        _field(
            "product",
            "E (for inspection) or nothing",
            Option("E", inspection, f"for inspection, {cycles}", _INSPECTION_TYPES),
            Option("", standard, ""),
            attribute="product",
        ),
        _field(
            "pins",
            "an even number of pins in two digits, as in 10 or 40",
            *(Option(f"{n:02d}", n, f"{n} contacts in two rows of {n // 2}") for n in _PINS),
            attribute="pins",
            shape="[0-9]{2}",
        ),
        _field(
            "mated height",
            "1 on a socket (mated height 0.8 and 1.0 mm)",
            Option("1", (0.8, 1.0), "for mated heights 0.8 mm and 1.0 mm: the header decides"),
            attribute="mated_heights_mm",
            half=Half.SOCKET,
            product=standard,
        ),
        _field(
            "mated height",
            "1 (mated height 0.8 mm) or 2 (mated height 1.0 mm)",
            Option("1", (0.8,), "for mated height 0.8 mm"),
            Option("2", (1.0,), "for mated height 1.0 mm"),
            attribute="mated_heights_mm",
            half=Half.HEADER,
            product=standard,
        ),
        _field("function", f"2 ({bosses})", Option("2", None, bosses), product=standard),
        _field(
            "surface",
            "7 on a socket (4 on sockets of the 2013 edition)",
            Option("7", value=False, meaning=barrier),
            Option("4", value=True, meaning=former, source="former_sockets"),
            attribute="former",
            half=Half.SOCKET,
            product=standard,
        ),
        _field(
            "surface", "4 on a header", Option("4", None, gold), half=Half.HEADER, product=standard
        ),
        _field(
            "package",
            "nothing (8 mm packaging) or D (4 mm packaging)",
            Option("D", 4, "embossed tape with 4 mm pocket pitch"),
            Option("", 8, "embossed tape with 8 mm pocket pitch"),
            attribute="packaging_pitch_mm",
            product=standard,
        ),
        _field(
            "ending",
            "26, with which numbers of inspection types end",
            Option("26", None, f"{bosses}; {_UNEXPLAINED}", _INSPECTION_TYPES),
            product=inspection,
            after="nothing after 26, the end of an inspection type",
        ),
    )


def _field(name: str, allowed: str, *options: Option, **more: Any) -> KeyField:
    return KeyField(name, allowed, options, **more)


def shape_of(name: str) -> str:
    """Return a regular expression for what looks like a field, of whichever half."""
    fields = [field for field in ordering_key() if field.name == name]
    if fields[0].shape:
        return fields[0].shape
    found = dict.fromkeys(o.characters for field in fields for o in field.options)
    shapes = "|".join(re.escape(characters) for characters in found if characters)
    return f"(?:{shapes}){'?' if '' in found else ''}"


def number_shape(product: Product) -> str:
    """Return a regular expression for what looks like a number of a product line, less its series.

    As in :func:`shape_of` the half does not matter: ``640127`` looks like a number.
    """
    fields = [field for field in ordering_key()[1:] if field.product in (None, product)]
    shapes = {field.name: shape_of(field.name) for field in fields}
    shapes["product"] = "E" if product is Product.INSPECTION else ""
    return "".join(shapes.values())
