"""What a file says of one component: its names, its place and its pads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, frozen


class BoardSide(StrEnum):
    """The side of a board that something stands on."""

    FRONT = "front"
    BACK = "back"


class BoardFileError(A4sError):
    """A file that cannot be read, or holds nothing to check; the message names file and line."""


@frozen
class BoardPad:
    """One copper pad on its board.

    ``number``, its name in the file, and ``net`` may be empty. Its centre is a place on the board,
    seen from the front, y down; its size is that of its bounding rectangle in its own frame, before
    it is turned by ``angle_deg``, counter-clockwise seen from the front. Its copper is on one
    ``side``, on both where that is ``None``. ``mask_margin_mm``, the solder-mask opening beyond the
    pad, and ``paste_ratio``, the stencil's opening over the pad's area, are ``None`` where the file
    sets none.
    """

    number: str
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    angle_deg: float = 0.0
    side: BoardSide | None = BoardSide.FRONT
    net: str = ""
    mask_margin_mm: float | None = None
    paste_ratio: float | None = None


@frozen(slots=False)
class Component:
    """One component of a file.

    ``texts`` are those in which a part number may stand, by what kind of text it is (``value``,
    ``property``, ``footprint``), in the order in which they are believed. One that ``is_placed``
    stands on a board, and is not a footprint by itself. ``anchor_mm`` is the place of the
    footprint's origin on the board, ``rotation_deg`` the file's own rotation, counter-clockwise
    seen from the front; ``None`` where it has none. Where ``angles_are_rough`` the pads' angles are
    whole degrees whose sense programs do not agree on (IPC-D-356A).
    """

    reference: str
    pads: tuple[BoardPad, ...]
    texts: tuple[tuple[str, str], ...] = ()
    is_placed: bool = False
    anchor_mm: tuple[float, float] | None = None
    rotation_deg: float | None = None
    angles_are_rough: bool = False


@frozen(slots=False)
class PinList:
    """The nets of one connector by its pin numbers, without a place; ``part`` may be empty."""

    part: str
    nets: Mapping[str, str] = field(hash=False)
    doubled: tuple[str, ...] = ()


@frozen(slots=False)
class BoardFile:
    """One file as it was read: components with their pads, or a pin list."""

    name: str
    components: tuple[Component, ...] = ()
    pin_list: PinList | None = None
