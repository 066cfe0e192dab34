"""The program's settings: one table, kept in an INI file of the user's configuration folder."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSettings

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.spec import View
from a4s_gui.export.registry import DEFAULT_DPI, DEFAULT_SCALE, DPI_RANGE, SCALE_RANGE
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.user_files import user_folder

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key in the file, its kind, what it is at first, what it is for.

    ``kind`` is the type of the value: ``str``, ``bool``, ``int``, ``float``, ``bytes`` or ``tuple``
    (of texts). ``allowed``, where given, lists every text the value, or each member of it, may be;
    numbers must lie within ``least`` and ``most``.
    """

    key: str
    kind: type[T]
    default: T
    help: str
    allowed: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


THEME = Setting(
    "window/theme",
    str,
    "system",
    "Colours of the window: as the system has it, light, or dark.",
    ("system", "light", "dark"),
)
GEOMETRY = Setting("window/geometry", bytes, b"", "Place and size of the window.")
LAYOUT = Setting("window/layout", bytes, b"", "Where the panels and the tool bar are.")
TABLE = Setting("window/table", bytes, b"", "Widths and order of the table's columns, and sorting.")
EXPLAINED = Setting(
    "window/explained",
    bool,
    True,  # noqa: FBT003 - the value it has at first
    "Whether formulas, conditions and source tables stand below the figures of a pair.",
)
PAIR = Setting("selection/pair", str, "", "The pair that was chosen last, as SOCKET/HEADER.")
COMPARED: Setting[tuple[str, ...]] = Setting(
    "selection/compared", tuple, (), "The pairs that are compared, as SOCKET/HEADER."
)
VIEW = Setting(
    "drawing/view", str, View.PAIR.value, "What the drawing shows.", tuple(v.value for v in View)
)
LAYERS: Setting[tuple[str, ...]] = Setting(
    "drawing/layers",
    tuple,
    tuple(layer.value for layer in Layer if layer in DEFAULT_LAYERS),
    "The layers that are shown.",
    tuple(layer.value for layer in Layer),
)
ROWS = Setting(
    "drawing/rows",
    str,
    RowScheme.ODD_EVEN.value,
    "How pin numbers run over the two rows.",
    tuple(scheme.value for scheme in RowScheme),
)
HEADER = Setting(
    "drawing/header",
    str,
    HeaderScheme.MATING.value,
    "How the header's pin numbers relate to the socket's.",
    tuple(scheme.value for scheme in HeaderScheme),
)
SEEN_FROM = Setting(
    "drawing/seen-from",
    str,
    Half.SOCKET.value,
    "Above whose board the mated pair is seen.",
    tuple(half.value for half in Half),
)
PATTERN = Setting(
    "drawing/pattern", str, DEFAULT_PATTERN, "The land pattern, by its name or its file."
)
PATTERN_EDITS: Setting[tuple[str, ...]] = Setting(
    "drawing/pattern-edits",
    tuple,
    (),
    "What was changed in land patterns and not saved, as PATTERN:FIGURE=VALUE.",
)
EXPORT_FOLDER = Setting("export/folder", str, "", "The folder a drawing was last saved in.")
EXPORT_FORMAT = Setting("export/format", str, "png", "The format a drawing was last saved in.")
EXPORT_SCALE = Setting(
    "export/scale",
    float,
    DEFAULT_SCALE,
    "Scale of saved drawings: n in n:1.",
    least=SCALE_RANGE[0],
    most=SCALE_RANGE[1],
)
EXPORT_DPI = Setting(
    "export/dpi",
    float,
    DEFAULT_DPI,
    "Pixels per inch of saved pictures.",
    least=DPI_RANGE[0],
    most=DPI_RANGE[1],
)

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
    PATTERN,
    PATTERN_EDITS,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    EXPORT_SCALE,
    EXPORT_DPI,
)
"""The one table of settings."""


def default_path() -> Path:
    """Return the settings file: ``settings.ini`` in the user's folder of this program."""
    return user_folder() / "settings.ini"


class Settings:
    """The settings of one user.

    Opening never fails. What is damaged in the file counts as never set; the damaged file is kept
    beside, and ``message`` says so in one line (empty where all is well).

    Parameters
    ----------
    path
        The INI file; the user's own where none is given. It need not exist.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self.message = ""
        unreadable = self._unreadable()
        if unreadable:
            kept = self._keep_aside(move=True)
            self._report(f"{unreadable}; all settings are back to their defaults", kept)
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)
        if not unreadable:
            self._drop_damaged()
        if not self._file.isWritable():
            self._say(f"{self.path}: cannot be written; what you set lasts until the window closes")

    def get(self, setting: Setting[T]) -> T:
        """Return the value of a setting, its default where it was never set."""
        if not self._file.contains(setting.key):
            return setting.default
        value: T = _decode(setting, self._file.value(setting.key))
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Set a value; it is in the file by :meth:`save` at the latest.

        Raises
        ------
        ValueError
            The value is not what the table allows.
        """
        encoded = _encode(value)
        _decode(setting, encoded)
        self._file.setValue(setting.key, encoded)

    def save(self) -> bool:
        """Write the file and say whether that went well."""
        self._file.sync()
        return self._file.status() is QSettings.Status.NoError

    def _unreadable(self) -> str:
        """Return what keeps the whole file from being read, empty where nothing does."""
        try:
            text = self.path.read_bytes().decode("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except OSError as error:
            return f"cannot be read ({error.strerror})"
        except UnicodeDecodeError as error:
            return f"is not UTF-8 text at byte {error.start}"
        found = _why_not_ini(text)
        file = QSettings(str(self.path), QSettings.Format.IniFormat)
        if not found and file.status() is not QSettings.Status.NoError:
            found = "is not an INI file"
        return found

    def _drop_damaged(self) -> None:
        known = {setting.key: setting for setting in SETTINGS}
        damaged = []
        for key in self._file.allKeys():
            if key not in known:
                damaged.append(f"{key} is no setting")
                continue
            try:
                _decode(known[key], self._file.value(key))
            except ValueError as error:
                damaged.append(f"{key} {error}")
        if not damaged:
            return
        kept = self._keep_aside(move=False)
        for text in damaged:
            self._file.remove(text.partition(" ")[0])
        self._report(f"{'; '.join(damaged)}; ignored, so that defaults hold", kept)

    def _keep_aside(self, *, move: bool) -> Path | None:
        """Keep the file beside itself under a name that is free."""
        for number in range(1, 1000):
            kept = self.path.with_name(f"{self.path.stem}.damaged-{number}{self.path.suffix}")
            if not kept.exists():
                break
        try:
            if move:
                self.path.rename(kept)
            else:
                kept.write_bytes(self.path.read_bytes())
        except OSError:
            return None
        return kept

    def _report(self, what: str, kept: Path | None) -> None:
        where = f"; the damaged file is kept as {kept.name}" if kept else ""
        self._say(f"{self.path}: {what}{where}")

    def _say(self, line: str) -> None:
        self.message = self.message or line


def _why_not_ini(text: str) -> str:
    """Say what QSettings would let pass and drop when it writes, empty for a good text."""
    if "\0" in text:
        return "is not a text file"
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line and line[0] not in "[;#" and "=" not in line:
            return f"is not an INI file, see line {number}"
    return ""


def _encode(value: object) -> object:
    """Return a value as it stands in the file."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        # A comma would make QSettings read a list, and one member then a plain text.
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _decode(setting: Setting[Any], found: object) -> Any:
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
