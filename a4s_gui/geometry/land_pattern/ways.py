"""Three ways to type one land pattern: by pads and rows, by edges, or by the solder joint.

The pattern's own figures are the truth. What stands in the other ways is worked out from them, and
what is typed there becomes figures of the pattern again: an edge moves alone, the other one stays.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.series import shipped_series
from a4s_gui.catalog.wording import ChoiceWords
from a4s_gui.geometry.body_figures import metal
from a4s_gui.geometry.land_pattern.editing import FIGURES, Figure, FigureValue, figure_value
from a4s_gui.geometry.land_pattern.pattern import HalfPattern, LandPattern
from a4s_gui.geometry.shapes import round_mm


class Way(StrEnum):
    """A way to type the pads of a half."""

    PADS = "pads"
    """Sizes, and rows from centre to centre."""
    EDGES = "edges"
    """Inner and outer edges of the rows."""
    JOINTS = "joints"
    """Toe, heel and side of the solder joints."""

    @property
    def words(self) -> ChoiceWords:
        """What it is called where it is chosen, and what explains it."""
        return _WAY_WORDS[self]


_WAY_WORDS = {
    Way.PADS: ChoiceWords("Pads and rows", "Type sizes of pads, and rows from centre to centre"),
    Way.EDGES: ChoiceWords("Edges", "Type the distances between inner and between outer edges"),
    Way.JOINTS: ChoiceWords("Joints", "Type toe, heel and side of the solder joints"),
}

_LABELS = {
    "contact_inner_mm": "contact pads, inner edge to inner edge",
    "contact_outer_mm": "contact pads, outer edge to outer edge",
    "contact_toe_mm": "contact joint, toe",
    "contact_heel_mm": "contact joint, heel",
    "contact_side_mm": "contact joint, each side",
    "terminal_inner_mm": "terminal pads, inner edge to inner edge",
    "terminal_outer_mm": "terminal pads, outer edge to outer edge",
    "terminal_toe_mm": "terminal joint, toe",
    "terminal_heel_mm": "terminal joint, heel",
    "terminal_inwards_mm": "terminal joint, side inwards",
    "terminal_outwards_mm": "terminal joint, side outwards",
}
WORKED_OUT: tuple[Figure, ...] = tuple(
    Figure(f"{half}.{name}", label, "mm") for half in Half for name, label in _LABELS.items()
)
"""The figures that are no pattern's own, by names like those of its own."""


def _fields(contact: str, terminal: str) -> tuple[str, ...]:
    """Return names of a half's figures, of what is typed of contacts and of terminals."""
    return (
        *(f"contact_{what}_mm" for what in contact.split()),
        *(f"terminal_{what}_mm" for what in terminal.split()),
    )


_SPAN = ("terminal_reference", "terminal_offset_mm")
_PASTE = ("contact_paste_ratio", "terminal_paste_ratio")
FIELDS: dict[Way, tuple[str, ...]] = {
    Way.PADS: (*_fields("width height rows", "width height rows"), *_SPAN, *_PASTE),
    Way.EDGES: (*_fields("width inner outer", "width inner outer"), *_SPAN, *_PASTE),
    Way.JOINTS: (*_fields("side toe heel", "inwards outwards toe heel"), *_PASTE),
}
"""What is typed of a half in each way, in the order in which it is shown."""
EVERY_FIELD = (
    *_fields(
        "width side height rows inner outer toe heel",
        "width inwards outwards height rows inner outer toe heel",
    ),
    *_SPAN,
    *_PASTE,
)
"""The fields of all ways, each once, in an order that is that of each."""

_OWN = {figure.name for figure in FIGURES}
_BEHIND = {
    **dict.fromkeys(("inner", "outer", "toe", "heel"), ("rows_mm", "height_mm")),
    "side": ("width_mm",),
    **dict.fromkeys(("inwards", "outwards"), ("width_mm", "offset_mm")),
}


def figures_behind(name: str) -> tuple[str, ...]:
    """Return the pattern's own figures that one is worked out from; an own one alone."""
    if name in _OWN:
        return (name,)
    half, pad, what = _parts(name)
    return tuple(f"{half}.{pad}_{figure}" for figure in _BEHIND[what])


