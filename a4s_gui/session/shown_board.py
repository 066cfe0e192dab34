"""What boards of others have at the pads of a pair: drawn over its pattern, and told of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import field, frozen
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.geometry.shapes import Rectangle

if TYPE_CHECKING:
    from a4s_gui.boards.search.contact_rows import Site


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

    def nets_by_number(self, numbering: Numbering) -> Mapping[Half, Mapping[str, str]]:
        """Return the nets, fit for a line of text, by the numbers that the contacts then have.

        What has no net is left out.
        """
        return {
            half: {
                str(numbering.number_at(half, self.pins, *site)): printable(net, _LONGEST_NET)
                for site, net in nets.items()
                if net
            }
            for half, nets in self.nets.items()
        }
