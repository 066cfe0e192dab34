"""The one table of settings: key, kind, first value and what is possible; read and written as text.

No Qt: where the values are kept is the window's to say, see :mod:`a4s_gui.ui.core.settings`.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE, DPI_RANGE, SCALE_RANGE
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key in the file, its kind, what it is at first.

    ``kind`` is the type of the value: ``str``, ``bool``, ``int``, ``float``, ``bytes`` or ``tuple``
    (of texts). ``allowed``, where given, lists every text the value, or each member of it, may be;
    numbers must lie within ``least`` and ``most``.
    """

    key: str
    kind: type[T]
    default: T
    allowed: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


THEME = Setting("window/theme", str, "system", ("system", "light", "dark"))
GEOMETRY = Setting("window/geometry", bytes, b"")
LAYOUT = Setting("window/layout", bytes, b"")
"""Where the panels and the tool bar are."""
TABLE = Setting("window/table", bytes, b"")
"""Widths and order of the table's columns, and sorting."""
EXPLAINED = Setting("window/explained", bool, True)  # noqa: FBT003 - the value it has at first
"""Whether formulas, conditions and source tables stand below the figures of a pair."""
PAIR = Setting("selection/pair", str, "")
"""The pair that was chosen last, as SOCKET/HEADER."""
COMPARED: Setting[tuple[str, ...]] = Setting("selection/compared", tuple, ())
"""The pairs that are compared, as SOCKET/HEADER."""
VIEW = Setting("drawing/view", str, View.PAIR.value, tuple(v.value for v in View))
LAYERS: Setting[tuple[str, ...]] = Setting(
    "drawing/layers",
    tuple,
    tuple(layer.value for layer in Layer if layer in DEFAULT_LAYERS),
    tuple(layer.value for layer in Layer),
)
ROWS = Setting(
    "drawing/rows", str, RowScheme.ODD_EVEN.value, tuple(scheme.value for scheme in RowScheme)
)
HEADER = Setting(
    "drawing/header",
    str,
    HeaderScheme.MATING.value,
    tuple(scheme.value for scheme in HeaderScheme),
)
SEEN_FROM = Setting("drawing/seen-from", str, Half.SOCKET.value, tuple(half.value for half in Half))
FROM_BELOW = Setting("drawing/from-below", bool, False)  # noqa: FBT003 - its value at first
PATTERN = Setting("drawing/pattern", str, DEFAULT_PATTERN)
"""The land pattern, by its name or its file."""
PATTERN_EDITS: Setting[tuple[str, ...]] = Setting("drawing/pattern-edits", tuple, ())
"""What was changed in land patterns and not saved, as PATTERN:FIGURE=VALUE."""
EXPORT_FOLDER = Setting("export/folder", str, "")
"""The folder a drawing was last saved in."""
EXPORT_FORMAT = Setting("export/format", str, "png")
EXPORT_SCALE = Setting(
    "export/scale", float, DEFAULT_SCALE, least=SCALE_RANGE[0], most=SCALE_RANGE[1]
)
"""Scale of saved drawings: n in n:1."""
EXPORT_DPI = Setting("export/dpi", float, DEFAULT_DPI, least=DPI_RANGE[0], most=DPI_RANGE[1])

SETTINGS: tuple[Setting[Any], ...] = (
    THEME,
    GEOMETRY,
    LAYOUT,
    TABLE,
    EXPLAINED,
    PAIR,
    COMPARED,
    VIEW,
    LAYERS,
    ROWS,
    HEADER,
    SEEN_FROM,
    FROM_BELOW,
    PATTERN,
    PATTERN_EDITS,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    EXPORT_SCALE,
    EXPORT_DPI,
)
"""The one table of settings."""


class SettingsStore(Protocol):
    """Where the values of settings are kept."""

    def get(self, setting: Setting[T]) -> T:
        """Return the value of a setting, its default where it was never set."""

    def set(self, setting: Setting[T], value: T) -> None:
        """Set a value."""


def encode(value: object) -> object:
    """Return a value as it stands in the file."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        # A comma would make QSettings read a list, and one member then a plain text.
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def decode(setting: Setting[Any], found: object) -> Any:
    """Return the value that stands in the file, checked.

    Raises
    ------
    ValueError
        It is not what the table allows; the message continues "KEY ...".
    """
    if not isinstance(found, str):
        raise ValueError(f"is {found!r}, not one value")  # noqa: TRY004 - data, not a program error
    try:
        value = _READERS[setting.kind](found)
    except ValueError:
        raise ValueError(f"is “{found}”, not {_KIND_WORDS[setting.kind]}") from None
    members = value if isinstance(value, tuple) else (value,)
    if setting.allowed and not set(members) <= set(setting.allowed):
        raise ValueError(f"is “{found}”, not of {', '.join(setting.allowed)}")
    least, most = setting.least, setting.most
    if least is not None and most is not None and not least <= value <= most:
        raise ValueError(f"is {found}, not within {least:g} and {most:g}")
    return value


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError
    return text == "true"


_READERS: dict[type, Callable[[str], Any]] = {
    str: str,
    bool: _flag,
    int: int,
    float: float,
    bytes: lambda text: base64.b64decode(text, validate=True),
    tuple: lambda text: tuple(text.split()),
}

_KIND_WORDS: dict[type, str] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    bytes: "base64",
    tuple: "words",
}
