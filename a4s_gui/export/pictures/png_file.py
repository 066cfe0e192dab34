"""The file around a picture's pixels: PNG (ISO 15948), packed for drawings. Needs no Qt."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise

from a4s_gui.catalog.wording import one_line

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EFFORT = 4
"""zlib's. Measured on a pair of 40 pins at 20:1 and 300 dpi: 3 takes 0.07 s and 509 kB, 4 takes
0.11 s and 423 kB, 6 takes 0.14 s and 414 kB, 8 takes twice as long again; Qt's own writer takes
0.24 s and 476 kB with 4. Its smoothed edges have 2,942 colours, which no palette holds."""
_LONG_TEXT = 80
"""Bytes from which on a text is packed."""
_RGB, _PERCEPTUAL, _PER_METRE = 2, 0, 1
_AS_IT_IS, _FROM_ABOVE = b"\x00", b"\x02"
_ZLIB_HEAD = b"\x78\x5e"
_AT_ONCE = 8
"""Rows that are like the one above, and are put in as one."""


def png_file(
    rows: Sequence[bytes], width: int, dots_per_metre: int, texts: Mapping[str, str]
) -> bytes:
    """Return a PNG file in the colour space sRGB, with texts by their keywords.

    The rows stand from top to bottom, ``width`` pixels each, of three bytes: red, green, blue.
    """
    head = struct.pack(">IIBBBBB", width, len(rows), 8, _RGB, 0, 0, 0)
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", head),
            _chunk(b"sRGB", bytes([_PERCEPTUAL])),
            _chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, _PER_METRE)),
            *(_text(keyword, text) for keyword, text in texts.items()),
            _chunk(b"IDAT", _packed(rows)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(rows: Sequence[bytes]) -> bytes:
    """Return the rows with their filters as one zlib stream (RFC 1950).

    Many rows of a drawing are like the one above: of those nothing but zeros is left. Of the
    others no filter leaves less than the row itself. Some zeros are packed once, and put between
    the rest wherever they come: zlib takes as long for zeros as for a drawing. A full flush before
    them keeps what follows from pointing back across them.
    """
    like_above = _FROM_ABOVE + bytes(len(rows[0]))
    several = _compressor()
    zeros = several.compress(like_above * _AT_ONCE) + several.flush(zlib.Z_SYNC_FLUSH)
    pack = _compressor()
    check, parts = zlib.adler32(b""), [_ZLIB_HEAD]
    for is_alike, group in groupby(pairwise(chain([b""], rows)), lambda pair: pair[0] == pair[1]):
        filtered: Iterable[bytes] = (_AS_IT_IS + row for _, row in group)
        ready = 0
        if is_alike:
            filtered = [like_above for _ in group]
            ready = len(filtered) // _AT_ONCE * _AT_ONCE
        if ready:
            parts += [pack.flush(zlib.Z_FULL_FLUSH), zeros * (ready // _AT_ONCE)]
        for number, row in enumerate(filtered):
            check = zlib.adler32(row, check)
            if number >= ready:
                parts.append(pack.compress(row))
    return b"".join([*parts, pack.flush(), struct.pack(">I", check)])


def _compressor() -> zlib._Compress:
    """Return one that writes neither head nor check, so that what it writes can be put together."""
    return zlib.compressobj(_EFFORT, zlib.DEFLATED, -zlib.MAX_WBITS, memLevel=9)


def _text(keyword: str, text: str) -> bytes:
    """Return a text as Latin-1 where that holds it, else as UTF-8; packed where it is long.

    Of control characters a text has line feeds alone: others are blanks in it.
    """
    text = "\n".join(map(one_line, text.split("\n")))
    key = keyword.encode("latin-1") + b"\0"
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        packed = zlib.compress(text.encode(), 9)
        return _chunk(b"iTXt", key + b"\1\0" + b"\0" + b"\0" + packed)
    if len(data) < _LONG_TEXT:
        return _chunk(b"tEXt", key + data)
    return _chunk(b"zTXt", key + b"\0" + zlib.compress(data, 9))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
