"""The comparison's picture as a file: SVG, PDF or PNG, at a true scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from a4s_gui import PROGRAM
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE, check_scale_and_dpi
from a4s_gui.drawing.sheet.sheet import sheet_around
from a4s_gui.drawing.views.compare_view import (
    CompareSpec,
    Key,
    compare_scene,
    compare_scenes,
    names_of,
    notes_of,
)
from a4s_gui.errors import A4sError
from a4s_gui.export.pictures.picture_size import size_of
from a4s_gui.export.request import export_date
from a4s_gui.frozen import field, frozen


@frozen(slots=False)
class ComparisonRequest:
    """Everything a comparison's file depends on: the same request gives the same bytes.

    Raises
    ------
    A4sError
        Scale or dpi is no number or outside ``SCALE_RANGE`` or ``DPI_RANGE``.
    """

    spec: CompareSpec
    scale: float = DEFAULT_SCALE
    dpi: float = DEFAULT_DPI
    date: dt.date = field(default_factory=export_date)

    def __post_init__(self) -> None:
        """Refuse a scale or dpi that no drawing can have."""
        check_scale_and_dpi(self.scale, self.dpi)

    @property
    def stem(self) -> str:
        """The name of the file, without suffix, where the user names none."""
        return "-".join(("compare", *names_of(self.spec.pairs, Key.BRIEF)))


def comparison_bytes(request: ComparisonRequest, suffix: str) -> bytes:
    """Return the picture as the bytes of a file with a suffix of ``COMPARISON_FORMATS``.

    Raises
    ------
    A4sError
        There is no such format, the picture has too many pixels, or the drawing font is missing.
    """
    if suffix not in COMPARISON_FORMATS:
        known = ", ".join(f".{known}" for known in COMPARISON_FORMATS)
        what = f"unknown format “.{suffix}”" if suffix else "the name has no suffix"
        raise A4sError(f"compare: {what}; known: {known}")
    return COMPARISON_FORMATS[suffix](request)


def suffix_of(path: Path) -> str:
    """Return the suffix of a file's name in small letters, without the dot."""
    return path.suffix.lower().removeprefix(".")


def _svg(request: ComparisonRequest) -> bytes:
    from a4s_gui.export.svg import svg_of  # noqa: PLC0415 - loads Qt

    scene = compare_scene(request.spec, request.scale)
    return svg_of(scene, sheet_around(scene), _title(request), _facts(request))


def _pdf(request: ComparisonRequest) -> bytes:
    from a4s_gui.export.pdf import Information, pdf_of  # noqa: PLC0415 - loads Qt

    scene = compare_scene(request.spec, request.scale)
    about = Information(_title(request), tuple(_facts(request)), request.date)
    return pdf_of(scene, sheet_around(scene), about)


def _png(request: ComparisonRequest) -> bytes:
    from a4s_gui.export.pictures.png import encode_png, render_image  # noqa: PLC0415 - loads Qt

    build = compare_scenes(request.spec)
    size = size_of(build(request.scale), build, request.dpi)
    texts = {
        "Title": _title(request),
        "Scale": f"{request.scale:g}:1",
        "Software": PROGRAM,
        "Description": "\n".join(_facts(request)),
    }
    return encode_png(render_image(size, request.dpi, texts))


COMPARISON_FORMATS: dict[str, Callable[[ComparisonRequest], bytes]] = {
    "svg": _svg,
    "png": _png,
    "pdf": _pdf,
}
"""Who writes it, by suffix."""


def _title(request: ComparisonRequest) -> str:
    pairs = ", ".join(pair.id for pair in request.spec.pairs)
    return f"Comparison of {pairs}, {format_scale(request.scale)}"


def _facts(request: ComparisonRequest) -> list[str]:
    return [
        *names_of(request.spec.pairs),
        f"Drawn {format_scale(request.scale)}, lengths in mm",
        *notes_of(request.spec),
        f"Made by {PROGRAM}",
    ]
