"""What is left of a pad around the metal soldered to it: toe, heel and side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import Record, read_sources, read_toml, source_of
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.shapes import Rectangle, round_mm
from a4s_gui.resources import resource_path


@dataclass(frozen=True, slots=True)
class Lead:
    """Metal on the board: width along the rows, beginning and end off the long axis, in mm."""

    width_mm: float
    inner_mm: float
    outer_mm: float
    source: Source


@dataclass(frozen=True, slots=True)
class Joint:
    """What a pad has beyond its lead, in mm; negative where the lead hangs over.

    ``toe`` is outwards and ``heel`` inwards across the rows, ``side`` the smaller of the two along
    them.
    """

    toe_mm: float
    heel_mm: float
    side_mm: float

    def __str__(self) -> str:
        """Return the three in a few words."""
        return f"toe {self.toe_mm:.3f}, heel {self.heel_mm:.3f}, side {self.side_mm:.3f} mm"


@cache
def leads() -> Mapping[tuple[Half, PadRole], Lead]:
    """Return the leads of both halves, from ``resources/boards.toml``.

    Raises
    ------
    DataError
        The file is damaged.
    """
    root = read_toml(resource_path("boards.toml"))
    sources = read_sources(root.record("sources"))
    table = root.record("leads")
    return {
        (half, role): _lead(table.record(half).record(role), sources)
        for half in Half
        for role in PadRole
    }


def joint(pad: Rectangle, lead: Lead, lead_x_mm: float) -> Joint:
    """Return what a pad has beyond its lead.

    Parameters
    ----------
    pad
        In the part's frame: origin at its centre, x along the rows.
    lead
        The metal.
    lead_x_mm
        Where the metal's own centre is along the rows.
    """
    outer = max(abs(pad.top_mm), abs(pad.bottom_mm))
    inner = outer - pad.height_mm
    half_width = lead.width_mm / 2
    sides = (lead_x_mm - half_width - pad.left_mm, pad.right_mm - lead_x_mm - half_width)
    return Joint(
        round_mm(outer - lead.outer_mm),
        round_mm(lead.inner_mm - inner),
        round_mm(min(sides)),
    )


def _lead(record: Record, sources: Mapping[str, Source]) -> Lead:
    return Lead(
        record.positive("width_mm"),
        record.positive("inner_mm"),
        record.positive("outer_mm"),
        source_of(record, sources),
    )