def typed_value(pattern: LandPattern, name: str) -> FigureValue:
    """Return a figure of a pattern by its name in any way, lengths in mm."""
    if name in _OWN:
        return figure_value(pattern, name)
    half, pad, what = _parts(name)
    return round_mm(_WORKED_OUT[what](_Pad(pattern.half(half), half, pad)))


def typed_edits(pattern: LandPattern, name: str, value: FigureValue) -> dict[str, FigureValue]:
    """Return what a pattern's own figures become when one is typed in any way, in mm.

    Whether such a pattern can be on a board is not asked.
    """
    if name in _OWN or isinstance(value, str):
        return {name: value}
    half, pad, what = _parts(name)
    found = _TYPED[what](_Pad(pattern.half(half), half, pad), value)
    return {figure: round_mm(one) for figure, one in zip(figures_behind(name), found, strict=True)}


class _Pad:
    """One kind of pad of a half, by its edges and its metal, in mm off the axes."""

    def __init__(self, figures: HalfPattern, half: Half, pad: str) -> None:
        own = figures.pad(pad)
        self.inner_mm, self.outer_mm = own.rows_mm - own.height_mm, own.rows_mm + own.height_mm
        self.metal = metal(half, pad)
        self.even_mm = (own.width_mm - self.metal.width_mm) / 2
        self.from_c_mm = _from_c_mm(half, figures.terminal_reference)
        shift_mm = (self.from_c_mm + figures.terminal_offset_mm) / 2
        self.inwards_mm, self.outwards_mm = self.even_mm - shift_mm, self.even_mm + shift_mm

    def between(self, inner_mm: float, outer_mm: float) -> tuple[float, float]:
        """Return rows and height of pads between two edges."""
        return (inner_mm + outer_mm) / 2, (outer_mm - inner_mm) / 2

    def around(self, inwards_mm: float, outwards_mm: float) -> tuple[float, float]:
        """Return width and offset of pads that reach so far beyond their metal."""
        width_mm = self.metal.width_mm + inwards_mm + outwards_mm
        return width_mm, outwards_mm - inwards_mm - self.from_c_mm


def _from_c_mm(half: Half, reference: str) -> float:
    """Return how much longer a dimension is than C, where the metal is: alike in every part."""
    rule = shipped_series().outlines[half]
    beyond_b_mm = {"A": rule.A_beyond_B_mm, "B": 0.0, "C": rule.C_beyond_B_mm}
    return beyond_b_mm[reference] - rule.C_beyond_B_mm


_WORKED_OUT: dict[str, Callable[[_Pad], float]] = {
    "inner": lambda pad: pad.inner_mm,
    "outer": lambda pad: pad.outer_mm,
    "toe": lambda pad: pad.outer_mm / 2 - pad.metal.to_mm,
    "heel": lambda pad: pad.metal.from_mm - pad.inner_mm / 2,
    "side": lambda pad: pad.even_mm,
    "inwards": lambda pad: pad.inwards_mm,
    "outwards": lambda pad: pad.outwards_mm,
}
_TYPED: dict[str, Callable[[_Pad, float], tuple[float, ...]]] = {
    "inner": lambda pad, mm: pad.between(mm, pad.outer_mm),
    "outer": lambda pad, mm: pad.between(pad.inner_mm, mm),
    "toe": lambda pad, mm: pad.between(pad.inner_mm, 2 * (pad.metal.to_mm + mm)),
    "heel": lambda pad, mm: pad.between(2 * (pad.metal.from_mm - mm), pad.outer_mm),
    "side": lambda pad, mm: (pad.metal.width_mm + 2 * mm,),
    "inwards": lambda pad, mm: pad.around(mm, pad.outwards_mm),
    "outwards": lambda pad, mm: pad.around(pad.inwards_mm, mm),
}


def _parts(name: str) -> tuple[Half, str, str]:
    """Return half, pad and what of it: ``socket.contact_toe_mm`` is the toe of its contacts."""
    half, _, field = name.partition(".")
    pad, _, what = field.removesuffix("_mm").partition("_")
    return Half(half), pad, what
