"""The names files get when the user names none."""

from __future__ import annotations

from a4s_gui.drawing.spec import DrawingSpec


def default_stem(spec: DrawingSpec) -> str:
    """Return ``AXE540127-AXE640124-pair`` for a drawing: unique among pairs and views."""
    return f"{pair_stem(spec)}-{spec.view}"


def pair_stem(spec: DrawingSpec) -> str:
    """Return ``AXE540127-AXE640124`` for what is the same in every view of a pair."""
    return f"{spec.pair.socket.part_number}-{spec.pair.header.part_number}"


def default_name(spec: DrawingSpec, suffix: str) -> str:
    """Return ``AXE540127-AXE640124-pair.png`` for a drawing: unique among pairs and views."""
    return f"{default_stem(spec)}.{suffix}"
