"""The design rules that can be worked out for a pair on its land pattern, by their notes' ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from a4s_gui.catalog.derived import Derived, plain
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.notes import Note, NoteGroup
from a4s_gui.catalog.quantity import Quantity
from a4s_gui.geometry.board_area import land_size
from a4s_gui.geometry.land_pattern import PITCH_MM, LandPattern
from a4s_gui.geometry.shapes import round_mm


@dataclass(frozen=True, slots=True)
class BoardCheck:
    """One rule worked out: its note, the figures, and what they mean in a sentence."""

    note: Note
    figures: tuple[Derived, ...]
    verdict: str


def board_checks(
    groups: Iterable[NoteGroup], pair: Pair, pattern: LandPattern
) -> Mapping[str, BoardCheck]:
    """Return every rule that can be worked out, by the id of its note."""
    notes = {note.id: note for group in groups for note in group.notes}
    return {
        note_id: work_out(notes[note_id], pair, pattern)
        for note_id, work_out in _CHECKS.items()
        if note_id in notes
    }


def _placement(note: Note, _pair: Pair, pattern: LandPattern) -> BoardCheck:
    """Hold the error of placement machines against the gap between contact pads."""
    error = _figure(note, 0)
    figures, tight = [], []
    for half in Half:
        width = pattern.half(half).contact_width_mm
        gap = round_mm(PITCH_MM - width)
        formula = f"pitch {plain(PITCH_MM)} mm − pad {plain(width)} mm = {plain(gap)} mm"
        source = pattern.source_of(half, "contact_width_mm")
        name = f"{str(half).capitalize()}, gap between contact pads"
        figures.append(Derived(name, gap, "mm", formula, source))
        if error.high is not None and gap <= error.high:
            tight.append(str(half))
    if not tight:
        return BoardCheck(note, tuple(figures), f"The gaps are wider than the error, {error.text}.")
    verdict = (
        f"An error of {error.text} is wider than the gap on the {' and the '.join(tight)}: "
        "place more exactly than that, and inspect."
    )
    return BoardCheck(note, tuple(figures), verdict)


def _stiffener(note: Note, pair: Pair, pattern: LandPattern) -> BoardCheck:
    """Work out the smallest and largest stiffener of each half, and check the one that is drawn."""
    beyond = _figure(note, 0)
    figures = []
    for connector in pair.connectors:
        size = land_size(connector, pattern)
        half = str(connector.half).capitalize()
        for word, margin in (("smallest", beyond.low), ("largest", beyond.high)):
            if margin is None:
                continue
            for side, land in (("length", size.length_mm), ("width", size.width_mm)):
                value = round_mm(land + 2 * margin)
                formula = f"{plain(land)} mm + 2 × {plain(margin)} mm = {plain(value)} mm"
                name = f"{half}, {word} stiffener, {side}"
                figures.append(Derived(name, value, "mm", formula, note.source))
    drawn = pattern.common.stiffener_margin_mm
    inside = _contains(beyond, drawn)
    verdict = (
        f"The stiffener that is drawn reaches {plain(drawn)} mm beyond the pads, "
        f"{'within' if inside else 'not within'} {beyond.text}."
    )
    return BoardCheck(note, tuple(figures), verdict)


def _paste(note: Note, _pair: Pair, pattern: LandPattern) -> BoardCheck:
    """Work out how much paste each pad gets."""
    figures = []
    thickness_mm = pattern.common.paste_thickness_um / 1000
    for half in Half:
        p = pattern.half(half)
        for pad, width, height, ratio in (
            ("contact", p.contact_width_mm, p.contact_height_mm, p.contact_paste_ratio),
            ("terminal", p.terminal_width_mm, p.terminal_height_mm, p.terminal_paste_ratio),
        ):
            volume = round(width * height * ratio * thickness_mm, 6)
            formula = (
                f"{plain(width)} mm × {plain(height)} mm × {plain(100 * ratio)} % × "
                f"{plain(thickness_mm)} mm = {plain(volume)} mm³"
            )
            name = f"{str(half).capitalize()}, paste on a {pad} pad"
            source = pattern.source_of(half, f"{pad}_paste_ratio")
            figures.append(Derived(name, volume, "mm³", formula, source))
    thickness = plain(pattern.common.paste_thickness_um)
    verdict = f"The land pattern's stencil is {thickness} µm thick, with the openings below."
    return BoardCheck(note, tuple(figures), verdict)


_CHECKS = {
    "placement-error": _placement,
    "stiffener": _stiffener,
    "close-pitch": _paste,
}


def computed_notes() -> tuple[str, ...]:
    """Return the ids of the notes that are worked out."""
    return tuple(_CHECKS)


def _figure(note: Note, place: int) -> Quantity:
    return note.figures[place] if place < len(note.figures) else Quantity("")


def _contains(quantity: Quantity, value: float) -> bool:
    low, high = quantity.low, quantity.high
    return (low is None or low <= value) and (high is None or value <= high)
