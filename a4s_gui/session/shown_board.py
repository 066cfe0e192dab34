"""What boards of others have at the pads of a pair: drawn over its pattern, and told of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import field, frozen
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.geometry.shapes import Rectangle

if TYPE_CHECKING:
    from a4s_gui.boards.search.contact_rows import Site


NetsByNumber = Mapping[Half, Mapping[str, str]]
_LONGEST_NET = 200
"""Of a net's name in the drawing and in exported files, most of which hold one line only."""


@frozen
class FoundPad:
    """A pad as a board has it, in the top view of its own half, pin 1 at the left end.

    ``deviates`` says that it is off the land pattern that it was held against, by more than a
    note's limit, or wrongly numbered.
    """

    half: Half
    rect: Rectangle
    deviates: bool = False


@frozen(slots=False)
class ShownBoard:
    """The connectors of boards that the drawing shows, of so many ``pins``.

    ``nets`` are by the places of the contacts: they stay with them however they are numbered.

    ``numbering`` is what the drawing took over from the boards, ``numbering_before`` what it had.
    """

    pins: int
    pads: tuple[FoundPad, ...] = ()
    nets: Mapping[Half, Mapping[Site, str]] = field(default_factory=dict, hash=False)
    numbering: Numbering | None = None
    numbering_before: Numbering | None = None

    def nets_by_number(self, numbering: Numbering) -> NetsByNumber:
        """Return the nets, fit for a line of text, by the numbers that the contacts then have.

        What has no net is left out.
        """
        return self._by_number(numbering, lambda net: net)

    def plain_nets_by_number(self, numbering: Numbering) -> NetsByNumber:
        """Return the same as nets are compared: without path, and none that a program made up."""
        from a4s_gui.boards.nets import plain_name  # noqa: PLC0415 - a window opens without boards

        return self._by_number(numbering, plain_name)

    def _by_number(self, numbering: Numbering, name: Callable[[str], str]) -> NetsByNumber:
        return {
            half: {
                str(numbering.number_at(half, self.pins, *site)): printable(named, _LONGEST_NET)
                for site, net in nets.items()
                if (named := name(net))
            }
            for half, nets in self.nets.items()
        }
