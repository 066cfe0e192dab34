"""The registry of file formats: one table, each format's functions named as ``"module:function"``.

A format costs nothing until it is written: its modules are loaded with the first call, and what
needs no picture never loads Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from a4s_gui.debug_log import timed
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import FramedLayout, Layout, ModelLayout
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import frozen


@frozen
class Format:
    """One file format; its functions are named as ``"module:function"``."""

    suffix: str
    """Of its files, in small letters, without the dot."""
    title: str
    """What a save dialog calls it."""
    writer: str
    """Turns a layout into the bytes of a file. Raises ``A4sError`` where it cannot."""
    layout: type[Layout] = Layout
    """What a request is laid out as, for check, preview and writer alike."""
    checker: str = ""
    """Raises the writer's error for a layout that it would refuse, without writing: so that a row
    of files is refused before the first one is written. Empty where every drawing that can be laid
    out can be written."""
    in_pixels: bool = False
    """Whether dpi counts."""
    splitter: str = ""
    """Returns the requests, a file each, that one request stands for in a folder. Raises
    ``A4sError`` where there is none. Empty where each drawing is one file."""
    namer: str = "a4s_gui.export.naming:drawing_stem"
    """Returns the name, without suffix, of a request's file in a folder."""
    one_half: bool = False
    """Whether a file holds one half, so that a part number alone says which."""
    on_paper: bool = False
    """Whether a file is a framed sheet of paper."""
    to_scale: bool = True
    """Whether scale counts."""
    has_background: bool = False
    """Whether what lies under the drawing can be chosen."""
    draws_letters: bool = False
    """Whether texts are drawn in the drawing font, which has not all letters."""
    keeps_name: bool = False
    """Whether a file's name says to other programs what it holds, so that no other will do."""

    @property
    def name_filter(self) -> str:
        """The format in the words of a save dialog: ``PNG picture (*.png)``."""
        return f"{self.title} (*.{self.suffix})"

    def check(self, layout: Layout) -> None:
        """Raise the error that :meth:`encode` would raise, without writing."""
        if self.checker:
            _function(self.checker)(layout)
        elif self.on_paper:
            _ = layout.drawn  # which is refused where the paper is too small

    def encode(self, layout: Layout) -> bytes:
        """Return the bytes of a drawing's file; raise as ``writer`` says."""
        with timed("export", self.suffix):
            data: bytes = _function(self.writer)(layout)
        return data

    def write(self, request: ExportRequest) -> bytes:
        """Lay a request out for this alone, and return the bytes of its file; raise as encode."""
        return self.encode(self.layout(request))

    def split(self, request: ExportRequest) -> tuple[ExportRequest, ...]:
        """Return what ``splitter`` says; raise likewise."""
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
        "a4s_gui.export.pictures.png:png_bytes",
        checker="a4s_gui.export.pictures.picture_size:picture_size",
        in_pixels=True,
        draws_letters=True,
    ),
    Format(
        "svg",
        "SVG drawing",
        "a4s_gui.export.svg:svg_bytes",
        has_background=True,
        draws_letters=True,
    ),
    Format(
        "pdf",
        "PDF sheet",
        "a4s_gui.export.pdf:pdf_bytes",
        FramedLayout,
        on_paper=True,
        draws_letters=True,
    ),
    Format(
        "kicad_mod",
        "KiCad footprint",
        "a4s_gui.export.kicad.files:kicad_bytes",
        checker="a4s_gui.export.halves:check_one_half",
        splitter="a4s_gui.export.halves:halves_of",
        namer="a4s_gui.export.kicad.files:kicad_stem",
        one_half=True,
        to_scale=False,
        keeps_name=True,
    ),
    Format(
        "step",
        "STEP model",
        "a4s_gui.export.step.files:step_bytes",
        checker="a4s_gui.export.step.files:check_solids",
        splitter="a4s_gui.export.step.files:models_of",
        namer="a4s_gui.export.step.files:step_stem",
        one_half=True,
        to_scale=False,
    ),
    Format("dxf", "DXF drawing", "a4s_gui.export.dxf:dxf_bytes", ModelLayout),
    Format(
        "pads.csv",
        "CSV table of all pads",
        "a4s_gui.export.tables.pad_tables:pads_bytes",
        namer="a4s_gui.export.naming:pair_stem",
        to_scale=False,
    ),
    Format(
        "pins.csv",
        "CSV pin table for KiCad's symbol editor",
        "a4s_gui.export.tables.pin_table:pins_bytes",
        checker="a4s_gui.export.halves:check_one_half",
        splitter="a4s_gui.export.halves:halves_of",
        namer="a4s_gui.export.tables.pin_table:pins_stem",
        one_half=True,
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
        what = f"unknown format “.{suffix}”" if suffix else "the name has no suffix"
        raise A4sError(f"{text}: {what}; known: {known}")
    return found


def _function(name: str) -> Callable[[Any], Any]:
    """Return a function by its name, ``"module:function"``; the module is loaded if need be."""
    module, _, function = name.partition(":")
    found: Callable[[Any], Any] = getattr(import_module(module), function)
    return found
