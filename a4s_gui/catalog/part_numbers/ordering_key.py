"""The ordering key as one table: the fields of a part number, and what may stand in each.

The key is the datasheet's (2016, ordering information): series, half, number of pins, mated height,
function, surface treatment, package. Inspection types read ``AXE5Enn26`` / ``AXE6Enn26``. Reading,
writing, explaining and recognising a number all go by :func:`ordering_key`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.series import shipped_series

_INSPECTION_TYPES = "product_types_inspection"


@dataclass(frozen=True, slots=True)
class Option:
    """Characters that may stand in a field, and what they mean, as a value and in words.

    ``meaning`` is empty where the field is not there at all. ``source`` is the name of the source
    in :attr:`a4s_gui.catalog.catalog.Catalog.sources`.
    """

    characters: str
    value: Any
    meaning: str
    source: str = "ordering"


@dataclass(frozen=True, slots=True)
class KeyField:
    """One field of the key.

    ``attribute`` of a part number takes the option's value; empty where there is but one option.
    ``allowed`` says in a complaint what may stand here, and ``after`` that nothing may follow,
    where that is another matter. ``half`` and ``product`` tell which numbers have the field,
    ``None`` all. ``shape`` is a regular expression for what looks like one of many options.
    """

    name: str
    options: tuple[Option, ...]
    allowed: str = ""
    attribute: str = ""
    half: Half | None = None
    product: Product | None = None
    after: str = ""
    shape: str = ""

    def belongs_to(self, half: Half | None, product: Product | None) -> bool:
        """Return whether a number has the field; ``None`` is what is not known of it yet."""
        return self.half in (None, half) and self.product in (None, product)

    @property
    def length(self) -> int:
        """The most characters that the field has."""
        return max(len(option.characters) for option in self.options)

    def option_at(self, text: str) -> Option | None:
        """Return the option with which a text begins; ``None`` where there is none."""
        return next((o for o in self.options if text.startswith(o.characters)), None)

    def option_of(self, value: object) -> Option:
        """Return the option that means a value."""
        return next(o for o in self.options if not self.attribute or o.value == value)


@cache
def ordering_key() -> tuple[KeyField, ...]:
    """Return the fields in their order; of two options that begin alike the longer is first."""
    series = shipped_series()
    cycles = series.products[Product.INSPECTION].mating_cycles
    gold = "contact and terminal portions gold over nickel"
    barrier = f"{gold}, with nickel barrier"
    return (
        KeyField(
            "series",
            (Option(series.prefix, None, f"{series.maker} {series.family}"),),
            f"{series.prefix}, with which every {series.name} number begins",
        ),
        KeyField(
            "half",
            tuple(
                Option(digit, half, f"{half} of {series.name}, {series.pitch_mm:g} mm pitch")
                for digit, half in (("5", Half.SOCKET), ("6", Half.HEADER))
            ),
            "5 for a socket or 6 for a header",
            "half",
        ),
        KeyField(
            "product",
            (
                Option(
                    "E",
                    Product.INSPECTION,
                    f"for inspection, {cycles:,} mating cycles",
                    _INSPECTION_TYPES,
                ),
                Option("", Product.STANDARD, ""),
            ),
            attribute="product",
        ),
        KeyField(
            "pins",
            tuple(
                Option(f"{pins:02d}", pins, f"{pins} contacts in two rows of {pins // 2}")
                for pins in range(2, 100, 2)
            ),
            "an even number of pins in two digits, as in 10 or 40",
            "pins",
            shape="[0-9]{2}",
        ),
        KeyField(
            "mated height",
            (Option("1", (0.8, 1.0), "for mated heights 0.8 mm and 1.0 mm: the header decides"),),
            "1 on a socket (mated height 0.8 and 1.0 mm)",
            "mated_heights_mm",
            Half.SOCKET,
            Product.STANDARD,
        ),
        KeyField(
            "mated height",
            (
                Option("1", (0.8,), "for mated height 0.8 mm"),
                Option("2", (1.0,), "for mated height 1.0 mm"),
            ),
            "1 (mated height 0.8 mm) or 2 (mated height 1.0 mm)",
            "mated_heights_mm",
            Half.HEADER,
            Product.STANDARD,
        ),
        KeyField(
            "function",
            (Option("2", None, "without positioning bosses"),),
            "2 (without positioning bosses)",
            product=Product.STANDARD,
        ),
        KeyField(
            "surface",
            (
                Option("7", value=False, meaning=barrier),
                Option(
                    "4",
                    value=True,
                    meaning=f"the socket's surface digit in 2013, today 7: {barrier}",
                    source="former_sockets",
                ),
            ),
            "7 on a socket (4 on sockets of the 2013 edition)",
            "former",
            Half.SOCKET,
            Product.STANDARD,
        ),
        KeyField(
            "surface",
            (Option("4", None, gold),),
            "4 on a header",
            half=Half.HEADER,
            product=Product.STANDARD,
        ),
        KeyField(
            "package",
            (
                Option("D", 4, "embossed tape with 4 mm pocket pitch"),
                Option("", 8, "embossed tape with 8 mm pocket pitch"),
            ),
            "nothing (8 mm packaging) or D (4 mm packaging)",
            "packaging_pitch_mm",
            product=Product.STANDARD,
        ),
        KeyField(
            "ending",
            (
                Option(
                    "26",
                    None,
                    "without positioning bosses; the datasheet explains the two digits no further",
                    _INSPECTION_TYPES,
                ),
            ),
            "26, with which numbers of inspection types end",
            product=Product.INSPECTION,
            after="nothing after 26, the end of an inspection type",
        ),
    )


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
