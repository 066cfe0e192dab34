"""A font's subset as the objects of a PDF file, so that texts can be searched and copied."""

from __future__ import annotations

from a4s_gui.catalog.numbers import plain_number
from a4s_gui.render.pdf.file import packed_stream
from a4s_gui.render.pdf.font import FontSubset

FONT_OBJECTS = 5
_NONSYMBOLIC = 32
_STEM = 80
"""Of Roboto's upright strokes, about; readers use it where they have to stand in for the font."""
_MOST_IN_A_BLOCK = 100
"""Lines of a block of a character map."""


def font_objects(font: FontSubset, first: int) -> list[str | bytes]:
    """Return the objects of a font, numbered from ``first``, which is the font itself."""
    descendant, descriptor, file, unicode = range(first + 1, first + FONT_OBJECTS)
    widths = " ".join(map(plain_number, font.widths))
    box = " ".join(map(plain_number, font.box))
    name = f"/{font.name}"
    composite = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"
    )
    glyphs = (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [0 [{widths}]] >>"
    )
    described = (
        f"<< /Type /FontDescriptor /FontName {name} /Flags {_NONSYMBOLIC} "
        f"/FontBBox [{box}] /ItalicAngle 0 /Ascent {plain_number(font.ascent)} "
        f"/Descent {plain_number(font.descent)} /CapHeight {plain_number(font.cap_height)} "
        f"/StemV {_STEM} /FontFile2 {file} 0 R >>"
    )
    return [
        composite,
        glyphs,
        described,
        packed_stream(font.data, f"/Length1 {len(font.data)}"),
        packed_stream(_unicode_map(font).encode("ascii")),
    ]


def _unicode_map(font: FontSubset) -> str:
    """Return which character each glyph stands for; the empty box stands for none."""
    lines = [
        f"<{glyph:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for character, glyph in font.glyphs.items()
        if glyph
    ]
    blocks = [lines[i : i + _MOST_IN_A_BLOCK] for i in range(0, len(lines), _MOST_IN_A_BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
