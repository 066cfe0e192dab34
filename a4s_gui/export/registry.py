"""The registry of file formats: one table, each format's functions named as ``"module:function"``.

A format costs nothing until it is written: its modules are loaded with the first call, and what
needs no picture never loads Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from a4s_gui.debug_log import timed
from a4s_gui.errors import A4sError
from a4s_gui.export.request import ExportRequest


@dataclass(frozen=True, slots=True)
class Format:
    """One file format; its functions are named as ``"module:function"``.

    Parameters
    ----------
    suffix
        Of its files, in small letters, without the dot.
    title
        What a save dialog calls it.
    writer
        Turns a request into the bytes of a file. Raises ``A4sError`` where it cannot.
    checker
        Raises the same error for a request the writer would refuse, without writing: so that a
        row of files is refused before the first one is written. Empty where every request can be
        written.
    in_pixels
        Whether dpi counts.
    splitter
        Returns the requests, a file each, that one request stands for in a folder. Raises
        ``A4sError`` where there is none. Empty where each drawing is one file.
    namer
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
    writer: str
    checker: str = ""
    in_pixels: bool = False
    splitter: str = ""
    namer: str = "a4s_gui.export.naming:drawing_stem"
    one_half: bool = False
    on_paper: bool = False
    to_scale: bool = True

    def write(self, request: ExportRequest) -> bytes:
        """Return the bytes of a request's file.

        Raises
        ------
        A4sError
            The format cannot hold what is asked for.
        """
        with timed("export", self.suffix):
            data: bytes = _function(self.writer)(request)
        return data

    def check(self, request: ExportRequest) -> None:
        """Raise the error that :meth:`write` would raise, without writing."""
        if self.checker:
            _function(self.checker)(request)

    def split(self, request: ExportRequest) -> tuple[ExportRequest, ...]:
        """Return the requests, a file each, that one request stands for in a folder.

        Raises
        ------
        A4sError
            There is none.
        """
        if not self.splitter:
            return (request,)
        parts: tuple[ExportRequest, ...] = _function(self.splitter)(request)
        return parts

    def stem(self, request: ExportRequest) -> str:
        """Return the name, without suffix, of a request's file in a folder."""
        stem: str = _function(self.namer)(request)
        return stem

    def file_name(self, request: ExportRequest) -> str:
        """Return the name of a request's file in a folder."""
        return f"{self.stem(request)}.{self.suffix}"


FORMATS: tuple[Format, ...] = (
    Format(
        "png",
        "PNG picture",
        "a4s_gui.export.png:png_bytes",
        "a4s_gui.export.picture_size:picture_size",
        in_pixels=True,
    ),
    Format("svg", "SVG drawing", "a4s_gui.export.svg:svg_bytes"),
    Format(
        "pdf",
        "PDF sheet",
        "a4s_gui.export.pdf:pdf_bytes",
        "a4s_gui.export.sheet_request:framed_sheet",
        on_paper=True,
    ),
    Format(
        "kicad_mod",
        "KiCad footprint",
        "a4s_gui.export.kicad.files:kicad_bytes",
        "a4s_gui.export.kicad.files:check_one_half",
        splitter="a4s_gui.export.kicad.files:halves_of",
        namer="a4s_gui.export.kicad.files:kicad_stem",
        one_half=True,
        to_scale=False,
    ),
    Format("dxf", "DXF drawing", "a4s_gui.export.dxf:dxf_bytes"),
    Format(
        "pads.csv",
        "CSV table of all pads",
        "a4s_gui.export.tables.pad_tables:pads_bytes",
        namer="a4s_gui.export.naming:pair_stem",
        to_scale=False,
    ),
    Format(
        "padmap.csv",
        "CSV map of the pads that meet",
        "a4s_gui.export.tables.pad_tables:pad_map_bytes",
        namer="a4s_gui.export.naming:pair_stem",
        to_scale=False,
    ),
)
"""Every format, in the order in which they are offered."""

_BY_SUFFIX = {known.suffix: known for known in FORMATS}


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
    fitting = [known for known in _BY_SUFFIX if known == bare or name[1:].endswith(f".{known}")]
    found = _BY_SUFFIX[max(fitting, key=len)] if fitting else None
    if found is None:
        known = ", ".join(f".{known}" for known in _BY_SUFFIX)
        suffix = Path(text).suffix.lstrip(".") or bare
        what = f"“.{suffix}” is no format to export" if suffix else "the name has no suffix"
        raise A4sError(f"{text}: {what}; known: {known}")
    return found


def _function(name: str) -> Callable[[ExportRequest], Any]:
    """Return a function by its name, ``"module:function"``; the module is loaded if need be."""
    module, _, function = name.partition(":")
    found: Callable[[ExportRequest], Any] = getattr(import_module(module), function)
    return found
