"""The tables of the catalog file that pairs refer to: outlines, bodies, tapes, ratings."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.model import Dimensions, Half, Product, Ratings, Series, Source, Tape
from a4s_gui.catalog.records import Record, source_of
from a4s_gui.frozen import frozen

_SAME_MM = 1e-6
"""The tables have two decimals; what is nearer differs only in how a float is rounded."""

Sources = Mapping[str, Source]


@frozen
class Outline:
    """Dimensions A, B and C of one half, in mm, and the table they stand in."""

    dimensions_mm: Dimensions
    source: Source


@frozen
class Body:
    """Width and height of one half's body, in mm; the height is ``None`` where it is not known."""

    width_mm: float
    height_mm: float | None


@frozen
class TapeRow:
    """One line of a taping table: the tape for some numbers of pins."""

    pins: range
    tape: Tape
    source: Source


OutlineTable = dict[tuple[Half, float, int], Outline]
"""By half, mated height in mm and number of pins."""


def read_outlines(tables: list[Record], sources: Sources, series: Series) -> OutlineTable:
    """Read the dimension tables and hold each row against the rules of the series."""
    found: OutlineTable = {}
    for table in tables:
        half = Half(table.choice("half", tuple(Half)))
        source = source_of(table, sources)
        heights = table.positives("mated_heights_mm")
        for row in table.records("rows", "row"):
            pins = row.count("pins")
            dimensions = row.whole(Dimensions)
            _check_outline(row, half, pins, series)
            for height in heights:
                if (half, height, pins) in found:
                    row.fail("pins", f"one row only for the {half} of {pins} pins at {height} mm")
                found[half, height, pins] = Outline(dimensions, source)
        table.done()
    return found


def _check_outline(row: Record, half: Half, pins: int, series: Series) -> None:
    """Refuse dimensions that do not follow from the number of pins: pads are placed by them."""
    span_mm = series.pitch_mm * (pins / 2 - 1)
    rule = series.outlines[half]
    pitches = f"{series.pitch_mm:g} x ({pins}/2 - 1)"
    for name, expected_mm, formula in (
        ("B", span_mm, pitches),
        ("A", span_mm + rule.A_beyond_B_mm, f"B + {rule.A_beyond_B_mm:g} of the {half}"),
        ("C", span_mm + rule.C_beyond_B_mm, f"B + {rule.C_beyond_B_mm:g} of the {half}"),
    ):
        if abs(row.positive(name) - expected_mm) > _SAME_MM:
            row.fail(name, f"{round(expected_mm, 6):g}, {formula}")


class BodyTable:
    """Body sizes by half and, for headers, mated height."""

    def __init__(self, record: Record, sources: Sources) -> None:
        self.source = source_of(record, sources)
        self._bodies: dict[tuple[Half, float | None], Body] = {}
        for row in record.records("rows", "row"):
            half = Half(row.choice("half", tuple(Half)))
            height = row.positive("mated_height_mm") if half is Half.HEADER else None
            if (half, height) in self._bodies:
                row.fail("half", "one row only for each half and mated height")
            self._bodies[half, height] = Body(
                row.positive("width_mm"), row.positive_or_none("height_above_board_mm")
            )
            row.done()
        record.done()

    def body(self, half: Half, mated_height_mm: float) -> Body | None:
        """Return a half's body; one socket serves every mated height."""
        return self._bodies.get((half, mated_height_mm if half is Half.HEADER else None))


TapeTable = dict[int, list[TapeRow]]
"""By packaging pitch in mm."""


def read_tapes(tables: list[Record], sources: Sources) -> TapeTable:
    """Read the taping tables."""
    found: TapeTable = {}
    for table in tables:
        pitch = table.count("packaging_pitch_mm")
        if pitch in found:
            table.fail("packaging_pitch_mm", "one table only for each packaging")
        pieces = table.count("pieces_per_reel")
        source = source_of(table, sources)
        found[pitch] = [
            _tape_row(row, pitch, pieces, source) for row in table.records("rows", "row")
        ]
        table.done()
    return found


def _tape_row(row: Record, pitch_mm: int, pieces: int, source: Source) -> TapeRow:
    first, last = row.count("pins_from"), row.count("pins_to")
    if last < first:
        row.fail("pins_to", f"at least pins_from, {first}")
    width_mm = row.positive("tape_width_mm")
    tape = row.whole(Tape, width_mm=width_mm, pocket_pitch_mm=pitch_mm, pieces_per_reel=pieces)
    return TapeRow(range(first, last + 1), tape, source)


class RatingValues:
    """The characteristics, from which the ratings of a pair are worked out."""

    def __init__(self, record: Record, sources: Sources, series: Series) -> None:
        self.source = source_of(record, sources)
        self._lines = series.products
        self._weights = self._read_weights(record, sources)
        self._insertion_n = record.positive("insertion_force_n_per_contact")
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
        }
        for name in ("temperature_c", "tape_storage_c"):
            low, high = record.number(f"{name}_min"), record.number(f"{name}_max")
            if low >= high:
                record.fail(f"{name}_max", f"a number above {name}_min, {low:g}")
            self._common |= {f"{name}_min": low, f"{name}_max": high}
        record.done()

    def _read_weights(
        self, record: Record, sources: Sources
    ) -> dict[int, tuple[float, float, Source]]:
        weights: dict[int, tuple[float, float, Source]] = {}
        for entry in record.records("weights"):
            pins = entry.count("pins")
            if pins in weights:
                entry.fail("pins", "one entry only for each number of pins")
            weights[pins] = (
                entry.positive("socket_g"),
                entry.positive("header_g"),
                source_of(entry, sources),
            )
            entry.done()
        return weights

    def ratings(self, pins: int, product: Product) -> Ratings:
        """Return the ratings of a pair; forces are those of one contact times the contacts."""
        line = self._lines[product]
        removal_n = line.removal_force_n_per_contact
        socket_g, header_g, _ = self._weights.get(pins, (None, None, None))
        return Ratings(
            **self._common,
            insertion_force_n=round(self._insertion_n * pins, 6),
            removal_force_n=None if removal_n is None else round(removal_n * pins, 6),
            insertion_force_n_per_contact=self._insertion_n,
            removal_force_n_per_contact=removal_n,
            mating_cycles=line.mating_cycles,
            socket_weight_g=socket_g,
            header_weight_g=header_g,
        )

    def sources(self, pins: int, product: Product) -> dict[str, Source]:
        """Return where a pair's ratings, cycles and, where stated, weights come from."""
        found = {"ratings": self.source, "mating_cycles": self._lines[product].source}
        if pins in self._weights:
            found["weights"] = self._weights[pins][2]
        return found
