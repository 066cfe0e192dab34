"""Reading and checking the catalog file: ``resources/catalog/a4s.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.tables import BodyTable, RatingValues, read_outlines, read_tapes
from a4s_gui.catalog.model import Connector, Half, Pair, Product, Series, Source, Tape
from a4s_gui.catalog.part_numbers import part_number
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.catalog.records import Record, read_sources, read_toml, source_of
from a4s_gui.catalog.series import shipped_series
from a4s_gui.frozen import frozen
from a4s_gui.resources import resource_path


def load_catalog(path: Path | None = None) -> Catalog:
    """Read the catalog and check it whole: the shipped one, and that once, unless one is named.

    A :class:`DataError` names file, entry, field and what was expected: also where a part number is
    malformed or stands twice, two halves do not mate, pin counts disagree, or a dimension does not
    follow from the number of pins by the rules of the series. A missing file is a
    ``ResourceError``.
    """
    return _read(path) if path else _read_once(resource_path("catalog", "a4s.toml"))


def _read(path: Path) -> Catalog:
    return _Loader(read_toml(path), shipped_series()).load()


_read_once = cache(_read)


@frozen
class _Group:
    """What the pairs of one group share; inspection types state neither height nor tape."""

    record: Record
    product: Product
    mated_height_mm: float | None
    packaging_pitch_mm: int | None
    pieces_per_reel: int | None
    pieces_per_outer_carton: int | None
    source: Source


class _Loader:
    """Reads the parts of the file in the order in which they refer to one another."""

    def __init__(self, root: Record, series: Series) -> None:
        self._series = series
        self._edition = root.text("edition")
        self._sources = read_sources(root.record("sources"))
        self._outlines = read_outlines(root.records("dimensions"), self._sources, series)
        self._bodies = BodyTable(root.record("bodies"), self._sources)
        self._tapes = read_tapes(root.records("tapes"), self._sources)
        inspection = root.record("inspection_dimensions")
        self._inspection_height_mm = inspection.positive("same_as_mated_height_mm")
        self._inspection_source = source_of(inspection, self._sources)
        inspection.done()
        self._ratings = RatingValues(root.record("ratings"), self._sources, series)
        self._groups = root.records("groups", "group")
        self._taken: set[tuple[str, float | None]] = set()
        root.done()

    def load(self) -> Catalog:
        pairs: list[Pair] = []
        for record in self._groups:
            group = self._read_group(record)
            pairs += [self._read_pair(entry, group) for entry in record.records("pairs", "pair")]
            record.done()
        return Catalog(self._series, self._edition, tuple(pairs), self._sources)

    def _read_group(self, record: Record) -> _Group:
        product = Product(record.choice("product", tuple(Product)))
        standard = product is Product.STANDARD
        group = _Group(
            record=record,
            product=product,
            mated_height_mm=record.positive("mated_height_mm") if standard else None,
            packaging_pitch_mm=record.count("packaging_pitch_mm") if standard else None,
            pieces_per_reel=record.count("pieces_per_reel") if standard else None,
            pieces_per_outer_carton=record.count("pieces_per_outer_carton") if standard else None,
            source=source_of(record, self._sources),
        )
        if standard and group.packaging_pitch_mm not in self._tapes:
            record.fail("packaging_pitch_mm", "a packaging that has a table under tapes")
        reel, carton = group.pieces_per_reel, group.pieces_per_outer_carton
        if reel and carton and carton % reel:
            record.fail("pieces_per_outer_carton", f"whole reels of {reel}")
        return group

    def _read_pair(self, entry: Record, group: _Group) -> Pair:
        pins = entry.count("pins")
        if pins % 2:
            entry.fail("pins", "an even number: the contacts stand in two rows")
        parts = [self._read_part(entry, half, pins, group) for half in Half]
        entry.done()
        (socket, socket_source), (header, header_source) = (
            self._connector(entry, part, group) for part in parts
        )
        sources = {
            "part_numbers": group.source,
            "packing": group.source,
            "socket_dimensions": socket_source,
            "header_dimensions": header_source,
            "body": self._bodies.source,
            **self._ratings.sources(pins, group.product),
        }
        tape = None
        if group.packaging_pitch_mm is not None:
            tape, sources["tape"] = self._tape(entry, pins, group.packaging_pitch_mm)
            if tape.pieces_per_reel != group.pieces_per_reel:
                group.record.fail(
                    "pieces_per_reel", f"{tape.pieces_per_reel}, as in the taping table"
                )
        return Pair(
            socket=socket,
            header=header,
            pins=pins,
            mated_height_mm=group.mated_height_mm,
            product=group.product,
            packaging_pitch_mm=group.packaging_pitch_mm,
            pieces_per_reel=group.pieces_per_reel,
            pieces_per_outer_carton=group.pieces_per_outer_carton,
            minimum_lot_pieces=self._series.products[group.product].minimum_lot_pieces,
            tape=tape,
            ratings=self._ratings.ratings(pins, group.product),
            sources=sources,
        )

    def _read_part(self, entry: Record, half: Half, pins: int, group: _Group) -> PartNumber:
        text = entry.text(half)
        try:
            part = part_number.parse(text)
        except part_number.PartNumberError as error:
            entry.fail(half, f"a part number of the ordering key ({error.field}: {error.reason})")
        if part.former:
            entry.fail(half, f"today's number, {part.today()}")
        if str(part) != text:
            entry.fail(half, f"the number as it is printed, {part}")
        if part.half is not half:
            entry.fail(half, f"the part number of a {half}")
        if part.product is not group.product:
            entry.fail(half, f"a part number of the {group.product} type")
        if part.pins != pins:
            entry.fail(half, f"a part number with {pins} pins")
        if part.packaging_pitch_mm != group.packaging_pitch_mm:
            entry.fail(half, f"a part number in {group.packaging_pitch_mm} mm packaging")
        height_mm = group.mated_height_mm
        if height_mm is not None and height_mm not in part.mated_heights_mm:
            entry.fail(half, f"a half that mates at {height_mm} mm")
        if (text, height_mm) in self._taken:
            entry.fail(half, "no duplicate: each part number once at a mated height")
        self._taken.add((text, height_mm))
        return part

    def _connector(
        self, entry: Record, part: PartNumber, group: _Group
    ) -> tuple[Connector, Source]:
        inspection = group.product is Product.INSPECTION
        height_mm = group.mated_height_mm or self._inspection_height_mm
        outline = self._outlines.get((part.half, height_mm, part.pins))
        if outline is None:
            entry.fail("pins", f"a row under dimensions for the {part.half} at {height_mm} mm")
        body = self._bodies.body(part.half, height_mm)
        if body is None:
            entry.fail(part.half, f"a row under bodies for the {part.half} at {height_mm} mm")
        connector = Connector(
            part_number=str(part),
            half=part.half,
            pins=part.pins,
            dimensions_mm=outline.dimensions_mm,
            body_width_mm=body.width_mm,
            body_height_mm=None if inspection else body.height_mm,
            series=self._series,
        )
        return connector, self._inspection_source if inspection else outline.source

    def _tape(self, entry: Record, pins: int, pitch_mm: int) -> tuple[Tape, Source]:
        rows = [row for row in self._tapes[pitch_mm] if pins in row.pins]
        if len(rows) != 1:
            entry.fail(
                "pins", f"one row of the {pitch_mm} mm taping table that covers it, not {len(rows)}"
            )
        return rows[0].tape, rows[0].source
