"""How the user's own words are shown in a message, which is one line whatever was typed."""

from __future__ import annotations

LONGEST_SHOWN = 40
"""Characters of a typed text that a message repeats; what is longer is cut."""


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text as a message can carry it: one line, printable, cut where it is long."""
    head = " ".join(text[: 4 * longest].split())
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in head)
    whole = len(line) <= longest and len(text) <= 4 * longest
    return line if whole else f"{line[: longest - 1]}…"
