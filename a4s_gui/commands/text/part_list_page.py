"""What ``decode`` says of lists and of numbers that are not complete, for people and programs."""

from __future__ import annotations

from a4s_gui.catalog.numbers import format_number
from a4s_gui.catalog.part_list.line import LineState
from a4s_gui.catalog.part_list.part_list import PartList
from a4s_gui.catalog.part_numbers.completion import Completion
from a4s_gui.catalog.wording import first_of, printable
from a4s_gui.commands.text.text_page import table
from a4s_gui.report.records import Record, plain

_TEXT_WIDTH, _PARTS_SHOWN = 32, 4


def list_page(found: PartList) -> str:
    """Return a list as a table: line, what became of it, parts, and what to know."""
    rows = [("LINE", "STATE", "TEXT", "PART NUMBERS", "QUANTITY", "NOTE")]
    for line in found.lines:
        text = printable(line.text, _TEXT_WIDTH)
        note = "; ".join(text for text in (line.reason, line.note) if text)
        if line.suggestions:
            note += f"; nearest: {', '.join(line.suggestions)}"
        if line.state is LineState.IGNORED:
            note = line.note
        parts = first_of(line.parts, _PARTS_SHOWN)
        count = "" if line.quantity is None else format_number(line.quantity)
        rows.append((str(line.number), str(line.state), text, parts, count, note))
    pairs = len(found.pair_ids)
    return "\n".join([*table(rows, right=(0, 4)), "", f"{found.summary}; pairs meant: {pairs}"])


def completion_page(found: Completion) -> str:
    """Return what is typed, what may come next and which numbers it may become."""
    lines = [found.typed or "(nothing typed)"]
    if found.fields:
        fields = [(f.name, f.characters or "-", f.meaning) for f in found.fields]
        lines += ["", *table(fields, indent="  ")]
    if found.next_field is not None:
        choices = [
            (choice.characters or "-", choice.meaning, choice.typed, str(choice.parts))
            for choice in found.next_field.choices
        ]
        head = ("", "", "TYPED", "NUMBERS")
        lines += ["", f"next: {found.next_field.name}"]
        lines += table([head, *choices], right=(3,), indent="  ")
    candidates = [(c.part_number, c.meaning) for c in found.candidates]
    lines += ["", "may become", *table(candidates, indent="  ")]
    if found.mates:
        lines += ["", f"mates with {', '.join(found.mates)}"]
    return "\n".join([*lines, *([f"Note: {found.note}."] if found.note else [])])


def completion_record(found: Completion) -> Record:
    """Return a completion as an object."""
    following = None
    if found.next_field is not None:
        choices = [
            {
                "characters": choice.characters,
                "meaning": choice.meaning,
                "typed": choice.typed,
                "part_numbers": choice.parts,
            }
            for choice in found.next_field.choices
        ]
        following = {"name": found.next_field.name, "choices": choices}
    return {
        "typed": found.typed,
        "is_whole": found.is_whole,
        "fields": [
            {"name": f.name, "characters": f.characters, "meaning": f.meaning} for f in found.fields
        ],
        "next": following,
        "candidates": plain(found.candidates),
        "mates": list(found.mates),
        "note": found.note or None,
    }
