"""Land patterns and readings as the text of their files, which stand on their own."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from a4s_gui.catalog.model import Half, Source
from a4s_gui.errors import A4sError
from a4s_gui.frozen import fields
from a4s_gui.geometry.land_pattern.field_readings import Reading
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.shapes import round_mm


def pattern_text(pattern: LandPattern) -> str:
    """Return the text that :func:`~a4s_gui.geometry.land_pattern.reading.read_pattern` reads back.

    Every figure is written, with its source, so that the file keeps its meaning whatever becomes
    of the shipped patterns.
    """
    names: dict[Source, str] = {}
    for source in pattern.sources.values():
        names.setdefault(source, f"source-{len(names) + 1}")
    lines = [
        "# A land pattern for a4s-gui. Lengths are millimetres, x along the rows.",
        "",
        f"name = {_quoted(pattern.name)}",
        f"title = {_quoted(pattern.title)}",
    ]
    if pattern.revision is not None:
        lines.append(f"revision = {pattern.revision}")
    if pattern.summary:
        lines.append(f"summary = {_quoted(pattern.summary)}")
    for source, name in names.items():
        lines += ["", f"[sources.{name}]", f"document = {_quoted(source.document)}"]
        lines.append(f"table = {_quoted(source.table)}")
        if source.note:
            lines.append(f"note = {_quoted(source.note)}")
    for part in (*Half, "common"):
        lines += ["", f"[{part}]"]
        figures = getattr(pattern, part)
        for figure in fields(figures):
            value = getattr(figures, figure.name)
            shown = _quoted(value) if isinstance(value, str) else _number(value)
            source_name = names[pattern.sources[f"{part}.{figure.name}"]]
            lines.append(f'{figure.name} = {{ value = {shown}, source = "{source_name}" }}')
    return "\n".join(lines) + "\n"


def readings_text(readings: Sequence[Reading]) -> str:
    """Return the text that ``read_readings`` of ``field_readings`` reads back.

    The readings are of one board or file: at least one, each half at most once.
    """
    first = readings[0]
    lines = [
        "# A reading of a land pattern for a4s-gui. Lengths are millimetres, x along the rows.",
        "",
        f"name = {_quoted(first.name)}",
        f"document = {_quoted(first.source.document)}",
        f"kind = {_quoted(first.kind)}",
    ]
    if first.source.note:
        lines.append(f"note = {_quoted(first.source.note)}")
    for reading in readings:
        lines += ["", f"[{reading.half}]", f"table = {_quoted(reading.source.table)}"]
        lines += [f"part = {_quoted(reading.part)}"] if reading.part else []
        lines += [] if reading.pins is None else [f"pins = {reading.pins}"]
        lines += [f"{name} = {_number(value)}" for name, value in reading.figures.items()]
        if reading.terminal_reference:
            lines.append(f"terminal_reference = {_quoted(reading.terminal_reference)}")
        if reading.mask_margin_mm is not None:
            lines.append(f"mask_margin_mm = {_number(reading.mask_margin_mm)}")
    return "\n".join(lines) + "\n"


def reading_stem(name: str) -> str:
    """Return the file's name of a reading without its suffix: letters, digits and hyphens.

    A name without a letter or digit of ASCII is an :class:`A4sError`.
    """
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not stem:
        raise A4sError(f"reading “{name}”: give it a name with a letter or digit")
    return stem[:60]


def _quoted(text: str) -> str:
    """Return a TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _number(value: float) -> str:
    return f"{round_mm(value):.6f}".rstrip("0").removesuffix(".")
