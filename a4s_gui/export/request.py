"""What is asked of an export, as one value."""

from __future__ import annotations

import datetime as dt
import os
from enum import StrEnum

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE, check_scale_and_dpi
from a4s_gui.drawing.sheet.title_block import UNLABELLED, SheetLabels
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, frozen

_DATE_VARIABLE = "SOURCE_DATE_EPOCH"


def export_date() -> dt.date:
    """Return today, or the day that ``SOURCE_DATE_EPOCH`` names, for files that can be made again.

    Raises
    ------
    A4sError
        The variable holds something else than seconds since 1970.
    """
    given = os.environ.get(_DATE_VARIABLE)
    if not given:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(given), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise A4sError(
            f"{_DATE_VARIABLE}: “{given}” is no number of seconds since 1970; correct or unset it"
        ) from error


class Background(StrEnum):
    """What lies under a drawing that has no paper of its own."""

    NONE = "none"
    """Nothing: a program that turns shapes into copper finds no shape but the drawing's."""
    WHITE = "white"


@frozen(slots=False)
class ExportRequest:
    """Everything a file depends on: the same request gives the same bytes.

    ``scale`` is millimetres on paper per millimetre of the part; ``dpi`` counts for formats made of
    pixels only, ``paper`` and ``date`` for those that are a framed sheet.

    Raises
    ------
    A4sError
        Scale or dpi is no number or outside ``SCALE_RANGE`` or ``DPI_RANGE``.
    """

    spec: DrawingSpec
    scale: float = DEFAULT_SCALE
    dpi: float = DEFAULT_DPI
    paper: Paper = Paper.FIT
    date: dt.date = field(default_factory=export_date)
    background: Background = Background.NONE
    """Of an SVG; a picture of pixels and a sheet are white."""
    labels: SheetLabels = UNLABELLED
    """What the user says of a framed sheet."""
    related: tuple[Pair, ...] = ()
    """The pairs that share a half with the drawn one, for formats that name every mate of a half;
    without them, the pair alone counts."""

    def __post_init__(self) -> None:
        """Refuse a scale or dpi that no drawing can have."""
        check_scale_and_dpi(self.scale, self.dpi)
