"""The names files get when the user names none."""

from __future__ import annotations

from a4s_gui.export.request import ExportRequest


def drawing_stem(request: ExportRequest) -> str:
    """Return ``AXE540127-AXE640124-pair`` for a drawing: unique among pairs and views."""
    return f"{pair_stem(request)}-{request.spec.view_name.replace(' ', '-')}"


def pair_stem(request: ExportRequest) -> str:
    """Return ``AXE540127-AXE640124`` for what is the same in every view of a pair."""
    pair = request.spec.pair
    return f"{pair.socket.part_number}-{pair.header.part_number}"
