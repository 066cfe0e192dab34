"""What the user asks of an export: from the words in the fields to a request. No Qt.

What cannot be is refused with the reason, in one line, for the field it was typed in.
"""

from __future__ import annotations

import re
from pathlib import Path

from a4s_gui.drawing.sheet.scales import DPI_RANGE, SCALE_RANGE
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import is_folder
from a4s_gui.export.layout import Layout
from a4s_gui.export.registry import FORMATS, Format

_SCALE = re.compile(r"([0-9]+(?:[.,][0-9]+)?)(?:\s*:\s*1)?", re.ASCII)
_DPI = re.compile(r"([0-9]+(?:[.,][0-9]+)?)(?:\s*dpi)?", re.ASCII | re.IGNORECASE)


def read_scale(text: str) -> float:
    """Read a scale: ``20``, ``20:1``, ``12.5`` or ``12,5``; all else is an ``A4sError``."""
    return _read(text, _SCALE, "20:1", SCALE_RANGE)


def read_dpi(text: str) -> float:
    """Read pixels per inch; raises as :func:`read_scale`."""
    return _read(text, _DPI, "300", DPI_RANGE)


def _read(text: str, pattern: re.Pattern[str], example: str, within: tuple[float, float]) -> float:
    low, high = within
    allowed = f"{low:g} to {high:g}"
    found = pattern.fullmatch(text.strip())
    if found is None:
        what = f"“{text.strip()}” is not a number" if text.strip() else "a number is missing"
        raise A4sError(f"{what}; type {allowed}, such as {example}")
    value = float(found[1].replace(",", "."))
    if not low <= value <= high:
        raise A4sError(f"{found[1]} is not possible; type {allowed}")
    return value


def describe_size(layout: Layout, kind: Format) -> tuple[str, str]:
    """Return how large the drawing gets, and what that means for the part, a line each."""
    if not kind.to_scale:
        return "Millimetres of the part, whatever the scale.", ""
    request, sheet = layout.request, layout.sheet
    on_paper = f"{sheet.width_mm:.1f} × {sheet.height_mm:.1f} mm on paper"
    length_mm = request.spec.pair.socket.body_length_mm
    meaning = f"1 mm of the part is {request.scale:g} mm on paper"
    if not kind.in_pixels:
        long_mm = length_mm * request.scale
        return on_paper, f"{meaning}; the socket's {length_mm:.2f} mm are {long_mm:.1f} mm."
    width_px, height_px = sheet.pixels(request.dpi)
    px_per_mm = request.scale * request.dpi / MM_PER_INCH
    return f"{on_paper}, {width_px} × {height_px} px", (
        f"{meaning} and {px_per_mm:.1f} px; "
        f"the socket's {length_mm:.2f} mm are {length_mm * px_per_mm:.0f} px."
    )


def format_named_by(text: str) -> Format | None:
    """Return the format whose suffix a typed file name ends in, if any."""
    name = Path(text.strip()).name[1:].lower()
    fitting = [known for known in FORMATS if name.endswith(f".{known.suffix}")]
    return max(fitting, key=lambda known: len(known.suffix), default=None)


def file_named(text: str, kind: Format) -> Path:
    """Return the file that is meant by a typed name; the format's suffix is added to it.

    A folder is an :class:`A4sError`, as is no name, or a path that is neither absolute nor in the
    home folder.
    """
    path = _absolute(text, "the file has no name; type one or choose it with Browse")
    if is_folder(path):
        raise A4sError(f"{path}: is a folder; name a file in it")
    return with_suffix(path, kind)


def folder_named(text: str, kind: Format) -> Path:
    """Return the folder of a typed path, or of a file in it; raises as :func:`folder_of`."""
    path = Path(text.strip())
    if format_named_by(path.name) is kind and not is_folder(path):
        text = str(path.parent)
    return folder_of(text)


def folder_of(text: str) -> Path:
    """Return the folder that is meant by a typed path.

    Where there is no such folder it is an :class:`A4sError`, as for :func:`file_named`.
    """
    path = _absolute(text, "no folder is named; type one or choose it with Browse")
    if not is_folder(path):
        raise A4sError(f"{path}: there is no such folder; choose one with Browse")
    return path


def _absolute(text: str, missing: str) -> Path:
    if not text.strip():
        raise A4sError(missing)
    try:
        path = Path(text.strip()).expanduser()
    except RuntimeError:
        raise A4sError(f"{text.strip()}: there is no such user's folder; type it in full") from None
    if not path.is_absolute():
        raise A4sError(f"{text.strip()}: the folder is missing; type it in full, or choose Browse")
    return path


def with_suffix(path: Path, kind: Format) -> Path:
    """Return a path with a format's suffix, in place of another format's."""
    named = format_named_by(path.name)
    if named is kind:
        return path
    if named is not None:
        path = path.with_name(path.name[: -len(named.suffix) - 1])
    return path.with_name(f"{path.name}.{kind.suffix}")
