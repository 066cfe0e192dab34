"""Nets on the pads of the mated view: upright, beyond the numbers, what differs in warning ink."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import cut_inside
from a4s_gui.drawing.items.pad_labels import labelled_contacts
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, PlacedFootprint, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import CLEARANCE_MM, TEXT_GAP_MM
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.mating import pad_map


def net_names(spec: DrawingSpec) -> Mapping[str, tuple[str, bool]]:
    """Return what stands at each pad of the half that is looked at, and whether nets differ there.

    By the pad's number; empty where no nets are known, or a window has no room for any.
    """
    named = spec.plain_nets or spec.nets
    if not spec.net_letters or not any(named.values()):
        return {}
    names = {}
    for met in pad_map(*footprints(spec.pair, spec.pattern, spec.numbering)):
        numbers = {Half.SOCKET: met.socket.number, Half.HEADER: met.header.number}
        nets = {half: named.get(half, {}).get(number, "") for half, number in numbers.items()}
        own, other = nets.pop(spec.seen_from), *nets.values()
        differ = bool(own and other) and own != other
        text = _both(own, other, spec.net_letters) if differ else own or other
        if text:
            names[numbers[spec.seen_from]] = (cut_inside(text, spec.net_letters), differ)
    return names


def _both(own: str, other: str, letters: int) -> str:
    """Return two names; where they are too long together, some of both: they are to differ."""
    whole = f"{own} | {other}"
    if len(whole) <= letters:
        return whole
    half = (letters - 1) // 2
    own_letters = max(half, letters - 1 - len(other))
    other_letters = max(half, letters - 1 - len(own))
    return f"{cut_inside(own, own_letters)}|{cut_inside(other, other_letters)}"


def differing_note(spec: DrawingSpec, names: Mapping[str, tuple[str, bool]]) -> list[str]:
    """Return what to say of nets that differ; a window has a panel of its own for that."""
    if spec.brief_notes or not any(differ for _, differ in names.values()):
        return []
    return [f"Nets in red differ: the {spec.seen_from}'s | the {spec.seen_from.mate}'s."]


def nets_room_mm(names: Mapping[str, tuple[str, bool]], number_mm: float) -> float:
    """Return how much paper the names, as high as the numbers, take beyond these."""
    widths = [text_width_mm(text, number_mm) for text, _ in names.values()]
    return max(widths) + TEXT_GAP_MM + CLEARANCE_MM if widths else 0.0


def net_labels(
    names: Mapping[str, tuple[str, bool]],
    near: PlacedFootprint,
    beyond_mm: float,
    scale: float,
    number_mm: float,
) -> Iterator[Text]:
    """Yield the names of :func:`net_names` at the contacts that are numbered, where there is room.

    ``near`` is the half whose board one looks at; the names begin ``beyond_mm`` off the long axis,
    and are ``number_mm`` high, on paper.
    """
    for pad, rect in labelled_contacts(near, scale, number_mm):
        text, differ = names.get(pad.number, ("", False))
        if text:
            is_upper = rect.y_mm < 0
            yield Text(
                Layer.NUMBERS,
                rect.x_mm + number_mm / 2 / scale,
                -beyond_mm if is_upper else beyond_mm,
                text,
                number_mm,
                Align.LEFT if is_upper else Align.RIGHT,
                vertical=True,
                ink=ColorRole.PIN_1 if differ else ColorRole.TEXT,
            )
