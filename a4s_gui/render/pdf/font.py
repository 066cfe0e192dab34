"""The part of the drawing font that a text needs, as a TrueType file to embed.

Read and written by the tables of the OpenType specification: glyphs are renumbered in the order of
their characters, hinting and all that lays out text is left out.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from functools import cache

from a4s_gui.drawing.lettering import FONT_FILE
from a4s_gui.errors import ResourceError
from a4s_gui.frozen import frozen
from a4s_gui.resources import read_resource, resource_path

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1, 8, 0x20, 0x40, 0x80
"""Flags of a glyph's component."""
_CHECKSUM, _WHOLE = 0xB1B0AFBA, 0xFFFFFFFF


@frozen
class FontSubset:
    """The glyphs of some characters; missing characters show as the font's empty box.

    Lengths are thousandths of the letters' size; those below ``widths`` are of the whole font.
    """

    name: str
    """The font's name, with a tag for the subset in front of it."""
    data: bytes
    """The TrueType file."""
    glyphs: Mapping[str, int]
    """The glyph of each character; 0 is the empty box."""
    widths: tuple[float, ...]
    """Of each glyph."""
    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float

    def code(self, text: str) -> str:
        """Return the glyphs of a text as four hexadecimal digits each."""
        return "".join(f"{self.glyphs[character]:04X}" for character in text)


def font_subset(characters: Iterable[str]) -> FontSubset:
    """Return the part of the bundled drawing font that some characters need.

    Raises
    ------
    ResourceError
        The font file is missing or damaged.
    """
    return _subset("".join(sorted(set(characters))))


@cache
def _subset(characters: str) -> FontSubset:
    try:
        return _Font(read_resource(*FONT_FILE)).subset(characters)
    except (struct.error, KeyError, IndexError) as error:
        path = resource_path(*FONT_FILE)
        raise ResourceError(f"{path}: is not a usable font; install a4s-gui again") from error


class _Font:
    """A TrueType file with outlines, long offsets and a Unicode map of format 12."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack_from(">4xH", data)
        self._tables: dict[str, bytes] = {}
        for i in range(count):
            tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
            self._tables[tag.decode("ascii")] = data[offset : offset + length]
        self._units, *box = struct.unpack_from(">18xH16x4h", self._tables["head"])
        self._box = tuple(box)
        self._long_metrics = struct.unpack_from(">34xH", self._tables["hhea"])[0]

    def subset(self, characters: str) -> FontSubset:
        chosen = _characters(self._tables["cmap"], characters)
        kept = self._with_components([0, *dict.fromkeys(chosen.values())])
        numbers = {glyph: number for number, glyph in enumerate(kept)}
        outlines = [_renumbered(self._outline(glyph), numbers) for glyph in kept]
        metrics = [self._metrics(glyph) for glyph in kept]
        data = self._file(outlines, metrics)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        ascent, descent = struct.unpack_from(">4x2h", self._tables["hhea"])
        (cap_height,) = struct.unpack_from(">88xh", self._tables["OS/2"])
        left, bottom, right, top = map(self._thousandths, self._box)
        return FontSubset(
            f"{tag}+Roboto-Regular",
            data,
            {character: numbers[chosen.get(character, 0)] for character in characters},
            tuple(self._thousandths(advance) for advance, _ in metrics),
            (left, bottom, right, top),
            self._thousandths(ascent),
            self._thousandths(descent),
            self._thousandths(cap_height),
        )

    def _thousandths(self, units: float) -> float:
        return float(units * 1000 / self._units)

    def _outline(self, glyph: int) -> bytes:
        start, end = struct.unpack_from(">2L", self._tables["loca"], 4 * glyph)
        return self._tables["glyf"][start:end]

    def _metrics(self, glyph: int) -> tuple[int, int]:
        """Return advance and left side bearing; the last advance holds for all that follow."""
        table, count = self._tables["hmtx"], self._long_metrics
        if glyph < count:
            advance, bearing = struct.unpack_from(">Hh", table, 4 * glyph)
        else:
            (advance,) = struct.unpack_from(">H", table, 4 * (count - 1))
            (bearing,) = struct.unpack_from(">h", table, 4 * count + 2 * (glyph - count))
        return advance, bearing

    def _with_components(self, glyphs: Iterable[int]) -> list[int]:
        kept = list(dict.fromkeys(glyphs))
        for glyph in kept:  # grows while it is read
            for _, component in _components(self._outline(glyph)):
                if component not in kept:
                    kept.append(component)
        return kept

    def _file(self, outlines: list[bytes], metrics: list[tuple[int, int]]) -> bytes:
        padded = [outline + bytes(-len(outline) % 4) for outline in outlines]
        places = [0]
        for outline in padded:
            places.append(places[-1] + len(outline))
        head = bytearray(self._tables["head"])
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)  # long offsets
        hhea = bytearray(self._tables["hhea"])
        struct.pack_into(">H", hhea, 34, len(metrics))
        maxp = bytearray(self._tables["maxp"])
        struct.pack_into(">H", maxp, 4, len(outlines))
        tables = {
            "glyf": b"".join(padded),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in metrics),
            "loca": struct.pack(f">{len(places)}L", *places),
            "maxp": bytes(maxp),
        }
        return _file_of(tables)


def _characters(cmap: bytes, characters: str) -> dict[str, int]:
    """Return the glyphs of those characters that the font has, by its map of format 12."""
    (count,) = struct.unpack_from(">2xH", cmap)
    records = [struct.unpack_from(">HHL", cmap, 4 + 8 * i) for i in range(count)]
    starts = [start for *_, start in records if struct.unpack_from(">H", cmap, start)[0] == 12]
    (groups,) = struct.unpack_from(">12xL", cmap, starts[0])
    ranges = [struct.unpack_from(">3L", cmap, starts[0] + 16 + 12 * i) for i in range(groups)]
    found = {}
    for character in characters:
        for first, last, glyph in ranges:
            if first <= ord(character) <= last:
                found[character] = glyph + ord(character) - first
    return found


def _components(outline: bytes) -> list[tuple[int, int]]:
    """Return where in a composite glyph each component's number stands, and the number."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, more = [], 10, True
    while more:
        flags, glyph = struct.unpack_from(">2H", outline, at)
        found.append((at + 2, glyph))
        at += 8 if flags & _WORDS else 6
        at += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _MATRIX)
        more = bool(flags & _MORE)
    return found


def _renumbered(outline: bytes, numbers: Mapping[int, int]) -> bytes:
    changed = bytearray(outline)
    for at, glyph in _components(outline):
        struct.pack_into(">H", changed, at, numbers[glyph])
    return bytes(changed)


def _file_of(tables: Mapping[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    search = (16 * power, power.bit_length() - 1, 16 * (count - power))
    head = struct.pack(">LHHHH", 0x00010000, count, *search)
    body, directory = bytearray(), bytearray()
    for tag, data in sorted(tables.items()):
        offset = len(head) + 16 * count + len(body)
        directory += struct.pack(">4sLLL", tag.encode(), _sum(data), offset, len(data))
        if tag == "head":
            adjustment = offset + 8
        body += data + bytes(-len(data) % 4)
    out = bytearray(head + directory + body)
    struct.pack_into(">L", out, adjustment, (_CHECKSUM - _sum(bytes(out))) & _WHOLE)
    return bytes(out)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return sum(map(int, struct.unpack(f">{len(padded) // 4}L", padded))) & _WHOLE
