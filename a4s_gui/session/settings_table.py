"""The one table of settings: key, kind, first value and what is possible; read and written as text.

Where the values are kept is the window's to say, see :mod:`a4s_gui.ui.core.settings`.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from a4s_gui.drawing.screen.viewport import SMALLEST_SCALE
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE, DPI_RANGE, SCALE_RANGE
from a4s_gui.drawing.sheet.sheet import LARGEST_FIT
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.ways import Way

T = TypeVar("T")


@frozen(slots=False)
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
DRAWING_SCALE = Setting("window/scale", float, 7.0, least=SMALLEST_SCALE, most=LARGEST_FIT)
"""At which the whole drawing fitted into the window, n of n:1: where the next one looks first."""
EXPLAINED = Setting("window/explained", bool, True)  # noqa: FBT003 - the value it has at first
"""Whether formulas, conditions and source tables stand below the figures of a pair."""
EXPORT_FOLDER = Setting("export/folder", str, "")
"""The folder a drawing was last saved in."""
EXPORT_FORMAT = Setting("export/format", str, "png")
EXPORT_SCALE = Setting(
    "export/scale", float, DEFAULT_SCALE, least=SCALE_RANGE[0], most=SCALE_RANGE[1]
)
"""Scale of saved drawings: n in n:1."""
EXPORT_DPI = Setting("export/dpi", float, DEFAULT_DPI, least=DPI_RANGE[0], most=DPI_RANGE[1])
HINT = Setting("window/hint", bool, True)  # noqa: FBT003 - the value it has at first
"""Whether the three lines for a first start still stand above the drawing."""
GUIDE_GEOMETRY = Setting("guide/geometry", bytes, b"")
GUIDE_ZOOM = Setting("guide/zoom", int, 0, least=-4, most=12)
"""How many points larger than the window's the text of the guide is."""
PATTERN_WAY = Setting("land-pattern/way", str, Way.PADS.value, tuple(Way))
"""How figures of the land pattern are typed."""
EXPORT_PROJECT = Setting("export/project", str, "")
EXPORT_AUTHOR = Setting("export/author", str, "")
EXPORT_REVISION = Setting("export/revision", str, "")
"""In the title block of framed sheets."""
MANY_VIEWS: Setting[tuple[str, ...]] = Setting("many/views", tuple, ("pair",))
MANY_FORMATS: Setting[tuple[str, ...]] = Setting("many/formats", tuple, ("png",))
"""Suffixes, and ``library`` and ``package``, of files that were last written in one go."""
MANY_NAME = Setting("many/name", str, "{name}")
"""The pattern of their names."""
LAYER_PRESETS = Setting("layers/presets", tuple, ())
"""Presets of the user's own, see :mod:`a4s_gui.drawing.layer_presets`."""

SETTINGS = tuple(found for found in vars().values() if isinstance(found, Setting))
"""The one table of settings."""
FORMER_GROUPS = ("selection/", "drawing/")
"""Beginnings of keys of what is kept in the session by now, see :mod:`.session_text`."""


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

    The message of the :class:`ValueError` for what the table does not allow continues "KEY ...".
    """
    if not isinstance(found, str):
        raise ValueError(f"is {found!r}, not one value")  # noqa: TRY004 - data, not a program error
    read, kind = _KINDS[setting.kind]
    try:
        value = read(found)
    except ValueError:
        raise ValueError(f"is “{found}”, not {kind}") from None
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


_KINDS: dict[type, tuple[Callable[[str], Any], str]] = {
    str: (str, "a text"),
    bool: (_flag, "true or false"),
    int: (int, "a whole number"),
    float: (float, "a number"),
    bytes: (lambda text: base64.b64decode(text, validate=True), "base64"),
    tuple: (lambda text: tuple(text.split()), "words"),
}
"""How a value of a kind is read, and what it is called."""
