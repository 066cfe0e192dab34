"""One half as a KiCad footprint: pads, apertures, outline, silkscreen and courtyard.

The tokens are those of KiCad 6, which KiCad 6 to 10 read. Names, layers, pens and clearances are
those of the KiCad Library Convention (KLC). Like the geometry, KiCad has x to the right and y down
in millimetres.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from a4s_gui.catalog.model import Half
from a4s_gui.export.kicad.s_expression import Node, Word, document
from a4s_gui.export.kicad.silkscreen import SILK_PEN_MM, Point, round_outward, silk_of
from a4s_gui.geometry.footprint import Footprint, Pad
from a4s_gui.geometry.land_pattern.reading import (
    DEFAULT_PATTERN,
    shipped_pattern,
    shipped_pattern_names,
)
from a4s_gui.geometry.numbering import HeaderScheme, Pin1, RowScheme, TerminalScheme
from a4s_gui.geometry.shapes import round_mm

FORMAT_VERSION = 20211014
"""The footprint format of KiCad 6.0."""
COURTYARD_PEN_MM = 0.05
FAB_PEN_MM = 0.1
_TEXT_MM, _LEAST_TEXT_MM = 1.0, 0.5
_ARROW_MM = 0.3
"""Depth and half the width of the notch at pin 1 in the outline."""
_LEAST_MARGIN_MM = 0.000001
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "a4s_gui/kicad")
_NOT_FOR_NAMES = re.compile(r"[^A-Za-z0-9.+-]+")
_ROW_OPTIONS = {
    RowScheme.ODD_EVEN: "",
    RowScheme.LOOP: "Loop",
    RowScheme.ROW_BY_ROW: "RowByRow",
}
_PIN_1_OPTIONS = {Pin1.UPPER_LEFT: "", Pin1.LOWER_LEFT: "LowerLeft"}
_NUMBERING_OPTIONS = {*_ROW_OPTIONS.values(), *_PIN_1_OPTIONS.values(), "Alike"}
_CONTINUED_OPTION = re.compile(r"[0-9]+-[0-9]+")

FRONT = ("F.Cu", "F.Mask")
"""A pad's layers. Paste is no part of the pad: see :func:`footprint_text`."""


def footprint_name(footprint: Footprint) -> str:
    """Return the name in the library, as KLC F3 composes it for connectors.

    ``Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical``; what differs from the default land
    pattern and numbering follows as options, so that two variants fit into one library.
    """
    connector, numbering = footprint.connector, footprint.numbering
    series = connector.series
    options = [_ROW_OPTIONS[numbering.rows], _PIN_1_OPTIONS[numbering.pin_1]]
    if footprint.half is Half.HEADER and numbering.header is HeaderScheme.SAME:
        options.append("Alike")
    if numbering.terminals is TerminalScheme.CONTINUED:
        options.append(f"{connector.pins + 1}-{connector.pins + 4}")
    options += _pattern_options(footprint)
    mounting = "1MP" if numbering.terminals is TerminalScheme.SHARED else "4MP"
    base = (
        f"{series.maker}_{series.name}_{connector.part_number}_2x{connector.pins // 2:02d}"
        f"-{mounting}_P{series.pitch_mm:.2f}mm_Vertical"
    )
    return "_".join([base, *filter(None, options)])


def _pattern_options(footprint: Footprint) -> list[str]:
    """Return what tells a pattern from the default one, and figures that were changed in it.

    A name that is not wholly letters and digits, or that a numbering has, is told by its digest.
    """
    pattern, half = footprint.pattern, footprint.half
    if pattern.name == DEFAULT_PATTERN:
        options = []
    else:
        plain = _NOT_FOR_NAMES.sub("-", pattern.name).strip("-")
        taken = plain in _NUMBERING_OPTIONS or _CONTINUED_OPTION.fullmatch(plain)
        unlike = taken or plain != pattern.name
        options = [f"{plain}-{_digest(pattern.name)}".lstrip("-") if unlike else plain]
    if pattern.name in shipped_pattern_names():
        shipped = shipped_pattern(pattern.name)
        figures = (pattern.half(half), pattern.common)
        if figures != (shipped.half(half), shipped.common):
            options.append(f"Edited-{_digest(repr(figures))}")
    return options


