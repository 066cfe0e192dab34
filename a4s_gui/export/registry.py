"""The registry of file formats: what is asked for, and who writes it, by suffix."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from a4s_gui import __version__
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.date import export_date
from a4s_gui.export.naming import default_stem, pair_stem

DEFAULT_SCALE = 20.0
"""Millimetres on paper per millimetre of the part."""
DEFAULT_TAPE_SCALE = 4.0
"""The same for the tape, which is many times as large as the part."""
DEFAULT_DPI = 300.0
SCALE_RANGE = (1.0, 1000.0)
DPI_RANGE = (10.0, 10_000.0)


@dataclass(frozen=True)
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
    program_version: str = __version__
    paper: Paper = Paper.FIT
    date: dt.date = field(default_factory=export_date)

    def __post_init__(self) -> None:
        """Refuse a scale or dpi that no drawing can have."""
        check_scale_and_dpi(self.scale, self.dpi)


def check_scale_and_dpi(scale: float, dpi: float) -> None:
    """Refuse a scale or dpi that no picture can have.

    Raises
    ------
    A4sError
        It is no number, or outside ``SCALE_RANGE`` or ``DPI_RANGE``.
    """
    for name, value, (low, high) in (("scale", scale, SCALE_RANGE), ("dpi", dpi, DPI_RANGE)):
        if not (math.isfinite(value) and low <= value <= high):
            raise A4sError(f"{name}: {value:g} is not possible; choose {low:g} to {high:g}")


def default_scale(view: View) -> float:
    """Return the scale of a view's drawing where none is named."""
    return DEFAULT_TAPE_SCALE if view is View.TAPE else DEFAULT_SCALE


def _accept(_request: ExportRequest) -> None:
    """Accept every request: the check of a format that can write them all."""


def _one_file(request: ExportRequest) -> tuple[ExportRequest, ...]:
    """Return the request alone: the parts of a format that puts each drawing into one file."""
    return (request,)


def _default_stem(request: ExportRequest) -> str:
    """Return the name without suffix that most formats give their files."""
    return default_stem(request.spec)


@dataclass(frozen=True, slots=True)
class Format:
    """One file format.

    Parameters
    ----------
    suffix
        Of its files, in small letters, without the dot.
    title
        What a save dialog calls it.
    writer
        Turns a request into the bytes of a file. Raises ``A4sError`` where it cannot.
    check
        Raises the same error for a request the writer would refuse, without writing: so that a
        row of files is refused before the first one is written.
    in_pixels
        Whether dpi counts.
    parts
        Returns the requests, a file each, that one request stands for in a folder. Raises
        ``A4sError`` where there is none.
    stem
        Returns the name, without suffix, of a request's file in a folder.
    one_half
        Whether a file holds one half, so that a part number alone says which.
    on_paper
        Whether a file is a framed sheet of paper.
    to_scale
        Whether scale counts.
    """

    suffix: str
    title: str
    writer: Callable[[ExportRequest], bytes]
    check: Callable[[ExportRequest], None] = _accept
    in_pixels: bool = False
    parts: Callable[[ExportRequest], tuple[ExportRequest, ...]] = _one_file
    stem: Callable[[ExportRequest], str] = _default_stem
    one_half: bool = False
    on_paper: bool = False
    to_scale: bool = True

    def file_name(self, request: ExportRequest) -> str:
        """Return the name of a request's file in a folder."""
        return f"{self.stem(request)}.{self.suffix}"


_formats: dict[str, Format] = {}


def register(new: Format) -> Format:
    """Add a format; its suffix must be free."""
    if new.suffix in _formats:
        raise ValueError(f"two formats for .{new.suffix}")
    _formats[new.suffix] = new
    return new


def formats() -> tuple[Format, ...]:
    """Return every format, in the order in which they are offered."""
    return tuple(_formats.values())


def format_for(path_or_suffix: Path | str) -> Format:
    """Return the format of a file by its name, or of a bare suffix with or without a dot.

    Raises
    ------
    A4sError
        There is no such format; the message names those that exist.
    """
    text = str(path_or_suffix)
    name = Path(text).name.lower()
    bare = name.lstrip(".") if isinstance(path_or_suffix, str) or "." in name[1:] else ""
    # The longest that fits: a suffix may have two parts, such as pads.csv.
    fitting = [known for known in _formats if known == bare or name[1:].endswith(f".{known}")]
    found = _formats[max(fitting, key=len)] if fitting else None
    if found is None:
        known = ", ".join(f".{known}" for known in _formats)
        suffix = Path(text).suffix.lstrip(".") or bare
        what = f"“.{suffix}” is no format to export" if suffix else "the name has no suffix"
        raise A4sError(f"{text}: {what}; known: {known}")
    return found


# The writers are imported when they are first used: a format costs nothing until then, and what
# needs no picture never loads Qt.


def _write_png(request: ExportRequest) -> bytes:
    from a4s_gui.export.png import png_bytes

    return png_bytes(request)


def _check_png(request: ExportRequest) -> None:
    from a4s_gui.export.picture_size import picture_size

    picture_size(request)


register(Format("png", "PNG picture", _write_png, _check_png, in_pixels=True))


def _write_svg(request: ExportRequest) -> bytes:
    from a4s_gui.export.svg import svg_bytes

    return svg_bytes(request)


register(Format("svg", "SVG drawing", _write_svg))


def _write_pdf(request: ExportRequest) -> bytes:
    from a4s_gui.export.pdf import pdf_bytes

    return pdf_bytes(request)


def _check_pdf(request: ExportRequest) -> None:
    from a4s_gui.export.sheet_request import framed_sheet

    framed_sheet(request)


register(Format("pdf", "PDF sheet", _write_pdf, _check_pdf, on_paper=True))


def _write_kicad(request: ExportRequest) -> bytes:
    from a4s_gui.export.kicad.files import kicad_bytes

    return kicad_bytes(request)


def _check_kicad(request: ExportRequest) -> None:
    from a4s_gui.export.kicad.files import check_one_half

    check_one_half(request)


def _kicad_halves(request: ExportRequest) -> tuple[ExportRequest, ...]:
    from a4s_gui.export.kicad.files import halves_of

    return halves_of(request)


def _kicad_stem(request: ExportRequest) -> str:
    from a4s_gui.export.kicad.files import kicad_stem

    return kicad_stem(request)


register(
    Format(
        "kicad_mod",
        "KiCad footprint",
        _write_kicad,
        _check_kicad,
        parts=_kicad_halves,
        stem=_kicad_stem,
        one_half=True,
        to_scale=False,
    )
)


def _write_dxf(request: ExportRequest) -> bytes:
    from a4s_gui.export.dxf import dxf_bytes

    return dxf_bytes(request)


register(Format("dxf", "DXF drawing", _write_dxf))


def _pair_stem(request: ExportRequest) -> str:
    return pair_stem(request.spec)


def _write_pads(request: ExportRequest) -> bytes:
    from a4s_gui.export.tables.pad_tables import pads_bytes

    return pads_bytes(request)


def _write_pad_map(request: ExportRequest) -> bytes:
    from a4s_gui.export.tables.pad_tables import pad_map_bytes

    return pad_map_bytes(request)


register(Format("pads.csv", "CSV table of all pads", _write_pads, stem=_pair_stem, to_scale=False))
register(
    Format(
        "padmap.csv",
        "CSV map of the pads that meet",
        _write_pad_map,
        stem=_pair_stem,
        to_scale=False,
    )
)
