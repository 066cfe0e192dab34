"""What of a check lies over the drawing: the pads that were found, their nets, and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding, Level
from a4s_gui.boards.data import check_data
from a4s_gui.boards.mating import Mating, MetContacts, met_site
from a4s_gui.boards.search.patterns import edge_distance_mm
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.frozen import replace
from a4s_gui.geometry.footprint import Footprint, PadRole, footprint
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1
from a4s_gui.session import reducers
from a4s_gui.session.shown_board import FoundPad, ShownBoard
from a4s_gui.session.state import PadKey
from a4s_gui.ui.core.controller import Controller


class OverDrawing:
    """Lays what was found over the drawing, and leads from findings to its pads."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def clear(self) -> None:
        """Take everything off the drawing."""
        self._controller.apply(reducers.show_board, None)

    def show(self, audits: Sequence[Audit], *, with_pair: bool = True) -> None:
        """Lay one connector, or two halves that mate, over the drawing.

        ``with_pair`` says that their own pair is to be drawn.
        """
        controller = self._controller
        pair = pair_to_draw(controller.catalog, audits, controller.pair) if with_pair else None
        board = shown_board(audits, controller.state.own_numbering)
        controller.apply(reducers.show_board, board, pair.id if pair else None)

    def is_numbered_so(self, audits: Sequence[Audit]) -> bool:
        """Say whether the drawing gives every contact the number that it has on its board."""
        numbering = self._controller.state.numbering
        return all(
            number == str(numbering.number_at(found.half, found.pins, *site))
            for found in (audit.connector for audit in audits)
            for site, number in found.numbers.items()
        )

    def go_to_finding(self, audit: Audit, finding: Finding) -> None:
        """Select the pad that a finding is about, where it is about one."""
        spec, half = self._controller.spec, audit.connector.half
        if spec is None:
            return
        drawn = footprint(spec.pair.connector(half), spec.pattern, spec.numbering)
        self._go_to(half, pad_of_finding(audit, finding, drawn))

    def go_to_met(self, mating: Mating, pads: MetContacts) -> None:
        """Select the pads that meet, by the socket's."""
        numbering = self._controller.state.numbering
        self._go_to(Half.SOCKET, contact_index(mating, pads, numbering))

    def _go_to(self, half: Half, index: int | None) -> None:
        if index is not None:
            self._controller.apply(reducers.show_pad, PadKey(half, index))


def shown_board(audits: Sequence[Audit], own: Numbering) -> ShownBoard | None:
    """Return what is shown of one connector, or of two halves that mate; ``None`` for none.

    ``own`` is the user's numbering, from which comes what theirs leave open.
    """
    if not audits:
        return None
    return ShownBoard(
        audits[0].connector.pins,
        tuple(pad for audit in audits for pad in _found_pads(audit)),
        {audit.connector.half: dict(audit.connector.nets_at) for audit in audits},
        numbering_of(audits, own),
    )


def _found_pads(audit: Audit) -> Iterator[FoundPad]:
    half, rows = audit.connector.half, audit.connector.rows
    limit_mm = check_data().limits.note_um / 1000
    wrong = {n for one in audit.findings if one.level is Level.ERROR for n in one.pads}
    for pad in audit.pads:
        is_off = edge_distance_mm(pad.found, pad.expected) > limit_mm
        is_wrong = pad.role is PadRole.CONTACT and pad.number in wrong
        yield FoundPad(half, pad.found, is_off or is_wrong)
    if rows is not None:
        yield from (FoundPad(half, rows.rect_of(pad), deviates=True) for pad in rows.strays)


def pair_to_draw(catalog: Catalog, audits: Iterable[Audit], present: Pair | None) -> Pair | None:
    """Return a pair of the parts that were found; the present one where it is as good as others."""
    found = [audit.connector for audit in audits]
    if not found:
        return None
    parts = {one.part for one in found if one.part}
    fitting = [pair for pair in catalog.pairs if pair.pins == found[0].pins]

    def known(pair: Pair) -> tuple[int, bool]:
        return sum(half.part_number in parts for half in pair.connectors), pair is present

    return max(fitting, key=known, default=None)


def pad_of_finding(audit: Audit, finding: Finding, drawn: Footprint) -> int | None:
    """Return the place among the drawn pads of the first one that a finding is about.

    Of pads that share a number it is the one that is furthest off.
    """
    held = [pad for pad in audit.pads if pad.number in finding.pads[:1]]
    if not held:
        return None
    expected = max(held, key=lambda pad: edge_distance_mm(pad.found, pad.expected)).expected
    distances = [
        (pad.x_mm - expected.x_mm) ** 2 + (pad.y_mm - expected.y_mm) ** 2 for pad in drawn.pads
    ]
    return distances.index(min(distances))


def contact_index(mating: Mating, pads: MetContacts, numbering: Numbering) -> int | None:
    """Return the place among the socket's drawn pads of one that meets a header's."""
    for half, number in ((mating.socket, pads.socket_pad), (mating.header, pads.header_pad)):
        site = next((s for s, n in half.numbers.items() if n == number is not None), None)
        if site is not None:
            at = site if half is mating.socket else met_site(site)
            return numbering.number_at(Half.SOCKET, half.pins, *at) - 1
    return None


def numbering_of(audits: Sequence[Audit], present: Numbering) -> Numbering | None:
    """Return the numbering in which a drawing has the numbers of one connector, or of two halves.

    What they do not settle stays as it is at present; ``None`` where no numbering does it: they
    follow no scheme, or two in which the rows run differently.
    """
    schemes = {audit.connector.half: audit.connector.scheme for audit in audits}
    known = [scheme for scheme in schemes.values() if scheme is not None]
    if len(known) < len(audits) or len({scheme.rows for scheme in known}) != 1:
        return None
    corners = {half: scheme.pin_1 for half, scheme in schemes.items() if scheme is not None}
    choices = [
        replace(present, rows=known[0].rows, header=header, pin_1=pin_1)
        for header in sorted(HeaderScheme, key=lambda scheme: scheme is not present.header)
        for pin_1 in Pin1
    ]
    return next(
        choice
        for choice in choices
        if all(choice.pin_1_of(half) == corner for half, corner in corners.items())
    )
