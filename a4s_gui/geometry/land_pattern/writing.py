"""A land pattern as the text of a land-pattern file, which stands on its own."""

from __future__ import annotations

import json
from dataclasses import fields

from a4s_gui.catalog.model import Half, Source
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


def _quoted(text: str) -> str:
    """Return a TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _number(value: float) -> str:
    return f"{round_mm(value):.6f}".rstrip("0").removesuffix(".")
