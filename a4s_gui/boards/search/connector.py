"""A connector of this series as it was found in a file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from a4s_gui.boards.model import BoardPad, BoardSide, Component
from a4s_gui.boards.search.contact_rows import ContactRows, Site
from a4s_gui.boards.search.recognition import Scheme
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.frozen import field, frozen


class IdentifiedBy(StrEnum):
    """What a connector was recognised by."""

    OPTION = "option"
    VALUE = "value"
    PROPERTY = "property"
    FOOTPRINT = "footprint"
    GEOMETRY = "geometry"


@frozen(slots=False)
class Found:
    """One connector.

    ``file_index`` is 0 for the first file, 1 for the second; both may have one name. ``part`` is
    its number in the catalog, ``None`` where only half and pins are known. ``component`` is what
    the file says of it, ``None`` for a pin list. ``rows`` are its contacts in its own frame, pin 1
    at the left end; ``None`` for a pin list, and where the pads of a part that was named are not
    two rows. ``scheme`` is how it is numbered, ``None`` where the numbers follow none.

    ``numbers`` and ``nets_at`` hold number and net of each contact by its site, an empty net for
    none, ``nets`` the nets' names by pad number, as the file has them. ``said`` are the parts that
    its value and properties name, else its footprint; not always this one. ``doubled``, ``unknown``
    and ``unlisted`` are numbers that a pin list holds twice, those that the part does not have, and
    those of its contacts that the list does not have.
    """

    file: str
    file_index: int
    reference: str
    half: Half
    pins: int
    part: str | None
    identified_by: IdentifiedBy
    scheme: Scheme | None
    component: Component | None = None
    rows: ContactRows | None = None
    numbers: Mapping[Site, str] = field(default_factory=dict, hash=False)
    nets_at: Mapping[Site, str] = field(default_factory=dict, hash=False)
    nets: Mapping[str, str] = field(default_factory=dict, hash=False)
    said: tuple[PartNumber, ...] = ()
    doubled: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """File and reference, as matings name it."""
        return f"{self.file}:{self.reference}"

    @property
    def columns(self) -> int:
        """Contacts of a row."""
        return self.pins // 2

    @property
    def side(self) -> BoardSide | None:
        """The side of its board."""
        return self.rows.side if self.rows else None

    @property
    def rotation_deg(self) -> float | None:
        """The part's rotation: counter-clockwise seen from its own side, 0 with pin 1 left."""
        return round(self.rows.rotation_deg % 360, 3) % 360 if self.rows else None

    @property
    def footprint_rotation_deg(self) -> float | None:
        """The file's own rotation."""
        return self.component.rotation_deg if self.component else None

    @property
    def pads(self) -> tuple[BoardPad, ...]:
        """Its contacts and terminals, empty where they were not found."""
        return tuple(self.rows.pads) if self.rows else ()

    @property
    def terminal_names(self) -> tuple[str, ...]:
        """The numbers of its terminals, each once."""
        pads = self.rows.terminals.values() if self.rows else ()
        return tuple(sorted({pad.number for pad in pads if pad.number}, key=in_number_order))


def in_number_order(number: str) -> tuple[int, str]:
    """Return what puts pad numbers in order: counted ones first, by their value."""
    is_counted = number.isdecimal() and len(number) < 10
    return (int(number), "") if is_counted else (10**9, number)
