"""Cuts ICU's data down to what Qt asks of it in this program, and links it anew.

Qt for Linux comes with all of ICU's data in one library, 32 MB: names of places, currencies, units
and time zones in 200 languages, and converters of old character sets. Qt has its own tables for all
of that and takes from ICU how text is sorted. ICU's makers foresee such cuts; what is missing is
reported to whoever asks, as for a language that ICU does not know.

The layout is that of an ICU data archive, "CmnD": a header; then the number of items; then for each
where its name and its data begin, counted from that number; then names, then data. All is in the
byte order of the machine it is for, items stand in the order of their names.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

from system_packages import ended

_MAGIC = b"\xda\x27"
_ALIGNMENT = 16
# Locales of the tree that has no folder: en.res, zh_Hant_HK.res, but not root.res or pool.res.
_LOCALE = re.compile(r"(?!root|pool)[a-z]{2,3}(_\w+)?\.res")
_TREES = {"coll"}
"""Folders that are kept: collation."""
_ENDINGS = {".icu", ".nrm", ".res", ".spp"}
"""Properties of characters, normal forms, tables by key, rules for names on the net: no .cnv."""
_NAMES_OF_CHARACTERS = "unames.icu"


def cut_down(library: Path) -> None:
    """Replace a ``libicudata.so`` by one that holds less, with ``as`` and ``ld`` from binutils.

    One that holds no data archive as described above is a :class:`ValueError`.
    """
    name, archive = _archive_in(library)
    items = read_items(archive)
    if write_items(archive, items) != archive:
        raise ValueError(f"{library}: its data is laid out in a way that is not known here")
    shorter = write_items(archive, {item: items[item] for item in items if is_kept(item)})
    data = library.with_suffix(".dat")
    code = library.with_suffix(".o")
    data.write_bytes(shorter)
    source = (
        f".section .rodata\n.balign {_ALIGNMENT}\n.globl {name}\n.type {name}, %object\n"
        f'{name}: .incbin "{data.name}"\n.size {name}, . - {name}\n'
        '.section .note.GNU-stack, "", %progbits\n'
    )
    folder = library.parent
    try:
        subprocess.run(
            ["as", "-o", code.name, "-"], input=source, text=True, cwd=folder, check=True
        )
        subprocess.run(
            [
                *("ld", "-s", "-shared", "-z", "noexecstack"),
                *("-soname", library.name, "-o", library.name, code.name),
            ],
            cwd=folder,
            check=True,
        )
    finally:
        data.unlink()
        code.unlink(missing_ok=True)


def is_kept(item: str) -> bool:
    """Return whether an item stays, by its name within the archive, such as ``coll/sv.res``."""
    tree, _, name = item.rpartition("/")
    if Path(name).suffix not in _ENDINGS or name == _NAMES_OF_CHARACTERS:
        return False
    return tree in _TREES or (not tree and not _LOCALE.fullmatch(name))


def read_items(archive: bytes) -> dict[str, bytes]:
    """Return the items of an archive by name, without the archive's own name before each."""
    start = _header_size(archive)
    (count,) = struct.unpack_from("=I", archive, start)
    places = [struct.unpack_from("=II", archive, start + 4 + 8 * i) for i in range(count)]
    ends = [data for _, data in places[1:]] + [len(archive) - start]
    items = {}
    for (name, data), end in zip(places, ends, strict=True):
        stop = archive.index(b"\0", start + name)
        _, _, item = archive[start + name : stop].decode("ascii").partition("/")
        items[item] = archive[start + data : start + end]
    return items


def write_items(like: bytes, items: dict[str, bytes]) -> bytes:
    """Return an archive of some items, with the header and the name of another archive."""
    start = _header_size(like)
    prefix = _prefix(like, start)
    ordered = sorted((f"{prefix}/{item}\0".encode("ascii"), data) for item, data in items.items())
    names = b"".join(name for name, _ in ordered)
    name_at = 4 + 8 * len(ordered)
    names += _padding(start + name_at + len(names))
    data_at = name_at + len(names)
    table, body = bytearray(struct.pack("=I", len(ordered))), bytearray()
    for name, data in ordered:
        table += struct.pack("=II", name_at, data_at + len(body))
        name_at += len(name)
        body += data + _padding(len(data))
    return like[:start] + bytes(table) + names + bytes(body)


def _padding(length: int) -> bytes:
    return b"\xaa" * (-length % _ALIGNMENT)


def _prefix(archive: bytes, start: int) -> str:
    """Return the archive's own name, which stands before the name of each item."""
    (name,) = struct.unpack_from("=I", archive, start + 4)
    stop = archive.index(b"/", start + name)
    return archive[start + name : stop].decode("ascii")


def _header_size(archive: bytes) -> int:
    size, magic = struct.unpack_from("=H2s", archive)
    if magic != _MAGIC or archive[12:16] != b"CmnD":
        raise ValueError("this is no ICU data archive")
    return int(size)


def _archive_in(library: Path) -> tuple[str, bytes]:
    """Return the name of the one object in a library, and its bytes."""
    table = ended("objdump", "--dynamic-syms", library, check=True).stdout
    found = re.search(
        r"^([0-9a-f]+) .*\.rodata\s+([0-9a-f]+)\s+(?:Base\s+)?(\w+_dat)$", table, re.MULTILINE
    )
    if found is None:
        raise ValueError(f"{library}: no ICU data in it")
    # .rodata lies in the file where it lies in memory: it is in the first segment.
    begin, size = int(found[1], 16), int(found[2], 16)
    return found[3], library.read_bytes()[begin : begin + size]
