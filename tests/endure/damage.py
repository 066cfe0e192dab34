"""Damages a file as disks, editors, other programs and hands do; seeded, to be repeated."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

LARGEST_BYTES = 20_000
"""A damaged file grows no larger: what large files cost is another question."""

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_ODD_NUMBERS = (
    *(b"0", b"-1", b"1e400", b"-1e-400", b"nan", b"inf", b"1_000", b"0x10", b"1,5", b"1.5.5"),
    *(b"99999999999999999999999", b"true", b'"7"', b"[]", b"", "٣".encode(), b"0.1" * 40),
)
_INSERTED = (
    *(b"(", b")", b"[", b"]", b"{", b"}", b'"', b"'", b"\\", b"=", b",", b";", b"\t", b"\n", b"\r"),
    *(b"\0", b"\x1b", b"\xff\xfe", b"\xef\xbb\xbf", "\u202e".encode(), "👩‍🔧".encode()),
    *(b"((((((((", b"[[[[[[[[", b"<!ENTITY a 'b'>", b"&a;", b"=cmd|' /C calc'!A0", b"../../x"),
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return data with one to four damages."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_DAMAGES)(data, chance)[:LARGEST_BYTES]
    return data


def _cut(data: bytes, chance: random.Random) -> bytes:
    begin, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return chance.choice((data[:end], data[begin:], data[:begin] + data[end:]))


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_INSERTED) * chance.choice((1, 1, 1, 2, 500)) + data[at:]


def _number(data: bytes, chance: random.Random) -> bytes:
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    found = chance.choice(numbers)
    return data[: found.start()] + chance.choice(_ODD_NUMBERS) + data[found.end() :]


def _lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return data
    one, other = sorted(chance.sample(range(len(lines)), 2))
    kind = chance.randrange(4)
    if kind == 0:  # swapped
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == 1:  # dropped
        lines = [*lines[:one], *lines[other:]]
    elif kind == 2:  # doubled
        lines = [*lines[:other], *lines[one:]]
    else:  # another word: of another line
        own = chance.choice(lines[other].split() or [b"\n"])
        lines[other] = lines[other].replace(own, chance.choice(lines[one].split() or [b""]))
    return b"".join(lines)


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _flip,
    _insert,
    _number,
    _number,
    _lines,
    _lines,
)
