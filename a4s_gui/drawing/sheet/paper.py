"""The paper sizes that a drawing is framed on."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """What a drawing is framed on."""

    FIT = "fit"
    """A sheet as large as the drawing needs."""
    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"
    TABLOID = "Tabloid"

    @property
    def size_mm(self) -> tuple[float, float] | None:
        """Long and short side (ISO 216, ANSI Y14.1), or ``None`` where the drawing decides."""
        return _SIZES_MM.get(self)

    @property
    def larger(self) -> Paper:
        """The next larger paper of the same kind; one that fits where there is none."""
        return {Paper.A4: Paper.A3, Paper.LETTER: Paper.TABLOID}.get(self, Paper.FIT)


_SIZES_MM = {
    Paper.A4: (297.0, 210.0),
    Paper.A3: (420.0, 297.0),
    Paper.LETTER: (279.4, 215.9),
    Paper.TABLOID: (431.8, 279.4),
}