def _digest(text: str) -> str:
    return uuid.uuid5(_NAMESPACE, text).hex[:8]


def footprint_text(footprint: Footprint, mates: Sequence[str]) -> str:
    """Return the text of a ``.kicad_mod`` file.

    Copper and paste are pads apart: KiCad shrinks a pad's paste by one margin, or one share, on
    all sides, and adds the board's own margins, so a stated share of a long pad's area would miss.
    An aperture that is a pad of its own on ``F.Paste`` is cut as it stands.

    Parameters
    ----------
    footprint
        The half with its land pattern and numbering.
    mates
        Part numbers of the other halves, for the description.
    """
    name = footprint_name(footprint)
    build = _Elements(name)
    build.texts(footprint)
    build.outline(footprint)
    build.silk(footprint)
    build.courtyard(footprint)
    for key, pad in _keyed(footprint.pads):
        build.pad(key, pad, footprint.pattern.common.mask_margin_mm)
    for key, pad in _keyed(footprint.pads):
        build.aperture(key, pad, footprint)
    head = (
        Word("footprint"),
        name,
        (Word("version"), FORMAT_VERSION),
        (Word("generator"), Word("a4s_gui")),
    )
    about: tuple[Node, ...] = (
        (Word("layer"), "F.Cu"),
        (Word("descr"), describe(footprint, mates)),
        (Word("tags"), _tags(footprint)),
        (Word("attr"), Word("smd")),
    )
    return document(head, (*about, *build.nodes))


def describe(footprint: Footprint, mates: Sequence[str]) -> str:
    """Return the footprint's description: part, mates, numbering, and where the figures are from.

    It carries no version and no date, so that the same part gives the same bytes.
    """
    connector, pattern = footprint.connector, footprint.pattern
    numbering, series = footprint.numbering, connector.series
    terminals = sorted({pad.number for pad in footprint.terminals}, key=lambda n: (len(n), n))
    return (
        f"{series.maker} {series.name} board-to-board {connector.half} {connector.part_number}, "
        f"{connector.pins} contacts in two rows, {series.pitch_mm:.2f} mm pitch, soldering "
        f"terminals {', '.join(terminals)}; mates with {' or '.join(mates)}; pin 1 of this "
        f"footprint {numbering.pin_1_of(footprint.half).words}; numbering: "
        f"{numbering.describe()} (the parts carry no mark); land pattern "
        f"“{pattern.title}” ({pattern.label}): check before use: "
        f"{pattern.provenance(footprint.half)}"
    )


def _tags(footprint: Footprint) -> str:
    connector, series = footprint.connector, footprint.connector.series
    return (
        f"{series.maker} {series.name} {connector.part_number} board-to-board mezzanine connector "
        f"{connector.half} {connector.pins} pins {series.pitch_mm:.1f}mm SMD"
    )


def _keyed(pads: Iterable[Pad]) -> Iterable[tuple[str, Pad]]:
    """Yield each pad with a key that is its own, though terminals share a number."""
    seen: dict[str, int] = {}
    for pad in pads:
        seen[pad.number] = seen.get(pad.number, 0) + 1
        yield f"{pad.number}.{seen[pad.number]}", pad


