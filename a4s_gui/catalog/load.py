"""Reading and checking the catalog file: ``resources/catalog/a4s.toml``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from a4s_gui.catalog import part_number
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import (
    Connector,
    Dimensions,
    Half,
    Pair,
    Product,
    Ratings,
    Source,
    Tape,
)
from a4s_gui.catalog.part_number import PartNumber
from a4s_gui.catalog.records import Record, read_toml
from a4s_gui.resources import resource_path

_PRODUCTS = tuple(Product)
_HALVES = tuple(Half)
_SourceId = Callable[[Record], str]


def load_catalog(path: Path | None = None) -> Catalog:
    """Read the catalog, the shipped one unless another file is named, and check it whole.

    Raises
    ------
    DataError
        A field is missing, unknown, negative or of the wrong kind; a part number is malformed or
        stands twice; two halves do not mate; pin counts disagree. The message names file, entry,
        field and what was expected.
    ResourceError
        The shipped file is missing.
    """
    return _Loader(read_toml(path or resource_path("catalog", "a4s.toml"))).load()


@dataclass(frozen=True, slots=True)
class _Body:
    width_mm: float
    height_mm: float | None
    source: str


@dataclass(frozen=True, slots=True)
class _TapeRow:
    pins_from: int
    pins_to: int
    tape: Tape
    source: str


class _Loader:
    """Reads the parts of the file in the order in which they refer to one another."""

    def __init__(self, root: Record) -> None:
        self._root = root

    def load(self) -> Catalog:
        root = self._root
        edition = root.text("edition")
        self._sources = self._read_sources(root.record("sources"))
        self._dimensions = self._read_dimensions(root.records("dimensions"))
        self._bodies = self._read_bodies(root.records("bodies"))
        self._tapes = self._read_tapes(root.records("tapes"))
        inspection = root.record("inspection_dimensions")
        self._inspection_height_mm = inspection.positive("same_as_mated_height_mm")
        self._inspection_source = self._source_id(inspection)
        inspection.done()
        self._ratings = _RatingsTable(root.record("ratings"), self._source_id)
        self._taken: set[tuple[str, float | None]] = set()
        pairs = [
            pair for group in root.records("groups", "group") for pair in self._read_group(group)
        ]
        root.done()
        return Catalog(edition, tuple(pairs), self._sources)

    def _read_sources(self, record: Record) -> dict[str, Source]:
        sources = {}
        for name in record:
            entry = record.record(name)
            sources[name] = Source(
                entry.text("document"), entry.text("table"), entry.text_or("note")
            )
            entry.done()
        return sources

    def _source_id(self, record: Record) -> str:
        name = record.text("source")
        if name not in self._sources:
            record.fail("source", "the name of a table under sources")
        return name

    def _read_dimensions(
        self, tables: list[Record]
    ) -> dict[tuple[Half, float, int], tuple[Dimensions, str]]:
        found: dict[tuple[Half, float, int], tuple[Dimensions, str]] = {}
        for table in tables:
            half = Half(table.choice("half", _HALVES))
            source = self._source_id(table)
            heights = table.numbers("mated_heights_mm")
            for row in table.records("rows", "row"):
                pins = row.count("pins")
                dimensions = Dimensions(row.positive("A"), row.positive("B"), row.positive("C"))
                row.done()
                if not dimensions.B < dimensions.C < dimensions.A:
                    row.fail("C", "B < C < A")
                for height in heights:
                    if (half, height, pins) in found:
                        row.fail("pins", f"one row only for each number of pins of a {half}")
                    found[half, height, pins] = (dimensions, source)
            table.done()
        return found

    def _read_bodies(self, tables: list[Record]) -> dict[tuple[Half, float | None], _Body]:
        found: dict[tuple[Half, float | None], _Body] = {}
        for table in tables:
            half = Half(table.choice("half", _HALVES))
            height = table.positive_or_none("mated_height_mm")
            if (half, height) in found:
                table.fail("half", "one entry only for each half and mated height")
            found[half, height] = _Body(
                table.positive("width_mm"),
                table.positive_or_none("height_above_board_mm"),
                self._source_id(table),
            )
            table.done()
        return found

    def _read_tapes(self, tables: list[Record]) -> dict[int, list[_TapeRow]]:
        found: dict[int, list[_TapeRow]] = {}
        for table in tables:
            pitch = table.count("packaging_pitch_mm")
            if pitch in found:
                table.fail("packaging_pitch_mm", "one table only for each packaging")
            pieces = table.count("pieces_per_reel")
            source = self._source_id(table)
            found[pitch] = []
            for row in table.records("rows", "row"):
                tape = Tape(
                    type=row.text("type"),
                    width_mm=row.positive("tape_width_mm"),
                    hole_lines_mm=row.positive_or_none("hole_lines_mm"),
                    hole_to_pocket_mm=row.positive("hole_to_pocket_mm"),
                    reel_width_mm=row.positive("reel_width_mm"),
                    pocket_pitch_mm=pitch,
                    pieces_per_reel=pieces,
                )
                found[pitch].append(
                    _TapeRow(row.count("pins_from"), row.count("pins_to"), tape, source)
                )
                row.done()
            table.done()
        return found

    def _read_group(self, group: Record) -> list[Pair]:
        product = Product(group.choice("product", _PRODUCTS))
        standard = product is Product.STANDARD
        height = group.positive("mated_height_mm") if standard else None
        pitch = group.count("packaging_pitch_mm") if standard else None
        if standard and pitch not in self._tapes:
            group.fail("packaging_pitch_mm", "a packaging that has a table under tapes")
        reel = group.count("pieces_per_reel") if standard else None
        carton = group.count("pieces_per_outer_carton") if standard else None
        lot = group.count_or_none("minimum_lot_pieces")
        source = self._source_id(group)
        pairs = []
        for entry in group.records("pairs", "pair"):
            pins = entry.count("pins")
            socket = self._read_part(entry, Half.SOCKET, product, height, pitch)
            header = self._read_part(entry, Half.HEADER, product, height, pitch)
            entry.done()
            for part in (socket, header):
                if (str(part), height) in self._taken:
                    entry.fail(part.half, "each part number once at a mated height; a duplicate")
                self._taken.add((str(part), height))
            outline_height = height if height is not None else self._inspection_height_mm
            socket_half, socket_source = self._connector(entry, socket, outline_height)
            header_half, header_source = self._connector(entry, header, outline_height)
            tape, tape_source = self._tape(entry, pins, pitch)
            if tape is not None and tape.pieces_per_reel != reel:
                group.fail("pieces_per_reel", f"{tape.pieces_per_reel}, as in the taping table")
            sources = {
                "part_numbers": source,
                "packing": source,
                "socket_dimensions": socket_source,
                "header_dimensions": header_source,
                "body": self._bodies[Half.SOCKET, None].source,
                "ratings": self._ratings.source,
                "mating_cycles": self._ratings.cycles_source(product),
            }
            if tape_source:
                sources["tape"] = tape_source
            pairs.append(
                Pair(
                    socket=socket_half,
                    header=header_half,
                    pins=pins,
                    mated_height_mm=height,
                    product=product,
                    packaging_pitch_mm=pitch,
                    pieces_per_reel=reel,
                    pieces_per_outer_carton=carton,
                    minimum_lot_pieces=lot,
                    tape=tape,
                    ratings=self._ratings.for_pair(pins, product),
                    sources={group: self._sources[name] for group, name in sources.items()},
                )
            )
        group.done()
        return pairs

    def _read_part(
        self,
        entry: Record,
        half: Half,
        product: Product,
        height_mm: float | None,
        pitch_mm: int | None,
    ) -> PartNumber:
        text = entry.text(half)
        try:
            part = part_number.parse(text)
        except part_number.PartNumberError as error:
            entry.fail(half, f"a part number of the ordering key ({error.field}: {error.reason})")
        if str(part) != text:
            entry.fail(half, f"the number as it is printed, {part}")
        if part.former:
            entry.fail(half, f"today's number, {part.today()}")
        if part.half is not half:
            entry.fail(half, f"the part number of a {half}")
        if part.product is not product:
            entry.fail(half, f"a part number of the {product} type")
        if part.pins != entry.count("pins"):
            entry.fail(half, f"a part number with {entry.count('pins')} pins")
        if part.packaging_pitch_mm != pitch_mm:
            entry.fail(half, f"a part number in {pitch_mm} mm packaging")
        if height_mm is not None and height_mm not in part.mated_heights_mm:
            entry.fail(half, f"a half that mates at {height_mm} mm")
        return part

    def _connector(
        self, entry: Record, part: PartNumber, height_mm: float
    ) -> tuple[Connector, str]:
        row = self._dimensions.get((part.half, height_mm, part.pins))
        if row is None:
            entry.fail("pins", f"a row under dimensions for the {part.half} at {height_mm} mm")
        dimensions, source = row
        inspection = part.product is Product.INSPECTION
        body_height = None if part.half is Half.SOCKET else height_mm
        body = self._bodies.get((part.half, body_height))
        if body is None:
            entry.fail(part.half, f"an entry under bodies for the {part.half} at {height_mm} mm")
        connector = Connector(
            part_number=str(part),
            half=part.half,
            pins=part.pins,
            dimensions_mm=dimensions,
            body_width_mm=body.width_mm,
            body_height_mm=None if inspection else body.height_mm,
        )
        return connector, self._inspection_source if inspection else source

    def _tape(self, entry: Record, pins: int, pitch: int | None) -> tuple[Tape | None, str]:
        if pitch is None:
            return None, ""
        rows = [row for row in self._tapes[pitch] if row.pins_from <= pins <= row.pins_to]
        if len(rows) != 1:
            entry.fail("pins", f"one row of the {pitch} mm taping table that covers it")
        return rows[0].tape, rows[0].source


class _RatingsTable:
    """The characteristics, from which the ratings of a pair are worked out."""

    def __init__(self, record: Record, source_id: _SourceId) -> None:
        self.source = source_id(record)
        self._cycles: dict[str, tuple[int, str]] = {}
        for entry in record.records("mating_cycles"):
            product = entry.choice("product", _PRODUCTS)
            self._cycles[product] = (entry.count("cycles"), source_id(entry))
            entry.done()
        for product in _PRODUCTS:
            if product not in self._cycles:
                record.fail("mating_cycles", f"an entry for the {product} type")
        self._weights: dict[int, tuple[float, float]] = {}
        for entry in record.records("weights"):
            pins = entry.count("pins")
            self._weights[pins] = (entry.positive("socket_g"), entry.positive("header_g"))
            source_id(entry)
            entry.done()
        self._insertion_n = record.positive("insertion_force_n_per_contact")
        self._removal_n = record.positive("removal_force_n_per_contact")
        self._common = {
            name: record.positive(name)
            for name in (
                "rated_current_a_per_contact",
                "rated_current_a_total",
                "rated_voltage_v",
                "dielectric_strength_v_ac",
                "dielectric_strength_min",
                "insulation_resistance_mohm",
                "contact_resistance_milliohm",
                "contact_holding_force_n",
                "reflow_peak_c",
            )
        } | {
            name: record.number(name)
            for name in (
                "temperature_c_min",
                "temperature_c_max",
                "tape_storage_c_min",
                "tape_storage_c_max",
            )
        }
        record.done()

    def cycles_source(self, product: Product) -> str:
        return self._cycles[product][1]

    def for_pair(self, pins: int, product: Product) -> Ratings:
        socket_g, header_g = self._weights.get(pins, (None, None))
        return Ratings(
            **self._common,
            insertion_force_n=round(self._insertion_n * pins, 6),
            removal_force_n=round(self._removal_n * pins, 6),
            mating_cycles=self._cycles[product][0],
            socket_weight_g=socket_g,
            header_weight_g=header_g,
        )
