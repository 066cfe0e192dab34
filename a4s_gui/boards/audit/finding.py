"""What is found wrong, or worth knowing, about one connector."""

from __future__ import annotations

from enum import StrEnum

from a4s_gui.frozen import frozen


class Level(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(StrEnum):
    """The rules; docs/guide/boards.md explains each."""

    OTHER_PART = "other-part"
    CONTACT_COUNT = "contact-count"
    NUMBER_MISSING = "number-missing"
    NUMBER_DOUBLED = "number-doubled"
    NUMBER_SCHEME = "number-scheme"
    PADS_OVERLAP = "pads-overlap"
    TERMINAL_MISSING = "terminal-missing"
    STRAY_PAD = "stray-pad"
    CONTACT_WIDTH = "contact-width"
    CONTACT_LENGTH = "contact-length"
    CONTACT_POSITION = "contact-position"
    CONTACT_ROWS = "contact-rows"
    CONTACT_PITCH = "contact-pitch"
    CONTACT_TOE = "contact-toe"
    CONTACT_HEEL = "contact-heel"
    CONTACT_SIDE = "contact-side"
    TERMINAL_WIDTH = "terminal-width"
    TERMINAL_LENGTH = "terminal-length"
    TERMINAL_POSITION = "terminal-position"
    TERMINAL_TOE = "terminal-toe"
    TERMINAL_HEEL = "terminal-heel"
    TERMINAL_SIDE = "terminal-side"
    ORIGIN_OFFSET = "origin-offset"
    MASK_WEB = "mask-web"
    PASTE_SHARE = "paste-share"
    OLDER_DEFAULT = "older-default"
    NET_CURRENT = "net-current"
    SECOND_PAIR = "second-pair"


@frozen
class Finding:
    """One finding.

    ``pads`` are the numbers of the pads concerned, ``value`` and ``expected`` what is there and
    what should be, in mm unless the text names another unit; ``None`` where there is no number.
    """

    level: Level
    rule: Rule
    text: str
    pads: tuple[str, ...] = ()
    value: float | None = None
    expected: float | None = None