@dataclass
class _Elements:
    """The elements of one footprint, each with an id that depends on its place and name alone."""

    name: str
    nodes: list[Node] = field(default_factory=list)

    def texts(self, footprint: Footprint) -> None:
        courtyard = round_outward(footprint.courtyard)
        beside = round(courtyard.height_mm / 2 + 0.75, 2)
        inside = min(_TEXT_MM, round((footprint.body.width_mm - 0.4) / 4, 2))
        self._text("reference", "REF**", -beside, "F.SilkS", _TEXT_MM)
        self._text("value", self.name, beside, "F.Fab", _TEXT_MM)
        self._text("user", "${REFERENCE}", 0.0, "F.Fab", max(inside, _LEAST_TEXT_MM))

    def outline(self, footprint: Footprint) -> None:
        """Add the body's outline with a notch at pin 1."""
        body = footprint.body
        pin_1 = next(pad for pad in footprint.contacts if pad.number == "1")
        side = -1 if pin_1.y_mm < 0 else 1
        at, x = side * body.height_mm / 2, pin_1.x_mm
        corners: list[Point] = [
            (body.left_mm, at),
            (x - _ARROW_MM, at),
            (x, at - side * _ARROW_MM),
            (x + _ARROW_MM, at),
            (body.right_mm, at),
            (body.right_mm, -at),
            (body.left_mm, -at),
        ]
        for i, start in enumerate(corners):
            self._line(f"outline.{i}", start, corners[(i + 1) % 7], "F.Fab", FAB_PEN_MM)

    def silk(self, footprint: Footprint) -> None:
        """Add the brackets and pin 1's mark."""
        silk = silk_of(footprint)
        for i, (start, end) in enumerate(silk.lines):
            self._line(f"silk.{i}", start, end, "F.SilkS", SILK_PEN_MM)
        points: list[Node] = [(Word("xy"), x, y) for x, y in silk.pin_1]
        self._add(
            "silk.pin-1",
            Word("fp_poly"),
            (Word("pts"), *points),
            (Word("layer"), "F.SilkS"),
            (Word("width"), SILK_PEN_MM),
            (Word("fill"), Word("solid")),
        )

    def courtyard(self, footprint: Footprint) -> None:
        """Add the courtyard, rounded outward to KLC's grid of 0.01 mm."""
        area = round_outward(footprint.courtyard)
        self._add(
            "courtyard",
            Word("fp_rect"),
            (Word("start"), area.left_mm, area.top_mm),
            (Word("end"), area.right_mm, area.bottom_mm),
            (Word("layer"), "F.CrtYd"),
            (Word("width"), COURTYARD_PEN_MM),
            (Word("fill"), Word("none")),
        )

    def pad(self, key: str, pad: Pad, mask_margin_mm: float) -> None:
        """Add a pad with its mask opening.

        KiCad 6 and 7 take a margin of 0 for "as the board's": one nanometre says 0.
        """
        margin = mask_margin_mm or _LEAST_MARGIN_MM
        self._pad(f"pad.{key}", pad.number, pad, FRONT, (Word("solder_mask_margin"), margin))

    def aperture(self, key: str, pad: Pad, footprint: Footprint) -> None:
        """Add the stencil's opening over a pad."""
        opening = footprint.paste_opening(pad)
        shape = Pad("", pad.role, opening.x_mm, opening.y_mm, opening.width_mm, opening.height_mm)
        self._pad(f"paste.{key}", "", shape, ("F.Paste",))

    def _pad(self, key: str, number: str, pad: Pad, layers: Sequence[str], *more: Node) -> None:
        self._add(
            key,
            Word("pad"),
            number,
            Word("smd"),
            Word("rect"),
            (Word("at"), pad.x_mm, pad.y_mm),
            (Word("size"), pad.width_mm, pad.height_mm),
            (Word("layers"), *layers),
            *more,
        )

    def _line(self, key: str, start: Point, end: Point, layer: str, pen_mm: float) -> None:
        self._add(
            key,
            Word("fp_line"),
            (Word("start"), *map(round_mm, start)),
            (Word("end"), *map(round_mm, end)),
            (Word("layer"), layer),
            (Word("width"), pen_mm),
        )

    def _text(self, kind: str, text: str, y_mm: float, layer: str, size_mm: float) -> None:
        pen = (Word("thickness"), round(size_mm * 0.15, 3))
        font = (Word("font"), (Word("size"), size_mm, size_mm), pen)
        self._add(
            f"text.{kind}",
            Word("fp_text"),
            Word(kind),
            text,
            (Word("at"), 0, y_mm),
            (Word("layer"), layer),
            (Word("effects"), font),
        )

    def _add(self, key: str, *items: Node) -> None:
        ident = uuid.uuid5(_NAMESPACE, f"{self.name}/{key}")
        self.nodes.append((*items, (Word("tstamp"), Word(str(ident)))))
