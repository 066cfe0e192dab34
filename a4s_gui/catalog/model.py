"""The catalog's values: connectors, pairs, tape and ratings, frozen, lengths in millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from a4s_gui.frozen import field, frozen


class Half(StrEnum):
    """One half of a mating pair."""

    SOCKET = "socket"
    HEADER = "header"

    @property
    def mate(self) -> Half:
        """The half that it mates with."""
        return Half.HEADER if self is Half.SOCKET else Half.SOCKET


class Product(StrEnum):
    """The product line a pair belongs to."""

    STANDARD = "standard"
    INSPECTION = "inspection"

    @property
    def words(self) -> str:
        """The name of the line as people read it."""
        return {Product.STANDARD: "Standard", Product.INSPECTION: "For inspection"}[self]


@frozen
class Source:
    """Where a group of figures comes from: a document, a table in it, and what to know about it."""

    document: str
    table: str
    note: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that agree in these figures, separated by semicolons in ``document``."""
        return tuple(self.document.split("; "))

    def __str__(self) -> str:
        return f"{self.document}: {self.table}" + (f". {self.note}" if self.note else "")


@frozen
class OutlineRule:
    """How far A and C of one half reach beyond B, in mm, for every number of pins."""

    A_beyond_B_mm: float
    C_beyond_B_mm: float
    source: Source


@frozen
class StiffenerRange:
    """How far the FPC's stiffener should reach beyond the land pattern, on each side, in mm."""

    least_mm: float
    most_mm: float
    source: Source


@frozen
class ProductLine:
    """What a product line states for itself; ``None`` is what it does not state."""

    mating_cycles: int
    removal_force_n_per_contact: float | None
    minimum_lot_pieces: int | None
    source: Source


@frozen
class OtherSeries:
    """A series of the same maker whose numbers look alike and do not mate with these."""

    prefix: str
    name: str
    source: Source


@frozen
class SeenEnding:
    """An ending of numbers that were seen in the field, and that the ordering key does not have."""

    ending: str
    seen: str
    source: Source


@frozen
class Series:
    """What holds for every part of the series; lengths in mm.

    ``prefix`` begins every part number and means ``family``; ``pitch_mm`` is that of the contacts
    along a row. ``default_mated_height_mm`` is meant where a socket alone is named.
    ``datasheet`` is the address where the maker keeps it.
    """

    maker: str
    name: str
    family: str
    prefix: str
    pitch_mm: float
    outline_tolerance_mm: float
    datasheet: str
    default_mated_height_mm: float
    outlines: Mapping[Half, OutlineRule] = field(hash=False)
    stiffener: StiffenerRange
    products: Mapping[Product, ProductLine] = field(hash=False)
    other_series: tuple[OtherSeries, ...]
    seen_endings: tuple[SeenEnding, ...]
    source: Source


@frozen
class Dimensions:
    """The three tabulated outline dimensions of one connector, in mm along its rows.

    ``A`` is the overall length, ``B`` the span of the contact centres of a row; what ``C`` spans is
    not said by the datasheet's text (on the boards in the field the header's terminal pads are
    centred on it).
    """

    A: float
    B: float
    C: float


@frozen
class Connector:
    """One half: its part number, outline and what is known of its body, in mm."""

    part_number: str
    half: Half
    pins: int
    dimensions_mm: Dimensions
    body_width_mm: float
    body_height_mm: float | None
    """Height of the body above its board; ``None`` where it is not stated."""
    series: Series = field(repr=False, compare=False)

    @property
    def body_length_mm(self) -> float:
        """Overall length along the rows: dimension A."""
        return self.dimensions_mm.A


@frozen
class Tape:
    """The embossed tape and reel of one packaging, in mm, as the taping table gives them."""

    type: str
    width_mm: float
    hole_lines_mm: float | None
    """Distance between the two sprocket-hole lines; ``None`` where the tape has one line."""
    hole_to_pocket_mm: float
    """Sprocket-hole line to pocket centre, across the tape."""
    reel_width_mm: float
    """Reel width over its flanges."""
    pocket_pitch_mm: int
    pieces_per_reel: int


@frozen
class Ratings:
    """The electrical and mechanical limits of one pair, for its number of contacts."""

    rated_current_a_per_contact: float
    rated_current_a_total: float
    rated_voltage_v: float
    dielectric_strength_v_ac: float
    dielectric_strength_min: float
    insulation_resistance_mohm: float
    contact_resistance_milliohm: float
    insertion_force_n: float
    """Composite insertion force, at most: the force per contact times the contacts."""
    removal_force_n: float | None
    """Composite removal force, at least: the force per contact times the contacts; ``None`` for
    the inspection type, whose retention is not warranted."""
    insertion_force_n_per_contact: float
    removal_force_n_per_contact: float | None
    contact_holding_force_n: float
    mating_cycles: int
    temperature_c_min: float
    temperature_c_max: float
    tape_storage_c_min: float
    tape_storage_c_max: float
    reflow_peak_c: float
    socket_weight_g: float | None
    """``None`` where the datasheet states no weight for this number of contacts."""
    header_weight_g: float | None


@frozen
class Pair:
    """A socket and the header that mates with it in one product line and packaging.

    What the datasheet does not state is ``None``. ``sources`` says, for each group of figures
    (``part_numbers``, ``socket_dimensions``, ``header_dimensions``, ``body``, ``packing``,
    ``tape``, ``ratings``, ``mating_cycles``, ``weights``), where it comes from; a group of which
    nothing is stated is left out.
    """

    socket: Connector
    header: Connector
    pins: int
    mated_height_mm: float | None
    product: Product
    packaging_pitch_mm: int | None
    pieces_per_reel: int | None
    pieces_per_outer_carton: int | None
    minimum_lot_pieces: int | None
    tape: Tape | None
    ratings: Ratings
    sources: Mapping[str, Source] = field(hash=False)

    @property
    def series(self) -> Series:
        """The series that both halves belong to."""
        return self.socket.series

    @property
    def id(self) -> str:
        """``SOCKET/HEADER``: unique in the catalog."""
        return f"{self.socket.part_number}/{self.header.part_number}"

    @property
    def numbers(self) -> str:
        """Both part numbers as people write them: ``SOCKET + HEADER``."""
        return f"{self.socket.part_number} + {self.header.part_number}"

    def connector(self, half: Half) -> Connector:
        """Return one half of the pair."""
        return self.socket if half is Half.SOCKET else self.header

    @property
    def connectors(self) -> tuple[Connector, Connector]:
        """Socket, then header."""
        return (self.socket, self.header)
