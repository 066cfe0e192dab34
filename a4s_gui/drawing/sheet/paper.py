"""The paper sizes that a drawing is framed on."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """What a drawing is framed on."""

    FIT = "fit"
    """A sheet as large as the drawing needs."""
    A4 = "A4"
    A3 = "A3"

    @property
    def size_mm(self) -> tuple[float, float] | None:
        """Long and short side (ISO 216), or ``None`` where the drawing decides."""
        return {Paper.A4: (297.0, 210.0), Paper.A3: (420.0, 297.0)}.get(self)
