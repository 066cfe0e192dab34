"""The file around a PDF page: numbered objects, their table, and strings as PDF writes them."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""PDF 1.7 (ISO 32000-1), and four bytes that tell file transfers that it is not text."""


def pdf_text(text: str) -> str:
    """Return a text for people as a PDF string, in UTF-16 so that it may hold any character."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def pdf_stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream object's content."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode(), len(data), data)


def packed_stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream object's content, packed."""
    return pdf_stream(zlib.compress(data, 9), f"{entries} /Filter /FlateDecode".lstrip())


def pdf_file(objects: Sequence[str | bytes], root: int, info: int) -> bytes:
    """Return a file of objects, which are numbered from 1 and name one another as ``1 0 R``.

    ``root`` and ``info`` are the numbers of the catalog and of the document information. The same
    objects give the same bytes: the file's identifier is taken from them.
    """
    out = bytearray(_HEADER)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        data = content.encode("ascii") if isinstance(content, str) else content
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    identifier = hashlib.sha256(out).hexdigest()[:32]
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = (
        f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R /Info {info} 0 R "
        f"/ID [<{identifier}> <{identifier}>] >>\nstartxref\n{start}\n%%EOF\n"
    )
    return bytes(out) + trailer.encode()
